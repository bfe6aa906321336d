"""`tungbuoc usb`: the whole site as one folder for a USB stick, and a zip of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from tungbuoc.lesson.wording import Wording
from tungbuoc.lint.config import read_config
from tungbuoc.site.config import site_name
from tungbuoc.web.downloads import told_size
from tungbuoc.web.usb import FOLDER, bundle, find_faults, start_name


@click.command()
@click.option(
    "--to",
    "target",
    default="usb",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Thư mục để chép ra USB.",
)
def usb(target: Path) -> None:
    """Dựng cả bộ bài thành một thư mục và một tệp zip, mở được khi không có mạng."""
    site = target / FOLDER
    # What Makefiles say by the environment must not win over the command line.
    environment = {
        name: value for name, value in os.environ.items() if name not in ("SITE_DIR", "DIRECTORY_URLS")
    }
    places = ["--site-dir", str(site.absolute()), "--no-directory-urls"]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", *places],
        env=environment,
        check=False,
    )
    if done.returncode:
        raise click.ClickException("Chưa dựng được trang. Sửa các lỗi ở trên rồi chạy lại.")
    faults = find_faults(site)
    if faults:
        raise click.ClickException(
            f"Thư mục {site} chưa dùng được khi không có mạng ({len(faults)} chỗ):\n" + "\n".join(faults)
        )
    course = read_config(Path("mkdocs.yml"), os.environ)[0]
    words = course.words if course else Wording()
    packed = bundle(site, site_name(Path("mkdocs.yml")), words)
    told = "Đã xong: thư mục {target} (mở tệp {start}) và {packed} ({size})."
    size = told_size(packed.stat().st_size, words)
    click.echo(words.say(told, target=target, start=start_name(words), packed=packed, size=size))
    click.echo(words.say("Chép cả thư mục đó vào USB, hoặc gửi tệp zip."))
