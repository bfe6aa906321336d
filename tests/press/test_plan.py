"""Which PDFs are made: a pure function of galleys, formats and what mkdocs.yml asks for."""

from __future__ import annotations

from tests.press.galleys import form, lesson

from tungbuoc.press.formats import Format
from tungbuoc.press.packs import PackLine, lines
from tungbuoc.press.plan import Handout, Need, Occasion, Plan, check_plan, handouts, in_pack

SHEET = Format(name="sheet", label="Tờ bài học", per="lesson")
POSTER = Format(name="poster", label="Áp phích", per="lesson", needs=("poster",), default=False)
SMALL = Format(name="small", label="Bài A5", per="lesson", default=False, alone=False)
BOOKLET = Format(name="booklet", label="Tập bài", per="topic", insides="small", imposition="booklet")
PLEDGE = Format(name="pledge", label="Cam kết", per="form")
FORMATS = {format.name: format for format in (SHEET, POSTER, SMALL, BOOKLET, PLEDGE)}
GALLEYS = [lesson("E1"), lesson("E2"), lesson("B1"), form()]


def _files(plan: Plan) -> list[str]:
    return [handout.file for handout in handouts(GALLEYS, FORMATS, plan)]


def test_by_default_every_default_format_is_made_and_what_booklets_need() -> None:
    assert sorted(_files(Plan())) == [
        "B-booklet-in-gap.pdf", "B-booklet.pdf", "B1-sheet.pdf", "B1-small.pdf", "E-booklet-in-gap.pdf", "E-booklet.pdf",
        "E1-sheet.pdf", "E1-small.pdf", "E2-sheet.pdf", "E2-small.pdf", "M01-pledge.pdf",
    ]  # fmt: skip


def test_what_a_booklet_binds_comes_before_it_and_the_imposed_one_last() -> None:
    files = _files(Plan())
    assert files.index("E1-small.pdf") < files.index("E-booklet.pdf") < files.index("E-booklet-in-gap.pdf")


def test_the_plan_narrows_formats_and_lessons() -> None:
    assert _files(Plan(formats=("sheet",), lessons=("E2",))) == ["E2-sheet.pdf"]


def test_a_lesson_without_the_section_has_no_poster() -> None:
    assert _files(Plan(formats=("poster",))) == []


def test_a_pack_adds_its_formats_for_its_lessons() -> None:
    assert _files(Plan(formats=(), packs={"ngay-hoi": (("sheet",), ("B1",))})) == ["B1-sheet.pdf"]


def test_a_pack_has_its_cover_and_takes_forms_and_the_topics_it_names() -> None:
    cover = Format(name="cover", label="Bìa", per="pack", default=True)
    stickers = Format(name="stickers", label="Tem", per="topic")
    pack = (("sheet", "pledge", "stickers"), ("E1", "B"))
    made = handouts(
        GALLEYS, {**FORMATS, "cover": cover, "stickers": stickers}, Plan(packs={"Ngày hội 10/10": pack})
    )
    assert [one.file for one in made if in_pack(one, pack)] == [
        "ngay-hoi-10-10-cover.pdf",
        "M01-pledge.pdf",
        "E1-sheet.pdf",
        "B-stickers.pdf",
    ]
    assert check_plan(Plan(packs={"x": pack}), {**FORMATS, "stickers": stickers}, ["E1", "B1"], {}) == []


def test_a_cover_says_whom_each_format_is_for_and_counts_sides_and_sheets() -> None:
    pack = (("sheet", "pledge"), ())
    cover = Handout(
        "hoi", "Hội", Format(name="cover", label="Bìa", per="pack"), tuple(GALLEYS[:3]), pack=pack
    )
    sheet = SHEET.model_copy(update={"goes_to": "mỗi người một tờ"})
    made = handouts(GALLEYS, {"sheet": sheet, "pledge": PLEDGE}, Plan())
    assert lines(cover, [(one, 3) for one in made]) == (
        PackLine("Tờ bài học", "mỗi người một tờ", ("E1", "E2", "B1"), 9, 6, "A4"), PackLine("Cam kết", "", (), 3, 2, "A4"),
    )  # fmt: skip


def test_strange_names_are_told_with_the_nearest_known_one() -> None:
    plan = Plan(formats=("shet",), lessons=("E9",), packs={"hoi": (("postr",), ("B7",))})
    told = [
        str(problem) for problem in check_plan(plan, FORMATS, ["E1", "E2", "B1"], {"docs/mau/x.md": "pledg"})
    ]
    assert len(told) == 5
    assert all(hint in " ".join(told) for hint in ("«sheet»", "«poster»", "«E9»", "«B7»", "«pledge»"))


def test_what_an_occasion_takes_is_made_and_its_strangers_are_told_at_their_line() -> None:
    needs = (Need("sheet", ("E2",), 1), Need("pledge"))
    narrow = Plan(formats=("pledge",), occasions=(Occasion("Ngày hội", "Bao nhiêu người?", 9, False, needs),))
    assert _files(narrow) == ["M01-pledge.pdf", "E2-sheet.pdf"]
    wrong = Plan(
        occasions=(Occasion("Ngày hội", "Bao nhiêu người?", 9, False, (*needs, Need("shet", ("E9",)))),)
    )
    told = check_plan(
        wrong,
        FORMATS,
        ["E1", "E2", "B1"],
        {},
        lambda place: len(place) if place[:4] == ("occasions", 0, "sheets", 2) else 0,
    )
    assert [(problem.line, problem.code) for problem in told] == [(5, "P11"), (6, "P12")]


def test_names_for_a_chat_are_whole_words_and_never_two_alike() -> None:
    assert [handout.shown for handout in handouts(GALLEYS[:1], FORMATS, Plan())] == [
        "E1-to-bai-hoc.pdf", "E1-bai-a5.pdf", "E-tap-bai.pdf", "E-tap-bai-ban-in-gap.pdf",
    ]  # fmt: skip
