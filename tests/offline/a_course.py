"""A course of two topics and three lessons, with the PDFs a press would have made of them, for pages made
from all lessons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf

from tungbuoc.lesson.course import CourseOptions
from tungbuoc.lesson.galley import Galley, GalleyStep, Imprint
from tungbuoc.lesson.scan import scan
from tungbuoc.permalink import ledger
from tungbuoc.permalink.address import read_site
from tungbuoc.press.formats import Format
from tungbuoc.press.plan import Plan
from tungbuoc.press.pressing import Printed
from tungbuoc.web.course import Course, Galleys

TOPICS = [("an-toan", "E", "Không bị lừa"), ("tien", "D", "Tiền trong điện thoại")]
LESSONS = {
    "an-toan/mot.md": ("E1", "Dừng lại"),
    "an-toan/hai.md": ("E2", "Gọi lại"),
    "tien/ba.md": ("D1", "Trả tiền"),
}
SHEET = Format(name="lesson-sheet", label="Tờ bài học", per="lesson")
POSTER = Format(name="poster", label="Áp phích", per="lesson", paper="A3")
FORM = Format(name="pledge", label="Cam kết", per="form")
PACK = (("poster", "lesson-sheet", "pledge"), ("E1",))
MADE = (("E1", SHEET, 3), ("E2", SHEET, 2), ("D1", SHEET, 1), ("E1", POSTER, 1), ("M01", FORM, 1))


def course(root: Path) -> Course:
    """The course below `root`; its lessons have no words, since no page under test shows them."""
    options = CourseOptions.model_validate(
        {
            "topics": [
                {
                    "folder": folder,
                    "letter": letter,
                    "title": title,
                    "errand": {f"{letter}1": title},
                    "icon": "id",
                }
                for folder, letter, title in TOPICS
            ]
        }
    )
    front = "audience: mọi người\nminutes: 30\nskills: [a]\nfacts: []\nreviewed: 2026-11-21\nreview_by: 2027-02-21"
    lessons = {
        path: scan(f"---\ncode: {code}\n{front}\n---\n\n# {title}\n", f"docs/{path}").lesson
        for path, (code, title) in LESSONS.items()
    }
    book, _ = ledger.read("")
    return Course(
        root=root, docs=root / "docs", options=options, site=read_site("https://tb.example/"),
        site_name="Từng Bước", serving=False, lessons=lessons, problems=(), ledger=book, glossary={},
        plan=Plan(packs={"Ngày hội": PACK}), urls={path: path.replace(".md", "/") for path in lessons},
    )  # fmt: skip


def galleys() -> Galleys:
    """The galleys of its lessons."""
    return Galleys.of(galley(code, title, path) for path, (code, title) in LESSONS.items())


def galley(code: str, title: str, path: str, *, said: str = "Nghe.") -> Galley:
    """A lesson of two steps; `said` are the words of its second one."""
    steps = [("10005", 1, "Nghe", "<p>Nghe.</p>"), ("10018", 2, "Hỏi", f"<p>{said}</p>")]
    return Galley(
        code=code, title=title, path=f"docs/{path}", url=path.replace(".md", "/"), imprint=Imprint(site_name="Từng Bước", shown="tb", url="https://tb.example/"),
        steps=tuple(GalleyStep(key=key, number=number, title=name, html=html, screens=(), payload="", typed="") for key, number, name, html in steps),
    )  # fmt: skip


def press(folder: Path) -> list[Printed]:
    """Empty pages of the right number and size, and what a press says of them."""
    folder.mkdir(parents=True)
    titles = dict(LESSONS.values()) | {"M01": "Cam kết Gia đình số"}
    return [_made(folder, code, titles[code], format, pages) for code, format, pages in MADE]


def _made(folder: Path, code: str, title: str, format: Format, pages: int) -> Printed:
    path = f"{code}-{format.name}.pdf"
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(842, 1191) if format.paper == "A3" else (595, 842))
        document.save(folder / path)
    facts: dict[str, Any] = {
        "pages": pages,
        "bytes": (folder / path).stat().st_size,
        "sheets": (pages + 1) // 2,
        "packs": (PACK,) if format is FORM else (),
    }
    return Printed(
        code=code,
        title=title,
        format=format,
        path=path,
        shown=path,
        fingerprint="0" * 64,
        label=format.label,
        **facts,
    )
