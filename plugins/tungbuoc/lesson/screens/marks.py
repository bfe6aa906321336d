"""The learner's mark on a drawn screen: where the finger goes, and what is drawn for it."""

from __future__ import annotations

from dataclasses import dataclass

from .element import Verb
from .hand import Box, Pose, arrow_svg, covers, crossed_svg, hand_svg, lowest, place, rays_svg, rings_svg
from .pen import WIDTH, Aim, Pen

PAGE_WIDTH = WIDTH + 20
_TALLEST_WITH_HAND = 188.0
_SMALL_TARGET = 44.0
_SWIPE = 50.0
_RAYS = 9.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What the finger does: `verb`, the marked `box`, the `pose` of the hand, and for a swipe where it
    ends."""

    verb: Verb
    box: Box
    pose: Pose
    end: tuple[float, float] | None = None


def marked(pen: Pen, height: float, hand: bool) -> tuple[tuple[Mark, ...], str, float]:
    """The marks, what is drawn for them over everything else, and how low that reaches."""
    if pen.aim is None:
        return (), "", 0
    mark = _mark(pen, pen.aim, height)
    t, pose = pen.tokens, mark.pose
    if mark.verb == "dont":
        return (mark,), crossed_svg(pose.x, pose.y, t, bare=_small(mark.box)) if hand else "", 0
    sign = ""
    if mark.verb == "type" and not any(box.distance(pose.x - 8, pose.y - 5) < _RAYS for box in pen.letters):
        sign = rays_svg(pose, t)
    elif mark.verb == "hold":
        sign = rings_svg(pose, t, 8.5 if _small(mark.box) else 11.5)
    elif mark.end:
        sign = arrow_svg((pose.x, pose.y), mark.end, t)
        # A hand hangs below its finger, so on the way down it stands at the arrow's end.
        if mark.end[1] > pose.y:
            pose = Pose(mark.end[0], mark.end[1] + 6)
    return (mark,), sign + hand_svg(pose, t) if hand else "", lowest(pose)


def _mark(pen: Pen, aim: Aim, height: float) -> Mark:
    box = aim.box
    if aim.verb == "dont":
        x = (box.x0 + box.x1) / 2 if _small(box) else min(box.x1 - 17, 119.0)
        return Mark("dont", box, Pose(round(x, 1), round((box.y0 + box.y1) / 2, 1)))
    if aim.verb == "swipe":
        return _swipe(aim, height)
    low = max(height, _TALLEST_WITH_HAND)
    corner = Box(box.x1 - 5, box.y1 - 14, box.x1 + 6, box.y1 - 6)
    # At the corner, so that the rings leave picture and name to be seen.
    if aim.verb == "hold" and _small(box):
        pose = place(corner, pen.letters, pen.pictures, PAGE_WIDTH, low)
        if covers(pose, pen.letters) < 1:
            return Mark(aim.verb, aim.box, pose)
    pose = place(box, pen.letters, pen.pictures, PAGE_WIDTH, low)
    return Mark(aim.verb, aim.box, pose)


def _small(box: Box) -> bool:
    return box.x1 - box.x0 < _SMALL_TARGET


def _swipe(aim: Aim, height: float) -> Mark:
    box, way = aim.box, aim.element.swipe
    if way in ("up", "down"):
        low = min(box.y1 - 4, height - 16)
        start, end = (
            (low, max(low - _SWIPE, 40.0))
            if way == "up"
            else (box.y0 + 2, min(box.y0 + 2 + _SWIPE, height - 20))
        )
        return Mark("swipe", box, Pose(123, round(start, 1)), (123, round(end, 1)))
    y, right = round(box.y1 + 11, 1), min(box.x1 + 12, 128.0)
    if _small(box):
        ends = (right - _SWIPE, right) if way == "right" else (right, right - _SWIPE)
    else:
        ends = (box.x0 + 10, right - 6) if way == "right" else (right - 6, box.x0 + 10)
    return Mark("swipe", box, Pose(round(ends[0], 1), y), (round(ends[1], 1), y))
