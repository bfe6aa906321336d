"""The same stamp made by a library that reads and writes the whole PDF: what appended stamps are tested
and timed against."""

from __future__ import annotations

import io

import pikepdf

from tungbuoc.press.stamping import Team
from tungbuoc.press.stamping.append import FORM_KEY
from tungbuoc.press.stamping.layout import Room, lay


def stamped(data: bytes, team: Team, widths: dict[str, int]) -> bytes:
    """The PDF with every place drawn anew."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for form in {
            one.objgen: one
            for page in pdf.pages
            for one in page.Resources.XObject.values()
            if f"/{FORM_KEY}" in one
        }.values():
            width, height = (round(float(side) * 100) for side in list(form.BBox)[2:])
            form.write(_drawn(team, Room(width, height, int(form[f"/{FORM_KEY}"])), widths))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def _drawn(team: Team, room: Room, widths: dict[str, int]) -> bytes:
    block = lay(team, room, widths)
    assert block is not None
    said = []
    for run in block.runs:
        words = run.text.encode("utf-16-be").hex()
        said.append(f"BT /T {run.size / 10} Tf {run.x / 100} {run.y / 100} Td <{words}> Tj ET")
    if square := block.square:
        for row, modules in enumerate(square.rows):
            y = square.y + square.module * (len(square.rows) - 1 - row)
            dark = [column for column, one in enumerate(modules) if one == "1"]
            said += [
                f"{(square.x + square.module * at) / 100} {y / 100} {square.module / 100} {square.module / 100} re"
                for at in dark
            ]
        said.append("f")
    return "\n".join(said).encode()
