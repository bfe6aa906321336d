"""The colours and the weight of a drawing: one set for each place where a screen is shown (look.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace

_PRESS = "Noto Sans"
_SCREEN = "system-ui,Roboto,'Noto Sans',sans-serif"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by their name in look.md, as an SVG attribute takes them.

    `cham_chu` is text on `cham`, `thanh` the tint of a title bar, `khung` the lines of the phone, `tay` the
    outline of the hand. With `bold` every word is bold: regular type inside a phone does not survive a
    photocopier.
    """

    diep: str
    trang: str
    than: str
    than2: str
    son: str
    cham: str
    cham_chu: str
    hoe: str
    vach: str
    ke: str
    thanh: str
    khung: str
    tay: str
    bold: bool = False
    family: str = _SCREEN


PRINT = Tokens(
    diep="#fff", trang="#fff", than="#000", than2="#000", son="#000", cham="#000", cham_chu="#fff",
    hoe="#fff",
    vach="#000", ke="#000", thanh="#fff", khung="#000", tay="#000", bold=True, family=_PRESS,
)  # fmt: skip
COLOUR_PRINT = replace(PRINT, son="#96291A", cham="#0E4657", hoe="#F3C75B")
LIGHT = Tokens(
    diep="#FBF7EE", trang="#fff", than="#1E1B18", than2="#4A433B", son="#96291A", cham="#0E4657",
    cham_chu="#fff",
    hoe="#F3C75B", vach="#857A6B", ke="#DDD2BF", thanh="#F4EADB", khung="#1E1B18", tay="#1E1B18",
    family=_PRESS,
)  # fmt: skip
DARK = Tokens(
    diep="#17140F", trang="#231F19", than="#F5EEE1", than2="#D6CBB9", son="#FFB6A3", cham="#9FD6E8",
    cham_chu="#17140F",
    hoe="#F3C75B", vach="#958A79", ke="#3D362C", thanh="#362B26", khung="#D6CBB9", tay="#17140F",
    family=_PRESS,
)  # fmt: skip
WEB = Tokens(
    diep="var(--tb-diep)", trang="var(--tb-trang)", than="var(--tb-than)", than2="var(--tb-than2)",
    son="var(--tb-son)",
    cham="var(--tb-cham)", cham_chu="var(--tb-cham-chu)", hoe="var(--tb-hoe)", vach="var(--tb-vach)",
    ke="var(--tb-ke)",
    thanh="var(--tb-thanh)", khung="var(--tb-khung,var(--tb-than))", tay="#1E1B18",
)  # fmt: skip
