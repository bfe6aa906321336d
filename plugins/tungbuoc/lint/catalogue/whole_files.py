"""The files themselves, before a word of them is read."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "T01",
        "error",
        "Tệp không phải mã UTF-8",
        advice=(
            "Máy chỉ đọc đúng chữ Việt khi tệp lưu bằng mã UTF-8. Word và Notepad đời cũ hay lưu mã khác:"
            " chọn «Lưu thành», rồi chọn mã UTF-8."
        ),
        bad="(tệp lưu bằng mã Windows-1258)",
        good="(cùng nội dung, lưu bằng mã UTF-8)",
    ),
    Entry(
        "T02",
        "error",
        "Tệp có ký tự BOM ở đầu",
        advice=(
            "Notepad hay chèn một ký tự vô hình ở đầu tệp; nó làm máy không thấy phần đầu bài. «tungbuoc fix»"
            " tự bỏ."
        ),
        bad="(trước dòng --- có một ký tự vô hình, U+FEFF)",
        good="---",
    ),
    Entry(
        "T03",
        "error",
        "Tệp trống",
        advice="Tệp không có chữ nào. Chạy «tungbuoc new» để có sẵn khung bài.",
        bad="(tệp không có chữ nào)",
        good="(một bài có đủ các phần)",
    ),
    Entry(
        "T04",
        "error",
        "Tệp quá dài",
        advice=(
            "Một bài thật dài chưa tới 20 nghìn ký tự. Tệp quá 1 MB thường là chép nhầm; hãy chia thành nhiều"
            " bài."
        ),
        bad="(tệp dài 5 MB)",
        good="(tệp dài 15 kB)",
    ),
    Entry(
        "T05",
        "error",
        "Lối tắt dẫn ra ngoài",
        advice=(
            "Trang chỉ dùng tệp nằm trong thư mục docs, để không mang nhầm tệp riêng lên mạng. Chép tệp thật"
            " vào, đừng dùng lối tắt."
        ),
        bad="docs/vneid/anh.png → /home/toi/anh.png",
        good="docs/vneid/anh.png (tệp thật)",
    ),
    Entry(
        "T06",
        "error",
        "Không mở được tệp",
        advice="Máy không được phép đọc tệp này. Xem lại quyền của tệp, hoặc chép lại.",
        bad="(tệp không ai được đọc)",
        good="(tệp đọc được)",
    ),
    Entry(
        "T07",
        "error",
        "Tệp có ký tự rỗng",
        advice=(
            "Tệp chép hỏng, hoặc là tệp Word, ảnh… đổi đuôi thành tệp chữ. Lấy lại tệp từ bản trước, hoặc"
            " chép chữ sang tệp mới."
        ),
        bad="(tệp Word đổi tên thành bai.md)",
        good="(chữ của tệp ấy, chép vào một tệp mới)",
    ),
    Entry(
        "T08",
        "error",
        "Dòng quá dài, hay lồng nhau quá sâu",
        advice=(
            "Một dòng nhiều nhất 5.000 chữ, một đoạn nhiều nhất 200 dấu, 8 dấu > lồng nhau, thụt vào 40 dấu"
            " cách. Quá mức ấy thì phần lớn là dán nhầm; hãy xóa bớt."
        ),
        bad="(một dòng có một nghìn dấu *)",
        good="(mỗi câu nhiều nhất một cụm in đậm)",
    ),
    Entry(
        "T15",
        "error",
        "Tệp còn hai bản của một đoạn",
        advice=(
            "Hai người cùng sửa một chỗ, git để cả hai bản trong tệp, giữa các dòng <<<<<<<, ======= và"
            " >>>>>>>. Giữ bản đúng, xóa bản kia cùng ba dòng dấu. Sửa xong chỗ này máy mới xem các chỗ khác."
        ),
        bad="(ba dòng dấu và hai bản của một câu)",
        good="(một bản của câu ấy)",
    ),
    Entry(
        "T16",
        "warning",
        "Tệp thừa trong thư mục docs",
        advice=(
            "Mọi tệp trong docs đều lên trang cho cả nước xem. Bản nháp của Word, tệp .bak, .txt, Thumbs.db…"
            " thì không: máy bỏ qua và nhắc bạn xóa. Bài học luôn có đuôi .md, chữ thường."
        ),
        bad="docs/vneid/quen-mat-khau.md.bak",
        good="docs/vneid/quen-mat-khau.md",
    ),
    Entry(
        "T17",
        "warning",
        "Bài nằm ngoài thư mục chủ đề",
        advice=(
            "Bài chỉ được đọc trong thư mục của một chủ đề ghi ở mkdocs.yml. Nằm chỗ khác thì không có trang,"
            " không có tờ in."
        ),
        bad="docs/quen-mat-khau.md",
        good="docs/vneid/quen-mat-khau.md",
    ),
)
