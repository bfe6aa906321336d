"""The code of a team's own link, by a rule that any language can follow: bytes, level M, the smallest
version, mask 3.

Which mask is taken made no difference under simulated photocopying, so it is fixed, as in `permalink.qr`.
"""

from __future__ import annotations

from functools import lru_cache

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_8BIT_BYTE, QRData

LONGEST = 62
"""Bytes of a link: what version 4 holds at level M."""
QUIET = 4
SMALLEST_MODULE, LARGEST_MODULE = 170, 250
"""0.60 mm, which survives two generations of photocopying, and 0.88 mm, in hundredths of a point."""
_MASK = 3
_HOLDS = (14, 26, 42, LONGEST)


@lru_cache(maxsize=4096)
def rows(link: str) -> tuple[str, ...]:
    """The modules, row by row from the top, `1` for dark. Raises `ValueError` for a link that is too long."""
    data = link.encode()
    if len(data) > LONGEST:
        raise ValueError(f"link of {len(data)} bytes; {LONGEST} is the most a team's code may hold")
    version = 1 + sum(len(data) > most for most in _HOLDS)
    made: QRCode = QRCode(version=version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    made.add_data(QRData(data, mode=MODE_8BIT_BYTE), optimize=0)
    made.make(fit=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in made.get_matrix())
