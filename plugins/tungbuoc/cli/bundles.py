"""`tungbuoc editions`: every ward team's own copies of the handouts, a folder and a zip each."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import click

from tungbuoc.cli.paper import built, handouts, last_build
from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.config import load_config
from tungbuoc.lint.project import CONFIG
from tungbuoc.press import teams
from tungbuoc.press.bundles import BundlesMade, Work, plan_work, run
from tungbuoc.press.bundles.choice import Asked, choose_handouts, choose_teams
from tungbuoc.press.bundles.run import lacks_room, measure
from tungbuoc.project import options
from tungbuoc.web.downloads import told_size
from tungbuoc.works import pool
from tungbuoc.works.cluster import Cluster, ClusterError
from tungbuoc.works.progress import ProgressLine


@click.command()
@click.option(
    "--team",
    "names",
    multiple=True,
    help="Tên tổ, như trong danh sách. Ghi được nhiều lần; không ghi là mọi tổ.",
)
@click.option("--ward", "wards", multiple=True, help="Tên phường, xã ở cột ward: mọi tổ của nơi ấy.")
@click.option("--lessons", default="", help="Mã bài, cách nhau bằng dấu phẩy: B5,E1.")
@click.option("--formats", default="", help="Khuôn in, cách nhau bằng dấu phẩy: lesson-sheet,poster.")
@click.option("--pack", "packs", multiple=True, help="Tên gói trong mkdocs.yml.")
@click.option(
    "--list",
    "listing",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Danh sách tổ, khác print/teams.local.csv.",
)
@click.option(
    "--in", "folder", type=click.Path(file_okay=False, path_type=Path), help="Thư mục có các tệp PDF đã dựng."
)
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục để ghi bộ in của các tổ.",
)
@click.option("--workers", type=click.IntRange(1), help="Số tiến trình làm cùng lúc.")
@click.option(
    "--scheduler",
    help="Địa chỉ máy chia việc của Dask (tcp://…): làm trên nhiều máy cùng thấy thư mục --out.",
)
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ làm bao nhiêu, nặng bao nhiêu, lâu bao nhiêu.")
def editions(
    names: tuple[str, ...], wards: tuple[str, ...], lessons: str, formats: str, packs: tuple[str, ...],
    listing: Path | None, folder: Path | None, out: Path, workers: int | None, scheduler: str | None,
    dry_run: bool,
) -> None:  # fmt: skip
    """Đóng tên từng tổ lên các tờ đã dựng: mỗi tổ một thư mục, một tệp zip. Chạy lại thì chỉ làm phần còn
    thiếu."""
    root = Path.cwd()
    asked = Asked(names, wards, _split(lessons), _split(formats), packs)
    listed = _listed(root, listing)
    galleys, plan = last_build(root)
    chosen, strangers = choose_teams(asked, listed)
    sheets, others = choose_handouts(asked, handouts(root, galleys, plan), plan)
    if strangers or others:
        raise click.ClickException("\n".join([*strangers, *others]))
    work = plan_work(
        chosen,
        sheets,
        folder=root / folder if folder else built(root),
        out=out.absolute(),
        root=root,
        price=_price(root),
    )
    _foretell(work, out)
    if not dry_run:
        _make(work, out.absolute(), workers, Cluster(scheduler) if scheduler else pool.run)


def _listed(root: Path, listing: Path | None) -> dict[str, teams.Listed]:
    """The teams of the list; what is wrong with it is said, with row and column, and the good rows stay."""
    paths = [listing] if listing else [root / name for name in teams.FILES if (root / name).is_file()][:1]
    if not paths:
        raise click.ClickException(
            f"Chưa có danh sách tổ. Chép print/teams.csv thành {teams.FILES[0]} rồi ghi các tổ vào."
        )
    shown = os.path.relpath(paths[0], root)
    found, problems = teams.read([(shown, paths[0].read_bytes())])
    for problem in problems:
        click.echo(str(problem), err=True)
    if not found:
        raise click.ClickException(f"Không có tổ nào dùng được trong {shown}.")
    if any(not teams.is_sample(one.team.phone) for one in found.values()) and _tracked(paths[0]):
        click.echo(
            f"Coi chừng: {shown} có số điện thoại mà git đang giữ, đẩy lên là ai cũng đọc được. Chạy: git rm"
            f" --cached {shown}",
            err=True,
        )
    return found


def _tracked(file: Path) -> bool:
    try:
        done = subprocess.run(
            ["git", "ls-files", "--error-unmatch", file.name],
            cwd=file.absolute().parent,
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def _price(root: Path) -> int:
    file = root / CONFIG
    config = load_config(file.read_bytes() if file.is_file() else b"", os.environ)
    found = None if isinstance(config, Problem) else options.read(config)[0]
    return found.price if found else 0


def _foretell(work: Work, out: Path) -> None:
    """How much it will be; nothing is begun that the disk cannot hold."""
    if not work.bundles:
        raise click.ClickException("\n".join(work.told) or "Không có tờ nào để làm.")
    wanted = measure(work)
    each = len(work.bundles[0].sheets)
    click.echo(
        f"{len(work.bundles)} tổ × {each} tệp = {work.files} tệp PDF,"
        f" khoảng {told_size(wanted.bytes, Wording())}, {_told_time(wanted.seconds)}."
    )
    if lacks_room(out, wanted.bytes):
        raise click.ClickException(
            f"Ổ đĩa của {out} không đủ chỗ. Chọn ít bài hoặc ít tổ hơn, hoặc ghi ra ổ khác."
        )


def _make(work: Work, out: Path, workers: int | None, runner: pool.Runner) -> None:
    try:
        with ProgressLine("Đang đóng tên tổ", counted="tổ") as progress:
            done = run(work, out, workers=workers, progress=progress, runner=runner)
    except ClusterError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"Không ghi được vào {out}: {error.strerror or error}.") from error
    _say(done, out)


def _say(done: BundlesMade, out: Path) -> None:
    before = f", {done.whole} tổ đã đủ từ trước" if done.whole else ""
    click.echo(f"Xong {done.made} tổ ({done.files} tệp PDF){before}. Bộ in ở {out}: gửi tệp zip cho từng tổ.")
    if done.told:
        raise click.ClickException("\n".join(done.told))


def _split(said: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in said.split(",") if part.strip())


def _told_time(seconds: float) -> str:
    return f"khoảng {round(seconds / 60)} phút" if seconds >= 90 else f"khoảng {max(1, round(seconds))} giây"
