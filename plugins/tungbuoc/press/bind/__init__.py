"""Finished PDFs → books, booklets and pages two on a side."""
