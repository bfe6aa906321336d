"""An .odt → Markdown: headings, bold by its styles, lists, tables; deleted text and comments stay out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from tungbuoc.manuscript.archive import UnreadableDocumentError, parts

_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_SKIP = frozenset(
    {"office:annotation", "text:tracked-changes", "text:note", "text:sequence-decls", "office:forms"}
)
Node = ElementTree.Element


def read(data: bytes) -> tuple[str, list[str]]:
    """Bytes → Markdown and what an editor must know of the document. Raises `UnreadableDocumentError`."""
    found = parts(data)
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise UnreadableDocumentError("Tệp đặt mật khẩu. Mở bằng LibreOffice, bỏ mật khẩu rồi lưu lại.")
    if "content.xml" not in found:
        raise UnreadableDocumentError(
            "Tệp không có văn bản bên trong. Mở bằng LibreOffice, lưu lại thành .odt."
        )
    root = ElementTree.fromstring(found["content.xml"])
    reader = _OdtReader(root)
    body = root.find("office:body/office:text", _NS)
    lines = list(reader.blocks(body)) if body is not None else []
    return "\n".join(lines).strip() + "\n", [*_told(root), *reader.notes]


def _told(root: Node) -> Iterator[str]:
    changes = root.findall(".//text:changed-region", _NS)
    if changes:
        yield f"Văn bản còn {len(changes)} chỗ sửa chưa duyệt: máy lấy chữ đã sửa, bỏ chữ đã xóa."
    for comment in root.iterfind(".//office:annotation", _NS):
        said = " ".join(
            " ".join("".join(part.itertext()) for part in comment.iterfind("text:p", _NS)).split()
        )
        yield f"Lời góp ý bên lề, không chép vào bài: «{said}»."


class _OdtReader:
    """Blocks of one document; knows its styles that are bold and its lists that are numbered."""

    def __init__(self, root: Node) -> None:
        self.notes: list[str] = []
        self._pictures = 0
        self._bold = {_of(node, "style:name") for node in root.iter(_tag("style:style")) if _is_bold(node)}
        self._titles = {
            _of(node, "style:name")
            for node in root.iter(_tag("style:style"))
            if _of(node, "style:parent-style-name") == "Title"
        }
        lists = root.iter(_tag("text:list-style"))
        self._numbered = {
            _of(node, "style:name")
            for node in lists
            if node.find("text:list-level-style-number", _NS) is not None
        }

    def blocks(self, node: Node) -> Iterator[str]:
        for child in node:
            name = _name(child)
            if name == "text:h":
                yield from (f"{'#' * int(_of(child, 'text:outline-level') or 1)} {self._words(child)}", "")
            elif name == "text:p":
                style = _of(child, "text:style-name")
                mark = "# " if style == "Title" or style in self._titles else ""
                yield from (mark + self._words(child, bold=style in self._bold and not mark), "")
            elif name == "text:list":
                yield from (*self._items(child, _of(child, "text:style-name"), 0), "")
            elif name == "table:table":
                yield from (*self._table(child), "")
            elif name in ("text:section", "text:index-body"):
                yield from self.blocks(child)

    def _items(self, node: Node, style: str, depth: int) -> Iterator[str]:
        for number, item in enumerate(node.iterfind("text:list-item", _NS), 1):
            mark = f"{number}." if style in self._numbered else "-"
            words = " ".join(self._words(part) for part in item if _name(part) in ("text:p", "text:h"))
            if words:
                yield f"{'  ' * depth}{mark} {words}"
            for inner in item.iterfind("text:list", _NS):
                yield from self._items(inner, _of(inner, "text:style-name") or style, depth + 1)

    def _table(self, node: Node) -> Iterator[str]:
        rows = [
            [self._cell(cell) for cell in row.iterfind("table:table-cell", _NS)]
            for row in node.iter(_tag("table:table-row"))
        ]
        wide = max(map(len, rows), default=0)
        for i, row in enumerate(rows):
            yield "| " + " | ".join([*row, *[""] * (wide - len(row))]) + " |"
            if i == 0:
                yield "|" + " --- |" * wide

    def _cell(self, node: Node) -> str:
        return " ".join(self._words(part) for part in node if _name(part) in ("text:p", "text:h")).replace(
            "|", "/"
        )

    def _words(self, node: Node, *, bold: bool = False) -> str:
        said = re.sub(r"\*\*(\s*)\*\*", r"\1", "".join(self._inline(node)))
        said = " ".join(re.sub(r"\*\*(\s*)([^*]*?)(\s*)\*\*", r"\1**\2**\3", said).split())
        return f"**{said.replace('**', '')}**" if bold and said else said

    def _inline(self, node: Node) -> Iterator[str]:
        yield node.text or ""
        for child in node:
            name = _name(child)
            if name in ("text:s", "text:tab", "text:line-break"):
                yield " "
            elif name == "draw:frame":
                yield self._picture(child)
            elif name not in _SKIP:
                inner = "".join(self._inline(child))
                strong = name == "text:span" and _of(child, "text:style-name") in self._bold and inner.strip()
                target = _of(child, "xlink:href") if name == "text:a" else ""
                yield (
                    f"**{inner}**"
                    if strong
                    else f"[{inner}]({target})"
                    if target.startswith("https://")
                    else inner
                )
            yield child.tail or ""

    def _picture(self, node: Node) -> str:
        self._pictures += 1
        self.notes.append(
            f"Hình {self._pictures} không chép vào bài: vẽ lại bằng khối phone ở chỗ có dòng «điền»."
        )
        return f" ![{_of(node, 'draw:name')}](hinh-{self._pictures}) "


def _is_bold(style: Node) -> bool:
    return any(_of(part, "fo:font-weight") == "bold" for part in style.iterfind("style:text-properties", _NS))


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


def _of(node: Node, name: str) -> str:
    return node.get(_tag(name), "")


def _name(node: Node) -> str:
    """`text:p` of an element's full name; the local name alone under a name space that is not ours."""
    space, _, local = str(node.tag).lstrip("{").partition("}")
    prefix = next((prefix for prefix, known in _NS.items() if known == space), "")
    return f"{prefix}:{local}"
