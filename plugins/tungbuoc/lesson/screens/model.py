"""The words of a `phone` block: a screen is a title and a body of elements, each element one thing a learner sees.

An element is a mapping whose *kind* is the one key named in `KINDS` (`button: Cài đặt`); the other keys are its
attributes (`tap: true`). Every scalar arrives as text (`strict_yaml`), pydantic makes the types. The vocabulary was
planned from the 48 lessons of the curriculum.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

if TYPE_CHECKING:
    from .pen import Pen


def _plain(value: object) -> object:
    """Composed letters, and a space for every sign that cannot be drawn or stand in XML; line ends stay."""
    if not isinstance(value, str):
        return value
    return "".join(sign if sign == "\n" or sign.isprintable() else " " for sign in unicodedata.normalize("NFC", value))


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), BeforeValidator(_plain)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), BeforeValidator(_plain)]
OnOff = Literal["on", "off"]
Verb = Literal["tap", "hold", "dont", "swipe", "type"]
Icon = Literal[
    "alert", "app", "back", "bank", "battery", "bell", "book", "brightness", "bus", "calendar", "camera", "card",
    "chat", "check", "clock", "cloud", "contacts", "document", "download", "face", "file", "finger", "folder", "gift",
    "globe", "group", "health", "heart", "help", "home", "id", "image", "info", "key", "keyboard", "link", "list",
    "lock", "mail", "map", "menu", "mic", "mic-off", "mobile", "money", "more", "mute", "notebook", "paper", "people", "person", "phone",
    "phone-down", "photo", "pin", "play", "plug", "plus", "power", "print", "qr", "receipt", "refresh", "scan",
    "search", "send", "settings", "share", "shield", "shop", "signal", "sim", "speaker", "star", "store", "switch",
    "text-size", "trash", "truck", "user", "video", "video-off", "wallet", "warning", "wifi",
]
WHOLE = "true"
ERASE = "xóa"


@dataclass(frozen=True, slots=True)
class Guide:
    """What the editors' page says of an element: its chapter, what it is for, a block that shows it."""

    chapter: str
    text: str
    example: str


class Element(BaseModel):
    """What every element may carry: an icon and at most one mark of the learner's finger.

    `tap`, `hold` and `dont` are `true`, or the label of the part that is meant (a dialog's button, a key, a tab,
    an icon of a grid). `dont` draws the crossed ring “do not tap”. `type` is the text the learner types there.
    `number` is the small label 1, 2, 3 where a step has several marks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: ClassVar[str]
    guide: ClassVar[Guide]
    in_head: ClassVar[bool] = False

    tap: Label | None = None
    hold: Label | None = None
    dont: Label | None = None
    swipe: Literal["up", "down", "left", "right"] | None = None
    type: Label | None = None
    number: Annotated[int, Field(ge=1, le=9)] | None = None

    @field_validator("tap", "hold", "dont", mode="before")
    @classmethod
    def _no_is_none(cls, value: object) -> object:
        return None if value in ("false", "no", "off") else value

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """What the finger does here; more than one is a mistake."""
        named: tuple[Verb, ...] = ("tap", "hold", "dont", "swipe", "type")
        return tuple(verb for verb in named if getattr(self, verb) is not None)

    @property
    def part(self) -> str | None:
        """The part that the mark names; None for the whole element."""
        named = self.tap or self.hold or self.dont
        return None if named in (None, WHOLE) else named

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts a mark may name."""
        return ()

    def draw(self, pen: Pen, y: float) -> float:
        """Draw it from `y` down; gives its bottom."""
        raise NotImplementedError

    def say(self) -> str:
        """Its words where it cannot be seen."""
        raise NotImplementedError


class TextLine(Element):
    """`text: Bác chọn cách nhận mã` — a paragraph; `strong: true` makes it bold and larger; `center: true` centres it."""

    kind = "text"
    text: Text
    strong: bool = False
    center: bool = False


class FieldBox(Element):
    """`field: Số điện thoại`, `value: 0900 000 000` — a box to type in; `secret: true` shows dots for the value."""

    kind = "field"
    field: Label
    value: Text = ""
    secret: bool = False


class Button(Element):
    """`button: Gửi yêu cầu` — a pill; `plain: true` is a text button without one."""

    kind = "button"
    button: Label
    plain: bool = False
    icon: Icon | None = None


class Row(Element):
    """`row: Công an xã`, `icon: shield`, `note: …` (second, small line), `value: …` (right) — a line of a list."""

    kind = "row"
    row: Label
    note: Text = ""
    value: Text = ""
    icon: Icon | None = None


class IconCell(BaseModel):
    """One cell of a grid: `{label: Ảnh, icon: photo}`. An app is its name under our own neutral icon, or under a letter."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: Label
    icon: Icon = "app"
    letter: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2), BeforeValidator(_plain)] = ""


class IconGrid(Element):
    """`icons: [{label: Zalo, icon: chat}, …]` — apps on the home screen, two or three a row; `tap: Zalo` marks one."""

    kind = "icons"
    icons: Annotated[tuple[IconCell, ...], Field(min_length=1, max_length=9)]

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(cell.label for cell in self.icons)


class Tabs(Element):
    """`tabs: [Tin nhắn, Danh bạ, Cá nhân]`, `chosen: Danh bạ` — a bar of tabs; `tap: Cá nhân` marks one."""

    kind = "tabs"
    tabs: Annotated[tuple[Label, ...], Field(min_length=2, max_length=5)]
    chosen: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return self.tabs


class Switch(Element):
    """`switch: Wifi`, `state: on` — a labelled switch."""

    kind = "switch"
    switch: Label
    state: OnOff = "off"
    icon: Icon | None = None


class Check(Element):
    """`check: Tôi đồng ý`, `state: on` — a box with a tick or without."""

    kind = "check"
    check: Label
    state: OnOff = "off"


class Radio(Element):
    """`radio: Nhận qua tin nhắn`, `state: on` — one choice of several."""

    kind = "radio"
    radio: Label
    state: OnOff = "off"


class Dialog(Element):
    """`dialog: Cho phép dùng máy ảnh?`, `buttons: [Không, Có]` — a box over the screen; `tap: Có` marks a button."""

    kind = "dialog"
    dialog: Text
    title: Text = ""
    buttons: Annotated[tuple[Label, ...], Field(max_length=3)] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        return self.buttons


class Notice(Element):
    """`notice: Mã của bác là 000 000`, `sender: Tin nhắn` — a notification at the top of the screen."""

    kind = "notice"
    notice: Text
    sender: Text = ""


class CodeBoxes(Element):
    """`boxes: 123`, `of: 6` — boxes for a PIN or a one-time code; `secret: true` shows dots."""

    kind = "boxes"
    boxes: Annotated[str, StringConstraints(strip_whitespace=True, max_length=8), BeforeValidator(_plain)]
    of: Annotated[int, Field(ge=3, le=8)] = 6
    secret: bool = False


class Keypad(Element):
    """`keypad: digits` (or `phone`, with * and #) — number keys; `tap: 4` marks one."""

    kind = "keypad"
    keypad: Literal["digits", "phone"]

    @property
    def parts(self) -> tuple[str, ...]:
        return (*"123456789", *("*0#" if self.keypad == "phone" else "0"), ERASE)


class Keyboard(Element):
    """`keyboard: a b c` — a strip of letter keys; `tap: mic` marks the microphone key, `tap: Gửi` a named key."""

    kind = "keyboard"
    keyboard: Label
    key: Label | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return (*self.keyboard.split(), *((self.key,) if self.key else ()))


class Camera(Element):
    """`camera: qr` — the camera's view: `qr` (a false code no reader decodes), `card`, `person` or `page`; `note` below."""

    kind = "camera"
    camera: Literal["qr", "card", "person", "page"]
    note: Text = ""


class Face(Element):
    """`face: Đưa mặt vào khung` — an oval frame for the face, with its line of text."""

    kind = "face"
    face: Text


class Finger(Element):
    """`finger: Chạm nhẹ vào cảm biến` — a fingerprint, with its line of text."""

    kind = "finger"
    finger: Text


class Call(Element):
    """`call: 0900 000 000`, `state: incoming` (Từ chối, Nghe), `talking` or `calling` (Kết thúc), `note: số lạ`; `tap: Nghe`.

    `says: [Tôi bắt bác!]` is what one hears, `of: face` the picture of somebody in the contacts.
    """

    kind = "call"
    call: Label
    state: Literal["incoming", "talking", "calling"] = "incoming"
    note: Text = ""
    says: Annotated[tuple[Label, ...], Field(max_length=3)] = ()
    of: Literal["nobody", "face"] = "nobody"

    @property
    def parts(self) -> tuple[str, ...]:
        return ("Từ chối", "Nghe") if self.state == "incoming" else ("Kết thúc",)


class VideoCall(Element):
    """`videocall: Con gái`, `note: hình mờ, giật` — a large picture of a person, buttons Mic, Camera, Kết thúc; `tap: Kết thúc`.

    `muted: true` shows the microphone struck out.
    """

    kind = "videocall"
    videocall: Label
    note: Text = ""
    muted: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        return ("Mic", "Camera", "Kết thúc")


class Bubble(Element):
    """`bubble: Bác nộp phí ngay` — a chat message from somebody; `mine: true` is the learner's own, on the right."""

    kind = "bubble"
    bubble: Text
    mine: bool = False


class Slider(Element):
    """`slider: Cỡ chữ`, `value: 70` (0–100), `icon: text-size` — a slider."""

    kind = "slider"
    slider: Label
    value: Annotated[int, Field(ge=0, le=100)] = 50
    icon: Icon | None = None


class Map(Element):
    """`map: Công an xã` — a few streets and a pin with its label."""

    kind = "map"
    map: Label


class Progress(Element):
    """`progress: Đang tải`, `value: 60` (0–100) — a bar."""

    kind = "progress"
    progress: Text
    value: Annotated[int, Field(ge=0, le=100)] = 50


class Done(Element):
    """`done: Đã gửi yêu cầu` — a result with a large tick."""

    kind = "done"
    done: Text


class Warn(Element):
    """`warning: Tên người nhận không khớp` — a black triangle and its text."""

    kind = "warning"
    warning: Text


class Address(Element):
    """`address: dichvucong.gov.vn` — a browser's address bar; `lock: true` draws the padlock of a closed connection."""

    kind = "address"
    address: Label
    lock: bool = False


class Photo(Element):
    """`photo: Ảnh cháu` — a picture with its label: a landscape, or `of: face` a face."""

    kind = "photo"
    photo: Text
    of: Literal["landscape", "face"] = "landscape"


class Card(Element):
    """`card: Căn cước`, `lines: [NGUYỄN VĂN A, 000 000 000 000]` — a card or paper with invented data."""

    kind = "card"
    card: Label
    lines: Annotated[tuple[Label, ...], Field(max_length=4)] = ()
    icon: Icon | None = None


class Notebook(Element):
    """`notebook: Sổ ghi nhớ`, `lines: [gợi ý: cây trước nhà]` — a page of paper with handwriting lines."""

    kind = "notebook"
    notebook: Label
    lines: Annotated[tuple[Label, ...], Field(max_length=5)] = ()


class Clock(Element):
    """`clock: 08:00`, `note: Thứ Bảy` — the large clock of a locked screen."""

    kind = "clock"
    clock: Label
    note: Text = ""


class Listening(Element):
    """`listening: Đang nghe…` — a large microphone with rings."""

    kind = "listening"
    listening: Text


class SideButton(Element):
    """`side: Nút nguồn` — a button on the phone's right edge, with its name; `tap: true` or `hold: true`."""

    kind = "side"
    side: Label


class Plug(Element):
    """`plug: Dây sạc` — a charging cable at the bottom edge."""

    kind = "plug"
    plug: Label


class Nfc(Element):
    """`nfc: Áp thẻ vào lưng máy` — a card held against the back of a phone."""

    kind = "nfc"
    nfc: Text


class People(Element):
    """`people: [Con gái, Tổ công nghệ số]` — one to three persons with their roles: when the step happens away from the screen."""

    kind = "people"
    people: Annotated[tuple[Label, ...], Field(min_length=1, max_length=3)]


ELEMENTS: tuple[type[Element], ...] = (
    TextLine, FieldBox, Button, Row, IconGrid, Tabs, Switch, Check, Radio, Dialog, Notice, CodeBoxes, Keypad, Keyboard,
    Camera, Face, Finger, Call, VideoCall, Bubble, Slider, Map, Progress, Done, Warn, Address, Photo, Card, Notebook,
    Clock, Listening, SideButton, Plug, Nfc, People,
)  # fmt: skip
KINDS: dict[str, type[Element]] = {element.kind: element for element in ELEMENTS}


def element(made: type[Element]) -> type[Element]:
    """Enter an element under its kind: what a block may say, what is drawn, what the editors' page shows."""
    if made.kind in KINDS:
        raise ValueError(f"two elements have the kind {made.kind}")
    KINDS[made.kind] = made
    return made


class Screen(BaseModel):
    """One drawing of a phone. Several in a step are frames in order.

    `title` stands in the app's title bar, `back: true` puts an arrow before it; `status` names what the status bar
    shows, only where a lesson is about it (`status: [wifi, 4G, pin 20 %]`); `on` marks a screen of one kind of phone;
    `computer: true` draws a computer's monitor in the phone's place. `result` is the screen that follows what the finger
    does: a film shows it at its end, paper and page do not.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text = ""
    back: bool = False
    status: Annotated[tuple[Label, ...], Field(max_length=4)] = ()
    on: Literal["android", "iphone"] | None = None
    computer: bool = False
    body: tuple[Element, ...] = ()
    result: Screen | None = None
