"""Problems that no piece of text shows: bytes, sizes, links on disk, two files at once. `SHOWN` names
them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.lint.sample_project import LESSON, ROOT, TODAY, sample, with_file, with_text

from tungbuoc.lesson.problems import Problem
from tungbuoc.lesson.screens import fitting
from tungbuoc.lint import check, only, read_project
from tungbuoc.lint.catalogue import CATALOGUE

SHOWN = (
    "T01",
    "T02",
    "T03",
    "T04",
    "T05",
    "T06",
    "T07",
    "T08",
    "T15",
    "T16",
    "T17",
    "K08",
    "C04",
    "F06",
    "G05",
    "S08",
    "M12",
    "M13",
)
LAST = "- **Vẫn chưa được** — Nhờ con cháu, hoặc hỏi Tổ công nghệ số.\n"


def _codes(problems: list[Problem]) -> set[str]:
    for problem in problems:
        assert problem.severity == CATALOGUE[problem.code].severity
    return {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("Tên bài".encode("cp1258", "replace"), "T01"),
        (b" \n", "T03"),
        (b"x" * 1_000_001, "T04"),
        (b"# a\0", "T07"),
        (b"# a\n\n" + b"*a" * 1000, "T08"),
        (b"# a\n<<<<<<< HEAD\nb\n=======\n>>>>>>> c\n", "T15"),
    ],
)
def test_files_that_are_no_lesson(content: bytes, code: str) -> None:
    assert _codes(check(with_file(sample(), "docs/mau/khac.md", content))) == {code}


def test_bom() -> None:
    project = sample()
    assert _codes(check(with_file(project, LESSON, b"\xef\xbb\xbf" + project.files[LESSON]))) == {"T02"}


def _copy(tmp_path: Path) -> Path:
    for file in ROOT.rglob("*"):
        if file.is_file():
            (tmp_path / file.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file.relative_to(ROOT)).write_bytes(file.read_bytes())
    return tmp_path


def test_links_out_of_docs_are_told_and_not_followed(tmp_path: Path) -> None:
    root = _copy(tmp_path / "a")
    (tmp_path / "secret.md").write_text("# x")
    (root / "docs/mau/lo.md").symlink_to(tmp_path / "secret.md")
    (root / "docs/ngoai").symlink_to(tmp_path)
    (root / "docs/mau/trong.md").symlink_to(root / "docs/mau/luu-so.md")
    (root / "docs/mau/vong").symlink_to(root / "docs")
    project = read_project(root, today=TODAY, environ={})
    told = [str(problem) for problem in project.problems]
    assert told == [
        "docs/mau/lo.md:1: Đây là lối tắt dẫn ra ngoài thư mục docs. Chép tệp thật vào chỗ này. [T05]",
        "docs/ngoai:1: Đây là lối tắt dẫn ra ngoài thư mục docs. Chép tệp thật vào chỗ này. [T05]",
    ]
    assert "docs/mau/lo.md" not in project.files
    assert "docs/mau/trong.md" in project.files


def test_a_file_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _copy(tmp_path)
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "luu-so.md":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    project = read_project(root, today=TODAY, environ={})
    assert [(problem.path, problem.code) for problem in project.problems] == [(LESSON, "T06")]


def test_a_project_that_is_not_there(tmp_path: Path) -> None:
    problems = check(read_project(tmp_path, today=TODAY, environ={}))
    assert [str(problem) for problem in problems] == [
        "mkdocs.yml:1: Không đọc được mkdocs.yml. Chạy lệnh trong thư mục của dự án. [C06]"
    ]


def test_two_lessons_of_one_code_and_title() -> None:
    project = sample()
    copy = project.files[LESSON].decode()
    for key in ("48217", "10019", "20023", "30031"):
        copy = copy.replace(f" {{#{key}}}", "")
    found = check(with_file(project, "docs/mau/sau.md", copy.encode()))
    assert _codes(found) == {"K08", "C04", "B03"}
    assert {problem.path for problem in found} == {"docs/mau/sau.md"}


def test_three_steps_are_too_few() -> None:
    project = sample()
    text = project.files[LESSON].decode()
    start, end = text.index("## Bước 4"), text.index("## Làm thử")
    found = check(with_file(project, LESSON, (text[:start] + text[end:]).encode()))
    assert [str(problem) for problem in found if problem.code == "G05"] == [
        f"{LESSON}:22: Bài có 3 bước, phải từ 4 đến 8. Thêm bước, mỗi bước một việc. [G05]"
    ]
    assert _codes(found) == {"G05", "K04"}


def test_a_list_of_eight() -> None:
    long = "".join(f"- Việc thứ {n}.\n" for n in range(1, 9))
    found = check(with_text(sample(), LESSON, LAST, LAST + "\n## Không có máy thông minh\n\n" + long))
    assert "S08" in _codes(found)


def test_a_screen_with_nothing_on_it() -> None:
    assert _codes(check(with_text(sample(), LESSON, "## Làm thử", "```phone\n```\n\n## Làm thử"))) == {"M13"}


def test_a_picture_of_a_feeling_is_told_once_and_whole() -> None:
    """With its colour of skin, both halves of a flag, a family of four; not also as a sign the font lacks."""
    text = "Hay 👍🏽 lắm 🇻🇳 ❤️ 👨‍👩‍👧.\n\n## Làm thử"
    found = check(with_text(sample(), LESSON, "## Làm thử", text))
    told = [str(problem) for problem in found if problem.code in ("S22", "U08")]
    assert len(told) == 4
    for signs in ("👍🏽", "🇻🇳", "❤️", "👨‍👩‍👧"):
        assert any(f"«{signs}»" in one and "[S22]" in one for one in told), signs


def test_a_hand_that_lies_on_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand finds a free place on every screen we know; the message is for the one we do not."""
    monkeypatch.setattr(fitting, "covers", lambda _pose, _letters: 3.0)
    assert _codes(check(with_text(sample(), LESSON, "- Điện thoại, giấy", "- Điện thoại,  giấy"))) == {"M12"}


def test_only_some_paths() -> None:
    problems = [Problem(path, 1, "X01", "x") for path in ("docs/a/b.md", "docs/ab.md", "mkdocs.yml")]
    assert [problem.path for problem in only(problems, ["docs/a/"])] == ["docs/a/b.md"]
    assert [problem.path for problem in only(problems, ["./docs"])] == ["docs/a/b.md", "docs/ab.md"]
    assert only(problems, []) == only(problems, ["."]) == problems


LEFT = [
    "bai.md.bak", "bai.md.orig", "bai.md~", "~$bai.docx", "Thumbs.db", "desktop.ini", "bai.md:Zone.Identifier", "tay.png:Zone.Identifier", "bai.MD",
    "bai.Md", "bai.markdown", "ghi-chu.txt", "bai.md.txt", "bai_LOCAL_1234.md", "#bai.md#", "bai.md.swp", "bai.tmp", "ehthumbs.db", "bai.md.r12", "~bai.md",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.parametrize("folder", ["docs/trang", "docs/mau"])
def test_a_leftover_is_told_once(folder: str, name: str) -> None:
    content = sample().files[LESSON]
    found = check(with_file(sample(), f"{folder}/{name}", content))
    assert [(problem.path, problem.code) for problem in found] == [(f"{folder}/{name}", "T16")]
    assert _codes(found) == {"T16"}


@pytest.mark.parametrize(
    "name",
    [
        "mau/tay.png",
        "mau/phim.mp4",
        "mau/phim.vtt",
        "robots.txt",
        "mau/giay-to.pdf",
        "CNAME",
        "mau/anh.webp",
        "mau/to-roi.docx",
    ],
)
def test_what_is_meant_to_be_published_is_not_told(name: str) -> None:
    assert check(with_file(sample(), f"docs/{name}", b"x")) == []


@pytest.mark.parametrize("path", ["docs/luu-so.md", "docs/nhap/luu-so.md"])
def test_a_lesson_outside_every_topic_is_told(path: str) -> None:
    project = sample()
    found = check(with_file(project, path, project.files[LESSON]))
    assert [(problem.path, problem.code) for problem in found] == [(path, "T17")]
    assert _codes(found) == {"T17"}


def test_a_group_of_skills_that_the_course_has_not_is_told() -> None:
    """Where it has none at all, letters say nothing and do no harm."""
    project = sample()
    assert project.course
    course = project.course.model_copy(update={"skills": {"b": "Băng bó", "z": "Gọi cấp cứu"}})
    told = [str(problem) for problem in check(replace(project, course=course))]
    assert told == [f"{LESSON}:5: Bộ bài không có nhóm kỹ năng «d». Các nhóm: b, z. [F06]"]
    right = with_text(replace(project, course=course), LESSON, "skills: [b, d]", "skills: [b, z]")
    assert check(right) == []
