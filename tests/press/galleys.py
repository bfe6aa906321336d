"""Galleys for tests, made by hand: a lesson of any number of steps with a drawn screen, a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import (
    Answer,
    Drawn,
    Galley,
    GalleySection,
    GalleyStep,
    Imprint,
    Pair,
    PlanItem,
    Question,
)
from tungbuoc.lesson.said import Said, SaidPart, What
from tungbuoc.permalink.keys import check_digit
from tungbuoc.press.formats import Format
from tungbuoc.press.order import Order
from tungbuoc.press.plan import Handout

ROOT = Path(__file__).parents[2]
IMPRINT = Imprint(site_name="Từng Bước", shown="tungbuoc.vn", url="https://tungbuoc.vn/")


def drawn(height: float = 160, on: str = "", label: str = "Cài đặt") -> Drawn:
    """A phone with one button; `height` in drawing units."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 164 {height}"><title>Màn hình</title>'
        f'<rect x="2" y="2" width="140" height="{height - 4}" rx="15" fill="#fff" stroke="#000" stroke-width="3.6"/>'
        f'<text x="20" y="60" font-family="Noto Sans" font-weight="700" font-size="14">{label}</text></svg>'
    )
    return Drawn(svg=svg, alt=f"Màn hình có nút {label}", width=164, height=height, on=on)


def step(
    number: int, *, words: str = "Bấm nút Cài đặt.", screens: tuple[Drawn, ...] | None = None
) -> GalleyStep:
    """One step; its key is made from its number."""
    digits = f"{3000 + number * 7:04d}"
    key = digits + check_digit(digits)
    return GalleyStep(
        number=number, key=key, title=f"Việc thứ {number}", html=f"<p>{words}</p>\n<p>Máy sẽ hiện trang số {number}.</p>",
        screens=(drawn(label=f"Nút {number}"),) if screens is None else screens,
        payload=f"https://tungbuoc.vn/{key}/", typed=f"tungbuoc.vn/{key}",
    )  # fmt: skip


def lesson(code: str = "E1", steps: int = 6, **changes: object) -> Galley:
    """A whole lesson; `changes` replace fields."""
    three = ("Cúp <strong>máy</strong>.", "Gọi lại số đã lưu.", "Hỏi một người nhà.")
    made = Galley(
        code=code, title=f"Dừng lại, hỏi lại bài {code}", path=f"docs/{code}.md", url=f"bai/{code.lower()}/", imprint=IMPRINT,
        topic="Không bị lừa", topic_letter=code[0], audience="mọi người", minutes=20, words=(("OTP", "mã dùng một lần"),),
        reviewed="2026-11-21", review_by="2027-02-21", steps=tuple(step(n) for n in range(1, steps + 1)),
        sections=(
            section("Học xong, bác làm được", "Nhận ra lời giục."), section("Chuẩn bị", "Điện thoại, một cây bút."),
            GalleySection(kind=grammar.TRY, title="Làm thử", html="<p>Tối nay bác thử một lần.</p>"),
            GalleySection(kind=grammar.BEWARE, title="Coi chừng", html="<p>Biết tên chưa chắc là người thật.</p>"),
            section("Nếu không được", "Không nghe máy — Gọi lại."), section("Nhớ ba điều", *three),
            section("Tự kiểm", "Cúp máy."), section("Cho người hướng dẫn", "20 phút: Khởi động. Hỏi thăm."),
        ),
        pairs=(Pair(trouble="<strong>Không nghe máy</strong>", answer="Gọi lại sau ít phút."),),
        quiz=(Question(html="Có người giục, bác làm gì?", answers=(
            Answer(html="Cúp máy.", right=True, reason="Việc thật thì chờ được."), Answer(html="Làm theo.", right=False, reason="Dễ mất tiền."))),),
        plan=(PlanItem(minutes=20, html="Khởi động. Hỏi thăm."),),
    )  # fmt: skip
    return whole(made.model_copy(update=changes))


def twin(of: Galley, language: str = "en", words: str = "Press the button.", **changes: object) -> Galley:
    """A translation of a lesson made by hand, all steps with the same words."""
    steps = tuple(translated(one, words) for one in of.steps)
    titles = {one.key: one.title for one in steps}
    said = tuple(
        SaidPart(part.kind, titles[part.key], part.line, (Said(part.line, words),), part.number, part.key)
        if part.key
        else part
        for part in of.said
    )
    made = of.model_copy(
        update={
            "title": f"{words[:9]} {language}", "path": of.path.replace(".md", f".{language}.md"), "steps": steps,
            "said": said, "language": language,
            "language_name": f"tiếng {language}",
        }
    )  # fmt: skip
    return made.model_copy(update=changes)


def translated(one: GalleyStep, words: str) -> GalleyStep:
    """A step in other words, without screens."""
    return one.model_copy(
        update={"title": f"{words[:9]} {one.number}", "html": f"<p>{words}</p>", "screens": ()}
    )


def whole(galley: Galley) -> Galley:
    """The galley with what its own fragments say: for tests that change them."""
    sections = [(part.kind, part.title, 0, "", _of_section(galley, part)) for part in galley.sections]
    steps = [
        (grammar.STEPS, step.title, step.number, step.key, tuple(_of_html(step.html)))
        for step in galley.steps
    ]
    parts = tuple(
        SaidPart(kind, title, 1, said, number, key) for kind, title, number, key, said in (*sections, *steps)
    )
    return galley.model_copy(update={"said": parts})


def _of_section(galley: Galley, part: GalleySection) -> tuple[Said, ...]:
    if part.kind == grammar.TROUBLE:
        return tuple(
            said for pair in galley.pairs for html in (pair.trouble, pair.answer) for said in _of_html(html)
        )
    if part.kind == grammar.TRAINER:
        return tuple(
            said
            for item in galley.plan
            for said in (Said(1, f"{item.minutes} phút", "minutes"), *_of_html(item.html))
        )
    if part.kind == grammar.QUIZ:
        return tuple(said for question in galley.quiz for said in _of_question(question))
    return tuple(_of_html(part.html))


def _of_question(question: Question) -> Iterator[Said]:
    yield from _of_html(question.html, "question")
    for answer in question.answers:
        yield from _of_html(answer.html, "right answer" if answer.right else "answer")
        yield from _of_html(answer.reason, "right reason" if answer.right else "wrong reason")


def _of_html(fragment: str, what: What = "words") -> Iterator[Said]:
    for piece in re.split(
        r"(<img[^>]*>)|</?(?:p|li|h\d|t[drh]|thead|tbody|table|ul|ol|div|br)\b[^>]*>|_{4,}|\u2060", fragment
    ):
        alt = re.search(r'alt="([^"]*)"', piece) if piece and piece.startswith("<img") else None
        for sentence in re.split(r"(?<=[.!?…])\s+", re.sub(r"<[^>]+>", "", alt[1] if alt else piece or "")):
            if sentence.strip():
                yield Said(1, sentence.strip(), "picture" if alt else what)


def full(**changes: object) -> Galley:
    """A lesson that has what every format needs; `changes` replace fields."""
    more = (
        section("Lời loa", "Mời bà con chú ý."), section("Tờ rơi", "Cúp máy rồi gọi lại."), section("Phiếu tập", "Ngày đi: ____"),
        section("Áp phích", "Gọi lại <strong>số mình đã lưu.</strong>"),
    )  # fmt: skip
    return whole(lesson(sections=(*lesson().sections, *more), **changes))


def section(title: str, *items: str) -> GalleySection:
    """A section that is one list."""
    rows = "\n".join(f"<li>{item}</li>" for item in items)
    return GalleySection(kind=grammar.kind_of(title), title=title, html=f"<ul>\n{rows}\n</ul>", items=items)


def form(name: str = "pledge", code: str = "M01") -> Galley:
    """A blank form with a line, a box and a grid."""
    table = "<table><thead><tr><th>Việc</th></tr></thead><tbody><tr><td></td></tr></tbody></table>"
    return whole(Galley(
        code=code, title="Cam kết nhà mình", path="docs/mau/cam-ket.md", url="mau/cam-ket/", imprint=IMPRINT, form=name, label="Cam kết", rows=3,
        sections=(
            GalleySection(title="", html="<p>Nhà mình cùng học.</p>"),
            GalleySection(title="Gia đình", html='<p>Gia đình: ____</p><ul><li><span class="box">\u2060</span> Mỗi tối mười phút</li></ul>' + table),
        ),
    ))  # fmt: skip


def order(galley: Galley, format: Format) -> Order:
    """The order for one handout of this project."""
    return Order(Handout(galley.code, galley.title, format, (galley,)), ROOT / "print/formats", ROOT)
