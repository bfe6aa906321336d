"""Courses to measure with: the real one, or generated lessons of six steps, each as a project of ours and as
plain MkDocs."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = dt.date.today()
LETTERS = "EFBCDGHIAKLM"
OURS, PLAIN = "ours", "plain"
REAL = Path("docs/an-toan/dung-lai.md")
TOPIC = 99
"""Lessons of a generated topic, at most: their codes have two digits."""
PAPER, PREVIEW = "  - tungbuoc/handouts:\n", "      serve: true\n"
"""What the settings of this repository say of paper, and that the preview shall print too."""
FORMAT = "memory-card"
"""The format whose style is touched; a project's own copy of it, so that nothing else changes."""
LOCAL = ("codes.csv", "editions.csv", "teams.csv")
WORDS = [
    "bấm",
    "nút",
    "mở",
    "máy",
    "chọn",
    "tên",
    "người",
    "nhà",
    "gõ",
    "mã",
    "số",
    "đọc",
    "chậm",
    "tin",
    "nhắn",
    "xem",
    "lại",
    "địa",
    "chỉ",
    "trang",
    "gọi",
    "hỏi",
]


def real(folder: Path) -> Path:
    """The course of this repository below `folder`; the lesson whose word is touched."""
    shutil.copytree(ROOT / "docs", folder / OURS / "docs")
    shutil.copytree(ROOT / "print", folder / OURS / "print")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace(PAPER, PAPER + PREVIEW)
    (folder / OURS / "mkdocs.yml").write_text(config, encoding="utf-8")
    _finish(folder)
    return folder / OURS / REAL


def generated(folder: Path, size: int) -> Path:
    """A course of `size` lessons with keys and ledger, in the default formats; the lesson to touch."""
    ours = folder / OURS
    ignored = shutil.ignore_patterns(*LOCAL)
    shutil.copytree(ROOT / "print", ours / "print", ignore=ignored)
    letters = LETTERS[: -(-size // TOPIC)]
    (ours / "mkdocs.yml").write_text(_config(letters), encoding="utf-8")
    rng = random.Random(1)
    for number in range(1, size + 1):
        letter, index = LETTERS[(number - 1) // TOPIC], (number - 1) % TOPIC + 1
        file = ours / f"docs/{letter.lower()}/bai-{index}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_lesson(f"{letter}{index}", rng), encoding="utf-8")
    tool = Path(sys.executable).with_name("tungbuoc")
    subprocess.run([tool, "fix", "--yes"], cwd=ours, check=True, capture_output=True)
    _finish(folder)
    return ours / f"docs/{LETTERS[0].lower()}/bai-1.md"


def touch_word(lesson: Path, word: str = "này") -> None:
    """One more word at the end of the first sentence of the first step."""
    head, step, rest = lesson.read_text("utf-8").partition("## Bước 1:")
    lesson.write_text(head + step + re.sub(r"\.(?=\s)", f" {word}.", rest, count=1), encoding="utf-8")


def touch_style(folder: Path) -> None:
    """One more rule in the style of one format."""
    with (folder / OURS / f"print/formats/{FORMAT}/style.css").open("a", encoding="utf-8") as file:
        file.write(".fine { letter-spacing: 0 }\n")


def _finish(folder: Path) -> None:
    """The project's own copy of a format, and the same Markdown as plain MkDocs with the same theme."""
    shipped = ROOT / "plugins/tungbuoc/print/formats" / FORMAT
    shutil.copytree(shipped, folder / OURS / "print/formats" / FORMAT)
    (folder / PLAIN).mkdir()
    data = shutil.ignore_patterns("*.yml")
    shutil.copytree(folder / OURS / "docs", folder / PLAIN / "docs", ignore=data)
    (folder / PLAIN / "mkdocs.yml").write_text(
        "site_name: Plain\nsite_dir: site\ntheme: {name: material, language: vi, font: false}\n"
        "plugins: [search]\nmarkdown_extensions: [tables, pymdownx.superfences]\n",
        encoding="utf-8",
    )


def _config(letters: str) -> str:
    """The settings of this repository with other topics, and everything of the press as it comes."""
    before, _, after = (ROOT / "mkdocs.yml").read_text("utf-8").partition(PAPER)
    head, _, rest = before.partition("      topics:\n")
    rest = "".join(line for line in rest.splitlines(True) if not line.lstrip().startswith("- {folder"))
    topics = "".join(
        f"        - {{folder: {letter.lower()}, letter: {letter}, title: Việc {letter}, errand: {{{letter}1: Bấm}}, icon: phone}}\n"
        for letter in letters
    )
    return f"{head}      topics:\n{topics}{rest}{PAPER}{PREVIEW}{after[after.index(chr(10) * 2) :]}"


def _lesson(code: str, rng: random.Random) -> str:
    said = lambda count: " ".join(rng.sample(WORDS, count)).capitalize()  # noqa: E731
    steps = "".join(
        f"## Bước {step}: {said(4)}\n\nBấm nút. {said(8)}.\n\n```phone\ntitle: {said(2)}\nbody:\n"
        f"  - row: {said(2)}\n    icon: person\n  - button: {said(2)}\n    tap: true\n```\n\n"
        for step in range(1, 7)
    )
    return (
        f"---\ncode: {code}\naudience: mọi người\nminutes: 20\nreviewed: {TODAY}\nreview_by: {TODAY + dt.timedelta(days=90)}\n---\n\n# {said(4)}\n\n"
        f"## Học xong, bác làm được\n\n- {said(6)}.\n\n## Chuẩn bị\n\n- Điện thoại.\n\n{steps}"
        f"## Làm thử\n\n{said(10)}.\n\n## Coi chừng\n\n{said(10)}.\n\n## Nếu không được\n\n- **{said(3)}** — {said(8)}.\n- **{said(3)}** — Hỏi con cháu.\n\n"
        f"## Nhớ ba điều\n\n- {said(5)}.\n- {said(5)}.\n- {said(5)}.\n\n## Tự kiểm\n\n"
        + "".join(
            f"### {said(5)}?\n\n- [x] {said(4)}. — {said(5)}.\n- [ ] {said(4)}. — {said(5)}.\n\n"
            for _ in range(3)
        )
        + "## Cho người hướng dẫn\n\n- 5 phút: Khởi động.\n- 15 phút: Làm mẫu.\n"
    )
