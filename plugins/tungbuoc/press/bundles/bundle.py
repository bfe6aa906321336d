"""In a worker: one team's folder and zip. What is whole already is left alone; every file is written whole or
not at all.

Sheets that are the same for every team lie on the disk once (`.chung`), with a name in every folder where the
disk allows it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tungbuoc.press.stamping import NotOursError, StampError, Team, Template
from tungbuoc.works import atomic
from tungbuoc.works.fingerprint import fingerprint

MANIFEST, SHARED = "danh-sach.json", ".chung"
_FAULTS = {
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EDQUOT: "ổ đĩa hết chỗ",
    errno.EACCES: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ đọc",
}
_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the zip, so that the same bundle makes the same bytes


@dataclass(frozen=True, slots=True)
class BundledSheet:
    """One sealed PDF, what it is called in the bundle, the digest of its bytes and its pages."""

    source: Path
    name: str
    digest: str
    sides: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that a worker needs; picklable. `folder` is a name below `out`."""

    team: Team
    folder: str
    out: Path
    sheets: tuple[BundledSheet, ...]

    @property
    def key(self) -> str:
        """What the bundle is made of."""
        return fingerprint(self.team, [(sheet.name, sheet.digest) for sheet in self.sheets])


@dataclass(frozen=True, slots=True)
class BundleReport:
    """How many files were written, whether all was there before, what the team should know, and why it is
    not done."""

    files: int = 0
    whole: bool = False
    told: tuple[str, ...] = ()
    fault: str = ""


def make(bundle: Bundle) -> BundleReport:
    """Bring one team's folder and zip up to date."""
    try:
        return _made(bundle)
    except OSError as error:
        return BundleReport(fault=_FAULTS.get(error.errno or 0, error.strerror or str(error)))


def _made(bundle: Bundle) -> BundleReport:
    folder, before = bundle.out / bundle.folder, known(bundle)
    if before and before["key"] == bundle.key and _all_there(bundle, before):
        return BundleReport(whole=True, told=tuple(before["told"]))
    told: list[str] = []
    files = []
    with (
        atomic.whole(bundle.out / f"{bundle.folder}.zip") as unfinished,
        zipfile.ZipFile(unfinished, "w") as archive,
    ):
        for sheet in bundle.sheets:
            data = _signed(sheet, bundle.team, told)
            _put(
                bundle.out,
                folder / sheet.name,
                data,
                sheet.digest if data is _template(sheet.source, sheet.digest).data else "",
            )
            files.append(
                {
                    "name": sheet.name,
                    "sha256": hashlib.sha256(data).hexdigest(),
                    "bytes": len(data),
                    "sides": sheet.sides,
                }
            )
            archive.writestr(zipfile.ZipInfo(f"{bundle.folder}/{sheet.name}", _DAY), data)
    zipped = (bundle.out / f"{bundle.folder}.zip").stat().st_size
    _forget(folder, before, {sheet.name for sheet in bundle.sheets})
    said = {"team": asdict(bundle.team), "key": bundle.key, "files": files, "zip": zipped, "told": told}
    # Written last: a folder with this file is whole.
    atomic.write(folder / MANIFEST, json.dumps(said, ensure_ascii=False, indent=1))
    return BundleReport(len(files), told=tuple(told))


def known(bundle: Bundle) -> Mapping[str, Any] | None:
    """What an earlier run noted down, or None."""
    try:
        said = json.loads((bundle.out / bundle.folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) and {"key", "files", "zip", "told"} <= said.keys() else None


def _all_there(bundle: Bundle, before: Mapping[str, Any]) -> bool:
    places = [(bundle.out / bundle.folder / one["name"], one["bytes"]) for one in before["files"]]
    try:
        return all(
            path.stat().st_size == size
            for path, size in [*places, (bundle.out / f"{bundle.folder}.zip", before["zip"])]
        )
    except OSError:
        return False


def _signed(sheet: BundledSheet, team: Team, told: list[str]) -> bytes:
    template = _template(sheet.source, sheet.digest)
    try:
        return template.stamped(team)
    except StampError:
        told.append(f"tên dài quá ô trên tờ {sheet.name}, ô ấy để trống")
        return template.data


@lru_cache(maxsize=1024)
def _template(source: Path, _digest: str) -> Template:
    """Read once a worker."""
    return Template.read(source.read_bytes())


def _put(out: Path, path: Path, data: bytes, digest: str) -> None:
    """A file of its own, or for what all teams share (`digest`) another name of the one copy; a copy where
    the disk has no links."""
    if not digest:
        atomic.write(path, data)
        return
    common = out / SHARED / f"{digest}.pdf"
    atomic.write(common, data)
    with contextlib.suppress(OSError):
        if path.samefile(common):
            return
    atomic.link(common, path)


def _forget(folder: Path, before: Mapping[str, Any] | None, kept: set[str]) -> None:
    """Remove what an earlier run wrote and this one does not; never a file of somebody else's."""
    for name in _written(before):
        if name not in kept and Path(name).name == name:
            with contextlib.suppress(OSError):
                (folder / name).unlink()


def _written(before: Mapping[str, Any] | None) -> Iterator[str]:
    yield from (str(one["name"]) for one in (before or {"files": ()})["files"])


def read(source: Path) -> tuple[str, int] | None:
    """Digest and pages of a sealed PDF; None when it is not one of ours. Raises `OSError`."""
    import pypdfium2

    data = source.read_bytes()
    try:
        Template.read(data)
    except NotOursError:
        return None
    document = pypdfium2.PdfDocument(data)
    try:
        return hashlib.sha256(data).hexdigest()[:32], len(document)
    finally:
        document.close()
