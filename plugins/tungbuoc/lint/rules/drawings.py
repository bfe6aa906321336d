"""What a sentence says is there is there on the drawing: the buttons it names, the place it points to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tungbuoc.lesson.inline import without_code
from tungbuoc.lesson.screens import Screen, alt
from tungbuoc.lint.rule import Context, Found, rule
from tungbuoc.lint.rules.buttons import NAME

_FIRST = re.compile(rf"(?<!→ ){NAME.pattern}")  # of a path of buttons the first stop: the others come later


@rule("M24")
def drawn_button(context: Context) -> Iterator[Found]:
    """The button that a step names can be seen on its screen."""
    for step, words in context.steps():
        screens = [block.screen for block in step.screens if block.screen]
        shown = "\n".join(map(_words, screens)).lower()
        for passage in words if screens else ():
            for match in _FIRST.finditer(without_code(passage.raw)):
                if match[1].lower() not in shown:
                    text = f"Nút «{match[1]}» không thấy trên màn hình của bước."
                    yield Found(passage.line_at(match.start()), text, "Vẽ nút đó, đúng từng chữ.")


@rule("M25")
def drawn_place(context: Context) -> Iterator[Found]:
    """Where a step says that something is, there is something on its screen."""
    for step, words in context.steps():
        screens = [block.screen for block in step.screens if block.screen]
        for passage in words if screens else ():
            for pattern, stands, fix in _PLACES:
                match = pattern.search(without_code(passage.raw))
                if match and not any(map(stands, screens)):
                    text = f"Câu nói «{match[0]}» mà hình không có gì ở đó."
                    yield Found(passage.line_at(match.start()), text, fix)


def _words(screen: Screen) -> str:
    """All that can be read on a screen, with the names of buttons and keys."""
    return "\n".join((alt(screen), *(part for e in screen.body for part in e.parts)))


def _at_top(screen: Screen) -> bool:
    """Signs in the title bar or above it, or a marked thing that comes first where there is no title bar."""
    first = not screen.title and bool(screen.body) and bool(screen.body[0].verbs)
    return bool(screen.status) or first or _has("top")(screen)


def _at_left(screen: Screen) -> bool:
    return screen.back


def _at_bottom(screen: Screen) -> bool:
    """The last thing is the marked one or lies at the edge, a swipe begins there, or no mark leads
    elsewhere."""
    last = bool(screen.body) and bool(screen.body[-1].verbs or screen.body[-1].at_edge)
    unmarked = not any(e.verbs for e in screen.body)
    return last or unmarked or _has("bottom")(screen) or any(e.swipe == "up" for e in screen.body)


def _has(*places: str) -> Callable[[Screen], bool]:
    return lambda screen: any(e.place in places for e in screen.body)


def _said(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_PLACES: tuple[tuple[re.Pattern[str], Callable[[Screen], bool], str], ...] = (
    (
        _said(
            "(?:ở )?(?:trên cùng|đầu màn hình|thanh trên|góc (?:trên )?(?:bên )?phải|góc trên(?! bên trái))"
        ),
        _at_top,
        "Vẽ bằng «bar» (hình trong thanh trên cùng) hoặc «status», hoặc sửa câu.",
    ),
    (_said("góc (?:trên )?(?:bên )?trái"), _at_left, "Thêm «back: true», hoặc sửa câu."),
    (
        _said("(?:ở )?(?:dưới cùng|mép dưới|cuối (?:trang|màn hình)|cạnh dưới)"),
        _at_bottom,
        "Để phần ấy cuối màn hình, có dấu tay, hoặc sửa câu.",
    ),
    (_said("hai nút (?:ở )?(?:bên )?(?:sườn|cạnh)"), _has("sides"), "Vẽ bằng «sides» (hai nút)."),
    (
        _said("(?:bên|nút) sườn|cạnh (?:phải )?(?:của )?máy|sườn máy"),
        _has("side", "sides"),
        "Vẽ bằng «side» hoặc «sides», hoặc sửa câu.",
    ),
)
