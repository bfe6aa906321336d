"""What must not be printed; links and pictures; what is not plain Markdown."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "A01",
        "error",
        "Hình chưa có lời mô tả",
        advice="Người khiếm thị nghe lời mô tả thay hình. Viết trong ngoặc vuông hình vẽ gì.",
        bad="![](tay.png)",
        good="![Bàn tay cầm điện thoại](tay.png)",
    ),
    Entry(
        "A02",
        "error",
        "Không thấy tệp hình",
        advice="Đặt hình cạnh bài học; tên tệp chữ thường, không dấu, đúng cả đuôi.",
        bad="![Bàn tay cầm điện thoại](mat.png)",
        good="![Bàn tay cầm điện thoại](tay.png)",
    ),
    Entry(
        "A03",
        "error",
        "Đường dẫn ra ngoài dự án",
        advice="Hình và đường dẫn chỉ lấy trong thư mục docs: trang và tờ in không hỏi ai khác trên mạng.",
        bad="![Bàn tay](https://anh.vn/tay.png)",
        good="![Bàn tay](tay.png)",
    ),
    Entry(
        "A04",
        "error",
        "Hình quá nặng",
        advice="Mạng ở quê chậm, gói dữ liệu đắt. Hình nhiều nhất 1 MB, thu nhỏ rồi chép lại.",
        bad="![Bàn tay](tay.png)   (tệp 3 MB)",
        good="![Bàn tay](tay.png)   (tệp 80 kB)",
    ),
    Entry(
        "A05",
        "error",
        "Đường dẫn không tới đâu",
        advice="Tên tệp sai, hoặc bài đã dời chỗ. Đường dẫn tới bài khác viết cả đuôi .md.",
        bad="Bác xem [bài gọi điện](goi-dien.md).",
        good="Bác xem [bài này](luu-so.md).",
    ),
    Entry(
        "A06",
        "warning",
        "Chỗ trong trang không có",
        advice="Sau dấu # là mã của bước hoặc tên tiêu đề không dấu.",
        bad="Bác xem [bước lưu](luu-so.md#99999).",
        good="Bác xem [bước lưu](luu-so.md#30031).",
    ),
    Entry(
        "A07",
        "warning",
        "Chữ của đường dẫn mơ hồ",
        advice="Người nghe máy đọc chỉ nghe chữ của đường dẫn: «tại đây» không nói gì.",
        bad="Bác xem [tại đây](luu-so.md).",
        good="Bác xem [cách lưu số](luu-so.md).",
    ),
    Entry(
        "A08",
        "error",
        "Tệp hình mang thông tin riêng",
        advice=(
            "Ảnh chụp bằng điện thoại giấu tọa độ nhà, ngày giờ. Lưu lại không kèm thông tin rồi mới đưa vào"
            " bài."
        ),
        bad="![Bàn tay](tay.jpg)   (tệp có tọa độ nơi chụp)",
        good="![Bàn tay](tay.jpg)   (tệp đã xóa thông tin)",
    ),
    Entry(
        "A09",
        "error",
        "Địa chỉ giấu nơi dẫn tới",
        advice=(
            "Kẻ lừa đảo giấu tên trang thật sau dấu @, sau địa chỉ rút gọn, sau chữ giống chữ. Bài của ta"
            " không có địa chỉ nào như thế: mở trang ra, chép nguyên địa chỉ từ thanh địa chỉ."
        ),
        bad="Bác xem [trang định danh](https://vneid.gov.vn@dang-nhap.example/).",
        good="Bác xem [trang định danh](https://vneid.gov.vn/).",
    ),
    Entry(
        "A10",
        "error",
        "Chữ nói một trang, đường dẫn tới trang khác",
        advice=(
            "Người đọc tin tên trang trong chữ. Chữ nói tên trang nào thì đường dẫn phải tới đúng trang ấy."
        ),
        bad="Bác xem [vneid.gov.vn](https://dichvucong.gov.vn/).",
        good="Bác xem [vneid.gov.vn](https://vneid.gov.vn/).",
    ),
    Entry(
        "A11",
        "error",
        "Tệp hình hỏng",
        advice="Hình chép dở, hoặc là hình HEIC của iPhone đổi đuôi. Chép lại, hoặc lưu lại thành PNG, JPEG.",
        bad="![Bàn tay](tay.png)   (tệp chép dở)",
        good="![Bàn tay](tay.png)   (tệp mở được)",
    ),
    Entry(
        "A12",
        "error",
        "Kiểu hình không dùng được",
        advice=(
            "Máy cũ và máy in chỉ chắc chắn với JPEG, PNG, WebP: một hình đứng yên, màu RGB, 8 bit mỗi màu. "
            "Hình động, màu nhà in (CMYK), 16 bit thì lưu lại."
        ),
        bad="![Bàn tay](tay.gif)",
        good="![Bàn tay](tay.png)",
    ),
    Entry(
        "A13",
        "error",
        "Hình quá to",
        advice=(
            "Tờ A4 in đẹp nhất cũng chỉ hết 3.508 điểm mỗi chiều. Hình to hơn 4.000 điểm chỉ làm nặng máy bà"
            " con; hãy thu nhỏ."
        ),
        bad="![Bàn tay](tay.png)   (8.000 × 6.000 điểm)",
        good="![Bàn tay](tay.png)   (1.600 × 1.200 điểm)",
    ),
    Entry(
        "R01",
        "error",
        "Số điện thoại chưa được phép in",
        advice=(
            "Chỉ in các số trong docs/so-duoc-in.yml, kể cả trong màn hình vẽ, lời mô tả hình và sau tel:,"
            " sms:, zalo.me. Số ví dụ dùng 0900 000 000: số thật của người lạ in ra là phiền họ."
        ),
        bad="Tối nay bác lưu số 0912 345 678.",
        good="Tối nay bác lưu số 0900 000 000.",
    ),
    Entry(
        "R02",
        "warning",
        "Số chia cụm chưa đúng",
        advice="Số in chia cụm để dễ đọc, dễ bấm: 1800 1096.",
        bad="Tối nay bác lưu số 18001096.",
        good="Tối nay bác lưu số 1800 1096.",
    ),
    Entry(
        "R03",
        "error",
        "Địa chỉ trang chưa được phép in",
        advice=(
            "Chỉ in địa chỉ trong docs/so-duoc-in.yml. Ví dụ trang giả thì viết đứt quãng: «dich-vu-….com»."
        ),
        bad="Tối nay bác mở trang vneid-hotro.com.",
        good="Tối nay bác mở trang vneid.gov.vn.",
    ),
    Entry(
        "R04",
        "error",
        "Số giấy tờ, số tài khoản",
        advice="Không in số giấy tờ hay số tài khoản nào trông như thật. Viết 000 000 000 000.",
        bad="Số trên thẻ của bác là 079 201 004 567.",
        good="Số trên thẻ của bác là 000 000 000 000.",
    ),
    Entry(
        "R05",
        "error",
        "Địa chỉ thư",
        advice="Không in địa chỉ thư của ai.",
        bad="Tối nay bác viết cho bac.tu@thu.vn.",
        good="Tối nay bác viết cho ten@thu.example.",
    ),
    Entry(
        "R06",
        "warning",
        "Tên thật của người",
        advice="Không viết họ tên đầy đủ của ai. Dùng «NGUYỄN VĂN A», hoặc gọi theo vai: «bác Tư bán rau».",
        bad="Tối nay bác lưu số Trần Thị Hoa.",
        good="Tối nay bác lưu số bác Tư bán rau.",
    ),
    Entry(
        "X01",
        "error",
        "Thẻ HTML",
        advice="Bài chỉ dùng Markdown. Thẻ HTML bị tắt, sẽ in ra nguyên chữ.",
        bad="Tối nay bác <b>lưu</b> thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "X02",
        "error",
        "Đường dẫn kiểu lạ",
        advice=(
            "Chỉ dùng đường dẫn tới bài khác, https:, tel: hoặc sms:. Kiểu javascript: hay data: có thể chạy"
            " mã lạ trên máy người đọc."
        ),
        bad="Bác [gọi thử](javascript:alert%281%29).",
        good="Bác [gọi thử](tel:156).",
    ),
    Entry(
        "X03",
        "error",
        "Phần trong ngoặc nhọn",
        advice="Ở dự án này phần {…} sau chữ không có tác dụng, sẽ in ra nguyên như vậy.",
        bad="Tối nay bác lưu thêm số{.to}.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
)
