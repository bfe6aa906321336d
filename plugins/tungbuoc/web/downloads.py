"""Where PDFs are: links from a lesson's page, and the page “Tải tờ in” that lists them all with pages and
size."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Wording
from tungbuoc.press.papers import IMPOSED
from tungbuoc.press.plan import Handout, handouts
from tungbuoc.press.pressing import Printed
from tungbuoc.press.stamping import NotOursError, Template
from tungbuoc.web import merging, stamping
from tungbuoc.web.course import Course, Galleys
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment, script, style
from tungbuoc.works import atomic

FOLDER = "in"


def of_lesson(course: Course, galley: Galley) -> list[tuple[Handout, str]]:
    """The PDFs of one lesson as (handout, path below the site), in the order of the formats; also those that
    it shares with a translation."""
    if not course.formats or course.plan is None:
        return []
    return [
        (handout, f"{FOLDER}/{handout.shown}")
        for handout in handouts([galley], course.formats, course.plan)
        if _single(handout)
    ]


def sheet(course: Course, galley: Galley) -> str:
    """The path of a lesson's own sheet, or empty in a preview."""
    found = of_lesson(course, galley)
    return next((path for handout, path in found if handout.format.name == "lesson-sheet"), "")


def content(
    course: Course,
    galleys: Galleys,
    url: str,
    made: Sequence[Printed],
    *,
    directory_urls: bool,
    joins: bool,
    template: Template | None = None,
) -> str:
    """The HTML of “Tải tờ in”: what was made, to be picked, and as a plain list of links; `joins` offers one
    file of it all.

    `template` is a sheet with a box for a team: readers write theirs into it; without one they cannot.
    """
    links = Links(depth=url.count("/"), directory_urls=directory_urls)
    lessons = {galley.code for galley in galleys.in_order if not galley.form}
    entries = [_entry(one, links, course.words) for one in made]
    of_lessons = [entry for entry in entries if entry["code"] in lessons]
    return environment(course.words).get_template("downloads.html").render(
        topics=_topics(course, of_lessons), formats=_formats(of_lessons),
        whole=[entry for entry in entries if entry["code"] not in lessons],
        packs=_packs(course, of_lessons, links, made),
        style=Markup(style("downloads.css")), room=template is not None,
        occasions=_occasions(course), script=Markup(_scripts(course, template)),
        merging=links.file(merging.SCRIPT) if joins else "", site_name=course.site_name,
    )  # fmt: skip


def with_room(folder: Path, made: Sequence[Printed]) -> Template | None:
    """The first sheet below `folder` that has a box for a team, to show people what theirs will look like."""
    for one in sorted(made, key=lambda one: one.format.name != "lesson-sheet"):
        with contextlib.suppress(NotOursError, OSError):
            found = Template.read((folder / one.path).read_bytes())
            if found.places:
                return found
    return None


def name(folder: Path, made: Sequence[Printed], *, old: bool) -> None:
    """Give every PDF the name people see in a chat; `old` keeps the earlier one beside it, for links that
    are out already."""
    for one in made:
        file, shown = folder / one.path, folder / one.shown
        if not old:
            file.replace(shown)
        elif not shown.exists() or not shown.samefile(file):
            atomic.link(file, shown)


def _scripts(course: Course, template: Template | None) -> str:
    """The stamp, what it needs to draw a box, the team's form, the page, each ended by a semicolon of its
    own."""
    parts = [
        f"const tbStamping={stamping.script(course.words)}",
        f"const tbOccasions={_embedded(_occasions(course))}",
    ]
    if template is None:
        parts.append("const tbTeam=null")
    else:
        known = {
            "letters": template.alphabet[0],
            "widths": template.alphabet[1],
            "room": asdict(template.places[0].room),
            "phone": template.phone,
        }
        parts += [f"const tbFont={_embedded(known)}", script("team.js", course.words)]
    return ";\n".join(
        [*parts, *(script(name, course.words) for name in ("taking.js", "downloads.js", "tonight.js"))]
    )


def _embedded(said: object) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _occasions(course: Course) -> list[dict[str, Any]]:
    """What volunteers do of an evening, and the name of its zip."""
    return [
        {**asdict(one), "file": slugify(one.name)} for one in (course.plan.occasions if course.plan else ())
    ]


def told_size(size: int, words: Wording) -> str:
    """Bytes as people read them: “85 kB”, “1,2 MB”."""
    return f"{words.decimal(size / 1e6)} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _topics(course: Course, entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lessons that have prints, in their topics: code, title and prints of each."""
    topics = []
    for topic in course.options.topics:
        own = [
            (lesson, [entry for entry in entries if entry["code"] == lesson.code])
            for _, lesson in course.in_topic(topic)
        ]
        lessons = [
            {"code": lesson.code, "title": lesson.title, "prints": prints} for lesson, prints in own if prints
        ]
        if lessons:
            topics.append({"title": topic.title, "folder": topic.folder, "lessons": lessons})
    return topics


def _formats(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each format with the picture of one of its sheets, those that every lesson has first."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        made = found.setdefault(entry["format"], {**entry, "label": entry["kind"], "count": 0})
        made["count"] += 1
    order = {"lesson-sheet": 0, "large-print": 1, "memory-card": 2}
    return sorted(
        found.values(), key=lambda entry: (order.get(entry["format"], 9), -entry["count"], entry["label"])
    )


def _packs(
    course: Course, entries: Sequence[dict[str, Any]], links: Links, made: Sequence[Printed]
) -> list[dict[str, str]]:
    """The named sets of mkdocs.yml: their formats and lessons as words (a set without lessons means all of
    them), and the addresses of the cover, books and forms in them."""
    every = list(dict.fromkeys(entry["code"] for entry in entries))
    packs = (course.plan.packs if course.plan else None) or {}
    return [
        {
            "name": name, "formats": " ".join(pack[0]), "lessons": " ".join(pack[1] or every),
            "whole": " ".join(
                links.file(f"{FOLDER}/{one.shown}")
                for one in made
                if pack in one.packs and one.code not in every
            ),
        }
        for name, pack in packs.items()
    ]  # fmt: skip


def _entry(one: Printed, links: Links, words: Wording) -> dict[str, Any]:
    label = one.label or one.format.label
    folded = one.imposed
    named = words.say("{label} (bản in gấp)", label=one.title) if folded else one.title
    name = named if one.format.per == "form" else f"{label}: {one.title}"
    after = words.say("gấp giữa, bấm ghim") if folded else one.format.after
    return {
        "code": one.code, "kind": one.format.label, "label": label, "name": name, "format": one.format.name,
        "url": links.file(f"{FOLDER}/{one.shown}"),
        "picture": links.file(f"{FOLDER}/{one.picture}") if one.picture else "", "pages": one.pages,
        "sheets": one.sheets,
        "bytes": one.bytes, "size": told_size(one.bytes, words),
        "paper": IMPOSED[one.format.paper] if folded else one.format.paper,
        "file": one.shown,
        "flip": "short" if folded else one.format.flip,
        "after": "; ".join(filter(None, (after, one.format.goes_to))), "folded": folded,
    }  # fmt: skip


def _single(handout: Handout) -> bool:
    return handout.format.per in ("lesson", "translation") and handout.format.alone
