"""The words that stand for a drawing where it cannot be seen: what is on the screen, from top to bottom, and the finger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import model
from .model import Element, Screen

_HERE = {"tap": "bấm vào đây", "hold": "giữ ngón tay ở đây", "dont": "đừng bấm vào đây"}
_SWIPES = {"up": "vuốt lên", "down": "vuốt xuống", "left": "vuốt sang trái", "right": "vuốt sang phải"}
_CALLS = {"incoming": "cuộc gọi đến", "talking": "đang nói chuyện với", "calling": "đang gọi"}
_VIEWS = {"qr": "ô vuông mã QR", "card": "tấm thẻ", "person": "một người", "page": "một tờ giấy"}


def alt(screen: Screen) -> str:
    """One Vietnamese sentence: `Màn hình “Danh bạ”: Con gái; Công an xã (bấm vào đây); Ngân hàng.`"""
    quiet = any(isinstance(e, model.People | model.Notebook | model.Nfc) for e in screen.body)
    name = "Hình vẽ" if quiet and not screen.title else "Màn hình máy tính" if screen.computer else "Màn hình"
    if screen.title:
        name += f" “{screen.title}”"
    said = [f"thanh trên cùng có {', '.join(screen.status)}"] if screen.status else []
    said += [_say(e) for e in screen.body]
    text = "; ".join(part for part in said if part)
    return f"{name}: {text}." if text else f"{name}."


def _say(e: Element) -> str:
    said = _WORDS[type(e)](e) if type(e) in _WORDS else e.say()
    words = said.replace("\n", " ").rstrip(".;: ")
    number = f"{e.number}. " if e.number else ""
    if not e.verbs:
        return number + words
    verb = e.verbs[0]
    if verb == "type":
        doing = f"gõ {e.type}" if not getattr(e, "secret", False) else "gõ vào đây"
    elif verb == "swipe":
        doing = _SWIPES[e.swipe or "up"]
    else:
        doing = _HERE[verb] if e.part is None else f"{_HERE[verb].removesuffix(' vào đây').removesuffix(' ở đây')} “{e.part}”"
    return f"{number}{words} ({doing})"


def _with(words: str, *more: str) -> str:
    return ", ".join(part.rstrip(":,; ") for part in (words, *more) if part)


def _state(on: str, yes: str, no: str) -> str:
    return yes if on == "on" else no


def _value(e: model.FieldBox) -> str:
    if e.type or not e.value:
        return "" if e.type else "còn trống"
    return "đã gõ, chữ bị che" if e.secret else e.value


def _boxes(e: model.CodeBoxes) -> str:
    shown = "" if e.type or e.secret or not e.boxes else f", đã có {' '.join(e.boxes)}"
    return f"{e.of} ô để gõ số{shown}"


def _keyboard(e: model.Keyboard) -> str:
    last = e.key or ("mic" if e.part == "mic" else "")
    return _with("bàn phím chữ", f"phím {'micro' if last == 'mic' else f'“{last}”'}" if last else "")


def _call_buttons(e: model.Call) -> str:
    return "nút tròn đỏ Kết thúc" if e.state != "incoming" else "nút tròn đỏ Từ chối, nút Nghe"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names)


_WORDS: dict[type[Element], Callable[[Any], str]] = {
    model.TextLine: lambda e: e.text,
    model.FieldBox: lambda e: _with(f"ô {e.field}", _value(e)),
    model.Button: lambda e: f"nút “{e.button}”",
    model.Row: lambda e: _with(e.row, e.note, e.value),
    model.IconGrid: lambda e: f"các biểu tượng {_list(e.parts)}",
    model.Tabs: lambda e: _with(f"hàng mục {_list(e.tabs)}", f"đang ở {e.chosen}" if e.chosen else ""),
    model.Switch: lambda e: f"công tắc {e.switch} {_state(e.state, 'đang bật', 'đang tắt')}",
    model.Check: lambda e: f"ô {_state(e.state, 'đã đánh dấu', 'chưa đánh dấu')} {e.check}",
    model.Radio: lambda e: f"lựa chọn {e.radio}{_state(e.state, ', đang chọn', '')}",
    model.Dialog: lambda e: _with(f"hộp hỏi “{' '.join(filter(None, (e.title, e.dialog)))}”", f"nút {_list(e.buttons)}" if e.buttons else ""),
    model.Notice: lambda e: f"thông báo{f' từ {e.sender}' if e.sender else ''}: {e.notice}",
    model.CodeBoxes: _boxes,
    model.Keypad: lambda _e: "bàn phím số",
    model.Keyboard: _keyboard,
    model.Camera: lambda e: _with(f"máy ảnh đang nhìn {_VIEWS[e.camera]}", e.note),
    model.Face: lambda e: f"khung khuôn mặt, {e.face}",
    model.Finger: lambda e: f"hình dấu vân tay, {e.finger}",
    model.Call: lambda e: _with(f"{_CALLS[e.state]} {e.call}", e.note, *(f"nghe nói “{line}”" for line in e.says), _call_buttons(e)),
    model.VideoCall: lambda e: _with(
        f"gọi hình với {e.videocall}", e.note, "đang tắt tiếng" if e.muted else "", f"nút {_list(e.parts)}"
    ),
    model.Bubble: lambda e: f"tin của bác “{e.bubble}”" if e.mine else f"tin nhắn “{e.bubble}”",
    model.Slider: lambda e: f"thanh kéo {e.slider} ở mức {e.value} trên 100",
    model.Map: lambda e: f"bản đồ chỉ chỗ {e.map}",
    model.Progress: lambda e: f"{e.progress}, được {e.value} phần trăm",
    model.Done: lambda e: f"dấu xong, {e.done}",
    model.Warn: lambda e: f"cảnh báo, {e.warning}",
    model.Address: lambda e: _with(f"địa chỉ trang {e.address}", "có hình ổ khóa" if e.lock else ""),
    model.Photo: lambda e: f"{'ảnh khuôn mặt' if e.of == 'face' else 'ảnh'} {e.photo}".strip(),
    model.Card: lambda e: _with(f"thẻ {e.card}", *e.lines),
    model.Notebook: lambda e: _with(f"trang sổ {e.notebook}", *e.lines),
    model.Clock: lambda e: _with(f"đồng hồ {e.clock}", e.note),
    model.Listening: lambda e: f"hình micro, {e.listening}",
    model.SideButton: lambda e: f"{e.side} ở cạnh phải máy",
    model.Plug: lambda e: f"{e.plug} cắm ở cạnh dưới máy",
    model.Nfc: lambda e: f"thẻ áp vào lưng máy, {e.nfc}",
    model.People: lambda e: f"hình {_list(e.people)}",
}
