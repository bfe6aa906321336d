"""A short silent or narrated film for every step, from its words and screens: `make` them, `check_recorded`
ones.

Importing this imports neither resvg nor ffmpeg's libraries; only making a stale film does.
"""

from tungbuoc.clips.filming import for_film, make, narration_beside
from tungbuoc.clips.fonts import FontMissingError
from tungbuoc.clips.model import Clip, Made, SentencePiece, StepFilm
from tungbuoc.clips.recorded import Recorded, check_recorded
from tungbuoc.clips.words import read_sentences

__all__ = [
    "Clip", "FontMissingError", "Made", "Recorded", "SentencePiece", "StepFilm", "check_recorded",
    "for_film", "make", "narration_beside", "read_sentences",
]  # fmt: skip
