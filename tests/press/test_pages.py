"""What stands on finished pages: the fold law as printed, tags in reading order, books and folded
booklets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from tests.press.galleys import drawn, full, lesson, order, step, whole

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import formats, gate
from tungbuoc.press.bind import book, impose
from tungbuoc.press.bind.imposition import reading_order, signature
from tungbuoc.press.bind.structure import BoundPart, elements, join
from tungbuoc.press.papers import across
from tungbuoc.press.typeset import rendering
from tungbuoc.press.typeset.fold import A4, CLEAR

pytestmark = pytest.mark.press
PRINT = Path(__file__).parents[2] / "print"
KNOWN = formats.load(PRINT / "formats").known
_DPI = 150
_QUIET_OF_25 = 25 * 4 / 37
LONG = " ".join(["Đọc chậm từng chữ trên màn hình rồi mới bấm."] * 6)


def sheet(galley: Galley, name: str = "lesson-sheet") -> bytes:
    return rendering.press(order(galley, KNOWN[name]))


def codes(data: bytes) -> Iterator[tuple[int, str, float, float]]:
    """Page, payload, top and bottom (mm) of every code on the rendered pages, its quiet zone included."""
    import pypdfium2

    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        for code in zxingcpp.read_barcodes(page.render(scale=_DPI / 72, grayscale=True).to_numpy()):
            ys = [
                getattr(code.position, corner).y * 25.4 / _DPI
                for corner in ("top_left", "top_right", "bottom_left", "bottom_right")
            ]
            yield number, code.text, min(ys) - _QUIET_OF_25, max(ys) + _QUIET_OF_25


CASES = {
    "usual": lesson(steps=8),
    "tall head": lesson(
        title="Một tên bài thật dài để phải xuống dòng, rồi lại xuống dòng nữa, cho tới khi hết chỗ"
    ),
    "long words": whole(
        lesson().model_copy(
            update={"steps": tuple(step(n, words=LONG if n in (2, 4) else "Bấm nút.") for n in range(1, 8))}
        )
    ),
    "many screens": whole(
        lesson().model_copy(
            update={"steps": tuple(step(n, screens=(drawn(), drawn(), drawn())) for n in range(1, 6))}
        )
    ),
    "no screens": whole(
        lesson().model_copy(update={"steps": tuple(step(n, screens=()) for n in range(1, 9))})
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["lesson-sheet", "large-print"])
def test_no_printed_code_touches_the_fold_and_all_are_there(case: str, name: str) -> None:
    data = sheet(CASES[case], name)
    found = list(codes(data))
    assert {text for _, text, _, _ in found} == {one.payload for one in CASES[case].steps}
    for _, text, top, bottom in found:
        assert bottom <= A4.fold - CLEAR + 0.4 or top >= A4.fold + CLEAR - 0.4, text
    assert gate.check(data, gate.promise([CASES[case]], KNOWN[name])).missing == ()


def _read(pdf: pikepdf.Pdf) -> list[str]:
    """What a screen reader meets: the role and alternative text of every element, in order."""
    return [f"{element.S} {element.get('/Alt', '')}" for element in elements(pdf.Root.StructTreeRoot)]


def _marks(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Every (page, mark) that the parent tree leads to an element."""
    pairs = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = {int(number): value for number, value in zip(pairs[::2], pairs[1::2], strict=True)}
    found = set()
    for number, page in enumerate(pdf.pages):
        marks = tree[int(page.obj.StructParents)]
        for mark, element in enumerate(marks):
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            assert any(isinstance(kid, int) and kid == mark for kid in kids), (number, mark)
            found.add((number, mark))
    return found


def test_joined_books_read_aloud_as_their_parts_do() -> None:
    parts = [BoundPart(code, sheet(lesson(code, 3))) for code in ("E1", "E2")]
    alone = [pikepdf.open(io.BytesIO(part.data)) for part in parts]
    made, starts = join(parts)
    assert starts == [0, len(alone[0].pages)]
    said = _read(made)
    want = [line for pdf in alone for line in ["/Part ", *_read(pdf)[1:]]]
    assert said == ["/Document ", *want]
    assert len(_marks(made)) == sum(len(_marks(pdf)) for pdf in alone)
    pages = {page.obj.objgen for page in made.pages}
    assert all(
        element.Pg.objgen in pages for element in elements(made.Root.StructTreeRoot) if "/Pg" in element
    )
    assert made.check_pdf_syntax() == []


def test_links_of_a_joined_book_find_their_elements() -> None:
    made, _ = join([BoundPart(code, sheet(lesson(code, 3))) for code in ("E1", "E2")])
    pairs = list(made.Root.StructTreeRoot.ParentTree.Nums)
    tree = {int(number): value for number, value in zip(pairs[::2], pairs[1::2], strict=True)}
    links = [annotation for page in made.pages for annotation in page.get("/Annots", [])]
    assert len({str(link.A.URI) for link in links}) == 3
    assert {str(tree[int(link.StructParent)].S) for link in links} <= {"/Link", "/Figure"}
    assert len({int(link.StructParent) for link in links}) == len(links)


def _tiny(number: int) -> bytes:
    """A book's worth of A5 pages, each with nothing but its number as its width's last digits."""
    made = pikepdf.new()
    for page in range(1, number + 1):
        made.add_blank_page(page_size=(419.53, 595.28))
        made.pages[-1].obj.Contents = made.make_stream(f"% page {page}".encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("pages", [1, 4, 7, 12])
def test_an_imposed_booklet_folds_into_reading_order(pages: int) -> None:
    with pikepdf.open(io.BytesIO(impose.impose(_tiny(pages), "Tập", across("A5")))) as pdf:
        assert len(pdf.pages) == 2 * len(signature(pages))
        placed = []
        for page in pdf.pages:
            order = [
                (float(entry.operands[4]), None)
                for entry in pikepdf.parse_content_stream(page)
                if str(entry.operator) == "cm"
            ]
            names = [
                str(entry.operands[0])
                for entry in pikepdf.parse_content_stream(page)
                if str(entry.operator) == "Do"
            ]
            at = dict(zip(names, [x for x, _ in order], strict=True))
            left = next((int(name[2:]) for name, x in at.items() if x < 400), None)
            right = next((int(name[2:]) for name, x in at.items() if x >= 400), None)
            placed.append((left, right))
            for name, form in page.resources.XObject.items():
                assert form.read_bytes().decode().strip().endswith(f"page {name[2:]}")
    turned = [
        page for front, back in zip(placed[::2], placed[1::2], strict=True) for page in (front[1], back[0])
    ]
    turned += [
        page
        for front, back in reversed(list(zip(placed[::2], placed[1::2], strict=True)))
        for page in (back[1], front[0])
    ]
    assert tuple(turned) == reading_order(signature(pages))


def test_a_book_has_contents_that_lead_to_its_lessons_and_numbers_that_are_artifacts() -> None:
    insides = [book.read(galley, sheet(galley)) for galley in (lesson("E1", 3), lesson("E2", 3))]
    entries = book.entries(insides, 2)
    assert [entry.page for entry in entries] == [3, 3 + insides[0].pages]
    assert entries[0].steps == (3, 3, 3)
    wanted = order(insides[0].galley, KNOWN["course-book"])
    handout = type("H", (), {"title": "Từng Bước", "volume": "", "galleys": (insides[0].galley,)})()
    front = rendering.press(wanted, handout=handout, entries=entries, part="front", after=5)
    back = rendering.press(wanted, handout=handout, entries=entries, part="back")
    from tungbuoc.press.engine import machine

    data = book.bind("Sách", front, insides, back, KNOWN["course-book"], str(machine().fonts[-1]))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        targets = list(dict.fromkeys(link.Dest[0].objgen for link in pdf.pages[1].Annots if "/Dest" in link))
        pages = [page.obj.objgen for page in pdf.pages]
        assert [pages.index(target) + 1 for target in targets[:2]] == [entry.page for entry in entries]
        with pdf.open_outline() as outline:
            assert [str(item.title) for item in outline.root] == [
                "Mục lục",
                "E1 · Dừng lại, hỏi lại bài E1",
                "E2 · Dừng lại, hỏi lại bài E2",
                "Cuối sách",
            ]
        drawn_last = pdf.pages[2].Contents[-1].read_bytes()
        assert b"/Artifact <</Type /Pagination>> BDC" in drawn_last
        assert b"/D3 Do" in drawn_last
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.check_pdf_syntax() == []
    assert (
        gate.check(data, gate.promise([inside.galley for inside in insides], KNOWN["course-book"])).missing
        == ()
    )


@pytest.mark.parametrize("name", ["lesson-sheet", "lesson-book"])
@pytest.mark.parametrize("galley", [lesson(), full()], ids=["short", "full"])
def test_a_guess_that_asks_for_the_same_page_is_laid_out_once(
    galley: Galley, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, rounds = rendering._render, []
    monkeypatch.setattr(rendering, "_render", lambda *given: rounds.append(1) or real(*given))
    sheet(galley, name)
    assert len(rounds) == 1


def test_a_guess_that_was_wrong_is_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    real, rounds = rendering._render, []
    monkeypatch.setattr(rendering, "_render", lambda *given: rounds.append(1) or real(*given))
    # The guess knows no pictures.
    pictured = lesson().steps[0].model_copy(update={"html": '<p>Xem.</p><div style="height:60mm"></div>'})
    sheet(lesson().model_copy(update={"steps": (pictured, *lesson().steps[1:])}))
    assert len(rounds) > 1
