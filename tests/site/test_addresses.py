"""A course says where its made pages lie and what menu, home page and foot list; old addresses lead on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.runner import RUNNER
from tests.site.conftest import LESSONS
from tests.small_course import lay_out

from tungbuoc.web.usb import find_faults

PAGES = """\
      pages:
        addresses: {all: bai-hoc, glossary: nghia-tu, projection: trinh-chieu, voices: thu-giong}
        old: {bai-cu: all, sach: cach-viet.md}
        menu: [glossary, {Cho người dạy: [prints, cach-viet.md]}, topics]
        home: [{Cách viết cho hay: cach-viet.md}, all, family]
        emergency: cach-viet.md
        foot: [glossary, {Viết sao: cach-viet.md}, cach-viet.md, all]
"""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def _built(root: Path, **environ: str) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", RUNNER, "build", "--quiet", "--strict"],
        cwd=root,
        env={**os.environ, **QUIET, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / environ.get("SITE_DIR", "site")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project."""
    root = tmp_path_factory.mktemp("addresses")
    lay_out(root, LESSONS)
    (root / "docs/cach-viet.md").write_text("# Cách viết\n\nXem [mọi bài](bai-hoc.md).\n", "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("      words: {", f"{PAGES}      words: {{"), "utf-8")
    return root


@pytest.fixture(scope="module")
def made(root: Path) -> Path:
    """Its site."""
    return _built(root)


@pytest.fixture(scope="module")
def served(made: Path) -> Iterator[str]:
    """Where its site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(made)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _links(html: str, pattern: str) -> list[tuple[str, str]]:
    part = re.search(pattern, html, re.DOTALL)
    assert part
    return re.findall(r'<a [^>]*?href="([^"]*)">([^<]*)</a>', part[0])


def test_pages_lie_where_the_course_says(made: Path) -> None:
    for name in ("bai-hoc", "nghia-tu", "toi-muon", "trinh-chieu/E1", "thu-giong", "tai-to-in"):
        assert (made / name / "index.html").is_file(), name
    lesson = (made / "an-toan/dung-lai/index.html").read_text("utf-8")
    assert '"../../trinh-chieu/E1/"' in lesson
    assert '<a class="tb-index" href="../../bai-hoc/">' in lesson
    assert '"../thu-giong/"' in (made / "video/index.html").read_text("utf-8")
    assert '"../toi-muon/"' in (made / "bai-hoc/index.html").read_text("utf-8")


def test_home_page_and_foot_list_what_the_course_says_in_its_order(made: Path) -> None:
    home = (made / "index.html").read_text("utf-8")
    assert _links(home, r'<p class="tb-way">.*?</div>')[:3] == [
        ("cach-viet/", "Cách viết cho hay"),
        ("bai-hoc/", "Tất cả bài học"),
        ("so-gia-dinh/", "Sổ gia đình: ai đã học bài nào"),
    ]
    assert "tai-to-in" not in home
    assert re.search(r'href="cach-viet/"><svg.*?Cần gọi gấp', home, re.DOTALL)
    assert _links((made / "video/index.html").read_text("utf-8"), r"<footer.*?</footer>") == [
        ("../nghia-tu/", "Từ mới"),
        ("../cach-viet/", "Viết sao"),
        ("../cach-viet/", "Cách viết"),
        ("../bai-hoc/", "Tất cả bài học"),
    ]


def test_groups_of_the_menu_come_with_what_teachers_need(made: Path) -> None:
    staff = (made / "offline/nguoi-day.json").read_text("utf-8")
    assert '"cach-viet/"' in staff
    assert '"trinh-chieu/E1/"' in staff
    assert '"bai-hoc/"' not in staff


def test_old_addresses_lead_on(made: Path) -> None:
    for old, new in (
        ("tat-ca-bai-hoc", "../bai-hoc/"),
        ("bai-cu", "../bai-hoc/"),
        ("tu-moi", "../nghia-tu/"),
        ("sach", "../cach-viet/"),
        ("thu-tieng", "../thu-giong/"),
        ("chieu/E1", "../../trinh-chieu/E1/"),
    ):
        page = (made / old / "index.html").read_text("utf-8")
        assert f'<a class="b" href="{new}">' in page, old
        assert "noindex" in page
    sitemap = (made / "sitemap.xml").read_text("utf-8")
    assert "bai-cu" not in sitemap


def test_nothing_leads_nowhere(root: Path) -> None:
    """The same site as files: every link names one that is there."""
    site = _built(root, SITE_DIR="usb", DIRECTORY_URLS="false")
    assert find_faults(site) == []
    assert (site / "tat-ca-bai-hoc.html").is_file()


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_is_led_on_with_what_was_asked_for(served: str, browser: Any, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{served}tat-ca-bai-hoc/?a=1#theo-chu-de")
    page.wait_for_url("**/bai-hoc/**")
    assert page.url.endswith("bai-hoc/?a=1#theo-chu-de" if scripts else "bai-hoc/")
    context.close()
