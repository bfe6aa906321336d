"""The parts of a .docx around its text: styles, lists, links, zipped with a fixed day so that the same
text gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

PHONE, SCREEN = "Phone", "Screeninwords"
"""Ids of the styles of a hidden `phone` block and of a screen said in words."""
PHONE_NAME, SCREEN_NAME, CODE_NAME = "Phone", "Screen in words", "Code"
BULLETS = 1
"""The number of the list of bullets; numbered lists follow."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MONO = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT = (
    f'{_HEAD}<Types xmlns="{_P}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    ' ContentType="application/xml"/><Override PartName="/word/document.xml"'
    f' ContentType="{_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml"'
    f' ContentType="{_TYPE}.styles+xml"/><Override PartName="/word/numbering.xml"'
    f' ContentType="{_TYPE}.numbering+xml"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="{_P}/relationships">'
    f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(body: str, links: Sequence[str], numbered: int) -> bytes:
    """Paragraphs as XML → the file. `links` are the targets of `link1`, `link2` …; `numbered` lists have
    the numbers after `BULLETS`."""
    related = [
        f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering")
    ]
    related += [
        f'<Relationship Id="link{i}" Type="{_R}/hyperlink" Target={quoteattr(link)} TargetMode="External"/>'
        for i, link in enumerate(links, 1)
    ]
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
        ' w:left="1134"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _CONTENT,
        "_rels/.rels": _RELS,
        "word/document.xml": (
            f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{page}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_P}/relationships">{"".join(related)}</Relationships>'
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(numbered),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _styles() -> str:
    font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
    made = [
        _style("Normal", "Normal", f'{font}<w:sz w:val="24"/>', default=True),
        _style("Title", "Title", '<w:b/><w:sz w:val="40"/>'),
    ]
    made += [
        _style(f"Heading{i}", f"heading {i}", f'<w:b/><w:sz w:val="{34 - 4 * i}"/>', outline=i - 1)
        for i in (1, 2, 3)
    ]
    made += [
        _style(SCREEN, SCREEN_NAME, '<w:i/><w:color w:val="444444"/>'),
        _style(PHONE, PHONE_NAME, "<w:vanish/>"),
    ]
    made.append(
        f'<w:style w:type="character" w:styleId="{CODE_NAME}"><w:name'
        f' w:val="{CODE_NAME}"/><w:rPr>{_MONO}</w:rPr></w:style>'
    )
    language = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f'{_HEAD}<w:styles xmlns:w="{_W}">{language}{"".join(made)}</w:styles>'


def _style(name: str, shown: str, look: str, *, default: bool = False, outline: int = -1) -> str:
    kept = (
        f'<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{outline}"/>'
        if outline >= 0
        else '<w:spacing w:after="120"/>'
    )
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name'
        f' w:val="{shown}"/>{based}<w:pPr>{kept}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _numbering(numbered: int) -> str:
    kinds = (("bullet", "•", "•", "•"), ("decimal", "%1.", "%2.", "%3."))
    made = []
    for i, (kind, *marks) in enumerate(kinds):
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText'
            f' w:val="{mark}"/><w:pPr><w:ind w:left="{400 * (depth + 1)}" w:hanging="400"/></w:pPr></w:lvl>'
            for depth, mark in enumerate(marks)
        )
        made.append(f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>')
    made.append(f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>')
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made += [
        f'<w:num w:numId="{BULLETS + i}"><w:abstractNumId w:val="1"/>{restart}</w:num>'
        for i in range(1, numbered + 1)
    ]
    return f'{_HEAD}<w:numbering xmlns:w="{_W}">{"".join(made)}</w:numbering>'
