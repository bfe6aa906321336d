"""Hosts below a path, with hyphens, as long as a code allows: sheets with much room and with little hold
them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.galleys import IMPRINT, full, whole

from tungbuoc.lesson.galley import Galley
from tungbuoc.permalink.address import LONGEST, read_site
from tungbuoc.press import pressing
from tungbuoc.press.plan import Plan

LONG = "https://so-van-hoa.xa-mau.vn/tu-ng/"


def _at(url: str) -> Galley:
    galley, site = full(), read_site(url)
    steps = tuple(
        step.model_copy(update={"payload": site.payload(step.key), "typed": site.typed(step.key)})
        for step in galley.steps
    )
    return whole(
        galley.model_copy(
            update={
                "steps": steps,
                "imprint": IMPRINT.model_copy(update={"shown": site.shown, "url": site.url}),
            }
        )
    )


@pytest.mark.parametrize("url", ["https://a.b.vn/c-d/", LONG])
def test_an_address_below_a_path_is_whole_on_paper(tmp_path: Path, url: str) -> None:
    assert len(read_site(LONG).payload("48217")) <= LONGEST
    wanted = Plan(formats=("lesson-sheet", "counter-stand", "memory-card", "sticker-sheet"))
    report = pressing.run(
        [_at(url)],
        formats_dir=tmp_path / "print/formats",
        out_dir=tmp_path / "in",
        cache_dir=tmp_path / "cache",
        plan=wanted,
        workers=1,
    )
    assert [str(problem) for problem in report.problems] == []
    assert len(report.handouts) == 4
