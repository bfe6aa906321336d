"""Keys, the ledger, the course, the data files, silencing."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "C01",
        "error",
        "mkdocs.yml có mục lạ",
        advice="Phần «tungbuoc/lessons» chỉ nhận các mục đã định; máy gợi ý tên gần nhất.",
        bad="      video_host:",
        good="      video_hosts:",
    ),
    Entry(
        "C02",
        "error",
        "Mục trong mkdocs.yml chưa đúng",
        advice="So với mục cùng tên trong README.",
        bad="letter: Bài",
        good="letter: B",
    ),
    Entry(
        "C03",
        "warning",
        "Mã bài không hợp chủ đề",
        advice=(
            "Chữ đầu của mã bài là chữ của chủ đề (thư mục). Nhìn mã trên giấy là biết bài thuộc chủ đề nào."
        ),
        bad="code: E1",
        good="code: B1",
    ),
    Entry(
        "C04",
        "warning",
        "Hai bài trùng tên",
        advice="Trên danh sách tờ in, hai bài cùng tên không ai phân biệt được.",
        bad="# Lưu số người nhà vào máy   (đã là tên bài B1)",
        good="# Lưu số bác sĩ vào máy",
    ),
    Entry(
        "C05",
        "warning",
        "Cách gọi không hợp với người đọc",
        advice="Bài dành cho cô chú thì tiêu đề cũng gọi cô chú: «Học xong, cô chú làm được».",
        bad="audience: cô chú bán hàng",
        good="audience: mọi người",
    ),
    Entry(
        "C06",
        "error",
        "Không đọc được mkdocs.yml",
        advice="Chạy lệnh trong thư mục của dự án (nơi có tệp mkdocs.yml).",
        bad="plugins:\n  - tungbuoc/baihoc:",
        good="plugins:\n  - tungbuoc/lessons:",
    ),
    Entry(
        "E01",
        "error",
        "Tệp dữ liệu không đọc được",
        advice=(
            "Tệp trong docs (nut.yml, tu-moi.yml…) là một danh sách, mỗi mục một dòng bắt đầu bằng «- {», kết"
            " thúc bằng «}»."
        ),
        bad='- {word: &x "danh bạ", means: "sổ tên và số điện thoại trong máy"}',
        good='- {word: "danh bạ", means: "sổ tên và số điện thoại trong máy"}',
    ),
    Entry(
        "E02",
        "error",
        "Mục trong tệp dữ liệu chưa đúng",
        advice='Viết theo các mục bên cạnh. Ngày viết năm-tháng-ngày; chưa ai thử nút thì để tried: "".',
        bad='fact: "", tried: hôm qua}',
        good='fact: "", tried: 2026-11-01}',
    ),
    Entry(
        "E03",
        "warning",
        "Mục trùng trong tệp dữ liệu",
        advice="Mỗi tên chỉ ghi một lần. «tungbuoc fix» gộp hai mục nói giống nhau.",
        bad='- {name: "Danh bạ", app: "Điện thoại"}\n- {name: "Lưu", app: "Điện thoại", fact: "", tried: ""}',
        good='- {name: "Lưu", app: "Điện thoại", fact: "", tried: ""}',
    ),
    Entry(
        "K01",
        "error",
        "Mã gõ sai",
        advice=(
            "Chữ số cuối của mã là số kiểm, để gõ nhầm một số không mở sang bước khác. Mã này không khớp: xóa"
            " đi, chạy «tungbuoc fix», máy trả lại mã cũ của bước."
        ),
        bad="{#48218}",
        good="{#48217}",
    ),
    Entry(
        "K02",
        "error",
        "Một mã ở hai chỗ",
        advice=(
            "Chép một bước sang bài khác thì mã bị chép theo. Sổ mã biết mã thuộc bước nào; «tungbuoc fix»"
            " cho bản chép mã mới."
        ),
        bad="{#48217}",
        good="{#20023}",
    ),
    Entry(
        "K03",
        "error",
        "Mã chưa có trong sổ mã",
        advice=(
            "Mã nào đã in cũng phải ghi trong sổ mã, để sau này không dẫn nhầm. Chạy «tungbuoc fix» để ghi."
        ),
        bad="{#55551}",
        good="{#48217}",
    ),
    Entry(
        "K04",
        "error",
        "Mất một mã đã in",
        advice=(
            "Giấy đã phát ra mang mã này, mà không bài nào còn. Lấy lại bước từ bản trước, giữ nguyên mã; "
            "bỏ hẳn bước thì chạy «tungbuoc retire» để trang của mã nói bước nào thay."
        ),
        bad="2026-11-21,48217,issued,B1,Mở danh bạ,,\n2026-11-21,55551,issued,B1,Tắt máy,,",
        good="2026-11-21,48217,issued,B1,Mở danh bạ,,",
    ),
    Entry(
        "K05",
        "error",
        "Mã đã thôi dùng",
        advice=(
            "Mã này đã thôi dùng, trang của nó dẫn sang bước khác. Chạy «tungbuoc fix» để bước có mã mới; "
            "thôi dùng nhầm thì «tungbuoc retire --undo»."
        ),
        bad="2026-11-21,48217,issued,B1,Mở danh bạ,,\n2026-11-21,48217,retired,B1,Mở danh bạ,20023,",
        good="2026-11-21,48217,issued,B1,Mở danh bạ,,",
    ),
    Entry(
        "K06",
        "error",
        "Tên miền đổi mà mã cũ chưa có ai giữ",
        advice=(
            "Giấy đã in dẫn tới tên miền cũ. Ghi tên miền cũ vào old_hosts, cùng tên người giữ cho nó chuyển"
            " về trang mới. Bỏ tên miền cũ là để người khác mua mất."
        ),
        bad="2026-11-21,48217,issued,B1,Mở danh bạ,,cu.vn",
        good="2026-11-21,48217,issued,B1,Mở danh bạ,,moi.vn",
    ),
    Entry(
        "K07",
        "error",
        "Địa chỉ trang quá dài",
        advice=(
            "Địa chỉ dài làm ô vuông của mã nhỏ li ti, phô tô hai lần là không quét được. Dùng tên miền ngắn."
        ),
        bad="site_url: https://cong-nghe-so-cong-dong-phuong-nguyen-thai-hoc.vn/",
        good="site_url: https://tungbuoc.vn/",
    ),
    Entry(
        "K08",
        "error",
        "Hai bài cùng mã",
        advice=(
            "Mã bài in trên giấy nên mỗi bài một mã. «tungbuoc fix» cho bài sau mã mới; hai bài giống hệt"
            " nhau mà git không nói được bài nào là bản chép thì tự đổi mục «code» ở bản chép."
        ),
        bad="code: B1   (khi bài docs/vneid/muc-2.md đã là B1)",
        good="code: B2",
    ),
    Entry(
        "K09",
        "error",
        "Địa chỉ trang không dùng được",
        advice="Địa chỉ in trên giấy phải bắt đầu bằng https:// và là chữ không dấu.",
        bad="site_url: http://tungbuoc.vn/",
        good="site_url: https://tungbuoc.vn/",
    ),
    Entry(
        "K10",
        "error",
        "Bước chưa có mã, mà một mã đã in đang thiếu bước",
        advice=(
            "Có thể bước này chính là bước của mã ấy, bị xóa mất mã. Máy không đoán: là bước ấy thì viết lại"
            " mã; bước ấy bỏ hẳn thì chạy «tungbuoc retire» trước, rồi «tungbuoc fix» tạo mã mới."
        ),
        bad="## Bước 1: Gọi cho con",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "K11",
        "error",
        "Mã đứng ở bước khác",
        advice=(
            "Giấy mang mã này ghi tên một bước khác: bà con quét sẽ ra nhầm việc. Trả mã về đúng bước; "
            "nếu bước đổi tên thật thì chạy «tungbuoc fix», máy hỏi rồi ghi tên mới vào sổ mã."
        ),
        bad="## Bước 1: Gõ tên và số {#48217}",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "K12",
        "warning",
        "Bước đã in nay nói chuyện khác",
        advice=(
            "Giấy đã phát ghi tên cũ của bước. Người cầm giấy cũ quét mã phải ra đúng việc ghi trên giấy. Vẫn"
            " là việc ấy thì ghi lý do bỏ qua, phát hành ấn bản mới là hết nhắc; việc khác thì trả mã về"
            " bước cũ."
        ),
        bad="## Bước 1: Gọi cho con gái {#48217}",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "L02",
        "error",
        "Sổ mã thiếu dòng",
        advice=(
            "Không dòng nào của sổ mã được xóa: mã đã in phải dẫn tới đâu đó. «tungbuoc fix» lấy lại các dòng"
            " từ bản đã lưu trong git."
        ),
        bad="(sổ mã mất một dòng so với bản đã lưu)",
        good="(sổ mã đủ mọi dòng)",
    ),
    Entry(
        "C08",
        "error",
        "Bài nằm ngoài các chủ đề",
        advice=(
            "Chỉ tệp .md trong thư mục của một chủ đề mới thành bài. Bài ở chỗ khác thì mã của nó không dẫn"
            " tới đâu. Chuyển tệp về thư mục chủ đề, hoặc thêm chủ đề vào mkdocs.yml."
        ),
        bad="docs/moi/luu-so.md (thư mục «moi» chưa có trong mkdocs.yml)",
        good="docs/mau/luu-so.md",
    ),
    Entry(
        "L01",
        "error",
        "Sổ mã có dòng không đọc được",
        advice=(
            "Sổ mã do máy ghi, không sửa bằng tay. Có git thì «tungbuoc fix» lấy lại dòng hỏng và gộp hai"
            " bản; không thì chép lại dòng ấy từ bản trước."
        ),
        bad="2026-11-21;48217;issued",
        good="2026-11-21,48217,issued,B1,Mở danh bạ,,",
    ),
    Entry(
        "E04",
        "error",
        "Mục dựa vào dữ kiện không có",
        advice=(
            'Mỗi nút, mỗi số được in dựa vào một dữ kiện đã xác minh. Để fact: "" nếu là điều ai dùng máy'
            " cũng thấy."
        ),
        bad='app: "Điện thoại", fact: "2.20"',
        good='app: "Điện thoại", fact: ""',
    ),
    Entry(
        "E05",
        "warning",
        "Nút không bài nào dùng",
        advice="Nút không còn bài nào nhắc tới thì xóa khỏi docs/nut.yml, kẻo người sau tưởng là cần thử.",
        bad=(
            '- {name: "Lưu", app: "Điện thoại", fact: "", tried: ""}\n- {name: "Nút cũ", app: "Điện thoại",'
            ' fact: "", tried: ""}'
        ),
        good='- {name: "Lưu", app: "Điện thoại", fact: "", tried: ""}',
    ),
)
