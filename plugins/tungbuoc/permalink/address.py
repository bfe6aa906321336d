"""Public addresses: what a printed code holds, what a person types, and when a site may not be printed for.

Design §4: empty, reserved and local names give a draft, so that nobody prints a thousand dead codes.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from tungbuoc.lesson.problems import Problem

DRAFT_URL = "https://ban-nhap.example/"
DRAFT_MARK = "BẢN NHÁP – chưa có địa chỉ trang"
LONGEST = 42  # bytes a version 3 symbol holds at level M; qr.md §6
_RESERVED = (
    "example",
    "test",
    "invalid",
    "localhost",
    "local",
    "internal",
    "lan",
    "home",
    "example.com",
    "example.org",
    "example.net",
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site will live: `url` ends with a slash; `draft` when the name cannot be reached by the
    public."""

    url: str
    host: str
    draft: bool

    @property
    def shown(self) -> str:
        """The address without scheme and last slash, as people read and type it: `tungbuoc.vn`."""
        return self.url.split("://", 1)[1].rstrip("/")

    def payload(self, key: str) -> str:
        """What the QR code of a step holds: `https://tungbuoc.vn/48217/`."""
        return f"{self.url}{key}/"

    def typed(self, key: str) -> str:
        """What stands under the code for people to type: `tungbuoc.vn/48217`."""
        return f"{self.shown}/{key}"


def read_site(site_url: str) -> Site:
    """The configured `site_url` → the site; empty means the draft address."""
    url = (site_url.strip() or DRAFT_URL).rstrip("/") + "/"
    host = (urlsplit(url).hostname or "").lower()
    return Site(url, host, _is_draft(host))


def check_site(site: Site, *, path: str = "mkdocs.yml") -> list[Problem]:
    """Told when an address makes a payload too long for a code that survives photocopying, or is not plain
    ASCII https."""
    size = len(site.payload("00000").encode())
    problems = []
    if size > LONGEST:
        text = f"Địa chỉ in trong mã dài {size} ký tự, quá {LONGEST}; mã sẽ khó quét."
        problems.append(Problem(path, 1, "K07", text, "Dùng tên miền ngắn hơn ở SITE_URL."))
    if not site.url.isascii() or not (site.url.startswith("https://") or site.draft) or "@" in site.url:
        problems.append(
            Problem(
                path,
                1,
                "K09",
                f"SITE_URL «{site.url}» không dùng được.",
                "Viết dạng «https://ten-mien.vn/», chữ không dấu.",
            )
        )
    return problems


def _is_draft(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or any(host == name or host.endswith(f".{name}") for name in _RESERVED)
    return True
