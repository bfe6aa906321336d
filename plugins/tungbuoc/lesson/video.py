"""Addresses of videos: which are allowed, and the one canonical form of each.

Contributed addresses are checked by the whole host against a list, https only; user info, ports, IP numbers, foreign
letters in the host, redirectors and shorteners are refused. Forms by `reference/qr.md` §4.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be", "www.youtube-nocookie.com"})
SHORTENERS = frozenset(
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "ow.ly", "cutt.ly", "rb.gy", "shorturl.at", "rebrand.ly",
        "qrco.de", "me-qr.com", "by.com.vn", "bom.so", "s.id", "t.ly", "v.gd", "shorten.asia", "byvn.net", "qr.io",
        "linktr.ee", "vm.tiktok.com", "vt.tiktok.com", "fb.watch",
    }
)  # fmt: skip
_REDIRECTORS = {("www.youtube.com", "/redirect"), ("www.youtube.com", "/attribution_link"), ("l.facebook.com", "/"), ("www.google.com", "/url")}
_FILE = re.compile(r"^[\w./-]+\.(?:mp4|m4v)$", re.ASCII)
_ID = re.compile(r"^[A-Za-z0-9_-]{11}$")
_TIME = re.compile(r"^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$")
_HOST = re.compile(r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$")


@dataclass(frozen=True, slots=True)
class Video:
    """One video: `address` canonical, `local` when it is a file beside the lesson, `host` empty then."""

    address: str
    host: str = ""

    @property
    def local(self) -> bool:
        """True for a file of the project."""
        return not self.host


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an address is not taken, and how to mend it (Vietnamese sentences)."""

    text: str
    fix: str


def read_video(raw: str, hosts: Collection[str]) -> Video | Refused:
    """The text after `Video:` → a canonical video, or why not. `hosts` are the allowed ones, lower case."""
    text = raw.strip().removeprefix("<").removesuffix(">").strip()
    if not text:
        return Refused("Dòng «Video:» chưa có địa chỉ.", "Dán địa chỉ video vào, hoặc xóa cả dòng.")
    if "://" not in text and not re.match(r"^[a-z]+:", text, re.IGNORECASE):
        return _read_file(text)
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return Refused("Địa chỉ video viết sai.", "Chép lại địa chỉ từ thanh địa chỉ của trình duyệt.")
    refused = _refuse(text, parts.scheme.lower(), parts.netloc, host, port, parts.path, hosts)
    return refused or _canonical(parts.path, parts.query, parts.fragment, host)


def _read_file(text: str) -> Video | Refused:
    if ".." in text.split("/") or text.startswith("/") or not _FILE.match(text):
        return Refused(f"Tên tệp video «{text}» không dùng được.", "Đặt tệp .mp4 cạnh bài học, tên chữ thường không dấu.")
    return Video(text)


def _refuse(text: str, scheme: str, netloc: str, host: str, port: int | None, path: str, hosts: Collection[str]) -> Refused | None:
    if scheme != "https":
        return Refused(f"Địa chỉ video bắt đầu bằng «{scheme}:».", "Chỉ dùng địa chỉ «https://…».")
    if "@" in netloc or port is not None or any(ord(sign) < 33 or ord(sign) > 126 for sign in text):
        return Refused("Địa chỉ video có phần lạ (tên người dùng, cổng, hay ký tự lạ).", "Chép lại địa chỉ từ thanh địa chỉ của trình duyệt.")
    if "xn--" in host or not _HOST.match(host) or host.replace(".", "").isdigit():
        return Refused(f"Tên máy chủ «{host}» không dùng được.", "Dùng tên trang thật, không dùng dãy số hay chữ lạ.")
    if host in SHORTENERS:
        return Refused(f"«{host}» là địa chỉ rút gọn, không biết dẫn tới đâu.", "Mở ra rồi chép địa chỉ đầy đủ.")
    if (host, path) in _REDIRECTORS:
        return Refused("Đây là địa chỉ chuyển tiếp, không phải địa chỉ video.", "Mở ra rồi chép địa chỉ cuối cùng.")
    if host not in hosts:
        return Refused(f"Trang «{host}» không có trong danh sách được phép.", f"Dùng một trong các trang: {', '.join(sorted(hosts))}.")
    return None


def _canonical(path: str, query: str, fragment: str, host: str) -> Video | Refused:
    asked = parse_qs(query)
    start = _seconds((asked.get("t") or asked.get("start") or [fragment.removeprefix("t=")])[0])
    if host not in YOUTUBE_HOSTS:
        return Video(f"https://{host}{path}" + (f"?{query}" if query else "") + (f"#t={start}" if start else ""), host)
    pieces = [piece for piece in path.split("/") if piece]
    ident = (asked.get("v") or [""])[0] if pieces == ["watch"] else pieces[-1] if pieces else ""
    if not _ID.match(ident):
        return Refused("Địa chỉ này không mở một video YouTube.", "Bấm «Chia sẻ» dưới video rồi chép địa chỉ.")
    return Video(f"https://www.youtube.com/watch?v={ident}" + (f"&t={start}s" if start else ""), "www.youtube.com")


def _seconds(text: str) -> int:
    match = _TIME.match(text)
    if not match or not text:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
