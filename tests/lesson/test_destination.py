"""Where an address leads: what hides it is refused, plain addresses are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tungbuoc.lesson.destination import SHORTENERS, called, misnamed, refuse
from tungbuoc.lesson.video import Refused, Video, read_video

PLAIN = [
    "https://vneid.gov.vn", "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html?x=1&y=2#z", "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://vi.wikipedia.org/wiki/Việt_Nam", "https://creativecommons.org/licenses/by/4.0/deed.vi", "tel:156", "sms:5656?body=LD%20",
    "../an-toan/dung-lai.md#56613", "#48217", "", "https://zalo.me/pc",
]  # fmt: skip
HIDING = [
    "https://vneid.gov.vn@dang-nhap.example/", "https://vneid.gov.vn%40a@xau.vn/", "https://vneid.gov.vn:443@xau.vn", "https://xau.vn:8443/",
    "https://xau.vn\\@vneid.gov.vn/", "https:\\\\xau.vn", "\\\\xau.vn", "https://xn--vned-1sa.gov.vn/", "https://vnеid.gov.vn/", "https://ｖneid.gov.vn",
    "https://1.2.3.4/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://[bad", "https://localhost/a", "https:///xau.vn", "https:xau.vn",
    "https://vneid.gov.vn.xau.com/", "https://vneid-gov-vn.com/", "https://govvn.net", "https://bit.ly/3xYzAbC", "https://www.bit.ly/a", "https://BIT.LY/a",
    "https://m.shorturl.at/x", "https://linktr.ee/a", "https://www.youtube.com/redirect?q=x", "https://youtube.com/attribution_link?a=b",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fxau.vn", "https://www.google.com/url?q=https://xau.vn", "https://vneid.gov.vn/login?next=https://xau.vn",
    "https://vneid.gov.vn/login?next=%2F%2Fxau.vn", "https://vneid.gov.vn/?r=https%253A%252F%252Fxau.vn", "https://web.archive.org/web/1/https://xau.vn/",
    "https://vneid-gov-vn.translate.goog/", "https://vneid.gov.vn\u200b.xau.vn", "https://vneid.gov.vn/\u202egpj.exe", "//bit.ly/a", "//a@xau.vn",
    "https&#58;//a@xau.vn", "https://a&#64;xau.vn",
]  # fmt: skip


@pytest.mark.parametrize("address", PLAIN)
def test_plain_addresses_are_taken(address: str) -> None:
    assert refuse(address) is None


@pytest.mark.parametrize("address", HIDING)
def test_addresses_that_hide_where_they_lead_are_refused(address: str) -> None:
    assert refuse(address)
    assert isinstance(
        read_video(address.replace("//bit", "https://bit"), ["vneid.gov.vn", "www.youtube.com"]), Refused
    )


@given(st.from_regex(r"[a-z.%:]{1,20}", fullmatch=True), st.sampled_from(["xau.vn", "vneid.gov.vn"]))
def test_whatever_stands_before_an_at_sign_is_refused(user: str, host: str) -> None:
    assert refuse(f"https://{user}@{host}/")


@given(st.text(max_size=60))
def test_any_text_is_judged_without_raising(text: str) -> None:
    for address in (text, f"https://{text}", f"tel:{text}", f"https://zalo.me/{text}"):
        refuse(address)
        called(address)
        misnamed(text, address)


@pytest.mark.parametrize("host", sorted(SHORTENERS))
def test_no_shortener_is_a_video(host: str) -> None:
    assert isinstance(read_video(f"https://{host}/abc", [host]), Refused)


@pytest.mark.parametrize(
    ("words", "address", "named"),
    [
        ("vneid.gov.vn", "https://vneid.gov.vn/a", ""),
        ("www.vneid.gov.vn", "https://vneid.gov.vn/a", ""),
        ("https://vneid.gov.vn/", "https://www.vneid.gov.vn/", ""),
        ("trang vneid.gov.vn", "https://xac-thuc.vneid.gov.vn/", ""),
        ("trang VNeID", "https://vneid.gov.vn/", ""),
        ("dich-vu-….com", "https://vneid.gov.vn/", ""),
        ("bài dung-lai.md", "dung-lai.md", ""),
        ("vneid.gov.vn", "https://xau.com/", "vneid.gov.vn"),
        ("**vneid.gov.vn**", "https://vneid.gov.vn.xau.com/", "vneid.gov.vn"),
        ("VNEID.GOV.VN", "https://vneid-gov.vn/", "VNEID.GOV.VN"),
        ("ｖneid.gov.vn", "https://xau.com/", "vneid.gov.vn"),
        ("vneid\u200b.gov.vn", "https://xau.com/", "vneid.gov.vn"),
        ("xac-thuc.vneid.gov.vn", "https://vneid.gov.vn/", "xac-thuc.vneid.gov.vn"),
        ("vneid.gov.vn", "../vneid/cai-dat.md", "vneid.gov.vn"),
        ("vietcombank.com.vn", "tel:156", "vietcombank.com.vn"),
    ],
)
def test_words_name_the_site_they_lead_to(words: str, address: str, named: str) -> None:
    assert misnamed(words, address) == named


@pytest.mark.parametrize(
    ("address", "digits"),
    [
        ("tel:156", "156"), ("tel:+84 912-345-678", "84912345678"), ("TEL:0912%20345%20678", "0912345678"), ("sms:5656?body=LD%2012345", "5656"),
        ("tel:０９１２３４５６７８", "0912345678"), ("tel:nguoi-la", "nguoi-la"), ("https://zalo.me/0912345678", "0912345678"), ("https://zalo.me/pc", ""),
        ("https://www.zalo.me/84912345678/", "84912345678"), ("https://chat.zalo.me/?phone=0912345678", "0912345678"), ("https://zalo.me/g/abcdef123", ""),
        ("https://wa.me/84912345678", "84912345678"), ("https://api.whatsapp.com/send?phone=84912345678", "84912345678"), ("https://vneid.gov.vn/12345", ""),
    ],
)  # fmt: skip
def test_what_a_link_dials(address: str, digits: str) -> None:
    assert called(address) == digits


@pytest.mark.parametrize(
    "way",
    [
        "c/abcdefghijk",
        "user/abcdefghijk",
        "feed/abcdefghijk",
        "@abcdefghij",
        "abcdefghijk",
        "playlist/abcdefghijk",
        "a/b/abcdefghijk",
    ],
)
def test_channels_and_lists_are_no_videos(way: str) -> None:
    assert isinstance(read_video(f"https://www.youtube.com/{way}", ["www.youtube.com"]), Refused)


@pytest.mark.parametrize(
    "address",
    [
        "https://youtu.be/dQw4w9WgXcQ",
        *(f"https://www.youtube.com/{way}/dQw4w9WgXcQ" for way in ("shorts", "embed", "live", "v")),
    ],
)
def test_every_way_to_one_video_is_one_address(address: str) -> None:
    assert read_video(address, ["www.youtube.com", "youtu.be"]) == Video(
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "www.youtube.com"
    )
