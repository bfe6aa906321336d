"""What we print is UTF-8, wherever it goes: a console's old code page has no “ộ”, and a message must never
end in a traceback."""

from __future__ import annotations

import io
import sys


def speak_utf8() -> None:
    """Have both standard streams write UTF-8; what no encoding has (the name of a file that is not text)
    is written as `\\xff`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
