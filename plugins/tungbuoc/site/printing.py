"""The sheets of one build: what is stale is pressed when every galley exists, and the page “Tải tờ in” is
laid out from what was made."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from tungbuoc.press import pressing, store
from tungbuoc.press.pressing import Printed
from tungbuoc.site.beside import Beside
from tungbuoc.site.building import Building
from tungbuoc.site.ondemand import OnDemand
from tungbuoc.site.telling import tell
from tungbuoc.web import downloads, merging, stamping
from tungbuoc.web.course import Course
from tungbuoc.web.galleys import at_home
from tungbuoc.web.pictured import pictured
from tungbuoc.works.cluster import Cluster, ClusterError
from tungbuoc.works.progress import ProgressLine

log = get_plugin_logger("tungbuoc")


class Printing:
    """The sheets of one site; `beside` and `on_demand` are those of its preview, which live as long as its
    server."""

    def __init__(self) -> None:
        self.beside = Beside()
        self.on_demand = OnDemand(self.beside.press)

    def run(self, building: Building, config: MkDocsConfig, files: Files) -> None:
        """Press what is stale, then lay out the page that lists it. In a preview what holds many lessons is
        pressed when it is opened."""
        course, handouts = building.course, building.reading.handouts
        docs = building.reading.project.naming.docs
        galleys = [at_home(galley, docs) for galley in building.galleys.in_order]
        if course.pulls:
            self.beside.lay(galleys, course.root, building.reading.team)
        if not course.formats or course.plan is None or handouts is None:
            return
        store.keep(course.root, galleys, course.plan)
        folder = Path(config.site_dir) / downloads.FOLDER
        press = partial(
            pressing.run, galleys, formats_dir=course.root / "print/formats", out_dir=folder,
            cache_dir=course.root / ".cache/press", root=course.root, plan=course.plan,
            team=building.reading.team, runner=Cluster(handouts.scheduler) if handouts.scheduler else None,
        )  # fmt: skip
        with ProgressLine("Đang in tờ") as progress, _unreachable_is_told(), self.beside.press:
            report = press(progress=progress, preview=course.serving)
        tell(report.problems, serving=course.serving)
        _lay_out(report.handouts, building, config, files)

        def bring(file: str) -> None:
            log.info(f"Đang đóng «{file}» từ các bài vừa sửa.")
            brought = press(only=file, runner=None)  # one book: no cluster is as near as this machine
            tell(brought.problems, serving=True)
            downloads.name(folder, brought.handouts, old=config.use_directory_urls)

        waiting = {one.shown: one.file for one in report.waiting if one.format.alone}
        self.on_demand.lay(waiting, bring)


def _lay_out(made: Sequence[Printed], building: Building, config: MkDocsConfig, files: Files) -> None:
    """Name the files, show them on the pages that tell of them, and list them all on “Tải tờ in”."""
    course, stick = building.course, not config.use_directory_urls
    folder = Path(config.site_dir) / downloads.FOLDER
    template = downloads.with_room(folder, made)
    downloads.name(folder, made, old=not stick)
    if stick:
        stamping.beside(folder, [one.shown for one in made])
    for file in files.documentation_pages():
        if (page := file.page) and file.src_uri not in course.lessons:
            page.content = pictured(
                page.content or "", page.url, made, course.words, directory_urls=not stick
            )
    path = course.options.pages.path_of("prints")
    listing = files.get_file_from_path(path)
    if listing and listing.page and path not in course.written:
        listing.page.content = downloads.content(
            course, building.galleys, listing.page.url, made, directory_urls=not stick,
            joins=not stick and _joins(course, config), template=template,
        )  # fmt: skip


def _joins(course: Course, config: MkDocsConfig) -> bool:
    """Have the library that joins PDFs in the browser, which from a USB stick let no page read a PDF."""
    why = merging.install(Path(config.site_dir), course.root / ".cache/npm")
    if why:
        log.info(why)
    return not why


@contextlib.contextmanager
def _unreachable_is_told() -> Iterator[None]:
    try:
        yield
    except ClusterError as error:
        raise PluginError(f"mkdocs.yml, mục scheduler: {error}") from error
