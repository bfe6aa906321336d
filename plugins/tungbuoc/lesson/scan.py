"""Source text → `Lesson` with line numbers and problems as values. Never raises, linear time.

Only the grammar is judged here (front matter, headings, keys' form, video lines, fences, screens); whether a
key is good and issued is `permalink`'s, house rules are `lint`'s.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from tungbuoc.lesson import grammar
from tungbuoc.lesson.blocks import read_body
from tungbuoc.lesson.destination import Refused
from tungbuoc.lesson.front import Front, front_of
from tungbuoc.lesson.limits import check_limits
from tungbuoc.lesson.model import Lesson, Scan, ScreenBlock, Section, Step
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.lesson.screens import parse
from tungbuoc.lesson.spoilt import spoilt
from tungbuoc.lesson.text import read_source
from tungbuoc.lesson.tree import Body, Odd
from tungbuoc.lesson.video import read_video

_BARE_KEY = re.compile(r"#\d{4,6}\b")
_SETEXT = re.compile(r"^ {0,3}(?:-+|=+)\s*$")
FrontReader = Callable[[list[str], str], tuple[Front | None, int, list[Problem]]]
"""A file's lines and its path → its front matter, the index of the body's first line, every problem."""


def scan_bytes(data: bytes, path: str, *, hosts: Collection[str] = ()) -> Scan:
    """A file's bytes → its scan; a file that cannot be read (`lesson.text`, `lesson.limits`) or is empty
    gives an empty lesson and the problem."""
    text = read_source(data, path)
    if isinstance(text, Problem):
        return _nothing(text)
    if not text.strip("\ufeff \t\r\n"):
        return _nothing(
            Problem(path, 1, "T03", "Tệp trống.", "Viết bài, hoặc chạy «tungbuoc new» để có khung sẵn.")
        )
    beyond = check_limits("\n".join(_lines(text)), path)
    return _nothing(beyond) if beyond else scan(text, path, hosts=hosts)


def scan(
    source: str, path: str, *, hosts: Collection[str] = (), front_reader: FrontReader = front_of
) -> Scan:
    """Text of one lesson → its scan. `hosts` are the video hosts the course allows; `front_reader` reads
    what stands above the body."""
    problems: list[Problem] = []
    if source.startswith("\ufeff"):
        problems.append(Problem(path, 1, "T02", "Tệp có ký tự BOM ở đầu.", "Chạy «tungbuoc fix» để bỏ."))
    lines = _lines(source)
    front, body_at, found = front_reader(lines, path)
    problems += found
    walk = _Walk(path, lines, body_at, hosts, problems)
    lesson = walk.lesson(front, source)
    return Scan(lesson, tuple(in_order(problems)))


def _nothing(problem: Problem) -> Scan:
    return Scan(Lesson(problem.path, "", None, "", 0, (), ()), (problem,))


def _lines(source: str) -> list[str]:
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Walk:
    """One pass over the body; appends to `problems`. Indices count body lines from 0."""

    def __init__(
        self, path: str, lines: list[str], body_at: int, hosts: Collection[str], problems: list[Problem]
    ) -> None:
        self.path, self.hosts, self.problems = path, hosts, problems
        self.body, self.body_at = lines[body_at:], body_at
        self.closed, _ = grammar.fences(self.body)
        self.inside = grammar.inside_fences(self.closed)
        self.phones = [fence for fence in self.closed if fence.info == "phone"]
        problems += spoilt(self.body, body_at + 1, path)

    def lesson(self, front: Front | None, source: str) -> Lesson:
        headings = self._headings()
        title, title_line = self._title(headings)
        ends = [i for i, level, _ in headings if level <= 2] + [len(self.body)]
        made = [
            self._section(i, text, ends[bisect_right(ends, i)]) for i, level, text in headings if level == 2
        ]
        steps = tuple(section for section in made if isinstance(section, Step))
        sections = tuple(section for section in made if not isinstance(section, Step))
        self._numbering(steps)
        # Front matter that cannot be read has no words of the lesson.
        outside = tuple(part for part in self._outside(headings, ends) if front or part.line >= title_line)
        return Lesson(self.path, source, front, title, title_line, sections, steps, self.body_at + 1, outside)

    def _outside(self, headings: list[tuple[int, int, str]], ends: list[int]) -> Iterator[Section]:
        """The stretches before the first section and under titles of the lesson, where any word stands in
        them."""
        for start in [-1, *(i for i, level, _ in headings if level == 1)]:
            end = ends[bisect_right(ends, start)]
            lines = tuple(self.body[start + 1 : end])
            if any(line.strip() for line in lines):
                yield Section("", self._line(start), lines, self._body(start, end))

    def _body(self, start: int, end: int, video_at: int = 0) -> Body:
        """The body between two lines, fences, comments and the video line left out."""
        lines = [
            (self._line(j), "" if self._is_apart(j) or j == video_at else self.body[j])
            for j in range(start + 1, end)
        ]
        body, strange = read_body(lines), self._strange(start, end)
        return replace(body, odd=(*body.odd, *strange)) if strange else body

    def _strange(self, start: int, end: int) -> list[Odd]:
        """Fences that are no screen of a step."""
        step = start >= 0 and grammar.STEP.match(grammar.split_key(grammar.heading(self.body[start])[1])[0])
        at = bisect_right(self.closed, start, key=lambda fence: fence.start)
        found = self.closed[at : bisect_right(self.closed, end - 1, key=lambda fence: fence.start)]
        return [
            Odd("fence", self._line(fence.start), self.body[fence.start])
            for fence in found
            if not (step and fence.info == "phone")
        ]

    def _is_apart(self, index: int) -> bool:
        return index in self.inside or bool(grammar.COMMENT.match(self.body[index]))

    def _say(self, index: int, code: str, text: str, fix: str) -> None:
        self.problems.append(Problem(self.path, self._line(index), code, text, fix))

    def _line(self, index: int) -> int:
        return self.body_at + index + 1

    def _headings(self) -> list[tuple[int, int, str]]:
        found = []
        for i, line in enumerate(self.body):
            if i in self.inside:
                continue
            level, text = grammar.heading(line)
            if level:
                found.append((i, level, text))
            elif i and _SETEXT.match(line) and i - 1 not in self.inside:
                self._underlined(i, self.body[i - 1])
        return found

    def _underlined(self, index: int, above: str) -> None:
        if grammar.VIDEO.match(above):
            self._say(index, "V03", "Dòng --- ngay dưới dòng «Video:» là thừa.", "Xóa dòng --- đó.")
        elif above.strip() and not above.lstrip().startswith(("#", "|", ">", "- ", "* ")):
            self._say(
                index,
                "B08",
                "Dòng --- ngay dưới chữ biến chữ đó thành tiêu đề.",
                "Để một dòng trống ở trên, hoặc viết tiêu đề bằng ##.",
            )

    def _title(self, headings: list[tuple[int, int, str]]) -> tuple[str, int]:
        tops = [(i, text) for i, level, text in headings if level == 1]
        if not tops:
            self._say(0, "H01", "Bài chưa có tên.", "Thêm dòng «# Tên bài» ngay dưới phần đầu.")
            return "", self._line(0)
        for i, _ in tops[1:]:
            self._say(i, "H02", "Bài có hai tên (hai dòng #).", "Đổi dòng sau thành ##.")
        return tops[0][1], self._line(tops[0][0])

    def _section(self, i: int, text: str, end: int) -> Section:
        title, key = grammar.split_key(text)
        match = grammar.STEP.match(title)
        if match:
            return self._step(i, match, key, end)
        if "{#" in text and not (key and grammar.kind_of(title) == grammar.UNKNOWN):
            fix = (
                "Chuyển phần {#…} về cuối tiêu đề của bước mang mã ấy; không biết bước nào thì xóa, rồi chạy"
                " «tungbuoc fix»."
            )
            self._say(i, "B09", "Chỉ tiêu đề bước mới mang mã.", fix)
        return Section(title, self._line(i), tuple(self.body[i + 1 : end]), self._body(i, end))

    def _step(self, i: int, match: re.Match[str], key: str | None, end: int) -> Step:
        number, title = int(match[1]), match[2].strip()
        if key is None and ("{" in title or _BARE_KEY.search(title)):
            fix = "Xóa phần viết sai rồi chạy «tungbuoc fix»: máy trả lại mã cũ của bước, hoặc tạo mã mới."
            self._say(i, "B04", "Mã của bước viết chưa đúng mẫu.", fix)
        elif key is None:
            self._say(
                i,
                "B03",
                f"Bước {number} chưa có mã.",
                "Chạy «tungbuoc fix»: máy trả lại mã cũ của bước, hoặc tạo mã mới.",
            )
        video_raw, video_at = self._video(i, end)
        body = self._body(i, end, video_at)
        if not body.blocks:
            self._say(
                i, "B02", f"Bước {number} chưa có câu nào.", "Viết một câu nói người học làm gì ở bước này."
            )
        screens = tuple(self._screen(fence) for fence in self._phones_between(i, end))
        lines = tuple(self.body[i + 1 : end])
        return Step(
            title,
            self._line(i),
            lines,
            body,
            number,
            key,
            video_raw,
            self._line(video_at) if video_at else 0,
            screens,
        )

    def _phones_between(self, start: int, end: int) -> list[grammar.Fence]:
        at = bisect_right(self.phones, start, key=lambda fence: fence.start)
        return self.phones[at : bisect_right(self.phones, end - 1, key=lambda fence: fence.start)]

    def _video(self, start: int, end: int) -> tuple[str | None, int]:
        raw, at, first = None, 0, True
        for j in range(start + 1, end):
            if j not in self.inside and (not self.body[j].strip() or grammar.COMMENT.match(self.body[j])):
                continue
            found = None if j in self.inside else grammar.VIDEO.match(self.body[j])
            if found and first:
                raw, at = found[1].strip(), j
            elif found:
                self._say(
                    j,
                    "V02",
                    "Bước này có dòng «Video:» thứ hai hoặc đặt sai chỗ.",
                    "Chỉ để một dòng «Video:», ngay dưới tiêu đề bước.",
                )
            first = False
        if raw is not None and isinstance(verdict := read_video(raw, self.hosts), Refused):
            self._say(at, "V01", verdict.text, verdict.fix)
        return raw, at

    def _screen(self, fence: grammar.Fence) -> ScreenBlock:
        source = "\n".join(self.body[fence.start + 1 : fence.end])
        screen, problems = parse(source, path=self.path, line=self._line(fence.start) + 1)
        self.problems += problems
        return ScreenBlock(source, self._line(fence.start) + 1, screen)

    def _numbering(self, steps: tuple[Step, ...]) -> None:
        for expected, step in enumerate(steps, 1):
            if step.number != expected:
                text = f"Bước này mang số {step.number}, theo thứ tự phải là {expected}."
                self.problems.append(
                    Problem(self.path, step.line, "B01", text, "Chạy «tungbuoc fix» để đánh lại số.")
                )
