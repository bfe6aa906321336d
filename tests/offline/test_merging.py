"""The library for joining PDFs: what is locked, and a build that cannot have it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tungbuoc.web import merging, packages

LOCK = Path(merging.__file__).parent / "package-lock.json"


def test_the_lock_says_what_and_never_where_from() -> None:
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    assert packages["node_modules/pdf-lib"]["version"] == "1.17.1"
    assert all(
        package.get("integrity", "").startswith("sha512-") for name, package in packages.items() if name
    )
    assert "resolved" not in LOCK.read_text(encoding="utf-8")


def test_without_a_network_the_reason_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: subprocess.CompletedProcess[str] = subprocess.CompletedProcess(
        [], 1, "", "npm error code ENOTFOUND\nnpm error network request failed\n"
    )
    monkeypatch.setattr(packages, "_npm", lambda folder: failed)
    assert "network request failed" in merging.install(tmp_path / "site", tmp_path / "cache")
    assert not list(tmp_path.rglob("*.js"))


def test_it_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Any] = []

    def npm(folder: Path) -> subprocess.CompletedProcess[str]:
        calls.append(folder)
        made = folder / "node_modules/pdf-lib/dist/pdf-lib.min.js"
        made.parent.mkdir(parents=True)
        made.write_text("PDFLib = {}", encoding="utf-8")
        return subprocess.CompletedProcess([], 0, "", "")

    monkeypatch.setattr(packages, "_npm", npm)
    for name in ("one", "two"):
        assert merging.install(tmp_path / name, tmp_path / "cache") == ""
        assert (tmp_path / name / merging.SCRIPT).read_text(encoding="utf-8") == "PDFLib = {}"
    assert len(calls) == 1
    (kept,) = (tmp_path / "cache").glob("*/*")
    kept.write_text("PDFLib = ", encoding="utf-8")
    assert merging.install(tmp_path / "three", tmp_path / "cache") == ""
    assert (tmp_path / "three" / merging.SCRIPT).read_text(encoding="utf-8") == "PDFLib = {}"
    assert len(calls) == 2, "what was torn is fetched again"
