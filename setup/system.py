"""Look for what pip cannot bring (Pango, HarfBuzz-subset, Noto Sans, Chromium) and install it with apt where
that is allowed.

`python3 setup/system.py` looks for what a build needs, `… chromium` for the browser of the tests too. Quiet
when nothing is missing. Where apt may not be used it says exactly what to install, and stops.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts")
MISSING = {
    "pango": ("Pango (để in PDF)", ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz0b"], "brew install pango"),
    "harfbuzz-subset": ("HarfBuzz-subset (in PDF nhanh gấp ba)", ["libharfbuzz-subset0"], "brew install harfbuzz"),
    "noto": ("phông chữ Noto Sans", ["fonts-noto-core"], "brew install font-noto-sans"),
    "chromium": ("trình duyệt Chromium (để thử trang)", ["chromium"], "brew install chromium"),
}


def main(*more: str) -> None:
    """Install or tell; exit 1 when something is still missing. Chromium is only looked for where `more` names
    it, and never stops anything: a machine may have another browser."""
    missing = [name for name in MISSING if (name != "chromium" or name in more) and not _has(name)]
    if not missing:
        return
    if _may_use_apt():
        _apt([package for name in missing for package in MISSING[name][1]])
        missing = [name for name in missing if not _has(name)]
    needed = [name for name in missing if name != "chromium"]
    if missing:
        print(_advice(missing), file=sys.stderr)
    if needed:
        raise SystemExit(1)


def _has(name: str) -> bool:
    if name == "pango":
        return bool(ctypes.util.find_library("pango-1.0") and ctypes.util.find_library("pangoft2-1.0"))
    if name == "harfbuzz-subset":
        return bool(ctypes.util.find_library("harfbuzz-subset"))
    if name == "noto":
        return any(next(Path(folder).expanduser().rglob("NotoSans-Bold.ttf"), None) for folder in FONTS if Path(folder).expanduser().exists())
    return any(shutil.which(browser) for browser in ("chromium", "chromium-browser", "google-chrome")) or sys.platform in ("darwin", "win32")


def _may_use_apt() -> bool:
    return bool(shutil.which("apt-get")) and (os.geteuid() == 0 or _sudo())


def _sudo() -> bool:
    return bool(shutil.which("sudo")) and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def _apt(packages: list[str]) -> None:
    print("Cài thêm bằng apt:", " ".join(packages), file=sys.stderr)
    before = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*before, "apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False)
    install = [*before, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, check=False)


def _advice(missing: list[str]) -> str:
    packages = " ".join(package for name in missing for package in MISSING[name][1])
    brews = "; ".join(MISSING[name][2] for name in missing)
    return (
        f"Máy còn thiếu: {', '.join(MISSING[name][0] for name in missing)}.\n"
        f"  Debian, Ubuntu:  sudo apt-get install {packages}\n"
        f"  macOS:           {brews}\n"
        "  Windows:         trong MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango mingw-w64-ucrt-x86_64-harfbuzz;\n"
        "                   phông Noto Sans cài từ trang của phông"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
