"""`tungbuoc init`: a small whole course to begin with, its codes minted and logged, ready to build."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from random import SystemRandom

import click
from jinja2 import Environment, StrictUndefined

from tungbuoc import lint
from tungbuoc.cli.asking import Given, ask
from tungbuoc.cli.day import today
from tungbuoc.lesson.slugs import slugify
from tungbuoc.permalink import ledger
from tungbuoc.permalink.address import check_site, read_site
from tungbuoc.press import engine
from tungbuoc.works.atomic import write

STARTER = Path(__file__).resolve().parent.parent / "starter"
_DOTTED = re.compile(r"^(?=gitignore$|gitattributes$|github/)")
"""What a folder of ours keeps without the dot, so that no tool of ours takes it for its own."""
_LESSONS = "docs/bai"
"""Where the starter keeps its lessons; they go into the folder of the first topic."""
_REVIEW_AFTER = 90
_ICONS = ("phone", "people", "book", "health", "money", "globe")
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._-]+)*/")


@dataclass(frozen=True, slots=True)
class Beginning:
    """A topic as the new `mkdocs.yml` gets it."""

    folder: str
    letter: str
    title: str
    icon: str

    @property
    def errand(self) -> str:
        """What readers come for, by code, as YAML; the first topic holds the two lessons of the starter."""
        said = (
            {"A1": "Gọi cho người nhà", "A2": "lưu số máy"}
            if self.letter == "A"
            else {f"{self.letter}1": self.title}
        )
        return json.dumps(said, ensure_ascii=False)


@dataclass(frozen=True)
class _Answers:
    """The answers, by the names that the starter's files use."""

    site_name: str
    site_url: str
    reader: str
    people: str
    team: str
    topics: tuple[Beginning, ...]


@click.command()
@click.argument("folder", metavar="TÊN", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Tên bộ bài, hiện trên mọi trang và tờ in; mặc định lấy từ TÊN.")
@click.option(
    "--host", help="Địa chỉ trang, như https://xa-mau.vn/; mặc định để trống, tờ in mang chữ BẢN NHÁP."
)
@click.option("--reader", help="Gọi người học là gì: bác, cô chú, bạn, bà con …; mặc định là bạn.")
@click.option("--people", help="Gọi chung mọi người học là gì: bà con, các em …; mặc định là bà con.")
@click.option("--team", help="Ai giúp, ai dạy, như «Nhóm bạn»; mặc định là người hướng dẫn.")
@click.option("--topics", help="Các chủ đề, cách nhau bằng dấu phẩy; mặc định là «Bắt đầu».")
@click.option("--yes", is_flag=True, help="Không hỏi gì, mục nào chưa ghi thì lấy mặc định.")
def init(
    folder: Path,
    name: str | None,
    host: str | None,
    reader: str | None,
    people: str | None,
    team: str | None,
    topics: str | None,
    yes: bool,
) -> None:
    """Bắt đầu một bộ bài mới trong thư mục TÊN: hai bài mẫu, mkdocs.yml có lời giải thích, sổ mã. Không đè
    lên tệp có sẵn."""
    root = folder.absolute()
    if root.is_dir() and any(entry.name != ".git" for entry in root.iterdir()):
        raise click.ClickException(f"Thư mục {folder} đã có tệp. Chọn một tên khác, hoặc một thư mục trống.")
    silent = yes or not sys.stdin.isatty()
    default = root.name.replace("-", " ").replace("_", " ").strip().capitalize() or "Bộ bài"
    said = _Answers(
        _answer(
            name, silent, f"Tên bộ bài (bấm Enter là {default})?", lambda text: text or default, "--name"
        ),
        _answer(
            host, silent, "Địa chỉ trang, như https://xa-mau.vn/ (bấm Enter nếu chưa có)?", _host, "--host"
        ),
        _answer(reader, silent, "Gọi người học là gì (bấm Enter là bạn)?", _reader, "--reader"),
        _answer(people, silent, "Gọi chung mọi người học là gì (bấm Enter là bà con)?", _people, "--people"),
        _answer(team, silent, "Ai giúp, ai dạy (bấm Enter là người hướng dẫn)?", _team, "--team"),
        _answer(
            topics, silent, "Các chủ đề, cách nhau bằng dấu phẩy (bấm Enter là Bắt đầu)?", _topics, "--topics"
        ),
    )
    files = _files(said)
    for path, content in files.items():
        write(root / path, content)
    _mint(root)
    click.echo(
        f"Đã có bộ bài trong {folder}: {len(files)} tệp, hai bài mẫu trong docs/{said.topics[0].folder}/."
    )
    click.echo(
        f"Tiếp theo:\n  cd {folder}\n  python -m tungbuoc check\n  python -m mkdocs build\nMọi lệnh khác ghi"
        " trong README.md."
    )


def _answer(
    given: str | None, silent: bool, question: str, read: Callable[[str], Given], option: str
) -> Given:
    """What stands in the command, else what somebody answers, else the default, which `read` makes of
    nothing."""
    if given is None and not silent:
        return ask(question, read, otherwise=f"Ghi luôn trong lệnh: {option}, hoặc thêm --yes.")
    try:
        return read((given or "").strip())
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _host(said: str) -> str:
    if not said:
        return ""
    site = read_site(said if "://" in said else f"https://{said}")
    if not _ADDRESS.fullmatch(site.url):
        raise ValueError(
            f"Địa chỉ «{said}» không dùng được. Viết dạng «https://ten-mien.vn/», chữ không dấu."
        )
    if problems := check_site(site):
        raise ValueError(f"{problems[0].text} {problems[0].fix}")
    return site.url


def _reader(said: str) -> str:
    word = said.lower() or "bạn"
    if len(word) > 20 or not word.replace(" ", "").isalpha():
        raise ValueError("Ghi một hai chữ để gọi người học, như «bác», «cô chú», «bạn».")
    return word


def _people(said: str) -> str:
    return _words(said or "bà con", "Ghi vài chữ để gọi chung người học, như «bà con», «các em».")


def _team(said: str) -> str:
    return _words(said or "người hướng dẫn", "Ghi vài chữ gọi người giúp, như «Nhóm bạn», «người hướng dẫn».")


def _words(said: str, wanted: str) -> str:
    if len(said) > 40 or not re.fullmatch(r"[^\W_]+(?:[ -][^\W_]+)*", said):
        raise ValueError(wanted)
    return said


def _topics(said: str) -> tuple[Beginning, ...]:
    titles = [title.strip() for title in (said or "Bắt đầu").split(",") if title.strip()]
    folders = [slugify(title) for title in titles]
    if not all(folders) or len(set(folders)) < len(folders) or len(titles) > 26:
        raise ValueError("Mỗi chủ đề một tên khác nhau, có chữ, nhiều nhất 26 chủ đề: «Bắt đầu, Sức khỏe».")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return tuple(
        Beginning(folder, letters[i], title, _ICONS[i % len(_ICONS)])
        for i, (folder, title) in enumerate(zip(folders, titles, strict=True))
    )


def _files(said: _Answers) -> dict[str, str]:
    """Every file of the new course by its path."""
    day = today()
    # `{#` is a code in a lesson, no comment.
    maker = Environment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        comment_start_string="[[#",
        comment_end_string="#]]",
    )
    maker.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    more = {
        "today": day,
        "review": day + dt.timedelta(days=_REVIEW_AFTER),
        "version": version("tungbuoc"),
        "install": engine.INSTALL["linux"],
    }
    made = {}
    for file in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        name = file.relative_to(STARTER).as_posix()
        name = _DOTTED.sub(".", name).replace(f"{_LESSONS}/", f"docs/{said.topics[0].folder}/")
        made[name] = maker.from_string(file.read_text(encoding="utf-8")).render(vars(said), **more)
    return {**made, ledger.PATH: ledger.HEADER}


def _mint(root: Path) -> None:
    """Give every step its code, logged in the ledger."""
    mended = lint.fix(lint.read_project(root, today=today()), rng=SystemRandom())
    for path in sorted(mended.files, key=lambda path: path != ledger.PATH):
        write(root / path, mended.files[path])
