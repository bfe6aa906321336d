"""Galleys → PDFs. Importing this package must not import WeasyPrint: a build with nothing stale never needs it."""
