"""What commands print comes out whole when it is redirected under an old code page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.runner import RUNNER


def _run(folder: Path, encoding: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "SOURCE_DATE_EPOCH": "1795737600"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
@pytest.mark.parametrize("command", [("check",), ("check", "--format", "json"), ("--help",), ("retire", "1")])
def test_vietnamese_under_an_old_code_page(project: Path, encoding: str, command: tuple[str, ...]) -> None:
    (project / "docs/an-toan/dung-lai.md").write_text("# Tên bài, từng bước một\n", encoding="utf-8")
    done = _run(project, encoding, "-c", "from tungbuoc.cli import main; main()", *command)
    said = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in said
    assert any(letter in said for letter in "ộổươảạậ")


def test_a_file_name_that_is_not_text(project: Path) -> None:
    name = os.fsencode(project / "docs/an-toan") + b"/b\xe0i.md"
    with open(name, "wb") as file:  # noqa: PTH123 (a path of bytes)
        file.write(b"x")
    done = _run(project, "utf-8", "-c", "from tungbuoc.cli import main; main()", "check", "docs/an-toan")
    assert b"Traceback" not in done.stderr
    assert b"b\\udce0i.md" in done.stdout


@pytest.mark.slow
def test_a_build_that_is_refused_says_why(project: Path) -> None:
    (project / "docs/an-toan/dung-lai.md").write_text("# Tên bài, từng bước một\n", encoding="utf-8")
    done = _run(project, "cp1258", "-m", RUNNER, "build")
    assert done.returncode
    assert b"Traceback" not in done.stderr
    assert "Chưa dựng được trang" in done.stderr.decode("utf-8")
