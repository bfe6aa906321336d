"""A text as it comes from a word processor → the draft of a lesson; and the way back, for a reviewer who
has only Word."""
