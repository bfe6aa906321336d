"""Where an address leads, as a browser would read it: addresses that hide it are refused, for videos and for
links alike.

A link is a promise on paper and on a page read by people who cannot check it: its host stands in plain sight,
whole and in Latin letters, nobody else's server decides where it goes on, and its words name no other site.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

SHORTENERS = frozenset(
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "ow.ly", "cutt.ly", "rb.gy", "shorturl.at",
        "rebrand.ly", "qrco.de", "me-qr.com", "by.com.vn", "bom.so", "s.id", "t.ly", "v.gd", "shorten.asia",
        "byvn.net", "qr.io", "linktr.ee", "vm.tiktok.com", "vt.tiktok.com", "fb.watch", "fb.me", "g.co",
        "lnkd.in", "buff.ly", "adf.ly", "bitly.com", "tiny.cc", "short.gy", "surl.li", "shope.ee",
        "s.shopee.vn", "s.lazada.vn", "s.zalo.me", "link.zalo.me", "j.mp", "urlvn.net", "page.link",
        "app.link", "onelink.me", "beacons.ai", "forms.gle", "maps.app.goo.gl", "amzn.to", "dub.sh",
        "lihi.cc", "reurl.cc",
    }
)  # fmt: skip
_REDIRECTORS = (
    ("youtube.com", "/redirect"), ("youtube.com", "/attribution_link"), ("facebook.com", "/l.php"),
    ("facebook.com", "/flx/"), ("l.facebook.com", "/"), ("lm.facebook.com", "/"), ("l.messenger.com", "/"),
    ("l.instagram.com", "/"), ("google.com", "/url"), ("google.com.vn", "/url"), ("translate.goog", "/"),
    ("translate.google.com", "/"), ("googleadservices.com", "/"), ("href.li", "/"), ("out.reddit.com", "/"),
    ("vk.com", "/away.php"), ("link.zhihu.com", "/"), ("cse.google.com", "/url"),
)  # fmt: skip
_HOST = re.compile(r"^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_STATE = re.compile(r"gov[.-]?vn")
_ENDINGS = (
    "vn|com|net|org|info|biz|xyz|top|io|app|gov|edu|me|cc|site|online|shop|club|vip|ly|gl|gd|link|click|live|"
    "asia|store|page|pro|space|icu"
)
SITE = re.compile(
    rf"(?<![\w@.…/-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))(?![\w-]|\.[a-z0-9])", re.IGNORECASE
)
"""A site's name as people write it; broken up (`dich-vu-….com`) it names nobody."""
_COPY = "Chép lại địa chỉ từ thanh địa chỉ của trình duyệt."


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an address is not taken, and how to mend it (Vietnamese sentences)."""

    text: str
    fix: str


def refuse(raw: str) -> Refused | None:
    """An address with `https:` (or with none, from `//` on) that hides where it leads → why; None for any
    that does not."""
    text = html.unescape(raw).strip()
    if "\\" in text:
        return Refused("Địa chỉ có dấu «\\», trình duyệt đọc khác người.", _COPY)
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return Refused("Địa chỉ viết sai.", _COPY)
    if parts.scheme.lower() != "https" and not text.startswith("//"):
        return None
    if (
        "@" in parts.netloc
        or port is not None
        or _HIDDEN.search(text)
        or not parts.netloc.isascii()
        or parts.netloc.endswith(":")
    ):
        return Refused("Địa chỉ có phần lạ (tên người dùng, cổng, hay ký tự lạ).", _COPY)
    return _refuse_host(host) or _refuse_way(host, parts.path, parts.query)


def misnamed(words: str, raw: str) -> str:
    """The site that the words of a link name while it leads elsewhere; empty when they name none, or the
    one it leads to."""
    try:
        host = (urlsplit(html.unescape(raw).strip()).hostname or "").lower().removeprefix("www.")
    except ValueError:
        host = ""
    for match in SITE.finditer(
        _HIDDEN.sub(lambda hidden: " " if hidden[0].isspace() else "", unicodedata.normalize("NFKC", words))
    ):
        named = match[1].lower().removeprefix("www.")
        if host != named and not host.endswith(f".{named}"):
            return match[1]
    return ""


def called(raw: str) -> str:
    """The digits that a link dials, writes to or opens a chat with (`tel:`, `sms:`, `zalo.me/<number>` …);
    empty for other links."""
    text = unicodedata.normalize("NFKC", unquote(html.unescape(raw))).strip()
    scheme, _, rest = text.partition(":")
    if scheme.lower() in ("tel", "sms"):
        return _digits(rest.partition("?")[0]) or rest
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    host = (parts.hostname or "").lower().removeprefix("www.")
    if host in ("zalo.me", "chat.zalo.me", "wa.me", "api.whatsapp.com", "t.me", "viber.com"):
        asked = [value for name, value in parse_qsl(parts.query) if name in ("phone", "number", "text")]
        return next(
            (
                _digits(said)
                for said in (parts.path, *asked)
                if re.fullmatch(r"[/+\d .()-]*\d{3}[\d .()-]*/?", said)
            ),
            "",
        )
    return ""


def host_of(raw: str) -> str:
    """The host of an `https:` address in lower case without `www.`; empty for any other."""
    try:
        parts = urlsplit(html.unescape(raw).strip())
    except ValueError:
        return ""
    return (parts.hostname or "").lower().removeprefix("www.") if parts.scheme.lower() == "https" else ""


def _refuse_host(host: str) -> Refused | None:
    if not host:
        return Refused("Địa chỉ viết sai.", _COPY)
    if "xn--" in host or not _HOST.match(host):
        return Refused(
            f"Tên máy chủ «{host}» không dùng được.", "Dùng tên trang thật, không dùng dãy số hay chữ lạ."
        )
    if _STATE.search(host) and not (host == "gov.vn" or host.endswith(".gov.vn")):
        return Refused(
            f"«{host}» giống tên trang nhà nước mà không phải.", "Trang nhà nước có đuôi .gov.vn ở cuối tên."
        )
    if _is(host, SHORTENERS):
        return Refused(
            f"«{host}» là địa chỉ rút gọn, không biết dẫn tới đâu.", "Mở ra rồi chép địa chỉ đầy đủ."
        )
    return None


def _refuse_way(host: str, path: str, query: str) -> Refused | None:
    onward = any(
        re.match(r"(?:https?:)?[/\\]{2}|https?:", value.strip(), re.IGNORECASE)
        for _, value in parse_qsl(unquote(query))
    )
    if (
        onward
        or re.search(r"https?:/", unquote(path))
        or any(_is(host, {site}) and path.startswith(way) for site, way in _REDIRECTORS)
    ):
        return Refused("Đây là địa chỉ chuyển tiếp sang trang khác.", "Mở ra rồi chép địa chỉ cuối cùng.")
    return None


def _is(host: str, sites: frozenset[str] | set[str]) -> bool:
    """Whether the host is one of the sites or lies below one."""
    return any(host == site or host.endswith(f".{site}") for site in sites)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
