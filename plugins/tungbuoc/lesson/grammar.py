"""The lines that mean something: fences, headings, keys, the video line. Shared by the scanner and the
Markdown extension.

Titles of sections are fixed, so that each printable can pick what it needs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

OUTCOMES, PREPARE, STEPS, TRY = "outcomes", "prepare", "step", "try"
BEWARE, TROUBLE, OFFLINE, REMEMBER = "beware", "trouble", "offline", "remember"
QUIZ, TRAINER, LOUDSPEAKER = "quiz", "trainer", "loudspeaker"
POSTER, LEAFLET, WORKSHEET = "poster", "leaflet", "worksheet"
UNKNOWN = "unknown"
"""The kind of a section whose title the grammar does not have."""

TITLES = {
    OUTCOMES: "Học xong, bác làm được", PREPARE: "Chuẩn bị", TRY: "Làm thử", BEWARE: "Coi chừng",
    TROUBLE: "Nếu không được",
    OFFLINE: "Không có máy thông minh", REMEMBER: "Nhớ ba điều", QUIZ: "Tự kiểm",
    TRAINER: "Cho người hướng dẫn",
    LOUDSPEAKER: "Lời loa", POSTER: "Áp phích", LEAFLET: "Tờ rơi", WORKSHEET: "Phiếu tập",
}  # fmt: skip
"""The kinds of sections with the title an author writes; `STEPS` stands for all steps in `ORDER`."""

ENGLISH = {
    OUTCOMES: "After this lesson you can", PREPARE: "What you need", TRY: "Try it", BEWARE: "Be careful",
    TROUBLE: "If it does not work",
    OFFLINE: "Without a smartphone", REMEMBER: "Remember three things", QUIZ: "Check yourself",
    TRAINER: "For the teacher",
    LOUDSPEAKER: "Loudspeaker", POSTER: "Poster", LEAFLET: "Leaflet", WORKSHEET: "Worksheet",
}  # fmt: skip
"""The same titles in a lesson in English, whose steps are “Step 1: …”."""

REQUIRED = (OUTCOMES, PREPARE, TRY, BEWARE, TROUBLE, REMEMBER, QUIZ, TRAINER)
OPTIONAL = (OFFLINE, LOUDSPEAKER, POSTER, LEAFLET, WORKSHEET)
ORDER = (
    OUTCOMES,
    PREPARE,
    STEPS,
    TRY,
    BEWARE,
    TROUBLE,
    OFFLINE,
    REMEMBER,
    QUIZ,
    TRAINER,
    LOUDSPEAKER,
    POSTER,
    LEAFLET,
    WORKSHEET,
)
READERS = ("bác", "cô chú", "bạn", "bà con")
"""How a lesson may call its reader."""

# The outcomes' title carries the lesson's form of address: “Học xong, bác làm được”, “… cô chú …”, “… bạn …”.
_OUTCOMES_TITLE = re.compile(r"^Học xong, (\S(?:.{0,18}\S)?) làm được$")
_KINDS = {title: kind for titles in (TITLES, ENGLISH) for kind, title in titles.items()}

STEP_WORDS = {"vi": "Bước", "en": "Step"}
"""The word that begins the heading of a step, by the language of the lesson."""

STEP = re.compile(rf"^(?:{'|'.join(STEP_WORDS.values())}) (\d{{1,5}}): (\S.*)$")
KEY = re.compile(r"^(.*\S) \{#([0-9]{5})\}$")
VIDEO = re.compile(r"^ {0,3}video *[:：](.*)$", re.IGNORECASE)
# A line for editors only, a link definition that every previewer hides: `[//]: # (bỏ qua S12: lý do)`.
COMMENT = re.compile(r"^ {0,3}\[//\]: # \((.*)\)\s*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A closed fenced block: indices of its opening and closing lines, and its info word (`phone`)."""

    start: int
    end: int
    info: str


def fences(lines: list[str]) -> tuple[list[Fence], list[int]]:
    """Closed fences in order, and indices of opening lines that nothing closes (such a line is plain text).

    O(n log n): one pass from the end finds for each candidate the next line that could close it.
    """
    marks = {i: match for i, line in enumerate(lines) if (match := _FENCE.match(line))}
    closers = _closers(marks)
    found: list[Fence] = []
    unclosed: list[int] = []
    after = -1
    for i, match in marks.items():
        info = match[2].strip()
        if i <= after or (match[1][0] == "`" and "`" in info):
            continue
        end = closers.get(i)
        if end is None:
            unclosed.append(i)
            continue
        found.append(Fence(i, end, info.split()[0] if info else ""))
        after = end
    return found, unclosed


def _closers(marks: dict[int, re.Match[str]]) -> dict[int, int]:
    # Per sign a stack of (−length, line), nearest on top, longer ones below: the nearest closer at least as
    # long wins.
    stacks: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
    closers: dict[int, int] = {}
    for i in reversed(marks):
        run, info = marks[i][1], marks[i][2]
        stack = stacks[run[0]]
        at = bisect_left(stack, (-len(run) + 1, -1))
        if at:
            closers[i] = stack[at - 1][1]
        if not info.strip():
            while stack and -stack[-1][0] <= len(run):
                stack.pop()
            stack.append((-len(run), i))
    return closers


def heading(line: str) -> tuple[int, str]:
    """A line → (level 1–6, text without hashes), or (0, "") for a line that is no heading (as
    Python-Markdown reads it)."""
    level = min(len(line) - len(line.lstrip("#")), 6)
    return (level, line[level:].rstrip().rstrip("#").strip()) if level else (0, "")


def video_lines(lines: list[str]) -> dict[int, str]:
    """Index of each video line that is the first non-blank line under a step's heading → the text after
    the colon."""
    inside = inside_fences(fences(lines)[0])
    found: dict[int, str] = {}
    waiting = False
    for i, line in enumerate(lines):
        if i in inside:
            waiting = False
        elif level := heading(line)[0]:
            waiting = level == 2 and bool(STEP.match(split_key(heading(line)[1])[0]))
        elif line.strip() and waiting and not COMMENT.match(line):
            if match := VIDEO.match(line):
                found[i] = match[1].strip()
            waiting = False
    return found


def titles(language: str) -> dict[str, str]:
    """The kinds of sections with the title that a lesson in this language has for each."""
    return ENGLISH if language == "en" else TITLES


def step_word(titles: Iterable[str]) -> str:
    """The word that the steps among these headings of a lesson begin with; ours where there is none."""
    return next((title.split(" ")[0] for title in titles if STEP.match(title)), STEP_WORDS["vi"])


def heading_in(language: str, title: str) -> str:
    """The heading of a section or step as a lesson in this language has it; any other heading as it is."""
    if step := STEP.match(title):
        return f"{STEP_WORDS[language]} {step[1]}: {step[2]}"
    kind = kind_of(title)
    in_it = kind == UNKNOWN or title == titles(language)[kind] or (language == "vi" and reader_in(title))
    return title if in_it else titles(language)[kind]


def kind_of(title: str) -> str:
    """The kind of a section by its title, whatever word for the reader the outcomes' title has; `UNKNOWN`
    for any other."""
    return OUTCOMES if _OUTCOMES_TITLE.match(title) else _KINDS.get(title, UNKNOWN)


def reader_in(title: str) -> str:
    """The word for the reader in the outcomes' title (“bác”); empty for any other title."""
    match = _OUTCOMES_TITLE.match(title)
    return match[1] if match else ""


def split_key(text: str) -> tuple[str, str | None]:
    """Heading text → (text without key, key); the key is read by the whole pattern or not at all."""
    match = KEY.match(text)
    return (match[1], match[2]) if match else (text, None)


def inside_fences(closed: list[Fence]) -> set[int]:
    """Indices of every line that belongs to a fence, its marks included."""
    return {i for fence in closed for i in range(fence.start, fence.end + 1)}
