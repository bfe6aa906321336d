"""`python -m bench.peers`: the same generated Markdown through other makers of PDFs, in one run.

mkdocs-with-pdf (one book, no codes, no drawings) and mkdocs-exporter (Chromium, a PDF a page, and all joined)
build 20 lessons; ours builds them with every sheet and the book, films and all else remembered. Then one
sheet: Typst sets the same words, drawings and codes, both in a warm process. Each peer has an environment of
its own below `.cache/peers`, made by pip when it is missing; one that cannot be made is told and left out.
No part of `make test` or `make bench`. BENCH_LESSONS sets the size.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "plugins")]

import courses  # noqa: E402 found by the path above
from build import Cost, run  # noqa: E402

SIZE = int(os.environ.get("BENCH_LESSONS", "20"))
ENVIRONMENTS = HERE.parent / ".cache/peers"
PACKAGES = {
    "mkdocs-with-pdf": ("mkdocs-with-pdf==0.9.3", "mkdocs-material>=9.7,<10", "mkdocs<2"),
    "mkdocs-exporter": ("mkdocs-exporter==6.2.0", "mkdocs-material>=9.7,<10", "mkdocs<2"),
    "typst": ("typst==0.15.2",),
}
PLUGINS = {
    "mkdocs-with-pdf": "plugins: [search, with-pdf]\n",
    "mkdocs-exporter": "plugins:\n  - search\n  - exporter:\n      formats:\n        pdf:\n"
    "          browser: {args: [--no-sandbox]}\n          aggregator: {enabled: true}\n",
}
BROWSER = """from playwright.async_api import BrowserType
_launch = BrowserType.launch
async def launch(self, **options):
    return await _launch(self, executable_path=%r, **options)
BrowserType.launch = launch
"""
"""A hook that has the exporter use the browser of this machine."""
TARGETS = {"mkdocs-with-pdf": 1.0, "mkdocs-exporter": 0.5, "typst": 4.0}


def main() -> None:
    """One table for a course, one line for a sheet."""
    with tempfile.TemporaryDirectory() as folder:
        courses.generated(Path(folder), SIZE)
        ours = _ours(Path(folder) / courses.OURS)
        print(f"{SIZE} lessons: site, a PDF of each and the book")
        print(f"  {'ours':18} {ours.cpu:7.1f} s CPU {ours.wall:7.1f} s {ours.memory:6.0f} MB", flush=True)
        for name in PLUGINS:
            if tools := _tools(name):
                _compare(name, ours, _peer(name, tools, Path(folder)))
        if tools := _tools("typst"):
            _sheet(tools, Path(folder))


def _compare(name: str, ours: Cost, theirs: Cost) -> None:
    ratio = ours.cpu / theirs.cpu
    told = "missed" if ratio > TARGETS[name] else "kept"
    print(f"  {name:18} {theirs.cpu:7.1f} s CPU {theirs.wall:7.1f} s {theirs.memory:6.0f} MB"
          f"   ours is {ratio:.2f} x of it ({told}: {TARGETS[name]:.1f})", flush=True)  # fmt: skip


def _ours(project: Path) -> Cost:
    """The whole build without what the press remembers."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    wanted = "  - tungbuoc/handouts: {formats: [lesson-sheet, lesson-book, course-book]}"
    config.write_text(text.replace("  - tungbuoc/handouts", wanted), encoding="utf-8")
    run(project, "mkdocs", "build", "-q")
    shutil.rmtree(project / ".cache/press")
    shutil.rmtree(project / "site")
    return run(project, "mkdocs", "build", "-q")


def _peer(name: str, tools: Path, folder: Path) -> Cost:
    project = folder / name
    shutil.copytree(folder / courses.PLAIN, project)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("plugins: [search]\n", PLUGINS[name])
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if name == "mkdocs-exporter" and browser:
        (project / "browser.py").write_text(BROWSER % browser, encoding="utf-8")
        text += "hooks: [browser.py]\n"
    config.write_text(text, encoding="utf-8")
    return run(project, "mkdocs", "build", "-q", tools=tools)


def _tools(name: str) -> Path | None:
    """The folder with the commands of a peer's environment; None, and told, when pip cannot make it."""
    place = ENVIRONMENTS / name
    tools = place / "bin"
    made = place / "made"
    if not made.exists():
        venv.create(place, with_pip=True, clear=True)
        done = subprocess.run(
            [tools / "pip", "install", "-q", *PACKAGES[name]], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"  {name}: left out, {done.stderr.strip().splitlines()[-1][:160]}")
            return None
        made.touch()
    return tools


def _sheet(tools: Path, folder: Path) -> None:
    """A lesson of six steps, warm: ours with its gate, and set by Typst."""
    from tests.press.galleys import lesson, order

    from tungbuoc.press import formats, making

    galley = lesson()
    wanted = order(galley, formats.load(HERE.parent / "print/formats").known["lesson-sheet"])
    ours = _warm(lambda: making.make(wanted))
    place = folder / "typst"
    place.mkdir()
    (place / "sheet.typ").write_text(_typst(galley, place), encoding="utf-8")
    script = (
        "import time, typst, json\ntook = []\nfor _ in range(6):\n"
        "    begin = time.process_time(); typst.compile('sheet.typ', output='sheet.pdf')\n"
        "    took.append(time.process_time() - begin)\nprint(json.dumps(min(took[1:])))"
    )
    done = subprocess.run(
        [tools / "python", "-c", script], cwd=place, capture_output=True, text=True, check=True
    )
    theirs = float(json.loads(done.stdout))
    told = "missed" if ours / theirs > TARGETS["typst"] else "kept"
    print(
        f"one sheet: ours with its gate {ours:.3f} s, Typst {theirs:.3f} s: {ours / theirs:.1f} x ({told}: {TARGETS['typst']})"
    )


def _warm(work: Callable[[], object]) -> float:
    took = []
    for _ in range(6):
        begin = time.process_time()
        work()
        took.append(time.process_time() - begin)
    return min(took[1:])


def _typst(galley: object, place: Path) -> str:
    """The same words, drawings and codes, plainly set."""
    from tungbuoc.permalink import qr

    said = ['#set page("a4", margin: 15mm)', '#set text(font: "Noto Sans", size: 12pt, lang: "vi")']
    said += [f"= {galley.title}"]  # type: ignore[attr-defined]
    for step in galley.steps:  # type: ignore[attr-defined]
        (place / f"{step.key}.svg").write_text(step.screens[0].svg, encoding="utf-8")
        (place / f"{step.key}.png").write_bytes(b64decode(qr.data_uri(step.payload).partition(",")[2]))
        words = step.html.replace("<p>", "").replace("</p>", "")
        said += [f"== {step.number}. {step.title}", f'#grid(columns: (1fr, 40mm, 25mm), [{words} {step.typed}], '
                 f'image("{step.key}.svg", height: 40mm), image("{step.key}.png", width: 25mm))']  # fmt: skip
    for part in galley.sections:  # type: ignore[attr-defined]
        said += [f"== {part.title}", *(f"- {item}" for item in part.items)]
    text = "\n\n".join(said)
    return text.replace("<strong>", "*").replace("</strong>", "*")


if __name__ == "__main__":
    main()
