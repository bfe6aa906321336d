"""Addresses of the pages that are made from all lessons, and what lists of pages name."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "C09",
        "error",
        "Địa chỉ trang đụng nhau",
        advice=(
            "Trang máy làm có một địa chỉ riêng, khác trang khác, thư mục chủ đề, tệp trong docs, mã bước."
        ),
        bad="pages: {addresses: {all: mau}}",
        good="pages: {addresses: {all: moi-bai}}",
    ),
    Entry(
        "C11",
        "error",
        "Menu kể trang không có",
        advice=(
            "Menu, trang đầu, chân trang kể trang máy làm (all, prints …) hoặc tệp trong docs/; máy gợi ý tên"
            " gần nhất."
        ),
        bad="pages: {foot: [al, prints]}",
        good="pages: {foot: [all, prints]}",
    ),
    Entry(
        "C12",
        "error",
        "Địa chỉ cũ không còn dẫn tới đâu",
        advice=(
            "Địa chỉ đã in lên giấy, đã gửi cho người khác thì phải mở được mãi. Đổi địa chỉ thì kể địa chỉ"
            " cũ ở mục «old»."
        ),
        bad="addresses: {all: bai-moi}   (bản đã lưu: bai-hoc)",
        good="addresses: {all: bai-moi}\n        old: {bai-hoc: all}",
    ),
)
