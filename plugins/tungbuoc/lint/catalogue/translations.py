"""Translations of lessons, which stand on paper beside the original."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "W01",
        "error",
        "Bản dịch không có bài gốc",
        advice=(
            "Bản dịch nằm cạnh bài gốc, tên tệp là tên bài gốc thêm mã tiếng: kich-hoat.km.md là bản tiếng"
            " Khmer của kich-hoat.md. Đổi tên bài gốc thì đổi tên bản dịch theo."
        ),
        bad="docs/vneid/kich-hoatt.km.md, cạnh docs/vneid/kich-hoat.md",
        good="docs/vneid/kich-hoat.km.md, cạnh docs/vneid/kich-hoat.md",
    ),
    Entry(
        "W02",
        "error",
        "Chưa biết bản dịch là tiếng gì",
        advice=(
            "Mã tiếng trong tên tệp là mã quốc tế (ISO 639): km là Khmer, tyz là Tày, hmn là H’Mông. Tiếng"
            " máy chưa biết thì ghi vào mục languages trong mkdocs.yml."
        ),
        bad="docs/vneid/kich-hoat.khmer.md",
        good="docs/vneid/kich-hoat.km.md",
    ),
    Entry(
        "W03",
        "error",
        "Dịch từ một bản dịch",
        advice=(
            "Bản nào cũng dịch thẳng từ bài gốc, để sửa bài gốc thì biết bản nào phải sửa theo. Đặt tên tệp"
            " chỉ có tên bài gốc và một mã tiếng."
        ),
        bad="docs/vneid/kich-hoat.en.km.md",
        good="docs/vneid/kich-hoat.km.md",
    ),
    Entry(
        "W04",
        "error",
        "Bước không khớp bài gốc",
        advice=(
            "Bản dịch có đúng các bước của bài gốc, cùng mã, cùng thứ tự: một mã in trên giấy dùng cho cả hai"
            " tiếng. Bài gốc thêm bước thì chép bước ấy sang, giữ mã, rồi dịch."
        ),
        bad="## Bước 4: Save {#30032}",
        good="## Bước 4: Save {#30031}",
    ),
    Entry(
        "W05",
        "error",
        "Phần không khớp bài gốc",
        advice=(
            "Tiêu đề của phần giữ như bài gốc để máy nhận ra, lời dịch viết sau dấu hai chấm. Các phần in"
            " trên tờ song ngữ (Học xong, Chuẩn bị, Coi chừng, Nếu không được, Nhớ ba điều) phải có đủ."
        ),
        bad="## Careful",
        good="## Coi chừng: Careful",
    ),
    Entry(
        "W06",
        "warning",
        "Bản dịch cũ hơn bài gốc",
        advice=(
            "Bài gốc đã đổi lời ở phần này sau khi dịch. Trang của bản dịch nói rõ điều đó, tờ song ngữ thì"
            " chưa in. Xem lại, sửa nếu cần, rồi chạy «tungbuoc translated TỆP» để ghi là đã khớp."
        ),
        bad="(bài gốc vừa thêm một câu, bản dịch chưa sửa)",
        good="(bản dịch đã sửa theo, đã chạy «tungbuoc translated»)",
    ),
    Entry(
        "W07",
        "warning",
        "Bản dịch chưa xong",
        advice=(
            "Lệnh «tungbuoc translate» chép lời của bài gốc, đặt chữ (dịch) trước mỗi chỗ cần dịch. Còn chữ"
            " ấy thì bản dịch chưa lên trang, chưa in."
        ),
        bad="(dịch) Bấm vào biểu tượng **“Danh bạ”**.",
        good="Press the picture **“Danh bạ”**.",
    ),
    Entry(
        "W08",
        "error",
        "Bản dịch có hình hay video riêng",
        advice="Hình vẽ và video lấy từ bài gốc, để hai bên không khác nhau. Xóa ở bản dịch.",
        bad="Video: https://youtu.be/dQw4w9WgXcQ",
        good="(bước chỉ có lời)",
    ),
)
