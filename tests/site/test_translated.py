"""One lesson of the example in English, and in letters of Khmer: its pages, codes, search and sheets, built as
for printing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from tests.runner import RUNNER

from tungbuoc.press.gate import heard

EXAMPLE = Path(__file__).parents[2] / "examples/so-cuu"
TOPIC = "viec-nho-trong-nha"
KHMER = "ភាសាខ្មែរ ត្រូវប្រើប្រាស់ទឹកត្រជាក់"
"""Names of things, for their letters: no translation."""
KEYS = ["96611", "96145", "46517", "97368", "94813", "88997"]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def _run(root: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=root, env={**os.environ, **QUIET},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _built(root: Path) -> Path:
    _run(root, RUNNER, "build", "--quiet", "--strict")
    return root / "site"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson alone, with nothing but what both languages need."""
    root = tmp_path_factory.mktemp("twin") / "so-cuu"
    shutil.copytree(
        EXAMPLE, root, ignore=shutil.ignore_patterns(".cache", "site", "chay-mau-cam.md", "vet-*.md")
    )
    config = root / "mkdocs.yml"
    config.write_text(
        re.sub(r"formats: \[.*\]", "formats: [lesson-sheet, bilingual]", config.read_text("utf-8"))
        .replace("A1: Đứt tay, ", "").replace(", A3: chảy máu cam", ""),
        "utf-8",
    )  # fmt: skip
    rows = (root / "print/codes.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [row for row in rows if row.startswith("date") or row.split(",")[1] in KEYS]
    (root / "print/codes.csv").write_text("".join(kept), "utf-8")
    for table in ("tu-moi.yml", "tu-tim.yml"):
        (root / "docs" / table).write_text("[]\n" if table == "tu-moi.yml" else "", "utf-8")
    return root


@pytest.fixture(scope="module")
def alone(root: Path) -> bytes:
    """The lesson's own sheet, pressed before there was any translation."""
    english = root / f"docs/{TOPIC}/bong-nhe.en.md"
    text = english.read_bytes()
    english.unlink()
    sheet = (_built(root) / "in/A2-lesson-sheet.pdf").read_bytes()
    english.write_bytes(text)
    return sheet


@pytest.fixture(scope="module")
def site(root: Path, alone: bytes) -> Path:
    english = (root / f"docs/{TOPIC}/bong-nhe.en.md").read_text("utf-8")
    head, body = english.split("\n---\n", 1)
    body = re.sub(r"(?m)^(# |## [^:]+: )(?:[^{\n]+?)( \{#\d+\})?$", rf"\1{KHMER}\2", body)
    numbered = iter(range(1, 99))
    body = re.sub(r"(## Bước \d: )" + KHMER, lambda found: f"{found[1]}{KHMER} {next(numbered)}", body)
    (root / f"docs/{TOPIC}/bong-nhe.km.md").write_text(f"{head}\n---\n{body}", "utf-8")
    return _built(root)


class _Tongues(HTMLParser):
    """Every piece of text of a page with the language it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "img", "input", "br", "path", "source", "track", "wbr"):
            self.stack.append(dict(attrs).get("lang") or (self.stack[-1] if self.stack else ""))

    def handle_endtag(self, tag: str) -> None:
        if self.stack and tag not in ("path",):
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append((self.stack[-1] if self.stack else "", " ".join(data.split())))


def _page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


@pytest.mark.press
def test_a_translation_has_a_page_of_its_own_whose_words_say_their_language(site: Path) -> None:
    said = _Tongues(_page(site, f"{TOPIC}/bong-nhe.en")).found
    assert ("en", "A minor burn from hot water") in said
    assert ("en", "Do not burst blisters.") in said
    assert ("en", "Be careful") in said
    assert ("vi", "Bài A2 bằng tiếng Anh") in said
    assert not [
        text for tongue, text in said if tongue == "en" and re.search("[ạảấầậắặẹềệịọồộớờợụứừựỳ]", text)
    ]


@pytest.mark.press
def test_the_lesson_its_translations_and_its_codes_lead_to_each_other(site: Path) -> None:
    lesson, english = _page(site, f"{TOPIC}/bong-nhe"), _page(site, f"{TOPIC}/bong-nhe.en")
    assert f'href="../../{TOPIC}/bong-nhe.en/" hreflang="en" lang="en"' in lesson
    assert 'href="../../in/A2-to-song-ngu-tieng-khmer.pdf"' in lesson
    assert f'href="../../{TOPIC}/bong-nhe/"' in english
    assert 'href="../../in/A2-to-song-ngu-tieng-anh.pdf"' in english
    assert (site / "in/A2-to-song-ngu-tieng-anh.pdf").is_file()
    for key in KEYS:
        assert f'id="{key}"' in english
        code = _page(site, key)
        assert f'href="../{TOPIC}/bong-nhe.en/#{key}" hreflang="en"' in code
        assert f'href="../{TOPIC}/bong-nhe.km/#{key}" hreflang="km"' in code
        below = code.partition("</h1>")[2]
        assert below.index('href="#km" lang="km"') < below.index('id="km" lang="km"'), (
            "seen before any scrolling"
        )
    assert ("en", "Do not burst blisters.") in _Tongues(_page(site, "94813")).found


@pytest.mark.press
@pytest.mark.browser
def test_no_page_of_either_language_is_wider_than_a_phone(site: Path, browser: Any) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
    for path in (f"{TOPIC}/bong-nhe", f"{TOPIC}/bong-nhe.en", f"{TOPIC}/bong-nhe.km", *KEYS):
        page.goto((site / path / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
    page.context.close()


@pytest.mark.press
def test_lists_have_the_lesson_once_and_search_finds_both(site: Path) -> None:
    for page in (".", "tat-ca-bai-hoc", TOPIC, "toi-muon"):
        assert "bong-nhe.en" not in _page(site, page)
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    titles = {entry["location"]: entry["title"] for entry in index["docs"] if "location" in entry}
    assert titles[f"{TOPIC}/bong-nhe/"] == "Bỏng nhẹ vì nước nóng"
    assert titles[f"{TOPIC}/bong-nhe.en/"] == "A minor burn from hot water"
    assert titles[f"{TOPIC}/bong-nhe.km/"] == KHMER
    [english] = [entry for entry in index["docs"] if entry["location"] == f"{TOPIC}/bong-nhe.en/"]
    assert english["steps"][2] == "46517 Take off rings and watches"
    assert "text" not in english
    listed = _page(site, "tai-to-in")
    assert listed.count('href="../in/A2-to-song-ngu-tieng-anh.pdf"') >= 1
    assert "Tờ song ngữ (tiếng Khmer)" in listed


@pytest.mark.press
@pytest.mark.parametrize(("language", "words"), [("en", "Do not burst blisters."), ("km", f"{KHMER} 5")])
def test_the_sheet_says_everything_twice_and_its_codes_once(site: Path, language: str, words: str) -> None:
    document = pypdfium2.PdfDocument(site / f"in/A2-bilingual-{language}.pdf")
    assert len(document) <= 4
    said = heard.heard(document)
    assert heard.folded("Không chọc vỡ bóng nước.") in said
    assert heard.folded(words) in said
    copied = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert heard.folded(words) in heard.folded(copied), "what somebody copies is what stands there"
    found = [
        code.text for page in document
        for code in zxingcpp.read_barcodes(page.render(scale=200 / 72, grayscale=True).to_numpy())
    ]  # fmt: skip
    assert sorted(found) == sorted(f"https://so-cuu.example/{key}/" for key in KEYS)


@pytest.mark.press
def test_proof_holds_and_the_lesson_s_own_sheet_has_the_bytes_it_had(
    site: Path, root: Path, alone: bytes
) -> None:
    assert "Đã soát 3 tờ: đạt hết." in _run(root, "tungbuoc", "proof")
    assert (site / "in/A2-lesson-sheet.pdf").read_bytes() == alone


@pytest.mark.press
def test_an_older_translation_says_so_and_is_not_printed_an_unfinished_one_has_no_page(
    site: Path, root: Path, tmp_path: Path
) -> None:
    assert site.is_dir()
    copy = tmp_path / "so-cuu"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site"))
    original, khmer = copy / f"docs/{TOPIC}/bong-nhe.md", copy / f"docs/{TOPIC}/bong-nhe.km.md"
    original.write_text(original.read_text("utf-8").replace("phủ lỏng tay.", "phủ thật lỏng tay."), "utf-8")
    khmer.write_text(khmer.read_text("utf-8").replace("Do not burst", "(dịch) Không chọc"), "utf-8")
    _run(copy, RUNNER, "build", "--quiet")
    built = copy / "site"
    told = "Bài gốc đã sửa sau bản dịch này."
    assert told in _page(built, f"{TOPIC}/bong-nhe.en")
    assert told in _page(built, "94813")
    assert not (built / f"{TOPIC}/bong-nhe.km").exists()
    assert "bong-nhe.km" not in _page(built, "94813")
    assert [file.name for file in built.glob("in/A2-bilingual*.pdf")] == []
    assert "song-ngu" not in _page(built, f"{TOPIC}/bong-nhe")
