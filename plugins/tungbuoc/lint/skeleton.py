"""The text of a new lesson: the fixed sections, fresh keys, and a comment wherever something is to be
written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tungbuoc.lesson import grammar
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.silence import TO_FILL, comment

STEPS = 4
STEP_NAMES = ("Mở ứng dụng", "Chọn việc cần làm", "Gõ thông tin", "Xem lại kết quả")
_STEP_SENTENCES = (
    "Bấm vào hình ứng dụng trên màn hình.",
    "Chọn việc cần làm.",
    "Gõ thông tin vào ô trống.",
    "Đọc lại dòng chữ máy vừa hiện.",
)
_SCREENS = (
    (
        "title: Màn hình chính\nbody:\n  - icons:\n      - {label: Gọi, icon: phone}\n      - {label: Ứng"
        " dụng, icon: app}\n    tap: Ứng dụng"
    ),
    "title: Ứng dụng\nbody:\n  - row: Việc cần làm\n    icon: list\n    tap: true",
    "title: Ứng dụng\nbody:\n  - field: Số điện thoại\n    type: 0900 000 000",
    "title: Ứng dụng\nbody:\n  - done: Đã xong",
)
SAMPLES = frozenset({
    *_STEP_SENTENCES, "Làm được việc của bài này.", "Điều thứ nhất.", "Điều thứ hai.", "Điều thứ ba.",
    "Việc đúng. — Vì sao đúng.",
    "Việc hay làm nhầm. — Vì sao chưa đúng.",
})  # fmt: skip
"""Sentences that only hold a place: nobody is to learn them."""


def new_lesson(
    *,
    code: str,
    title: str,
    minutes: int,
    audience: str,
    keys: Sequence[str],
    today: dt.date,
    words: Wording,
    offline: bool,
) -> str:
    """A whole lesson to write over. `keys` are four fresh keys, one a step; it is clean but for “fill me in”
    warnings. `words` are the course's, `offline` the topic's.

    The review falls three months after `today`, as for every lesson with buttons.
    """
    form = form_for(audience, words)
    made = sections(form=form, minutes=minutes, words=words, offline=offline)
    made[grammar.STEPS] = "\n\n".join(_step(i, key) for i, key in enumerate(keys[:STEPS]))
    parts = [
        front(code, audience, minutes, today),
        f"# {title}",
        *(made[kind] for kind in grammar.ORDER if kind in made),
    ]
    return "\n\n".join(parts) + "\n"


def form_for(audience: str, words: Wording) -> str:
    """How a lesson calls its readers."""
    return "cô chú" if "cô chú" in audience else words.reader


def sections(*, form: str, minutes: int, words: Wording, offline: bool) -> dict[str, str]:
    """Kind → the whole section to write over, for every section that a lesson of this topic must have but
    its steps."""
    you = form.capitalize()
    texts = {
        grammar.OUTCOMES: ("một đến ba việc làm được, mỗi việc một dòng", "- Làm được việc của bài này."),
        grammar.PREPARE: ("máy, mạng, giấy tờ cần có", "- Điện thoại có mạng."),
        grammar.TRY: ("một việc dùng được ngay ở nhà", f"Tối nay {form} làm lại một lần."),
        grammar.BEWARE: (
            "một hoặc hai điều dễ bị lừa, dễ nhầm ở bài này",
            f"Ai giục thì {form} dừng lại, hỏi người nhà.",
        ),
        grammar.TROUBLE: (
            "hai đến bốn tình huống, dòng cuối là người thật để hỏi",
            (
                "- **Máy hiện khác hình** — Tìm mục có chữ gần giống.\n- **Vẫn chưa được** — Hỏi con cháu"
                f" hoặc {words.team}."
            ),
        ),
        grammar.OFFLINE: ("đường làm trực tiếp, không cần máy", f"{you} ra Ủy ban nhân dân xã, phường hỏi."),
        grammar.REMEMBER: (
            "ba dòng in thẻ, tất cả nhiều nhất 45 chữ",
            "- Điều thứ nhất.\n- Điều thứ hai.\n- Điều thứ ba.",
        ),
        grammar.QUIZ: (
            "ba đến năm câu hỏi về việc làm, mỗi câu đúng một [x], câu nào cũng có lý do",
            _questions(form),
        ),
        grammar.TRAINER: ("chia giờ cho từng phần, cộng lại đúng số phút của bài", _trainer(minutes)),
    }
    if not offline:
        del texts[grammar.OFFLINE]
    return {
        kind: "\n\n".join((f"## {title(kind, form)}", fill(what), text))
        for kind, (what, text) in texts.items()
    }


def title(kind: str, form: str) -> str:
    """The title of a section as an author writes it, with the word for the reader in it."""
    return grammar.TITLES[kind].replace("bác", form)


def screen_to_fill(words: str, *, tapped: str = "") -> str:
    """A screen for a step that has none: the button that its sentence names, else its words; and the
    comment that asks for the drawing."""
    body = f"  - button: {_scalar(tapped)}\n    tap: true" if tapped else f"  - text: {_scalar(words)}"
    return f"{fill('vẽ màn hình của bước này, xem trang Vẽ màn hình')}\n\n```phone\nbody:\n{body}\n```"


def fill(what: str) -> str:
    """The comment that says what is to be written here; `check` reminds of it until it is gone."""
    return comment(TO_FILL + what)


def front(code: str, audience: str, minutes: int, today: dt.date) -> str:
    """The front matter of a lesson reviewed today."""
    review = today + dt.timedelta(days=90)
    fields = (
        f"code: {code}",
        f"audience: {_scalar(audience)}",
        f"minutes: {minutes}",
        "skills: [b]",
        "facts: []",
        "words: []",
    )
    return "\n".join(("---", *fields, f"reviewed: {today}", f"review_by: {review}", "---"))


def _scalar(text: str) -> str:
    """The text as YAML keeps it: quoted where a sign would mean something."""
    plain = text == text.strip() and text[:1].isalnum() and not any(sign in text for sign in ":#")
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _step(i: int, key: str) -> str:
    return "\n\n".join(
        (
            f"## Bước {i + 1}: {STEP_NAMES[i]} {{#{key}}}",
            fill("một câu bắt đầu bằng Bấm, Gõ, Chọn, Đọc…, nhiều nhất 14 chữ; rồi vẽ màn hình"),
            _STEP_SENTENCES[i],
            f"```phone\n{_SCREENS[i]}\n```",
        )
    )


def _questions(form: str) -> str:
    answers = "- [x] Việc đúng. — Vì sao đúng.\n- [ ] Việc hay làm nhầm. — Vì sao chưa đúng."
    asked = ("Lúc bắt đầu", "Giữa chừng", "Khi có người giục")
    return "\n\n".join(part for when in asked for part in (f"### {when}, {form} làm gì?", answers))


def _trainer(minutes: int) -> str:
    middle = minutes - 2 * (minutes // 5)
    lines = (
        f"- {minutes // 5} phút: Khởi động. Bạn hỏi lớp một câu quen thuộc.",
        f"- {middle} phút: Làm mẫu rồi tự làm. Học viên cầm máy, bạn không cầm hộ.",
        f"- {minutes // 5} phút: Chốt. Cả lớp đọc to ba điều, giao một việc ở nhà.",
    )
    return "\n".join(lines)
