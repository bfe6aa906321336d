"""Galleys on disk: what the last build of the site handed to the press, for commands that run without the
site.

One JSON a galley and `plan.json` in one folder; what the last build no longer has is removed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tungbuoc.lesson.galley import Galley
from tungbuoc.press import GALLEYS
from tungbuoc.press.plan import Need, Occasion, Plan
from tungbuoc.works import atomic

_PLAN = "plan.json"


def keep(root: Path, galleys: Sequence[Galley], plan: Plan) -> None:
    """Write every galley and the plan below `root`, each whole."""
    folder = root / GALLEYS
    packs = {name: [list(formats), list(lessons)] for name, (formats, lessons) in (plan.packs or {}).items()}
    for galley in galleys:
        atomic.write(folder / f"{galley.code}.json", galley.model_dump_json(indent=1))
    order = [galley.code for galley in galleys]
    wanted = {
        "formats": plan.formats,
        "lessons": plan.lessons,
        "packs": packs,
        "occasions": [asdict(one) for one in plan.occasions],
    }
    atomic.write(folder / _PLAN, json.dumps({"order": order, **wanted}))
    (folder / _PLAN).touch()  # its time is the build's, whether anything changed or not
    kept = {f"{galley.code}.json" for galley in galleys} | {_PLAN}
    for file in folder.glob("*.json"):
        if file.name not in kept:
            file.unlink()


def read(root: Path) -> tuple[list[Galley], Plan]:
    """The galleys in the order they were kept and the plan of the last build.

    Raises `FileNotFoundError` before the first build, and when that was made by another version of the
    product.
    """
    folder = root / GALLEYS
    try:
        said = json.loads((folder / _PLAN).read_text(encoding="utf-8"))
        packs = {name: (tuple(formats), tuple(lessons)) for name, (formats, lessons) in said["packs"].items()}
        plan = Plan(
            _names(said["formats"]),
            _names(said["lessons"]),
            packs,
            tuple(_occasion(one) for one in said["occasions"]),
        )
        return [
            Galley.model_validate_json((folder / f"{code}.json").read_text(encoding="utf-8"))
            for code in said["order"]
        ], plan
    except (ValueError, KeyError) as error:
        raise FileNotFoundError(f"{folder} is of another version") from error


def older_than(root: Path, file: Path) -> bool:
    """True when `file` was changed after the last build."""
    return file.is_file() and file.stat().st_mtime > (root / GALLEYS / _PLAN).stat().st_mtime


def _names(found: list[str] | None) -> tuple[str, ...] | None:
    return None if found is None else tuple(found)


def _occasion(said: dict[str, Any]) -> Occasion:
    needs = tuple(Need(one["format"], tuple(one["lessons"]), one["every"]) for one in said["needs"])
    return Occasion(**{**said, "needs": needs})
