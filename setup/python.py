"""Make the virtual environment and put the locked packages into it: `python3 setup/python.py .venv
requirements.lock`.

Runs on the machine's own Python, before anything is installed. The lock names no index: pip asks the one it
is set up for.
"""

import subprocess
import sys
import venv
from pathlib import Path

NO_VENV = """Máy chưa có phần venv của Python. Cài rồi chạy lại:
  Debian, Ubuntu:  sudo apt-get install python3-venv
  macOS:           brew install python
  Windows:         cài Python từ trang của Python, đánh dấu mục pip"""


def main(folder: str, lock: str) -> None:
    """Create `folder` when missing, install `lock` with checked hashes, then this project itself without
    more packages."""
    if sys.version_info < (3, 11):
        raise SystemExit(f"Cần Python 3.11 trở lên, máy đang có {sys.version.split()[0]}.")
    home = Path(folder)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        try:
            venv.create(home, with_pip=True)
        except (subprocess.CalledProcessError, ImportError) as error:
            raise SystemExit(NO_VENV) from error
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    for wanted in (["--require-hashes", "--requirement", lock], ["--no-deps", "--no-build-isolation", "--editable", "."]):
        if subprocess.run([*pip, *wanted], check=False).returncode:
            raise SystemExit(f"Chưa cài được gói Python theo {lock}. Xem dòng lỗi ở trên; thường là mất mạng: nối mạng rồi chạy lại.")


if __name__ == "__main__":
    main(*sys.argv[1:])
