"""The catalogue is whole: every code in the source has an entry, every entry is shown to hold, the guide
page is current."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yaml
from tests.lint import test_addresses, test_codes, test_golden, test_pictures, test_special, test_translations

from tungbuoc.lint.catalogue import CATALOGUE, making
from tungbuoc.lint.guide import GUIDE, guide
from tungbuoc.lint.rules import RULES, WIDE_RULES

ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r"[A-ZĐ]\d{2}")
SENTENCE = re.compile(r"[.!?…»”)]$")


def _emitted() -> set[str]:
    """Every text of the form of a code that stands alone in the source, the catalogue's own left out."""
    found: set[str] = set()
    for file in (ROOT / "plugins/tungbuoc").rglob("*.py"):
        if "catalogue" not in file.parts:
            nodes = ast.walk(ast.parse(file.read_text("utf-8")))
            found |= {
                node.value
                for node in nodes
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and CODE.fullmatch(node.value)
            }
    return found


def test_every_code_told_anywhere_has_an_entry_and_every_entry_is_told() -> None:
    assert _emitted() == set(CATALOGUE)


def test_every_entry_is_shown_to_hold() -> None:
    shown = (
        {case["code"] for case in test_golden.CASES}
        | set(test_addresses.SHOWN)
        | set(test_special.SHOWN)
        | set(test_codes.SHOWN)
        | set(test_pictures.SHOWN)
        | set(test_translations.SHOWN)
    )
    assert shown >= {*RULES, *WIDE_RULES}
    assert set(CATALOGUE) - shown == {entry.code for entry in making.ENTRIES}


def test_codes_are_unique_over_the_modules_of_the_catalogue() -> None:
    texts = [file.read_text("utf-8") for file in (ROOT / "plugins/tungbuoc/lint/catalogue").glob("*.py")]
    codes = [code for text in texts for code in re.findall(r'Entry\(\s*"([A-Z]\d{2})"', text)]
    assert sorted(codes) == sorted(CATALOGUE)


def test_entries_read_like_sentences() -> None:
    for entry in CATALOGUE.values():
        assert SENTENCE.search(entry.advice), entry.code
        assert not entry.title.endswith("."), entry.code
        assert entry.bad != entry.good, entry.code


def test_messages_are_sentences_and_short_enough_to_read() -> None:
    for file in test_golden.GOLDEN:
        for case in yaml.safe_load(file.read_text("utf-8")):
            assert case["told"], case["code"]
            for message in case["told"]:
                assert len(message) < 260, message
                assert re.search(r"[.?!”»)] \[\w\d\d\]$", message), message


def test_the_guide_page_is_current(update_goldens: bool) -> None:
    page = ROOT / GUIDE
    if update_goldens:
        page.write_text(guide(), "utf-8")
    assert page.read_text("utf-8") == guide(), "run pytest tests/lint --update-goldens"
