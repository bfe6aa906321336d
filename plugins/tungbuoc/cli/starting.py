"""`tungbuoc init`: a small whole course to begin with, its codes minted and logged, ready to build."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from random import SystemRandom
from typing import get_args

import click
from jinja2 import Environment, StrictUndefined

from tungbuoc import lint
from tungbuoc.cli.asking import Given, ask
from tungbuoc.cli.day import today
from tungbuoc.lesson.slugs import slugify
from tungbuoc.lesson.wording import Language, Wording
from tungbuoc.permalink import ledger
from tungbuoc.permalink.address import check_site, read_site
from tungbuoc.press import engine
from tungbuoc.works.atomic import write

STARTER = Path(__file__).resolve().parent.parent / "starter"
_DOTTED = re.compile(r"^(?=gitignore$|gitattributes$|github/)")
"""What a folder of ours keeps without the dot, so that no tool of ours takes it for its own."""
_LESSONS = "docs/topic"
"""Where the starter keeps its lessons; they go into the folder of the first topic."""
_IN_WHICH = "Bộ bài tiếng gì: vi (tiếng Việt) hay en (English)? (Enter: vi)"
_REVIEW_AFTER = 90
_ICONS = ("phone", "people", "book", "health", "money", "globe")
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._-]+)*/")


@dataclass(frozen=True, slots=True)
class Beginning:
    """A topic as the new `mkdocs.yml` gets it; `errand` is what readers come for, by code, as YAML."""

    folder: str
    letter: str
    title: str
    icon: str
    errand: str


@dataclass(frozen=True)
class _Answers:
    """The answers, by the names that the starter's files use."""

    language: Language
    site_name: str
    site_url: str
    reader: str
    people: str
    team: str
    topics: tuple[Beginning, ...]


@click.command()
@click.argument("folder", metavar="TÊN", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language", type=click.Choice(get_args(Language)), help="Tiếng của bộ bài: vi hay en; mặc định là vi."
)
@click.option("--name", help="Tên bộ bài, hiện trên mọi trang và tờ in; mặc định lấy từ TÊN.")
@click.option(
    "--host", help="Địa chỉ trang, như https://xa-mau.vn/; mặc định để trống, tờ in mang chữ BẢN NHÁP."
)
@click.option("--reader", help="Gọi người học là gì: bác, cô chú, bạn, bà con …; mặc định là bạn.")
@click.option("--people", help="Gọi chung mọi người học là gì: bà con, các em …; mặc định là bà con.")
@click.option("--team", help="Ai giúp, ai dạy, như «Nhóm bạn»; mặc định là người hướng dẫn.")
@click.option("--topics", help="Các chủ đề, cách nhau bằng dấu phẩy; mặc định là «Bắt đầu».")
@click.option("--yes", is_flag=True, help="Không hỏi gì, mục nào chưa ghi thì lấy mặc định.")
def init(folder: Path, language: Language | None, yes: bool, **given: str | None) -> None:
    """Bắt đầu một bộ bài mới trong thư mục TÊN: hai bài mẫu, mkdocs.yml có lời giải thích, sổ mã. Không đè
    lên tệp có sẵn."""
    root = folder.absolute()
    if root.is_dir() and any(entry.name != ".git" for entry in root.iterdir()):
        raise click.ClickException(f"Thư mục {folder} đã có tệp. Chọn một tên khác, hoặc một thư mục trống.")
    silent = yes or not sys.stdin.isatty()
    spoken = _answer(language, silent, _IN_WHICH, _language, "--language")
    words = Wording(language=spoken)
    said = _asked(root, words, silent, given)
    files = _files(said)
    for path, content in files.items():
        write(root / path, content)
    _mint(root)
    at = f"docs/{said.topics[0].folder}/"
    sentence = "Đã có bộ bài trong {folder}: {count} tệp, hai bài mẫu trong {at}."
    click.echo(words.say(sentence, folder=folder, count=len(files), at=at))
    steps = f"\n  cd {folder}\n  python -m tungbuoc check\n  python -m mkdocs build\n"
    click.echo(words.say("Tiếp theo:{steps}Mọi lệnh khác ghi trong README.md.", steps=steps))


def _asked(root: Path, words: Wording, silent: bool, given: Mapping[str, str | None]) -> _Answers:
    """Everything else that is asked, in the language of the new course."""
    say = words.say
    plain = root.name.replace("-", " ").replace("_", " ").strip().capitalize()
    name = plain or say("Bộ bài")

    def answer(option: str, question: str, read: Callable[[str], Given]) -> Given:
        return _answer(given[option], silent, question, read, f"--{option}")

    return _Answers(
        words.language,
        answer("name", say("Tên bộ bài (bấm Enter là {name})?", name=name), lambda text: text or name),
        answer("host", say("Địa chỉ trang, như https://xa-mau.vn/ (bấm Enter nếu chưa có)?"), _host),
        # English has one word for who reads.
        answer("reader", "Gọi người học là gì (bấm Enter là bạn)?", _reader)
        if words.language == "vi"
        else "",
        answer(
            "people",
            say("Gọi chung mọi người học là gì (bấm Enter là {people})?"),
            lambda text: _words(text or words.people, say("Ghi vài chữ, như «bà con», «các em».")),
        ),
        answer(
            "team",
            say("Ai giúp, ai dạy (bấm Enter là {team})?"),
            lambda text: _words(text or words.team, say("Ghi vài chữ, như «Nhóm bạn», «người hướng dẫn».")),
        ),
        answer(
            "topics",
            say("Các chủ đề, cách nhau bằng dấu phẩy (bấm Enter là Bắt đầu)?"),
            partial(_topics, words),
        ),
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


def _language(said: str) -> Language:
    found: Language | None = next((known for known in get_args(Language) if known == (said or "vi")), None)
    if found is None:
        raise ValueError("Gõ vi (tiếng Việt) hay en (English).")
    return found


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


def _words(said: str, wanted: str) -> str:
    if len(said) > 40 or not re.fullmatch(r"[^\W_]+(?:[ -][^\W_]+)*", said):
        raise ValueError(wanted)
    return said


def _topics(words: Wording, said: str) -> tuple[Beginning, ...]:
    titles = [title.strip() for title in (said or words.say("Bắt đầu")).split(",") if title.strip()]
    folders = [slugify(title) for title in titles]
    if not all(folders) or len(set(folders)) < len(folders) or len(titles) > 26:
        raise ValueError(
            words.say("Mỗi chủ đề một tên khác nhau, có chữ, nhiều nhất 26 chủ đề: «Bắt đầu, Sức khỏe».")
        )
    first = {"A1": words.say("Gọi cho người nhà"), "A2": words.say("lưu số máy")}
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return tuple(
        Beginning(
            folder,
            letters[i],
            title,
            _ICONS[i % len(_ICONS)],
            # The first topic holds the two lessons of the starter.
            json.dumps(first if i == 0 else {f"{letters[i]}1": title}, ensure_ascii=False),
        )
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
    for folder in (STARTER / "shared", STARTER / said.language):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            template = maker.from_string(file.read_text(encoding="utf-8"))
            made[_named(file.relative_to(folder), said)] = template.render(vars(said), **more)
    return {**made, ledger.PATH: ledger.HEADER}


def _named(path: Path, said: _Answers) -> str:
    """Where a file of the starter goes."""
    return _DOTTED.sub(".", path.as_posix()).replace(f"{_LESSONS}/", f"docs/{said.topics[0].folder}/")


def _mint(root: Path) -> None:
    """Give every step its code, logged in the ledger."""
    mended = lint.fix(lint.read_project(root, today=today()), rng=SystemRandom())
    for path in sorted(mended.files, key=lambda path: path != ledger.PATH):
        write(root / path, mended.files[path])
