"""`tungbuoc diff`: what a change of lessons does to paper, page by page; `tungbuoc preview`: that and the
site."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tungbuoc import lint
from tungbuoc.cli.day import today
from tungbuoc.lesson.galley import Galley
from tungbuoc.lesson.wording import Wording
from tungbuoc.press import pressing
from tungbuoc.press.plan import Plan
from tungbuoc.press.pressing import Printed
from tungbuoc.press.proof import changes
from tungbuoc.site.config import site_dir
from tungbuoc.site.unbuilt import galleys
from tungbuoc.web.render import environment
from tungbuoc.works import atomic
from tungbuoc.works.progress import ProgressLine

_READ = ("docs", "print", "mkdocs.yml")


_OUT = Path("proof/doi")
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class PaperChange:
    """One handout that is not what it was: told in a line, by how many sheets of paper, its pictures."""

    told: str
    more: int
    pictures: tuple[Path, ...]


@click.command()
@click.argument("revision", metavar="[BẢN]", default="HEAD")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=_OUT,
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
    _tell(_compared(Path.cwd(), revision, out, formats), out)


@click.command()
@click.argument("revision", metavar="[BẢN]", default="HEAD")
def preview(revision: str) -> None:
    """Dựng cả trang, rồi so tờ in với một bản trong git (mặc định bản đã lưu), như máy chủ làm khi có người
    xin ghép."""
    building = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    if subprocess.run(building, check=False).returncode:
        raise click.ClickException("Chưa dựng được trang. Sửa các lỗi ở trên rồi chạy lại.")
    click.echo(f"Trang xem thử: {os.path.relpath(site_dir(Path('mkdocs.yml')))}/index.html\n")
    _tell(_compared(Path.cwd(), revision, _OUT, ()), _OUT)


def _tell(changed: Sequence[PaperChange], out: Path) -> None:
    """All that changed and what it costs, and where the pictures are."""
    if not changed:
        click.echo("Không có bài nào đổi trên giấy.")
        return
    more = sum(one.more for one in changed)
    click.echo(f"{len(changed)} tờ in đổi, {_paper(more)}. Ảnh: {out / _INDEX}\n")
    for one in changed:
        click.echo(f"- {one.told}")


def _compared(root: Path, revision: str, out: Path, formats: tuple[str, ...]) -> list[PaperChange]:
    """Every handout of the lessons that changed since `revision`, its pictures and a page of all of them
    written below `out`."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        _unpack(root, revision, base / "cu")
        old, new = (galleys(lint.read_project(place, today=today()), place) for place in (base / "cu", root))
        codes = sorted(code for code in old.keys() | new.keys() if old.get(code) != new.get(code))
        if not codes:
            return []
        plan = Plan(formats=formats or None)
        before = _pressed(old, codes, base / "cu", base / "truoc", root, plan)
        after = _pressed(new, codes, root, base / "sau", root, plan)
        found = (
            _change(before.get(name), after.get(name), base, root / out)
            for name in sorted(before.keys() | after.keys())
        )
        changed = [one for one in found if one]
    if changed:
        page = environment(Wording()).get_template("changes.html").render(revision=revision, changed=changed)
        atomic.write(root / out / _INDEX, page)
    return changed


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


def _change(before: Printed | None, after: Printed | None, base: Path, out: Path) -> PaperChange | None:
    """A handout that changed, its pictures written; None for one that looks as it did."""
    one = after or before
    assert one
    files = [
        base / where / one.path if there else None for where, there in (("truoc", before), ("sau", after))
    ]
    pictures, numbers = [], []
    for page in changes.pages(*files):
        picture = out / f"{one.path.removesuffix('.pdf').replace('/', '-')}-{page.number}.png"
        with atomic.whole(picture) as temporary:
            page.picture.save(temporary, "PNG")
        pictures.append(picture)
        numbers.append(str(page.number))
    if not pictures:
        return None
    more = (after.sheets if after else 0) - (before.sheets if before else 0)
    what = f"{one.code} {one.title}, {one.label or one.format.label}"
    return PaperChange(
        f"{what}: {_sheets(before, after)}, đổi trang {', '.join(numbers)}", more, tuple(pictures)
    )


def _sheets(before: Printed | None, after: Printed | None) -> str:
    if before is None or after is None:
        return "tờ mới" if after else "không còn tờ này"
    return f"{before.pages} → {after.pages} trang, {_paper(after.sheets - before.sheets)}"


def _paper(more: int) -> str:
    return f"{more:+d} tờ giấy".replace("-", "−") if more else "số tờ giấy không đổi"
