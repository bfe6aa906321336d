"""Nothing left over: marks that no reading consumed, and shapes that Markdown or paper would take otherwise than they look."""

from __future__ import annotations

import re

# What Python-Markdown itself unescapes: no mark is left on a page, where editors write about Markdown.
_ESCAPED = re.compile(r"^\\[\\`*_{}\[\]()>#+\-.!]$")
