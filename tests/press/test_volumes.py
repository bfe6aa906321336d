"""A book too thick to staple comes in volumes of whole topics; its sides have one number each and no box
for a team."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.galleys import lesson

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import formats, plan, pressing
from tungbuoc.press.plan import Plan
from tungbuoc.press.volumes import sides, split

ROOT = Path(__file__).parents[2]
PRINT = ROOT / "print"
BOOK = formats.load(PRINT / "formats").known["course-book"]


def course(counts: dict[str, int]) -> list[Galley]:
    """So many lessons of each topic, half of them with a third side."""
    return [
        lesson(f"{letter}{number}", 6 + number % 2)
        for letter, count in counts.items()
        for number in range(1, count + 1)
    ]


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 5), min_size=1), st.integers(10, 60))
def test_volumes_keep_every_lesson_in_its_order_and_topics_whole(counts: dict[str, int], most: int) -> None:
    lessons = course(dict(sorted(counts.items())))
    volumes = split(lessons, most)
    assert [galley.code for volume in volumes for galley in volume] == [galley.code for galley in lessons]
    letters = [{galley.topic_letter for galley in volume} for volume in volumes]
    assert sum(map(len, letters)) == len(counts)
    assert all(sides(volume) <= most for volume in volumes) or len(volumes) == len(counts)
    assert len(split(lessons, 0)) == 1


def test_the_course_comes_in_two_volumes_and_a_small_one_in_one() -> None:
    whole = course({"A": 6, "B": 7, "C": 6, "D": 5, "E": 8, "F": 4, "G": 2, "H": 5, "I": 5})
    made = plan.handouts(whole, {"course-book": BOOK}, plan.Plan())
    assert [(one.file, one.volume, len(one.galleys)) for one in made] == [
        ("tron-bo-1-course-book.pdf", "Tập 1 trong 2", 24), ("tron-bo-2-course-book.pdf", "Tập 2 trong 2", 24),
    ]  # fmt: skip
    assert [one.file for one in plan.handouts(whole[:6], {"course-book": BOOK}, plan.Plan())] == [
        "tron-bo-course-book.pdf"
    ]


@pytest.mark.press
def test_a_book_has_one_number_a_side_no_box_and_leads_from_what_people_want(tmp_path: Path) -> None:
    lessons = [lesson("E1", 3).model_copy(update={"asks": (("Lừa đảo", "ai giục gấp"),)}), lesson("E2", 3)]
    report = pressing.run(
        lessons,
        formats_dir=PRINT / "formats",
        out_dir=tmp_path,
        cache_dir=tmp_path / "c",
        root=ROOT,
        plan=Plan(formats=("course-book",)),
    )
    assert report.problems == ()
    document = pypdfium2.PdfDocument(tmp_path / "tron-bo-course-book.pdf")
    said = [page.get_textpage().get_text_bounded() for page in document]
    first = next(number for number, text in enumerate(said) if "Việc thứ 1" in text)
    assert not any("trang 1/" in text or "Tổ công nghệ số:" in text for text in said[1:])
    assert f"ai giục gấp E1 {first + 1}" in " ".join(" ".join(said[-4:]).split())
    assert [made.path for made in report.handouts] == ["tron-bo-course-book.pdf"]
