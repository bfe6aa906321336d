"""A lesson's front matter, headings, steps and video lines."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "B01",
        "error",
        "Số bước không liền nhau",
        advice="Các bước đánh số 1, 2, 3… không nhảy. «tungbuoc fix» đánh lại số giúp bạn.",
        bad="## Bước 5: Lưu lại",
        good="## Bước 4: Lưu lại",
    ),
    Entry(
        "B02",
        "error",
        "Bước chưa có câu nào",
        advice="Người đọc chậm cần một câu nói rõ bấm gì, gõ gì. Hình thôi chưa đủ.",
        bad="(không có câu nào)",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "B03",
        "error",
        "Bước chưa có mã",
        advice=(
            "Mã năm chữ số in cạnh bước, không bao giờ đổi. Người không tự đặt mã: chạy «tungbuoc fix», "
            "máy trả lại mã cũ của bước, hoặc tạo mã mới."
        ),
        bad="## Bước 1: Mở danh bạ",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "B04",
        "error",
        "Mã của bước viết sai mẫu",
        advice=(
            "Mã đứng cuối dòng tiêu đề, đúng dạng {#48217}: ngoặc nhọn, dấu thăng, năm chữ số, không dấu"
            " cách."
        ),
        bad="## Bước 1: Mở danh bạ {# 48217 }",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "B05",
        "error",
        "Tiêu đề bước sai mẫu",
        advice=(
            "Tiêu đề bước viết đúng «## Bước 1: Tên bước»: hai dấu #, chữ Bước có dấu, số, dấu hai chấm, một"
            " dấu cách. Máy viết sẵn cả dòng đúng để bạn chép; sửa xong dòng ấy mới xem được các chỗ khác của"
            " bài."
        ),
        bad="## Buoc 1: Mở danh bạ {#48217}",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "B07",
        "error",
        "Khối thiếu dòng mở hoặc dòng đóng",
        advice=(
            "Màn hình mở bằng dòng ```phone, đóng bằng dòng ```. Thiếu một dòng, mọi chữ phía dưới bị nuốt"
            " mất; sửa chỗ này trước."
        ),
        bad="  - button: Lưu\n    tap: true",
        good="  - button: Lưu\n    tap: true\n```",
    ),
    Entry(
        "B08",
        "error",
        "Dòng gạch biến chữ thành tiêu đề",
        advice=(
            "Một dòng --- ngay dưới chữ sẽ biến dòng chữ ấy thành tiêu đề. Để một dòng trống ở giữa, hoặc bỏ"
            " dòng gạch."
        ),
        bad="Tối nay bác lưu thêm số Công an xã, phường.\n---",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "B09",
        "error",
        "Mã đứng sai chỗ",
        advice=(
            "Chỉ tiêu đề bước mới mang mã. Chuyển mã về tiêu đề bước của nó; không biết bước nào thì xóa, rồi"
            " chạy «tungbuoc fix»."
        ),
        bad="## Làm thử {#55551}",
        good="## Làm thử",
    ),
    Entry(
        "F01",
        "error",
        "Thiếu phần đầu bài",
        advice="Phần đầu bài nằm giữa hai dòng ---, ở đầu tệp. Máy lấy ở đó mã bài, số phút, ngày xem lại.",
        bad="code: B1",
        good="---\ncode: B1",
    ),
    Entry(
        "F02",
        "error",
        "Phần đầu bài không đọc được",
        advice=(
            "Mỗi dòng viết «tên: nội dung», có một dấu cách sau dấu hai chấm. Không dùng dấu &, *, ! ở đầu"
            " nội dung."
        ),
        bad="audience: &a mọi người",
        good="audience: mọi người",
    ),
    Entry(
        "F03",
        "error",
        "Phần đầu bài thiếu mục",
        advice="Thêm mục còn thiếu, chép mẫu từ một bài có sẵn.",
        bad="skills: [b, d]",
        good="minutes: 20\nskills: [b, d]",
    ),
    Entry(
        "F04",
        "error",
        "Phần đầu bài có mục lạ",
        advice="Máy chỉ hiểu các mục đã định, phần lớn là do gõ nhầm một chữ. Máy gợi ý tên gần nhất.",
        bad="audience: mọi người\nminute: 20",
        good="audience: mọi người",
    ),
    Entry(
        "F05",
        "error",
        "Mục ở phần đầu bài chưa đúng",
        advice=(
            "Số phút là số từ 5 đến 120; ngày viết năm-tháng-ngày; nhóm kỹ năng là các chữ a, b, c, d, đ,"
            " e, g."
        ),
        bad="minutes: hai mươi",
        good="minutes: 20",
    ),
    Entry(
        "F06",
        "error",
        "Nhóm kỹ năng lạ",
        advice="Mục «skills» ở đầu bài ghi chữ của các nhóm kể ở «skills» trong mkdocs.yml.",
        bad="skills: [b, z]",
        good="skills: [b, d]",
    ),
    Entry(
        "H01",
        "error",
        "Bài chưa có tên",
        advice=(
            "Ngay dưới phần đầu bài là dòng «# Tên bài». Tên bài là việc làm được, ví dụ «Gọi video cho con"
            " cháu»."
        ),
        bad="Lưu số người nhà vào máy",
        good="# Lưu số người nhà vào máy",
    ),
    Entry(
        "H02",
        "error",
        "Bài có hai tên",
        advice="Mỗi bài chỉ một dòng bắt đầu bằng một dấu #. Các phần bên dưới dùng ##.",
        bad="# Làm thử",
        good="## Làm thử",
    ),
    Entry(
        "H03",
        "warning",
        "Tiêu đề nhỏ ở chỗ không dùng",
        advice=(
            "Ba dấu ### chỉ dùng cho câu hỏi tự kiểm và các phần của phiếu tập. Chỗ khác viết thành câu"
            " thường."
        ),
        bad="### Tối nay\n\nTối nay bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "H04",
        "warning",
        "Tên bài không đứng đầu",
        advice="Tên bài phải đứng trước mọi phần khác.",
        bad="## Học xong, bác làm được\n\n- Lưu số người nhà vào danh bạ.\n\n# Lưu số người nhà vào máy",
        good="# Lưu số người nhà vào máy\n\n## Học xong, bác làm được\n\n- Lưu số người nhà vào danh bạ.",
    ),
    Entry(
        "H05",
        "warning",
        "Tiêu đề trống",
        advice="Sau dấu # phải có chữ.",
        bad="###",
        good="### Gõ nhầm một số, bác làm gì?",
    ),
    Entry(
        "H06",
        "warning",
        "Tiêu đề có dấu câu ở cuối",
        advice="Tiêu đề là tên, không phải câu: bỏ dấu chấm, dấu hai chấm ở cuối.",
        bad="## Bước 1: Mở danh bạ. {#48217}",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "H07",
        "warning",
        "Hai bước trùng tên",
        advice="Người nghe loa hay nhìn mục lục không phân biệt được hai bước cùng tên.",
        bad="## Bước 4: Mở danh bạ",
        good="## Bước 4: Lưu lại",
    ),
    Entry(
        "H08",
        "warning",
        "Thiếu dấu cách sau dấu #",
        advice="Có chương trình không coi «##Làm thử» là tiêu đề. Thêm một dấu cách sau dấu #.",
        bad="##Làm thử",
        good="## Làm thử",
    ),
    Entry(
        "V01",
        "error",
        "Địa chỉ video không dùng được",
        advice=(
            "Chỉ dùng địa chỉ https của những trang đã cho phép, chép từ thanh địa chỉ. Không dùng địa chỉ"
            " rút gọn: không ai biết nó dẫn tới đâu."
        ),
        bad="## Bước 4: Lưu lại {#30031}\nVideo: https://bit.ly/abc",
        good="## Bước 4: Lưu lại {#30031}\nVideo: https://youtu.be/dQw4w9WgXcQ",
    ),
    Entry(
        "V02",
        "error",
        "Hai dòng video, hoặc đặt sai chỗ",
        advice="Mỗi bước nhiều nhất một dòng «Video:», ngay dưới tiêu đề bước.",
        bad="Bấm **“Lưu”**, rồi gọi thử một lần.\n\nVideo: luu.mp4",
        good="Bấm **“Lưu”**, rồi gọi thử một lần.",
    ),
    Entry(
        "V03",
        "error",
        "Dòng gạch ngay dưới dòng video",
        advice="Dòng --- ngay dưới «Video:» là thừa, xóa đi.",
        bad="## Bước 4: Lưu lại {#30031}\nVideo: luu.mp4\n---",
        good="## Bước 4: Lưu lại {#30031}\nVideo: luu.mp4",
    ),
)
