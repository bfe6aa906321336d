"""Proof: every finished PDF tried as a reader, a copier, a printer and a screen reader would."""

from tungbuoc.press.proof.trial import Trial, coverage, prove, run, smallest

__all__ = ["Trial", "coverage", "prove", "run", "smallest"]
