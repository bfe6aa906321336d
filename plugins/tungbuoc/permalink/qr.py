"""QR codes as 1-bit PNGs of one pixel a module, quiet zone of 4 modules inside the image.

Level Q up to 32 bytes of payload and M up to 42, version ≤ 3 (29 modules): in a 25 mm box a module is ≥ 0.676
mm, which survives two generations of photocopying (`reference/qr.md`). Drawn with `image-rendering:
pixelated`, 0.5 ms and 0.8 kB a code in a PDF.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from typing import Literal

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

Level = Literal["M", "Q"]
BOX_MM = 25.0
QUIET = 4
_MASK = 3
_drawn: dict[str, bytes] = {}
_LEVELS: dict[Level, int] = {"M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q}


def level(payload: str) -> Level:
    """The strongest level that keeps version ≤ 3. Raises `ValueError` over 42 bytes."""
    size = len(payload.encode())
    if size > 42:
        raise ValueError(f"payload of {size} bytes; 42 is the most a printed code may hold")
    return "Q" if size <= 32 else "M"


def png(payload: str) -> bytes:
    """The PNG of a code, white quiet zone inside; the same payload always gives the same bytes. Raises as
    `level` does."""
    strength = level(payload)
    if payload not in _drawn:
        _drawn[payload] = _png(payload, strength)
    return _drawn[payload]


def data_uri(payload: str) -> str:
    """The PNG as a `data:` address for an `<img>`."""
    return "data:image/png;base64," + base64.b64encode(png(payload)).decode()


def drawn() -> Mapping[str, bytes]:
    """Every payload drawn or learnt so far with its PNG."""
    return _drawn


def learn(known: Mapping[str, bytes]) -> None:
    """Take PNGs that this very module drew before, in another process, instead of drawing them again."""
    _drawn.update(known)


def _png(payload: str, strength: Level) -> bytes:
    # Trying all eight masks costs 3 ms a code; which one is taken made no difference under simulated
    # photocopying
    # (reference/qr.md §1), so it is fixed.
    code = qrcode.QRCode(error_correction=_LEVELS[strength], border=QUIET, mask_pattern=_MASK)
    code.add_data(payload)
    code.make(fit=True)
    rows = code.get_matrix()
    image = Image.new("1", (len(rows), len(rows)), 1)
    image.putdata([0 if dark else 255 for row in rows for dark in row])
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
