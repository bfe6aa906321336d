"""Buttons, new words, facts and dates."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "N01",
        "warning",
        "Nút chưa có trong danh mục",
        advice=(
            "Tên nút nào in đậm trong ngoặc kép cũng phải có trong docs/nut.yml, để ứng dụng đổi tên thì sửa"
            " một lần là biết mọi bài."
        ),
        bad="Bấm **“Tạo liên hệ”** ở dưới cùng.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "N02",
        "warning",
        "Tên nút viết chưa đúng kiểu",
        advice="Tên nút vừa đậm vừa trong ngoặc kép cong, đúng từng chữ như trên máy.",
        bad="Bấm “Tạo liên hệ mới” ở dưới cùng.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "N03",
        "warning",
        "Quá ba từ mới",
        advice="Mỗi bài nhiều nhất ba từ mới.",
        bad="words: [danh bạ, OTP, mật khẩu, quét mã QR]",
        good="words: [danh bạ]",
    ),
    Entry(
        "N04",
        "warning",
        "Từ mới chưa được giải thích",
        advice="Từ mới nào cũng có lời giải thích trong docs/tu-moi.yml.",
        bad="words: [biểu tượng]",
        good="words: [danh bạ]",
    ),
    Entry(
        "N05",
        "warning",
        "Từ mới không dùng trong bài",
        advice="Mục «words» chỉ ghi từ có trong bài này.",
        bad="words: [danh bạ, OTP]",
        good="words: [danh bạ]",
    ),
    Entry(
        "Q01",
        "error",
        "Mã dữ kiện không có",
        advice="Mục «facts» ghi mã các dữ kiện bài dựa vào, lấy từ docs/du-kien.yml.",
        bad='facts: ["6.5", "6.99"]',
        good='facts: ["6.5", "6.11"]',
    ),
    Entry(
        "Q02",
        "error",
        "Dữ kiện chưa xác minh",
        advice="Dữ kiện mang dấu CXM chưa ai xác minh, không được viết vào bài.",
        bad='facts: ["6.5", "2.20"]',
        good='facts: ["6.5", "6.11"]',
    ),
    Entry(
        "Q03",
        "warning",
        "Quá ngày xem lại",
        advice=(
            "Ứng dụng và quy định đổi luôn. Đến ngày thì đọc lại, thử trên máy, rồi sửa hai ngày ở đầu bài."
        ),
        bad="reviewed: 2026-05-02\nreview_by: 2026-08-01",
        good="reviewed: 2026-11-21\nreview_by: 2027-02-21",
    ),
    Entry(
        "Q04",
        "warning",
        "Ngày xem lại chưa hợp lẽ",
        advice="Bài có nút bấm xem lại sau 3 tháng, bài khái niệm sau 6 tháng.",
        bad="review_by: 2027-11-21",
        good="review_by: 2027-02-21",
    ),
    Entry(
        "Q05",
        "warning",
        "Bài dùng Nghị quyết 66.22",
        advice="Nghị quyết này hết hiệu lực 28/2/2027, nên bài phải xem lại trước 15/2/2027.",
        bad='facts: ["6.5", "1.11"]',
        good='facts: ["6.5", "6.11"]',
    ),
    Entry(
        "Q06",
        "warning",
        "Ngày thử nút đã cũ",
        advice=(
            "Nút thử đã quá sáu tháng có thể đã đổi tên. Thử lại trên máy rồi sửa «tried» trong docs/nut.yml."
        ),
        bad="tried: 2026-02-01",
        good="tried: 2026-11-01",
    ),
)
