"""The press as ratios of CPU in one run: a sheet against the same HTML with nothing shared and against the
naive way, a code, every format, a run with nothing stale, a 600-page book from finished sheets against one
flow, imposition.

CPU seconds of this process (and of children where it says so); a busy machine moves them by a fifth, so
compare only here. BENCH_PAGES sets the size of the book, BENCH_ROUNDS how often a sheet is pressed.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT)]
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "8"))
PAGES = int(os.environ.get("BENCH_PAGES", "600"))


def main() -> None:
    """All tables in turn."""
    from tests.press.galleys import lesson

    galleys = [lesson(f"{letter}{number}", 6) for letter in "ABC" for number in (1, 2, 3, 4)]
    _sheet(galleys[0])
    _code()
    _formats(galleys[0])
    _warm(galleys)
    _book(galleys[:4])
    _imposition(galleys[0])


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process that `work` took."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _order(galley: object, name: str = "lesson-sheet") -> object:
    from tests.press.galleys import order

    from tungbuoc.press import formats

    known = formats.load(ROOT / "print/formats").known
    return order(galley, known[name])  # type: ignore[arg-type]


def _sheet(galley: object) -> None:
    """One sheet: ours, the same HTML with nothing shared, the theme's page as it is. Interleaved, medians."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from tungbuoc.press import shelf
    from tungbuoc.press.typeset import markup, rendering, sheet

    order = _order(galley)
    draft = sheet.first_draft(order.galley, order.format)  # type: ignore[attr-defined]
    html = markup.html(order.galley, order.format, order.formats_dir, **sheet.context(order.galley, draft))  # type: ignore[attr-defined]
    css = [shelf.OURS / "base.css", shelf.OURS / "formats/lesson-sheet/style.css"]

    def alone() -> None:
        fonts = FontConfiguration()
        sheets = [
            weasyprint.CSS(
                string=file.read_text("utf-8"), base_url=shelf.OURS.as_uri() + "/", font_config=fonts
            )
            for file in css
        ]
        weasyprint.HTML(string=html).write_pdf(
            stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True
        )

    with tempfile.TemporaryDirectory() as folder:
        page = _theme_page(Path(folder), order.galley)  # type: ignore[attr-defined]
        ways = {
            "ours": lambda: rendering.press(order),
            "nothing shared": alone,
            "naive": lambda: weasyprint.HTML(filename=page).write_pdf(),
        }  # type: ignore[arg-type]
        for work in ways.values():
            work()
        took: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, work in ways.items():
                took[name].append(cpu(work))
        whole = _letters(rendering.press(order))  # type: ignore[arg-type]
        lost = 1 - _letters(weasyprint.HTML(filename=page).write_pdf() or b"") / whole
    middle = {name: sorted(times)[len(times) // 2] for name, times in took.items()}
    print(f"one sheet {middle['ours'] * 1000:.0f} ms")
    print(
        f"  against the same HTML, nothing shared  {middle['ours'] / middle['nothing shared']:.2f}  (target ≤ 0.90)"
    )
    naive = middle["ours"] / middle["naive"]
    print(
        f"  against write_pdf() of the theme's page {naive:.2f}  (target ≤ 0.40; that PDF lacks {lost:.0%} of the letters)"
    )


def _theme_page(folder: Path, galley: object) -> Path:
    """The lesson as a plain Material page, its screens as pictures."""
    docs = folder / "docs"
    docs.mkdir()
    words = [f"# {galley.title}"]  # type: ignore[attr-defined]
    for step in galley.steps:  # type: ignore[attr-defined]
        (docs / f"{step.key}.svg").write_text(step.screens[0].svg, encoding="utf-8")
        words += [f"## Bước {step.number}: {step.title}", step.html.replace("<p>", "").replace("</p>", "\n")]
        words += [f"![{step.screens[0].alt}]({step.key}.svg)"]
    for part in galley.sections:  # type: ignore[attr-defined]
        words += [f"## {part.title}", "\n".join(f"- {item}" for item in part.items or (part.html,))]
    (docs / "index.md").write_text("\n\n".join(words), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme: {name: material, language: vi, font: false}\n", encoding="utf-8"
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True
    )
    return folder / "site/index.html"


def _letters(data: bytes) -> int:
    import pypdfium2

    return sum(
        len("".join(page.get_textpage().get_text_bounded().split())) for page in pypdfium2.PdfDocument(data)
    )


def _code() -> None:
    """What forty more codes cost in a document: time of making and drawing, bytes of PDF."""
    import weasyprint

    from tungbuoc.permalink import qr

    def page(count: int) -> str:
        sources = [qr.data_uri(f"https://tungbuoc.vn/{number:05d}/") for number in range(count)]
        images = "".join(
            f'<img style="width:25mm;image-rendering:pixelated" alt="a" src="{source}">' for source in sources
        )
        return f"<html lang=vi><title>x</title><p>{images}"

    few, many = 10, 50
    weasyprint.HTML(string=page(few)).write_pdf()
    sizes, times = {}, {}
    for count in (few, many):
        html = page(count)  # made once a build and kept: making is measured on its own below
        times[count] = min(cpu(lambda html=html: weasyprint.HTML(string=html).write_pdf()) for _ in range(5))
        sizes[count] = len(weasyprint.HTML(string=html).write_pdf() or b"")
    made = cpu(lambda: [qr.png(f"https://tungbuoc.vn/{number:05d}/") for number in range(10000, 10100)]) / 100
    each = (times[many] - times[few]) / (many - few)
    size = (sizes[many] - sizes[few]) / (many - few)
    print(
        f"one code {each * 1000:.2f} ms (target ≤ 1), {size:.0f} bytes of PDF (target ≤ 1000); made once in {made * 1000:.1f} ms"
    )


def _formats(galley: object) -> None:
    """CPU of each format of a lesson, against the lesson sheet."""
    from tungbuoc.press import formats
    from tungbuoc.press.plan import has
    from tungbuoc.press.typeset import rendering

    known = [
        format
        for format in formats.load(ROOT / "print/formats").known.values()
        if format.per == "lesson" and has(galley, format)
    ]  # type: ignore[arg-type]
    took = {}
    for format in known:
        order = _order(galley, format.name)
        rendering.press(order)  # type: ignore[arg-type]
        took[format.name] = min(cpu(lambda order=order: rendering.press(order)) for _ in range(3))  # type: ignore[arg-type,misc]
    for name, seconds in sorted(took.items(), key=lambda pair: pair[1]):
        print(
            f"  {name:16s} {seconds * 1000:5.0f} ms  {seconds / took['lesson-sheet']:.2f} of a lesson sheet"
        )


def _warm(galleys: list[object]) -> None:
    """A run with nothing stale, in a process of its own: no WeasyPrint, and its CPU for each sheet."""
    from tungbuoc.press import pressing
    from tungbuoc.press.plan import Plan

    plan = Plan(formats=("lesson-sheet", "memory-card"))
    with tempfile.TemporaryDirectory() as folder:
        places = {
            "formats_dir": ROOT / "print/formats",
            "out_dir": Path(folder) / "in",
            "cache_dir": Path(folder) / "cache",
        }
        first = pressing.run(galleys, plan=plan, workers=1, **places)  # type: ignore[arg-type]
        code = (
            "import sys, time; from pathlib import Path; from tungbuoc.press import pressing; from tungbuoc.press.plan import Plan; from tests.press.galleys import lesson\n"
            "galleys = [lesson(f'{letter}{number}', 6) for letter in 'ABC' for number in (1, 2, 3, 4)]\n"
            "begin = time.process_time()\n"
            f"report = pressing.run(galleys, formats_dir=Path({str(places['formats_dir'])!r}), out_dir=Path({str(places['out_dir'])!r}),"
            f" cache_dir=Path({str(places['cache_dir'])!r}), plan=Plan(formats=('lesson-sheet', 'memory-card')))\n"
            "print(time.process_time() - begin, report.pressed, 'weasyprint' in sys.modules)"
        )
        path = os.pathsep.join([str(ROOT / "plugins"), str(ROOT)])
        env = {**os.environ, "PYTHONPATH": path}
        said = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        ).stdout.split()
    print(
        f"nothing stale: {float(said[0]) * 1000:.0f} ms for {len(first.handouts)} PDFs, pressed {said[1]}, WeasyPrint imported: {said[2]}"
    )


def _book(galleys: list[object]) -> None:
    """A book of PAGES pages joined from finished sheets, against rendering it and against one flow of all
    its HTML."""
    import pikepdf

    from tungbuoc.press.bind.structure import BoundPart, join
    from tungbuoc.press.typeset import rendering

    sheets, took = [], 0.0
    for galley in galleys:
        took += cpu(lambda galley=galley: sheets.append(rendering.press(_order(galley))))  # type: ignore[arg-type,misc]
    pages = sum(_pages(data) for data in sheets)
    copies = max(1, PAGES // pages)
    parts = [
        BoundPart(str(number), sheets[number % len(sheets)], tables=False)
        for number in range(copies * len(sheets))
    ]

    def bind() -> None:
        made, _ = join(parts)
        made.save(io.BytesIO(), deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    joined, rendered = cpu(bind), took * copies
    ours, flow = _memory("join", copies), _memory("flow", copies)
    print(
        f"book of {copies * pages} pages: joined in {joined:.2f} s = {joined / rendered:.1%} of rendering it ({rendered:.0f} s; target ≤ 2 %)"
    )
    print(f"  peak memory {ours:.0f} MB against {flow:.0f} MB in one flow: {ours / flow:.2f} (target ≤ 0.30)")


def _memory(way: str, copies: int) -> float:
    """Peak memory in MB of a process that makes the book this way."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "plugins"), str(ROOT)])}
    done = subprocess.run(
        [sys.executable, __file__, way, str(copies)], env=env, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def _make_book(way: str, copies: int) -> None:
    """In a process of its own: the book by joining (its sheets pressed in another process), or in one
    flow."""
    from tests.press.galleys import lesson

    galleys = [lesson(f"A{number}", 6) for number in (1, 2, 3, 4)]
    if way == "press":
        from tungbuoc.press.typeset import rendering

        for number, galley in enumerate(galleys):
            (Path(os.environ["BENCH_SHEETS"]) / f"{number}.pdf").write_bytes(rendering.press(_order(galley)))  # type: ignore[arg-type]
        return
    if way == "join":
        from tungbuoc.press.bind.structure import BoundPart, join

        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, __file__, "press", "1"],
                env={**os.environ, "BENCH_SHEETS": folder},
                check=True,
            )
            sheets = [file.read_bytes() for file in sorted(Path(folder).iterdir())]
            made, _ = join(
                [BoundPart(str(number), sheets[number % 4], tables=False) for number in range(copies * 4)]
            )
            made.save(Path(folder) / "book.pdf", deterministic_id=True)
    else:
        _one_flow(galleys, copies)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _one_flow(galleys: list[object], copies: int) -> None:
    import weasyprint

    from tungbuoc.press.typeset import markup, rendering, sheet

    bodies = []
    for galley in galleys:
        order = _order(galley)
        html = markup.html(
            galley,
            order.format,
            order.formats_dir,
            **sheet.context(galley, sheet.first_draft(galley, order.format)),
        )  # type: ignore[attr-defined,arg-type]
        bodies.append(html.split("<body>")[1].split("</body>")[0])
    whole = "<html lang=vi><title>x</title><body>" + "".join(
        f'<div style="break-before:page">{body}</div>' for body in bodies * copies
    )
    styles = rendering._stylesheets(ROOT / "print/formats", ("lesson-sheet",), ROOT, ())
    page = weasyprint.HTML(string=whole, base_url=ROOT.as_uri() + "/")
    page.write_pdf(stylesheets=styles, font_config=rendering._fonts(), pdf_variant="pdf/ua-1", pdf_tags=True)


def _pages(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _imposition(galley: object) -> None:
    from tungbuoc.press.bind.impose import impose
    from tungbuoc.press.bind.structure import BoundPart, join
    from tungbuoc.press.typeset import rendering

    small = rendering.press(_order(galley, "booklet"))  # type: ignore[arg-type]
    made, _ = join([BoundPart(str(number), small) for number in range(40)])
    out = io.BytesIO()
    made.save(out)
    pages = _pages(out.getvalue())
    print(
        f"imposition: {pages / cpu(lambda: impose(out.getvalue(), 'Tập')):.0f} pages a CPU-second (target ≥ 1000)"
    )


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _make_book(sys.argv[1], int(sys.argv[2]))
    else:
        main()
