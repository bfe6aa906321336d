"""`tungbuoc new`: a lesson's first page, with a code for every step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import SystemRandom

import click

from tungbuoc import lint
from tungbuoc.cli.asking import Given, ask
from tungbuoc.cli.day import today
from tungbuoc.cli.manuscripts import received, tell
from tungbuoc.lesson.course import CourseOptions, Topic
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lint.check import scans
from tungbuoc.lint.freshness import buttons
from tungbuoc.lint.skeleton import new_lesson, step_names
from tungbuoc.manuscript.draft import About, draft, planned, steps_of
from tungbuoc.permalink import ledger
from tungbuoc.permalink.keys import mint
from tungbuoc.permalink.recode import free_code
from tungbuoc.works.atomic import write


@click.command()
@click.option("--topic", "letter", help="Chữ cái của chủ đề, như E.")
@click.option("--title", help="Tên bài: việc người học làm được.")
@click.option("--minutes", help="Số phút của buổi học; không ghi thì 25.")
@click.option("--audience", help="Dành cho ai, như «bác mới dùng máy»; không ghi thì «mọi người».")
@click.option("--name", default="", help="Tên tệp không dấu; bỏ trống thì lấy từ tên bài.")
@click.option(
    "--from",
    "source",
    metavar="TỆP",
    help="Bản viết bằng Word (.docx), LibreOffice (.odt), Google Docs (.md); «-» là chữ dán vào.",
)
def new(
    letter: str | None,
    title: str | None,
    minutes: str | None,
    audience: str | None,
    name: str,
    source: str | None,
) -> None:
    """Viết khung một bài mới với mã của từng bước, hoặc làm bài từ bản Word; không bao giờ đè lên tệp có
    sẵn. Mục nào chưa ghi thì máy hỏi."""
    root = Path.cwd()
    found = lint.read_project(root, today=today())
    course, known = _sound(found)
    say = course.words.say
    made, notes = received(source) if source else (None, ())
    if made:
        title, audience = title or made.title or None, audience or made.audience or say("mọi người")
        minutes = minutes or str(made.minutes or planned(made) or 25)
    if letter is None:
        listed = "\n".join(f"  {topic.letter}  {topic.title}" for topic in course.topics)
        click.echo(f"{say('Các chủ đề:')}\n{listed}")
    asked = say("Bài thuộc chủ đề nào (gõ chữ cái)?")
    topic = _answer(letter, asked, partial(_topic, course), "--topic E")
    file, title = _answer(
        title,
        say("Tên bài (việc làm được)?"),
        partial(_file, root / found.naming.docs, topic, name),
        "--title «Gọi cho con»",
    )
    long = _answer(minutes, say("Bao nhiêu phút (bấm Enter là 25)?"), _minutes, "--minutes 25")
    whom = _answer(
        audience,
        say("Dành cho ai (bấm Enter là mọi người)?"),
        lambda said: said or say("mọi người"),
        "--audience «mọi người»",
    )
    lessons = [scan.lesson for scan in scans(found).values()]
    code = free_code(topic.letter, {lesson.code for lesson in lessons} | known.lessons())
    names = steps_of(made) if made else step_names(course.words)
    taken = set(known.state) | {step.key for lesson in lessons for step in lesson.steps if step.key}
    keys = _fresh(taken, len(names))
    day, words, offline = today(), course.words, topic.offline
    if made:
        about = About(code, title, whom, long)
        text = draft(made, about, keys=keys, known=buttons(found), today=day, words=words, offline=offline)
    else:
        text = new_lesson(
            code=code,
            title=title,
            minutes=long,
            audience=whom,
            keys=keys,
            today=day,
            words=words,
            offline=offline,
        )
    host = "" if found.site.draft else found.site.host
    rows = [
        ledger.LedgerRow(day.isoformat(), key, "issued", code, step, "", host)
        for key, step in zip(keys, names, strict=True)
    ]
    # The ledger first: a key in the log without its step is told, a step without its log would be lost.
    write(root / ledger.PATH, ledger.LOG.appended(found.files.get(ledger.PATH, b""), rows))
    write(file, text)
    tell(root, file, code, notes if made else None, words)


def _sound(found: lint.Project) -> tuple[CourseOptions, ledger.Ledger]:
    """The course and the ledger, without which no code may be made."""
    known, told = ledger.read(found.files.get(ledger.PATH, b""))
    if found.course is None or told:
        raise click.ClickException("\n".join(str(problem) for problem in lint.unconfigured(found) or told))
    return found.course, known


def _answer(given: str | None, question: str, read: Callable[[str], Given], option: str) -> Given:
    """What stands in the command, else what somebody answers; a wrong answer is asked again and the others
    are kept."""
    if given is None:
        return ask(question, read, otherwise=f"Ghi luôn trong lệnh: {option}.")
    try:
        return read(given.strip())
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _topic(course: CourseOptions, said: str) -> Topic:
    known = {topic.letter: topic for topic in course.topics}
    if said.upper() not in known:
        listed = ", ".join(f"{topic.letter} ({topic.title})" for topic in course.topics)
        raise ValueError(f"Không có chủ đề «{said}». Các chủ đề: {listed}.")
    return known[said.upper()]


def _file(docs: Path, topic: Topic, name: str, title: str) -> tuple[Path, str]:
    """Where the lesson goes, and its title."""
    slug = slugify(name or title)
    if not slug:
        raise ValueError("Tên bài phải có chữ, như «Gọi video cho con cháu».")
    file = docs / topic.folder / f"{slug}.md"
    if file.exists():
        raise ValueError(
            f"Đã có tệp {file.relative_to(Path.cwd()).as_posix()}. Đặt tên bài khác, hoặc tên tệp khác bằng"
            " «--name»."
        )
    return file, title


def _minutes(said: str) -> int:
    if not said:
        return 25
    if not (said.isascii() and said.isdigit() and 5 <= int(said) <= 120):
        raise ValueError("Số phút là một số từ 5 đến 120.")
    return int(said)


def _fresh(taken: set[str], count: int) -> list[str]:
    keys: list[str] = []
    for _ in range(count):
        keys.append(mint(taken | set(keys), SystemRandom()))
    return keys
