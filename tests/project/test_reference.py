"""The page of options: every option of both plugins with what it means, and never older than the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel, Field

from tungbuoc.lesson.course import CourseOptions, Switches
from tungbuoc.project import reference
from tungbuoc.project.options import Options
from tungbuoc.site.config import LessonsConfig
from tungbuoc.site.handouts import HandoutsConfig

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^- `(\w+)` \((.+?)\)\. (.+)$", re.MULTILINE)


def test_the_page_is_current(update_goldens: bool) -> None:
    file = ROOT / reference.PAGE
    if update_goldens:
        file.write_text(reference.page(), "utf-8")
    assert file.read_text("utf-8") == reference.page(), "run make goldens"


def test_it_has_every_option_that_the_plugins_take() -> None:
    lessons, handouts = ({name for name, _ in config._schema} for config in (LessonsConfig, HandoutsConfig))
    assert lessons == CourseOptions.model_fields.keys() | Switches.model_fields.keys()
    assert handouts == Options.model_fields.keys()
    parts = {part.partition("\n")[0]: part for part in reference.page().split("\n## ")}
    for plugin, wanted in (("tungbuoc/lessons", lessons), ("tungbuoc/handouts", handouts)):
        (part,) = (part for title, part in parts.items() if title.endswith(plugin))
        assert {row[1] for row in ROW.finditer(part)} == wanted


def test_every_meaning_is_a_vietnamese_sentence() -> None:
    rows = list(ROW.finditer(reference.page()))
    assert len(rows) > 30
    for row in rows:
        assert re.search("[à-ỹđ]", row[3]), row[1]
        assert row[3].endswith("."), row[1]


def test_an_option_without_a_meaning_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(BaseModel):
        told: str = Field(default="", description="Có lời.")
        untold: str = ""

    monkeypatch.setattr(reference, "_PARTS", {"tungbuoc/lessons": (Silent,)})
    with pytest.raises(ValueError, match=r"Silent\.untold"):
        reference.page()


def test_models_inside_models_have_a_part_of_their_own() -> None:
    """A model that an option holds is told too, under the name of that option."""
    told = {model for models in reference._PARTS.values() for model in models}
    for model in told:
        inner = model.model_json_schema().get("$defs", {})
        assert inner.keys() <= {one.__name__ for one in told}
