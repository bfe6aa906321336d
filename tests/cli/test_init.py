"""`tungbuoc init`: a whole course in an empty folder, from answers, from options, from neither; nothing is
written over."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from tungbuoc.cli import main
from tungbuoc.permalink import ledger
from tungbuoc.permalink.keys import is_key

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, ["init", *words])


def _checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["check"]).output


def test_without_a_terminal_every_question_has_its_default(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _run("bai-cua-xa")
    assert done.exit_code == 0, done.output
    root = here / "bai-cua-xa"
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    assert config["site_name"] == "Bai cua xa"
    assert (root / ".gitignore").is_file()
    keys = re.findall(
        r"\{#(\d{5})\}", "".join(file.read_text("utf-8") for file in (root / "docs").rglob("*.md"))
    )
    assert len(set(keys)) == 8
    assert all(map(is_key, keys))
    assert set(ledger.read((root / ledger.PATH).read_bytes())[0].state) == set(keys)
    words = config["plugins"][1]["tungbuoc/lessons"]["words"]
    assert words == {"reader": "bạn", "people": "bà con", "team": "người hướng dẫn"}
    assert _checked(root, monkeypatch).startswith("Đã xem 2 bài: không có lỗi nào.")


@pytest.mark.parametrize("reader", ["bác", "cô chú", "bạn"])
def test_options_say_what_the_questions_ask(here: Path, monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    topics = "Bếp nhà, Vườn nhà: rau, 2 việc"
    done = _run(
        "moi", "--name", 'Bài "mẫu": số 1', "--host", "xa-mau.vn/c-d", "--reader", reader, "--topics", topics
    )
    assert done.exit_code == 0, done.output
    config = yaml.load((here / "moi/mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    assert config["site_name"] == 'Bài "mẫu": số 1'
    assert config["site_url"] == ["SITE_URL", "https://xa-mau.vn/c-d/"]
    listed = config["plugins"][1]["tungbuoc/lessons"]["topics"]
    assert [(topic["letter"], topic["folder"]) for topic in listed] == [
        ("A", "bep-nha"),
        ("B", "vuon-nha-rau"),
        ("C", "2-viec"),
    ]
    assert f"## Học xong, {reader} làm được" in (here / "moi/docs/bep-nha/luu-so.md").read_text("utf-8")
    assert "xa-mau.vn" in (here / "moi/print/codes.csv").read_text("utf-8")
    assert "không có lỗi nào" in _checked(here / "moi", monkeypatch)


def test_a_folder_with_files_is_left_alone(here: Path) -> None:
    (here / "cu").mkdir()
    (here / "cu/mkdocs.yml").write_text("site_name: Cũ\n", encoding="utf-8")
    done = _run("cu")
    assert done.exit_code == 1
    assert "đã có tệp" in done.output
    assert [entry.name for entry in (here / "cu").iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--host", "http://xa mau"), "https://"),
        (("--reader", "12"), "bạn"),
        (("--people", "{reader}"), "các em"),
        (("--team", "x: y"), "Nhóm bạn"),
        (("--topics", "Một, Một"), "khác nhau"),
        (("--topics", "…"), "có chữ"),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_nothing_is_written(
    here: Path, words: tuple[str, ...], told: str
) -> None:
    done = _run("moi", *words)
    assert done.exit_code == 2
    assert told in done.output
    assert list(here.iterdir()) == []


def test_the_course_begins_with_a_workflow_like_our_own(here: Path) -> None:
    """Its actions are pinned as ours are, its jobs have the least rights, its steps are commands that exist."""
    assert _run("moi", "--host", "xa-mau.vn").exit_code == 0
    text = (here / "moi/.github/workflows/trang.yml").read_text("utf-8")
    made = yaml.safe_load(text)
    ours = "".join(file.read_text("utf-8") for file in (ROOT / ".github/workflows").glob("*.yml"))
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 5
    assert all(f"uses: {action}\n" in ours for action in used)
    assert made["permissions"] == {}
    assert [job["permissions"] for job in made["jobs"].values()] == [
        {"contents": "read"},
        {"pages": "write", "id-token": "write"},
    ]
    runs = [step["run"] for step in made["jobs"]["build"]["steps"] if "run" in step]
    known = {f"python -m tungbuoc {name}" for name in main.list_commands(click.Context(main))}
    for run in runs:
        ours_too = " ".join(run.split()[:4]) in known
        assert ours_too or run.startswith(
            ("sudo apt-get", "python -m pip install", "python -m mkdocs build")
        ), run
    assert "libpango-1.0-0" in " ".join(runs)
    wanted = (here / "moi/requirements.txt").read_text("utf-8").splitlines()[-1]
    assert wanted == f"tungbuoc=={version('tungbuoc')}"
    assert "${{ vars.SITE_URL || 'https://xa-mau.vn/' }}" in text


def test_the_linter_of_workflows_has_nothing_to_say_about_it(here: Path) -> None:
    assert _run("moi").exit_code == 0
    command = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--quiet",
        "--no-progress",
        "moi/.github",
    ]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_in_english_the_questions_and_the_course_are_english(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["fr", "en", "", "first-steps.org", "neighbours", "The library", "Start, Money"])
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))
    monkeypatch.setattr("tungbuoc.cli.starting.sys", SimpleNamespace(stdin=Answering()))
    done = _run("first-steps")
    assert done.exit_code == 0, done.output
    assert "First steps" in asked[2]
    assert not re.search("[ạ-ỹđ]", "".join(asked[2:]))
    assert "two sample lessons in docs/start/" in done.output
    config = yaml.load((here / "first-steps/mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    options = config["plugins"][1]["tungbuoc/lessons"]
    assert options["words"] == {"language": "en", "people": "neighbours", "team": "The library"}
    assert [topic["errand"] for topic in options["topics"]] == [
        {"A1": "Call your family", "A2": "save a number"},
        {"B1": "Money"},
    ]
    assert "không có lỗi nào" in _checked(here / "first-steps", monkeypatch)


def test_both_languages_begin_with_the_same_files_and_options(here: Path) -> None:
    for language in ("vi", "en"):
        assert _run(language, "--language", language, "--host", "a-b.vn").exit_code == 0
    made = {name: (here / name / "mkdocs.yml").read_text("utf-8") for name in ("vi", "en")}
    vi, en = (yaml.load(text, yaml.BaseLoader) for text in made.values())
    assert vi.keys() == en.keys()
    lessons = [config["plugins"][1]["tungbuoc/lessons"] for config in (vi, en)]
    assert lessons[0].keys() == lessons[1].keys()
    assert vi["plugins"][2] == en["plugins"][2]
    jobs = [
        yaml.safe_load((here / path).read_text("utf-8"))["jobs"]
        for path in ("vi/.github/workflows/trang.yml", "en/.github/workflows/site.yml")
    ]
    steps = [
        [(step.get("run"), step.get("uses")) for job in found.values() for step in job["steps"]]
        for found in jobs
    ]
    assert steps[0] == steps[1]
    files = [
        sorted(path.suffix for path in (here / name).rglob("*") if path.is_file()) for name in ("vi", "en")
    ]
    assert files[0] == files[1]


class Answering:
    """A terminal, as far as the command looks."""

    def isatty(self) -> bool:
        """Somebody is there."""
        return True
