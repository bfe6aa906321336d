"""Galleys become PDFs: whole, once, the same every time, and never half written."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.press.galleys import drawn, form, lesson, section, step, twin, whole

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley, GalleySection, Imprint
from tungbuoc.lesson.said import Said
from tungbuoc.press import engine, formats, pressing, shelf
from tungbuoc.press.plan import Plan

pytestmark = pytest.mark.press
ROOT = Path(__file__).parents[2]
PRINT = ROOT / "print"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the module: what several tests press alike is pressed once."""
    return tmp_path_factory.mktemp("cache")


def run(
    galleys: list[Galley],
    out: Path,
    cache: Path,
    *formats: str,
    root: Path = ROOT,
    workers: int | None = None,
) -> pressing.PressReport:
    plan = Plan(formats=formats or ("lesson-sheet",))
    return pressing.run(
        galleys,
        formats_dir=root / "print/formats",
        out_dir=out,
        cache_dir=cache,
        root=root,
        plan=plan,
        workers=workers,
    )


def text_of(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_lesson_sheet_is_tagged_named_and_whole(tmp_path: Path, cache: Path) -> None:
    report = run([lesson()], tmp_path, cache)
    assert report.problems == ()
    (made,) = report.handouts
    assert (made.path, made.pages, made.sheets) == ("E1-lesson-sheet.pdf", 2, 1)
    assert made.bytes == (tmp_path / made.path).stat().st_size < 500_000
    with pikepdf.open(tmp_path / made.path) as pdf:
        assert str(pdf.Root.Lang) == "vi"
        assert pdf.Root.MarkInfo.Marked
        assert "E1" in str(pdf.open_metadata()["dc:title"])
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        with pdf.open_outline() as outline:
            assert "Dừng lại" in str(outline.root[0].title)
    assert "bản thử" in text_of(tmp_path / made.path)
    assert (tmp_path / made.picture).read_bytes().startswith(b"\x89PNG")


def test_nothing_stale_presses_nothing_and_does_not_import_weasyprint(tmp_path: Path, cache: Path) -> None:
    run([lesson()], tmp_path, cache)
    code = (
        "import sys; from pathlib import Path; from tungbuoc.press import pressing; from tungbuoc.press.plan import Plan; from tests.press.galleys import lesson\n"
        f"report = pressing.run([lesson()], formats_dir=Path({str(PRINT / 'formats')!r}), out_dir=Path({str(tmp_path)!r}),"
        f" cache_dir=Path({str(cache)!r}), plan=Plan(formats=('lesson-sheet',)))\n"
        "print(report.pressed, len(report.handouts), 'weasyprint' in sys.modules, 'pikepdf' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == ["0", "1", "False", "False"]


def test_only_the_touched_lesson_is_pressed_again(tmp_path: Path, cache: Path) -> None:
    run([lesson(), lesson("E2", 4)], tmp_path, cache)
    before = (tmp_path / "E1-lesson-sheet.pdf").stat().st_mtime_ns
    report = run([lesson(), lesson("E2", 4, title="Tên mới, bài cũ")], tmp_path, cache)
    assert report.pressed == 1
    assert (tmp_path / "E1-lesson-sheet.pdf").stat().st_mtime_ns == before
    assert "Tên mới" in text_of(tmp_path / "E2-lesson-sheet.pdf")


def test_the_same_bytes_with_any_hash_seed_and_any_number_of_workers(tmp_path: Path) -> None:
    galleys = "[lesson(c, 3) for c in ('E1', 'E2', 'E3')]"
    made = {}
    for seed, workers in (("1", 1), ("2", 2)):
        out = tmp_path / seed
        code = (
            "from pathlib import Path; from tungbuoc.press import pressing; from tungbuoc.press.plan import Plan; from tests.press.galleys import lesson\n"
            "if __name__ == '__main__':\n"
            f"    pressing.run({galleys}, formats_dir=Path({str(PRINT / 'formats')!r}), out_dir=Path({str(out)!r}),"
            f" cache_dir=Path({str(tmp_path / ('cache' + seed))!r}), plan=Plan(formats=('lesson-sheet', 'course-book')), workers={workers})\n"
        )
        script = tmp_path / f"run{seed}.py"
        script.write_text(code, encoding="utf-8")
        subprocess.run(
            [sys.executable, script],
            cwd=ROOT,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        )
        made[seed] = {file.name: file.read_bytes() for file in out.glob("*.pdf")}
    assert len(made["1"]) == 4
    assert made["1"] == made["2"]


def test_two_builds_at_once_give_the_bytes_of_one(tmp_path: Path, cache: Path) -> None:
    """In one cache, into one folder."""
    run([lesson()], tmp_path / "alone", cache)
    code = (
        "from pathlib import Path; from tungbuoc.press import pressing; from tungbuoc.press.plan import Plan; from tests.press.galleys import lesson\n"
        f"pressing.run([lesson()], formats_dir=Path({str(PRINT / 'formats')!r}), out_dir=Path({str(tmp_path / 'both')!r}),"
        f" cache_dir=Path({str(tmp_path / 'cache')!r}), plan=Plan(formats=('lesson-sheet',)))"
    )
    builds = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    name = "E1-lesson-sheet.pdf"
    assert (tmp_path / "both" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()
    assert not list(tmp_path.rglob(".tmp-*"))


def test_a_draft_says_so_on_every_side(tmp_path: Path, cache: Path) -> None:
    mark = "BẢN NHÁP – chưa có địa chỉ trang"
    stamp = Imprint(
        site_name="Từng Bước", shown="ban-nhap.example", url="https://ban-nhap.example/", draft=mark
    )
    report = run([lesson(imprint=stamp)], tmp_path, cache, "lesson-sheet", "memory-card")
    for made in report.handouts:
        assert text_of(tmp_path / made.path).count(mark) >= made.pages


def test_an_edition_stands_on_paper(tmp_path: Path, cache: Path) -> None:
    stamp = Imprint(
        site_name="Từng Bước",
        shown="tungbuoc.vn",
        url="https://tungbuoc.vn/",
        edition="3",
        edition_date="2026-11-21",
    )
    run([lesson(imprint=stamp)], tmp_path, cache)
    assert "Ấn bản 3 · 21/11/2026" in text_of(tmp_path / "E1-lesson-sheet.pdf")


def test_a_format_that_loses_text_is_told_and_not_handed_out(tmp_path: Path) -> None:
    root = _project(tmp_path)
    template = root / "print/formats/memory-card/template.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(
        before.replace("{{ item|bound }}", "{{ item|bound if loop.first else '' }}"), encoding="utf-8"
    )
    report = run([lesson()], tmp_path / "in", tmp_path / "cache", "memory-card", root=root)
    told = [str(problem) for problem in report.problems]
    assert any("docs/E1.md" in said and "Gọi lại số đã lưu." in said for said in told)
    assert not (tmp_path / "in/E1-memory-card.pdf").exists()


def test_words_in_another_order_and_pictures_without_their_description_are_told(tmp_path: Path) -> None:
    root = _project(tmp_path)
    template = root / "print/formats/lesson-sheet/template.html"
    three = "{% for item in section.items %}<li>{{ parts.stone"
    before = template.read_text(encoding="utf-8")
    assert three in before
    template.write_text(before.replace(three, three.replace("items", "items|reverse")), encoding="utf-8")
    told = [
        str(problem) for problem in run([lesson()], tmp_path / "in", tmp_path / "cache", root=root).problems
    ]
    assert [said for said in told if "Gọi lại số đã lưu.» đứng sai chỗ" in said], told
    galley = lesson()
    promised = tuple(
        dataclasses.replace(part, said=(*part.said, Said(7, "Ảnh tin nhắn", "picture")))
        if part.kind == grammar.BEWARE
        else part
        for part in galley.said
    )
    told = [
        str(problem)
        for problem in run(
            [galley.model_copy(update={"said": promised})], tmp_path / "in", tmp_path / "cache"
        ).problems
    ]
    assert [
        said
        for said in told
        if said.startswith("docs/E1.md:7:") and "thiếu lời tả hình «Ảnh tin nhắn»" in said
    ], told


def test_a_section_that_a_sheet_was_not_filled_with_is_missed(tmp_path: Path, cache: Path) -> None:
    galley = lesson()
    filled = galley.model_copy(
        update={"sections": tuple(part for part in galley.sections if part.kind != grammar.PREPARE)}
    )
    told = [str(problem) for problem in run([filled], tmp_path, cache).problems]
    assert any("phần «Chuẩn bị»: thiếu câu" in said for said in told), told


def test_a_format_that_loses_a_code_names_the_step(tmp_path: Path) -> None:
    root = _project(tmp_path)
    parts = root / "print/parts.html"
    parts.write_text(
        parts.read_text(encoding="utf-8").replace(
            "{{ step.payload|qr }}", "{{ 'https://tungbuoc.vn/99999/'|qr }}"
        ),
        encoding="utf-8",
    )
    report = run([lesson(steps=2)], tmp_path / "in", tmp_path / "cache", root=root)
    assert [str(problem).count("mã QR") for problem in report.problems] == [1, 1]
    assert "Bước 2" in str(report.problems[1])


@pytest.mark.parametrize(
    "source", ["../../secret.png", "http://192.0.2.1/a.png", "file:///etc/hostname", "docs/missing.png"]
)
def test_nothing_outside_the_project_is_read(tmp_path: Path, source: str) -> None:
    root = _project(tmp_path)
    (tmp_path.parent / "secret.png").write_bytes(b"x")
    picture = GalleySection(
        kind=grammar.BEWARE, title="Coi chừng", html=f'<p>Xem hình.</p><p><img src="{source}" alt="hình"></p>'
    )
    galley = lesson(steps=1)
    galley = galley.model_copy(
        update={
            "sections": tuple(picture if part.kind == grammar.BEWARE else part for part in galley.sections)
        }
    )
    report = run([galley], tmp_path / "in", tmp_path / "cache", root=root)
    assert [problem.code for problem in report.problems] == ["P20"]
    assert not list((tmp_path / "in").glob("*.pdf"))


def test_a_letter_that_the_font_lacks_is_told(tmp_path: Path, cache: Path) -> None:
    report = run([lesson(title="Chữ lạ \U0010fffd")], tmp_path, cache, "memory-card")
    assert "phông không có chữ «\U0010fffd»" in str(report.problems[0])


def test_an_unfit_machine_is_told_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        engine, "machine", lambda: engine.Machine(("phông chữ Noto Sans thường và đậm",), (), ())
    )
    report = run([lesson(steps=1)], tmp_path / "in", tmp_path / "cache")
    assert [problem.code for problem in report.problems] == ["P10"]
    assert "fonts-noto-core" in engine.INSTALL["linux"]
    assert "Chạy:" in str(report.problems[0])


def test_every_format_prints_a_lesson_with_all_its_sections(tmp_path: Path, cache: Path) -> None:
    words = {
        "Áp phích": "<p>Họ giục, họ dọa?</p><p><strong>Cúp máy.</strong></p><ol><li>Gọi lại số đã lưu.</li></ol>",
        "Lời loa": "<p>Mời bà con chú ý. Nhờ bà con nhắc người nhà.</p>",
        "Tờ rơi": "<p>Một việc thôi.</p><ul><li>Dòng một.</li><li>Dòng hai.</li></ul>",
        "Phiếu tập": "<h3>Phần một</h3><p>Tên: ____</p>",
    }
    extra = tuple(
        GalleySection(kind=grammar.kind_of(title), title=title, html=html, items=("Gọi lại số đã lưu.",))
        for title, html in words.items()
    )
    galley = lesson("E1", 3)
    galley = whole(galley.model_copy(update={"sections": galley.sections + extra}))
    galley = galley.model_copy(update={"translations": (twin(galley),)})
    known = formats.load(PRINT / "formats").known
    names = [name for name, format in known.items() if format.per not in ("form", "pack", "bundle")]
    report = run([galley], tmp_path, cache, *names)
    assert [str(problem) for problem in report.problems] == []
    alone = {name for name in names if known[name].alone}
    assert {made.format.name for made in report.handouts} == alone
    assert all(made.bytes < 500_000 for made in report.handouts)


def test_the_cover_of_a_pack_counts_what_was_pressed(tmp_path: Path, cache: Path) -> None:
    packs = {"Chợ quê": (("lesson-sheet",), ("E1",))}
    plan = Plan(formats=("pack-cover", "lesson-sheet"), packs=packs)
    report = pressing.run(
        [lesson("E1", 8), lesson("E2")],
        formats_dir=PRINT / "formats",
        out_dir=tmp_path,
        cache_dir=cache,
        root=ROOT,
        plan=plan,
    )
    assert report.problems == ()
    sides = next(made.pages for made in report.handouts if made.code == "E1")
    said = text_of(tmp_path / "cho-que-pack-cover.pdf")
    assert f"Cộng một bộ: {sides} mặt, {(sides + 1) // 2} tờ giấy" in " ".join(said.split())
    assert "mỗi người học một tờ" in said
    assert "E2" not in said
    assert [made.path for made in report.handouts if made.packs] == [
        "E1-lesson-sheet.pdf",
        "cho-que-pack-cover.pdf",
    ]


def test_two_kinds_of_phone_stand_side_by_side_with_their_names(tmp_path: Path, cache: Path) -> None:
    both = step(1, screens=(drawn(on="android", label="Cài đặt"), drawn(on="iphone", label="Nhận")))
    run([whole(lesson().model_copy(update={"steps": (both,)}))], tmp_path, cache)
    said = text_of(tmp_path / "E1-lesson-sheet.pdf")
    assert "Máy Android" in said
    assert "Máy iPhone" in said


def test_a_form_has_lines_boxes_and_as_many_rows_as_it_says(tmp_path: Path, cache: Path) -> None:
    report = run([form()], tmp_path, cache, "pledge")
    assert report.problems == ()
    assert "Mỗi tối mười phút" in text_of(tmp_path / "M01-pledge.pdf")


def _project(folder: Path) -> Path:
    root = folder / "project"
    shutil.copytree(shelf.OURS, root / "print")
    return root


def test_the_last_line_of_a_poster_with_a_long_title_stands_below_the_teams_box(
    tmp_path: Path, cache: Path
) -> None:
    words = section("Áp phích", "Cúp máy.", "Gọi lại số đã lưu.")
    long = lesson("E1", 2, title="Đi từng nhà, mời bà con ra ngày hội, chơi có quà mang về")
    report = run([long.model_copy(update={"sections": (*long.sections, words)})], tmp_path, cache, "poster")
    assert report.problems == ()
    document = pypdfium2.PdfDocument(tmp_path / "E1-poster.pdf")
    page = document[0].get_textpage()
    phone = page.get_charbox(page.search("ĐT:").get_next()[0])
    foot = page.get_charbox(page.search("Từng Bước ·").get_next()[0])
    # Below the second row stand 1.6 mm of room and the border; then some white.
    assert (phone[1] - foot[3]) / 72 * 25.4 > 7.5
