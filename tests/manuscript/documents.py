"""Word and LibreOffice documents made part by part, each as some writer would: nothing of it is anybody's
file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (
        ("Title", "Title"),
        ("H1", "heading 1"),
        ("H2", "heading 2"),
        ("H3", "heading 3"),
        ("ListParagraph", "List Paragraph"),
    )
)
NUMBERING = (
    "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        for i, kind in ((0, "bullet"), (1, "decimal"))
    )
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def p(text: str, style: str = "", *, number: int = 0) -> str:
    """A paragraph; `**…**` in the text is bold, split into several runs as Word does."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    runs = "".join(run(part, bold=i % 2 == 1) for i, part in enumerate(text.split("**")) if part)
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{runs}</w:p>"


def run(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    halves = re.split("(?<= )", text, maxsplit=1)
    words = (escape(half).replace("\t", "</w:t><w:tab/><w:t>") for half in halves if half)
    return "".join(f'<w:r>{look}<w:t xml:space="preserve">{half}</w:t></w:r>' for half in words)


def table(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def docx(*body: str, extra: Mapping[str, bytes] | None = None, rels: str = "", comments: str = "") -> bytes:
    """The file of these paragraphs; `extra` are more parts, `rels` relations of the document."""
    related = f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/><Relationship Id="n" Type="{_R}/numbering" Target="numbering.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_P}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{"".join(body)}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_P}/relationships">{related}{rels}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{STYLES}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_W}">{NUMBERING}</w:numbering>',
    }
    if comments:
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{_W}">{comments}</w:comments>'
    return zipped({**{name: text.encode() for name, text in parts.items()}, **(extra or {})})


def picture(relation: str) -> str:
    """A paragraph with the picture that a relation names."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="Màn hình"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData><pic:pic xmlns:pic="{drawing}/picture"><pic:blipFill>'
        f'<a:blip r:embed="{relation}" r:link="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def image_relation(target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="i" Type="{_R}/image" Target="{target}"{mode}/>'


def odt(body: str, *, styles: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces} {fo}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
