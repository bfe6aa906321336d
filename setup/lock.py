"""Write `requirements.lock` and `requirements-test.lock` from pyproject.toml: `python3 setup/lock.py .venv`.

Exact versions with hashes, and no address of any index. Needs pip-tools, which it puts into the environment.
"""

import subprocess
import sys
from pathlib import Path


def main(folder: str) -> None:
    """Resolve both sets with the environment's Python; the test set contains the first one."""
    python = str(Path(folder) / "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
    plain = ["--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links", "--no-header", "--no-annotate", "--allow-unsafe"]
    compile_ = [python, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--strip-extras", *plain]
    # The build backend is locked too, so that installing the project itself asks no index for it.
    subprocess.run([*compile_, "--build-deps-for", "editable", "--output-file", "requirements.lock", "pyproject.toml"], check=True)
    both = [*compile_, "--build-deps-for", "editable", "--extra", "test", "--constraint", "requirements.lock"]
    subprocess.run([*both, "--output-file", "requirements-test.lock", "pyproject.toml"], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
