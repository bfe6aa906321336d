"""What a host does with the repository: workflows pinned and with the least rights, their steps run here
as far as they can, forms that hold."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.specifiers import SpecifierSet
from tests.promise.course import FIRST, begin

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAY = {
    ("publish.yml", "keys"): {"contents": "write"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("freshness.yml", "freshness"): {"contents": "read", "issues": "write"},
}
"""What a job may besides reading the files."""


def _load(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_have_pinned_actions_and_the_least_rights(file: Path) -> None:
    text, made = file.read_text("utf-8"), _load(file)
    for used in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", used), used
    assert "pull_request_target" not in made[True]  # YAML reads `on` as yes
    assert made["permissions"] == {}
    for name, job in made["jobs"].items():
        assert job["permissions"] == MAY.get((file.name, name), {"contents": "read"}), name
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_one_action_has_one_pin() -> None:
    pins = {used for file in WORKFLOWS for used in re.findall(r"uses: (.*)", file.read_text("utf-8"))}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


def test_every_step_is_a_command_of_this_repository() -> None:
    runs = [
        step["run"]
        for file in WORKFLOWS
        for job in _load(file)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    gitlab = _load(ROOT / ".gitlab-ci.yml")
    runs += [
        line
        for job in gitlab.values()
        if isinstance(job, dict)
        for line in job.get("script", [])
        if not line.startswith("mv ")
    ]
    assert len(runs) > 8
    for run in runs:
        command, *arguments = run.partition("|")[0].split()
        if command == "make":
            assert set(arguments) <= _targets(), run
        elif command.startswith(".ci/"):
            assert os.access(ROOT / command, os.X_OK), run
        else:
            assert command == ".venv/bin/tungbuoc", run


def test_the_twin_does_all_that_the_workflows_do() -> None:
    jobs = _load(ROOT / ".gitlab-ci.yml")
    named = {name: job for name, job in jobs.items() if isinstance(job, dict) and "script" in job}
    assert {
        "check", "test", "build", "preview", "keys", "pages", "freshness", "versions", "properdocs"
    } == named.keys()  # fmt: skip
    assert all(job["stage"] in jobs["stages"] for job in named.values())
    twins = [line for job in named.values() for line in job["script"]]
    ours = "\n".join(file.read_text("utf-8") for file in WORKFLOWS)
    assert all(
        re.search(rf"run: {re.escape(line)}( #.*)?\n", ours) for line in twins if line.startswith(".ci/")
    )
    assert any(line.startswith(".venv/bin/tungbuoc links") for line in named["freshness"]["script"])


@pytest.mark.parametrize(
    "call",
    [
        ("zizmor", "--offline", "--quiet", "--no-progress", ".github"),
        ("actionlint", "-shellcheck=", "-pyflakes=", *(str(file) for file in WORKFLOWS)),
    ],
    ids=lambda call: call[0],
)
def test_the_linters_of_workflows_have_nothing_to_say(call: tuple[str, ...]) -> None:
    linter = Path(sys.executable).with_name(call[0])
    done = subprocess.run([linter, *call[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_summary_that_cannot_be_made_fails_its_step() -> None:
    """GitHub's own shell forgets the first half of a pipe, unless bash is named."""
    for file in WORKFLOWS:
        made = _load(file)
        piped = [
            step["run"]
            for job in made["jobs"].values()
            for step in job["steps"]
            if "|" in step.get("run", "")
        ]
        assert not piped or made["defaults"]["run"]["shell"] == "bash", file.name


def test_every_topic_has_somebody_to_ask() -> None:
    lines = [
        line.split()
        for line in (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    owners = dict(lines)
    assert lines[0][0] == "*", "the last line that fits counts, so what is for all comes first"
    assert {owner.partition("/")[0] for owner in owners.values()} == {"@to-chuc"}
    assert all((ROOT / path.strip("/")).exists() for path in owners if path != "*")
    topics = re.findall(r"\{folder: ([a-z-]+),", (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert topics
    assert {f"/docs/{topic}/" for topic in topics} <= owners.keys()


def _stub(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)
    return folder / name


@pytest.mark.parametrize(
    ("asked", "resolution"), [("lowest", "lowest-direct"), ("newest", "highest"), ("some", "")]
)
def test_other_versions_are_resolved_installed_and_tested(
    tmp_path: Path, asked: str, resolution: str
) -> None:
    log = tmp_path / "log"
    _stub(tmp_path, "make", f'echo "make $@" >> {log}')
    pytest_ = f'echo "pytest $@ $LOWEST_PYTHON" >> {log}'
    uv = _stub(
        tmp_path,
        "uv",
        f'echo "uv $@" >> {log}\nfor last; do :; done\nif [ "$1" = venv ]; then mkdir -p "$last/bin";'
        f" printf '#!/bin/sh\n%s\n' '{pytest_}' > \"$last/bin/pytest\"; chmod +x \"$last/bin/pytest\"; fi",
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "UV": str(uv)}
    done = subprocess.run(
        [ROOT / ".ci/versions", asked],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if not resolution:
        assert done.returncode == 2
        assert not log.exists()
        return
    assert done.returncode == 0, done.stderr
    setup, resolved, _made, installed, tested = log.read_text().splitlines()
    assert setup == "make setup"
    assert f"--resolution {resolution}" in resolved
    constraint = f".cache/versions/{asked}.txt"
    assert f"--output-file {constraint}" in resolved
    assert f"--constraint {constraint}" in installed
    assert tested.endswith("versions/lowest/bin/python") is (asked == "lowest")


def test_the_course_and_every_test_are_tried_under_the_other_generator(tmp_path: Path) -> None:
    log = tmp_path / "log"
    _stub(tmp_path, "make", f'echo "make $@" >> {log}')
    tools = {
        "PROPERDOCS": _stub(tmp_path, "properdocs", f'echo "properdocs $@" >> {log}; exit ${{BUILT:-0}}'),
        "PYTEST": _stub(tmp_path, "pytest", f'echo "$TUNGBUOC_RUNNER pytest $@" >> {log}; exit 5'),
    }
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    environment |= {name: str(tool) for name, tool in tools.items()}
    command = [ROOT / ".ci/properdocs"]
    assert subprocess.run(command, cwd=tmp_path, env=environment, check=False).returncode == 5
    setup, built, tested = log.read_text().splitlines()
    assert setup == "make setup"
    assert built.startswith("properdocs build --quiet --strict --site-dir /")
    assert tested == "properdocs pytest -n auto"
    log.unlink()
    environment["BUILT"] = "3"
    assert subprocess.run(command, cwd=tmp_path, env=environment, check=False).returncode == 3
    assert "pytest" not in log.read_text()


def test_a_step_that_came_without_a_code_gets_one_on_main_and_only_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, host = tmp_path / "course", tmp_path / "host.git"
    root.mkdir()
    begin(root, union=True)
    lesson = root / FIRST
    text = re.sub(
        r"\n## Bước 3: (.*) \{#\d{5}\}",
        r"\n## Bước 3: \1 rồi\n\nBấm nút.\n\n## Bước 4: \1 {#}",
        lesson.read_text("utf-8"),
    )
    lesson.write_text(text.replace(" {#}", ""), "utf-8")
    who = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", "init", "-q", "--bare", host], check=True)
    subprocess.run(["git", *who, "commit", "-qam", "a step more"], cwd=root, check=True)
    subprocess.run(["git", "push", "-q", host, "HEAD:main"], cwd=root, check=True)
    monkeypatch.setenv("PUSH_TO", str(host))
    monkeypatch.setenv("TUNGBUOC", str(Path(sys.executable).with_name("tungbuoc")))

    def log() -> list[str]:
        done = subprocess.run(
            ["git", "log", "--format=%s", "main"], cwd=host, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    before = log()
    subprocess.run([ROOT / ".ci/keys"], cwd=root, check=True)
    assert log() == before
    assert not re.search(r"(?m)^## Bước \d+: [^{]*$", lesson.read_text("utf-8"))
    for _ in range(2):
        subprocess.run([ROOT / ".ci/keys", "--push"], cwd=root, check=True)
        assert log() == ["Mã cho bước mới", *before]
    kept = subprocess.run(["git", "show", f"main:{FIRST}"], cwd=host, capture_output=True, check=True).stdout
    assert kept == lesson.read_bytes()


@pytest.mark.parametrize(
    ("known", "wanted"), [("", "issue create --title"), ("17", "issue edit 17 --body-file")]
)
def test_the_weekly_issue_is_made_once_and_then_written_anew(tmp_path: Path, known: str, wanted: str) -> None:
    log = tmp_path / "log"
    gh = f'#!/bin/sh\necho "$@" >> {log}\ncase "$2" in list) echo "{known}";; *) for last; do :; done; cat "$last" >> {log};; esac\n'
    for name, text in (("gh", gh), ("tungbuoc", '#!/bin/sh\necho "## Bài tới hạn: 2"\n')):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "TUNGBUOC": str(tmp_path / "tungbuoc"),
    }
    done = subprocess.run(
        [ROOT / ".ci/freshness"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = log.read_text()
    assert said.count("\nissue ") == 1
    assert wanted in said
    assert "## Bài tới hạn: 2" in said


def test_when_the_list_cannot_be_made_no_issue_is_written(tmp_path: Path) -> None:
    for name, text in (("gh", f"#!/bin/sh\ntouch {tmp_path}/called\n"), ("tungbuoc", "#!/bin/sh\nexit 1\n")):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "TUNGBUOC": str(tmp_path / "tungbuoc"),
    }
    assert subprocess.run([ROOT / ".ci/freshness"], env=environment, check=False).returncode
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    "file", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("b*.yml")), ids=lambda file: file.name
)
def test_issue_forms_have_fields_with_labels_and_ids_of_their_own(file: Path) -> None:
    form = _load(file)
    assert {"name", "description", "title", "body"} <= form.keys()
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert any(field.get("validations", {}).get("required") for field in fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["type"] in ("input", "textarea", "dropdown") for field in fields)


@pytest.mark.parametrize(
    "file", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("b*.yml")), ids=lambda file: file.name
)
def test_every_form_has_its_twin(file: Path) -> None:
    form = _load(file)
    twin = ROOT / ".gitlab/issue_templates" / f"{form['name'].partition(' (')[0]}.md"
    labels = [
        field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"
    ]  # fmt: skip
    assert re.findall(r"(?m)^## (.*)$", twin.read_text("utf-8")) == labels


def test_a_wrong_step_is_reported_by_its_code() -> None:
    form = _load(ROOT / ".github/ISSUE_TEMPLATE/buoc-sai.yml")
    assert next(field for field in form["body"] if field.get("id") == "ma")["validations"]["required"]


def test_what_names_the_version_names_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = _load(ROOT / "CITATION.cff")
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
    assert f"\n## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_bots_and_hooks_keep_to_the_limits_of_the_project() -> None:
    renovate = json.loads((ROOT / "renovate.json").read_text("utf-8"))
    limits = {
        name: rule["allowedVersions"]
        for rule in renovate["packageRules"]
        for name in rule["matchPackageNames"]
    }
    wanted = (ROOT / "pyproject.toml").read_text("utf-8")
    assert all(re.search(rf'"{name}>=[^"]*{re.escape(limit)}"', wanted) for name, limit in limits.items())
    hooks = [hook for repo in _load(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in hooks)


def test_every_locked_package_takes_the_python_of_debian_12() -> None:
    """The README promises Debian; 3.11.2 is its Python. A package whose makers ask for more stops `make`."""
    locked = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements-test.lock").read_text("utf-8"))
    asks = {name: metadata(name).get("Requires-Python") or "" for name in locked if _installed(name)}
    assert len(asks) > 50
    assert [name for name, said in asks.items() if not SpecifierSet(said).contains("3.11.2")] == []


def _installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:  # of another system or processor
        return False
