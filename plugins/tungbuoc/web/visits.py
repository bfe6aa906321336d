"""Lines of a web server's log → how often each code and lesson was opened, month by month. Pure; no address
is even looked at.

Reads the common and the combined form (Apache, nginx, Caddy's `common`). Counted are pages that were really
given (200, 304) to a browser; machines that say so are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote, urlsplit

_ANY = re.compile(r'\[\d{1,2}/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4}):[^\]]*\] "')
_PAGE = re.compile(r'\] "GET (?P<target>\S+)[^"]*" (?P<status>\d{3})(?: [^"]*"[^"]*" "(?P<agent>.*)")?')
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MACHINE = re.compile(
    r"bot\b|bot/|crawl|spider|preview|facebookexternalhit|curl/|wget/|python-|monitor|headless", re.IGNORECASE
)
_MOST = 20
_ROW, _LEFT, _WIDE = 26, 330, 300


@dataclass(frozen=True, slots=True)
class Opened:
    """`counts` is month (`2026-11`) → page → how often; `read` are lines of a log, `foreign` lines that
    are none."""

    counts: Mapping[str, Mapping[str, int]]
    read: int
    foreign: int


def count(lines: Iterable[str], pages: Mapping[str, str], *, base: str = "/") -> Opened:
    """`pages` is the path below the site (`48217/`) → what it is called; `base` the path of the site's
    address."""
    counts: dict[str, Counter[str]] = {}
    read = foreign = 0
    for line in lines:
        when = _ANY.search(line)
        if not when or when["month"] not in _MONTHS:
            foreign += bool(line.strip())
            continue
        read += 1
        asked = _PAGE.search(line)
        page = pages.get(_page(asked["target"], base)) if asked else None
        if asked and page and asked["status"] in ("200", "304") and not _MACHINE.search(asked["agent"] or ""):
            month = f"{when['year']}-{_MONTHS.index(when['month']) + 1:02d}"
            counts.setdefault(month, Counter())[page] += 1
    return Opened({month: counts[month] for month in sorted(counts)}, read, foreign)


def table(opened: Opened) -> str:
    """Markdown: a row for each page that was opened, most opened first, a column for each month."""
    months = list(opened.counts)
    total = sum((Counter(counts) for counts in opened.counts.values()), Counter[str]())
    rows = [("Trang", *months, "Cộng")]
    rows += [
        (page, *(str(opened.counts[month].get(page, 0)) for month in months), str(times))
        for page, times in _ranked(total)
    ]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" + " ---: |" * (len(months) + 1), *lines[1:]]) + "\n"


def plot(opened: Opened, month: str) -> str:
    """An SVG of one month: the pages that were opened most as bars, each with its number."""
    rows = _ranked(Counter(opened.counts[month]))[:_MOST]
    most = rows[0][1] if rows else 1
    bars = []
    for i, (page, times) in enumerate(rows):
        y = 44 + i * _ROW
        long = max(2, round(_WIDE * times / most))
        shown = page if len(page) <= 44 else page[:43] + "…"
        bars.append(
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(shown)}</text><rect x="{_LEFT}"'
            f' y="{y}" width="{long}" height="18"/><text x="{_LEFT + long + 8}" y="{y + 15}">{times}</text>'
        )
    high = 56 + len(rows) * _ROW
    year, number = month.split("-")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDE + 90} {high}" font-family="Noto'
        ' Sans, sans-serif" font-size="14"><rect width="100%" height="100%" fill="#fff"/><text x="16" y="26"'
        f' font-size="18" font-weight="700">Trang được mở, tháng {number}/{year}</text><g'
        f' fill="#1b1b1b">{"".join(bars)}</g></svg>\n'
    )


def _page(target: str, base: str) -> str:
    """The path below the site as `pages` has it, without query and `index.html`."""
    path = unquote(urlsplit(target).path)
    if not path.startswith(base):
        return ""
    below = path.removeprefix(base).removesuffix("index.html")
    return below if below.endswith("/") or not below else f"{below}/"


def _ranked(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
