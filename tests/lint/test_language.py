"""A heading in another language than its lesson: told with the heading to write, whichever it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.lint.sample_project import LESSON, sample, with_file

from tungbuoc.cli.starting import STARTER
from tungbuoc.lesson import grammar
from tungbuoc.lesson.wording import Language, Wording
from tungbuoc.lint import check
from tungbuoc.lint.project import Project

ENGLISH = (STARTER / "en/docs/topic/call-your-family.md").read_bytes()
for said, now in (
    (b"{{ topics[0].letter }}1", b"B1"),
    (b"{{ today }}", b"2026-11-20"),
    (b"{{ review }}", b"2027-02-20"),
):
    ENGLISH = ENGLISH.replace(said, now)
OTHER: dict[Language, Language] = {"vi": "en", "en": "vi"}


def _project(language: Language) -> Project:
    """The sample's lesson in a course in this language, with a key in each step."""
    project = sample()
    if language == "vi":
        return project
    assert project.course
    keys = iter(("48217", "10231", "10249", "10256", "10263", "10274", "10281", "10298"))
    content = re.sub(rb"(?m)^## Step .*$", lambda found: found[0] + b" {#%s}" % next(keys).encode(), ENGLISH)
    course = project.course.model_copy(update={"words": Wording(language=language)})
    return with_file(replace(project, course=course), LESSON, content)


def _headings(language: Language) -> list[str]:
    lines = _project(language).files[LESSON].decode().split("\n")
    return [line for line in lines if re.match("## ", line)]


def _otherwise(line: str, language: Language) -> str:
    """The heading as a lesson in `language` has it; what is after a step's number stays."""
    kind = grammar.kind_of(line.removeprefix("## "))
    if kind != grammar.UNKNOWN:
        return f"## {grammar.titles(language)[kind]}"
    return re.sub(r"^## \w+", {"vi": "## Bước", "en": "## Step"}[language], line)


CASES = [(language, line) for language in OTHER for line in _headings(language)]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_a_heading_in_another_language_is_told_with_the_one_to_write(language: Language, line: str) -> None:
    project = _project(language)
    text, before = project.files[LESSON].decode(), {str(problem) for problem in check(project)}
    wrong = text.replace(f"{line}\n", f"{_otherwise(line, OTHER[language])}\n", 1)
    assert wrong != text
    told = [
        problem for problem in check(with_file(project, LESSON, wrong.encode())) if str(problem) not in before
    ]
    assert [problem.code for problem in told] == ["G19"]
    assert told[0].fix == f"Viết «{line}»."


def _lost(project: Project, text: str) -> list[str]:
    found = check(with_file(project, LESSON, text.encode()))
    return [problem.fix for problem in found if problem.code == "B05"]


def test_a_code_below_no_heading_of_a_step_gets_the_word_of_the_other_steps() -> None:
    project = _project("en")
    wrong = project.files[LESSON].decode().replace("## Step 2: Find", "## step 2 - Find")
    assert _lost(project, wrong) == ["Viết cả dòng: «## Step 2: Find the name {#10231}»."]
    wrong = wrong.replace("## step 2 - Find", "## Find")
    assert _lost(project, wrong) == ["Viết cả dòng: «## Step 2: Find the name {#10231}»."]


def test_advice_calls_the_reader_as_the_course_does() -> None:
    project = sample()
    assert project.course
    words = Wording(reader="em", people="các em")
    course = project.course.model_copy(update={"words": words})
    text = project.files[LESSON].decode().replace("Học xong, bác làm được", "Học xong, em làm được")
    text = text.replace("### Gõ nhầm một số, bác làm gì?", "### Gõ nhầm một số thì user làm")
    told = [
        problem.fix for problem in check(with_file(replace(project, course=course), LESSON, text.encode()))
    ]
    assert "Hỏi một việc làm: «…, em làm gì?»" in told
    assert "Viết «em»." in told
