"""`translate` and `translated` as a person calls them: what each advises is done and helps."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner, Result
from tests.cli.conftest import LESSON

from tungbuoc.cli import main

ENGLISH = f"docs/{LESSON.removesuffix('.md')}.en.md"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_translation_is_begun_done_grows_old_and_is_looked_at_again(project: Path) -> None:
    done = run("translate", "E1", "--to", "en")
    assert done.exit_code == 0, done.output
    assert f"Đã có {ENGLISH}." in done.output
    file, original = project / ENGLISH, project / "docs" / LESSON
    told = run("check", ENGLISH)
    assert "0 lỗi phải sửa, 1 điều nên sửa" in told.output
    assert "[W07]" in told.output
    assert run("translated", ENGLISH).exit_code == 1
    # The advice of W07: words in the place of words, and the mark away.
    file.write_text(file.read_text("utf-8").replace("(dịch) ", ""), "utf-8")
    assert "không có lỗi nào" in run("check", ENGLISH).output
    text = original.read_text("utf-8")
    first = re.search(r"## Bước 1: .*\n\n(.+)\n", text)
    assert first
    original.write_text(text.replace(first[1], f"{first[1]} Rồi dừng lại."), "utf-8")
    told = run("check", ENGLISH)
    [advised] = re.findall(r"Bước 1 của bài gốc đã đổi .*«tungbuoc (translated \S+)»\. \[W06\]", told.output)
    assert run(*advised.split()).output == f"{ENGLISH}: đã ghi là khớp bài gốc.\n"
    assert "[W06]" not in run("check", ENGLISH).output
    assert run(*advised.split()).output == f"{ENGLISH}: đã khớp từ trước.\n"


def test_what_is_there_is_never_written_over_and_what_is_not_is_told(project: Path) -> None:
    (project / ENGLISH).write_text("của tôi", "utf-8")
    again = run("translate", f"docs/{LESSON}", "--to", "en")
    assert again.exit_code == 2
    assert f"Đã có tệp {ENGLISH}." in again.output
    assert (project / ENGLISH).read_text("utf-8") == "của tôi"
    (project / ENGLISH).unlink()
    for arguments, said in (
        (("E2", "--to", "km"), "Không có bài «E2»."),
        (("E1", "--to", "khmer"), "Máy chưa biết tiếng «khmer»."),
        (("E1", "--to", "vi"), "Bài đã viết bằng tiếng ấy («vi»)."),
    ):
        told = run("translate", *arguments)
        assert told.exit_code == 2
        assert said in told.output
    assert "không phải bản dịch của bài nào" in run("translated", f"docs/{LESSON}").output
    assert sorted(file.name for file in (project / ENGLISH).parent.iterdir()) == ["dung-lai.md"]


def test_fix_and_the_ledger_leave_a_translation_alone(project: Path) -> None:
    run("translate", "E1", "--to", "km")
    file = project / ENGLISH.replace(".en.", ".km.")
    before, codes = file.read_bytes(), (project / "print/codes.csv").read_bytes()
    run("fix", "--yes")
    assert file.read_bytes() == before
    assert (project / "print/codes.csv").read_bytes() == codes
