"""The whole site for a USB stick: one folder that any browser opens as files, a start page beside it, a zip
of both.

`prepare` finishes a site built without directory addresses, `find_faults` looks for what would not work from
a stick or would reach for the network, `bundle` writes the start page and the zip.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.web.render import environment, style
from tungbuoc.works import atomic

FOLDER, ZIP = "tung-buoc", "tung-buoc.zip"
_START = ours("MO-TRANG-NAY")
# Pages for a web server's answers, and files for machines that read the site on the web.
_USELESS = ("404.html", "khong-mang", "sitemap.xml", "sitemap.xml.gz", "sw.js")
_LOADED = {"src", "poster", "data", "srcset", "action", "formaction"}
_IN_CSS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""")
_BAD_NAME = re.compile(r'[<>:"\\|?*]|[ .]$')
_LONGEST = 180  # characters: Windows allows 259 of a whole path
_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the zip, so that the same site makes the same bytes


def prepare(site: Path) -> None:
    """Finish a site built to be opened as files: the search index as a script, and nothing that only a
    server needs."""
    index = site / "search/search_index.json"
    if index.is_file():
        atomic.write(site / "search/search_index.js", f"var __index = {index.read_text(encoding='utf-8')}")
    for name in _USELESS:
        for file in [*(site / name).glob("*"), site / name]:
            if file.is_file():
                file.unlink()
        if (site / name).is_dir():
            (site / name).rmdir()


def find_faults(site: Path) -> list[str]:
    """What is wrong with the folder `site` as a stick's content, in Vietnamese, sorted; an empty list when
    all is well."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    faults = [*_names(files)]
    for path in sorted(files):
        if path.endswith(".html"):
            faults += _page(path, (site / path).read_text(encoding="utf-8"), files)
        elif path.endswith(".css"):
            text = (site / path).read_text(encoding="utf-8")
            faults += [f"{path}: kiểu chữ gọi ra mạng: {address}" for address in _IN_CSS.findall(text)]
    return sorted(set(faults))


def start_name(words: Wording) -> str:
    """What the page beside the folder is called, which people open first."""
    return f"{words.say(_START)}.html"


def bundle(site: Path, site_name: str, words: Wording) -> Path:
    """Write the start page beside the folder `site`, and a zip of both; returns the zip. Raises `OSError`."""
    start = site.parent / start_name(words)
    page = environment(words).get_template("usb_start.html")
    atomic.write(start, page.render(name=site_name, css=Markup(style("code.css")), folder=site.name))
    target = site.parent / ZIP
    with atomic.whole(target) as unfinished, zipfile.ZipFile(unfinished, "w") as archive:
        for path in [start, *sorted(path for path in site.rglob("*") if path.is_file())]:
            entry = zipfile.ZipInfo(path.relative_to(site.parent).as_posix(), _DAY)
            # Films, PDFs and pictures are dense already.
            entry.compress_type = (
                zipfile.ZIP_DEFLATED
                if path.suffix in (".html", ".js", ".css", ".json", ".vtt", ".svg")
                else zipfile.ZIP_STORED
            )
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return target


def _names(files: set[str]) -> Iterator[str]:
    lower: dict[str, str] = {}
    for path in sorted(files):
        if _BAD_NAME.search(path) or len(path) > _LONGEST:
            yield f"{path}: tên tệp mà USB hoặc Windows không chứa được"
        if lower.setdefault(path.lower(), path) != path:
            yield f"{path}: chỉ khác {lower[path.lower()]} ở chữ hoa, chữ thường"


def _page(path: str, text: str, files: set[str]) -> Iterator[str]:
    reader = _Addresses()
    reader.feed(text)
    for address in _IN_CSS.findall(text):
        yield f"{path}: kiểu chữ gọi ra mạng: {address}"
    for address, loaded in reader.found:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") or (parts.netloc and not parts.scheme):
            if loaded:
                yield f"{path}: gọi ra mạng: {address}"
        elif not parts.scheme and parts.path:
            target = normpath(join(dirname(path), unquote(parts.path)))
            if parts.path.startswith("/") or target not in files:
                yield f"{path}: liên kết không dẫn tới tệp nào: {address}"


class _Addresses(HTMLParser):
    """Every address in a page, and whether the browser fetches it by itself (a link is only followed by a
    person)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        for name, value in attrs:
            if name in _LOADED and value:
                self.found.append((value, True))
            elif name == "href" and value and "canonical" not in (known.get("rel") or ""):
                self.found.append((value, tag not in ("a", "area")))
