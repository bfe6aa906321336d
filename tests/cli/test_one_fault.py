"""A Word document in which one thing is wrong and everything else right: it is told, and either nothing is
written at all or the same lesson as without it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from tests.manuscript.documents import image_relation, p, picture, run, zipped
from tests.manuscript.habits import with_styles

from tungbuoc.cli import main

LESSON = "docs/an-toan/luu-so-nguoi-nha-vao-may.md"
BODY, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
Parts = dict[str, bytes]


def graft(change: Callable[[Parts], None]) -> bytes:
    """The document with one change to its parts."""
    with zipfile.ZipFile(io.BytesIO(with_styles())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = dict(parts)
    change(parts)
    assert parts != before
    return zipped(parts)


def replaced(name: str, old: str, new: str) -> Callable[[Parts], None]:
    """One stretch of a part is another."""

    def change(parts: Parts) -> None:
        text = parts[name].decode()
        assert old in text
        parts[name] = text.replace(old, new, 1).encode()

    return change


def added(name: str, content: bytes) -> Callable[[Parts], None]:
    """One part more."""
    return lambda parts: parts.__setitem__(name, content)


def emptied(parts: Parts) -> None:
    """All its words are gone."""
    parts[BODY] = re.sub(r"<w:p>.*</w:p>", "<w:p/>", parts[BODY].decode()).encode()


def heavy() -> bytes:
    """With a photograph of 50 MB, which no zip makes smaller."""
    file = io.BytesIO(with_styles())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/a.jpeg", bytes(50_000_000))
    return file.getvalue()


def with_picture(parts: Parts) -> None:
    """A photograph that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", exif=exif)
    parts["word/media/a.jpeg"] = file.getvalue()
    replaced(RELATIONS, "</Relationships>", image_relation("media/a.jpeg") + "</Relationships>")(parts)
    replaced(BODY, p("Làm thử", "H1"), picture("i") + p("Làm thử", "H1"))(parts)


TRIED = p("Tối nay bác lưu thêm một số của người nhà.")
TRACKED = (
    f'<w:p>{run("Tối nay bác ")}<w:del w:id="1"><w:r><w:delText>gọi cho</w:delText></w:r></w:del>'
    f'<w:ins w:id="2">{run("lưu thêm một số của")}</w:ins>{run(" người nhà.")}</w:p>'
)
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:comment w:id="0" w:author="Người Góp Ý">{p("Nên gọi là bác.")}</w:comment></w:comments>'
).encode()
END = "</w:body>"


def _call(project: Path, data: bytes, name: str = "bai.docx") -> tuple[int, str]:
    (project / name).write_bytes(data)
    done = CliRunner().invoke(main, ["new", "--topic", "E", "--from", name])
    assert "Traceback" not in done.output
    return done.exit_code, done.output


def _lesson(project: Path) -> str:
    """The lesson without what is drawn by lot."""
    return re.sub(r"\{#\d{5}\}", "{#}", (project / LESSON).read_text("utf-8"))


@pytest.fixture
def perfect(project: Path) -> str:
    """What the document becomes when nothing is wrong; the project is left as it was."""
    ledger = (project / "print/codes.csv").read_bytes()
    code, said = _call(project, with_styles())
    assert code == 0, said
    made = _lesson(project)
    (project / LESSON).unlink()
    (project / "print/codes.csv").write_bytes(ledger)
    return made


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n" + with_styles(), "không phải tệp Word", id="no docx"),
        pytest.param(lambda: with_styles()[:-200], "hỏng", id="cut off"),
        pytest.param(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + with_styles(), "mật khẩu", id="locked"),
        pytest.param(heavy, "nặng hơn 20 MB", id="50 MB"),
        pytest.param(lambda: graft(emptied), "trống", id="empty"),
    ],
)
def test_refused_and_nothing_is_written(project: Path, data: Callable[[], bytes], said: str) -> None:
    (project / "bai.docx").write_bytes(b"")
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    code, told = _call(project, data())
    assert code == 2
    assert said in told
    assert "Chưa ghi gì." in told
    (project / "bai.docx").write_bytes(b"")
    assert {file: file.read_bytes() for file in project.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(added("word/vbaProject.bin", b"x"), "Tệp có macro: máy chỉ lấy chữ", id="macros"),
        pytest.param(replaced(BODY, TRIED, TRACKED), "còn 2 chỗ sửa chưa duyệt", id="tracked changes"),
        pytest.param(added("word/comments.xml", COMMENTS), "«Nên gọi là bác.»", id="comments"),
    ],
)
def test_told_and_the_same_lesson(
    project: Path, perfect: str, change: Callable[[Parts], None], said: str
) -> None:
    code, told = _call(project, graft(change))
    assert code == 0, told
    assert said in told
    assert "Người Góp Ý" not in told
    assert _lesson(project) == perfect


def test_a_photograph_stays_out_and_what_it_hides_is_told(project: Path, perfect: str) -> None:
    code, told = _call(project, graft(with_picture))
    assert code == 0, told
    assert "Hình này giấu tọa độ nơi chụp" in told
    more = set(_lesson(project).splitlines()) - set(perfect.splitlines())
    assert not [line for line in more if "data:" in line or "media" in line]
    assert not [file for file in project.rglob("*") if file.suffix in (".jpeg", ".jpg", ".png")]


def test_of_two_titles_the_second_is_told_and_the_rest_is_as_it_was(project: Path, perfect: str) -> None:
    code, told = _call(project, graft(replaced(BODY, END, p("Bài thứ hai", "Title") + END)))
    assert code == 0, told
    assert "Văn bản có hai tên bài: máy lấy «Lưu số người nhà vào máy»" in told
    made = _lesson(project)
    assert made.count("\n# ") == 1
    assert made.startswith(perfect.rstrip("\n"))
    assert "«Bài thứ hai»" in CliRunner().invoke(main, ["check", LESSON]).output


def _with_link(parts: Parts) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="l" Type="{kind}" Target="javascript:alert(1)" TargetMode="External"/>'
    replaced(RELATIONS, "</Relationships>", link + "</Relationships>")(parts)
    linked = f'<w:p><w:hyperlink r:id="l">{run("Bấm vào đây")}</w:hyperlink></w:p>'
    replaced(BODY, TRIED, linked)(parts)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(replaced(BODY, TRIED, p("Gọi anh Ba, số 0912 345 678.")), "R01", id="a number"),
        pytest.param(replaced(BODY, TRIED, p("Xem http://vi-du.vn/a.")), "R03", id="a page"),
    ],
)
def test_what_is_taken_passes_the_same_guards(
    project: Path, change: Callable[[Parts], None], told: str
) -> None:
    code, said = _call(project, graft(change))
    assert code == 0, said
    (line,) = (line for line in said.splitlines() if told in line)
    assert " lỗi " in line


def test_of_a_link_that_runs_something_only_the_words_are_taken(project: Path) -> None:
    code, said = _call(project, graft(_with_link))
    assert code == 0, said
    assert "Bấm vào đây\n" in _lesson(project)
    assert "javascript" not in _lesson(project)
