"""Our own line drawings, one path each, on a grid of 48 for a stroke of 3 with round ends. No logo is
among them."""

from __future__ import annotations

from math import cos, sin, tau


def _ring(x: float, y: float, r: float) -> str:
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0-{2 * r:g} 0"


def _box(x: float, y: float, w: float, h: float, r: float) -> str:
    a = f"a{r:g} {r:g} 0 0 1"
    return (
        f"M{x + r:g} {y:g}h{w - 2 * r:g}{a} {r:g} {r:g}v{h - 2 * r:g}{a}-{r:g}"
        f" {r:g}h-{w - 2 * r:g}{a}-{r:g}-{r:g}v-{h - 2 * r:g}{a} {r:g}-{r:g}"
    )


def _gear(x: float, y: float, out: float, inn: float, teeth: int) -> str:
    """A wheel of `teeth`; each tooth narrows outwards."""
    step = tau / teeth
    spots = [
        (r, step * tooth + turn * step)
        for tooth in range(teeth)
        for r, turn in ((inn, -0.29), (out, -0.17), (out, 0.17), (inn, 0.29))
    ]
    return "M" + "L".join(f"{x + r * sin(a):.1f} {y - r * cos(a):.1f}" for r, a in spots) + "z"


_DOT = "h.01"
_SHEET = "M12 6h16l9 9v27h-25zM28 6v9h9"
_SHIELD = "M24 5c5 4 10 5.5 16 6v12c0 10-6 16.5-16 20-10-3.5-16-10-16-20v-12c6-.5 11-2 16-6z"
_HANDSET = "M14.5 6.5l6 8.5-4 5c2 4.5 6 8.5 11 11l5-4 9 6c-1 5-4 8.5-9 8.5-14 0-26-13-26-26 0-5 3.5-8 8-9z"
_MIC = "M24 5a6.5 6.5 0 0 1 6.5 6.5v11a6.5 6.5 0 0 1-13 0v-11a6.5 6.5 0 0 1 6.5-6.5"
_SPEAKER = "M6 18h8l11-9v30l-11-9h-8z"
_PERSON = _ring(24, 15, 8) + "M8 42c1-20 31-20 32 0"
_STROKE_OUT = "M8 6l32 36"

PATHS: dict[str, str] = {
    "alert": _ring(24, 24, 18) + "M24 14v12M24 33.5" + _DOT,
    "app": _box(8, 8, 32, 32, 8) + _ring(24, 24, 6),
    "back": "M30 9l-15 15 15 15",
    "bank": "M6 19l18-12 18 12zM12 19v18M20 19v18M28 19v18M36 19v18M6 41h36",
    "battery": _box(4, 14, 35, 20, 4) + "M44 21v6M11 21v6M17 21v6",
    "bell": "M12 33v-11a12 12 0 0 1 24 0v11l4 4h-32zM20 42h8M24 10v-4",
    "book": "M24 12c-5-4-11-5-18-4v29c7-1 13 0 18 4 5-4 11-5 18-4v-29c-7-1-13 0-18 4zv29",
    "brightness": (
        _ring(24, 24, 8)
        + "M24 4v5M24 39v5M4 24h5M39 24h5M10 10l3.5 3.5M34.5 34.5l3.5 3.5M10 38l3.5-3.5M34.5 13.5l3.5-3.5"
    ),
    "bus": _box(7, 7, 34, 30, 5) + "M7 24h34M24 7v17M14 31" + _DOT + "M34 31" + _DOT + "M13 37v5M35 37v5",
    "calendar": (
        _box(7, 9, 34, 33, 4) + "M7 19h34M16 5v8M32 5v8M16 27h.01M24 27h.01M32 27h.01M16 34h.01M24 34h.01"
    ),
    "camera": (
        "M9 14h7l4-6h8l4 6h7a4 4 0 0 1 4 4v19a4 4 0 0 1-4 4h-30a4 4 0 0 1-4-4v-19a4 4 0 0 1 4-4z"
        + _ring(24, 26.5, 8)
    ),
    "card": _box(5, 11, 38, 27, 4) + "M5 19h38M11 30h9",
    "chat": (
        "M10 8h28a5 5 0 0 1 5 5v17a5 5 0 0 1-5 5h-15l-10 8v-8h-3a5 5 0 0 1-5-5v-17a5 5 0 0 1 5-5zM14 18h20M14"
        " 26h13"
    ),
    "check": "M8 26l11 11 22-26",
    "clock": _ring(24, 24, 18) + "M24 13v11l8 6",
    "cloud": "M15 38a9 9 0 0 1-1-18 12 12 0 0 1 23-1 9.5 9.5 0 0 1-2 19z",
    "contacts": _box(10, 5, 32, 38, 4) + _ring(26, 19, 5) + "M17 35c1-12 17-12 18 0M6 14h8M6 24h8M6 34h8",
    "document": _SHEET + "M18 24h13M18 30h13M18 36h8",
    "download": "M24 6v25M13 21l11 11 11-11M8 41h32",
    "face": (
        "M6 15v-5a4 4 0 0 1 4-4h5M33 6h5a4 4 0 0 1 4 4v5M42 33v5a4 4 0 0 1-4 4h-5M15 42h-5a4 4 0 0 1-4-4v-5"
        + "M18 18v3M30 18v3M24 18v8h-3M17 31c4 4 10 4 14 0"
    ),
    "file": _SHEET,
    "finger": "M7 33v-9a17 17 0 0 1 34 0v5M15.5 41c.5-3 .5-7 .5-16a8 8 0 0 1 16 0c0 8-.3 12-1.5 16M24 25v11",
    "folder": "M5 38v-28h13l5 6h20v22z",
    "gift": "M6 16h36v8h-36zM9 24v18h30v-18M24 16v26M24 16c-4-14-17-9-10 0M24 16c4-14 17-9 10 0",
    "globe": _ring(24, 24, 18) + "M6 24h36M24 6c-11 12-11 24 0 36 11-12 11-24 0-36z",
    "group": (
        _ring(24, 20, 6)
        + "M13 40c1-16 21-16 22 0"
        + _ring(9.5, 15, 4.5)
        + _ring(38.5, 15, 4.5)
        + "M3 31c0-6 4-8 8-7M45 31c0-6-4-8-8-7"
    ),
    "health": _box(6, 6, 36, 36, 8) + "M24 15v18M15 24h18",
    "heart": "M24 41c-30-18-17-38 0-26 17-12 30 8 0 26z",
    "help": _ring(24, 24, 18) + "M18 19c0-8 12-8 12 0 0 4-6 5-6 9M24 34.5" + _DOT,
    "home": "M6 24l18-17 18 17M11 20v21h26v-21M20 41v-12h8v12",
    "id": _box(4, 10, 40, 29, 4) + _ring(15, 21, 4) + "M9 33c0-9 12-9 12 0M27 19h11M27 25h11M27 31h6",
    "image": _box(5, 8, 38, 32, 4) + _ring(16, 18, 3.5) + "M6 36l11-10 7 6 8-9 11 11",
    "info": _ring(24, 24, 18) + "M24 23v11M24 15.5" + _DOT,
    "key": _ring(15, 32, 9) + "M21.5 25.5l19-19M34 13l6 6M27 20l4 4",
    "keyboard": _box(4, 11, 40, 26, 4) + "M11 19h.01M18 19h.01M25 19h.01M32 19h.01M38 19h.01M15 29h18",
    "link": "M20 28l8-8M21 14l6-6c9-8 20 3 12 12l-6 6M27 34l-6 6c-9 8-20-3-12-12l6-6",
    "list": "M16 12h26M16 24h26M16 36h26M7 12" + _DOT + "M7 24" + _DOT + "M7 36" + _DOT,
    "lock": _box(8, 21, 32, 22, 4) + "M15 21v-6c0-12 18-12 18 0v6M24 29v6",
    "mail": _box(5, 10, 38, 28, 4) + "M6 13l18 14 18-14",
    "map": "M5 12l13-5 12 5 13-5v29l-13 5-12-5-13 5zM18 7v29M30 12v29",
    "mobile": "M15 4h18a3 3 0 0 1 3 3v34a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM21 38h6",
    "menu": "M7 12h34M7 24h34M7 36h34",
    "mic": _MIC + "M10 22c0 19 28 19 28 0M24 36v7",
    "mic-off": _MIC + "M10 22c0 19 28 19 28 0M24 36v7" + _STROKE_OUT,
    "money": _box(4, 12, 40, 24, 3) + _ring(24, 24, 5.5) + "M11 24" + _DOT + "M37 24" + _DOT,
    "more": _ring(10, 24, 2) + _ring(24, 24, 2) + _ring(38, 24, 2),
    "mute": _SPEAKER + "M32 19l10 10M42 19l-10 10",
    "notebook": _box(10, 5, 30, 38, 3) + "M18 5v38M6 13h8M6 24h8M6 35h8M24 16h10M24 24h10",
    "paper": _box(10, 5, 28, 38, 2) + "M17 15h14M17 23h14M17 31h8",
    "people": _ring(17, 17, 7) + "M4 40c1-17 25-17 26 0M30 10c10 0 10 14 1 14M35 28c5 1 9 5 9 12",
    "person": _PERSON,
    "phone": _HANDSET,
    "phone-down": "M5 29c0-15 38-15 38 0l-1 4-10-2-1-6c-5-2-9-2-14 0l-1 6-10 2z",
    "photo": _box(5, 8, 38, 32, 4) + _ring(16, 18, 3.5) + "M6 36l11-10 7 6 8-9 11 11",
    "pin": "M24 43c-19-21-13-37 0-37s19 16 0 37z" + _ring(24, 20, 5),
    "play": "M14 7l26 17-26 17z",
    "plug": "M17 5v11M31 5v11M10 16h28v6c0 8-6 12-14 12s-14-4-14-12zM24 34v9",
    "plus": "M24 8v32M8 24h32",
    "power": "M24 5v17M14 12c-16 12-5 30 10 30s26-18 10-30",
    "print": "M13 17v-11h22v11M13 35h-8v-18h38v18h-8M13 28h22v14h-22z",
    "qr": (
        _box(6, 6, 14, 14, 2)
        + _box(28, 6, 14, 14, 2)
        + _box(6, 28, 14, 14, 2)
        + "M28 28h5v5M42 28v5h-3M28 42v-4M35 42h7v-4"
    ),
    "receipt": "M10 43v-38h28v38l-5-4-4.5 4-4.5-4-4.5 4-4.5-4zM17 15h14M17 23h14M17 31h7",
    "refresh": "M40 24a16 16 0 1 1-5-11.5l5 4.5M40 6v11h-11",
    "scan": "M6 16v-10h10M32 6h10v10M42 32v10h-10M16 42h-10v-10M6 24h36",
    "search": _ring(20, 20, 14) + "M30.5 30.5l12 12",
    "send": "M6 22l37-16-15 37-8-15zM20 28l23-22",
    "settings": _ring(24, 24, 6) + _gear(24, 24, 19.5, 15, 8),
    "share": _ring(11, 24, 5) + _ring(36, 10, 5) + _ring(36, 38, 5) + "M15.5 21.5l16-9M15.5 26.5l16 9",
    "shield": _SHIELD,
    "shop": (
        "M7 21v21h34v-21M5 15l4-9h30l4 9c0 8-9.5 8-9.5 0 0 8-9.5 8-9.5 0 0 8-9.5 8-9.5 0 0 8-9.5 8-9.5 0zM19"
        " 42v-11h10v11"
    ),
    "signal": "M8 41v-6M19 41v-14M30 41v-22M41 41v-33",
    "sim": "M10 5h18l10 10v28h-28z" + _box(17, 22, 14, 14, 2) + "M24 22v14M17 29h14",
    "speaker": _SPEAKER + "M32 17c5 4 5 10 0 14M37 10c10 8 10 20 0 28",
    "star": "M24 5l6 13 14 1.5-10.5 9.5 3 14-12.5-7-12.5 7 3-14-10.5-9.5 14-1.5z",
    "store": "M8 15h32l-3 28h-26zM16 20v-7c0-10 16-10 16 0v7",
    "switch": _box(4, 13, 40, 22, 11) + _ring(33, 24, 6),
    "text-size": "M4 38l8-20 8 20M7 31h10M20 38l11.5-30 12.5 30M24 28h16",
    "trash": "M7 13h34M18 13v-7h12v7M11 13l3 29h20l3-29M20 21v13M28 21v13",
    "truck": "M4 34v-22h24v22M28 19h9l7 8v7h-4M12 34h20" + _ring(12, 36, 5) + _ring(35, 36, 5),
    "user": _ring(24, 24, 19) + _ring(24, 19, 6) + "M12 38c3-13 21-13 24 0",
    "video": _box(4, 12, 27, 24, 4) + "M31 21l13-7v20l-13-7",
    "video-off": _box(4, 12, 27, 24, 4) + "M31 21l13-7v20l-13-7" + _STROKE_OUT,
    "wallet": "M38 15v-7h-28a5 5 0 0 0 0 9h32v24h-32a5 5 0 0 1-5-5v-23M34 28.5" + _DOT,
    "warning": "M24 6l20 35h-40zM24 19v10M24 35" + _DOT,
    "wifi": "M4 19c12-11 28-11 40 0M11 27c8-7 18-7 26 0M18 34c4-3 8-3 12 0M24 40" + _DOT,
}
