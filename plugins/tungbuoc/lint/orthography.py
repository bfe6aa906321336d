"""The project's spelling: i/y by list, confusions, the place of tones. Data and pure functions; rules and
fixes share them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from tungbuoc.lint.phrases import Phrases
from tungbuoc.lint.syllables import respell

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

# style.vi.md §4: the list on which i/y is checked. Wrong → right, whole words.
_I_Y = """
kĩ năng→kỹ năng|kĩ thuật→kỹ thuật|kĩ càng→kỹ càng|kĩ lưỡng→kỹ lưỡng|kĩ sư→kỹ sư|đọc kĩ→đọc kỹ|xem kĩ→xem kỹ
nhìn kĩ→nhìn kỹ|kí số→ký số|kí tên→ký tên|kí tự→ký tự|kí hiệu→ký hiệu|kí kết→ký kết|kí nhận→ký nhận
đăng kí→đăng ký|chữ kí→chữ ký|nhật kí→nhật ký|lí lịch→lý lịch|lí do→lý do|quản lí→quản lý|xử lí→xử lý
hợp lí→hợp lý|đại lí→đại lý|tâm lí→tâm lý|pháp lí→pháp lý|vô lí→vô lý|kỉ niệm→kỷ niệm|kỉ luật→kỷ luật
thế kỉ→thế kỷ|thời kì→thời kỳ|kì hạn→kỳ hạn|định kì→định kỳ|chu kì→chu kỳ|bất kì→bất kỳ|học kì→học kỳ
tỉ đồng→tỷ đồng|tỉ lệ→tỷ lệ|tỉ giá→tỷ giá|hi vọng→hy vọng|hi sinh→hy sinh|bác sỹ→bác sĩ|ca sỹ→ca sĩ
nghệ sỹ→nghệ sĩ|nha sỹ→nha sĩ|dược sỹ→dược sĩ|y sỹ→y sĩ|tiến sỹ→tiến sĩ|thạc sỹ→thạc sĩ|công ti→công ty
qui định→quy định|qui trình→quy trình|qui tắc→quy tắc|quí vị→quý vị|quí khách→quý khách|í kiến→ý kiến
chú í→chú ý|đồng í→đồng ý|mĩ phẩm→mỹ phẩm|thẩm mĩ→thẩm mỹ|địa lí→địa lý|tì lệ→tỷ lệ
"""
# Every syllable of these is well built, so only a list finds them. Wrong → right.
_CONFUSED = """
tài khoảng→tài khoản|chuyển khoảng→chuyển khoản|khoảng tiền→khoản tiền|điều khoảng→điều khoản
khoản cách→khoảng cách|khoản chừng→khoảng chừng|mật khẫu→mật khẩu|mặt khẩu→mật khẩu|bảo mặt→bảo mật
khẫu trang→khẩu trang|xử dụng→sử dụng|sữ dụng→sử dụng|sử lý→xử lý|lịch xử→lịch sử|dử liệu→dữ liệu
dữ liệu cá nhăn→dữ liệu cá nhân|xát thực→xác thực|sác thực→xác thực|xát nhận→xác nhận|sác nhận→xác nhận
chính sác→chính xác|bổ xung→bổ sung|chia xẻ→chia sẻ|chia sẽ→chia sẻ|sữa chữa→sửa chữa|sữa lỗi→sửa lỗi
sữa đổi→sửa đổi|chỉnh sữa→chỉnh sửa|sơ xuất→sơ suất|hướng dẩn→hướng dẫn|hổ trợ→hỗ trợ|hỗ chợ→hỗ trợ
giúp đở→giúp đỡ|củng như→cũng như|củng được→cũng được|cũng cố→củng cố|nghĩ hưu→nghỉ hưu|suy nghỉ→suy nghĩ
nghĩ ngơi→nghỉ ngơi|dể dàng→dễ dàng|dể nhớ→dễ nhớ|giử lại→giữ lại|giử yên→giữ yên|giử máy→giữ máy
mỡ máy→mở máy|mỡ ứng dụng→mở ứng dụng|mả xác nhận→mã xác nhận|mả số→mã số|mả hóa→mã hóa|chử số→chữ số
chử ký→chữ ký|chử hoa→chữ hoa|nhấp vô→bấm vào|đường giây→đường dây|giành cho→dành cho|giành riêng→dành riêng
dành giật→giành giật|để giành→để dành|thăm quan→tham quan|xuất xắc→xuất sắc|trãi nghiệm→trải nghiệm
bảo hiễm→bảo hiểm|bão hiểm→bảo hiểm|bảo vẹ→bảo vệ|nguy hiễm→nguy hiểm|kiễm tra→kiểm tra|điễm→điểm
bão mật→bảo mật|thẽ→thẻ|cữa→cửa|chổ→chỗ|tin nhắng→tin nhắn|nhắng tin→nhắn tin|tiền bạt→tiền bạc
lừa đão→lừa đảo|lừa đạo→lừa đảo|giả mạu→giả mạo|cảnh báu→cảnh báo|thông báu→thông báo|đăng nhặp→đăng nhập
đăng nhâp→đăng nhập|nhặp→nhập|cập nhặt→cập nhật|cặp nhật→cập nhật|kích hoặc→kích hoạt|kích hoặt→kích hoạt
tiếp tụt→tiếp tục|căn cướt→căn cước|địng danh→định danh|dịnh danh→định danh|vân tai→vân tay
khuông mặt→khuôn mặt|nhận diệng→nhận diện|gởi→gửi|chụp hìng→chụp hình|ngân hàn→ngân hàng|ngâng hàng→ngân hàng
rút tiềng→rút tiền|hóa đơng→hóa đơn|hoá đơng→hóa đơn|biên lay→biên lai|số giư→số dư|nộp phạc→nộp phạt
máy tín→máy tính|màng hình→màn hình|màn hìn→màn hình|tải sống→tải xuống|ứng dụn→ứng dụng
wifi công cọng→wifi công cộng|mạng xả hội→mạng xã hội|phường xả→phường xã|xả phường→xã phường
công an xả→công an xã|trợ cắp→trợ cấp|thủ tụt→thủ tục|hồ xơ→hồ sơ|giấy tờ tùy thăn→giấy tờ tùy thân
sẳn sàng→sẵn sàng|có sẳn→có sẵn|sẳn→sẵn|vẩn→vẫn|củ kỹ→cũ kỹ|máy củ→máy cũ|số củ→số cũ|bỏ lở→bỏ lỡ
lở tay→lỡ tay|nổi lo→nỗi lo|mổi→mỗi|nửa đêm khuya→nửa đêm
"""
_DOUBLED_ONLY_BY_SLIP = (
    "và|của|là|bác|các|được|một|những|trong|cho|thì|mà|để|này|có|với|đã|sẽ|bị|máy|mã|bấm|gõ|số|tên"
)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("→") for line in text.split("\n") for pair in line.split("|") if pair)


I_Y, CONFUSED = _pairs(_I_Y), _pairs(_CONFUSED)


_I_Y_PHRASES, _CONFUSED_PHRASES = Phrases(I_Y), Phrases(CONFUSED)
_DOUBLED_PHRASES = Phrases({f"{word} {word}": word for word in _DOUBLED_ONLY_BY_SLIP.split("|")})


def i_or_y(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, as written, as the project writes it) for every word of the i/y list."""
    return _like(_I_Y_PHRASES, text)


def confused(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, as written, what was meant) for every known confusion."""
    return _like(_CONFUSED_PHRASES, text)


def doubled(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, as written, once) for little words written twice: “của của”."""
    return _like(_DOUBLED_PHRASES, text)


@lru_cache(maxsize=512)
def words(text: str) -> frozenset[str]:
    """The different words of a text, stretches of letters."""
    return frozenset(WORD.findall(text))


def misplaced(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, as written, as the project writes it) for tone marks on the wrong vowel: “hoà”, “đựơc”.
    `text` is NFC."""
    wrong = {
        word: right
        for word in words(text)
        if not word.isascii() and (right := respell_like(word)) and right != word
    }
    for match in WORD.finditer(text) if wrong else ():
        if match[0] in wrong:
            yield match.start(), match[0], wrong[match[0]]


@lru_cache(maxsize=20_000)
def respell_like(word: str) -> str | None:
    """`respell` that keeps the letters' case; None for no syllable, or when letters would be lost."""
    right = respell(word.lower())
    if right is None or len(right) != len(word):
        return None
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, right, strict=True))


def replace_all(text: str, find: Callable[[str], Iterator[tuple[int, str, str]]]) -> str:
    """`text` with everything that `find` reports written the right way."""
    for at, wrong, right in sorted(find(text), reverse=True):
        text = text[:at] + right + text[at + len(wrong) :]
    return text


def nfc(text: str) -> str:
    """Composed letters, “ð” as “đ”."""
    return unicodedata.normalize("NFC", text).replace("ð", "đ").replace("Ð", "Đ")


def _like(phrases: Phrases, text: str) -> Iterator[tuple[int, str, str]]:
    """What the phrases find, the right form with a capital where the wrong one has it."""
    for at, wrong, right in phrases.find(text):
        yield at, wrong, right[0].upper() + right[1:] if wrong[0].isupper() else right
