"""What the form asks fits the files, and is what Sveltia CMS can read."""

from __future__ import annotations
