"""Letters, tone marks, punctuation, spelling."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "D01",
        "error",
        "Chữ gõ dấu rời",
        advice=(
            "Có bộ gõ ghép chữ từ nhiều mảnh: nhìn như nhau mà máy tìm không thấy, in ra lệch dấu. «tungbuoc"
            " fix» ghép lại."
        ),
        bad="(chữ «Tối» gõ bằng ba ký tự rời)",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "D02",
        "warning",
        "Dấu thanh đặt khác kiểu",
        advice="Dự án viết «hòa, khỏe, thủy, ủy, tùy», và «hoàn, thuyền, quý». «tungbuoc fix» sửa giúp.",
        bad="Tối nay bác khoẻ thì lưu thêm một số.",
        good="Tối nay bác khỏe thì lưu thêm một số.",
    ),
    Entry(
        "D03",
        "warning",
        "i ngắn hay y dài",
        advice="Viết «kỹ năng, ký số, lý do, tỷ đồng, bác sĩ» cho thống nhất. «tungbuoc fix» sửa giúp.",
        bad="Tối nay bác đăng kí thêm một số.",
        good="Tối nay bác đăng ký thêm một số.",
    ),
    Entry(
        "D04",
        "warning",
        "Ngoặc kép thẳng",
        advice="Dùng ngoặc kép cong “ ”. «tungbuoc fix» đổi giúp.",
        bad='Tối nay bác lưu số "Công an xã".',
        good="Tối nay bác lưu số “Công an xã”.",
    ),
    Entry(
        "D05",
        "warning",
        "Dấu cách quanh dấu câu",
        advice="Dấu câu dính liền chữ trước, cách chữ sau một dấu cách.",
        bad="Tối nay bác lưu thêm số Công an xã ,phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "D06",
        "warning",
        "Ba dấu chấm rời",
        advice="Viết một dấu «…».",
        bad="Tối nay bác lưu thêm số Công an xã...",
        good="Tối nay bác lưu thêm số Công an xã…",
    ),
    Entry(
        "D07",
        "warning",
        "Gạch ngắn giữa hai số",
        advice="Khoảng số viết bằng gạch dài: 15–20.",
        bad="Tối nay bác lưu thêm 2-3 số.",
        good="Tối nay bác lưu thêm 2–3 số.",
    ),
    Entry(
        "D08",
        "error",
        "Chữ cái nước khác",
        advice="Chữ «ð» nhìn như «đ», chữ Nga nhìn như chữ Việt, mà máy tìm không thấy. Xóa từ đó, gõ lại.",
        bad="Tối nay bác ðọc lại số Công an xã, phường.",
        good="Tối nay bác đọc lại số Công an xã, phường.",
    ),
    Entry(
        "D09",
        "warning",
        "Ký tự vô hình",
        advice="Chép từ Word hay trang mạng hay kéo theo dấu cách lạ, dấu tab. Xóa chỗ đó, gõ lại dấu cách.",
        bad="Tối nay bác (dấu cách không ngắt) lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "D10",
        "warning",
        "Từ viết sai hoặc lạ",
        advice=(
            "Máy biết mọi vần tiếng Việt. Nếu đúng là tên riêng hay từ nước ngoài, thêm vào"
            " docs/tu-ngoai.yml."
        ),
        bad="Tối nay bác lưu thêm sốp Côngg an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "D11",
        "warning",
        "Từ hay viết nhầm",
        advice=(
            "«tài khoảng», «xử dụng», «chia sẽ»: từng chữ thì đúng, ghép lại thì sai. Máy có danh sách các"
            " lỗi hay gặp."
        ),
        bad="Tối nay bác chia sẽ số Công an xã, phường.",
        good="Tối nay bác chia sẻ số Công an xã, phường.",
    ),
    Entry(
        "D12",
        "warning",
        "Hai chữ dính nhau",
        advice="Chép từ tệp PDF hay mất dấu cách: «cánhân», «tổdân».",
        bad="Tối nay bác lưu số ngườinhà.",
        good="Tối nay bác lưu số người nhà.",
    ),
    Entry(
        "D13",
        "warning",
        "Một chữ viết hai lần",
        advice="Chữ nhỏ như «và», «của», «bác» viết liền hai lần là gõ thừa.",
        bad="Tối nay bác bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
)
