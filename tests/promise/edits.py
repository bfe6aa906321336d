"""What people do to a course between two looks at it: each edit as somebody with a text editor and a file
manager does it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.promise.course import TITLES, Course, blocks, key_of, numbered, thing_of, with_blocks

Edit = Callable[[Course, Random], None]
_HEADING = re.compile(r"^(## )(Bước)( )(\d+)(: )(.*)$", re.MULTILINE)


def copy_file(course: Course, pick: Random) -> None:
    """Copy a lesson as a template, most often with other words in the copy."""
    path = pick.choice(course.lessons())
    name = f"{pick.choice(('docs/mau', 'docs/khac'))}/a{course.made}.md"
    text = course.read(path)
    if pick.random() < 0.7:
        steps = [_reworded(course, step, pick) for step in blocks(text)]
        text = with_blocks(text, steps)
    course.made += 1
    course.write(name, re.sub(r"(?m)^# .*$", f"# Bài số {course.made}", text, count=1))
    course.copies.add(name)


def rename_file(course: Course, pick: Random) -> None:
    """Another name, often one that sorts elsewhere."""
    path = pick.choice(course.lessons())
    course.made += 1
    _move(course, path, f"{path.rsplit('/', 1)[0]}/{pick.choice('az')}{course.made}.md")


def move_to_topic(course: Course, pick: Random) -> None:
    """Another topic's folder."""
    path = pick.choice(course.lessons())
    course.made += 1
    _move(course, path, f"docs/{'khac' if '/mau/' in path else 'mau'}/m{course.made}.md")


def renumber(course: Course, pick: Random) -> None:
    """Wrong numbers."""
    _each(
        course,
        pick,
        lambda steps: [re.sub(r"^## Bước \d+", f"## Bước {pick.randint(1, 9)}", step) for step in steps],
    )


def reorder(course: Course, pick: Random) -> None:
    """Steps in another order, numbered anew or not."""

    def shuffled(steps: list[str]) -> list[str]:
        pick.shuffle(steps)
        return numbered(steps) if pick.random() < 0.5 else steps

    _each(course, pick, shuffled)


def delete_key(course: Course, pick: Random) -> None:
    """The code gone from one or two headings."""
    for _ in range(pick.randint(1, 2)):
        _one(course, pick, lambda step: re.sub(r" \{#\d{5}\}", "", step, count=1))


def delete_step(course: Course, pick: Random) -> None:
    """A step taken out, on purpose or not."""

    def shorter(steps: list[str]) -> list[str]:
        gone = steps.pop(pick.randrange(len(steps))) if len(steps) > 1 else ""
        if gone and pick.random() < 0.6 and thing_of(gone) not in "".join(steps):
            course.dropped.add(thing_of(gone))
        return numbered(steps)

    _each(course, pick, shorter)


def delete_file(course: Course, pick: Random) -> None:
    """A whole lesson gone, on purpose or not."""
    paths = course.lessons()
    if len(paths) > 2:
        path = pick.choice(paths)
        if pick.random() < 0.5:
            course.dropped |= {thing_of(step) for step in blocks(course.read(path))}
        (course.root / path).unlink()


def swap_keys(course: Course, pick: Random) -> None:
    """Two codes exchanged by a slip."""

    def swapped(steps: list[str]) -> list[str]:
        if len(steps) > 1:
            i, j = pick.sample(range(len(steps)), 2)
            one, other = key_of(steps[i]), key_of(steps[j])
            if one and other:
                steps[i], steps[j] = steps[i].replace(one, other, 1), steps[j].replace(other, one, 1)
        return steps

    _each(course, pick, swapped)


def spoil_heading(course: Course, pick: Random) -> None:
    """A step's heading that is none any more, in one of the ways people do it."""
    ways: list[Callable[[str], str]] = [
        lambda line: f"#{line}", lambda line: line[3:], lambda line: line.replace("## ", "**", 1),
        lambda line: line.replace(": ", " – ", 1), lambda line: re.sub(r"(\d+): ", r"\1. ", line), lambda line: line.replace("Bước", "Buớc"),
        lambda line: line.replace("B", "В", 1), lambda line: line.replace("Bước ", "Bước\u00a0"), lambda line: f"\\{line}",
        lambda line: unicodedata.normalize("NFD", line), lambda line: line.replace("Bước ", "Bước"), lambda line: f" {line}",
        lambda line: line.replace("## ", "##", 1), lambda line: line.replace("{#", "{ #"), lambda line: line.replace(" {#", "{#"),
        lambda line: line.replace("}", ""), lambda line: f"> {line}", lambda line: f"- {line}", lambda line: line.replace(": ", "： "),
        lambda line: line.replace("## Bước", "## BƯỚC"), lambda line: line.replace("{#", "{"), lambda line: f"    {line}",
        lambda line: line.replace("{#", "\n{#"), lambda line: line.replace("}", "} "), lambda line: line.replace("#}", "}").replace("}", "}."),
    ]  # fmt: skip
    way = pick.choice(ways)
    _one(course, pick, lambda step: "\n".join([way(step.split("\n", 1)[0]), step.split("\n", 1)[1]]))


def break_fence(course: Course, pick: Random) -> None:
    """A mark of a screen gone, or spoilt."""
    ways: list[Callable[[str], str]] = [
        lambda step: step.replace("```phone", "phone", 1), lambda step: step.replace("```phone", "``phone", 1),
        lambda step: step.replace("\n```\n", "\n\n", 1), lambda step: step.replace("\n```\n", "\n``\n", 1),
        lambda step: step.replace("```phone\n", "", 1), lambda step: step.replace("\n```\n", "\n```phone\n", 1),
    ]  # fmt: skip
    _one(course, pick, pick.choice(ways))


def retitle(course: Course, pick: Random) -> None:
    """Another title for the same step: a little other, quite other, or one that another step has."""
    course.made += 1
    title = pick.choice((r"\6 nhé", f"Việc số {course.made}", pick.choice(TITLES)))
    _one(course, pick, lambda step: _titled(step, title))


def reword(course: Course, pick: Random) -> None:
    """A sentence more or other, the step being the same."""
    course.made += 1
    _one(course, pick, lambda step: step.replace("rồi đọc cho kỹ", f"rồi đếm tới {course.made}"))


def add_step(course: Course, pick: Random) -> None:
    """A new step without a code."""

    def longer(steps: list[str]) -> list[str]:
        title, body = course.step()
        steps.insert(pick.randint(0, len(steps)), f"## Bước 1: {title}\n\n{body}")
        return numbered(steps)

    _each(course, pick, longer)


def paste_step(course: Course, pick: Random) -> None:
    """A step copied, code and all: as it is or with other words, into its own lesson or another."""
    step = pick.choice(blocks(course.read(pick.choice(course.lessons()))) or [""])
    if step:
        step = _reworded(course, step, pick) if pick.random() < 0.7 else step
        _each(course, pick, lambda steps: numbered([*steps, step]))


def move_step(course: Course, pick: Random) -> None:
    """A step cut out of one lesson and put into another."""
    paths = course.lessons()
    source, target = pick.choice(paths), pick.choice(paths)
    steps = blocks(course.read(source))
    if source != target and len(steps) > 1 and blocks(course.read(target)):
        step = steps.pop(pick.randrange(len(steps)))
        course.write(source, with_blocks(course.read(source), numbered(steps)))
        course.write(target, with_blocks(course.read(target), numbered([*blocks(course.read(target)), step])))


def type_a_key(course: Course, pick: Random) -> None:
    """A digit of a code changed."""

    def other(step: str) -> str:
        key = key_of(step)
        return step.replace(key, str((int(key[0]) % 9) + 1) + key[1:], 1) if key else step

    _one(course, pick, other)


def lose_rows(course: Course, pick: Random) -> None:
    """Rows of the ledger deleted in a spreadsheet."""
    lines = course.read("print/codes.csv").splitlines(keepends=True)
    if (course.root / ".git").exists():
        course.write(
            "print/codes.csv", "".join(line for line in lines if line is lines[0] or pick.random() < 0.7)
        )


def re_encode(course: Course, pick: Random) -> None:
    """A lesson saved by an old program."""
    path = pick.choice(course.lessons())
    data = (course.root / path).read_bytes()
    if b"\0" not in data:
        (course.root / path).write_bytes(
            data.decode("utf-8-sig").encode(pick.choice(("utf-16", "utf-8-sig", "utf-16-le")))
        )


def _reworded(course: Course, step: str, pick: Random) -> str:
    title, body = course.step()
    return (_titled(step, title) if pick.random() < 0.5 else step).split("\n", 1)[0] + f"\n\n{body}"


def _titled(step: str, title: str) -> str:
    return _HEADING.sub(lambda match: _heading(match, title), step, count=1)


def _heading(match: re.Match[str], title: str) -> str:
    old, _, key = match[6].partition(" {#")
    return f"## Bước {match[4]}: {title.replace(chr(92) + '6', old)}" + (f" {{#{key}" if key else "")


def _move(course: Course, path: str, name: str) -> None:
    (course.root / name).parent.mkdir(exist_ok=True)  # git takes away a folder that a merge left empty
    (course.root / path).rename(course.root / name)
    if path in course.copies:
        course.copies.add(name)


def _each(course: Course, pick: Random, change: Callable[[list[str]], list[str]]) -> None:
    """Change the steps of one lesson."""
    path = pick.choice(course.lessons())
    text = course.read(path)
    if steps := blocks(text):
        course.write(path, with_blocks(text, change(steps)))


def _one(course: Course, pick: Random, change: Callable[[str], str]) -> None:
    """Change one step of one lesson."""

    def changed(steps: list[str]) -> list[str]:
        at = pick.randrange(len(steps))
        steps[at] = change(steps[at])
        return steps

    _each(course, pick, changed)


EDITS: tuple[Edit, ...] = (
    copy_file, rename_file, move_to_topic, renumber, reorder, delete_key, delete_step, delete_file, swap_keys, spoil_heading, break_fence, retitle,
    reword, add_step, paste_step, move_step, type_a_key, lose_rows, re_encode,
)  # fmt: skip
