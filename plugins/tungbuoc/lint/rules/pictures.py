"""Pictures: there, described, whole, of a kind every phone shows, and without what should stay private."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from tungbuoc.lint.pictures import KINDS, look, metadata
from tungbuoc.lint.rule import Around, Context, Found, quoted, rule, wide_rule
from tungbuoc.lint.rules.links import links, relative, target

TOO_LARGE = 1_000_000


@rule("A01")
def alternative(context: Context) -> Iterator[Found]:
    """A picture says in words what it shows."""
    for line, picture, words, address in links(context):
        if picture and len(words.strip()) < 3:
            yield Found(
                line,
                f"Hình {quoted(address)} chưa có lời mô tả.",
                "Viết trong ngoặc vuông: «![Bàn tay cầm thẻ căn cước](…)».",
            )


@wide_rule("A02")
def missing_picture(context: Context, around: Around) -> Iterator[Found]:
    """The picture's file is there."""
    for line, picture, _, address in links(context):
        if (
            picture
            and relative(address)
            and address
            and not target(context, address).startswith(("..", "/"))
            and target(context, address) not in around.sizes
        ):
            yield Found(
                line,
                f"Không thấy tệp hình {quoted(address)}.",
                "Đặt hình cạnh bài, xem lại tên (chữ thường, không dấu).",
            )


@wide_rule("A04")
def large_picture(context: Context, around: Around) -> Iterator[Found]:
    """Pictures of at most 1 MB."""
    for line, picture, _, address in links(context):
        size = around.sizes.get(target(context, address), 0) if picture else 0
        if size > TOO_LARGE:
            yield Found(
                line,
                f"Hình {quoted(address)} nặng {size / 1e6:.1f} MB, nhiều nhất 1 MB.",
                "Thu nhỏ hình rồi chép lại.",
            )


@wide_rule("A08")
def private_metadata(context: Context, around: Around) -> Iterator[Found]:
    """No place, name or date hidden in a picture's file."""
    told: set[str] = set()
    for line, picture, _, address in links(context):
        path = target(context, address)
        if picture and path in around.pictures and path not in told:
            told.add(path)
            hidden = metadata(around.pictures[path])
            if hidden:
                yield Found(
                    line,
                    f"Trong tệp hình {quoted(address)} có {hidden}.",
                    "Lưu lại hình không kèm thông tin (chụp màn hình của hình, hoặc «Xóa thông tin cá"
                    " nhân»).",
                )


@wide_rule("A11")
def damaged_picture(context: Context, around: Around) -> Iterator[Found]:
    """The picture can be opened, whole."""
    yield from _looked_at(context, around, "A11")


@wide_rule("A12")
def kind_of_picture(context: Context, around: Around) -> Iterator[Found]:
    """JPEG, PNG or WebP of one still picture in RGB with 8 bits: what every phone shows and every printer
    prints alike."""
    yield from _looked_at(context, around, "A12")
    for line, picture, _, address in links(context):
        kind = posixpath.splitext(target(context, address))[1].lower().removeprefix(".")
        if picture and relative(address) and kind and kind not in (*KINDS, "svg"):
            yield Found(line, f"Hình {quoted(address)} có đuôi «.{kind}».", "Lưu lại thành PNG hoặc JPEG.")


@wide_rule("A13")
def picture_of_many_dots(context: Context, around: Around) -> Iterator[Found]:
    """No more dots than a sheet of A4 can show."""
    yield from _looked_at(context, around, "A13")


def _looked_at(context: Context, around: Around, code: str) -> Iterator[Found]:
    told: set[str] = set()
    for line, picture, _, address in links(context):
        path = target(context, address)
        if picture and path in around.pictures and path not in told:
            told.add(path)
            for fault in look(around.pictures[path]):
                if fault.code == code:
                    yield Found(line, f"Tệp hình {quoted(address)} {fault.text}.", fault.fix)
