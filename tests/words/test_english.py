"""A course in English: its lessons under strict build, with paper, clips and search, without one Vietnamese
word."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from tests.admin.conftest import run
from tests.words.built import begin, built, said

from tungbuoc.cli import main
from tungbuoc.lesson.wording import in_language
from tungbuoc.lint import check, read_project
from tungbuoc.press.stamping import Team, stamp

ROOT = Path(__file__).parents[2]
VIETNAMESE = re.compile(
    r"[^\W\d_]*[đơưăâêôạảãàáằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏõọồốổỗộờớởỡợủũụừứửữựỳỷỹỵ][^\W\d_]*", re.IGNORECASE
)
OF_THE_ENGINE = ("lunr.vi.min.js", "sveltia-cms.js")
"""The search folds letters with marks, the form's library has its own; they are no words."""
VOICES = """
  window.said = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "vi-VN" }, { lang: "en-GB" }], addEventListener() {}, cancel() {}, speak(sound) { said.push(sound) },
  } })
"""
LONGEST = 7
"""Letters of the longest Vietnamese syllable; a longer row is the letters that a stamp can draw."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `init` makes in English, with a number to call and a way to report."""
    root = tmp_path_factory.mktemp("english") / "first-steps"
    begin(root, "--language", "en", "--host", "first-steps.org", "--topics", "Begin, Keep in touch")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(
            'hotline: ""',
            'hotline: "0900 000 000"\n      report: "sms:0900000000"\n      editing: "github:us/steps"',
        ),
        "utf-8",
    )
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/npm").symlink_to(ROOT / ".cache/npm")  # what the form's library was fetched into
    return root


@pytest.fixture(scope="module")
def site(course: Path) -> Path:
    """The course built."""
    return built(course)


def test_nothing_that_init_wrote_is_vietnamese(course: Path) -> None:
    for file in (path for path in course.rglob("*") if path.is_file() and ".cache" not in path.parts):
        if not file.is_relative_to(course / "site") and file.name != "codes.csv":
            assert VIETNAMESE.findall(file.read_text("utf-8")) == [], file


def test_its_lessons_have_no_fault(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    assert "không có lỗi nào" in CliRunner().invoke(main, ["check"]).output


def test_no_vietnamese_word_is_on_its_site_and_paper(site: Path) -> None:
    found: dict[str, str] = {}
    for name, text in said(site):
        for word in VIETNAMESE.findall(text):
            if not name.endswith(OF_THE_ENGINE) and 1 < len(word) <= LONGEST:
                found.setdefault(word, name)
    assert found == {}


def test_no_vietnamese_word_without_marks_is_left(site: Path) -> None:
    """“Nghe”, “Xem”: words of the catalogue that only a reader tells from English."""
    plain = [word for word, said in in_language("en").items() if word.isascii() and word not in (said, "In")]
    assert "Nghe" in plain
    shown = re.compile(rf"""(?<=["'>`])\s*(?:{"|".join(map(re.escape, plain))})\s*(?=["'<`])""")
    assert {(name, found[0]) for name, text in said(site) for found in shown.finditer(text)} == set()


def test_pages_and_paper_say_that_they_are_english(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "<html" not in text or 'lang="en"' in text, page
    for sheet in (site / "in").glob("*.pdf"):
        with pikepdf.open(sheet) as pdf:
            assert str(pdf.Root.Lang) == "en", sheet


def test_sheets_and_code_pages_speak_english(site: Path) -> None:
    texts = dict(said(site))
    assert "What would you <br>like to do today?" in texts["index.html"]
    assert "If it does not work" in texts["in/A1-lesson-sheet.pdf"]
    assert any("See the video" in text for name, text in texts.items() if re.match(r"\d{5}/", name))


def test_a_new_lesson_is_drafted_in_english(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "course"
    shutil.copytree(course, root, ignore=shutil.ignore_patterns("site", ".cache"))
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["new", "--topic", "B", "--title", "Write to a friend"], input="\n\n")
    assert done.exit_code == 0, done.output
    assert VIETNAMESE.findall(done.output) == []
    text = (root / "docs/keep-in-touch/write-to-a-friend.md").read_text("utf-8")
    assert VIETNAMESE.findall(text) == []
    assert "## Step 4: Look at the result {#" in text
    assert "audience: everybody" in text
    told = {problem.code for problem in check(read_project(root, today=dt.date.today()))}
    assert told == {"Y03"}
    samples = text.replace("[//]: # (fill in: one to three", "[//]: # (one to three")
    (root / "docs/keep-in-touch/write-to-a-friend.md").write_text(samples, "utf-8")
    told = {problem.code for problem in check(read_project(root, today=dt.date.today()))}
    assert told == {"Y03", "Y04"}


@pytest.mark.browser
def test_it_is_read_aloud_by_an_english_voice(site: Path, browser: Any) -> None:
    code = next(folder for folder in site.iterdir() if re.fullmatch(r"\d{5}", folder.name))
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(VOICES)
    page.goto((code / "index.html").as_uri())
    button = page.locator("#nghe")
    assert button.inner_text() == "Listen"
    button.click()
    assert page.evaluate("[said[0].voice.lang, said[0].lang]") == ["en-GB", "en-GB"]
    button.click()
    assert button.inner_text() == "Listen"
    context.close()


def test_its_sheets_pass_the_proof(course: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    done = CliRunner().invoke(main, ["proof"])
    assert done.exit_code == 0, done.output


def test_the_form_for_editors_writes_steps_in_english(site: Path) -> None:
    """Where the form's library could be fetched."""
    settings = site / "admin/settings.js"
    if not settings.is_file():
        pytest.skip("the library of the form could not be fetched")
    page = (site / "admin/index.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert not (site / "admin/vi.json").exists()
    said = settings.read_text("utf-8")
    assert '"label": "Title of the step"' in said
    lesson = "---\ncode: A1\n---\n\n# Call\n\n## Step 1: Open {#48217}\n\nPress.\n"
    [shown] = run(site, ["fromFile", lesson])
    assert shown["parts"][0]["key"] == "48217"
    assert run(site, ["toFile", shown]) == [lesson]
    before = {"kind": "buoc", "title": "Wake it", "blocks": [{"kind": "loi", "text": "Press the side."}]}
    [written] = run(site, ["toFile", {**shown, "parts": [before, *shown["parts"]]}])
    assert "## Step 1: Wake it\n" in written
    assert "## Step 2: Open {#48217}\n" in written


def test_a_team_on_its_sheets_is_named_in_english(site: Path) -> None:
    made = stamp((site / "in/A1-lesson-sheet.pdf").read_bytes(), Team("Elm Street", "0912 345 678"))
    with pypdfium2.PdfDocument(made) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Phone: 0912 345 678" in text
    assert VIETNAMESE.findall(text) == []
