"""Every key that stands in the project's own texts is a key: readers copy what they see."""

from __future__ import annotations

import re
from pathlib import Path

from tungbuoc.lint.guide import GUIDE
from tungbuoc.permalink.keys import is_key

ROOT = Path(__file__).parent.parent.parent
KEY = re.compile(r"\{#(\d{5})\}")


def test_keys_in_lessons_guides_and_readme_are_keys() -> None:
    files = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    bad_on_purpose = ROOT / GUIDE
    found = {
        (file.name, key)
        for file in files
        if file != bad_on_purpose
        for key in KEY.findall(file.read_text("utf-8"))
    }
    assert found
    assert [(name, key) for name, key in sorted(found) if not is_key(key)] == []
