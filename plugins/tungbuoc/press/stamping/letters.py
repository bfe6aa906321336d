"""What a Vietnamese sheet may hold, and so what the press fonts must have."""

from __future__ import annotations

LETTERS = "".join(
    chr(code)
    for code in (
        *range(0x20, 0x7F),
        *range(0x1EA0, 0x1EFA),
        *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư“”‘’–—…·₫"),
    )
)
"""Every letter and mark that a Vietnamese sheet may hold."""
