"""Addresses of the pages that are made from all lessons, and what menu, home page and foot list: each leads
somewhere, no two to one place, and none that was ever given out leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tungbuoc.lesson.addresses import (
    FORMS,
    LISTED,
    TOPICS,
    Listing,
    Listings,
    PageAddresses,
    Pages,
    is_address,
    usual,
)
from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.problems import Problem, nearest
from tungbuoc.lesson.strict_yaml import KeyPath
from tungbuoc.lint.config import PLUGIN, load_config, parse_config
from tungbuoc.lint.project import CONFIG, Project

RESERVED = frozenset(
    ("in", "anh", "assets", "search", "offline", "admin", "mau", "index", "404", "khong-mang")
)
"""Folders and files that the site has in any case."""
_CODE = re.compile(r"\d{5}")
_LineOf = Callable[[KeyPath], int]


def check_addresses(project: Project) -> list[Problem]:
    """Every such fault of `mkdocs.yml`, with its line."""
    course = project.course
    if course is None:
        return []
    config = load_config(project.files.get(CONFIG, b""), project.environ)
    line: _LineOf = (lambda _where: 1) if isinstance(config, Problem) else config.options(PLUGIN)[1].line
    looking = (_taken, _old, _unknown, _lost)
    return [*_shared(course.pages, line), *(one for look in looking for one in look(project, course, line))]


def _shared(pages: Pages, line: _LineOf) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, address in pages.addresses.model_dump().items():
        other = first.setdefault(address, name)
        if other != name:
            text = f"Hai trang «{other}» và «{name}» cùng một địa chỉ «{address}»."
            yield _clash(line(("pages", "addresses", name)), text, "Đặt cho mỗi trang một địa chỉ.")


def _taken(project: Project, course: CourseOptions, line: _LineOf) -> Iterator[Problem]:
    own = usual(course.words.language)
    for name, address in course.pages.addresses.model_dump().items():
        # A page that an editor writes at the address it has by itself stands for ours.
        written = name in LISTED and address == own[name] and f"docs/{address}.md" in project.sizes
        if why := "" if written else _holder(project, course, address):
            text = f"Địa chỉ «{address}» của trang «{name}» {why}."
            yield _clash(line(("pages", "addresses", name)), text, "Chọn địa chỉ khác.")


def _holder(project: Project, course: CourseOptions, address: str) -> str:
    """What lies at an address already, as the end of a sentence; empty for a free one."""
    topic = course.topic_of(address)
    if _CODE.fullmatch(address):
        return "là địa chỉ của một mã bước"
    if topic:
        return f"là thư mục của chủ đề «{topic.title}»"
    if address in RESERVED:
        return "máy đã dùng cho việc khác"
    file = next((path for path in sorted(project.sizes) if _lies_at(path, address)), "")
    return f"là chỗ của {file}" if file else ""


def _lies_at(path: str, address: str) -> bool:
    return path == f"docs/{address}.md" or path.startswith(f"docs/{address}/")


def _old(project: Project, course: CourseOptions, line: _LineOf) -> Iterator[Problem]:
    now = set(course.pages.addresses.model_dump().values())
    for address, page in course.pages.old.items():
        at = line(("pages", "old", address))
        why = "là địa chỉ một trang đang có" if address in now else _holder(project, course, address)
        if not is_address(address):
            fix = "Viết chữ thường không dấu, số, gạch nối ở giữa, như bai-hoc."
            yield _clash(at, f"«{address}» không phải một địa chỉ.", fix)
        elif why:
            yield _clash(at, f"Địa chỉ cũ «{address}» {why}.", "Bỏ dòng này.")
        if page not in PageAddresses.model_fields and f"docs/{page}" not in project.sizes:
            yield _no_page(project, page, "old", at, tuple(PageAddresses.model_fields))


def _unknown(project: Project, course: CourseOptions, line: _LineOf) -> Iterator[Problem]:
    pages = course.pages
    names = (*LISTED, TOPICS, FORMS)
    lists: list[tuple[KeyPath, Listings]] = [
        (("pages", "menu"), pages.menu),
        (("pages", "home"), pages.home),
        (("pages", "foot"), pages.foot),
        *((("topics", at, "leads"), topic.leads) for at, topic in enumerate(course.topics)),
    ]
    for place, listings in lists:
        part = str(place[-1])
        for at, listing in enumerate(listings):
            where = line((*place, at))
            if listing.entries and part != "menu":
                text = f"Mục «{part}» không gộp nhóm được: «{listing.name}»."
                yield Problem(CONFIG, where, "C11", text, "Kể từng trang một.")
            for page in _pages(listing):
                if page not in names and not _is_page(project, course, page):
                    yield _no_page(project, page, part, where, names)
    if pages.emergency and not _is_page(project, course, pages.emergency):
        yield _no_page(project, pages.emergency, "emergency", line(("pages", "emergency")), ())


def _pages(listing: Listing) -> Iterator[str]:
    if listing.entries:
        for entry in listing.entries:
            yield from _pages(entry)
    else:
        yield listing.page


def _is_page(project: Project, course: CourseOptions, page: str) -> bool:
    made = {"index.md", *course.pages.made(), *(f"{topic.folder}/index.md" for topic in course.topics)}
    return page.endswith(".md") and (page in made or f"docs/{page}" in project.sizes)


def _no_page(project: Project, page: str, part: str, line: int, names: Iterable[str]) -> Problem:
    written = (path.removeprefix("docs/") for path in project.sizes if path.endswith(".md"))
    text = f"Mục «{part}» kể trang «{page}» mà không có trang ấy."
    return Problem(CONFIG, line, "C11", text, nearest(page, names if "." not in page else written))


def _lost(project: Project, course: CourseOptions, line: _LineOf) -> Iterator[Problem]:
    """Addresses that the last commit had and that lead nowhere now."""
    before, _, _ = parse_config(project.committed.get(CONFIG, b""), project.environ)
    if before is None:
        return
    lead = {*course.pages.addresses.model_dump().values(), *course.pages.former(course.words.language)}
    given = {address: name for name, address in before.pages.addresses.model_dump().items()}
    for address, page in {**before.pages.former(before.words.language), **given}.items():
        if address not in lead and not _holder(project, course, address):
            text = f"Địa chỉ «{address}» có thể đã in, đã gửi cho người khác mà nay không dẫn tới đâu."
            fix = f"Thêm «{address}: {page}» vào mục «old» của «pages»."
            yield Problem(CONFIG, line(("pages", "old")), "C12", text, fix)


def _clash(line: int, text: str, fix: str) -> Problem:
    return Problem(CONFIG, line, "C09", text, fix)
