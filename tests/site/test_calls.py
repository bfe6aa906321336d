"""Numbers that may be called are links on every page, with the message they need; other digits stay words."""

from __future__ import annotations

import pytest

from tungbuoc.web.calls import linked

NUMBERS = {
    "113": "Công an", "114": "Cháy", "156": "Báo cuộc gọi, tin lừa đảo", "19000368": "Hỏi về VNeID, căn cước",
    "1414": "Xem SIM đứng tên mình (nhắn TTTB)", "5656": "Nhắn tin báo cuộc gọi, tin lừa đảo",
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("<p>Gọi 1900 0368 (có thể tính cước).</p>", '<a href="tel:19000368">1900 0368</a>'),
        ("<p>Hỏi 1900\u00a00368.</p>", '<a href="tel:19000368">1900\u00a00368</a>'),
        (
            "<p>Báo số đó: gọi <strong>156</strong>, miễn phí.</p>",
            '<strong><a href="tel:156">156</a></strong>',
        ),
        ("<p>Cháy: 114, công an: 113.</p>", '<a href="tel:114">114</a>, công an: <a href="tel:113">113</a>'),
        ("<p>Bác không đọc mã, nhắn hoặc gọi 156.</p>", '<a href="tel:156">156</a>'),
        ("<p>Nhắn LD, số đã gọi, lời họ nói, gửi 156.</p>", '<a href="sms:156?body=LD%20">156</a>'),
        (
            "<p>Nhắn <code>TTTB</code> gửi <code>1414</code>.</p>",
            '<code><a href="sms:1414?body=TTTB">1414</a></code>',
        ),
        ("<p>Nhắn tin thì gửi tới 5656.</p>", '<a href="sms:5656">5656</a>'),
    ],
)
def test_a_number_to_call_or_to_write_to_is_a_link(said: str, made: str) -> None:
    assert made in linked(said, NUMBERS)


@pytest.mark.parametrize(
    "said",
    [
        "<p>Có 156 người gọi 113 lần.</p>",
        "<p>Lớp có 156 nhà, tổ 113.</p>",
        "<p>Bấm 1.156 đồng, ngày 11/113.</p>",
        '<p>Gọi <a href="tel:156">156</a>.</p>',
        "<h3>Gọi 156</h3>",
        "<pre>gọi 156</pre>",
        '<svg aria-label="gọi 156"><text>gọi 156</text></svg>',
        "<p>Gọi 0900 000 000, mã bước 41560.</p>",
        "<p>Bác gọi người nhà. Nhà số 156.</p>",
    ],
)
def test_other_digits_and_links_stay_as_they_are(said: str) -> None:
    assert linked(said, NUMBERS) == said
