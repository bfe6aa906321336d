"""A format on another paper: Letter and the roll of a kiosk, from an override in a small project to pages that
the gate and the proofs let through."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner
from tests.press.galleys import lesson
from tests.runner import RUNNER

from tungbuoc.cli import main
from tungbuoc.press import formats, making, plan, shelf
from tungbuoc.press.order import Order
from tungbuoc.press.proof import paper
from tungbuoc.press.typeset.fold import CLEAR, CODE, FoldedSide

pytestmark = pytest.mark.press
ROLL = {
    "format.yml": """label: Phiếu ki-ốt
per: lesson
paper: cuộn 80 mm
sections: [remember]
steps: [titles, codes]
type: {body: 12, smallest: 12}
""",
    "template.html": """{% import "parts.html" as parts %}
<!doctype html>
<html lang="vi"><head>{{ parts.document_head(galley, format.label) }}</head><body>
{% if galley.imprint.draft %}<p>{{ galley.imprint.draft }}</p>{% endif %}
<h1>{{ galley.title }}</h1>
{% for step in galley.steps %}<article><h2>{{ step.number }}. {{ step.title }}</h2>{{ parts.code(step) }}</article>{% endfor %}
{% set three = galley.section("remember") %}<section><h2>{{ three.title }}</h2><ol>{% for item in three.items %}<li>{{ item|bound }}</li>{% endfor %}</ol></section>
</body></html>
""",
    "style.css": """@page { margin: 6mm 5mm 8mm 5mm; @bottom-left { content: none; } @top-center { content: none; } }
html { font-size: 12pt; }
h1 { font-size: 16pt; line-height: 1.25; }
h2 { font-size: 12pt; margin-top: 3mm; }
.code { margin: 1mm auto 0; }
""",
}
_PT = 72 / 25.4


def _lay(root: Path, name: str, files: dict[str, str]) -> None:
    for file, text in files.items():
        place = root / "print/formats" / name / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _mm(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    return round(width / _PT, 1), round(height / _PT, 1)


def _run(root: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_project_presses_gates_and_proves_on_letter_and_on_a_roll(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "moi"
    assert CliRunner().invoke(main, ["init", "moi", "--host", "xa-mau.vn"]).exit_code == 0
    monkeypatch.chdir(root)
    assert CliRunner().invoke(main, ["formats", "copy", "lesson-sheet"]).exit_code == 0
    sheet = root / "print/formats/lesson-sheet/format.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("paper: A4", "paper: Letter"), encoding="utf-8")
    _lay(root, "phieu-ki-ot", ROLL)
    config = root / "mkdocs.yml"
    pressed = "  - tungbuoc/handouts:\n      formats: [lesson-sheet, phieu-ki-ot]\n"
    config.write_text(
        re.sub(r"  - tungbuoc/handouts:?\n(?: {6,}.*\n)*", pressed, config.read_text("utf-8")),
        encoding="utf-8",
    )
    _run(root, RUNNER, "build", "--quiet", "--strict")
    assert "Đã soát 4 tờ: đạt hết." in _run(root, "tungbuoc", "proof")
    sizes = {_mm(page) for page in pypdfium2.PdfDocument(root / "site/in/A1-lesson-sheet.pdf")}
    assert sizes == {(215.9, 279.4)}
    (roll,) = pypdfium2.PdfDocument(root / "site/in/A1-phieu-ki-ot.pdf")
    assert _mm(roll)[0] == 80


def _pressed(root: Path, name: str, steps: int) -> bytes:
    known = formats.load(root / "print/formats").known[name]
    galley = lesson(steps=steps)
    handout = plan.Handout(galley.code, galley.title, known, (galley,))
    return making.pressed(Order(handout, root / "print/formats", root))


def test_a_roll_is_as_long_as_what_stands_on_it(tmp_path: Path) -> None:
    _lay(tmp_path, "phieu-ki-ot", ROLL)
    (short,), (long,) = (pypdfium2.PdfDocument(_pressed(tmp_path, "phieu-ki-ot", steps)) for steps in (2, 6))
    assert 100 < _mm(short)[1] < _mm(long)[1] - 4 * CODE
    lowest = min(item.get_bounds()[1] for item in long.get_objects())
    assert 8 * _PT - 1 < lowest < 14 * _PT, "the white below the last line is the format's margin"


def test_a_roll_longer_than_any_page_goes_on_on_another(tmp_path: Path) -> None:
    _lay(tmp_path, "phieu-ki-ot", ROLL)
    assert len(pypdfium2.PdfDocument(_pressed(tmp_path, "phieu-ki-ot", 90))) == 2


def test_codes_of_a_letter_sheet_keep_clear_of_its_own_fold(tmp_path: Path) -> None:
    files = {file.name: file.read_text("utf-8") for file in (shelf.OURS / "formats/lesson-sheet").iterdir()}
    files["format.yml"] = files["format.yml"].replace("paper: A4", "paper: Letter")
    _lay(tmp_path, "lesson-sheet", files)
    side, dots, quiet = FoldedSide(279.4), 150 / 25.4, 2.5
    found = 0
    for page in pypdfium2.PdfDocument(_pressed(tmp_path, "lesson-sheet", 8)):
        picture = page.render(scale=150 / 72, grayscale=True).to_numpy()
        for code in zxingcpp.read_barcodes(picture):
            top, bottom = code.position.top_left.y / dots - quiet, code.position.bottom_left.y / dots + quiet
            assert bottom <= side.fold - CLEAR + 1 or top >= side.fold + CLEAR - 1
            found += 1
    assert found == 8


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("rows: {}\n", "không có nếp gấp"),
        ("imposition: booklet\n", "không ghép hai trang"),
        ("safe_mm: 1\n", "safe_mm"),
    ],
)
def test_what_a_paper_cannot_do_is_told(tmp_path: Path, more: str, told: str) -> None:
    _lay(tmp_path, "phieu-ki-ot", {**ROLL, "format.yml": ROLL["format.yml"] + more})
    loaded = formats.load(tmp_path / "print/formats", root=tmp_path)
    assert [told in str(problem) for problem in loaded.problems] == [True]


def test_words_keep_the_margin_that_the_format_asks_for(tmp_path: Path) -> None:
    _lay(tmp_path, "phieu-ki-ot", ROLL)
    data = _pressed(tmp_path, "phieu-ki-ot", 2)
    known = formats.load(tmp_path / "print/formats").known["phieu-ki-ot"]
    assert paper.check(data, 12, safe=known.size.safe) == []
    wider = known.model_copy(update={"safe_mm": 7.0})
    assert any("7 mm" in said for said in paper.check(data, 12, safe=wider.size.safe))
