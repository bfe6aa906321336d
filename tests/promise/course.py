"""A small course in a real git repository, and what the people who write it know of it: which words each
printed code means."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from unittest import mock

from click.testing import CliRunner

from tungbuoc import lint
from tungbuoc.cli import main
from tungbuoc.cli.codes import today
from tungbuoc.lesson.problems import Problem
from tungbuoc.lint.check import scans
from tungbuoc.permalink import editions, ledger

SAMPLE = Path(__file__).parents[1] / "lint/sample"
FIRST, SECOND = "docs/mau/luu-so.md", "docs/khac/goi-may.md"
THINGS = (
    "con mèo", "bông hoa", "cái ghế", "ngọn đèn", "quả cam", "cây tre", "con gà", "chiếc lá", "mặt trăng", "dòng sông", "cái bàn", "ngôi nhà",
    "con bò", "hạt lúa", "cái nón", "bánh xe", "quyển sách", "cánh đồng", "ngôi sao", "con thuyền", "cái trống", "bức tranh", "cây đa", "con cá",
)  # fmt: skip
TITLES = (
    "Mở danh bạ", "Thêm tên mới", "Gõ số nhà", "Lưu lại", "Mở danh bạ", "Chọn người nhà", "Gọi thử", "Tắt máy", "Nghe chuông", "Xem ảnh cưới",
    "Bật loa ngoài", "Hẹn giờ sáng", "Đọc thư con", "Chụp giấy tờ", "Tìm quán cơm", "Nạp thẻ cào", "Đổi hình nền", "Quét ô vuông",
)  # fmt: skip
_STEPS = re.compile(r"(?s)## Bước 1.*?(?=## Làm thử)")
_BLOCK = re.compile(r"(?ms)^## ?Bước \d+: .*?(?=^##(?!#)|\Z)")
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_MERGE_AUTOEDIT": "no",
}
_WHO = (
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "-c",
    "core.autocrlf=false",
    "-c",
    "gc.auto=0",
    "-c",
    "core.hooksPath=/dev/null",
)


class Draw(Random):
    """Chance that draws even numbers on one branch and odd ones on the other: two branches that draw one
    code are another story."""

    odd = 0

    def randrange(self, *arguments: int) -> int:  # type: ignore[override]
        """A number of this branch's parity."""
        return super().randrange(*arguments) // 2 * 2 + self.odd


@dataclass
class Course:
    """`means` says for every code on paper which picture its step speaks of, as its writers know; `kept` is
    the text of each step when it was last in order; `copies` are files made by copying another; `dropped` are
    pictures of steps somebody took out on purpose.
    """

    root: Path
    means: dict[str, str] = field(default_factory=dict)
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    copies: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    retired: set[str] = field(default_factory=set)
    made: int = 0
    editions: int = 0
    branch: int = 0
    story: list[str] = field(default_factory=list)

    def lessons(self) -> list[str]:
        """Paths of the files that people think of as lessons."""
        return sorted(path.relative_to(self.root).as_posix() for path in (self.root / "docs").glob("*/*.md"))

    def read(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_bytes().decode("utf-8", "surrogateescape")

    def write(self, path: str, text: str) -> None:
        """Write a file, with its folders."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode("utf-8", "surrogateescape"))

    def step(self, title: str = "", thing: str = "") -> tuple[str, str]:
        """The heading's words and the body of a step that nobody wrote before, or of given ones."""
        self.made += 1
        title = title or f"{TITLES[self.made % len(TITLES)]}"
        thing = thing or f"{THINGS[self.made % len(THINGS)]} số {self.made}"
        screen = f"```phone\ntitle: Máy\nbody:\n  - row: {thing}\n```"
        return title, f"Bấm vào hình {thing} ở dưới.\n\nĐợi {thing} hiện ra, rồi đọc cho kỹ.\n\n{screen}\n\n"

    def call(self, *arguments: str, given: str = "") -> str:
        """Run a command of ours in the project; what it prints."""
        chance = Draw(len(self.story))
        chance.odd = self.branch
        with contextlib.chdir(self.root), mock.patch("tungbuoc.cli.codes.SystemRandom", return_value=chance):
            done = CliRunner().invoke(main, list(arguments), input=given)
        self.story.append(f"$ tungbuoc {' '.join(arguments)}\n{done.output}")
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return done.output

    def check(self) -> list[Problem]:
        """Everything that `tungbuoc check` says of lessons and codes."""
        return lint.check(lint.read_project(self.root, today=today(), environ={}))

    def titles(self) -> dict[str, str]:
        """The title that paper with each code carries."""
        return ledger.read((self.root / ledger.PATH).read_bytes())[0].printed

    def seats(self) -> Iterator[tuple[str, str, str]]:
        """Code, title and words of every step that the tool sees."""
        for scan in scans(lint.read_project(self.root, today=today(), environ={})).values():
            for step in scan.lesson.steps:
                yield step.key or "", step.title, thing_of("\n".join(step.lines))

    def release(self) -> None:
        """Everything is in order and is printed: from now on paper with each code names its step."""
        steps: dict[str, list[str]] = {}
        titles: dict[str, str] = {}
        for path, scan in scans(lint.read_project(self.root, today=today(), environ={})).items():
            for step, block in zip(scan.lesson.steps, blocks(self.read(path)), strict=True):
                key = str(step.key)
                self.means[key] = thing_of(block)
                self.kept[key] = (path, block)
                titles[key] = step.title
                steps.setdefault(scan.lesson.code, []).append(f"{key}=0a1b2c3d")
        self.copies.clear()
        self.editions += 1
        day = today().isoformat()
        rows = "".join(
            f"{code},lesson-sheet,{self.editions},{day},{' '.join(found)}\n" for code, found in steps.items()
        )
        self.write(editions.PATH, (self.read(editions.PATH) if self.editions > 1 else editions.HEADER) + rows)
        before = (self.root / ledger.PATH).read_bytes()
        new = ledger.renamed(ledger.read(before)[0], titles, day)
        (self.root / ledger.PATH).write_bytes(ledger.LOG.appended(before, new))

    def git(self, *arguments: str) -> int:
        """Run git; its exit code."""
        done = subprocess.run(
            ["git", *_WHO, *arguments],
            cwd=self.root,
            env={**os.environ, **_GIT},
            capture_output=True,
            check=False,
        )
        return done.returncode

    def merge(self, other: Course, name: str) -> None:
        """Take another branch in. What its writers know is known; what both sides changed is left as git
        leaves it."""
        code = self.git("merge", "-q", name)
        self.story.append(f"$ git merge: {code}")
        self.means |= other.means
        self.kept |= other.kept
        self.retired |= other.retired
        self.dropped |= other.dropped
        self.made, self.editions = max(self.made, other.made) + 1, max(self.editions, other.editions)

    def commit(self) -> None:
        """Everything as it is."""
        self.git("add", "-A")
        self.git("commit", "-qm", "a", "--no-verify", "--allow-empty")


def thing_of(text: str) -> str:
    """What a step's words speak of, empty for none."""
    found = re.search(r"Bấm vào hình (.*?) ở dưới", text)
    return found[1] if found else ""


def key_of(block: str) -> str:
    """The code on the first line of a step."""
    found = re.search(r"\{#(\d{5})\}", block.split("\n", 1)[0])
    return found[1] if found else ""


def blocks(text: str) -> list[str]:
    """The steps of a lesson as text, each with its heading."""
    return _BLOCK.findall(text)


def with_blocks(text: str, steps: list[str]) -> str:
    """The lesson with other steps in the place of its own, or before what follows them when it has none."""
    found = list(_BLOCK.finditer(text))
    if found:
        return text[: found[0].start()] + "".join(steps) + text[found[-1].end() :]
    at = text.find("## Làm thử")
    return text[:at] + "".join(steps) + text[at:]


def numbered(steps: list[str]) -> list[str]:
    """Steps with their numbers in order."""
    return [re.sub(r"^## ?Bước \d+", f"## Bước {i}", step) for i, step in enumerate(steps, 1)]


def begin(root: Path, *, union: bool) -> Course:
    """Two lessons in two topics, their codes issued, all in one commit."""
    shutil.copytree(SAMPLE / "docs", root / "docs")
    course = Course(root)
    config = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    topic = "        - {folder: khac, letter: C, title: Khác, errand: {C1: Bài khác}, icon: id}\n"
    course.write("mkdocs.yml", config.replace("      video_hosts", f"{topic}      video_hosts"))
    course.write("print/codes.csv", "date,code,event,lesson,step_title,replaced_by,host\n")
    if union:
        course.write(".gitattributes", "print/*.csv merge=union\n")
    source = course.read(FIRST)
    other = source.replace("code: B1", "code: C1").replace("# Lưu số người nhà vào máy", "# Gọi điện cho con")
    for path, text in ((FIRST, source), (SECOND, other)):
        made = [course.step() for _ in range(4)]
        course.write(
            path,
            _STEPS.sub(
                "".join(f"## Bước {i}: {title}\n\n{body}" for i, (title, body) in enumerate(made, 1)), text
            ),
        )
    course.call("fix", "--yes")
    course.release()
    course.git("init", "-q", "--template=", "-b", "chinh")
    course.commit()
    return course
