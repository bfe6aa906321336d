"""Proof: every finished PDF tried as a reader, a copier, a printer and a screen reader would."""

from tungbuoc.press.proof.trial import ProofTask, coverage, prove, prove_all, smallest

__all__ = ["ProofTask", "coverage", "prove", "prove_all", "smallest"]
