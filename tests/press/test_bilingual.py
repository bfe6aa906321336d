"""The sheet in two languages: which lessons have one, what it holds, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.press.galleys import ROOT, drawn, lesson, step, twin

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.said import Said
from tungbuoc.press import gate, plan, pressing
from tungbuoc.press.formats import load
from tungbuoc.press.gate import heard
from tungbuoc.press.plan import Plan
from tungbuoc.press.pressing import PressReport
from tungbuoc.press.proof import trial

FORMATS = ROOT / "print/formats"
ONLY = Plan(formats=("bilingual",))
KHMER = "ភាសាខ្មែរ ត្រូវប្រើប្រាស់ទឹកត្រជាក់ស្អាត"
"""Letters that change places when they are drawn: names of things, no sentence."""
NO_FONT = "\U00011f04"
"""A letter of Kawi, for which the machine has no font."""


def _both(*twins: Galley, of: Galley) -> Galley:
    return of.model_copy(update={"translations": twins})


def _press(galley: Galley, tmp_path: Path) -> PressReport:
    return pressing.run(
        [galley], formats_dir=ROOT / "print/formats", out_dir=tmp_path / "in", cache_dir=tmp_path / "cache",
        root=tmp_path, plan=ONLY, workers=1,
    )  # fmt: skip


def test_a_lesson_has_one_sheet_for_each_translation_that_is_as_new_as_it() -> None:
    formats, own = load(FORMATS).known, lesson(steps=2)
    assert plan.handouts([own], formats, ONLY) == ()
    made = plan.handouts(
        [_both(twin(own), twin(own, "km"), twin(own, "tyz", outdated=True), of=own)], formats, ONLY
    )
    assert [(one.file, one.shown, one.label) for one in made] == [
        ("E1-bilingual-en.pdf", "E1-to-song-ngu-tieng-en.pdf", "Tờ song ngữ (tiếng en)"),
        ("E1-bilingual-km.pdf", "E1-to-song-ngu-tieng-km.pdf", "Tờ song ngữ (tiếng km)"),
    ]


@pytest.mark.press
@pytest.mark.parametrize(
    ("language", "words"), [("en", "Press the button."), ("km", KHMER), ("tyz", "ắ ặ ẩ đ ở slươn, ầ.")]
)
def test_both_languages_stand_on_it_once_beside_one_picture_and_one_code(
    language: str, words: str, tmp_path: Path
) -> None:
    steps = tuple(step(n, screens=(drawn(label=f"Nút {n}"),) * (2 if n == 3 else 1)) for n in range(1, 5))
    own = lesson(steps=4).model_copy(update={"steps": steps})
    galley = _both(twin(own, language, words), of=own)
    report = _press(galley, tmp_path)
    assert report.problems == ()
    [made] = report.handouts
    file = tmp_path / "in" / made.path
    [handout] = plan.handouts([galley], load(FORMATS).known, ONLY)
    assert trial.prove(trial.ProofTask(handout, file)) == []
    found = heard.heard(pypdfium2.PdfDocument(file))
    assert found.count(heard.folded(words)) == 4
    assert [found.count(one.key) for one in own.steps] == [2] * 4, "the address once, and once with its code"
    assert found.count(heard.described(drawn(label="Nút 1").alt)) == 1


@pytest.mark.press
@pytest.mark.parametrize(
    ("own", "other", "said"), [("1", "2", "Ấn bản 2"), ("", "2", "bản thử"), ("1", "", "bản thử")]
)
def test_it_names_the_edition_only_when_both_were_released(
    own: str, other: str, said: str, tmp_path: Path
) -> None:
    plain = lesson(steps=2)
    dated = {edition: plain.imprint.model_copy(update={"edition": edition, "edition_date": "2026-11-21" if edition else ""})
             for edition in (own, other)}  # fmt: skip
    galley = plain.model_copy(
        update={
            "imprint": dated[own],
            "translations": (twin(plain).model_copy(update={"imprint": dated[other]}),),
        }
    )
    [made] = _press(galley, tmp_path).handouts
    text = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(tmp_path / "in" / made.path)
    )
    assert said in text


@pytest.mark.press
def test_one_letter_that_no_font_has_is_refused_with_its_place_and_what_helps(tmp_path: Path) -> None:
    own = lesson(steps=2)
    good = twin(own, "kaw", "Press the button.")
    (tmp_path / "docs").mkdir()
    (tmp_path / good.path).write_text(f"---\n---\n\n# Press\n\nPress {NO_FONT} the button.\n", "utf-8")
    assert _press(_both(good, of=own), tmp_path).problems == ()
    bad = twin(own, "kaw", f"Press {NO_FONT} the button.")
    report = _press(_both(bad, of=own), tmp_path)
    assert [str(problem) for problem in report.problems] == [
        f"{good.path}:6: Không in được Tờ song ngữ (tiếng kaw) của E1: phông không có chữ «{NO_FONT}». Thay chữ ấy;"
        " bài bằng tiếng khác thì cài phông Noto của tiếng ấy (Debian, Ubuntu: «sudo apt install fonts-noto-core»,"
        " tiếng Hoa, Nhật, Hàn thì fonts-noto-cjk). [P20]"
    ]
    assert report.handouts == ()


@pytest.mark.press
def test_a_word_of_the_translation_that_is_not_on_paper_stops_it(tmp_path: Path) -> None:
    own = lesson(steps=2)
    whole = twin(own)
    said = tuple(
        replace(part, said=(*part.said, Said(33, "Then wait."))) if part.number == 1 else part
        for part in whole.said
    )
    [told] = _press(_both(whole.model_copy(update={"said": said}), of=own), tmp_path).problems
    assert (told.path, told.line, told.code) == (whole.path, 33, "P21")
    assert "thiếu câu «Then wait.»" in told.text


def test_other_sheets_do_not_know_of_translations(tmp_path: Path) -> None:
    from tungbuoc.press.digests import Digests

    own = lesson(steps=2)
    digests = Digests(ROOT / "print/formats", tmp_path)
    assert digests.galley(own) == digests.galley(_both(twin(own), of=own))
    sheet = load(FORMATS).known["lesson-sheet"]
    assert gate.promise([own], sheet) == gate.promise([_both(twin(own), of=own)], sheet)
