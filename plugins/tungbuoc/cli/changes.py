"""`tungbuoc diff`: what a change of lessons does to paper, page by page."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lesson.galley import Galley
from tungbuoc.press import pressing
from tungbuoc.press.plan import Plan
from tungbuoc.press.pressing import Printed
from tungbuoc.press.proof import changes
from tungbuoc.site.unbuilt import galleys
from tungbuoc.works.atomic import whole
from tungbuoc.works.progress import ProgressLine

_READ = ("docs", "print", "mkdocs.yml")


@click.command()
@click.argument("revision", metavar="[BẢN]", default="HEAD")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("proof/doi"),
    help="Thư mục để ghi ảnh.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    help="Chỉ so khuôn in này; gọi nhiều lần được. Mặc định mọi khuôn của một bài.",
)
def diff(revision: str, out: Path, formats: tuple[str, ...]) -> None:
    """So tờ in của các bài đã sửa với một bản trong git (mặc định bản đã lưu): ảnh trước, sau, và thêm bớt
    mấy tờ giấy."""
    root = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        _unpack(root, revision, base / "cu")
        old, new = (galleys(lint.read_project(place, today=today()), place) for place in (base / "cu", root))
        codes = sorted(code for code in old.keys() | new.keys() if old.get(code) != new.get(code))
        if not codes:
            click.echo("Không có bài nào đổi trên giấy.")
            return
        plan = Plan(formats=formats or None)
        before = _pressed(old, codes, base / "cu", base / "truoc", root, plan)
        after = _pressed(new, codes, root, base / "sau", root, plan)
        for name in sorted(before.keys() | after.keys()):
            _tell(before.get(name), after.get(name), base, root / out)


def _unpack(root: Path, revision: str, to: Path) -> None:
    """The files that a build reads, as they were at a revision."""
    asked = ["git", "-C", str(root), "archive", "--format=tar", revision, "--", *_READ]
    done = subprocess.run(asked, capture_output=True, check=False)
    if done.returncode:
        raise click.UsageError(f"Git không có bản «{revision}». Xem các bản bằng: git log --oneline")
    to.mkdir()
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(to, filter="data")


def _pressed(
    found: Mapping[str, Galley], codes: list[str], place: Path, out: Path, root: Path, plan: Plan
) -> dict[str, Printed]:
    """The handouts of the lessons that changed; pages that `make` pressed already are taken from its
    cache."""
    wanted = [found[code] for code in codes if code in found]
    if not wanted:
        return {}
    with ProgressLine("Đang in tờ để so") as progress:
        report = pressing.run(
            wanted,
            formats_dir=root / "print/formats",
            out_dir=out,
            cache_dir=root / ".cache/press",
            root=place,
            plan=plan,
            progress=progress,
        )
    for problem in report.problems:
        click.echo(f"  {problem}", err=True)
    return {one.path: one for one in report.handouts if one.format.per == "lesson" and one.code in codes}


def _tell(before: Printed | None, after: Printed | None, base: Path, out: Path) -> None:
    """One line for a handout that changed, and its pictures."""
    one = after or before
    assert one
    files = [
        base / where / one.path if there else None for where, there in (("truoc", before), ("sau", after))
    ]
    shown = []
    for page in changes.pages(*files):
        picture = out / f"{one.path.removesuffix('.pdf').replace('/', '-')}-{page.number}.png"
        with whole(picture) as temporary:
            page.picture.save(temporary, "PNG")
        shown.append(page.number)
    if shown:
        numbers = ", ".join(map(str, shown))
        click.echo(
            f"- {one.code} {one.title}, {one.label or one.format.label}: {_sheets(before, after)}, đổi trang"
            f" {numbers}"
        )


def _sheets(before: Printed | None, after: Printed | None) -> str:
    if before is None or after is None:
        return "tờ mới" if after else "không còn tờ này"
    more = after.sheets - before.sheets
    paper = f"{more:+d} tờ giấy" if more else "số tờ giấy không đổi"
    return f"{before.pages} → {after.pages} trang, {paper}".replace("-", "−")
