"""`make bench`: every bench in turn, each prints its own table of ratios. `python -m bench lint press`
runs only those."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
BENCHES = {
    "build": "build.py",
    "press": "press.py",
    "stamping": "stamping.py",
    "clips": "clips.py",
    "lint": "lint.py",
    "search": "search/run.py",
}


def main(names: list[str]) -> None:
    """Run the named benches, or all. Exit 2 for an unknown name."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no bench named {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        raise SystemExit(2)
    for name in names or BENCHES:
        print(f"\n== {name} ==", flush=True)
        file = HERE / BENCHES[name]
        sys.argv = [str(file)]
        sys.path.insert(0, str(file.parent))
        runpy.run_path(str(file), run_name="__main__")
        sys.path.remove(str(file.parent))


if __name__ == "__main__":
    main(sys.argv[1:])
