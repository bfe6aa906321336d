"""The text of a new lesson: the fixed sections, fresh keys, and a comment wherever something is to be
written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from tungbuoc.lesson import grammar
from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.lint.silence import comment

STEPS = 4
STEP_NAMES = (
    ours("Mở ứng dụng"),
    ours("Chọn việc cần làm"),
    ours("Gõ thông tin"),
    ours("Xem lại kết quả"),
)
_STEP_SENTENCES = (
    ours("Bấm vào hình ứng dụng trên màn hình."),
    ours("Chọn việc cần làm."),
    ours("Gõ thông tin vào ô trống."),
    ours("Đọc lại dòng chữ máy vừa hiện."),
)
_OUTCOME = ours("Làm được việc của bài này.")
_THREE = (ours("Điều thứ nhất."), ours("Điều thứ hai."), ours("Điều thứ ba."))
_ANSWERS = (ours("Việc đúng. — Vì sao đúng."), ours("Việc hay làm nhầm. — Vì sao chưa đúng."))


@cache
def samples(words: Wording) -> frozenset[str]:
    """Sentences that only hold a place, as a course says them: nobody is to learn them."""
    return frozenset(map(words.say, (*_STEP_SENTENCES, _OUTCOME, *_THREE, *_ANSWERS)))


def step_names(words: Wording) -> tuple[str, ...]:
    """What the steps of a new lesson are called until somebody names them."""
    return tuple(map(words.say, STEP_NAMES))


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
    made[grammar.STEPS] = "\n\n".join(_step(i, key, words) for i, key in enumerate(keys[:STEPS]))
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

    def say(sentence: str) -> str:
        return words.say(sentence, reader=form)

    texts = {
        grammar.OUTCOMES: (say("một đến ba việc làm được, mỗi việc một dòng"), f"- {say(_OUTCOME)}"),
        grammar.PREPARE: (say("máy, mạng, giấy tờ cần có"), say("- Điện thoại có mạng.")),
        grammar.TRY: (say("một việc dùng được ngay ở nhà"), say("Tối nay {reader} làm lại một lần.")),
        grammar.BEWARE: (
            say("một hoặc hai điều dễ bị lừa, dễ nhầm ở bài này"),
            say("Ai giục thì {reader} dừng lại, hỏi người nhà."),
        ),
        grammar.TROUBLE: (
            say("hai đến bốn tình huống, dòng cuối là người thật để hỏi"),
            say("- **Máy hiện khác hình** — Tìm mục có chữ gần giống.")
            + "\n"
            + say("- **Vẫn chưa được** — Hỏi con cháu hoặc {team}."),
        ),
        grammar.OFFLINE: (
            say("đường làm trực tiếp, không cần máy"),
            say("{Reader} ra Ủy ban nhân dân xã, phường hỏi."),
        ),
        grammar.REMEMBER: (
            say("ba dòng in thẻ, tất cả nhiều nhất 45 chữ"),
            "\n".join(f"- {say(one)}" for one in _THREE),
        ),
        grammar.QUIZ: (
            say("ba đến năm câu hỏi về việc làm, mỗi câu đúng một [x], câu nào cũng có lý do"),
            _questions(say),
        ),
        grammar.TRAINER: (
            say("chia giờ cho từng phần, cộng lại đúng số phút của bài"),
            _trainer(minutes, words),
        ),
    }
    if not offline:
        del texts[grammar.OFFLINE]
    return {
        kind: "\n\n".join((f"## {title(kind, form, words.language)}", fill(what, words), text))
        for kind, (what, text) in texts.items()
    }


def title(kind: str, form: str, language: str = "vi") -> str:
    """The title of a section as an author writes it, with the word for the reader in it."""
    found = grammar.titles(language)[kind]
    return found.replace(grammar.READERS[0], form) if grammar.reader_in(found) else found


def screen_to_fill(words: str, *, tapped: str = "") -> str:
    """A screen for a step that has none: the button that its sentence names, else its words; and the
    comment that asks for the drawing."""
    body = f"  - button: {_scalar(tapped)}\n    tap: true" if tapped else f"  - text: {_scalar(words)}"
    return f"{fill('vẽ màn hình của bước này, xem trang Vẽ màn hình')}\n\n```phone\nbody:\n{body}\n```"


def fill(what: str, words: Wording = Wording()) -> str:  # noqa: B008 (frozen)
    """The comment that says what is to be written here; `check` reminds of it until it is gone."""
    return comment(words.say("điền: ") + what)


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


def _step(i: int, key: str, words: Wording) -> str:
    what = words.say("một câu bắt đầu bằng Bấm, Gõ, Chọn, Đọc…, nhiều nhất 14 chữ; rồi vẽ màn hình")
    return "\n\n".join(
        (
            f"## {grammar.STEP_WORDS[words.language]} {i + 1}: {words.say(STEP_NAMES[i])} {{#{key}}}",
            fill(what, words),
            words.say(_STEP_SENTENCES[i]),
            f"```phone\n{_screens(words.say)[i]}\n```",
        )
    )


def _screens(say: Callable[[str], str]) -> tuple[str, ...]:
    """The screen of every step, as YAML."""
    call, app, title = say("Gọi"), say("Ứng dụng"), say("Màn hình chính")
    icons = f"      - {{label: {call}, icon: phone}}\n      - {{label: {app}, icon: app}}"
    parts = (
        f"- icons:\n{icons}\n    tap: {app}",
        f"- row: {say('Việc cần làm')}\n    icon: list\n    tap: true",
        f"- field: {say('Số điện thoại')}\n    type: 0900 000 000",
        f"- done: {say('Đã xong')}",
    )
    return tuple(f"title: {app if i else title}\nbody:\n  {part}" for i, part in enumerate(parts))


def _questions(say: Callable[[str], str]) -> str:
    answers = f"- [x] {say(_ANSWERS[0])}\n- [ ] {say(_ANSWERS[1])}"
    asked = (
        say("### Lúc bắt đầu, {reader} làm gì?"),
        say("### Giữa chừng, {reader} làm gì?"),
        say("### Khi có người giục, {reader} làm gì?"),
    )
    return "\n\n".join(part for question in asked for part in (question, answers))


def _trainer(minutes: int, words: Wording) -> str:
    fifth = minutes // 5
    return "\n".join(
        (
            words.say("- {minutes} phút: Khởi động. Bạn hỏi lớp một câu quen thuộc.", minutes=fifth),
            words.say(
                "- {minutes} phút: Làm mẫu rồi tự làm. Học viên cầm máy, bạn không cầm hộ.",
                minutes=minutes - 2 * fifth,
            ),
            words.say("- {minutes} phút: Chốt. Cả lớp đọc to ba điều, giao một việc ở nhà.", minutes=fifth),
        )
    )
