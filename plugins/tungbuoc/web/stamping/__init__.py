"""A team's name on sheets in the reader's own browser: `press/stamping/stamp.md` once more, in JavaScript,
byte for byte.

Nothing is sent anywhere. Pages opened as files may not read the PDFs beside them, so there each PDF has a
script with its bytes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tungbuoc.lesson.wording import Wording, ours
from tungbuoc.web.scripts import joined, minified
from tungbuoc.works import atomic

_HERE = Path(__file__).parent
ZIP = _HERE / "zip.mjs"
_SAID = (
    ours("Ghi tên tổ."),
    ours("Số điện thoại này chưa gọi được. Ghi đủ số 0 ở đầu."),
    ours("Địa chỉ phải bắt đầu bằng https:// và dài nhất ${LONGEST_LINK} chữ."),
    ours("ĐT:"),
)
"""What the modules say in words; node's tests run them as they stand, so they do not call `say`."""
_MODULES = ("code", "layout", "zip", "append", "typed")


@cache
def script(words: Wording) -> str:
    """One expression that gives what pages use of it: `stamp`, `read`, `typed`, `lay`, `wide`, `zip`,
    `StampError`."""
    code = joined(_HERE / f"{name}.mjs" for name in _MODULES)
    for sentence in _SAID:
        code = code.replace(sentence, words.say(sentence))
    return minified(f"(() => {{{code}\nreturn {{ stamp, read, typed, lay, zip, StampError }}\n}})()")


def beside(folder: Path, names: Iterable[str]) -> None:
    """For a site opened as files: the bytes of every PDF as a script beside it, `E1-lesson-sheet.pdf.js`."""
    for name in names:
        data = b64encode((folder / name).read_bytes()).decode()
        atomic.write(folder / f"{name}.js", f'tungBuocTo("{data}")\n')
