"""Screens: the `phone` blocks."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "M01",
        "error",
        "Khối màn hình không đọc được",
        advice="Khối phone viết theo mẫu «tên: nội dung». Xem dấu hai chấm, ngoặc kép và chỗ thụt đầu dòng.",
        bad="title: &x Danh bạ",
        good="title: Danh bạ",
    ),
    Entry(
        "M02",
        "error",
        "Khối màn hình sai dạng",
        advice="Màn hình gồm «title:» và «body:», dưới body mỗi phần một dấu «- ».",
        bad="  - Con gái",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M03",
        "error",
        "Mục lạ của màn hình",
        advice="Màn hình chỉ có các mục title, back, status, on, body.",
        bad="titel: Danh bạ",
        good="title: Danh bạ",
    ),
    Entry(
        "M04",
        "error",
        "Loại phần tử lạ",
        advice="Mỗi phần bắt đầu bằng loại của nó: button, row, field, text…; máy gợi ý loại gần nhất.",
        bad="  - rows: Con gái",
        good="  - row: Con gái",
    ),
    Entry(
        "M05",
        "error",
        "Một phần có hai loại",
        advice="Tách thành hai phần, mỗi phần một dấu «- ».",
        bad="  - row: Con gái\n    button: Gọi",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M06",
        "error",
        "Thuộc tính lạ",
        advice="Loại này không có thuộc tính ấy; máy gợi ý tên gần nhất.",
        bad="  - row: Con gái\n    icno: user",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M07",
        "error",
        "Nội dung không hợp",
        advice="Chỗ này chỉ nhận một số từ, một con số, hoặc chữ ngắn hơn.",
        bad="  - row: Con gái\n    icon: bong-hoa",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M08",
        "error",
        "Dấu tay đặt vào chỗ không có",
        advice="Dấu tay chỉ vào một phần đang có trên hình, viết đúng từng chữ.",
        bad="    tap: Danh ba",
        good="    tap: Danh bạ",
    ),
    Entry(
        "M09",
        "error",
        "Hai dấu tay trên một màn hình",
        advice="Một hình chỉ một việc. Hai lần bấm thì vẽ hai màn hình.",
        bad="  - row: Con gái\n    icon: user\n    tap: true",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M10",
        "error",
        "Màn hình cao quá khung",
        advice="Khung in chỉ cao chừng ấy. Bớt một phần, hoặc viết ngắn lại.",
        bad=(
            "  - row: Con gái\n"
            "    icon: user\n"
            "  - row: Con trai\n"
            "    icon: user\n"
            "  - row: Cháu nội\n"
            "    icon: user\n"
            "  - row: Cháu ngoại\n"
            "    icon: user\n"
            "  - row: Hàng xóm\n"
            "    icon: user"
        ),
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M11",
        "warning",
        "Chữ dài quá bị ngắt",
        advice="Từ này dài hơn chỗ của nó nên máy phải ngắt giữa từ. Viết ngắn lại hoặc thêm dấu cách.",
        bad="  - row: Congaicuabacsongoxalam\n    icon: user",
        good="  - row: Con gái\n    icon: user",
    ),
    Entry(
        "M12",
        "warning",
        "Bàn tay che mất chữ",
        advice="Chữ ngay dưới nút được bấm sẽ bị bàn tay che. Viết ngắn lại hoặc đổi thứ tự.",
        bad="  - button: Gửi\n    tap: true\n  - text: Bác đợi tin báo trong năm phút rồi xem lại hộp thư",
        good="  - button: Gửi\n    tap: true",
    ),
    Entry(
        "M13",
        "error",
        "Màn hình trống",
        advice="Thêm «title:» hoặc «body:».",
        bad="(khối phone không có dòng nào)",
        good="title: Danh bạ",
    ),
    Entry(
        "M14",
        "error",
        "Phần đặt sai chỗ",
        advice="Thanh trên cùng chỉ có một «bar»; «more» là mép dưới của danh sách nên luôn đứng cuối.",
        bad="  - bar: [{label: Tìm, icon: search}]\n  - bar: [{label: Thêm, icon: menu}]",
        good="  - bar: [{label: Tìm, icon: search}, {label: Thêm, icon: menu}]",
    ),
    Entry(
        "M20",
        "warning",
        "Bước chưa có hình",
        advice="Người đọc chậm phải theo được chỉ bằng hình. Bước nào cũng có ít nhất một màn hình.",
        bad="(bước không có khối phone)",
        good=(
            "```phone\ntitle: Liên hệ mới\nbody:\n  - field: Tên\n    value: Cháu nội\n  - button: Lưu\n   "
            " tap: true\n```"
        ),
    ),
    Entry(
        "M21",
        "warning",
        "Câu nói bấm mà hình không chỉ chỗ",
        advice="Câu có chữ «Bấm» thì hình phải có dấu tay ở đúng nút.",
        bad="  - button: Tạo liên hệ mới",
        good="  - button: Tạo liên hệ mới\n    tap: true",
    ),
    Entry(
        "M22",
        "warning",
        "Hai màn hình giống hệt nhau",
        advice="Hai hình như nhau làm người học tưởng mình chưa bấm. Mỗi bước vẽ đúng lúc của nó.",
        bad="  - field: Tên\n    value: Cháu nội\n  - button: Lưu\n    tap: true",
        good="  - field: Tên\n    value: Cháu nội\n  - field: Số điện thoại\n    type: 0900 000 000",
    ),
    Entry(
        "M23",
        "warning",
        "Chỉ có một loại máy",
        advice="Bước vẽ riêng cho Android thì cũng vẽ cho iPhone, hoặc bỏ dòng «on:» nếu hai máy như nhau.",
        bad="title: Danh bạ\non: android",
        good="title: Danh bạ",
    ),
    Entry(
        "M24",
        "warning",
        "Nút không thấy trên hình",
        advice="Nút nói trong câu phải vẽ trên màn hình của bước, đúng từng chữ.",
        bad="  - button: Liên hệ mới\n    tap: true",
        good="  - button: Tạo liên hệ mới\n    tap: true",
    ),
    Entry(
        "M25",
        "warning",
        "Câu chỉ chỗ mà hình không có gì ở đó",
        advice=(
            "Câu nói «trên cùng», «mép dưới», «bên sườn», «góc phải» thì hình phải có vật ở đúng chỗ ấy,"
            " người học mới tìm ra."
        ),
        bad="Bấm **“Tạo liên hệ mới”** ở trên cùng.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
)
