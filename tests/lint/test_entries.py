"""Tables that two people add to: one entry a line, in order, each once; and what a merge leaves is put in
order."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.sample_project import sample, with_file

from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lint import check, fix
from tungbuoc.lint.data import BUTTONS, FOREIGN, GLOSSARY, JOINED, read_data
from tungbuoc.lint.entries import tidy

ROOT = Path(__file__).parents[2]
A, B, C = (
    '- {word: "An", means: "một"}\n',
    '- {word: "Ấm", means: "hai"}\n',
    '- {word: "bạn", means: "ba"}\n',
)
TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\r\n\x85\u2028\u2029\0", exclude_categories=("Cc", "Cs")
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("path", JOINED)
def test_the_tables_of_the_course_are_in_order(path: str) -> None:
    content = (ROOT / path).read_bytes()
    assert tidy(content, path) == content


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (C + A + B, B + A + C),
        (A + A, A),
        ("- word: bạn\n  means: ba\n- word: An\n  means: một\n", A + C),
        ("# đầu\n# trang\n" + C + "# về An\n" + A, "# đầu\n# trang\n# về An\n" + A + C),
        ('- {word: "An", means: ""}\n' + A, A),
        ('- {word: "An", means: "khác"}\n' + A, '- {word: "An", means: "khác"}\n' + A),
        (f"<<<<<<< HEAD\n{C}=======\n{A}>>>>>>> b\n", A + C),
        (
            f"<<<<<<< HEAD\r\n{C}||||||| base\r\n{B}=======\r\n{A}>>>>>>> b\r\n".replace("}\n", "}\r\n"),
            B + A + C,
        ),
    ],
)
def test_entries_are_ordered_and_joined(left: str, right: str) -> None:
    assert tidy(left.encode(), GLOSSARY).decode() == right


@pytest.mark.parametrize(
    "content",
    [
        "",
        "# chỉ lời dặn\n",
        "- {word: An\n",
        "- chữ\n",
        '- {word: "An", extra: "x"}\n',
        "word: An\n",
        "- {means: một}\n",
    ],
)
def test_what_cannot_be_read_stays_for_its_author(content: str) -> None:
    assert tidy(content.encode(), GLOSSARY) == content.encode()


def test_of_two_days_of_trying_the_later_counts() -> None:
    rows = ('- {name: "Gửi", app: "Zalo", fact: "", tried: ""}\n', '- {name: "Gửi", app: "Zalo", fact: "", tried: 2026-11-01}\n',
            '- {name: "Gửi", app: "Zalo", fact: "7.4", tried: 2026-10-02}\n')  # fmt: skip
    assert (
        tidy("".join(rows).encode(), BUTTONS).decode()
        == '- {name: "Gửi", app: "Zalo", fact: "7.4", tried: 2026-11-01}\n'
    )


@given(st.dictionaries(TEXTS, TEXTS, min_size=1))
def test_every_word_is_kept_as_typed_and_twice_is_once(words: dict[str, str]) -> None:
    for path, fields in ((GLOSSARY, ("word", "means")), (FOREIGN, ("word",))):
        made = tidy(b"".join(_typed(word, means, fields) for word, means in words.items()), path)
        found = load(made.decode()).value
        assert isinstance(found, list)
        assert {entry["word"]: entry.get("means") for entry in found} == {
            word: means if fields[1:] else None for word, means in words.items()
        }
        assert tidy(made, path) == made
        assert made.count(b"\n") == len(words)


def _typed(word: str, means: str, fields: tuple[str, ...]) -> bytes:
    quoted = ["'" + text.replace("'", "''") + "'" for text in (word, means)]
    return "".join(
        f"{'- ' if i == 0 else '  '}{field}: {quoted[i]}\n" for i, field in enumerate(fields)
    ).encode()


def test_fix_orders_a_table_and_check_says_how_a_merge_is_mended() -> None:
    content = sample().files[GLOSSARY]
    conflict = (
        b"<<<<<<< HEAD\n"
        + '- {word: "ví điện tử", means: "túi tiền trong máy"}\n'.encode()
        + b"=======\n"
        + A.encode()
        + b">>>>>>> b\n"
    )
    project = with_file(sample(), GLOSSARY, content + conflict)
    assert [str(problem) for problem in check(project)] == [
        "docs/tu-moi.yml:5: Git để lại hai bản của cùng một đoạn ở đây (và ở dòng 9). Chạy «tungbuoc fix»: máy giữ mục của cả hai bên. [T15]"
    ]
    fixed = fix(project, rng=Random(1))
    assert list(fixed.files) == [GLOSSARY]
    assert check(with_file(project, GLOSSARY, fixed.files[GLOSSARY])) == []
    assert {"An", "ví điện tử", "danh bạ"} <= set(read_data(fixed.files)[0].glossary)


def test_two_branches_that_add_buttons_and_words_meet_without_a_conflict(tmp_path: Path) -> None:
    _repository(
        tmp_path,
        {
            ".gitattributes": (ROOT / ".gitattributes").read_text("utf-8"),
            GLOSSARY: A + C,
            BUTTONS: _button("A") + _button("C"),
        },
    )
    _branch(
        tmp_path,
        "ours",
        {
            GLOSSARY: A + C + '- {word: "cá", means: "x"}\n',
            BUTTONS: _button("A") + _button("B", "2026-11-01") + _button("C"),
        },
    )
    _branch(
        tmp_path,
        "theirs",
        {
            GLOSSARY: A + C + '- {word: "cây", means: "y"}\n',
            BUTTONS: _button("A") + _button("B") + _button("C"),
        },
    )
    assert _git(tmp_path, "merge", "-q", "ours") == 0
    merged = {path: (tmp_path / path).read_bytes() for path in (GLOSSARY, BUTTONS)}
    assert (
        tidy(merged[GLOSSARY], GLOSSARY).decode()
        == A + C + '- {word: "cá", means: "x"}\n- {word: "cây", means: "y"}\n'
    )
    assert tidy(merged[BUTTONS], BUTTONS).decode() == _button("A") + _button("B", "2026-11-01") + _button("C")


def _button(name: str, tried: str = "") -> str:
    return f'- {{name: "{name}", app: "", fact: "", tried: {tried or chr(34) * 2}}}\n'


def _repository(root: Path, files: dict[str, str]) -> None:
    _git(root, "init", "-q", "-b", "main")
    _write(root, files)


def _branch(root: Path, name: str, files: dict[str, str]) -> None:
    """A branch of the first commit with other contents of these files."""
    _git(root, "switch", "-qc", name, "main")
    _write(root, files)


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, "utf-8")
    _git(root, "add", "-A")
    _git(root, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a")


def _git(root: Path, *arguments: str) -> int:
    return subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *arguments], cwd=root, check=False
    ).returncode
