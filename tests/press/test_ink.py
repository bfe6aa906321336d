"""What nobody could read: words under pictures and boxes, things cut and things off the paper; and
pictures that fit everywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from PIL import Image
from tests.press.galleys import IMPRINT, full, lesson, whole

from tungbuoc.lesson import grammar
from tungbuoc.lesson.galley import Galley, GalleySection, Pair
from tungbuoc.press import formats, gate, making, plan, pressing, shelf
from tungbuoc.press.gate import ink
from tungbuoc.press.order import Order
from tungbuoc.press.plan import Plan
from tungbuoc.press.refusal import place

pytestmark = pytest.mark.press
PRINT = Path(__file__).parents[2] / "print"
KNOWN = formats.load(PRINT / "formats").known
PHOTO = '<img src="photo.png" alt="hình" style="position:absolute;left:40mm;top:40mm;width:60mm;height:60mm">'


def told(body: str, folder: Path | None = None) -> list[str]:
    page = f"<html lang=vi><title>x</title><style>@page {{ size: A4; margin: 20mm }} body, p {{ margin: 0 }} p {{ font: 16pt Noto Sans }}</style>{body}"
    data = weasyprint.HTML(string=page, base_url=f"{folder or PRINT}/").write_pdf(
        pdf_variant="pdf/ua-1", pdf_tags=True
    )
    return [fault.text for number in pypdfium2.PdfDocument(data) for fault in ink.faults(number)]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.new("RGB", (400, 400), (200, 200, 200)).save(tmp_path / "photo.png")
    return tmp_path


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            f"{PHOTO}<p style='margin-top:40mm'>Chữ nằm dưới hình lớn</p>",
            "hình và chữ «Chữ nằm dưới hình lớn» đè lên nhau",
        ),
        (
            f"<p style='margin-top:40mm'>Chữ nằm trên hình lớn</p>{PHOTO}",
            "hình và chữ «Chữ nằm trên hình lớn» đè lên nhau",
        ),
        (PHOTO + PHOTO.replace("left:40mm", "left:80mm"), "hai hình đè lên nhau"),
        (
            "<p>Che mất rồi</p><div style='position:absolute;top:0;left:0;width:90mm;height:9mm;background:#fff'></div>",
            "một ô che chữ «Che mất rồi»",
        ),
        (
            "<p>Dòng này</p><p style='margin-top:-6mm'>Dòng kia</p>",
            "chữ «Dòng này» và chữ «Dòng kia» đè lên nhau",
        ),
        ("<p style='margin-left:-18mm'>Sát mép</p>", "chữ «Sát mép» nằm ở mép giấy"),
        ("<p style='white-space:nowrap'>" + "Dài quá khổ giấy " * 12 + "</p>", "nằm ở mép giấy"),
        (PHOTO.replace("left:40mm", "left:150mm"), "một hình nằm ở mép giấy"),
        (
            f"<div style='position:relative;height:50mm;overflow:hidden'>{PHOTO}</div>",
            "một hình bị khung cắt",
        ),
        (
            "<div style='height:5mm;overflow:hidden'><p>Một</p><p>Hai bị cắt</p></div>",
            "chữ «Hai bị cắt» bị khung cắt",
        ),
    ],
)
def test_what_cannot_be_seen_is_told(photo: Path, body: str, said: str) -> None:
    assert any(said in one for one in told(body, photo)), told(body, photo)


@pytest.mark.parametrize(
    "body",
    [
        f"{PHOTO}<p style='margin-top:102mm'>Chữ ở dưới hình</p>",
        "<p style='border:1mm solid #000;border-radius:2mm;padding:2mm;background:#eee'>Chữ trong khung</p>",
        "<p>Trong khung</p><div style='position:absolute;top:-4mm;left:-4mm;width:90mm;height:20mm;border:1mm solid #000'></div>",
        "<p style='line-height:1.2'>Ễ gạch chân gy<br>ỂẾỀ mũ cao</p>",
        "<div style='position:absolute;left:-20mm;top:0;width:210mm;height:9mm;background:#000'></div>",
    ],
)
def test_what_can_be_seen_is_not_told(photo: Path, body: str) -> None:
    assert told(body, photo) == []


# An author's pictures: a photo of a screen turned, and one as phones make it.
SIZES = {"ngang": (1600, 1200), "doc": (1080, 2400)}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pictures")
    shutil.copytree(shelf.OURS, root / "print")
    (root / "docs").mkdir()
    for name, size in SIZES.items():
        Image.new("L", size, 180).save(root / f"docs/{name}.png")
    return root


def _picture(name: str) -> str:
    return f'<p><img alt="Ảnh màn hình" src="docs/{name}.png" /></p>'


def _with(where: str, added: str) -> Galley:
    galley = full()
    if where == "step":
        return whole(
            galley.model_copy(
                update={
                    "steps": tuple(
                        step.model_copy(update={"html": step.html + added}) for step in galley.steps
                    )
                }
            )
        )
    if where == grammar.TROUBLE:
        return whole(
            galley.model_copy(
                update={
                    "pairs": (Pair(trouble="<strong>Không nghe máy</strong>", answer="Gọi lại." + added),)
                }
            )
        )
    sections = tuple(
        part.model_copy(update={"html": part.html + added}) if part.kind == where else part
        for part in galley.sections
    )
    return whole(galley.model_copy(update={"sections": sections}))


def _pressed(galley: Galley, name: str, root: Path) -> gate.GateReport:
    handout = plan.Handout(galley.code, galley.title, KNOWN[name], (galley,))
    return gate.check(
        making.pressed(Order(handout, root / "print/formats", root)), gate.promise([galley], KNOWN[name])
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("lesson-sheet", "step"), ("lesson-sheet", grammar.BEWARE), ("lesson-sheet", grammar.TROUBLE), ("large-print", "step"),
        ("booklet", "step"), ("booklet", grammar.BEWARE), ("worksheet", grammar.WORKSHEET), ("leaflet", grammar.LEAFLET),
        ("booth-script", grammar.BEWARE),
    ],
)  # fmt: skip
def test_pictures_come_out_whole(project: Path, name: str, where: str, size: str) -> None:
    report = _pressed(_with(where, _picture(size)), name, project)
    assert report.hidden == ()
    assert report.missing == ()


@pytest.mark.parametrize("size", SIZES)
def test_pictures_come_out_whole_in_forms_and_tables(project: Path, size: str) -> None:
    table = f"<table><thead><tr><th>Việc</th><th>Hình</th></tr></thead><tbody><tr><td>Bấm nút</td><td>{_picture(size)}</td></tr></tbody></table>"
    sections = (
        GalleySection(title="", html=_picture(size)),
        GalleySection(title="Gia đình", html="<p>Tên: ____</p>" + table),
    )
    form = Galley(
        code="M01",
        title="Cam kết",
        path="docs/mau/x.md",
        url="mau/x/",
        imprint=IMPRINT,
        form="plan-100",
        label="Cam kết",
        sections=sections,
    )
    assert _pressed(form, "plan-100", project).hidden == ()


def test_a_picture_is_as_large_as_its_column_allows(project: Path) -> None:
    galley = _with("step", _picture("ngang"))
    handout = plan.Handout("E1", "Bài", KNOWN["lesson-sheet"], (galley,))
    page = pypdfium2.PdfDocument(making.pressed(Order(handout, project / "print/formats", project)))[0]
    widths = [
        thing.whole.width * 25.4 / 72
        for thing in ink._things(page)
        if thing.kind == 3 and thing.figure is not None
    ]
    assert max(widths) == pytest.approx(92, abs=0.5)


def test_what_hides_something_is_not_released_and_named_with_the_authors_line(
    project: Path, tmp_path: Path
) -> None:
    style = project / "print/formats/lesson-sheet/style.css"
    before = style.read_text(encoding="utf-8")
    style.write_text(before + ".three { margin-top: -14mm; }", encoding="utf-8")
    (project / "docs/E1.md").write_text(
        "# Bài\n\n## Nhớ ba điều\n\n- Cúp **máy**.\n\n## Nếu không được\n\n- Không nghe máy — Gọi lại sau ít phút.\n\n## Coi chừng\n\nBiết tên **chưa chắc** là người thật.\n",
        encoding="utf-8",
    )
    report = pressing.run(
        [lesson()], formats_dir=project / "print/formats", out_dir=tmp_path / "in", cache_dir=tmp_path / "cache", root=project,
        plan=Plan(formats=("lesson-sheet",)),
    )  # fmt: skip
    style.write_text(before, encoding="utf-8")
    assert {problem.code for problem in report.problems} == {"P23"}
    assert not (tmp_path / "in/E1-lesson-sheet.pdf").exists()
    assert any(problem.line > 1 for problem in report.problems), report.problems


def test_the_authors_line_is_found_whatever_marks_stand_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Một\n\nBấm **“Gửi”**, rồi đợi\nmột lúc.\n\n![Ảnh](anh.png)\n\nChữ ✂ lạ\n", encoding="utf-8"
    )
    assert place(tmp_path, ["a.md"], "Bấm “Gửi”, rồi đợi một lúc.") == ("a.md", 3)
    assert place(tmp_path, ["a.md"], "anh.png") == ("a.md", 6)
    assert place(tmp_path, ["a.md"], "![") == ("a.md", 6)
    assert place(tmp_path, ["a.md"], "✂") == ("a.md", 8)
    assert place(tmp_path, ["a.md", "b.md"], "không có ở đâu") == ("a.md", 1)
