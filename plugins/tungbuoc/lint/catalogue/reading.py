"""What no reading consumes: left-over marks, shapes that paper has no place for."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "U01",
        "error",
        "Còn dấu của Markdown trong chữ",
        advice=(
            "Dấu **, `, \\, ~~, [ ] viết chưa đúng thì hiện nguyên trên trang và trên giấy. Sửa cho đúng,"
            " hoặc xóa dấu."
        ),
        bad="Tối nay bác lưu thêm **số Công an ** xã, phường.",
        good="Tối nay bác lưu thêm **số Công an** xã, phường.",
    ),
    Entry(
        "U02",
        "error",
        "Dòng thụt vào quá sâu",
        advice="Dòng thụt vào bốn dấu cách bị máy coi là mã máy tính, không còn là câu của bài.",
        bad="    Tối nay bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "U03",
        "error",
        "Kiểu trình bày không dùng trong bài",
        advice="Dấu > ở đầu dòng, đường kẻ ngang và khối ``` khác màn hình không có chỗ trên tờ in.",
        bad="> Tối nay bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "U04",
        "error",
        "Ý con dưới một ý",
        advice="Tờ in chỉ có một tầng gạch đầu dòng. Viết ý con thành ý riêng, hoặc gộp vào ý trên.",
        bad="- Điện thoại có sóng.\n  - Sạc đầy pin.",
        good="- Điện thoại có sóng.\n- Sạc đầy pin.",
    ),
    Entry(
        "U05",
        "error",
        "Số đầu dòng không nối tiếp",
        advice=(
            "Danh sách đánh số phải là 1, 2, 3 liền nhau; xen đoạn khác vào giữa thì số trên giấy quay lại"
            " từ 1."
        ),
        bad="1. Gọi lại số đã lưu.\n3. Hỏi người nhà.",
        good="1. Gọi lại số đã lưu.\n2. Hỏi người nhà.",
    ),
    Entry(
        "U06",
        "error",
        "Đầu dòng danh sách viết kiểu Word",
        advice=(
            "Dấu •, –, «1)» hay «-Chữ» chép từ Word không thành danh sách. Viết «- » hoặc «1. » ở đầu dòng;"
            " «tungbuoc fix» đổi giúp."
        ),
        bad="• Điện thoại có sóng.",
        good="- Điện thoại có sóng.",
    ),
    Entry(
        "U07",
        "error",
        "Bảng viết chưa đúng",
        advice=(
            "Bảng gồm dòng tên cột, dòng «| --- | --- |», rồi các dòng có cùng số ô. Ô thừa thì mất chữ,"
            " thiếu thì lệch cột."
        ),
        bad="| Tên | Số |\n| --- | --- |\n| Con gái | ____ | gọi tối |",
        good="| Tên | Số |\n| --- | --- |\n| Con gái | ____ |",
    ),
    Entry(
        "U08",
        "error",
        "Phông in không có dấu này",
        advice=(
            "Tờ in chỉ có chữ Việt và các dấu quen. Dấu toán thì viết bằng lời; mũi tên → chỉ dùng trong câu,"
            " chỉ đường qua các mục."
        ),
        bad="Tuổi ≥ 16 thì được.",
        good="Từ 16 tuổi thì được.",
    ),
)
