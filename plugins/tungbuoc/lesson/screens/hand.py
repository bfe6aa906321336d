"""The learner's finger: the hand, rays, rings, arrow and crossed ring, and where the hand may lie.

Coordinates are units of the screen, y downwards; the hand's own origin is the tip of the index finger and at
angle 0 the finger points straight up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from .tokens import Tokens

LEAN = -18.0
_LINES = "M3.5 13.5V23M8.2 15.2V23.4M13 16.5V23.6"
_OUTLINE = (
    "M-3.5 3.5a3.5 3.5 0 0 1 7 0V14.2c.6-2.2 4.3-2 4.7.6 1-1.8 4.6-1.2 4.8 1.5 1.7-1.3 4.5.2 4.5 3.8"
    "V28.5c0 6.8-4.5 11-11 11-5 0-8.3-1.7-10.6-5L-10.9 24c-2.3-3.4 1.1-6.4 4-3.8l3.4 3z"
)
# Circles that together cover the hand with its halo: x, y, radius in the hand's own coordinates.
_BODY = (
    (0, 3.5, 6),
    (0, 10, 6),
    (0, 17, 6),
    (6, 19, 7),
    (13, 21, 7),
    (-8, 23, 6.5),
    (-2, 26, 8),
    (4, 28, 12.5),
    (9, 29, 11),
)
_REACH = 42.0
_WORDS = 9.0  # words weigh so much more than pictures, where something has to be covered


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom. `soft` marks letters that the hand may cover (a neighbouring
    key)."""

    x0: float
    y0: float
    x1: float
    y1: float
    soft: bool = False

    def distance(self, x: float, y: float) -> float:
        """How far the point lies outside; 0 inside."""
        aside = max(self.x0 - x, 0.0, x - self.x1)
        above = max(self.y0 - y, 0.0, y - self.y1)
        return float((aside * aside + above * above) ** 0.5)


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the tip of the finger is, and the hand's angle in degrees (0 = finger up, negative = leaning
    left)."""

    x: float
    y: float
    angle: float = LEAN


def hand_svg(pose: Pose, tokens: Tokens) -> str:
    """The hand with its halo, as one group to put anywhere in a drawing."""
    place = f'transform="translate({pose.x:g} {pose.y:g})rotate({pose.angle:g})"'
    return (
        f'<g {place} fill="{tokens.hoe}" stroke-width="5"><path d="{_OUTLINE}" stroke="{tokens.diep}"/>'
        f'<path d="{_OUTLINE}{_LINES}" stroke="{tokens.tay}" stroke-width="1.9"/></g>'
    )


def rays_svg(pose: Pose, tokens: Tokens) -> str:
    """Three short rays from the tip: a tap in a field."""
    rays = []
    for spread in (-62, -18, 26):
        a = radians(pose.angle + LEAN / 2 + spread)
        x, y = pose.x, pose.y + 3
        rays.append(
            f"M{x + 8.5 * sin(a):.1f} {y - 8.5 * cos(a):.1f}L{x + 15 * sin(a):.1f} {y - 15 * cos(a):.1f}"
        )
    return f'<path d="{"".join(rays)}" stroke="{tokens.son}" stroke-width="2"/>'


def rings_svg(pose: Pose, tokens: Tokens, radius: float = 11.5) -> str:
    """Two rings round the tip: hold."""
    at = f'cx="{pose.x:g}" cy="{pose.y + 2:g}"'
    return (
        f'<g stroke="{tokens.son}" stroke-width="2"><circle {at} r="{radius * 0.52:.1f}"/><circle {at}'
        f' r="{radius:g}"/></g>'
    )


def arrow_svg(start: tuple[float, float], end: tuple[float, float], tokens: Tokens) -> str:
    """A straight arrow with a halo in the screen's colour, so that it cuts the lines it crosses."""
    (x0, y0), (x1, y1) = start, end
    long = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    dx, dy = (x1 - x0) / long, (y1 - y0) / long
    wing = 7.5
    left = f"{x1 - wing * (dx + dy):.1f} {y1 - wing * (dy - dx):.1f}"
    right = f"{x1 - wing * (dx - dy):.1f} {y1 - wing * (dy + dx):.1f}"
    line = f"M{x0:g} {y0:g}L{x1:g} {y1:g}M{left}L{x1:g} {y1:g}L{right}"
    return (
        f'<path d="{line}" stroke="{tokens.trang}" stroke-width="7"/><path d="{line}" stroke="{tokens.son}"'
        ' stroke-width="2.6"/>'
    )


def crossed_svg(x: float, y: float, tokens: Tokens, radius: float = 13, *, bare: bool = False) -> str:
    """A ring with a cross: do not tap. A `bare` one lets what is below show through."""
    ground = "none" if bare else tokens.trang
    d = round(radius * 0.7, 1)
    return (
        f'<g stroke="{tokens.son}" stroke-width="3.4"><circle cx="{x:g}" cy="{y:g}" r="{radius:g}"'
        f' fill="{ground}"/><path d="M{x - d:g} {y - d:g}l{2 * d:g} {2 * d:g}m0-{2 * d:g}l-{2 * d:g}'
        f' {2 * d:g}"/></g>'
    )


def place(
    target: Box, letters: Sequence[Box], pictures: Sequence[Box], right_edge: float, bottom_edge: float
) -> Pose:
    """The pose with its tip in `target` that covers nothing and stays left of `right_edge`, above
    `bottom_edge`.

    The first clear pose in the order of beauty wins; if there is none, the one that covers least: a picture
    sooner than words.
    """
    best, least = Pose(target.x1 - 6, target.y1 - 9), float("inf")
    for pose in _poses(target):
        words = _covered(pose, letters)
        cost = words + _covered(pose, pictures) + _outside(pose, right_edge, bottom_edge)
        if cost < 0.5:
            return pose
        if cost + words * _WORDS < least:
            best, least = pose, cost + words * _WORDS
    return best


def covers(pose: Pose, letters: Iterable[Box]) -> float:
    """How far, in units summed over all places, the hand lies on letters that must stay free."""
    return _covered(pose, [box for box in letters if not box.soft])


def lowest(pose: Pose) -> float:
    """The y of the hand's lowest point, halo included."""
    return max(y + r for _x, y, r in _circles(pose))


def _poses(target: Box) -> Iterator[Pose]:
    xs = [min(target.x1 - 5, 132.0)] + [
        target.x1 - d for d in (2, 8, 12, 16, 22, 30, 40) if target.x1 - d > target.x0 + 3
    ]
    ys = [target.y1 - d for d in (9, 6, 12, 3, 16, 22) if target.y1 - d > target.y0 + 2] or [
        (target.y0 + target.y1) / 2
    ]
    for angle in (LEAN, -28.0, -8.0, 6.0, -45.0, -70.0, -90.0, 24.0):
        for x in xs:
            for y in ys:
                yield Pose(round(x, 1), round(y, 1), angle)


def _circles(pose: Pose) -> list[tuple[float, float, float]]:
    c, s = cos(radians(pose.angle)), sin(radians(pose.angle))
    return [(pose.x + u * c - v * s, pose.y + u * s + v * c, r) for u, v, r in _BODY]


def _covered(pose: Pose, letters: Sequence[Box]) -> float:
    near = [box for box in letters if box.distance(pose.x, pose.y) < _REACH]
    total = 0.0
    for x, y, r in _circles(pose) if near else ():
        for box in near:
            if not (box.x0 - r < x < box.x1 + r and box.y0 - r < y < box.y1 + r):
                continue  # too far on one axis; nearly all are, and a check of a course asks 500,000 times
            deep = r - box.distance(x, y)
            if deep > 0:
                total += deep * (0.001 if box.soft else 1)
    return total


def _outside(pose: Pose, right_edge: float, bottom_edge: float) -> float:
    return sum(
        max(x + r - right_edge, 0) * 5 + max(y + r - bottom_edge, 0) * 0.5 for x, y, r in _circles(pose)
    )
