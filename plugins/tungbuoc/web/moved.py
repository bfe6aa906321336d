"""Pages at addresses that made pages had before: each leads on, whatever is behind `?` and `#` in its
address."""

from __future__ import annotations

from collections.abc import Iterator

from tungbuoc.web import codepages
from tungbuoc.web.course import Course
from tungbuoc.web.links import Links
from tungbuoc.web.render import environment


def pages(course: Course, *, directory_urls: bool) -> Iterator[tuple[str, str]]:
    """Every such page as (path below the site, HTML)."""
    options = course.options
    for old, page in options.pages.former(options.words.language).items():
        if _taken(course, old):
            continue
        if page == "projection":
            codes = [lesson.code for lesson in course.lessons.values() if lesson.code]
            leads = {f"{old}/{code}/index.html": f"{code}/" for code in codes}
        else:
            leads = {f"{old}/index.html" if directory_urls or page == "voices" else f"{old}.html": ""}
        for path, below in leads.items():
            links = Links(depth=path.count("/"), directory_urls=directory_urls)
            yield path, _page(course, links, _target(course, page, links, below))


def _taken(course: Course, address: str) -> bool:
    """Whether pages of the course lie there today; `lint` refuses that where somebody typed the address."""
    docs = course.docs
    return course.options.topic_of(address) is not None or any(
        (docs / name).exists() for name in (f"{address}.md", address)
    )


def _target(course: Course, page: str, links: Links, below: str) -> str:
    if page in ("projection", "voices"):
        return links.page(f"{getattr(course.options.pages.addresses, page)}/{below}")
    return links.source(course.options.pages.path_of(page))


def _page(course: Course, links: Links, target: str) -> str:
    common = codepages.common(course, links.page(""), "")
    return environment(course.words).get_template("moved.html").render(**common, target=target)
