"""Galleys → PDFs. Importing this package must not import WeasyPrint: a build with nothing stale never
needs it."""

from tungbuoc.press.plan import Plan
from tungbuoc.press.pressing import PressReport, Printed, run

__all__ = ["Plan", "PressReport", "Printed", "run"]
