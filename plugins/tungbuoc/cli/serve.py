"""`tungbuoc serve`: the preview."""

from __future__ import annotations

import subprocess
import sys

import click


@click.command()
@click.option(
    "--addr", default="127.0.0.1:8000", show_default=True, help="Địa chỉ và cổng của trang xem thử."
)
@click.option("--open", "opened", is_flag=True, help="Mở luôn trình duyệt.")
def serve(addr: str, opened: bool) -> None:
    """Xem thử cả trang; sửa bài xong lưu lại là trang tự tải lại, lỗi hiện ngay trên đầu bài."""
    click.echo(f"Mở http://{addr} trong trình duyệt. Thôi xem thì bấm Ctrl+C.")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--quiet",
        "--dev-addr",
        addr,
        *(["--open"] if opened else []),
    ]
    try:
        code = subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        code = 0
    if code:
        raise click.ClickException(
            "Chưa xem thử được. Nếu báo «Address already in use», thử: tungbuoc serve --addr 127.0.0.1:8001"
        )
