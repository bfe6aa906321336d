"""Stamped sheets: the bytes before stay, tags stay true, words and code are those of the reference, and
what cannot be is told."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from tests.press.galleys import lesson
from tests.stamping.reference import stamped as by_the_library
from tests.stamping.sheets import OTHERS, OURS, PRINT, pressed, small

from tungbuoc.press import formats, gate, making, plan
from tungbuoc.press.engine import machine
from tungbuoc.press.gate import heard
from tungbuoc.press.order import Order
from tungbuoc.press.pressing import run
from tungbuoc.press.proof import paper, tagging
from tungbuoc.press.stamping import NotOursError, StampError, Team, Template, font, stamp
from tungbuoc.press.stamping.layout import Room, lay
from tungbuoc.press.stamping.letters import LETTERS

ROOMS = ((456.38, 25.51, 130), (316.0, 70.87, 160))
WIDTHS = font.face(machine().fonts[-1]).widths


def _words(data: bytes) -> str:
    return heard.folded(
        "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    )


def _sound(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=False) as pdf:
        return [*pdf.check_pdf_syntax(), *map(str, pdf.get_warnings())]


@pytest.mark.press
@pytest.mark.parametrize("name", ["lesson-sheet", "large-print", "poster", "leaflet"])
def test_a_sheet_carries_the_team_and_stays_sound(name: str, tmp_path: Path) -> None:
    known = formats.load(PRINT / "formats").known
    data = pressed(name)
    made = stamp(data, OURS)
    assert made.startswith(data)
    assert made[len(data) :].count(b"%%EOF") == 1
    assert _sound(data) == _sound(made) == []
    assert "Ngườihướngdẫn:" in _words(data)  # to be written in by hand
    assert heard.folded(OURS.name) in _words(made)
    assert "ĐT:0912345678" in _words(made)
    assert "Ngườihướngdẫn:" not in _words(made)
    assert tagging.check(made, "vi") == []
    assert paper.check(made, known[name].type["smallest"]) == []
    report = gate.check(
        made, gate.promise([lesson()], known[name].model_copy(update={"sections": (), "steps": ()}))
    )
    assert (report.missing, report.hidden) == ((), ())
    for command in (["qpdf", "--check"], ["mutool", "draw", "-o", "/dev/null"], ["pdfinfo"]):
        if shutil.which(command[0]):
            (tmp_path / "made.pdf").write_bytes(made)
            done = subprocess.run(
                [*command, tmp_path / "made.pdf"], capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done
            assert "repair" not in done.stderr


@pytest.mark.press
@pytest.mark.parametrize("name", ["lesson-sheet", "poster"])
def test_the_picture_and_words_are_those_of_the_reference(name: str) -> None:
    ours, theirs = stamp(pressed(name), OURS), by_the_library(pressed(name), OURS, WIDTHS)
    assert _words(ours) == _words(theirs)
    for mine, other in zip(pypdfium2.PdfDocument(ours), pypdfium2.PdfDocument(theirs), strict=True):
        pictures = [page.render(scale=1.5, grayscale=True).to_numpy().astype(int) for page in (mine, other)]
        assert np.abs(pictures[0] - pictures[1]).max() <= 40  # rounding of edges


@pytest.mark.press
def test_the_code_leads_to_the_teams_own_link() -> None:
    picture = (
        pypdfium2.PdfDocument(stamp(pressed("poster"), OURS))[0]
        .render(scale=150 / 72, grayscale=True)
        .to_numpy()
    )
    assert OURS.link in {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.press
def test_a_booklet_is_stamped_on_its_cover_as_it_is_read_and_as_it_is_folded(tmp_path: Path) -> None:
    galleys = [lesson("E1", 3), lesson("E2", 3)]
    options = {
        "formats_dir": PRINT / "formats",
        "cache_dir": tmp_path / "cache",
        "plan": plan.Plan(formats=("booklet", "course-book")),
        "workers": 1,
    }
    report = run(galleys, out_dir=tmp_path / "in", team=OURS, **options)  # type: ignore[arg-type]
    assert report.problems == ()
    for made in report.handouts:
        data = (tmp_path / "in" / made.path).read_bytes()
        assert len(data) == made.bytes
        assert _sound(data) == []
        assert heard.folded(OURS.name) in _words(data), made.path
        # One form on the cover, and the one that fills it: the sides of lessons have no box.
        assert data.count(b"/TungBuocTeam") == 2
    unsigned = run(galleys, out_dir=tmp_path / "in", **options)  # type: ignore[arg-type]
    assert unsigned.pressed == 0
    assert {one.path for one in unsigned.handouts} == {one.path for one in report.handouts}
    assert not {one.fingerprint for one in unsigned.handouts} & {one.fingerprint for one in report.handouts}


@pytest.mark.press
def test_a_format_without_a_box_is_sealed_and_stays_as_it_is() -> None:
    known = formats.load(PRINT / "formats").known
    data = making.pressed(
        Order(plan.Handout("E1", "Bài", known["memory-card"], (lesson(),)), PRINT / "formats", PRINT.parent)
    )
    assert Template.read(data).places == ()
    assert stamp(data, OURS) == data


def test_another_team_takes_the_place_of_the_first() -> None:
    data = small(*ROOMS)
    first = stamp(data, OURS)
    assert stamp(first, OURS) == first
    assert stamp(first, OTHERS) == stamp(data, OTHERS)
    assert Template.read(first).data == data


@pytest.mark.parametrize(
    "change",
    [
        b"",
        b"%PDF-1.7\nnothing",
        small(*ROOMS)[:-1],
        small(*ROOMS) + b"\n",
        small(*ROOMS)[: len(small(*ROOMS)) // 2],
    ],
)
def test_a_pdf_that_is_not_ours_is_refused(change: bytes) -> None:
    with pytest.raises(NotOursError):
        stamp(change, OURS)


def test_a_pdf_that_another_program_wrote_anew_is_refused() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(small(*ROOMS))) as pdf:
        pdf.save(out)
    with pytest.raises(NotOursError):
        stamp(out.getvalue(), OURS)


def test_a_letter_outside_the_font_is_told() -> None:
    with pytest.raises(StampError) as told:
        stamp(small(*ROOMS), Team("Tổ Жa Ж", "0912 345 678"))
    assert told.value.letters == "Ж"


def test_a_name_grows_smaller_to_the_limit_and_then_is_told() -> None:
    room, phone = Room(45638, 2551, 130), "0912 345 678"
    blocks = [lay(Team("Tổ " + "a" * length, phone), room, WIDTHS) for length in range(10, 80)]
    sizes = [block.runs[0].size for block in blocks if block]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], 100 <= sizes[-1] < 105, blocks[-1]) == (130, True, None)
    with pytest.raises(StampError) as told:
        stamp(small(ROOMS[0]), Team("Tổ " + "a" * 9_000, phone))
    assert (told.value.letters, told.value.room) == ("", room)


words = st.text(st.sampled_from(LETTERS.replace(" ", "")), max_size=30)
rooms = st.builds(Room, st.integers(3000, 60000), st.integers(1000, 12000), st.integers(120, 300))
links = st.one_of(
    st.just(""),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=54).map("https://{}".format),
)


@given(st.builds(Team, words.filter(bool), words, words, words, links), rooms)
def test_whatever_is_drawn_stays_in_its_room_and_is_large_enough(team: Team, room: Room) -> None:
    block = lay(team, room, WIDTHS)
    if block is None:
        return
    side = 0
    if block.square:
        side = block.square.module * (len(block.square.rows) + 8)
        assert block.square.module >= 170
        assert block.square.y >= 4 * block.square.module
    for one in block.runs:
        assert one.size >= (100 if len(block.runs) < 3 else 120)
        assert sum(WIDTHS[letter] for letter in one.text) * one.size <= (room.width - side) * 100
        assert one.y - one.size * 3 >= -1
        assert one.y + one.size * 10 <= room.height + 1
    assert block.runs[0].text.startswith(team.name)
    assert any(f"ĐT: {team.phone}" in one.text for one in block.runs)
