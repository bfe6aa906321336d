"""In a worker: one order pressed in the way its format asks for, and looked at by the gate."""

from __future__ import annotations

import json
import math
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from tungbuoc.press import gate
from tungbuoc.press.engine import machine
from tungbuoc.press.order import Order
from tungbuoc.press.papers import across
from tungbuoc.press.refusal import RefusedError

_HEADER_END = b"\n"
_CONTENTS = 17
"""Lessons on a page of contents, most often: a guess that saves setting the front twice."""
_TRIES = 3


def make(order: Order) -> bytes:
    """One handout as a line of JSON (pages, what the gate found, or why there is none) and the PDF after
    it."""
    try:
        data, copied = _pressed(order)
    except RefusedError as refused:
        said = asdict(refused.fault)
        return json.dumps({"refused": said}, ensure_ascii=False).encode() + _HEADER_END
    report = gate.check(data, gate.promise(order.handout.galleys, order.format), copied=copied)
    header: dict[str, Any] = {"pages": report.pages, "picture": b64encode(report.picture).decode()}
    for name, faults in (("missing", report.missing), ("hidden", report.hidden)):
        header[name] = [asdict(fault) for fault in faults]
    if order.bound:
        from tungbuoc.press.bind import book

        header["facts"] = book.describe(data)
    return json.dumps(header, ensure_ascii=False).encode() + _HEADER_END + data


def split(blob: bytes) -> tuple[Mapping[str, Any], bytes]:
    """The report and the PDF of what `make` made."""
    header, _, data = blob.partition(_HEADER_END)
    return json.loads(header), data


def pressed(order: Order) -> bytes:
    """The PDF of one handout, sealed so that a team can be stamped on it. Raises `RefusedError` as
    `rendering.press` does."""
    return _pressed(order)[0]


def _pressed(order: Order) -> tuple[bytes, range]:
    """The PDF, and which of its pages (from 0) stand as the gate let them through in another handout."""
    from tungbuoc.press.stamping.layout import PHONE
    from tungbuoc.press.stamping.seal import seal

    data, copied = _set(order)
    return seal(data, machine().fonts[-1], order.galley.wording.say(PHONE)), copied


def _set(order: Order) -> tuple[bytes, range]:
    handout = order.handout
    if handout.imposed:
        from tungbuoc.press.bind.impose import impose

        title = f"{handout.code} · {handout.title} – {handout.label}"
        return impose(order.insides[0][0], title, across(order.format.paper)), range(0)
    if order.format.insides:
        return _bound(order)
    from tungbuoc.press.typeset import rendering

    return rendering.press(order, handout=handout, lines=order.lines), range(0)


def _bound(order: Order) -> tuple[bytes, range]:
    """A book: its front, set again only when it is not as long as was guessed for its page numbers, then
    everything joined."""
    from tungbuoc.press.bind import book
    from tungbuoc.press.typeset import rendering

    handout = order.handout
    insides = [
        book.told(galley, *inside) for galley, inside in zip(handout.galleys, order.insides, strict=True)
    ]
    length = sum(inside.pages for inside in insides)
    front_pages, front = 1 + math.ceil(len(insides) / _CONTENTS), b""
    for _ in range(_TRIES):
        guessed = front_pages
        after = guessed + length + 1
        front = rendering.press(
            order, handout=handout, entries=book.entries(insides, guessed), part="front", after=after
        )
        front_pages = book.read(order.galley, front).pages
        if front_pages == guessed:
            break
    back = rendering.press(order, handout=handout, entries=book.entries(insides, front_pages), part="back")
    data = book.bind(
        f"{handout.title} – {handout.label}", front, insides, back, order.format, str(machine().fonts[-1])
    )
    return data, range(front_pages, front_pages + length)
