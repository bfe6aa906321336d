"""The form itself: what it asks is what files hold, it speaks Vietnamese, and what is saved is what was changed."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.admin.conftest import LESSONS, ROOT

from tungbuoc import lint
from tungbuoc.lesson.front import Front
from tungbuoc.lesson.screens.element import KINDS
from tungbuoc.lesson.wording import Wording
from tungbuoc.web import admin
from tungbuoc.web.admin import fields
from tungbuoc.web.course import Course

LESSON = "docs/dien-thoai/cai-ung-dung.md"
_PICKED = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("kho", { create: true });
  await folder.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(%s)) {
    let inner = folder;
    for (const name of path.split("/").slice(0, -1)) inner = await inner.getDirectoryHandle(name, { create: true });
    const file = await (await inner.getFileHandle(path.split("/").at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
  folder.requestPermission = folder.queryPermission = async () => "granted";
  return folder;
};
"""
"""What somebody does who picks the folder of the repository: here a folder of the browser's own."""
_READ = """async (path) => {
  let inner = await (await navigator.storage.getDirectory()).getDirectoryHandle("kho");
  for (const name of path.split("/").slice(0, -1)) inner = await inner.getDirectoryHandle(name);
  return (await (await inner.getFileHandle(path.split("/").at(-1))).getFile()).text();
}"""


def test_every_field_of_the_files_is_asked_and_nothing_else() -> None:
    asked = {field["name"]: field for field in fields.lesson_fields(Wording(), "bg")}
    assert set(asked) == {"title", *Front.model_fields, "intro", "parts", "head"}
    step = next(one for one in asked["parts"]["types"] if one["name"] == "buoc")
    blocks = next(one for one in step["fields"] if one["name"] == "blocks")
    screen = next(one for one in blocks["types"] if one["name"] == "man-hinh")
    body = next(one for one in screen["fields"] if one["name"] == "body")
    assert {one["name"] for one in body["types"]} == set(KINDS)
    for kind in body["types"]:
        assert {one["name"] for one in kind["fields"]} == set(KINDS[kind["name"]].model_fields)


def test_the_form_fits_the_schema_of_what_draws_it(course: Course) -> None:
    """Every kind of field that the published schema knows, with options it knows."""
    from tungbuoc.web import packages

    wanted = {"schema.json": "node_modules/@sveltia/cms/schema/sveltia-cms.json"}
    found, why = packages.fetched(Path(admin.__file__).parent, wanted, ROOT / ".cache/npm")
    assert not why
    known = json.loads(found["schema.json"].read_text("utf-8"))["definitions"]
    options: dict[str, set[str]] = {}
    for node in known.values():
        widget = node.get("properties", {}).get("widget", {})
        for value in [widget["const"]] if "const" in widget else widget.get("enum", ()):
            options.setdefault(str(value), set()).update(node["properties"])
    made = admin.config(course)
    assert made.keys() <= known["CmsConfig"]["properties"].keys()
    for one in fields.every([*fields.lesson_fields(Wording(), "bg"), *fields.file_fields("yaml", Wording())]):
        if "widget" in one:
            assert one.keys() <= options[one["widget"]], one["name"]


def test_the_backend_is_told_by_one_line() -> None:
    assert admin.backend("github:chu/kho") == {"name": "github", "repo": "chu/kho", "branch": "main"}
    assert admin.backend("gitlab:nhom/chu/kho@ban/moi") == {
        "name": "gitlab",
        "repo": "nhom/chu/kho",
        "branch": "ban/moi",
    }


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def page(site: Path, browser: Any) -> Iterator[Any]:
    """The form with the course's files, opened by somebody who has picked their folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    made = context.new_page()
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in LESSONS}
    made.add_init_script(_PICKED % json.dumps(files, ensure_ascii=False))
    made.outside = []
    made.on(
        "request",
        lambda request: made.outside.append(request.url) if "://localhost" not in request.url else None,
    )
    made.goto(f"http://localhost:{server.server_port}/admin/")
    made.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
    made.get_by_text("A. Làm quen điện thoại và mạng").first.wait_for()
    yield made
    context.close()
    server.shutdown()


@pytest.mark.browser
@pytest.mark.slow
def test_a_step_is_opened_changed_and_saved_and_only_that_changed(page: Any) -> None:
    folder, _, name = LESSON.removeprefix("docs/").removesuffix(".md").partition("/")
    page.evaluate("hash => { location.hash = hash }", f"#/collections/{folder}/entries/{name}")
    page.get_by_role("textbox", name="Tên bài").wait_for()
    _scroll_to(page, page.get_by_text("Bước: Gõ tên ứng dụng"))
    step = page.get_by_role("group").filter(has_text="Bước: Gõ tên ứng dụng").last
    step.get_by_role("button", name="Mở rộng").first.click()
    words = page.get_by_role("textbox", name="Mỗi ý một câu ngắn").first
    _scroll_to(page, words)
    before = (ROOT / LESSON).read_text("utf-8")
    assert "Bấm hình kính lúp, gõ tên ứng dụng." in words.input_value()
    words.fill(words.input_value().replace("Bấm hình kính lúp", "Bấm **hình kính lúp**"))
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url(re.compile(f"collections/{folder}$"))
    after = page.evaluate(_READ, LESSON)
    assert after == before.replace("Bấm hình kính lúp, gõ", "Bấm **hình kính lúp**, gõ")
    project = lint.read_project(ROOT, today=dt.date(2026, 11, 27))
    files = {**project.files, LESSON: after.encode()}
    assert [p for p in lint.check(replace(project, files=files)) if p.severity == "error"] == []
    assert {url.split("/")[2] for url in page.outside if url.startswith("http")} <= {"www.githubstatus.com"}


def _scroll_to(page: Any, wanted: Any) -> None:
    """The form draws what is in view, so one scrolls until it is there."""
    page.mouse.move(600, 600)
    for _ in range(40):
        if wanted.count():
            break
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(150)
    wanted.first.scroll_into_view_if_needed()
