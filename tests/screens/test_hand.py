"""The hand covers neither the name of what it points at nor any other words, whatever the names are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tungbuoc.lesson.screens import PRINT, Screen, draw, parse
from tungbuoc.lesson.screens.element import KINDS, Element
from tungbuoc.lesson.screens.hand import covers

_WORDS = [
    "Gửi",
    "Con gái",
    "Công an",
    "Ví giấy tờ",
    "An sinh xã hội",
    "Cài đặt",
    "Kết thúc",
    "Quên",
    "Xác nhận",
    "khác",
]
_NAME = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2, unique=True).map(" ".join)
_NAMES = st.lists(_NAME, min_size=2, max_size=4, unique=True)
_CELLS = {"icons": 4, "bar": 3, "rounds": 3, "files": 4}
_LISTS = {"tabs": 3, "sides": 2}
_WHOLE = ("button", "row", "switch", "check", "radio", "notice", "bubble", "text", "side")


def _examples() -> list[tuple[str, Element]]:
    """Every part of every element that is shown in the guide, tapped and held."""
    found = []
    for kind, made in KINDS.items():
        screen, _told = parse(made.guide.example, path="", line=1)
        assert screen is not None
        shown = next(e for e in screen.body if e.kind == kind)
        bare = {"tap": None, "hold": None, "dont": None, "swipe": None, "type": None}
        for verb in ("tap", "hold"):
            for part in shown.parts or ("true",):
                found.append((f"{kind}-{verb}-{part}", shown.model_copy(update={**bare, verb: part})))
    return found


_MARKED = dict(_examples())


@pytest.mark.parametrize("name", _MARKED)
def test_no_part_of_any_example_is_covered(name: str) -> None:
    e = _MARKED[name]
    drawing = draw(Screen(title="Thử", body=(e,)), PRINT)
    assert drawing.marks
    assert covers(drawing.marks[0].pose, drawing.letters) < 1


@st.composite
def _marked(pick: st.DrawFn) -> Element:
    kind = pick(st.sampled_from([*_CELLS, *_LISTS, *_WHOLE]))
    verb = pick(st.sampled_from(["tap", "hold"]))
    if kind in _WHOLE:
        return KINDS[kind].model_validate({kind: pick(_NAME), verb: "true"})
    names = pick(_NAMES)[: _CELLS.get(kind) or _LISTS[kind]]
    cells = [{"label": name, "icon": "phone"} for name in names] if kind in _CELLS else names
    return KINDS[kind].model_validate({kind: cells, verb: pick(st.sampled_from(names))})


_ROWS = st.lists(_NAME.map(lambda name: KINDS["row"].model_validate({"row": name})), max_size=2)


@settings(max_examples=250, deadline=None)
@given(_ROWS, _marked(), _ROWS)
def test_no_words_are_covered_whatever_the_names(
    above: list[Element], e: Element, below: list[Element]
) -> None:
    drawing = draw(Screen(title="Thử", body=(*above, e, *below)), PRINT)
    if drawing.cut or drawing.phone_height > 176:
        return  # the author is told
    assert covers(drawing.marks[0].pose, drawing.letters) < 1
