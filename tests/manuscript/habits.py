"""One lesson as five people type it: with heading styles, with bold lines, in a table, with typed numbers
and boxes, in LibreOffice."""

from __future__ import annotations

import unicodedata

from tests.manuscript.documents import docx, odt, p, table

NBSP, TAB = "\u00a0", "\t"


def with_styles() -> bytes:
    """Somebody who knows Word: title, headings, real lists, curly quotes."""
    return docx(
        p("Lưu số người nhà vào máy", "Title"), p("Dành cho: bác mới dùng máy"), p("Thời lượng: 20 phút"),
        p("Học xong, bác làm được", "H1"), p("Lưu số người nhà vào danh bạ.", number=1),
        p("Chuẩn bị", "H1"), p("Điện thoại, giấy ghi số của con cháu.", number=1),
        p("Bước 1: Mở danh bạ", "H1"), p("Bấm vào biểu tượng **“Danh bạ”**."),
        p("Bước 2: Thêm tên mới", "H1"), p("Bấm **“Tạo liên hệ mới”** ở dưới cùng."),
        p("Bước 3: Gõ tên và số", "H1"), p("Gõ tên, rồi gõ số điện thoại."),
        p("Bước 4: Lưu lại", "H1"), p("Bấm **“Lưu”**, rồi gọi thử một lần."),
        p("Làm thử", "H1"), p("Tối nay bác lưu thêm một số của người nhà."),
        p("Coi chừng", "H1"), p("Ai giục thì bác dừng lại, hỏi người nhà."),
        p("Nếu không được", "H1"), p("**Máy hiện khác hình** — Tìm mục có chữ gần giống.", number=1), p("**Vẫn chưa được** — Hỏi con cháu.", number=1),
        p("Nhớ ba điều", "H1"), p("Mở danh bạ.", number=2), p("Gõ tên, gõ số.", number=2), p("Gọi thử một lần.", number=2),
        p("Tự kiểm", "H1"),
        *(part for question in QUESTIONS for part in (p(question[0], "H2"), p(f"☒ {question[1]}"), p(f"☐ {question[2]}"))),
        p("Cho người hướng dẫn", "H1"), *(p(line, number=1) for line in PLAN),
    )  # fmt: skip


def with_bold_lines() -> bytes:
    """No styles at all: bold lines for titles, two kinds of quotes, a hard blank, typed bullets."""
    return docx(
        p("**LƯU SỐ NGƯỜI NHÀ VÀO MÁY**"), p(f"**Đối tượng:** bác{NBSP}mới dùng máy"), p("Thời gian: 20’"),
        p("**Học xong bác làm được:**"), p("• Lưu số người nhà vào danh bạ."),
        p("**Cần chuẩn bị**"), p("– Điện thoại, giấy ghi số của con cháu."),
        p("**Bước 1.** Mở danh bạ"), p('Bấm vào biểu tượng "Danh bạ".'),
        p("**Bước 2. Thêm tên mới**"), p('Bấm "Tạo liên hệ mới" ở dưới cùng.'),
        p("**BƯỚC 3 – GÕ TÊN VÀ SỐ**"), p("Gõ tên, rồi gõ số điện thoại."),
        p("**Bước 4)** Lưu lại"), p("Bấm **Lưu**, rồi gọi thử một lần."),
        p("**Thực hành**"), p("Tối nay bác lưu thêm một số của người nhà."),
        p("**Lưu ý:**"), p("Ai giục thì bác dừng lại, hỏi người nhà."),
        p("**Nếu không được**"), p("**Máy hiện khác hình:** Tìm mục có chữ gần giống."), p("Vẫn chưa được: hỏi con cháu."),
        p("**Nhớ ba điều**"), p("1. Mở danh bạ."), p("2. Gõ tên, gõ số."), p("3. Gọi thử một lần."),
        p("**Câu hỏi**"),
        *(p(line) for i, (asked, right, wrong) in enumerate(QUESTIONS, 1) for line in (f"**Câu {i}: {asked}**", f"A. {wrong}", f"B. {right}", "Đáp án: B")),
        p("**Giáo án**"), *(p(line) for line in PLAN),
    )  # fmt: skip


def with_a_table() -> bytes:
    """The steps in a table, the plan with its minutes at the end of each line."""
    return docx(
        p("Bài: Lưu số người nhà vào máy", "H1"), p("Thời lượng: 20 phút"),
        p("I. Mục tiêu", "H2"), p("Lưu số người nhà vào danh bạ."),
        p("II. Chuẩn bị", "H2"), p("Điện thoại, giấy ghi số của con cháu."),
        table(
            ("Bước", "Việc làm"),
            ("Bước 1", "Mở danh bạ. Bấm vào biểu tượng **“Danh bạ”**."),
            ("2", "Thêm tên mới. Bấm **“Tạo liên hệ mới”** ở dưới cùng."),
            ("Bước 3:", "Gõ tên và số. Gõ tên, rồi gõ số điện thoại."),
            ("**Bước 4**", "Lưu lại. Bấm **“Lưu”**, rồi gọi thử một lần."),
        ),
        p("III. Làm thử", "H2"), p("Tối nay bác lưu thêm một số của người nhà."),
        p("IV. Coi chừng", "H2"), p("Ai giục thì bác dừng lại, hỏi người nhà."),
        p("Sự cố thường gặp", "H2"), p("Máy hiện khác hình – tìm mục có chữ gần giống.", number=1), p("Vẫn chưa được – hỏi con cháu.", number=1),
        p("Ghi nhớ", "H2"), p("Mở danh bạ.", number=1), p("Gõ tên, gõ số.", number=1), p("Gọi thử một lần.", number=1),
        p("Trắc nghiệm", "H2"),
        *(p(line) for asked, right, wrong in QUESTIONS for line in (f"1. {asked}", f"☑ {right}", f"□ {wrong}")),
        p("Hướng dẫn giảng viên", "H2"), p("Khởi động (5 phút): Bạn hỏi lớp hay gọi cho ai."), p("Làm mẫu (10 phút): Học viên cầm máy."), p("Chốt (5 phút): Cả lớp đọc to ba điều."),
    )  # fmt: skip


def with_typed_marks() -> bytes:
    """Everything typed: tabs, `[x]`, “B1”, a step spelt out, letters composed of two signs, sections in
    another order."""
    return docx(
        *(p(unicodedata.normalize("NFD", line)) for line in (
            "Lưu số người nhà vào máy", "Dành cho: bác mới dùng máy", "Nhớ ba điều:", f"-{TAB}Mở danh bạ.", f"-{TAB}Gõ tên, gõ số.", f"-{TAB}Gọi thử một lần.",
            "Học xong, bác làm được:", f"+{TAB}Lưu số người nhà vào danh bạ.", "Chuẩn bị:", f"+{TAB}Điện thoại, giấy ghi số của con cháu.",
            "Bước một: Mở danh bạ", "Bấm vào biểu tượng “Danh bạ”.", "Bước hai: Thêm tên mới", "Bấm “Tạo liên hệ mới” ở dưới cùng.",
            f"B3:{TAB}Gõ tên và số", "Gõ tên, rồi gõ số điện thoại.", "Buoc 4/ Lưu lại", "Bấm “Lưu”, rồi gọi thử một lần.",
            "Làm thử ở nhà", "Tối nay bác lưu thêm một số của người nhà.", "Chú ý", "Ai giục thì bác dừng lại, hỏi người nhà.",
            "Nếu không làm được", "Máy hiện khác hình → tìm mục có chữ gần giống.", "Vẫn chưa được → hỏi con cháu.",
            "Tự kiểm tra", *(line for asked, right, wrong in QUESTIONS for line in (asked, f"[ ] {wrong}", f"[x] {right}")),
            "Dành cho người hướng dẫn", "5’ Khởi động. Bạn hỏi lớp hay gọi cho ai.", "10’ Làm mẫu. Học viên cầm máy.", "5’ Chốt. Cả lớp đọc to ba điều.",
        ))
    )  # fmt: skip


def in_libreoffice() -> bytes:
    """An .odt with headings, a bold style, lists; three sections were never written."""
    bold = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    numbers = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>'
    )

    def h(text: str, level: int = 1) -> str:
        return f'<text:h text:outline-level="{level}">{text}</text:h>'

    def para(text: str) -> str:
        spans = (
            f'<text:span text:style-name="T1">{part}</text:span>' if i % 2 else part
            for i, part in enumerate(text.split("**"))
        )
        return f"<text:p>{''.join(spans)}</text:p>"

    def items(*texts: str, style: str = "L2") -> str:
        inside = "".join(f"<text:list-item>{para(text)}</text:list-item>" for text in texts)
        return f'<text:list text:style-name="{style}">{inside}</text:list>'

    return odt(
        '<text:p text:style-name="Title">Lưu số người nhà vào máy</text:p>' + h("Học xong, bác làm được") + items("Lưu số người nhà vào danh bạ.")
        + h("Bước 1 - Mở danh bạ") + para("Bấm vào biểu tượng<text:s/>**“Danh bạ”**.") + h("Bước 2 - Thêm tên mới") + para("Bấm **“Tạo liên hệ mới”** ở dưới cùng.")
        + h("Bước 3 - Gõ tên và số") + para("Gõ tên, rồi gõ số<text:tab/>điện thoại.") + h("Bước 4 - Lưu lại") + para("Bấm **“Lưu”**, rồi gọi thử một lần.")
        + h("Coi chừng") + para("Ai giục thì bác dừng lại, hỏi người nhà.")
        + h("Nhớ ba điều") + items("Mở danh bạ.", "Gõ tên, gõ số.", "Gọi thử một lần.", style="L1")
        + h("Tự kiểm") + "".join(h(asked, 2) + para(f"☒ {right}") + para(f"☐ {wrong}") for asked, right, wrong in QUESTIONS),
        styles=bold + numbers,
    )  # fmt: skip


def from_google_docs() -> bytes:
    """Markdown as Google Docs exports it: bold in headings, escapes, anchors, stars for bullets, a picture
    at the end as a long line."""
    quiz = "\n".join(
        f"### **{asked}**\n\n* \\[x\\] {right}\n* \\[ \\] {wrong}\n" for asked, right, wrong in QUESTIONS
    )
    return (
        "# **Lưu số người nhà vào máy** {#luu-so}\n\n*Dành cho:* bác mới dùng máy  \n\n## **Học xong, bác làm được**\n\n* Lưu số người nhà vào danh bạ.\n\n"
        "## **Chuẩn bị**\n\n* Điện thoại, giấy ghi số của con cháu.\n\n---\n\n## **Bước 1\\. Mở danh bạ** {#b1}\n\nBấm vào biểu tượng **“Danh bạ”**.\n\n"
        "## **Bước 2\\. Thêm tên mới**\n\nBấm ***“Tạo liên hệ mới”*** ở dưới cùng.\n\n![][image1]\n\n## **Bước 3\\. Gõ tên và số**\n\nGõ tên, rồi gõ số điện thoại.\n\n"
        "## **Bước 4\\. Lưu lại**\n\nBấm **“Lưu”**, rồi gọi thử một lần.\n\n## **Làm thử**\n\nTối nay bác lưu thêm một số của người nhà.\n\n"
        "## **Coi chừng**\n\nAi giục thì bác *dừng lại*, hỏi người nhà.\n\n## **Nếu không được**\n\n* **Máy hiện khác hình** – Tìm mục có chữ gần giống.\n* **Vẫn chưa được** – Hỏi con cháu.\n\n"
        f"## **Nhớ ba điều**\n\n1. Mở danh bạ.\n2. Gõ tên, gõ số.\n3. Gọi thử một lần.\n\n## **Tự kiểm**\n\n{quiz}\n## **Cho người hướng dẫn**\n\n"
        + "".join(f"* {line}\n" for line in PLAN) + "\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n"
    ).encode()  # fmt: skip


QUESTIONS = (
    (
        "Lưu nhầm số, bác làm gì?",
        "Mở tên ấy ra, gõ lại. — Sửa được ngay, không mất gì.",
        "Để nguyên. — Lần sau bác gọi nhầm người.",
    ),
    (
        "Lưu xong, bác làm gì?",
        "Gọi thử một lần. — Nghe đúng giọng người nhà là đúng số.",
        "Cất máy đi. — Số sai thì lúc cần không gọi được.",
    ),
    (
        "Người lạ xin xem danh bạ, bác làm gì?",
        "Không cho xem. — Số của người nhà là chuyện riêng.",
        "Đưa máy cho họ. — Họ có thể chép hết số.",
    ),
)
PLAN = (
    "5 phút: Khởi động. Bạn hỏi lớp hay gọi cho ai.",
    "10 phút: Làm mẫu. Học viên cầm máy, bạn không cầm hộ.",
    "5 phút: Chốt. Cả lớp đọc to ba điều.",
)
ALL = {"styles.docx": with_styles, "bold.docx": with_bold_lines, "table.docx": with_a_table, "typed.docx": with_typed_marks, "libre.odt": in_libreoffice,
       "google.md": from_google_docs}  # fmt: skip
