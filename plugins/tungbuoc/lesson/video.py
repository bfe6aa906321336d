"""Addresses of videos: which are allowed, and the one canonical form of each.

Contributed addresses are checked by the whole host against a list, https only; what hides where it leads is
refused by the rule for all links, `lesson.destination`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from tungbuoc.lesson.destination import Refused, refuse

YOUTUBE_HOSTS = frozenset(
    {
        "youtube.com",
        "www.youtube.com",
        "m.youtube.com",
        "music.youtube.com",
        "youtu.be",
        "www.youtube-nocookie.com",
    }
)
_FILE = re.compile(r"^[\w./-]+\.(?:mp4|m4v)$", re.ASCII)
_ID = re.compile(r"^[A-Za-z0-9_-]{11}$")
_TIME = re.compile(r"^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$")
_WAYS = ("shorts", "embed", "live", "v", "e")


@dataclass(frozen=True, slots=True)
class Video:
    """One video: `address` canonical, `local` when it is a file beside the lesson, `host` empty then."""

    address: str
    host: str = ""

    @property
    def local(self) -> bool:
        """True for a file of the project."""
        return not self.host


def read_video(raw: str, hosts: Collection[str]) -> Video | Refused:
    """The text after `Video:` → a canonical video, or why not. `hosts` are the allowed ones, lower case."""
    text = raw.strip().removeprefix("<").removesuffix(">").strip()
    if not text:
        return Refused("Dòng «Video:» chưa có địa chỉ.", "Dán địa chỉ video vào, hoặc xóa cả dòng.")
    if "://" not in text and not re.match(r"^[a-z]+:", text, re.IGNORECASE):
        return _read_file(text)
    scheme = text.partition(":")[0].lower()
    if scheme != "https":
        return Refused(f"Địa chỉ video bắt đầu bằng «{scheme}:».", "Chỉ dùng địa chỉ «https://…».")
    if refused := refuse(text):
        return refused
    if not text.isascii():
        return Refused("Địa chỉ có ký tự lạ.", "Chép lại địa chỉ từ thanh địa chỉ của trình duyệt.")
    parts = urlsplit(text)
    host = (parts.hostname or "").lower()
    if host not in hosts:
        return Refused(f"Trang «{host}» không có trong danh sách được phép.", _instead(hosts))
    return _canonical(parts.path, parts.query, parts.fragment, host)


def _instead(hosts: Collection[str]) -> str:
    return (
        f"Dùng một trong các trang: {', '.join(sorted(hosts))}."
        if hosts
        else "Thêm tên trang ấy vào «video_hosts» trong mkdocs.yml."
    )


def _read_file(text: str) -> Video | Refused:
    if ".." in text.split("/") or text.startswith("/") or not _FILE.match(text):
        return Refused(
            f"Tên tệp video «{text}» không dùng được.", "Đặt tệp .mp4 cạnh bài học, tên chữ thường không dấu."
        )
    return Video(text)


def _canonical(path: str, query: str, fragment: str, host: str) -> Video | Refused:
    asked = parse_qs(query)
    start = _seconds((asked.get("t") or asked.get("start") or [fragment.removeprefix("t=")])[0])
    if host not in YOUTUBE_HOSTS:
        return Video(
            f"https://{host}{path}" + (f"?{query}" if query else "") + (f"#t={start}" if start else ""), host
        )
    pieces = [piece for piece in path.split("/") if piece]
    ident = (asked.get("v") or [""])[0] if pieces == ["watch"] else _ident(pieces, host)
    if not _ID.match(ident):
        return Refused(
            "Địa chỉ này không mở một video YouTube.", "Bấm «Chia sẻ» dưới video rồi chép địa chỉ."
        )
    return Video(
        f"https://www.youtube.com/watch?v={ident}" + (f"&t={start}s" if start else ""), "www.youtube.com"
    )


def _ident(pieces: list[str], host: str) -> str:
    """The name of the video in the way to it; channels (`/c/…`, `/user/…`, `/@…`) and lists (`/feed/…`)
    have none."""
    if host == "youtu.be":
        return pieces[0] if len(pieces) == 1 else ""
    return pieces[1] if len(pieces) == 2 and pieces[0] in _WAYS else ""


def _seconds(text: str) -> int:
    match = _TIME.match(text)
    if not match or not text:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
