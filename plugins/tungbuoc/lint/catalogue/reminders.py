"""Lines for editors only, and what is still to be written: silenced rules, reminders, sample sentences."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "Y01",
        "warning",
        "Dòng bỏ qua chưa nói lý do",
        advice=(
            "Muốn bỏ qua một luật ở một dòng, viết ngay trên dòng ấy: [//]: # (bỏ qua S10: lý do). Người sau"
            " cần biết vì sao."
        ),
        bad="[//]: # (bỏ qua S01)\n\nBấm **“Tạo liên hệ mới”** ở dưới cùng.",
        good="[//]: # (bỏ qua S10: trích lời người bán)\n\nBấm **“Tạo liên hệ mới”**, chỉ cần một lần.",
    ),
    Entry(
        "Y02",
        "warning",
        "Dòng bỏ qua không còn cần",
        advice="Dòng bên dưới không còn lỗi ấy nữa. Xóa dòng bỏ qua cho bài sạch.",
        bad="[//]: # (bỏ qua S01: tên nút dài)\n\nBấm **“Tạo liên hệ mới”** ở dưới cùng.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "Y03",
        "warning",
        "Còn chỗ phải điền",
        advice=(
            "Khung bài mới có các dòng [//]: # (điền: …) nhắc việc. Viết xong phần nào thì xóa dòng nhắc của"
            " phần ấy."
        ),
        bad="[//]: # (điền: một việc dùng được ngay ở nhà)\n\nTối nay bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "Y04",
        "warning",
        "Còn câu mẫu của khung bài",
        advice="Khung bài mới có câu mẫu để giữ chỗ. Câu nào cũng phải viết lại thành câu của bài.",
        bad="- Điều thứ nhất.",
        good="- Gõ xong, đọc lại từng số.",
    ),
)
