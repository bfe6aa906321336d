"""The galley of one page, when its tree is there: a lesson's or a form's."""

from __future__ import annotations

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import editions
from tungbuoc.web import forms
from tungbuoc.web.galleys import build, imprint
from tungbuoc.web.state import Build


def compose(state: Build, path: str, url: str) -> Galley | None:
    """The galley of the page made of `path` below `docs/` at `url`; None for a page that is not printed."""
    lesson, topic, stamp = (
        state.lessons.get(path),
        state.course.topic_of(path),
        imprint(state.site, state.site_name),
    )
    if lesson and topic and lesson.front:
        galley = build(
            lesson,
            state.trees[path],
            topic=topic,
            site=state.site,
            url=url,
            stamp=stamp,
            glossary=state.glossary,
        )
        return _dated(state, galley.model_copy(update={"asks": state.asks(lesson.code)}))
    form = state.forms.get(path)
    return forms.build(form, state.trees[path], site=state.site, url=url, stamp=stamp) if form else None


def _dated(state: Build, galley: Galley) -> Galley:
    """The galley with the edition and date of the release log, when these very words were released."""
    edition, date = editions.stamp(state.editions, galley)
    if not edition:
        return galley
    return galley.model_copy(update={"imprint": imprint(state.site, state.site_name, edition, date)})
