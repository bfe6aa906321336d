"""Keys against the ledger and the host, addresses, and QR codes."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from tungbuoc.lesson.course import OldHost
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.scan import scan
from tungbuoc.permalink import ledger as book
from tungbuoc.permalink.address import DRAFT_URL, check_site, read_site
from tungbuoc.permalink.check import Known, check_host, check_keys
from tungbuoc.permalink.qr import data_uri, level, png

ROW = "2026-11-21,48217,issued,B2,Mở,,\n"


def _lesson(key: str = " {#48217}", code: str = "B2", path: str = "docs/a.md") -> Lesson:
    front = f"---\ncode: {code}\naudience: a\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2027-02-21\n---\n# T\n"
    return scan(f"{front}## Bước 1: Mở{key}\nBấm.\n", path).lesson


def _told(*lessons: Lesson, ledger: str = ROW) -> list[str]:
    return [str(problem) for problem in check_keys(lessons, Known(book.read(ledger)[0]))]


def test_a_key_where_it_belongs_is_well() -> None:
    assert _told(_lesson()) == []


def test_every_way_a_printed_promise_breaks() -> None:
    assert _told(_lesson(" {#48218}"), ledger="") == [
        "docs/a.md:9: Mã 48218 gõ sai: chữ số cuối không khớp. "
        "Xóa phần {#…} rồi chạy «tungbuoc fix»: máy trả lại mã cũ của bước, hoặc tạo mã mới. [K01]"
    ]
    assert _told(_lesson(), _lesson(code="B3", path="docs/b.md")) == [
        "docs/b.md:9: Mã 48217 đã dùng ở docs/a.md bước 1. Chạy «tungbuoc fix»: bản chép có mã của nó. [K02]"
    ]
    assert _told(_lesson(), ledger="") == [
        "docs/a.md:9: Mã 48217 chưa có trong sổ mã. Chạy «tungbuoc fix» để ghi sổ. [K03]"
    ]
    assert _told(ledger=ROW) == [
        "print/codes.csv:1: Mã 48217 đã in (bài B2, “Mở”) nay không còn ở bài nào. Mất nhầm thì lấy lại bước ấy từ bản trước, "
        "đúng «{#48217}»; bỏ hẳn thì chạy «tungbuoc retire 48217 --by MÃ-THAY». [K04]"
    ]
    assert _told(_lesson(), ledger=ROW + ROW.replace("issued", "retired")) == [
        "docs/a.md:9: Mã 48217 đã thôi dùng từ 2026-11-21. Chạy «tungbuoc fix»: bước có mã mới. "
        "Nếu thôi dùng nhầm thì chạy «tungbuoc retire --undo 48217». [K05]"
    ]
    assert _told(
        _lesson(), _lesson(" {#10019}", path="docs/b.md"), ledger=ROW + ROW.replace("48217", "10019")
    ) == [
        "docs/b.md:2: Mã bài B2 đã dùng ở docs/a.md. Chạy «tungbuoc fix»: bài này có mã bài mới (B3). [K08]"
    ]


def test_a_step_whose_own_code_the_ledger_knows_is_not_told_as_lost() -> None:
    assert _told(_lesson(key="")) == [], "fix gives it back; that the step has none is the grammar's to tell"


def test_a_step_that_may_be_the_lost_one_is_asked_about() -> None:
    told = _told(_lesson(key=""), ledger=ROW.replace("Mở", "Gõ tên"))
    assert told == [
        "docs/a.md:9: Bước 1 chưa có mã, mà mã đã in còn thiếu bước: 48217 (“Gõ tên”, bài B2). "
        "Là bước ấy thì viết «{#48217}» vào cuối tiêu đề này; bước ấy bỏ rồi thì chạy «tungbuoc retire 48217». [K10]",
    ]


def test_a_copied_lesson_is_told_as_that_and_not_key_by_key() -> None:
    assert _told(_lesson(), _lesson(path="docs/b.md")) == [
        "docs/b.md:2: Bài này và docs/a.md giống nhau cả mã bài B2 lẫn mã bước: một bài là bản chép. "
        "Ở bản chép, đổi dòng «code: B2» thành «code: B3», rồi chạy «tungbuoc fix». [K08]"
    ]
    copied = Known(book.read(ROW)[0], {"docs/b.md": _lesson(path="docs/b.md")})
    assert [str(problem) for problem in check_keys([_lesson(), _lesson(path="docs/b.md")], copied)] == [
        "docs/a.md:2: Mã bài B2 đã dùng ở docs/b.md. Chạy «tungbuoc fix»: bài này có mã bài mới (B3). [K08]"
    ], "the last commit has b alone: a is the copy, whatever its name"


def test_the_copy_is_told_even_when_it_comes_first() -> None:
    told = _told(_lesson(code="A1"), _lesson(path="docs/b.md"))
    assert [line.split(":")[0] for line in told] == ["docs/a.md"]


def test_a_retired_code_may_be_gone() -> None:
    assert _told(_lesson(key=""), ledger=ROW + ROW.replace("issued", "retired")) == []


def test_another_host_needs_its_keeper() -> None:
    ledger = book.read(ROW.replace(",,\n", ",,cu.vn\n"))[0]
    site = read_site("https://moi.vn")
    assert [problem.code for problem in check_host(site, ledger, ())] == ["K06"]
    assert check_host(site, ledger, [OldHost(host="cu.vn", kept_by="Tổ 3")]) == []
    assert check_host(read_site("https://cu.vn"), ledger, ()) == []
    assert check_host(read_site(""), ledger, ()) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://127.0.0.1:8000",
        "https://localhost/",
        "http://[::1]/",
        "https://a.example/",
        "https://x.test",
        "https://may.local",
        "https://192.168.1.2/",
        "https://mayban/",
    ],
)
def test_drafts(url: str) -> None:
    assert read_site(url).draft


@pytest.mark.parametrize("url", ["https://tungbuoc.vn", "https://ten.github.io/tungbuoc/"])
def test_public_sites(url: str) -> None:
    site = read_site(url)
    assert not site.draft
    assert check_site(site) == []


def test_what_is_printed_and_typed() -> None:
    site = read_site("https://tungbuoc.vn")
    assert (site.payload("48217"), site.typed("48217"), site.shown) == (
        "https://tungbuoc.vn/48217/",
        "tungbuoc.vn/48217",
        "tungbuoc.vn",
    )
    assert read_site("").url == DRAFT_URL


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://" + "a" * 24 + ".vn", []),
        ("https://" + "a" * 25 + ".vn", ["K07"]),
        ("http://tungbuoc.vn", ["K09"]),
        ("https://từngbước.vn", ["K09"]),
        ("https://a@b.vn", ["K09"]),
    ],
)
def test_addresses_that_may_not_be_printed(url: str, codes: list[str]) -> None:
    assert [problem.code for problem in check_site(read_site(url))] == codes


@pytest.mark.parametrize(("size", "wanted"), [(10, "Q"), (32, "Q"), (33, "M"), (42, "M")])
def test_level_by_length(size: int, wanted: str) -> None:
    assert level("x" * size) == wanted


def test_a_payload_too_long_for_paper_raises() -> None:
    with pytest.raises(ValueError, match="43 bytes"):
        level("x" * 43)


@pytest.mark.parametrize("payload", ["https://tungbuoc.vn/48217/", "https://" + "a" * 24 + ".vn/48217/"])
def test_a_code_is_small_one_bit_and_leads_to_its_own_address(payload: str) -> None:
    content = png(payload)
    image = Image.open(io.BytesIO(content))
    assert image.mode == "1"
    assert image.width == image.height <= 29 + 8
    assert len(content) < 1000
    assert png(payload) == content
    assert data_uri(payload).startswith("data:image/png;base64,")
    large = image.convert("L").resize((image.width * 8, image.height * 8), Image.Resampling.NEAREST)
    assert [found.text for found in zxingcpp.read_barcodes(large)] == [payload]
    assert image.crop((0, 0, image.width, 4)).getextrema() == (255, 255)
