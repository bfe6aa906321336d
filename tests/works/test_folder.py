"""A folder is exchanged whole: the old one until the new one is complete, whatever stops the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tungbuoc.works import folder


def _lay(place: Path, **files: str) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")


def _seen(place: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(place.iterdir())}


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _lay(site, old="1", both="1")
    made = folder.begin(site)
    _lay(made, new="2", both="2")
    assert _seen(site) == {"old": "1", "both": "1"}
    folder.finish(site)
    assert _seen(site) == {"new": "2", "both": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_folder_has_nothing_to_replace(tmp_path: Path) -> None:
    site = tmp_path / "a/site"
    _lay(folder.begin(site), new="1")
    assert not site.exists()
    folder.finish(site)
    assert _seen(site) == {"new": "1"}


def test_what_is_given_up_leaves_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _lay(site, old="1")
    _lay(folder.begin(site), new="2")
    folder.abandon(site)
    assert _seen(site) == {"old": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_hidden_files_of_the_old_folder_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _lay(site, **{".nojekyll": "old", ".htaccess": "old", "page": "old"})
    _lay(folder.begin(site), **{".nojekyll": "new"})
    folder.finish(site)
    assert _seen(site) == {".nojekyll": "new", ".htaccess": "old"}


def test_a_build_killed_during_the_exchange_gives_the_old_folder_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _lay(tmp_path / ".site.old", old="1")
    _lay(tmp_path / ".site.new", new="2")
    assert _seen(folder.begin(site)) == {}
    assert _seen(site) == {"old": "1"}


def test_an_exchange_that_fails_leaves_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _lay(site, old="1")
    folder.begin(site).rmdir()
    with pytest.raises(FileNotFoundError):
        folder.finish(site)
    assert _seen(site) == {"old": "1"}


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    _lay(tmp_path / "www/real", old="1")
    site = tmp_path / "site"
    site.symlink_to(tmp_path / "www/real")
    _lay(folder.begin(site), new="2")
    folder.finish(site)
    assert site.is_symlink()
    assert _seen(site) == {"new": "2"}
