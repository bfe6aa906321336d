"""The generator that tests build with: MkDocs, or the one that TUNGBUOC_RUNNER names (`.ci/properdocs`)."""

from __future__ import annotations

import os

RUNNER = os.environ.get("TUNGBUOC_RUNNER", "mkdocs")
