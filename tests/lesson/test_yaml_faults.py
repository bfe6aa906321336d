"""YAML that cannot be read is told by its slip, at its own line; whoever does what the message says has a
block that can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.strict_yaml import load
from tungbuoc.lesson.yaml_faults import YamlFault

GOOD = "title: Danh bạ\nbody:\n  - row: Con gái\n    icon: user\n"
PLACE = "Danh sách bắt đầu ở dòng này chưa có tên ở trên."
INDENT = "Dòng này thụt vào lệch với các dòng trên."
SLIPS = [
    ("  - row: Con gái", "\t- row: Con gái", 3, "Dòng này thụt vào bằng dấu tab."),
    ("    icon", "\ticon", 4, "Dòng này thụt vào bằng dấu tab."),
    ("body:\n", "", 2, PLACE),
    ("body:\n", "body\n", 2, "Dòng này thiếu dấu hai chấm."),
    ("Danh bạ", '"Danh bạ', 1, 'Ngoặc " mở ở dòng này chưa đóng.'),
    ("Danh bạ", "'Danh bạ", 1, "Ngoặc ' mở ở dòng này chưa đóng."),
    ("Con gái", '"Con gái', 3, 'Ngoặc " mở ở dòng này chưa đóng.'),
    ("Danh bạ", '"Danh" bạ', 1, 'Sau ngoặc " đóng ở dòng này còn chữ.'),
    ("Danh bạ", "Danh bạ: mới", 1, "Dòng này có hai dấu hai chấm."),
    ("title: ", "title:", 1, "Sau dấu hai chấm ở dòng này phải có dấu cách."),
    ("title: ", "title： ", 1, "Dấu hai chấm ở dòng này là dấu rộng «：»."),
    ("- row: Con gái", "-row: Con gái", 3, "Sau dấu gạch đầu dòng phải có dấu cách."),
    ("Danh bạ", "@danh", 1, "Dấu «@» ở đầu chữ có nghĩa riêng với máy."),
    ("row: Con gái", "{row: Con gái", 3, "Ngoặc «{» ở dòng này chưa đóng."),
    ("row: Con gái", "chips: [a, b]]", 3, "Dòng này thừa ngoặc «]»."),
    ("    icon", "   icon", 4, INDENT),
    ("    icon", "      icon", 4, INDENT),
]


@pytest.mark.parametrize(("right", "slip", "line", "text"), SLIPS)
def test_the_slip_is_named_at_its_line(right: str, slip: str, line: int, text: str) -> None:
    (fault,) = load(GOOD.replace(right, slip, 1)).faults
    assert (fault.line, fault.text) == (line, text)


@pytest.mark.parametrize(("right", "slip"), [case[:2] for case in SLIPS if case[3] not in (PLACE, INDENT)])
def test_the_advice_mends_it(right: str, slip: str) -> None:
    text = GOOD.replace(right, slip, 1)
    for _ in range(3):
        found = load(text).faults
        if not found:
            return
        text = _done(text, found[0])
    raise AssertionError(f"still {load(text).faults} in {text}")


def _done(text: str, fault: YamlFault) -> str:
    """The text after doing what the message says."""
    lines = text.split("\n")
    line, shown = lines[fault.line - 1], re.search(r"«(.+)»", fault.fix)
    sign = re.search(r"Ngoặc ([\"'])", fault.text)
    if "tab" in fault.fix:
        line = line.replace("\t", "  " if line.lstrip().startswith("-") else "    ")
    elif sign and fault.fix.startswith(f"Thêm {sign[1]}"):
        line += sign[1]
    elif fault.fix.startswith("Bỏ cả hai dấu"):
        line = line.replace('"', "")
    elif fault.fix.startswith("Thêm «}»"):
        lines[fault.line] = ""
        line += "}"
    elif fault.fix.startswith("Bỏ bớt"):
        lines[fault.line] = ""
        line = line.replace("]]", "]")
    elif "ngoặc kép" in fault.fix and not shown:
        line = re.sub(r": (.*)$", r': "\1"', line)
    elif "Gõ lại dấu «:»" in fault.fix:
        line = line.replace("：", ":").replace(":  ", ": ")
    elif shown:
        line = " " * (len(line) - len(line.lstrip())) + shown[1]
    lines[fault.line - 1] = line
    return "\n".join(lines)


PIECES = st.sampled_from(
    [
        "title",
        "body",
        ": ",
        ":",
        "\n",
        "  ",
        "- ",
        "-",
        "\t",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "x y",
        "@",
        "：",
        "#",
        "|",
        "\\",
        "é",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read_or_told_at_one_of_its_lines(text: str) -> None:
    for fault in load(text).faults:
        assert (
            1
            <= fault.line
            <= text.count("\n")
            + text.count("\r")
            + text.count("\x85")
            + text.count("\u2028")
            + text.count("\u2029")
            + 1
        )
        assert fault.text.endswith(".")
        assert fault.fix.endswith(".")
