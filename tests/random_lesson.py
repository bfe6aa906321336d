"""Lessons by the dice, after the grammar: what is typed, and the words that a reader must meet, in order.

The words are known because they were chosen before they were typed; nothing that reads lessons is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tungbuoc.lesson import grammar
from tungbuoc.permalink.keys import mint

CODE = "E1"
_SYLLABLES = [
    "bác",
    "mở",
    "máy",
    "tìm",
    "nút",
    "gửi",
    "lời",
    "nhắn",
    "cho",
    "con",
    "cháu",
    "đọc",
    "thật",
    "chậm",
    "từng",
    "số",
    "ghi",
    "ra",
    "giấy",
    "hỏi",
    "lại",
    "người",
    "nhà",
    "rồi",
    "bấm",
    "vào",
    "hình",
    "chiếc",
    "lá",
    "màu",
    "vàng",
    "ở",
    "góc",
    "trên",
    "bên",
    "phải",
    "chờ",
    "một",
    "lúc",
    "trang",
    "mới",
    "hiện",
    "ra",
    "xem",
    "tên",
    "có",
    "đúng",
    "không",
    "điện",
    "thoại",
    "ngân",
    "hàng",
    "xã",
    "phường",
    "thẻ",
    "căn",
    "cước",
    "ảnh",
    "chợ",
    "quê",
    "nước",
    "mắm",
    "cá",
    "kho",
    "ruộng",
    "lúa",
    "đường",
    "làng",
    "giếng",
    "cũ",
    "khuya",
    "sớm",
    "mưa",
    "nắng",
]
_HEAD = """---
code: E1
audience: mọi người
minutes: 30
skills: [b]
facts: []
reviewed: 2026-11-21
review_by: 2027-02-21
---
"""


@dataclass(frozen=True)
class WrittenStep:
    """A step with the words of its title, its body, and its drawn screens."""

    key: str
    title: str
    said: tuple[str, ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A lesson as typed; `said` are the words of each section by its kind, `reasons` those of wrong answers,
    which some paper leaves out."""

    source: str
    title: str
    steps: tuple[WrittenStep, ...]
    said: dict[str, tuple[str, ...]]
    reasons: tuple[str, ...]


def written(seed: int) -> Written:
    """The lesson of these dice."""
    return _Hand(Random(seed)).lesson()


class _Hand:
    """Types with one pair of dice, and remembers the words of what it is at."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.said: list[str] = []
        self.reasons: list[str] = []

    def lesson(self) -> Written:
        title, taken = self.words(3, 6), set[str]()
        parts, sections, steps = [_HEAD, f"# {title}\n"], {}, list[WrittenStep]()
        for kind in grammar.ORDER:
            if kind == grammar.STEPS:
                for number in range(1, self.dice.randint(2, 6) + 1):
                    text, step = self.step(number, taken)
                    parts.append(text)
                    steps.append(step)
            elif kind in grammar.REQUIRED or self.dice.random() < 0.8:
                self.said = []
                heading = grammar.TITLES[kind].replace("bác", self.dice.choice(grammar.READERS))
                parts += [f"## {heading}\n", self.section(kind)]
                sections[kind] = tuple(self.said)
        return Written("\n".join(parts), title, tuple(steps), sections, tuple(self.reasons))

    def step(self, number: int, taken: set[str]) -> tuple[str, WrittenStep]:
        key, title = mint(taken, self.dice), self.words(2, 6)
        taken.add(key)
        self.said = []
        body = [self.blocks(2)]
        drawn = [self.words(1, 2), self.words(1, 2), self.words(1, 2)]
        on = self.dice.choice(("", "on: android\n", "on: iphone\n"))
        screen = (
            f"```phone\n{on}title: {drawn[0]}\nbody:\n  - row: {drawn[1]}\n"
            f"  - button: {drawn[2]}\n    tap: true\n```\n"
        )
        shown = self.dice.random() < 0.7
        body += [screen] if shown else []
        text = "\n".join([f"## Bước {number}: {title} {{#{key}}}\n", *body])
        return text, WrittenStep(key, title, tuple(self.said), tuple(drawn) if shown else ())

    def section(self, kind: str) -> str:
        if kind in (grammar.OUTCOMES, grammar.PREPARE):
            return self.list("- ", self.dice.randint(1, 3))
        if kind == grammar.REMEMBER:
            return self.list("- ", 3)
        if kind == grammar.TROUBLE:
            return "".join(
                f"- **{self.remembered(self.words(2, 4))}** — {self.sentence()}\n" for _ in range(3)
            )
        if kind == grammar.QUIZ:
            return "\n".join(self.question() for _ in range(3))
        if kind == grammar.TRAINER:
            return "".join(self.of_plan(minutes) for minutes in (5, 10, 15))
        if kind == grammar.POSTER:
            return f"{self.sentence()}\n\n{self.sentence()}\n"
        return self.blocks(1)

    def question(self) -> str:
        asked = self.remembered(self.words(3, 6) + "?")
        right, lines = self.dice.randint(0, 1), []
        for place in range(2):
            answer = self.sentence()
            reason = self.plain_sentence()
            (self.said if place == right else self.reasons).append(reason)
            lines.append(f"- [{'x' if place == right else ' '}] {answer} — {reason}\n")
        return f"### {asked}\n\n{''.join(lines)}"

    def of_plan(self, minutes: int) -> str:
        self.said.append(f"{minutes} phút")
        return f"- {minutes} phút: {self.sentence()}\n"

    def blocks(self, most: int) -> str:
        """A paragraph, and then up to `most` blocks, each with a paragraph after it: lists stay apart."""
        made = [self.paragraph()]
        for _ in range(self.dice.randint(0, most)):
            made += [self.block(), self.paragraph()]
        return "\n".join(made)

    def block(self) -> str:
        kind = self.dice.choice(("paragraph", "list", "numbers", "table"))
        if kind == "table":
            rows = [[self.remembered(self.words(1, 3)) for _ in range(2)] for _ in range(3)]
            lines = [f"| {' | '.join(row)} |\n" for row in rows]
            return "".join([lines[0], "| --- | --- |\n", *lines[1:]])
        if kind == "numbers":
            return "".join(f"{number}. {self.sentence()}\n" for number in (1, 2, 3))
        return self.list("- ", self.dice.randint(2, 3)) if kind == "list" else self.paragraph()

    def list(self, mark: str, items: int) -> str:
        return "".join(f"{mark}{self.sentence()}\n" for _ in range(items))

    def paragraph(self) -> str:
        gap = self.dice.choice((" ", "\n"))
        return gap.join(self.sentence() for _ in range(self.dice.randint(1, 2))) + "\n"

    def sentence(self) -> str:
        """A sentence as typed: plain, or with something in it that Markdown knows."""
        before, what, after = self.words(1, 3), self.words(1, 2), self.words(1, 3).lower()
        mark, shown = self.dice.choice(
            (
                ("{}", "{}"), ("**{}**", "{}"), ("**“{}”**", "“{}”"), ("[{}](https://vneid.gov.vn)", "{}"),
                ("`{}`", "{}"), ("«{}»", "«{}»"), ("({})", "({})"),
            )
        )  # fmt: skip
        self.said.append(f"{before} {shown.format(what)} {after}.")
        return f"{before} {mark.format(what)} {after}."

    def plain_sentence(self) -> str:
        return self.words(3, 5) + "."

    def remembered(self, words: str) -> str:
        self.said.append(words)
        return words

    def words(self, least: int, most: int) -> str:
        found = [self.dice.choice(_SYLLABLES) for _ in range(self.dice.randint(least, most))]
        return " ".join(found).capitalize()
