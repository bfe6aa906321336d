"""Another course than ours, about something else than phones, builds whole: pages, codes, clips, paper,
search."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from tests.runner import RUNNER
from tests.words.built import said
from tests.words.test_other_words import OURS

EXAMPLES = Path(__file__).parents[1] / "examples"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def _run(root: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=root,
        env={**os.environ, **QUIET},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
@pytest.mark.press
@pytest.mark.parametrize("name", [folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()])
def test_an_example_builds_strictly_with_all_it_promises(name: str, tmp_path: Path) -> None:
    root = tmp_path / name
    shutil.copytree(EXAMPLES / name, root, ignore=shutil.ignore_patterns(".cache", "site"))
    assert "không có lỗi nào" in _run(root, "tungbuoc", "check")
    _run(root, RUNNER, "build", "--quiet", "--strict")
    site = root / "site"
    files = list((root / "docs").glob("*/*.md"))
    twins = [file for file in files if "." in file.stem]
    lessons = [file.read_text("utf-8") for file in files if file not in twins]
    keys = set(re.findall(r"\{#(\d{5})\}", "".join(lessons)))
    assert len(keys) >= 6 * len(lessons)
    assert all((site / key / "index.html").is_file() for key in keys)
    assert len(list(site.glob("video/*.mp4"))) == len(keys)
    assert "đạt hết" in _run(root, "tungbuoc", "proof")
    assert len(list(site.glob("in/*-bilingual-*.pdf"))) == len(twins) > 0
    for sheet in site.glob("in/*-lesson-sheet.pdf"):
        text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(sheet))
        assert "Máy mỗi hãng" not in text, "nothing here is pressed on a phone"
    assert "vết thương" in (site / "search/search_index.json").read_text("utf-8")
    own = {(path, word) for path, text in said(site) for word in OURS.findall(text)}
    assert own == set(), "words of another course"
