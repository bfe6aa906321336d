"""`tungbuoc usb` from a lesson to a folder that a browser opens as files."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tungbuoc.cli import main


@pytest.mark.slow
@pytest.mark.browser
def test_the_course_opens_from_a_stick(project: Path, browser: Any) -> None:
    config = project / "mkdocs.yml"
    # The command says both itself: a project need not prepare for it.
    asks = (
        "site_dir:",
        "use_directory_urls:",
    )
    config.write_text(
        "".join(
            line for line in config.read_text("utf-8").splitlines(keepends=True) if not line.startswith(asks)
        ),
        "utf-8",
    )
    done = CliRunner().invoke(main, ["usb"])
    assert done.exit_code == 0, done.output
    assert "MO-TRANG-NAY.html" in done.output
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((project / "usb/MO-TRANG-NAY.html").as_uri())
    page.wait_for_url("**/tung-buoc/index.html")
    page.goto((project / "usb/tung-buoc/an-toan/dung-lai.html").as_uri())
    page.locator("summary", has_text="Xem video").first.click()
    page.wait_for_function("document.querySelector('video').currentTime > 0")
    page.get_by_role("button", name="Tìm bài").click()
    page.locator("[name=query]").press_sequentially("dung lai")
    page.locator(".md-search-result__item").first.wait_for()
    assert [url for url in asked if url.startswith("http")] == []
    context.close()
    with zipfile.ZipFile(project / "usb/tung-buoc.zip") as archive:
        assert [name for name in archive.namelist() if name.endswith(".mp4")]


def test_a_course_with_an_error_makes_no_folder_and_says_what_to_do(project: Path) -> None:
    lesson = project / "docs/an-toan/dung-lai.md"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("## Bước 1:", "## Bước 7:"), encoding="utf-8"
    )
    done = CliRunner().invoke(main, ["usb"])
    assert done.exit_code == 1
    assert "Chưa dựng được trang" in done.output
    assert not (project / "usb/tung-buoc.zip").exists()
