"""The package as a stranger gets it: a wheel in a fresh environment and an empty folder, from `init` to
paper, codes and search."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from tests import packed

ROOT = Path(__file__).parents[1]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from a copy of the sources."""
    return packed.wheel(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked."""
    return packed.archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; libraries are lent by the tests' own, whose package is not seen."""
    made = packed.environment(tmp_path_factory.mktemp("fresh"))
    done = packed.install(made, "--no-index", "--no-deps", str(wheel))
    assert done.returncode == 0, done.stderr
    said = subprocess.run(
        [made, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    # A path named in a .pth is not searched for further .pth files, so the editable install of the tests
    # stays out.
    Path(said.stdout.strip(), "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def lowest(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and the lowest versions of what it needs."""
    lent = packed.lowest_environment()
    site = subprocess.run(
        [lent, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    made = packed.environment(tmp_path_factory.mktemp("lowest"))
    done = packed.install(made, "--no-index", "--no-deps", str(wheel))
    assert done.returncode == 0, done.stderr
    (own,) = made.parents[1].rglob("site-packages")
    Path(own, "lent.pth").write_text(site, encoding="utf-8")
    return made


def _run(python: Path, root: Path, *words: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [python, "-m", *words],
        cwd=root,
        capture_output=True,
        text=True,
        env={**kept, **QUIET},
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
        (about,) = (archive.read(name).decode() for name in packed if name.endswith("METADATA"))
    kept = {
        file.relative_to(ROOT / "plugins").as_posix() for file in (ROOT / "plugins/tungbuoc").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }  # fmt: skip
    assert kept - packed == set()
    assert "tungbuoc/py.typed" in packed
    assert "Typing :: Typed" in about
    words = about.partition("\n\n")[2]
    assert "tungbuoc init" in words
    assert re.findall(r"\]\((?!https://)", words) == [], (
        "a link into the repository leads nowhere on a package index"
    )


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="git alone knows what belongs to the project")
def test_every_file_of_the_project_is_in_the_archive(archive: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    tracked = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    assert len(tracked) > 500
    assert [name for name in tracked if not (archive / name).is_file()] == []


@pytest.mark.slow
def test_tests_pass_in_the_unpacked_archive(archive: Path) -> None:
    """Those that read files of the project itself, with the package of the archive."""
    chosen = (
        "test_readme.py",
        "test_house.py",
        "project/test_schemas.py",
        "lint/test_catalogue.py",
        "press/test_formats.py",
    )
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{name}" for name in chosen)]
    environ = {**os.environ, "PYTHONPATH": str(archive / "plugins")}
    done = subprocess.run(
        [sys.executable, *words], cwd=archive, env=environ, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
@pytest.mark.lowest
def test_a_course_is_built_by_the_lowest_versions(lowest: Path, tmp_path: Path) -> None:
    """Those that `pyproject.toml` allows, all of them at once."""
    script = "import importlib.metadata as it, sys; print(*(it.version(name) for name in sys.argv[1:]))"
    names = [wanted.partition("==") for wanted in packed.lowest()]
    said = subprocess.run(
        [lowest, "-c", script, *(name for name, _, _ in names)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [f"{have}.".startswith(f"{want}.") for have, (_, _, want) in zip(said, names, strict=True)] == [
        True
    ] * len(names)
    _run(lowest, tmp_path, "tungbuoc", "init", "moi", "--name", "Bài cũ máy")
    _run(lowest, tmp_path / "moi", "mkdocs", "build", "--quiet", "--strict")
    _made(tmp_path / "moi/site", "Bài cũ máy")


@pytest.mark.slow
def test_an_empty_folder_becomes_a_course(python: Path, tmp_path: Path) -> None:
    where = _run(python, tmp_path, "tungbuoc", "--version"), subprocess.run(
        [python, "-c", "import tungbuoc; print(tungbuoc.__file__)"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout  # fmt: skip
    assert str(python.parent.parent) in where[1], "the installed wheel, not the sources"
    _run(python, tmp_path, "tungbuoc", "init", "moi", "--name", "Bài của xã Mẫu")
    root = tmp_path / "moi"
    assert "không có lỗi nào" in _run(python, root, "tungbuoc", "check")
    _run(python, root, "mkdocs", "build", "--quiet", "--strict")
    _made(root / "site", "Bài của xã Mẫu")
    # A format, a word and a topic of one's own, under the other runner.
    assert "print/formats/memory-card" in _run(python, root, "tungbuoc", "formats", "copy", "memory-card")
    format = root / "print/formats/memory-card/format.yml"
    format.write_text(
        re.sub(r"(?m)^label: .*", "label: Thẻ của thôn", format.read_text("utf-8")), encoding="utf-8"
    )
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8")
        .replace("Bài của xã Mẫu", "Sổ tay thôn Hai")
        .replace('title: "Bắt đầu"', 'title: "Gọi điện"'),
        "utf-8",
    )
    _run(python, root, "properdocs", "build", "--quiet", "--site-dir", "khac")
    _made(root / "khac", "Sổ tay thôn Hai")
    assert "Gọi điện" in (root / "khac/index.html").read_text("utf-8")
    assert (root / "khac/in/A1-the-cua-thon.pdf").is_file()


def _made(site: Path, name: str) -> None:
    """PDFs, pages behind codes, clips, a search index: of both lessons, with the course's own name."""
    assert len(list(site.glob("in/A?-lesson-sheet.pdf"))) == 2
    text = pypdfium2.PdfDocument(site / "in/A1-lesson-sheet.pdf")[0].get_textpage().get_text_bounded()
    assert name in text
    codes = [page.name for page in site.iterdir() if re.fullmatch(r"\d{5}", page.name)]
    assert len(codes) == 8
    assert len(list(site.glob("video/*.mp4"))) == 8
    assert "danh bạ" in (site / "search/search_index.json").read_text("utf-8")
    assert "search-box.js" in (site / "index.html").read_text("utf-8")
    assert f"<title>{name}" in (site / "index.html").read_text("utf-8")
