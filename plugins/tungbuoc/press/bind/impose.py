"""A booklet's pages drawn two on one side of a sheet, ready to be printed on both sides, flipped on the
short edge."""

from __future__ import annotations

import io

import pikepdf

from tungbuoc.press.bind.imposition import Side, sides, signature

_PT = 72 / 25.4


def impose(data: bytes, title: str, sheet: tuple[float, float]) -> bytes:
    """The PDF whose pages are bound, two on each side of a `sheet` so many mm wide and high. Raises
    `pikepdf.PdfError` for what is no PDF."""
    # A new document takes over what the pages draw and nothing else: tags, bookmarks and links mean nothing
    # on a printer's
    # sheet, and thousands of tags are never even read.
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as made:
        widths = [float(page.mediabox[2]) / _PT for page in source.pages]
        drawn = [made.copy_foreign(_form(page)) for page in source.pages]
        made.pages.extend(
            _side(made, side, creep, drawn, widths, sheet) for side, creep in sides(signature(len(drawn)))
        )
        made.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None"),
        )  # fmt: skip
        if "/Lang" in source.Root:
            made.Root.Lang = str(source.Root.Lang)
        made.docinfo.Title = pikepdf.String(title)
        out = io.BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _form(page: pikepdf.Page) -> pikepdf.Object:
    """What the page draws, to be drawn elsewhere: its own stream, not a copy of it as `as_form_xobject`
    makes (1 ms a page)."""
    page.contents_coalesce()
    form = page.obj.Contents
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = page.mediabox, page.resources
    if "/Group" in page.obj:
        form.Group = page.obj.Group
    return form


def _side(
    made: pikepdf.Pdf,
    side: Side,
    creep: float,
    drawn: list[pikepdf.Object],
    widths: list[float],
    sheet: tuple[float, float],
) -> pikepdf.Page:
    (left, right), spine = side, sheet[0] / 2
    places = {number: at for number, at in ((left, spine + creep), (right, spine - creep)) if number}
    if left:
        places[left] -= widths[left - 1]
    commands = [f"q 1 0 0 1 {at * _PT:.3f} 0 cm /P{number} Do Q" for number, at in places.items()]
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([0, 0, *(round(length * _PT, 3) for length in sheet)]),
        Resources=pikepdf.Dictionary(
            XObject=pikepdf.Dictionary({f"/P{number}": drawn[number - 1] for number in places})
        ),
        Contents=made.make_stream("\n".join(commands).encode()),
    )
    return pikepdf.Page(made.make_indirect(page))
