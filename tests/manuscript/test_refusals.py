"""Documents that are broken, locked, hostile or secretive: each is told, and nothing of them reaches a
lesson."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.manuscript.documents import docx, image_relation, odt, p, picture, run, zipped
from tests.manuscript.habits import with_styles

from tungbuoc.manuscript.archive import LONGEST, UnreadableDocumentError
from tungbuoc.manuscript.arrival import read
from tungbuoc.manuscript.outline import outline

ENTITY = b'<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def _with_document_type(data: bytes, name: str, head: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped({**parts, name: head + parts[name]})


def _billion() -> bytes:
    lines = b"".join(b'<!ENTITY a%d "%s">' % (i + 1, b"&a%d;" % i * 10) for i in range(9))
    return b'<!DOCTYPE x [<!ENTITY a0 "ha">' + lines + b"]>"


def _locked() -> bytes:
    data = bytearray(zipped({"word/document.xml": b"x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"chao", "bai.docx", "không phải tệp Word"),
        (b"", "bai.docx", "không phải tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "bai.docx", "đặt mật khẩu, hoặc là .doc đời cũ"),
        (_locked(), "bai.docx", "đặt mật khẩu"),
        (b"PK" + b"\0" * (LONGEST + 1), "bai.docx", "nặng hơn 20 MB"),
        (zipped({"a.txt": b"x"}), "bai.docx", "không có văn bản Word"),
        (
            zipped({"word/document.xml": b"\0" * 70_000_000, "[Content_Types].xml": b"<a/>"}),
            "bai.docx",
            "bung ra hơn",
        ),
        (with_styles()[:-200], "bai.docx", "hỏng"),
        (zipped({"word/document.xml": b"<a", "[Content_Types].xml": b"<a/>"}), "bai.docx", "hỏng"),
        (zipped({"word/document.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}), "bai.docx", "hỏng"),
        (_with_document_type(with_styles(), "word/document.xml", ENTITY), "bai.docx", "DOCTYPE"),
        (_with_document_type(with_styles(), "word/styles.xml", _billion()), "bai.docx", "DOCTYPE"),
        (_with_document_type(odt("<text:p>a</text:p>"), "content.xml", ENTITY), "bai.odt", "DOCTYPE"),
        (docx(), "bai.docx", "trống"),
        (docx(p(" \t")), "bai.docx", "trống"),
        (odt(""), "bai.odt", "trống"),
        (b"\n \n", "", "trống"),
        (b"%PDF-1.7", "bai.pdf", "không đọc được ở đây"),
        (b"x", "bai.doc", "không đọc được ở đây"),
        (b"x", "bai.pages", "không đọc được ở đây"),
        ("Bài học".encode("utf-16"), "bai.txt", "UTF-16"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_bad_document_is_refused_with_a_reason(data: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=said):
        read(data, name)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({f"word/{i}.xml": b"\0" * 60_000_000 for i in range(3)})
    tracemalloc.start()
    with pytest.raises(UnreadableDocumentError, match="bung ra hơn"):
        read(bomb, "bai.docx")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20_000_000


def test_of_tracked_changes_the_accepted_text_is_taken_and_told() -> None:
    changed = (
        f'<w:p>{run("Bấm ")}<w:del w:id="1"><w:r><w:delText>Xóa</w:delText></w:r></w:del><w:ins w:id="2">{run("Lưu")}</w:ins>'
        f'<w:moveFrom w:id="3">{run(" chỗ cũ")}</w:moveFrom><w:moveTo w:id="4">{run(" chỗ mới")}</w:moveTo></w:p>'
    )
    text, notes = read(docx(p("Tên bài", "Title"), changed), "bai.docx")
    assert "Bấm Lưu chỗ mới" in text
    assert "Xóa" not in text
    assert notes == ["Văn bản còn 4 chỗ sửa chưa duyệt: máy lấy chữ đã sửa, bỏ chữ đã xóa."]


def test_comments_are_told_without_their_author_and_stay_out() -> None:
    said = f'<w:comment w:id="0" w:author="Người Góp Ý">{p("Nên gọi là bác.")}</w:comment>'
    text, notes = read(docx(p("Tên bài", "Title"), p("Chữ."), comments=said), "bai.docx")
    assert notes == ["Lời góp ý bên lề, không chép vào bài: «Nên gọi là bác.»."]
    assert "Nên gọi" not in text
    spaces = "<office:annotation><text:p>Nên gọi là bác.</text:p></office:annotation>"
    text, notes = read(odt(f"<text:p>Chữ.{spaces}</text:p>"), "bai.odt")
    assert notes == ["Lời góp ý bên lề, không chép vào bài: «Nên gọi là bác.»."]
    assert text == "Chữ.\n"


def test_macros_are_told_and_the_words_are_taken() -> None:
    text, notes = read(docx(p("Tên bài", "Title"), extra={"word/vbaProject.bin": b"x"}), "bai.docm")
    assert text == "# Tên bài\n"
    assert notes == ["Tệp có macro: máy chỉ lấy chữ, không chạy gì cả."]


def test_a_picture_stays_out_with_all_it_hides() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", exif=exif)
    data = docx(
        p("Tên bài", "Title"),
        picture("i"),
        extra={"word/media/a.jpeg": file.getvalue()},
        rels=image_relation("media/a.jpeg"),
    )
    text, notes = read(data, "bai.docx")
    assert notes == [
        "Hình 1 không chép vào bài: vẽ lại bằng khối phone ở chỗ có dòng «điền». Hình này giấu tọa độ nơi chụp."
    ]
    assert text == "# Tên bài\n\n![Màn hình](hinh-1)\n"


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "http://127.0.0.1:9/a.png", "../../../etc/hostname"]
)
def test_a_picture_that_lies_elsewhere_is_not_fetched(target: str) -> None:
    data = docx(p("Tên bài", "Title"), picture("i"), rels=image_relation(target, external=True))
    text, notes = read(data, "bai.docx")
    assert len(notes) == 1
    assert "hinh-1" in text


@given(st.binary(max_size=300), st.integers(0, 3000))
@settings(max_examples=60, deadline=None)
def test_no_damage_ends_in_a_traceback(noise: bytes, at: int) -> None:
    data = with_styles()
    for name in ("bai.docx", "bai.odt"):
        with suppress(UnreadableDocumentError):
            read(data[:at] + noise + data[at + len(noise) :], name)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_has_an_outline(text: str) -> None:
    outline(text)
