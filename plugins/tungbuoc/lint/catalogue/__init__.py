"""Every problem of the project, by its code. The guide page is made from it, and rules take their severity
from it."""

from __future__ import annotations

from tungbuoc.lint.catalogue import (
    addresses,
    codes,
    files,
    making,
    private,
    reading,
    reminders,
    screens,
    sections,
    spelling,
    steps,
    translations,
    whole_files,
    words,
)
from tungbuoc.lint.catalogue.entry import Entry

CATALOGUE: dict[str, Entry] = {
    entry.code: entry
    for module in (
        whole_files,
        files,
        codes,
        addresses,
        reminders,
        sections,
        steps,
        spelling,
        words,
        translations,
        private,
        screens,
        making,
        reading,
    )
    for entry in module.ENTRIES
}

__all__ = ["CATALOGUE", "Entry"]
