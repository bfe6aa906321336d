"""Facts, dates and the lesson's place in the course."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tungbuoc.lesson import grammar
from tungbuoc.lint.rule import Around, Context, Found, front_line, rule, wide_rule
from tungbuoc.lint.rules.buttons import NAME

_RESOLUTION, _RESOLUTION_REVIEW = "1.11", dt.date(2027, 2, 15)
_WITH_BUTTONS, _CONCEPT = 92, 182  # days: three and six months
_OLD_BUTTON = 183


@rule("Q01")
def known_fact(context: Context) -> Iterator[Found]:
    """Every cited fact is in the fact sheet."""
    for name in context.lesson.front.facts if context.lesson.front else ():
        if name not in context.data.facts:
            yield Found(
                front_line(context.lesson, "facts"),
                f"Tờ dữ kiện không có mục «{name}».",
                "Xem danh sách trong docs/du-kien.yml.",
            )


@rule("Q02")
def verified_fact(context: Context) -> Iterator[Found]:
    """A fact nobody has verified is not to be cited."""
    for name in context.lesson.front.facts if context.lesson.front else ():
        fact = context.data.facts.get(name)
        if fact and fact.mark == "CXM":
            yield Found(
                front_line(context.lesson, "facts"),
                f"Dữ kiện {name} ({fact.title}) chưa xác minh.",
                "Bỏ khỏi bài, hoặc để ô trống cho địa phương điền.",
            )


@rule("Q03")
def review_passed(context: Context) -> Iterator[Found]:
    """The day to check the facts again is over."""
    front = context.lesson.front
    if front and front.review_by < context.today:
        yield Found(
            front_line(context.lesson, "review_by"),
            f"Bài quá ngày xem lại ({front.review_by:%d/%m/%Y}).",
            "Đọc lại dữ kiện, thử trên máy, rồi sửa «reviewed» và «review_by».",
        )


@rule("Q04")
def review_dates(context: Context) -> Iterator[Found]:
    """Reviewed not in the future, to be reviewed after that, within three or six months."""
    front = context.lesson.front
    if not front:
        return
    if front.reviewed > context.today:
        yield Found(
            front_line(context.lesson, "review_by"),
            f"Ngày «reviewed» ({front.reviewed:%d/%m/%Y}) chưa tới.",
            "Ghi ngày bạn thật sự xem lại dữ kiện.",
        )
    if front.tried and front.tried.date > context.today:
        yield Found(
            front_line(context.lesson, "tried"),
            f"Ngày thử bài ({front.tried.date:%d/%m/%Y}) chưa tới.",
            "Ghi ngày đã thử trên máy thật.",
        )
    days = (front.review_by - front.reviewed).days
    buttons = any(NAME.search(passage.raw) for passage in context.passages if passage.step)
    most = _WITH_BUTTONS if buttons else _CONCEPT
    if days <= 0:
        yield Found(
            front_line(context.lesson, "review_by"),
            "«review_by» phải sau «reviewed».",
            "Xem lại hai ngày này.",
        )
    elif days > most:
        why = "bài có nút bấm: 3 tháng" if buttons else "6 tháng"
        yield Found(
            front_line(context.lesson, "review_by"),
            f"«review_by» cách «reviewed» {days} ngày, xa quá ({why}).",
            f"Ghi {front.reviewed + dt.timedelta(most):%Y-%m-%d} hoặc sớm hơn.",
        )


@rule("Q05")
def resolution(context: Context) -> Iterator[Found]:
    """What rests on resolution 66.22 ends on 28/2/2027."""
    front = context.lesson.front
    if front and _RESOLUTION in front.facts and front.review_by > _RESOLUTION_REVIEW:
        yield Found(
            front_line(context.lesson, "review_by"),
            "Bài dùng dữ kiện 1.11, hết hiệu lực 28/2/2027.",
            f"Ghi «review_by: {_RESOLUTION_REVIEW}».",
        )


@rule("Q06")
def tried(context: Context) -> Iterator[Found]:
    """A button tried more than half a year ago may have another name today; nobody tries one tomorrow."""
    told: set[str] = set()
    for match in NAME.finditer(context.own.text):
        button = context.data.buttons.get(match[1])
        if (
            button
            and button.tried
            and match[1] not in told
            and not 0 <= (context.today - button.tried).days <= _OLD_BUTTON
        ):
            told.add(match[1])
            said = "chưa tới" if button.tried > context.today else "đã hơn sáu tháng"
            yield Found(
                context.own.line_at(match.start()),
                f"Ngày thử nút «{match[1]}» ({button.tried:%d/%m/%Y}) {said}.",
                "Thử lại trên máy rồi sửa «tried» trong docs/nut.yml.",
            )


@rule("C03")
def topic_letter(context: Context) -> Iterator[Found]:
    """The lesson's code begins with its topic's letter."""
    topic = context.course.topic_of(context.lesson.path.removeprefix("docs/")) if context.course else None
    if topic and context.lesson.code and context.lesson.code[0] != topic.letter:
        yield Found(
            front_line(context.lesson, "code"),
            f"Mã bài {context.lesson.code} không hợp với thư mục «{topic.folder}».",
            f"Mã của chủ đề này bắt đầu bằng {topic.letter}.",
        )


@wide_rule("C04")
def same_title(context: Context, around: Around) -> Iterator[Found]:
    """Two lessons of one title cannot be told apart on a list of handouts."""
    for other in around.lessons:
        if other.path < context.lesson.path and other.title == context.lesson.title and other.title:
            yield Found(
                context.lesson.title_line,
                f"Tên bài này trùng với {other.path}.",
                "Đặt tên khác, nói rõ việc làm được.",
            )


@rule("F06")
def unknown_skill(context: Context) -> Iterator[Found]:
    """A lesson names groups of skills that the course has."""
    known = context.course.skills if context.course else {}
    for skill in context.lesson.front.skills if context.lesson.front and known else ():
        if skill not in known:
            text = f"Bộ bài không có nhóm kỹ năng «{skill}»."
            yield Found(front_line(context.lesson, "skills"), text, f"Các nhóm: {', '.join(known)}.")


@rule("C05")
def outcomes_form(context: Context) -> Iterator[Found]:
    """The outcomes' title calls the reader by one of our words, and “cô chú” where the audience does."""
    front = context.lesson.front
    section = context.lesson.section(grammar.OUTCOMES)
    if section and context.form not in context.forms:
        fix = f"Viết «## {grammar.TITLES[grammar.OUTCOMES]}», hoặc thay «bác» bằng «cô chú», «bạn»."
        yield Found(section.line, f"Không gọi người đọc là «{context.form}».", fix)
    elif front and section and "cô chú" in front.audience and context.form != "cô chú":
        yield Found(
            section.line,
            "Bài dành cho cô chú mà tiêu đề gọi cách khác.",
            "Viết «## Học xong, cô chú làm được».",
        )
