"""Sealed PDFs for tests of stamping: a small one made by hand, and real sheets pressed once a session."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import pikepdf
from tests.press.galleys import full

from tungbuoc.press import formats, making, plan
from tungbuoc.press.engine import machine
from tungbuoc.press.order import Order
from tungbuoc.press.stamping import Team
from tungbuoc.press.stamping.append import FORM_KEY
from tungbuoc.press.stamping.layout import PHONE
from tungbuoc.press.stamping.seal import seal

PRINT = Path(__file__).parents[2] / "print"
OURS = Team(
    "Tổ công nghệ số thôn Mẫu",
    "0912 345 678",
    "Nhà văn hóa",
    "tối thứ Ba và thứ Sáu",
    "https://zalo.example/to-mau",
)
OTHERS = Team("Tổ khu phố Hai", "0923 456 789")


@lru_cache(maxsize=8)
def pressed(name: str) -> bytes:
    """A lesson in the format `name`, sealed."""
    known = formats.load(PRINT / "formats").known
    return making.pressed(
        Order(plan.Handout("E1", "Bài", known[name], (full(),)), PRINT / "formats", PRINT.parent)
    )


@lru_cache(maxsize=8)
def small(*rooms: tuple[float, float, int], phone: str = PHONE) -> bytes:
    """One page with a place of each size (width and height in pt, size in tenths), sealed; quick. `phone` is what
    it calls a phone."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 400))
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
        for number, (width, height, size) in enumerate(rooms):
            page.obj.Resources.XObject[f"/Team{number}"] = pdf.make_stream(
                b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, width, height]),
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font)), **{FORM_KEY: size},
            )  # fmt: skip
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return seal(out.getvalue(), machine().fonts[-1], phone)
