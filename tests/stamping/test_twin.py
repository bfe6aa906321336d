"""The stamp in JavaScript gives the bytes of the one in Python: the same golden vectors, the same sheets,
the same refusals."""

from __future__ import annotations

import io
import json
import random
import zipfile
from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from tests.stamping.node import node
from tests.stamping.sheets import OTHERS, OURS, pressed, small

from tungbuoc.lesson.wording import Wording
from tungbuoc.press.engine import machine
from tungbuoc.press.stamping import StampError, Team, code, font, stamp
from tungbuoc.press.stamping.append import content
from tungbuoc.press.stamping.layout import Room
from tungbuoc.press.stamping.letters import LETTERS
from tungbuoc.web import stamping

GOLDEN = Path(__file__).parent / "golden/stamps.json"
ROOMS = (Room(45638, 2551, 130), Room(31606, 7087, 160), Room(53178, 7370, 220))
TEAMS = (
    OURS, OTHERS, Team("Tổ", "1800 1096", link="https://a.vn"), Team("Tổ công nghệ số cộng đồng khu phố Nguyễn Huệ", "0912 345 678", hours="sáng Chủ nhật"),
    Team("Tổ công nghệ số cộng đồng khu phố Năm, phường Mẫu", "0912 345 678", "Nhà văn hóa", "tối thứ Ba", "https://to.example/5"),
    Team("Tổ " + "dài " * 30, "0912 345 678"), Team("Tổ Жa", "0912 345 678"), Team("Tổ “A” – B…", "+84 912 345 678", "Ấp Ổ Ễ", "19 giờ 30", f"https://{'x' * 50}"),
)  # fmt: skip
WIDTHS = font.face(machine().fonts[-1]).widths


def _drawn(team: Team, room: Room, letters: str, widths: list[int]) -> str:
    try:
        return content(team, room, letters, tuple(widths)).decode()
    except StampError as error:
        return f"! {error.letters}"


@pytest.fixture(scope="module")
def golden(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Widths and cases; what each draws, or after `!` the letters it lacks."""
    if request.config.getoption("--update-goldens"):
        cases = [{"team": asdict(team), "room": asdict(room)} for team in TEAMS for room in ROOMS]
        made: dict[str, Any] = {"letters": "".join(WIDTHS), "widths": list(WIDTHS.values()), "cases": cases}
        for case in cases:
            case["drawn"] = _drawn(
                Team(**case["team"]), Room(**case["room"]), made["letters"], made["widths"]
            )  # type: ignore[arg-type, assignment]
        GOLDEN.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return dict(json.loads(GOLDEN.read_text(encoding="utf-8")))


def test_both_draw_the_golden_vectors(golden: dict[str, Any]) -> None:
    wanted = [case["drawn"] for case in golden["cases"]]
    assert [
        _drawn(Team(**case["team"]), Room(**case["room"]), golden["letters"], golden["widths"])
        for case in golden["cases"]
    ] == wanted
    theirs = node(
        "const widths = new Map([...given.letters].map((letter, at) => [letter, given.widths[at]]))\n"
        "return given.cases.map(({ team, room }) => { try { return append.content(team, room, widths) }"
        " catch (error) { if (error instanceof append.StampError) return `! ${error.letters}`; throw error } })",
        golden,
    )
    assert theirs == wanted
    assert {drawn[:2] for drawn in wanted} == {"BT", "! "}


def test_codes_of_every_length_are_the_same() -> None:
    links = [
        "https://" + "".join(random.Random(size).choices("abcxyz019-_/?=&.%", k=size))
        for size in range(1, code.LONGEST - 7)
    ]
    assert node("return given.map(code.codeRows)", links) == [list(code.rows(link)) for link in links]
    assert {len(code.rows(link)) for link in links} == {21, 25, 29, 33}
    assert node(
        "try { code.codeRows(given); return false } catch (error) { return error instanceof RangeError }",
        "https://" + "x" * 55,
    )


@pytest.mark.press
def test_both_make_the_same_bytes_of_the_same_sheets() -> None:
    sheets = [
        small((456.38, 25.51, 130), (316.0, 70.87, 160)),
        small((456.38, 25.51, 130), (316.0, 70.87, 160), phone="Phone:"),
        stamp(small((316.0, 70.87, 160), phone="Phone:"), OTHERS),
        small(),
        pressed("lesson-sheet"),
        pressed("poster"),
        stamp(pressed("leaflet"), OTHERS),
    ]
    given = [
        {"sheet": b64encode(sheet).decode(), "team": asdict(team)}
        for sheet in sheets
        for team in (OURS, OTHERS)
    ]
    theirs = node("return given.map(({ sheet, team }) => said(append.stamp(bytes(sheet), team)))", given)
    assert [b64decode(made) for made in theirs] == [
        stamp(sheet, team) for sheet in sheets for team in (OURS, OTHERS)
    ]


def test_a_stamp_speaks_the_language_of_its_sheet() -> None:
    for phone in ("ĐT:", "Phone:"):
        made = stamp(small((316.0, 70.87, 160), phone=phone), OTHERS)
        assert f"{phone} 0923 456 789".encode("utf-16-be").hex().encode() in made


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF\n", small()[:-1], small() + b"\n"])
def test_what_is_not_ours_is_refused(data: bytes) -> None:
    told = "try { append.stamp(bytes(given[0]), given[1]) } catch (error) { return [error instanceof append.StampError, error.ours] }"
    assert node(told, [b64encode(data).decode(), asdict(OURS)]) == [True, False]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"name": " Tổ\u202e  Mẫu ", "phone": "0912.345.678"}, []),
        ({"name": "", "phone": "912345678", "link": "zalo.me/x"}, ["name", "phone", "link"]),
        ({"name": "Tổ", "phone": "+84 912 345 678", "link": "https://" + "x" * 60}, ["link"]),
    ],
)
def test_what_is_typed_is_cleaned_and_judged(said: dict[str, str], wrong: list[str]) -> None:
    found = node("return typed.typed(given)", said)
    assert list(found["wrong"]) == wrong
    assert found["team"]["name"] in ("Tổ Mẫu", "Tổ", "")
    assert set(found["team"]["name"]) <= set(LETTERS)


def test_the_zip_is_read_by_others() -> None:
    made = node(
        "return said(new Uint8Array(await zip.zip([{ name: 'a/B5-to-bai-hoc.pdf', bytes: bytes(given) }]).arrayBuffer()))",
        b64encode(small()).decode(),
    )
    with zipfile.ZipFile(io.BytesIO(b64decode(made))) as archive:
        assert archive.testzip() is None
        assert archive.read("a/B5-to-bai-hoc.pdf") == small()


def test_the_one_script_of_pages_does_as_its_modules() -> None:
    made = node(
        f"const one = {stamping.script(Wording())}\nreturn said(one.stamp(bytes(given[0]), given[1]))",
        [b64encode(small((316.0, 70.87, 160))).decode(), asdict(OURS)],
    )
    assert b64decode(made) == stamp(small((316.0, 70.87, 160)), OURS)
