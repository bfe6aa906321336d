"""Which words: no belittling, no office language, no abbreviations, one form of address, nothing undated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tungbuoc.lesson import grammar
from tungbuoc.lesson.inline import without_code
from tungbuoc.lint.inline import without_quotes
from tungbuoc.lint.phrases import Phrases
from tungbuoc.lint.prose import Passage
from tungbuoc.lint.rule import Context, Found, rule

_PUBLIC = (grammar.LOUDSPEAKER, grammar.POSTER, grammar.LEAFLET)

_BELITTLING = {
    "dễ thôi": "Bỏ đi.", "chỉ cần": "Nói thẳng việc cần làm.", "đơn giản": "Nói số bước, số phút.",
    "ai cũng biết": "Bỏ đi.",
    "dễ dàng": (
        "Bỏ đi, hoặc nói mất bao nhiêu phút."
    ), "hiển nhiên": "Bỏ đi.", "mắc bẫy vì tham": (
        "Không đổ lỗi cho người bị lừa."
    ),
}  # fmt: skip
_OFFICE = {
    "người dùng cần": "Viết «{reader}».", "người dùng phải": "Viết «{reader}».",
    "người dùng có thể": "Viết «{reader}».",
    "người dùng nên": "Viết «{reader}».",
    "truy cập": "Viết «mở», «vào».", "tiến hành": "Bỏ đi: «tiến hành kích hoạt» → «kích hoạt».",
    "thực hiện việc": "Bỏ đi, dùng thẳng động từ.", "tuyệt đối": "Nói việc cần làm: «Không đọc mã cho ai.»",
    "khuyến cáo": "Viết «khuyên», «dặn».", "thao tác": "Viết «bước», «bấm».", "quý khách": "Viết «{reader}».",
    "vui lòng": "Bỏ đi.",
    "click": "Viết «bấm».", "user": "Viết «{reader}».", "password": "Viết «mật khẩu».",
    "download": "Viết «tải về».",
}  # fmt: skip
SHORT = {
    "CCCD": "thẻ căn cước", "CMND": "chứng minh nhân dân", "TTHC": "thủ tục", "DVC": "dịch vụ công",
    "UBND": "Ủy ban nhân dân",
    "TP": "thành phố", "CSDL": "cơ sở dữ liệu", "CNTT": "công nghệ thông tin", "ĐT": "điện thoại",
    "SĐT": "số điện thoại",
    "TK": "tài khoản", "MK": "mật khẩu", "NH": "ngân hàng", "TCNSCĐ": "Tổ công nghệ số",
    "GPLX": "giấy phép lái xe",
}  # fmt: skip
_DISTRICT = re.compile(
    r"\b(?:Ủy ban nhân dân|ủy ban|UBND|[Cc]ông an|[Pp]hòng|[Tt]òa án|[Cc]ơ quan|[Cc]hi cục) (?:quận|huyện)\b|"
    r"\bquận, huyện\b|\bhuyện, quận\b|\bcấp huyện\b"
)
_UNDATED = re.compile(r"\b(?:mới nhất|hiện nay|hiện tại|gần đây nhất|vừa ban hành)\b", re.IGNORECASE)
_DATE = re.compile(r"\b20\d\d\b|\btháng \d|\bhỏi\b", re.IGNORECASE)
_TRAPS = {
    "Cục An toàn thông tin": (
        "Từ 1/3/2025 việc này thuộc Bộ Công an (A05). Bỏ tên cơ quan, hoặc viết «Bộ Công an»."
    ),
    "Bộ Thông tin và Truyền thông": "Bộ này đã hợp nhất từ 1/3/2025. Bỏ tên cơ quan.",
    "bắt buộc tích hợp": "Thêm giấy tờ vào VNeID là quyền chọn, không bắt buộc. Viết «nên thêm».",
    "bắt buộc nộp trực tuyến": "Người dân có quyền chọn cách nộp. Viết «nộp trực tuyến được».",
    "thẻ BHYT giấy hết giá trị": "Thẻ giấy vẫn dùng được, chỉ không cấp đại trà nữa.",
    "miễn lệ phí vĩnh viễn": "Chỉ đến 28/2/2027 (NQ 66.22). Ghi rõ hạn.",
    "ngưỡng 200 triệu": "Ngưỡng nay là 1 tỷ đồng một năm (tính đến 7/2026).",
    "ngưỡng 500 triệu": "Ngưỡng nay là 1 tỷ đồng một năm (tính đến 7/2026).",
}  # fmt: skip
# “bác sĩ”, “bác Tư bán rau”, “bạn bè” and the like are not forms of address.
_NOT_ADDRESS = r"(?! (?:sĩ|bè|hàng|đời|đọc|học|gái|trai|thân|cùng|ấy)\b)(?! [A-ZĐ])"
_NEVER = re.compile(r"\b(?:ông/bà|ông \(bà\)|các cụ|chúng mình|chúng tôi|quý vị|anh/chị)\b", re.IGNORECASE)


_BELITTLING_PHRASES, _OFFICE_PHRASES = Phrases(_BELITTLING), Phrases(_OFFICE)
_TRAP_PHRASES = Phrases({key.lower(): fix for key, fix in _TRAPS.items()})
_SHORT_PHRASES = Phrases(SHORT, exact=True)


@lru_cache(maxsize=8)
def _patterns(forms: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    """How each form of address is found."""
    return {
        form: re.compile(
            rf"(?<!\w)(?<!người )(?<![Kk]ết )(?<!bầu )(?i:{re.escape(form)})(?!\w){_NOT_ADDRESS}"
        )
        for form in forms
    }


def own_words(context: Context) -> Iterator[tuple[Passage, str]]:
    """Passages but labels of screens, with code blanked: what the lesson itself says."""
    for passage in context.passages:
        if passage.kind != "label":
            yield passage, without_code(passage.raw)


@rule("S10")
def belittling(context: Context) -> Iterator[Found]:
    """Words that make a reader feel small."""
    for at, words, fix in _BELITTLING_PHRASES.find(context.own.text):
        yield Found(context.own.line_at(at), f"Không viết «{words}»: người chưa quen máy đọc thấy tủi.", fix)


@rule("S11")
def office(context: Context) -> Iterator[Found]:
    """Office and foreign words where a plain one exists."""
    for at, words, fix in _OFFICE_PHRASES.find(context.bare.text):
        text = f"«{words}» là lời công văn, {context.words.people} khó hiểu."
        yield Found(context.bare.line_at(at), text, fix.replace("{reader}", context.form))


@rule("S12")
def short_forms(context: Context) -> Iterator[Found]:
    """Abbreviations that are to be spelt out."""
    for at, words, whole in _SHORT_PHRASES.find(context.own.text):
        yield Found(context.own.line_at(at), f"Không viết tắt «{words}».", f"Viết «{whole}».")


@rule("S13")
def districts(context: Context) -> Iterator[Found]:
    """Districts do no procedures since 1/7/2025."""
    for match in _DISTRICT.finditer(context.own.text):
        yield Found(
            context.own.line_at(match.start()),
            f"Không còn cấp quận, huyện từ 1/7/2025: «{match[0]}».",
            "Viết «xã, phường» hoặc «tỉnh, thành phố».",
        )


@rule("S14")
def undated(context: Context) -> Iterator[Found]:
    """“Now” without a date."""
    if not _UNDATED.search(context.bare.text):
        return
    for passage, sentence in context.sentences():
        match = _UNDATED.search(without_quotes(sentence.plain))
        if match and passage.section != grammar.TRAINER and not _DATE.search(sentence.plain):
            yield Found(
                sentence.line,
                f"«{match[0]}» mà không có ngày, ít lâu nữa sẽ sai.",
                "Viết «Tính đến tháng 11/2026, …» hoặc bỏ đi.",
            )


@rule("S15")
def one_form(context: Context) -> Iterator[Found]:
    """One form of address in a lesson; all together in what is read out or hung up; “bạn” to the trainer."""
    said, people = context.bare.text.lower(), context.words.people
    patterns = _patterns(context.forms)
    others = any(form in said for form in patterns if form != context.form)
    public = any(section.title in _PUBLIC for section in context.lesson.sections)
    if not others and not public:
        return
    for passage, text in own_words(context):
        if passage.section == grammar.TRAINER:
            continue
        wanted = people if passage.section in _PUBLIC else context.form
        bare = without_quotes(text)
        for form, pattern in patterns.items():
            match = (
                pattern.search(bare)
                if form != wanted and not (form == people and passage.section not in _PUBLIC)
                else None
            )
            if match:
                yield Found(
                    passage.line_at(match.start()),
                    f"Ở đây gọi người đọc là «{wanted}», không phải «{form}».",
                    f"Đổi «{form}» thành «{wanted}».",
                )


@rule("S16")
def never(context: Context) -> Iterator[Found]:
    """Forms of address this project does not use."""
    for match in _NEVER.finditer(context.bare.text):
        yield Found(
            context.bare.line_at(match.start()),
            f"Không gọi người đọc là «{match[0]}».",
            f"Viết «{context.form}».",
        )


@rule("S17")
def traps(context: Context) -> Iterator[Found]:
    """Statements that were true once, or never."""
    for at, words, fix in _TRAP_PHRASES.find(context.own.text):
        yield Found(context.own.line_at(at), f"«{words}» không còn đúng.", fix)
