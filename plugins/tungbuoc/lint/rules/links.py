"""Links, and what is not plain Markdown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from tungbuoc.lesson.addresses import Pages
from tungbuoc.lesson.inline import CODE
from tungbuoc.lint.prose import join
from tungbuoc.lint.rule import Around, Context, Found, quoted, rule, wide_rule

_LINK = re.compile(r"(!?)\[([^\[\]\n]*)\]\([ \t]*<?([^)\s>\[]*)>?(?:[ \t]+[^)\[\n]*)?\)")
_OPENED = re.compile(r"\]\(\s*<?([^)\s>\[]{0,60})")
_AUTO = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>")
_REFERENCE = re.compile(r"^ {0,3}\[(?!//\])([^\]\n]+)\]:[ \t]*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?|!--|!\[CDATA|\?)>?")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]+|[\w-]+\s*=)[^{}\n]*\}")
_SCHEME = re.compile(r"^[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.\s-]*?):")
_ALLOWED = ("https", "tel", "sms")
_EMPTY_WORDS = ("đây", "tại đây", "ở đây", "bấm vào đây", "bấm đây", "link", "xem thêm", "vào đây")


def links(context: Context) -> Iterator[tuple[int, bool, str, str]]:
    """(line, whether a picture, words, address) of every link in the lesson's words."""
    if "](" not in context.lesson.source and "<" not in context.lesson.source:
        return
    for passage in context.passages:
        if passage.kind == "label":
            continue
        for match in _LINK.finditer(passage.raw):
            yield passage.line_at(match.start()), bool(match[1]), match[2], match[3]
        for match in _AUTO.finditer(passage.raw):
            yield passage.line_at(match.start()), False, match[1], match[1]


def target(context: Context, address: str) -> str:
    """The path below the project that a relative address names; it begins with `..` when it leaves the
    project."""
    path = unquote(urlsplit(address).path)
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(context.lesson.path), path))
        if path
        else context.lesson.path
    )


def relative(address: str) -> bool:
    """Whether the address is one beside the lesson, not one of a site or of the page itself."""
    return not _SCHEME.match(address) and not address.startswith(("/", "\\", "#"))


def _is_made(context: Context, path: str) -> bool:
    """Whether the site makes this page itself."""
    below = path.removeprefix("docs/")
    pages = context.course.pages if context.course else Pages()
    topics = {f"{topic.folder}/index.md" for topic in context.course.topics} if context.course else set()
    return below == "index.md" or below in pages.made() or below in topics


def _where_now(context: Context, path: str) -> str:
    """The address, from the lesson, of the page that had this one before; empty where none had."""
    pages = context.course.pages if context.course else Pages()
    page = pages.former(context.words.language).get(path.removeprefix("docs/").removesuffix(".md"), "")
    now = pages.path_of(page)
    return posixpath.relpath(f"docs/{now}", posixpath.dirname(context.lesson.path)) if page else ""


@rule("A03")
def outside(context: Context) -> Iterator[Found]:
    """Pictures and links stay inside `docs/`; pictures come from the project only."""
    for line, picture, _, address in links(context):
        if address and picture and not relative(address):
            yield Found(line, f"Hình lấy từ nơi khác: {quoted(address)}.", "Chép hình vào thư mục của bài.")
        elif address and relative(address) and not target(context, address).startswith("docs/"):
            yield Found(
                line, f"Địa chỉ {quoted(address)} ra ngoài thư mục docs.", "Chỉ dẫn tới tệp trong docs."
            )
        elif address.startswith(("/", "\\")):
            yield Found(
                line,
                f"Địa chỉ {quoted(address)} bắt đầu bằng dấu gạch.",
                "Viết đường đi từ chỗ bài này, ví dụ «../an-toan/dung-lai.md».",
            )


@wide_rule("A05")
def dead_link(context: Context, around: Around) -> Iterator[Found]:
    """A link inside the site leads to a file that is there."""
    for line, picture, _, address in links(context):
        if not picture and address and relative(address):
            path = target(context, address)
            if path.startswith("docs/") and path not in around.sizes and not _is_made(context, path):
                now = _where_now(context, path)
                fix = f"Trang ấy nay là «{now}»." if now else "Xem lại tên tệp, có đuôi .md."
                yield Found(line, f"Đường dẫn {quoted(address)} không tới tệp nào.", fix)


@wide_rule("A06")
def dead_anchor(context: Context, around: Around) -> Iterator[Found]:
    """A link to a place within a page leads to a heading that is there."""
    for line, picture, _, address in links(context):
        if picture or "#" not in address or _SCHEME.match(address) or address.startswith("/"):
            continue
        page, place = target(context, address), unquote(address.split("#", 1)[1])
        anchors = around.anchors(page) if place else None
        if anchors is not None and place not in anchors:
            yield Found(
                line,
                f"Trang đó không có chỗ «#{place}».",
                "Dùng mã của bước, ví dụ «#48217», hoặc bỏ phần sau dấu #.",
            )


@rule("A07")
def words_of_link(context: Context) -> Iterator[Found]:
    """The words of a link say where it leads."""
    for line, picture, words, address in links(context):
        bare = words.strip().strip("*“”").lower()
        if not picture and (bare in _EMPTY_WORDS or not bare):
            yield Found(
                line,
                f"Chữ của đường dẫn ({quoted(words or address)}) không nói dẫn tới đâu.",
                "Viết tên bài hay tên trang: «[Quên mật khẩu](…)».",
            )


@rule("X01")
def html(context: Context) -> Iterator[Found]:
    """Raw HTML is switched off: it would be printed as it stands."""
    for passage in context.passages:
        for match in _TAG.finditer(_blank_code(passage.raw)) if "<" in passage.raw else ():
            yield Found(
                passage.line_at(match.start()),
                f"Không dùng thẻ HTML {quoted(match[0], 30)}.",
                "Xóa thẻ, giữ chữ. Chữ đậm viết bằng **…**.",
            )


@rule("X02")
def scheme(context: Context) -> Iterator[Found]:
    """Links are relative, https:, tel: or sms:."""
    if not any(sign in context.lesson.source for sign in ("](", "<", "]:")):
        return
    text = join(passage for passage in context.passages if passage.kind != "label").but(_without_code)
    matches = [match for pattern in (_OPENED, _AUTO, _REFERENCE) for match in pattern.finditer(text.text)]
    found = [(text.line_at(match.start()), match[match.lastindex or 0]) for match in matches]
    for line, address in found:
        match = _SCHEME.match(unquote(address).replace("&colon;", ":").replace("&#58;", ":"))
        name = re.sub(r"\s", "", match[1]).lower() if match else ""
        if name and name not in _ALLOWED:
            fix = (
                "Viết «https:»."
                if name == "http"
                else "Chỉ dùng đường dẫn tới bài khác, «https:», «tel:» hoặc «sms:»."
            )
            yield Found(line, f"Đường dẫn bắt đầu bằng «{name}:» không được dùng.", fix)


@rule("X03")
def attributes(context: Context) -> Iterator[Found]:
    """Attributes in braces mean nothing here: they would be printed as they stand."""
    for passage in context.passages:
        for match in (
            _ATTRIBUTES.finditer(_blank_code(passage.raw))
            if "{" in passage.raw and passage.kind not in ("label", "heading")
            else ()
        ):
            yield Found(
                passage.line_at(match.start()),
                f"Phần {quoted(match[0], 30)} sẽ in ra nguyên như vậy.",
                "Xóa phần trong ngoặc nhọn.",
            )


def _without_code(raw: str) -> str:
    return CODE.sub(lambda match: " " * len(match[0]), raw)


def _blank_code(raw: str) -> str:
    return _AUTO.sub(lambda match: " " * len(match[0]), _without_code(raw))
