"""Words put together for those who do not see the drawing."""

from __future__ import annotations


def joined(*words: str) -> str:
    """What there is of `words`, with commas between and without signs that would double them."""
    return ", ".join(part.rstrip(":,; ") for part in words if part)
