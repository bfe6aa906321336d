"""Galleys → PDFs. Importing this package must not import WeasyPrint: a build with nothing stale never
needs it."""

GALLEYS = ".cache/galleys"
"""Where the last build of the site left what it handed to the press, below the project."""
