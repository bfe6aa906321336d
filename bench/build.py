"""The whole build against plain MkDocs, as ratios of CPU in one run, on generated courses of 20 and 100
lessons.

Prints for each size: plain `mkdocs build` of the same Markdown; ours cold; ours with nothing stale (and how
much of that is the press); ours after one lesson was touched. CPU seconds of the whole process tree, children
included.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZES = [int(size) for size in os.environ.get("BENCH_LESSONS", "20,100").split(",")]
WORDS = [
    "bấm",
    "nút",
    "mở",
    "máy",
    "chọn",
    "tên",
    "người",
    "nhà",
    "gõ",
    "mã",
    "số",
    "đọc",
    "chậm",
    "tin",
    "nhắn",
    "xem",
    "lại",
    "địa",
    "chỉ",
    "trang",
    "gọi",
    "hỏi",
]
PLAIN = "site_name: Plain\nsite_dir: site\ntheme: {name: material, language: vi, font: false}\nplugins: [search]\nmarkdown_extensions: [tables, pymdownx.superfences]\n"


def main() -> None:
    """One table for each size."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _measure(size, Path(folder))


def _measure(size: int, folder: Path) -> None:
    ours, plain = folder / "ours", folder / "plain"
    project(ours, size)
    plain.mkdir()
    shutil.copytree(ours / "docs", plain / "docs", ignore=shutil.ignore_patterns("*.yml"))
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    _cpu("mkdocs", "build", "-q", folder=plain)
    floor = min(_cpu("mkdocs", "build", "-q", folder=plain) for _ in range(3))
    cold = _cpu("mkdocs", "build", "-q", folder=ours)
    warm = min(_cpu("mkdocs", "build", "-q", folder=ours) for _ in range(3))
    bare = min(_cpu("mkdocs", "build", "-q", "-f", "bare.yml", folder=ours) for _ in range(3))
    lesson = ours / "docs/an-toan/bai-1.md"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("Bấm nút.", "Bấm nút này.", 1), encoding="utf-8"
    )
    touched = _cpu("mkdocs", "build", "-q", folder=ours)
    print(f"{size} lessons, six steps each (CPU s, and times plain mkdocs build)")
    rows = [("plain mkdocs build", floor), ("ours, everything stale", cold), ("ours, nothing stale", warm),
            ("  of that: the press and its page", warm - bare), ("ours, one lesson touched", touched)]  # fmt: skip
    for name, seconds in rows:
        print(f"  {name:36} {seconds:8.2f}  {seconds / floor:6.2f} x")


def project(folder: Path, size: int) -> None:
    """A course of `size` generated lessons with keys and ledger; `bare.yml` is the same without the press."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    shutil.copytree(
        ROOT / "print", folder / "print", ignore=shutil.ignore_patterns("codes.csv", "editions.csv")
    )
    (folder / "docs/an-toan").mkdir(parents=True)
    for name in ("nut.yml", "tu-moi.yml", "so-duoc-in.yml", "du-kien.yml", "tu-ngoai.yml"):
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    before, _, after = config.partition("  - tungbuoc/handouts:\n")
    after = after[after.index("\n\n") :]
    (folder / "mkdocs.yml").write_text(
        f"{before}  - tungbuoc/handouts: {{formats: [lesson-sheet]}}{after}", encoding="utf-8"
    )
    (folder / "bare.yml").write_text(before + after, encoding="utf-8")
    rng = random.Random(1)
    for number in range(1, size + 1):
        (folder / f"docs/an-toan/bai-{number}.md").write_text(_lesson(number, rng), encoding="utf-8")
    _run(["tungbuoc", "fix", "--yes"], folder)


def _lesson(number: int, rng: random.Random) -> str:
    said = lambda count: " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()  # noqa: E731
    steps = "".join(
        f"## Bước {step}: {said(4)}\n\nBấm nút. {said(8)}.\n\n```phone\ntitle: {said(2)}\nbody:\n"
        f"  - row: {said(2)}\n    icon: person\n  - button: {said(2)}\n    tap: true\n```\n\n"
        for step in range(1, 7)
    )
    letter, index = "EFBDA"[(number - 1) // 99], (number - 1) % 99 + 1
    return (
        f"---\ncode: {letter}{index}\naudience: mọi người\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2030-02-21\n---\n\n# {said(4)}\n\n"
        f"## Học xong, bác làm được\n\n- {said(6)}.\n\n## Chuẩn bị\n\n- Điện thoại.\n\n{steps}"
        f"## Làm thử\n\n{said(10)}.\n\n## Coi chừng\n\n{said(10)}.\n\n## Nếu không được\n\n- **{said(3)}** — {said(8)}.\n- **{said(3)}** — Hỏi con cháu.\n\n"
        f"## Nhớ ba điều\n\n- {said(5)}.\n- {said(5)}.\n- {said(5)}.\n\n## Tự kiểm\n\n"
        + "".join(
            f"### {said(5)}?\n\n- [x] {said(4)}. — {said(5)}.\n- [ ] {said(4)}. — {said(5)}.\n\n"
            for _ in range(3)
        )
        + "## Cho người hướng dẫn\n\n- 5 phút: Khởi động.\n- 15 phút: Làm mẫu.\n"
    )


def _cpu(*command: str, folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(list(command), folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: list[str], folder: Path) -> None:
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [str(tool), *command[1:]],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")


if __name__ == "__main__":
    main()
