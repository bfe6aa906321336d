"""What site, clips and paper are made from beside lessons, and what shows only while they are made."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "C10", "error", "docs_dir không nằm trong dự án",
        advice=(
            "Các bài nằm trong một thư mục con của dự án; tên nào cũng được, docs_dir trong mkdocs.yml nói "
            "tên ấy."
        ),
        bad="docs_dir: ../bai",
        good="docs_dir: bai",
    ),
    Entry(
        "C07", "error", "mkdocs.yml chưa bật tungbuoc",
        advice=(
            "Phần «markdown_extensions» phải có dòng «- tungbuoc». Thiếu dòng ấy thì màn hình và mã bước "
            "hiện ra thành chữ máy."
        ),
        bad="markdown_extensions:\n  - toc",
        good="markdown_extensions:\n  - tungbuoc",
    ),
    Entry(
        "T09", "error", "Không làm được phần tìm kiếm",
        advice="Máy thiếu một phần để làm mục tìm kiếm. Làm theo câu sửa ở cuối dòng báo, rồi dựng lại.",
        bad="(máy thiếu phần mềm)",
        good="(chạy «make» để cài đủ)",
    ),
    Entry(
        "T10", "error", "Không ghi được trang",
        advice=(
            "Ổ đĩa đầy hoặc thư mục không cho ghi, nên dựng chưa xong; trang cũ còn nguyên. Xóa bớt tệp "
            "hoặc xem lại quyền, rồi dựng lại."
        ),
        bad="(ổ đĩa còn 0 MB)",
        good="(ổ đĩa còn trống gấp đôi thư mục site)",
    ),
    Entry(
        "T11", "error", "Tệp từ tìm chưa đúng khuôn",
        advice=(
            "Tệp docs/tu-tim.yml có bốn phần «tu:», «dem:», «viec:», «noi:»; đầu tệp có ghi cách viết. "
            "Trong mỗi nhóm, mỗi dòng viết «từ: nghĩa»."
        ),
        bad="tu: đăng nhập",
        good="tu:\n  chung:\n    vào mạng: wifi",
    ),
    Entry(
        "T12", "error", "Tệp từ tìm có phần lạ",
        advice=(
            "Tệp docs/tu-tim.yml chỉ có các phần «tu:», «dem:», «viec:», «noi:». Chuyển các dòng vào đúng "
            "phần."
        ),
        bad="tim:",
        good="tu:",
    ),
    Entry(
        "T13", "error", "Từ tìm chưa có từ thay",
        advice=(
            "Bên trái dấu hai chấm là từ người ta gõ. Bên phải là từ có trong bài; nhiều từ thì cách nhau "
            "bằng dấu chấm phẩy."
        ),
        bad="mất sóng:",
        good="mất sóng: mất mạng",
    ),
    Entry(
        "T14", "error", "Việc chưa có mã bài đúng",
        advice="Sau dấu hai chấm là mã của bài giúp được việc ấy. Nhiều bài thì cách nhau bằng dấu phẩy.",
        bad="đổi điện thoại: bài hai",
        good="đổi điện thoại: B2, A5",
    ),
    Entry(
        "V04", "error", "Không thấy tệp video",
        advice="Tệp .mp4 đặt cùng thư mục với bài; tên chữ thường, không dấu, đúng từng chữ.",
        bad="Video: luu-so.mp4   (không có tệp ấy)",
        good="Video: luu-so.mp4   (tệp nằm cạnh bài)",
    ),
    Entry(
        "V05", "error", "Tệp video không dùng được",
        advice=(
            "Máy cũ chỉ mở được MP4 (H.264). Tệp quá 8 MB thì tốn tiền mạng của bà con: cắt ngắn hoặc xuất "
            "lại khổ nhỏ."
        ),
        bad="(tệp .mp4 nặng 40 MB)",
        good="(tệp .mp4 dưới 8 MB, khổ 480 × 854)",
    ),
    Entry(
        "V10", "error", "Không làm được video",
        advice="Máy thiếu phông chữ hay phần mềm. Làm theo câu sửa ở cuối dòng báo.",
        bad="(máy thiếu phông chữ)",
        good="(chạy «make» để cài đủ)",
    ),
    Entry(
        "V11", "error", "Video của một bước không làm được",
        advice="Các bước khác vẫn làm xong. Xem lại màn hình của bước ấy, rồi dựng lại.",
        bad="(màn hình của bước vẽ không được)",
        good="(màn hình vẽ được)",
    ),
    Entry(
        "P01", "error", "Khuôn in thiếu tệp",
        advice=(
            "Mỗi khuôn in là một thư mục có format.yml, template.html và style.css. Chép từ khuôn có sẵn "
            "rồi sửa."
        ),
        bad="print/formats/the-moi/   (chỉ có format.yml)",
        good="print/formats/the-moi/   (đủ ba tệp)",
    ),
    Entry(
        "P02", "error", "Tệp của khuôn in không đọc được",
        advice="Lưu tệp bằng mã UTF-8, viết các dòng «tên: nội dung».",
        bad="title &x Thẻ",
        good="title: Thẻ",
    ),
    Entry(
        "P03", "error", "Khuôn in có mục lạ",
        advice="Khuôn in chỉ nhận các mục đã định; máy gợi ý tên gần nhất.",
        bad="papper: A4",
        good="paper: A4",
    ),
    Entry(
        "P04", "error", "Khuôn in thiếu mục",
        advice="Thêm mục còn thiếu, xem một khuôn có sẵn.",
        bad="(không có dòng «paper:»)",
        good="paper: A4",
    ),
    Entry(
        "P05", "error", "Mục của khuôn in chưa đúng",
        advice="Mục này chỉ nhận một số từ đã định.",
        bad="paper: A44",
        good="paper: A4",
    ),
    Entry(
        "P07", "error", "Không có khuôn để đóng thành tập",
        advice="Khuôn đóng tập gọi tên một khuôn khác làm ruột; tên ấy chưa có.",
        bad="insides: bai-hoc-to",
        good="insides: lesson-sheet",
    ),
    Entry(
        "P08", "error", "Khuôn in có chỗ máy không đọc được",
        advice=(
            "template.html viết theo Jinja: {{ }} và {% %} phải đủ cặp, tệp được gọi phải có trong thư mục "
            "print."
        ),
        bad="{% if galley.title %}",
        good="{% if galley.title %}…{% endif %}",
    ),
    Entry(
        "P10", "error", "Chưa in được PDF",
        advice="Máy thiếu phần mềm dàn trang. Chạy lệnh ghi ở cuối dòng báo.",
        bad="(máy thiếu Pango hay libharfbuzz-subset0)",
        good="(chạy «make» để cài đủ)",
    ),
    Entry(
        "P11", "error", "Không có khuôn in tên ấy",
        advice="Tên khuôn là một tên mà «tungbuoc formats» kể ra.",
        bad="formats: [lesson-shet]",
        good="formats: [lesson-sheet]",
    ),
    Entry(
        "P12", "error", "Không có bài mã ấy để in",
        advice="Mã bài ghi ở phần đầu mỗi bài, như B2.",
        bad="lessons: [B99]",
        good="lessons: [B2]",
    ),
    Entry(
        "P13", "error", "Không có khuôn cho mẫu này",
        advice="Tờ mẫu gọi một khuôn chưa có. «tungbuoc formats» kể ra các khuôn đang có.",
        bad="form: so-la",
        good="form: so-ghi-nho",
    ),
    Entry(
        "P14", "error", "Không có tổ tên ấy",
        advice="Tên tổ trong mkdocs.yml (hay TEAM) phải viết y như trong print/teams.local.csv.",
        bad="team: Tổ thôn Mau",
        good="team: Tổ công nghệ số thôn Mẫu",
    ),
    Entry(
        "P15", "error", "Danh sách tổ có dòng chưa in được",
        advice="Danh sách cần cột team, phone; thêm được place, hours, ward, link. Số điện thoại giữ đủ số 0 "
               "đầu; tên tổ vừa một dòng."
        " Ô không bắt đầu bằng dấu bằng, không có mã trang mạng, không có ký tự ẩn; mỗi tổ một dòng. "
        "Dòng khác vẫn làm được.",
        bad="Tổ thôn Mẫu,,912345678,",
        good="Tổ thôn Mẫu,Nhà văn hóa,0912 345 678,tối thứ Ba",
    ),
    Entry(
        "P16", "error", "Mục của tungbuoc/handouts chưa đúng",
        advice=(
            "Trong mkdocs.yml, mỗi gói in là một tên với «formats» và «lessons»; tên mục viết y như trong "
            "README."
        ),
        bad="packs: {Ngày hội: [poster]}",
        good="packs: {Ngày hội: {formats: [poster]}}",
    ),
    Entry(
        "P20", "error", "Không in được một tờ",
        advice="Các tờ khác vẫn in xong. Sửa chỗ câu báo nói, rồi dựng lại.",
        bad="(hình của bài hỏng)",
        good="(hình của bài mở được)",
    ),
    Entry(
        "P21", "error", "Tờ in thiếu chữ hoặc thiếu mã",
        advice=(
            "Máy đọc lại từng tờ vừa in; tờ thiếu câu hay mã nên chưa được phát hành. Xem lại dòng ấy; bài "
            "đúng thì báo người giữ khuôn in."
        ),
        bad="(câu cuối của bước bị cắt mất)",
        good="(đủ từng câu, từng mã)",
    ),
    Entry(
        "P22", "warning", "Tờ in dài quá số trang",
        advice="Tờ này chỉ nên một hay hai mặt giấy. Viết ngắn lại.",
        bad="(tờ bài học dài ba trang)",
        good="(tờ bài học hai trang)",
    ),
    Entry(
        "P23", "error", "Tờ in có chỗ không nhìn được",
        advice=(
            "Có chữ hay hình bị che, bị khung cắt, hoặc nằm ngoài mép giấy. Thu nhỏ hình, viết ngắn lại, "
            "hay báo người giữ khuôn in."
        ),
        bad="(hình đè lên chữ của bước sau)",
        good="(hình nằm gọn dưới chữ của bước)",
    ),
    Entry(
        "P30", "error", "Sổ ấn bản có dòng không đọc được",
        advice="Sổ ấn bản do máy ghi, không sửa bằng tay. Lấy lại dòng ấy từ bản trước.",
        bad="2026.1;x",
        good="(dòng do máy ghi)",
    ),
    Entry(
        "P40", "error", "Phông chữ thiếu chữ Việt",
        advice="Phông chữ của khuôn in thiếu dấu tiếng Việt. Cài lại phông, chạy «make».",
        bad="(phông không có chữ «ỗ»)",
        good="(phông đủ chữ Việt)",
    ),
    Entry(
        "P41", "error", "Tờ in không đạt khi soát lại",
        advice=(
            "Máy soát tờ đã in và thấy một chỗ không đạt; câu báo nói rõ chỗ nào. Sửa khuôn in hoặc bài rồi "
            "dựng lại."
        ),
        bad="(chữ tràn ra ngoài khung)",
        good="(chữ nằm gọn trong khung)",
    ),
)  # fmt: skip
