"""The skeleton of a lesson: which sections, in which order, how many steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tungbuoc.lesson import grammar, sayings
from tungbuoc.lesson.model import Lesson, Section
from tungbuoc.lesson.problems import nearest
from tungbuoc.lesson.slugs import fold
from tungbuoc.lesson.text import as_seen
from tungbuoc.lint.rule import Context, Found, quoted, rule
from tungbuoc.lint.silence import TO_FILL
from tungbuoc.lint.skeleton import samples

_LIST_MARK = re.compile(r"^- (?:\[[ x]\] )?")
FEWEST, MOST = 4, 8
# Topics on procedures, money and health (curriculum): whoever has no smartphone must find the other way.
_MADE_BY_MACHINE = "Nguồn và ngày"


def parts(lesson: Lesson) -> list[Section]:
    """Sections and steps in the order of the file."""
    return sorted((*lesson.sections, *lesson.steps), key=lambda part: part.line)


@rule("G01")
def missing_section(context: Context) -> Iterator[Found]:
    """A section that every lesson has is not there."""
    there = {part.kind for part in parts(context.lesson)} | {
        grammar.kind_of(as_seen(part.title)) for part in context.lesson.sections
    }
    for kind in grammar.REQUIRED:
        if kind not in there:
            title = grammar.titles(context.language)[kind]
            yield Found(
                context.lesson.title_line or 1,
                f"Bài chưa có phần «{title}».",
                f"Thêm dòng «## {title}» đúng chỗ của nó.",
            )


@rule("G02")
def unknown_section(context: Context) -> Iterator[Found]:
    """A title that no printable knows."""
    titles = grammar.titles(context.language)
    known = tuple(titles[kind] for kind in (*grammar.REQUIRED, *grammar.OPTIONAL))
    for section in context.lesson.sections:
        # A blank nobody sees is told as that (D09).
        unknown = grammar.kind_of(as_seen(section.title)) == grammar.UNKNOWN
        if unknown and section.title != _MADE_BY_MACHINE and not fold(section.title).startswith("buoc"):
            yield Found(
                section.line, f"Không có phần nào tên «{section.title}».", nearest(section.title, known)
            )


@rule("G19")
def other_language(context: Context) -> Iterator[Found]:
    """A heading that the grammar has, in another language than the lesson's."""
    for line, _, text in context.headings:
        if line in context.misnamed:
            yield Found(
                line,
                f"Tiêu đề {quoted(text, 40)} không cùng tiếng với bài.",
                f"Viết «## {context.misnamed[line]}».",
            )


@rule("Y04")
def sample_words(context: Context) -> Iterator[Found]:
    """Words of a new lesson's skeleton that nobody wrote over, where the line that reminds of them is
    gone."""
    written = samples(context.words)
    for part in parts(context.lesson):
        if any(found[1].startswith(TO_FILL) for line in part.lines if (found := grammar.COMMENT.match(line))):
            continue
        for i, line in enumerate(part.lines, 1):
            said = _LIST_MARK.sub("", line.strip())
            if said in written:
                yield Found(
                    part.line + i,
                    f"Câu này còn là câu mẫu của khung bài: {quoted(said)}.",
                    "Viết câu của bài vào chỗ này.",
                )


@rule("G03")
def order(context: Context) -> Iterator[Found]:
    """Sections out of the fixed order."""
    names = [(part.kind, part) for part in parts(context.lesson) if part.kind in grammar.ORDER]
    highest, above = -1, ""
    for name, part in names:
        rank = grammar.ORDER.index(name)
        if rank < highest:
            yield Found(part.line, f"Phần «{part.title}» đứng sai chỗ.", f"Chuyển lên trước phần «{above}».")
        else:
            highest, above = rank, part.title


@rule("G04")
def twice(context: Context) -> Iterator[Found]:
    """The same section written twice."""
    seen: dict[str, int] = {}
    for section in context.lesson.sections:
        first = seen.setdefault(
            section.title if section.kind == grammar.UNKNOWN else section.kind, section.line
        )
        if first != section.line:
            yield Found(
                section.line, f"Phần «{section.title}» đã có ở dòng {first}.", "Gộp hai phần làm một."
            )


@rule("G05")
def number_of_steps(context: Context) -> Iterator[Found]:
    """Four to eight steps."""
    count = len(context.lesson.steps)
    if not FEWEST <= count <= MOST:
        line = context.lesson.steps[0].line if count else context.lesson.title_line or 1
        fix = "Chia bài làm hai." if count > MOST else "Thêm bước, mỗi bước một việc."
        yield Found(line, f"Bài có {count} bước, phải từ {FEWEST} đến {MOST}.", fix)


@rule("G06")
def empty_section(context: Context) -> Iterator[Found]:
    """A title with nothing under it."""
    filled = [passage.line for passage in context.passages if passage.kind != "heading"]
    for section in context.lesson.sections:
        if not any(section.line < line <= section.line + len(section.lines) for line in filled):
            yield Found(
                section.line,
                f"Phần «{section.title}» còn trống.",
                "Viết nội dung, hoặc xóa tiêu đề nếu không cần.",
            )


@rule("G07")
def offline_way(context: Context) -> Iterator[Found]:
    """Lessons of a topic that asks for it (procedures, money, health) tell the way without a smartphone."""
    path = context.lesson.path.removeprefix("docs/")
    topic = context.course.topic_of(path) if context.course else None
    if topic and topic.offline and not context.lesson.section(grammar.OFFLINE):
        titles = grammar.titles(context.language)
        yield Found(
            context.lesson.title_line or 1,
            f"Bài về thủ tục, tiền hay sức khỏe phải có phần «{titles[grammar.OFFLINE]}».",
            f"Thêm «## {titles[grammar.OFFLINE]}» sau «{titles[grammar.TROUBLE]}», nói đường làm trực tiếp.",
        )


@rule("G08")
def made_by_machine(context: Context) -> Iterator[Found]:
    """What the machine writes under every lesson must not be written by hand."""
    for section in context.lesson.sections:
        if section.title == _MADE_BY_MACHINE:
            yield Found(
                section.line, f"Phần «{_MADE_BY_MACHINE}» do máy làm từ phần đầu bài.", "Xóa phần này."
            )
    for passage in context.passages:
        if sayings.is_ours(passage.plain, context.words):
            yield Found(passage.line, "Dòng này máy tự thêm vào mọi bài.", "Xóa dòng này.")


@rule("G09")
def outside(context: Context) -> Iterator[Found]:
    """Words outside every section reach no printable."""
    for passage in context.passages:
        if not passage.section and passage.kind != "heading":
            yield Found(
                passage.line,
                f"Dòng này nằm ngoài các phần: {quoted(passage.plain, 40)}.",
                "Chuyển vào một phần, hoặc bỏ đi.",
            )
