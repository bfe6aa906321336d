"""Prints named on a page for volunteers: an ordinary link to “Tải tờ in” becomes the sheet itself, with a
picture of its first side.

An editor names the sheet behind a question mark: `[Giáo án](../tai-to-in.md?E1/trainer-plan)`. Where it was
not printed, as in a preview, the link stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from tungbuoc.lesson.wording import Wording
from tungbuoc.press.pressing import Printed
from tungbuoc.web.downloads import FOLDER, told_size
from tungbuoc.web.links import Links

_NAMED = re.compile(r'<a (?:class="[^"]*" )?href="[^"?]*\?([^"/]+/[a-z0-9-]+)">(.*?)</a>')
_CARD = Markup(
    '<a class="tb-print" href="{url}"><img src="{picture}" width="130" height="184" loading="lazy" alt="">'
    "<b>{words}</b> <small>{sides} · {size}</small></a>"
)


def pictured(html: str, url: str, made: Sequence[Printed], words: Wording, *, directory_urls: bool) -> str:
    """The HTML of the page at `url` with the sheets it names; `made` are all there are."""
    links = Links(depth=url.count("/"), directory_urls=directory_urls)
    sheets = {f"{one.code}/{one.format.name}": one for one in made if one.label == one.format.label}

    def card(found: re.Match[str]) -> str:
        one = sheets.get(found[1])
        if one is None:
            return found[0]
        about = {
            "url": links.file(f"{FOLDER}/{one.shown}"),
            "picture": links.file(f"{FOLDER}/{one.picture}"),
            "sides": words.say("{pages} mặt", pages=one.pages),
        }
        return str(_CARD.format(words=Markup(found[2]), size=told_size(one.bytes, words), **about))

    return _NAMED.sub(card, html)
