"""Everything a build rests on, read once and judged before anything is made: what it refuses, `tungbuoc
check` tells."""

from tungbuoc.project.reading import Reading, read

__all__ = ["Reading", "read"]
