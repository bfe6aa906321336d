"""The skeleton of a lesson and what each section holds."""

from tungbuoc.lint.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "G01",
        "error",
        "Bài thiếu một phần",
        advice="Mọi bài có cùng một khung, để tờ in, thẻ và giáo án lấy đúng phần cần. Thêm phần còn thiếu.",
        bad="(không có phần «Làm thử»)",
        good="## Làm thử\n\nTối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "G02",
        "error",
        "Tên phần lạ",
        advice="Tên các phần là cố định; máy gợi ý tên gần nhất.",
        bad="## Cẩn thận",
        good="## Coi chừng",
    ),
    Entry(
        "G03",
        "error",
        "Phần đứng sai chỗ",
        advice="Các phần theo một thứ tự cố định; người học quen mắt, tìm là thấy.",
        bad=(
            "## Coi chừng\n"
            "\n"
            "Người lạ xưng là con cháu thì bác cúp máy, gọi lại **số đã lưu**.\n"
            "\n"
            "## Làm thử\n"
            "\n"
            "Tối nay bác lưu thêm số Công an xã, phường."
        ),
        good=(
            "## Làm thử\n"
            "\n"
            "Tối nay bác lưu thêm số Công an xã, phường.\n"
            "\n"
            "## Coi chừng\n"
            "\n"
            "Người lạ xưng là con cháu thì bác cúp máy, gọi lại **số đã lưu**."
        ),
    ),
    Entry(
        "G04",
        "error",
        "Một phần viết hai lần",
        advice="Gộp hai phần cùng tên làm một.",
        bad="## Làm thử\n\nBác gọi thử cho con.\n\n## Coi chừng",
        good="## Coi chừng",
    ),
    Entry(
        "G05",
        "error",
        "Quá ít hoặc quá nhiều bước",
        advice=(
            "Bài có 4–8 bước. Ít hơn thì chưa thành việc; nhiều hơn thì người học mệt, hãy chia làm hai bài."
        ),
        bad="(bài có 3 bước)",
        good="(bài có 6 bước)",
    ),
    Entry(
        "G06",
        "error",
        "Phần còn trống",
        advice="Có tiêu đề mà chưa có chữ. Viết nội dung, hoặc xóa tiêu đề nếu phần ấy không bắt buộc.",
        bad="## Làm thử   (bên dưới không có chữ)",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "G07",
        "error",
        "Chưa nói đường không cần máy",
        advice="Bài về thủ tục, tiền hay sức khỏe phải nói người không có máy thông minh làm thế nào.",
        bad="(bài về thủ tục mà không có phần này)",
        good="## Không có máy thông minh\n\nBác ghi số ra giấy, dán cạnh chỗ ngồi.",
    ),
    Entry(
        "G08",
        "warning",
        "Dòng do máy làm",
        advice=(
            "«Nguồn và ngày» và dòng «Máy mỗi hãng khác nhau đôi chút…» máy tự thêm vào mọi bài; viết tay là"
            " thành hai lần."
        ),
        bad="Máy mỗi hãng khác nhau đôi chút.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "G09",
        "warning",
        "Chữ nằm ngoài các phần",
        advice="Chữ giữa tên bài và phần đầu tiên không in ra tờ nào. Chuyển vào một phần, hoặc bỏ đi.",
        bad="# Lưu số người nhà vào máy\n\nBài này nói về danh bạ.",
        good="# Lưu số người nhà vào máy",
    ),
    Entry(
        "G10",
        "error",
        "Danh sách dài hoặc ngắn quá",
        advice=(
            "«Học xong» có 1–3 dòng, «Chuẩn bị» 1–4, «Nếu không được» 2–4, «Nhớ ba điều» đúng ba. Giấy và thẻ"
            " chỉ đủ chỗ như vậy."
        ),
        bad="- Gõ xong, đọc lại từng số.",
        good="- Gõ xong, đọc lại từng số.\n- Có người giục thì **gọi số đã lưu**.",
    ),
    Entry(
        "G11",
        "warning",
        "Phần quá nhiều đoạn",
        advice="«Làm thử» và «Không có máy thông minh» là một đoạn, «Coi chừng» một hoặc hai đoạn.",
        bad="Tối nay bác lưu thêm số Công an xã, phường.\n\nSáng mai bác gọi thử.",
        good="Tối nay bác lưu thêm số Công an xã, phường.",
    ),
    Entry(
        "G12",
        "error",
        "Tình huống sai mẫu",
        advice="Mỗi dòng: tình huống in đậm, gạch dài, câu trả lời.",
        bad="- Gõ nhầm số thì bấm vào tên, sửa lại.",
        good="- **Gõ nhầm số** — Bấm vào tên, sửa lại.",
    ),
    Entry(
        "G13",
        "warning",
        "Dòng cuối chưa chỉ người để hỏi",
        advice="Làm mãi không được thì phải có một người thật để hỏi: con cháu, Tổ công nghệ số, công an xã.",
        bad="- **Vẫn chưa được** — Tắt máy rồi mở lại.",
        good="- **Vẫn chưa được** — Nhờ con cháu, hoặc hỏi Tổ công nghệ số.",
    ),
    Entry(
        "G14",
        "warning",
        "Ba điều dài quá một thẻ",
        advice="Ba điều in trên thẻ nhỏ bỏ túi, tất cả nhiều nhất 45 chữ.",
        bad=(
            "- Gõ xong thì đọc lại từng số một, chậm thôi, đọc thành tiếng cho người ngồi bên nghe, người ấy"
            " nhìn giấy mà so giúp bác, đúng hết rồi bác mới bấm lưu và gọi thử."
        ),
        good="- Gõ xong, đọc lại từng số.",
    ),
    Entry(
        "G15",
        "warning",
        "Lời loa chưa đúng mẫu",
        advice=(
            "Mở bằng «Mời bà con chú ý.», kết bằng «Nhờ bà con nhắc người nhà.», tối đa 160 chữ, mỗi câu tối"
            " đa 12 chữ, không đọc địa chỉ trang."
        ),
        bad="Thông báo. Bà con lưu số",
        good="Mời bà con chú ý. Bà con lưu số",
    ),
    Entry(
        "G16",
        "warning",
        "Áp phích chưa đúng mẫu",
        advice=(
            "Một câu dẫn, một câu hô in đậm cả đoạn, nhiều nhất hai việc cần làm; tất cả không quá 30 chữ."
        ),
        bad="Bà con cúp máy.",
        good="**Cúp máy.**",
    ),
    Entry(
        "G17",
        "warning",
        "Tờ rơi chưa đúng mẫu",
        advice="Một đoạn ngắn, rồi đúng ba dòng gạch đầu.",
        bad="- Gõ tên, gõ số.",
        good="- Gõ tên, gõ số.\n- Gọi thử một lần.",
    ),
    Entry(
        "G18",
        "warning",
        "Phiếu tập chưa có chỗ viết",
        advice="Phiếu tập phải có ô để đánh dấu, dòng để viết hoặc bảng để điền.",
        bad="Bà con ghi tên người nhà.",
        good="Tên người nhà: ________\n\n- [ ] Đã gọi thử.",
    ),
    Entry(
        "G19",
        "error",
        "Tiêu đề viết bằng tiếng khác",
        advice="Bài tiếng Việt có «Bước», tên phần tiếng Việt; bài tiếng Anh có «Step», tên phần tiếng Anh.",
        bad="## Be careful",
        good="## Coi chừng",
    ),
    Entry(
        "G20",
        "error",
        "Số câu hỏi tự kiểm",
        advice="Có 3–5 câu hỏi, mỗi câu là một dòng ###.",
        bad="(chỉ có hai câu hỏi)",
        good="(ba câu hỏi)",
    ),
    Entry(
        "G21",
        "error",
        "Câu trả lời đúng",
        advice="Mỗi câu hỏi có 2–3 câu trả lời, đúng một câu đánh [x].",
        bad="- [ ] Bấm vào tên để sửa. — Sửa xong gọi thử một lần.",
        good="- [x] Bấm vào tên để sửa. — Sửa xong gọi thử một lần.",
    ),
    Entry(
        "G22",
        "error",
        "Câu trả lời chưa có lý do",
        advice="Sau mỗi câu trả lời là « — lý do», để người trả lời sai hiểu vì sao.",
        bad="- [ ] Để vậy.",
        good="- [ ] Để vậy. — Lúc cần gọi sẽ gọi nhầm người.",
    ),
    Entry(
        "G23",
        "warning",
        "Câu hỏi thiếu dấu hỏi",
        advice="Câu hỏi kết thúc bằng dấu hỏi; nên hỏi việc làm: «…, bác làm gì?»",
        bad="### Gõ nhầm một số",
        good="### Gõ nhầm một số, bác làm gì?",
    ),
    Entry(
        "G24",
        "error",
        "Dòng giáo án chưa nói mấy phút",
        advice="Mỗi dòng bắt đầu bằng số phút, để người dạy giữ đúng giờ.",
        bad="- Khởi động. Hỏi ai hay quên số.",
        good="- 5 phút: Khởi động. Hỏi ai hay quên số.",
    ),
    Entry(
        "G25",
        "error",
        "Số phút không khớp",
        advice="Các phần của giáo án cộng lại phải bằng số phút ở đầu bài.",
        bad="- 15 phút: Tự làm.",
        good="- 10 phút: Tự làm.",
    ),
)
