"""The printed sheet of a lesson beside its page, in a preview: its address, and what is shown there.

Only editors see it, so it speaks to them, as problems do.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.wording import Wording
from tungbuoc.web.render import environment

FOLDER = "_to-in"
"""Below the preview's root; no page of a site begins with an underscore."""


def address(code: str) -> str:
    """Where the sheet of a lesson is, below the site's root."""
    return f"{FOLDER}/{code}/"


def page(code: str, title: str, pages: Sequence[bytes], sheets: int, problems: Sequence[Problem]) -> str:
    """The sheet as a page of its own: `pages` are PNGs, `problems` what the press said."""
    pictures = [f"data:image/png;base64,{b64encode(one).decode()}" for one in pages]
    return _render(code=code, title=title, pictures=pictures, sheets=sheets, problems=problems)


def missing(code: str) -> str:
    """The page instead, for a lesson that the last build had not."""
    return _render(code=code, title="", pictures=(), sheets=0, problems=())


def _render(**names: object) -> str:
    return environment(Wording()).get_template("beside_sheet.html").render(**names)
