"""`tungbuoc links`: whether the pages and videos outside that lessons lead to are still there. The only
command that asks the network; nothing else waits for it."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import click

from tungbuoc import lint
from tungbuoc.cli.day import today

_ADDRESS = re.compile(r"https://[^\s<>\"'`|\])}…“”]+")
_CODE = re.compile(r"^(`{3,}).*?^\1`*[ \t]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
"""What is shown as it is typed: drawn screens, examples."""
_VIDEO = ("www.youtube.com", "youtube.com", "youtu.be")
_PATIENCE = 20.0  # seconds for one answer
_AT_ONCE = 4
_GONE = (404, 410)
_ASK_AGAIN = (403, 405, 501)
"""Answers of servers that do not like to be asked for the head alone."""


@click.command()
def links() -> None:
    """Hỏi từng trang ngoài, từng video mà bài dẫn tới xem còn không. Cần mạng. Dán vào một phiếu việc được
    ngay."""
    project = lint.read_project(Path.cwd(), today=today())
    places = addresses({project.naming.real(path): text for path, text in project.files.items()})
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        told = dict(zip(places, pool.map(ask, places), strict=True))
    wrong = {address: why for address, why in told.items() if why}
    click.echo(f"## Trang ngoài, video không mở được: {len(wrong)} trong {len(places)}\n")
    for address, why in wrong.items():
        click.echo(f"- <{address}>: {why} Ở {', '.join(f'`{place}`' for place in places[address])}.")


def addresses(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Every `https:` address in the words of `docs/`, examples left out → the places that name it, as
    path:line."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, content in sorted(files.items()):
        if not path.endswith((".md", ".yml")) or "/" not in path:
            continue
        text = _CODE.sub(lambda code: "\n" * code[0].count("\n"), content.decode("utf-8", "replace"))
        for number, line in enumerate(text.split("\n"), 1):
            for match in _ADDRESS.finditer(line):
                address = match[0].rstrip(".,;:!?")
                if "." in urlsplit(address).netloc:
                    found[address].append(f"{path}:{number}")
    return dict(found)


def ask(address: str) -> str:
    """Empty when the page is there; else why not, one Vietnamese sentence. A video that was taken away has
    a page still, so its description is asked for."""
    wanted = address
    if urlsplit(address).netloc in _VIDEO and ("v=" in address or "youtu.be/" in address):
        wanted = f"https://www.youtube.com/oembed?format=json&url={quote(address, safe='')}"
    try:
        try:
            landed = _opened(wanted, "HEAD")
        except urllib.error.HTTPError as error:
            if error.code not in _ASK_AGAIN:
                raise
            landed = _opened(wanted, "GET")
    except urllib.error.HTTPError as error:
        return "Không còn." if error.code in _GONE else f"Máy chủ trả lời {error.code}."
    except (OSError, ValueError, http.client.HTTPException):
        return "Không hỏi được."
    was, now = urlsplit(wanted).netloc, urlsplit(landed).netloc
    return "" if was.removeprefix("www.") == now.removeprefix("www.") else f"Nay chuyển tới {now}."


def _opened(address: str, method: str) -> str:
    """The address where one ends up. Raises `OSError`, of which `HTTPError` is one."""
    request = urllib.request.Request(address, method=method, headers={"User-Agent": "Mozilla/5.0 tungbuoc"})
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        return str(answer.url)
