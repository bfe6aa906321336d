"""What of its lessons reaches a handout: the documents that its templates make of them, and what the gate
looks for.

A word of a lesson stands on some of its handouts only; where these are as they were, so is the PDF. Making
them costs a hundredth of a PDF. What was found is kept from run to run, by the digest of whole lessons.
"""

from __future__ import annotations

from pathlib import Path

from tungbuoc.press.digests import images
from tungbuoc.press.order import Order
from tungbuoc.press.refusal import RefusedError
from tungbuoc.works import sealed
from tungbuoc.works.fingerprint import fingerprint

_MOST = 20_000
"""Digests kept, about 3 MB: several times those of a course in every format."""


class Reach:
    """The digests of one project, kept in `file`; a file that is torn or not ours counts as none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = sealed.read_table(file)
        self._used: dict[str, str] = {}

    def of(self, whole: str, order: Order) -> str:
        """The digest of what reaches this handout; `whole` stands for everything that could.

        It is `whole` itself where more than the documents decides: rows that are measured and set again,
        finished PDFs that are bound, a template that fails.
        """
        if order.format.rows or order.format.insides or order.handout.imposed:
            return whole
        self._used[whole] = found = self._kept.get(whole) or _documents(whole, order)
        return found

    def keep(self) -> None:
        """Leave what was used for the next run, and what others of the same project used: a preview presses
        one sheet. Raises `OSError` when the folder cannot be written."""
        others = [name for name in self._kept if name not in self._used]
        room = max(0, _MOST - len(self._used))
        known = {name: self._kept[name] for name in others[max(0, len(others) - room) :]} | self._used
        if known != self._kept:
            sealed.write_table(self._file, known)


def _documents(whole: str, order: Order) -> str:
    from tungbuoc.press import gate
    from tungbuoc.press.typeset import markup

    more = {"handout": order.handout, "lines": order.lines}
    try:
        made = list(markup.sizes(order.galley, order.format, order.formats_dir, **more))
    except RefusedError:
        return whole
    pictures = [images(document, order.root) for document in made]
    return fingerprint(made, pictures, gate.promise(order.handout.galleys, order.format))
