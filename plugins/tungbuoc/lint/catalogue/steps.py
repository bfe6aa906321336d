"""Steps, sentences, words, marks."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "S01",
        "warning",
        "Câu của bước quá dài",
        advice="Câu của bước nhiều nhất 14 chữ: người đọc vừa nhìn giấy vừa nhìn máy, câu dài là lạc.",
        bad="Gõ tên người bác muốn lưu vào ô trên, rồi gõ số điện thoại vào ô dưới.",
        good="Gõ tên, rồi gõ số điện thoại.",
    ),
    Entry(
        "S02",
        "warning",
        "Câu đầu chưa nói việc làm",
        advice="Câu đầu của bước bắt đầu bằng động từ: Bấm, Gõ, Chọn, Đọc, Đợi, Cắm, Chụp, Hỏi.",
        bad="Ô trên là tên, ô dưới là số.",
        good="Gõ tên, rồi gõ số điện thoại.",
    ),
    Entry(
        "S03",
        "warning",
        "Bước có quá nhiều câu",
        advice="Một câu nói việc làm, thêm nhiều nhất một câu «Máy sẽ hiện …». Còn nữa thì tách bước.",
        bad="Máy sẽ hiện các tên. Tên xếp theo vần.",
        good="Máy sẽ hiện các tên đã lưu.",
    ),
    Entry(
        "S04",
        "warning",
        "Câu quá dài",
        advice="Câu thường nên dưới 20 chữ, không quá 25. Tách làm hai câu.",
        bad=(
            "Tối nay bác lưu thêm số Công an xã, phường, rồi sáng mai bác nhờ con cháu gọi thử xem máy có"
            " hiện đúng tên đã lưu hay chưa."
        ),
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S05",
        "warning",
        "Đoạn quá nhiều câu",
        advice="Một đoạn nhiều nhất ba câu.",
        bad="Tối nay bác lưu thêm một số. Bác đọc lại số. Bác gọi thử. Bác ghi ra giấy.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S06",
        "warning",
        "Bước in ra quá năm dòng",
        advice="Cạnh hình trên giấy chỉ đủ năm dòng chữ to, kể cả tên bước.",
        bad=(
            "## Bước 1: Mở danh bạ trên màn hình chính {#48217}\n"
            "\n"
            "Bấm vào biểu tượng **“Danh bạ”** nằm ở hàng cuối cùng.\n"
            "\n"
            "Máy sẽ hiện những người nhà thường gọi cho bác nhất."
        ),
        good=(
            "## Bước 1: Mở danh bạ {#48217}\n\nBấm vào biểu tượng **“Danh bạ”**.\n\nMáy sẽ hiện các tên đã"
            " lưu."
        ),
    ),
    Entry(
        "S07",
        "warning",
        "Tên bước quá dài",
        advice="Tên bước in cỡ rất to, nhiều nhất hai dòng: khoảng năm, sáu chữ.",
        bad="## Bước 1: Mở danh bạ rồi nhìn thật kỹ xem trong máy đã có tên ai {#48217}",
        good="## Bước 1: Mở danh bạ {#48217}",
    ),
    Entry(
        "S08",
        "warning",
        "Danh sách quá dài",
        advice="Danh sách nhiều nhất bảy mục; hơn nữa không ai nhớ.",
        bad="(danh sách tám dòng)",
        good="(danh sách ba dòng)",
    ),
    Entry(
        "S09",
        "warning",
        "Câu chưa có dấu chấm",
        advice="Máy đọc thành tiếng nghỉ hơi ở dấu chấm; thiếu dấu là đọc một mạch.",
        bad="Máy sẽ hiện các tên đã lưu",
        good="Máy sẽ hiện các tên đã lưu.",
    ),
    Entry(
        "S10",
        "warning",
        "Lời làm người đọc tủi",
        advice=(
            "Không viết «dễ thôi», «chỉ cần», «đơn giản», «ai cũng biết». Người chưa quen máy đọc vậy là nản."
        ),
        bad="Bác chỉ cần bấm **“Tạo liên hệ mới”**.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "S11",
        "warning",
        "Lời công văn",
        advice=(
            "Viết lời nói hằng ngày: «mở» thay «truy cập», «bấm» thay «thao tác», «bác» thay «người dùng»."
        ),
        bad="Tối nay bác tiến hành lưu số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S12",
        "warning",
        "Chữ viết tắt",
        advice=(
            "Viết đủ chữ: «thẻ căn cước», «dịch vụ công», «Ủy ban nhân dân». Được để nguyên: VNeID, OTP, QR,"
            " SIM, wifi, BHYT, BHXH."
        ),
        bad="Tối nay bác lưu thêm số UBND xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S13",
        "warning",
        "Quận, huyện",
        advice="Từ 1/7/2025 không còn cấp quận, huyện. Thủ tục làm ở xã, phường hoặc tỉnh, thành phố.",
        bad="Tối nay bác lưu thêm số Công an huyện.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S14",
        "warning",
        "«Hiện nay» mà không có ngày",
        advice="Tờ giấy nằm trong nhà bà con nhiều năm. Viết «Tính đến tháng 11/2026, …».",
        bad="Hiện nay xã nào cũng có công an, bác lưu số lại.",
        good="Tính đến tháng 11/2026, xã nào cũng có công an, bác lưu số lại.",
    ),
    Entry(
        "S15",
        "warning",
        "Hai cách gọi trong một bài",
        advice=(
            "Một bài chỉ một cách gọi người đọc. Lời loa, áp phích, tờ rơi gọi «bà con»; giáo án gọi người"
            " dạy là «bạn»."
        ),
        bad="Tối nay cô chú lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S16",
        "warning",
        "Cách gọi không dùng",
        advice="Không gọi người đọc là ông/bà, các cụ, quý vị, chúng mình.",
        bad="Tối nay ông/bà lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S17",
        "error",
        "Điều không còn đúng",
        advice="Những câu trước đây đúng, nay sai (hoặc chưa bao giờ đúng). Xem mục 11 của tờ dữ kiện.",
        bad="Tối nay bác lưu số Cục An toàn thông tin.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S20",
        "warning",
        "Chữ nghiêng",
        advice="Chữ nghiêng khó đọc với mắt kém. Cần nhấn thì in đậm.",
        bad="Tối nay bác lưu *thêm* số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S21",
        "warning",
        "Viết hoa cả cụm",
        advice="Viết hoa cả câu vừa khó đọc vừa như quát. In đậm một cụm là đủ.",
        bad="Tối nay bác LƯU THÊM SỐ Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S22",
        "warning",
        "Biểu tượng cảm xúc",
        advice="Máy in và giọng đọc không đọc được biểu tượng. Viết bằng chữ.",
        bad="Tối nay bác lưu thêm số Công an xã, phường 👍.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S23",
        "warning",
        "In đậm hai cụm trong một câu",
        advice="Hai chỗ đậm là không chỗ nào nổi. Mỗi câu giữ một cụm.",
        bad="Tối nay bác **lưu thêm** số **Công an xã**, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S24",
        "warning",
        "Đường bấm quá dài",
        advice="Nhiều nhất bốn chặng một dòng, nối bằng mũi tên. Dài hơn thì tách bước.",
        bad="Bấm **“Danh bạ”** → **“Lưu”** → **“Danh bạ”** → **“Lưu”** → **“Tạo liên hệ mới”**.",
        good="Bấm **“Tạo liên hệ mới”** ở dưới cùng.",
    ),
    Entry(
        "S25",
        "warning",
        "Giờ, ngày viết chưa đúng kiểu",
        advice="Giờ viết «19 giờ 30», ngày viết «21/11/2026»: đọc thành tiếng nghe đúng.",
        bad="Tối nay 19h30 bác lưu thêm số Công an xã, phường.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "S26",
        "warning",
        "Mức tiền chưa ghi tháng",
        advice="Mức tiền do Nhà nước định hay đổi. Viết «Tính đến tháng 11/2026, …».",
        bad="Mức trợ cấp là 500.000 đồng mỗi tháng.",
        good="Tính đến tháng 11/2026, mức trợ cấp là 500.000 đồng mỗi tháng.",
    ),
)
