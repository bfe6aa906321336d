"""Galleys → HTML → one PDF: words, sizes, rows, the engine."""
