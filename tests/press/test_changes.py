"""Pages that changed are shown before, after and where; those that did not are not shown."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from tungbuoc.press.proof.changes import pages


def _pdf(path: Path, *marks: int) -> Path:
    """A page for every mark: a black square at that height."""
    made = []
    for mark in marks:
        page = Image.new("L", (210, 297), 255)
        ImageDraw.Draw(page).rectangle((20, mark, 40, mark + 20), fill=0)
        made.append(page)
    made[0].save(path, save_all=True, append_images=made[1:])
    return path


def _red(picture: Image.Image) -> int:
    return sum(count for count, colour in picture.getcolors(1 << 24) or () if colour == (150, 41, 26))


def test_only_the_page_that_changed_is_shown_and_its_place_is_red(tmp_path: Path) -> None:
    before, after = _pdf(tmp_path / "a.pdf", 10, 50, 90), _pdf(tmp_path / "b.pdf", 10, 150, 90)
    found = list(pages(before, after))
    assert [one.number for one in found] == [2]
    assert _red(found[0].picture) > 500
    assert list(pages(before, before)) == []


def test_a_page_more_and_a_page_less_are_shown(tmp_path: Path) -> None:
    short, long = _pdf(tmp_path / "a.pdf", 10), _pdf(tmp_path / "b.pdf", 10, 50)
    assert [one.number for one in pages(short, long)] == [one.number for one in pages(long, short)] == [2]
    assert [one.number for one in pages(None, long)] == [1, 2]
    assert _red(next(pages(None, long)).picture) == 0
