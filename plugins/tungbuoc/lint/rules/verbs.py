"""Verbs that a step begins with: what a hand, an eye, a mouth does."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VERBS = frozenset(
    re.findall(
        r"\S+",
        """
bấm gõ chọn đọc đợi cắm chụp hỏi mở vuốt chạm giữ kéo nhìn xem tìm nói nghe đưa quét ghi viết cất lấy mang đến
gọi nhắn gửi nhận nhập điền đặt đổi xóa bật tắt khóa lưu thử quay cầm giơ so kiểm tra soát đếm trả nộp rút nạp
chuyển hẹn nhờ chờ vào ra về đi dừng cúp kể báo tự tháo lắp áp lau dán in cắt gấp treo dựng chia mời chào xin
ký đăng thoát rời bỏ gỡ cài cập tải nối kết làm tập diễn tính cộng trừ tách gom dọn lùi tránh để đừng không
chuẩn xác nhấn bước ngồi đứng dùng giao thưởng trao dạy học chỉ giúp kèm nhắc nhớ chốt tổng nêu khởi theo đối
liệt cân nghĩ dò chép đeo tích đánh vẽ sạc ngắt hãy nghi từ biết phân lật trình cho thêm bớt sửa nghỉ thở quan
rà soạn đóng phơi úp ngừng tố trình tới rủ thống tạo chạy ngắm hứng ghé giới xếp thắp ghép mượn
rửa xả ngâm ép bóp ấn băng buộc thấm lót đắp chườm cúi nằm cởi nới nâng kê che phủ nhổ thay
""",
    )
)


def begins_with_verb(sentence: str, forms: Iterable[str]) -> bool:
    """True when the first word, after an optional form of address, is a known verb."""
    words = sentence.lower().lstrip('“"(* ')
    for form in forms:
        words = words.removeprefix(f"{form} ")
    return words.split(maxsplit=1)[0].strip(",.:“”") in _VERBS if words.strip() else False
