"""A ward team's name, phone, hours, place and code on finished sheets: bytes appended, nothing rendered
again.

`places` leaves room while a sheet is pressed, `seal` notes in the finished PDF where that room is, `append`
fills it. The rules are in `stamp.md`; `web/stamping` follows the same ones in the reader's browser, byte for
byte.
"""

from tungbuoc.press.stamping.append import NotOursError, StampError, Template, stamp
from tungbuoc.press.stamping.layout import Team

__all__ = ["NotOursError", "StampError", "Team", "Template", "stamp"]
