"""The map at the end of a finished PDF: which objects are places for a team. Whoever stamps reads this and no
other part.

Written last, after joining and imposing, which number objects anew.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from tungbuoc.press.stamping import font
from tungbuoc.press.stamping.append import FORM_KEY, Trailer, update
from tungbuoc.press.stamping.layout import PHONE

_KEY = f"/{FORM_KEY}"


def seal(data: bytes, face_file: Path, phone: str = PHONE) -> bytes:
    """The PDF with its map appended; one that has places or none, but not sealed yet. `phone` is what its
    stamps call a team's phone."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = [_place(form) for form in _forms(pdf)]
        trailer = pdf.trailer
        size, root = int(trailer.Size), trailer.Root.objgen[0]
        info = trailer.Info.objgen[0] if "/Info" in trailer else 0
        known = bytes(trailer.ID[0]) if "/ID" in trailer else b""
    cut = font.face(face_file) if places else None
    said = {
        "places": places,
        "letters": "".join(cut.widths) if cut else "",
        "widths": list(cut.widths.values()) if cut else [],
        **({"phone": phone} if places and phone != PHONE else {}),
    }
    inner = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    body = b"<</Type/TungBuocMap/Length %d>>\nstream\n%b\nendstream" % (len(inner), inner)
    data = data if data.endswith(b"\n") else data + b"\n"
    identifier = (known if len(known) == 16 else hashlib.sha256(data).digest()[:16]).hex().encode()
    before = Trailer(size, int(data.rstrip().splitlines()[-2]), root, info, identifier)
    return data + update(len(data), before, [(size, body)], (0, len(data)))


def share(pdf: Pdf) -> None:
    """Places of one shape become one form, with one font, in a PDF joined from several."""
    first: dict[tuple[str, int], Object] = {}
    for page in pdf.pages:
        drawn = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
        for name in [name for name in drawn.keys() if _KEY in drawn[name]]:  # noqa: SIM118 a pikepdf object
            shape = (str(list(drawn[name].BBox)), int(drawn[name][_KEY]))
            drawn[name] = first.setdefault(shape, drawn[name])


def _forms(pdf: Pdf) -> Iterator[Object]:
    for one in pdf.objects:
        if isinstance(one, Stream) and _KEY in one:
            yield one


def _place(form: Object) -> list[int]:
    """Number of the form and of its font, width and height in hundredths of a point, size in tenths."""
    width, height = (round(float(corner) * 100) for corner in list(form.BBox)[2:])
    return [form.objgen[0], form.Resources.Font.T.objgen[0], width, height, int(form[_KEY])]
