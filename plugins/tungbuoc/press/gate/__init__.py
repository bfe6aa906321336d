"""The gate that every pressed PDF passes: everything there, nothing hidden."""

from tungbuoc.press.gate.reading import GateReport, Piece, Promise, check, promise

__all__ = ["GateReport", "Piece", "Promise", "check", "promise"]
