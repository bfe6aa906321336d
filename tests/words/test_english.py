"""A course in English: its lessons under strict build, with paper, clips and search, without one Vietnamese
word."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from tests.words.built import begin, built, said

from tungbuoc.cli import main
from tungbuoc.press.stamping import Team, stamp

LESSONS = Path(__file__).with_name("english")
VIETNAMESE = re.compile(
    r"[^\W\d_]*[đơưăâêôạảãàáằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏõọồốổỗộờớởỡợủũụừứửữựỳỷỹỵ][^\W\d_]*", re.IGNORECASE
)
OF_THE_ENGINE = "lunr.vi.min.js"
"""The search folds letters with marks, whatever the language; they are no words."""
LONGEST = 7
"""Letters of the longest Vietnamese syllable; a longer row is the letters that a stamp can draw."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `init` makes, with lessons and data in English."""
    root = tmp_path_factory.mktemp("english") / "first-steps"
    begin(root, "--name", "First Steps", "--host", "first-steps.org", "--topics", "Begin")
    for name in ("goi-nguoi-nha", "luu-so"):
        (root / f"docs/begin/{name}.md").unlink()
    (root / "print/codes.csv").write_text((root / "print/codes.csv").read_text("utf-8").split("\n")[0] + "\n")
    for file in LESSONS.iterdir():
        target = root / "docs" / ("begin" if file.suffix == ".md" else "") / file.name
        target.write_bytes(file.read_bytes())
    config = root / "mkdocs.yml"
    text = re.sub(
        r"(?m)^site_description: .*$", "site_description: Lessons step by step", config.read_text("utf-8")
    )
    text = re.sub(r"errand: \{.*?\}", "errand: {A1: Call your family, A2: save a number}", text)
    text = re.sub(r"words: \{.*\}", "words: {language: en}", text)
    text = text.replace("  language: vi\n", "  language: en\n").replace(
        'hotline: ""', 'hotline: "0900 000 000"\n      report: "sms:0900000000"'
    )
    config.write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        done = CliRunner().invoke(main, ["fix", "--yes"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture(scope="module")
def site(course: Path) -> Path:
    """The course built."""
    return built(course)


def test_its_lessons_have_no_fault(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    assert "không có lỗi nào" in CliRunner().invoke(main, ["check"]).output


def test_no_vietnamese_word_is_on_its_site_and_paper(site: Path) -> None:
    found: dict[str, str] = {}
    for name, text in said(site):
        for word in VIETNAMESE.findall(text):
            if not name.endswith(OF_THE_ENGINE) and len(word) <= LONGEST:
                found.setdefault(word, name)
    assert found == {}


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


def test_its_sheets_pass_the_proof(course: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    done = CliRunner().invoke(main, ["proof"])
    assert done.exit_code == 0, done.output


def test_a_team_on_its_sheets_is_named_in_english(site: Path) -> None:
    made = stamp((site / "in/A1-lesson-sheet.pdf").read_bytes(), Team("Elm Street", "0912 345 678"))
    with pypdfium2.PdfDocument(made) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Phone: 0912 345 678" in text
    assert VIETNAMESE.findall(text) == []
