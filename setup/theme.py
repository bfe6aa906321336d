"""Say what the makers of the theme tell whoever runs it: `python setup/theme.py`, with the environment's Python.

`make` keeps it from volunteers, who can do nothing about it; `make check` is for who can.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Build an empty site with the theme and print what is said beside the build; exit 1 when it cannot be
    built."""
    heard = {name: value for name, value in os.environ.items() if not name.endswith("MKDOCS_2_WARNING")}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "mkdocs.yml").write_text("site_name: x\ntheme: {name: material, font: false}\nplugins: []\n", encoding="utf-8")
        (root / "docs").mkdir()
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml")]
        done = subprocess.run(command, env=heard, capture_output=True, encoding="utf-8", errors="replace", check=False)
    print(done.stderr.strip())
    if done.returncode:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
