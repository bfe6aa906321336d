"""The gate that every pressed PDF passes: everything there, nothing hidden."""

from tungbuoc.press.gate.reading import Piece, Promise, Report, check, promise

__all__ = ["Piece", "Promise", "Report", "check", "promise"]
