"""A Vietnamese course with words of its own says none of ours: not on a page, not on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.words.built import begin, built, said

OURS = re.compile(
    r"\b(?:bác(?! sĩ)|bà con|Tổ công nghệ số|Bình dân học vụ số|Đại sứ số|VNeID)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's course: readers are «em», the helper is a teacher, no movement behind it."""
    root = tmp_path_factory.mktemp("em") / "lop"
    begin(
        root,
        "--name",
        "Lớp em",
        "--host",
        "lop-em.vn",
        "--reader",
        "em",
        "--people",
        "các em",
        "--team",
        "Nhóm bạn",
    )
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("words: {", "words: {helper: cô, ")
    config.write_text(
        text.replace('hotline: ""', 'hotline: "0900 000 000"\n      report: "sms:0900000000"'), "utf-8"
    )
    return built(root)


def test_none_of_our_words_is_left(site: Path) -> None:
    found = {(name, word) for name, text in said(site) for word in OURS.findall(text)}
    assert found == set()


def test_its_own_words_stand_there(site: Path) -> None:
    texts = dict(said(site))
    assert "Hôm nay em <br>muốn làm gì?" in texts["index.html"]
    assert "Nhóm bạn" in texts["in/A1-to-bai-hoc.pdf"]
    assert "Sổ kèm năm người" in texts["so-nam-nguoi/index.html"]
