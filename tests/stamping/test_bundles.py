"""Every team's own folder and zip: whole or not at all, resumed, shared bytes once; bad rows, bad names
and full disks are told."""

from __future__ import annotations

import errno
import io
import json
import pickle
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.press.galleys import form, lesson
from tests.stamping.sheets import OTHERS, OURS, PRINT, small

from tungbuoc.cli import main
from tungbuoc.press import formats, plan, store
from tungbuoc.press.bundles import bundle as making
from tungbuoc.press.bundles.bundle import MANIFEST, Bundle, BundledSheet, BundleReport, make
from tungbuoc.press.bundles.choice import Asked, choose_handouts, folders
from tungbuoc.press.bundles.cover import contents
from tungbuoc.press.stamping import Team, stamp
from tungbuoc.works import atomic, pool
from tungbuoc.works.progress import ProgressLine

HEAD = "team,phone,place,hours,ward\n"
ROWS = "Tổ Một,0912 345 678,,tối thứ Ba,Phường Mẫu\nTổ Hai,0923 456 789,Nhà văn hóa,,Phường Mẫu\nTổ Ba,0934 567 890,,,Xã Mẫu\n"
LINE = (456.38, 25.51, 130)


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[BundledSheet, ...]:
    """One sheet with a box for the team and one without."""
    made = []
    for name, data in (("E1-to-bai-hoc.pdf", small(LINE)), ("E1-the-ghi-nho.pdf", small())):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
        found = making.read(tmp_path / "in" / name)
        assert found
        made.append(BundledSheet(tmp_path / "in" / name, name, *found))
    return tuple(made)


@pytest.fixture
def bundle(tmp_path: Path, sheets: tuple[BundledSheet, ...]) -> Bundle:
    """A bundle to make below `out`."""
    return Bundle(OURS, "to-mau", tmp_path / "out", sheets)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder_a_zip_and_a_list_of_what_is_in_them(bundle: Bundle) -> None:
    assert make(bundle) == BundleReport(files=2)
    there = _files(bundle.out / "to-mau")
    assert there["E1-to-bai-hoc.pdf"] == stamp(small(LINE), OURS)
    with zipfile.ZipFile(bundle.out / "to-mau.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"to-mau/{name}": data for name, data in there.items() if name != MANIFEST
        }
    said = json.loads(there[MANIFEST])
    assert [(one["name"], one["bytes"], one["sides"]) for one in said["files"]] == [
        (name, len(there[name]), 1) for name in ("E1-to-bai-hoc.pdf", "E1-the-ghi-nho.pdf")
    ]


def test_what_is_whole_is_left_alone_and_what_is_missing_is_made(bundle: Bundle) -> None:
    make(bundle)
    before = _files(bundle.out)
    assert make(bundle) == BundleReport(whole=True)
    for name in ("to-mau.zip", "to-mau/E1-to-bai-hoc.pdf", f"to-mau/{MANIFEST}"):
        (bundle.out / name).unlink()
        assert make(bundle).files == 2
        assert _files(bundle.out) == before
    assert make(replace(bundle, team=replace(OURS, hours="sáng thứ Hai"))).files == 2


def test_what_all_teams_share_lies_on_the_disk_once(bundle: Bundle) -> None:
    make(bundle)
    make(replace(bundle, team=OTHERS, folder="to-hai"))
    shared, own = (
        [bundle.out / folder / name for folder in ("to-mau", "to-hai")]
        for name in ("E1-the-ghi-nho.pdf", "E1-to-bai-hoc.pdf")
    )
    assert shared[0].samefile(shared[1])
    assert not own[0].samefile(own[1])


def test_a_disk_without_links_gets_copies(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", refuse)
    assert make(bundle).files == 2
    assert (bundle.out / "to-mau/E1-the-ghi-nho.pdf").read_bytes() == small()


def test_what_an_earlier_run_made_and_this_one_does_not_goes_and_nothing_else(bundle: Bundle) -> None:
    make(bundle)
    (bundle.out / "to-mau/ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    make(replace(bundle, sheets=bundle.sheets[:1]))
    assert set(_files(bundle.out / "to-mau")) == {"E1-to-bai-hoc.pdf", MANIFEST, "ghi-chu.txt"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_leaves_no_half_of_a_bundle_and_is_told(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real, count = atomic.write, []

    def write(path: Path, data: bytes | str) -> bool:
        count.append(path)
        if len(count) > 2:
            raise OSError(number, "no")
        return real(path, data)

    monkeypatch.setattr(atomic, "write", write)
    report = make(bundle)
    assert report.fault in ("ổ đĩa hết chỗ", "không có quyền ghi")
    assert not (bundle.out / "to-mau" / MANIFEST).exists()
    assert not [name for name in _files(bundle.out) if atomic.TEMPORARY in name]
    monkeypatch.setattr(atomic, "write", real)
    assert make(bundle).files == 2


def test_a_worker_killed_in_the_middle_leaves_files_whole_and_the_next_run_finishes(
    bundle: Bundle, tmp_path: Path
) -> None:
    bundles = [
        replace(bundle, team=Team(f"Tổ {number}", "0912 345 678"), folder=f"to-{number}")
        for number in range(6)
    ]
    jobs = [pool.Job(one.folder, one) for one in bundles]
    (tmp_path / "out").mkdir()
    code = (
        "import os, pickle, sys; from tungbuoc.press.bundles import bundle\n"
        "jobs = pickle.loads(sys.stdin.buffer.read())\n"
        "[bundle.make(one) for one in jobs[:3]]\n"
        "bundle.atomic.write = lambda *_: os._exit(9)\n"
        "bundle.make(jobs[3])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(bundles), check=False)
    assert done.returncode == 9
    outcomes = pool.run(make, jobs, workers=2)
    assert [one.value and one.value.whole for one in outcomes] == [True] * 3 + [False] * 3
    for one in bundles:
        assert (one.out / one.folder / "E1-to-bai-hoc.pdf").read_bytes() == stamp(small(LINE), one.team)


@given(st.lists(st.text(max_size=80), unique=True, max_size=8))
def test_folders_are_safe_and_apart(names: list[str]) -> None:
    made = folders(names)
    assert len({folder.casefold() for folder in made.values()}) == len(names)
    for folder in made.values():
        assert folder == Path(folder).name
        assert folder not in (".", "..", "con")
        assert len(folder) <= 80
        assert folder.isascii()


def test_names_that_climb_stay_inside() -> None:
    assert folders(["../../etc", "CON", "Tổ Má", "Tổ Mà", "/"])["../../etc"] == "etc"
    assert len(set(folders(["Tổ Má", "Tổ Mà"]).values())) == 2


def test_what_is_asked_for_is_chosen_and_strangers_are_told() -> None:
    known = formats.load(PRINT / "formats").known
    packs = {"Ngày hội": (("poster", "quiz"), ("E1",))}
    wanted = plan.Plan(packs=packs)
    made = plan.handouts([lesson("E1"), lesson("B1"), form()], known, wanted)
    pick = lambda **asked: [one.shown for one in choose_handouts(Asked(**asked), made, wanted)[0]]  # noqa: E731
    assert pick(lessons=("E1",), formats=("lesson-sheet",)) == ["E1-to-bai-hoc.pdf"]
    assert pick(packs=("Ngày hội",)) == ["ngay-hoi-to-bia-cua-bo.pdf", "E1-tu-kiem.pdf"]
    assert "B-tap-bai-ban-in-gap.pdf" in pick(lessons=("B",))
    assert (
        choose_handouts(Asked(lessons=("E9",), formats=("sheet",), packs=("Ngày hôi",)), made, wanted)[1]
        != []
    )


def test_the_cover_adds_up() -> None:
    known = formats.load(PRINT / "formats").known
    made = plan.handouts([lesson("E1"), lesson("E2")], known, plan.Plan(formats=("lesson-sheet", "booklet")))
    alone = [one for one in made if one.format.alone]
    said = contents(alone, [3] * len(alone), 500)
    assert (said.files, said.sides, said.cost) == (4, 12, "6.000")
    assert [row.sheets for row in said.rows] == [2] * 4
    assert [row.paper for row in said.rows] == ["A5", "A4", "A4", "A4"]
    many = contents(alone * 10, [3] * 40, 0)
    assert (len(many.rows), many.cost) == (3, "")


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project after a build whose sheets are small."""
    galleys = [lesson("E1"), lesson("E2")]
    wanted = plan.Plan(formats=("lesson-sheet", "memory-card"))
    store.keep(tmp_path, galleys, wanted)
    (tmp_path / "print").mkdir()
    (tmp_path / "site/in").mkdir(parents=True)
    for galley in galleys:
        # A build with TEAM.
        (tmp_path / f"site/in/{galley.code}-lesson-sheet.pdf").write_bytes(stamp(small(LINE), OTHERS))
        (tmp_path / f"site/in/{galley.code}-memory-card.pdf").write_bytes(small())
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Từng Bước\nplugins:\n  - tungbuoc/handouts: {price: 500}\n", encoding="utf-8"
    )
    (tmp_path / "print/teams.local.csv").write_text(HEAD + ROWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["editions", "--out", "ra", "--workers", "1", *arguments])


def _words(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))


@pytest.mark.press
def test_the_command_makes_every_teams_copies(built: Path) -> None:
    done = _run()
    assert done.exit_code == 0, done.output
    assert "3 tổ × 5 tệp = 15 tệp PDF" in done.output
    assert "Xong 3 tổ (15 tệp PDF)" in done.output
    names = {
        "00-doc-truoc.pdf",
        "E1-to-bai-hoc.pdf",
        "E2-to-bai-hoc.pdf",
        "E1-the-ghi-nho.pdf",
        "E2-the-ghi-nho.pdf",
        MANIFEST,
    }
    assert set(_files(built / "ra/to-hai")) == names
    assert {path.name for path in (built / "ra").iterdir()} == {
        ".chung",
        *(f"{name}{end}" for name in ("to-mot", "to-hai", "to-ba") for end in ("", ".zip")),
    }
    assert (built / "ra/to-mot/E1-to-bai-hoc.pdf").read_bytes() == stamp(
        small(LINE), Team("Tổ Một", "0912 345 678", "", "tối thứ Ba")
    )
    cover = _words((built / "ra/to-hai/00-doc-truoc.pdf").read_bytes())
    assert "Tổ Hai" in cover
    assert "Cộng: 4 tệp, 4 mặt, photo một bộ hết 2.000 đồng" in " ".join(cover.split())
    assert "Xong 0 tổ (0 tệp PDF), 3 tổ đã đủ từ trước" in _run().output


@pytest.mark.press
def test_only_what_is_asked_for_and_nothing_in_a_dry_run(built: Path) -> None:
    done = _run("--ward", "Xã Mẫu", "--lessons", "E1", "--formats", "lesson-sheet", "--dry-run")
    assert done.exit_code == 0, done.output
    assert "1 tổ × 2 tệp = 2 tệp PDF, khoảng" in done.output
    assert not (built / "ra").exists()
    assert _run("--team", "Tổ Hai", "--lessons", "E1").exit_code == 0
    assert {path.name for path in (built / "ra").iterdir()} == {".chung", "to-hai", "to-hai.zip"}


@pytest.mark.press
def test_bad_rows_are_told_and_the_good_ones_made(built: Path) -> None:
    (built / "print/teams.local.csv").write_text(
        HEAD + ROWS + "=Tổ,0912 345 678,,,\nTổ Bốn,hỏi bác Tư,,,\n", encoding="utf-16"
    )
    done = _run("--lessons", "E1")
    assert done.exit_code == 0, done.output
    assert "print/teams.local.csv:5: Cột team: «=Tổ»" in done.output
    assert "print/teams.local.csv:6: Cột phone" in done.output
    assert (built / "ra/to-ba.zip").is_file()


@pytest.mark.press
def test_a_pdf_that_is_not_ours_and_one_that_is_not_there_are_told_and_the_others_made(built: Path) -> None:
    (built / "site/in/E1-lesson-sheet.pdf").write_bytes(b"%PDF-1.7\n")
    (built / "site/in/E2-lesson-sheet.pdf").unlink()
    done = _run("--team", "Tổ Ba")
    assert done.exit_code == 1
    assert "không do «make» dựng ra" in done.output
    assert "Chưa có tờ" in done.output
    assert "E1-the-ghi-nho.pdf" in _files(built / "ra/to-ba")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--team", "Tổ Bốn"], "Không có tổ «Tổ Bốn»."),
        (["--ward", "Phường"], "Không có phường, xã «Phường»."),
        (["--lessons", "E7"], "Không có bài «E7»."),
        (["--pack", "Ngày"], "Không có gói «Ngày»."),
    ],
)
def test_unknown_names_are_told_at_once(built: Path, arguments: list[str], told: str) -> None:
    done = _run(*arguments)
    assert (done.exit_code, told in done.output) == (1, True), done.output


@pytest.mark.press
def test_an_out_that_cannot_be_written_is_told(built: Path) -> None:
    (built / "ra").write_text("một tệp", encoding="utf-8")
    done = _run("--team", "Tổ Ba", "--out", "ra/trong")
    assert (done.exit_code, "Không ghi được vào" in done.output) == (1, True), done.output


@pytest.mark.press
def test_a_disk_with_too_little_room_is_told_before_anything_is_made(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    done = _run("--team", "Tổ Ba")
    assert (done.exit_code, "không đủ chỗ" in done.output, (built / "ra").exists()) == (1, True, False)


@pytest.mark.press
def test_a_list_with_numbers_that_git_keeps_is_told(built: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=built, check=True, capture_output=True)

    git("init", "-q")
    assert "git rm --cached" not in _run("--team", "Tổ Ba", "--dry-run").output
    git("add", "-f", "print/teams.local.csv")
    assert "git rm --cached print/teams.local.csv" in _run("--team", "Tổ Ba", "--dry-run").output


def test_without_a_list_or_a_build_it_says_what_to_do(built: Path) -> None:
    (built / "print/teams.local.csv").unlink()
    assert "Chép print/teams.csv" in _run().output
    (built / "print/teams.local.csv").write_text("a,b\n", encoding="utf-8")
    assert "Không có tổ nào dùng được" in _run().output


def test_the_line_tells_pace_and_time_left() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    times = iter([0.0, 0.0, 10.0, 600.0])
    out = Terminal()
    line = ProgressLine("Đang đóng tên tổ", out, counted="tổ", clock=lambda: next(times))
    for number in (1, 6, 11):
        line(number, 20, "Tổ")
    assert "1/20: Tổ" in out.getvalue()
    assert "6/20 · 30 tổ một phút · còn 30 giây" in out.getvalue()
    assert "11/20 · 1 tổ một phút · còn 10 phút" in out.getvalue()
