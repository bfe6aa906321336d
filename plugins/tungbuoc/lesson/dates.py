"""Days as people read them."""

from __future__ import annotations

import re


def day(iso: str) -> str:
    """`2026-11-21` → `21/11/2026`; anything else as it is."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    return f"{match[3]}/{match[2]}/{match[1]}" if match else iso
