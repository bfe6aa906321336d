"""Keys of the lessons against the ledger and the host: what would break a promise already printed.

Every advice here can be followed to the letter: what `fix` is said to do is what `permalink.restore` decides,
and where that decides nothing the message names the code, its words and the very line to write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tungbuoc.lesson.course import OldHost
from tungbuoc.lesson.dates import day
from tungbuoc.lesson.model import Lesson
from tungbuoc.lesson.problems import Problem, in_order
from tungbuoc.permalink.address import Site
from tungbuoc.permalink.keys import is_key
from tungbuoc.permalink.ledger import PATH, Ledger
from tungbuoc.permalink.likeness import alike, same
from tungbuoc.permalink.recode import first_of, free_code, same_code
from tungbuoc.permalink.restore import RepairPlan, plan
from tungbuoc.permalink.seats import seats

_FIX = "Chạy «tungbuoc fix»"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the lessons: the ledger, the last commit's lessons by path, codes that stand
    in files nobody can read as lessons, and the edition (number and date) that last printed a code."""

    ledger: Ledger
    committed: Mapping[str, Lesson] = field(default_factory=dict)
    standing: Collection[str] = frozenset()
    editions: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def check_keys(lessons: Sequence[Lesson], known: Known) -> list[Problem]:
    """Every key wrong, repeated, exchanged, unknown, lost or retired but still used; every lesson code
    used twice."""
    found = plan(lessons, known.ledger, standing=known.standing, committed=known.committed)
    twice = same_code(lessons)
    return in_order([
        *_wrong(lessons), *_repeated(lessons, found, twice), *_unknown(lessons, found, known.ledger),
        *_open(found, known.ledger),
        *_exchanged(lessons, found, known.ledger), *_changed(lessons, found, known), *_lost(found),
        *_same_code(twice, lessons, known),
    ])  # fmt: skip


def check_host(site: Site, ledger: Ledger, old_hosts: Iterable[OldHost]) -> list[Problem]:
    """Told when printed codes name a host that is neither the site's nor listed as kept redirecting. A
    draft is free."""
    if site.draft:
        return []
    kept = {old.host for old in old_hosts} | {site.host}
    return [
        Problem(PATH, line, "K06", f"Mã đã in dẫn tới «{host}», còn trang nay ở «{site.host}».",
                (
                    f"Thêm «{host}» vào old_hosts trong mkdocs.yml, ghi rõ ai giữ cho địa chỉ cũ chuyển về "
                    "trang mới."
                ))
        for host, line in sorted(ledger.hosts().items()) if host not in kept
    ]  # fmt: skip


def _wrong(lessons: Iterable[Lesson]) -> list[Problem]:
    fix = "Xóa phần {#…} rồi chạy «tungbuoc fix»: máy trả lại mã cũ của bước, hoặc tạo mã mới."
    return [
        Problem(lesson.path, step.line, "K01", f"Mã {step.key} gõ sai: chữ số cuối không khớp.", fix)
        for lesson in lessons for step in lesson.steps if step.key and not is_key(step.key)
    ]  # fmt: skip


def _repeated(
    lessons: Sequence[Lesson], found: RepairPlan, twice: Mapping[str, list[Lesson]]
) -> Iterator[Problem]:
    """Copied keys; not those of a copied lesson, which is told as that."""
    for seat in seats(lessons):
        owner = found.copies.get(seat.place)
        if owner and not (seat.lesson is not owner.lesson and seat.lesson.code == owner.lesson.code in twice):
            text = f"Mã {seat.step.key} đã dùng ở {owner.lesson.path} bước {owner.step.number}."
            yield Problem(*seat.place, "K02", text, f"{_FIX}: bản chép có mã của nó.")
    for key, places in found.shared.items():
        if len({seat.lesson.code for seat in places}) == 1 < len({seat.lesson.path for seat in places}):
            continue
        for seat, other in zip(places, (*places[1:], places[0]), strict=True):
            text = (
                f"Mã {key} cũng ở {other.lesson.path} dòng {other.step.line}, máy không biết chỗ nào là bản"
                " chép."
            )
            yield Problem(
                *seat.place, "K02", text, f"Ở bản chép, xóa phần {{#{key}}}, rồi chạy «tungbuoc fix»."
            )


def _unknown(lessons: Iterable[Lesson], found: RepairPlan, ledger: Ledger) -> Iterator[Problem]:
    for seat in seats(lessons):
        key = seat.step.key
        if not key or not is_key(key) or key in found.shared:
            continue
        row = ledger.state.get(key)
        if row is None:
            yield Problem(*seat.place, "K03", f"Mã {key} chưa có trong sổ mã.", f"{_FIX} để ghi sổ.")
        elif row.event == "retired":
            fix = f"{_FIX}: bước có mã mới. Nếu thôi dùng nhầm thì chạy «tungbuoc retire --undo {key}»."
            yield Problem(*seat.place, "K05", f"Mã {key} đã thôi dùng từ {row.date}.", fix)


def _open(found: RepairPlan, ledger: Ledger) -> Iterator[Problem]:
    """Steps without a key where a code on paper may be their own."""
    for one in found.open:
        number = one.seat.step.number
        if not one.codes and one.seat.lesson.path not in found.twins:
            text = f"Bước {number} chưa có mã, mà mã của nó có thể còn ở một tệp máy chưa đọc được."
            yield Problem(
                *one.seat.place, "K10", text, "Sửa tệp ấy trước (xem lỗi của nó), rồi chạy «tungbuoc fix»."
            )
            continue
        if not one.codes:
            text = (
                f"Bước {number} chưa có mã, mà bài này và {found.twins[one.seat.lesson.path]} là hai bản của"
                " một bài."
            )
            yield Problem(
                *one.seat.place,
                "K10",
                text,
                "Đổi mã bài ở bản chép trước, máy mới biết bước nào giữ mã đã in.",
            )
            continue
        said = ", ".join(
            f"{code} (“{ledger.state[code].step_title}”, bài {ledger.state[code].lesson})"
            for code in one.codes[:3]
        )
        text = f"Bước {number} chưa có mã, mà mã đã in còn thiếu bước: {said}{' …' if one.codes[3:] else ''}."
        fix = (
            f"Là bước ấy thì viết «{{#{one.codes[0]}}}» vào cuối tiêu đề này; bước ấy bỏ rồi thì chạy"
            f" «tungbuoc retire {one.codes[0]}»."
        )
        yield Problem(*one.seat.place, "K10", text, fix)


def _exchanged(lessons: Iterable[Lesson], found: RepairPlan, ledger: Ledger) -> Iterator[Problem]:
    for seat in seats(lessons):
        code = found.misplaced.get(seat.place)
        if code:
            key, title = str(seat.step.key), seat.step.title
            old = ledger.state[key].step_title
            text = f"Sổ mã ghi mã {key} là “{old}”; “{title}” là bước của mã {code}."
            if same(old, title):
                text = (
                    f"Lời của bước này, theo bản đã lưu trong git, là của mã {code}, không phải của mã {key}."
                )
            right = f"## Bước {seat.step.number}: {title} {{#{code}}}"
            fix = (
                f"Hai mã đổi chỗ nhầm thì viết cả dòng: «{right}»; bước đổi tên thật thì chạy «tungbuoc fix»"
                " và trả lời máy."
            )
            yield Problem(*seat.place, "K11", text, fix)
        elif own := found.squatters.get(seat.place):
            text = (
                f"Mã {seat.step.key} là của bước “{own.step.title}” ở {own.lesson.path} dòng {own.step.line},"
                " bước ấy đang thiếu mã."
            )
            yield Problem(*seat.place, "K11", text, f"{_FIX}: mã về bước ấy, bước này có mã của nó.")
        elif own := found.doubted.get(seat.place):
            text = (
                f"Bước {own.step.number} “{own.step.title}” chưa có mã. Theo sổ mã, đó là bước của mã"
                f" {seat.step.key}, nay ở bước {seat.step.number} “{seat.step.title}”"
                f" ({seat.lesson.path} dòng {seat.step.line})."
            )
            fix = (
                f"Mã ở nhầm bước thì chuyển «{{#{seat.step.key}}}» từ dòng ấy về cuối tiêu đề này; bước ấy"
                " đổi tên thật, bước này mới, thì chạy «tungbuoc fix» và trả lời máy."
            )
            yield Problem(*own.place, "K11", text, fix)


def _changed(lessons: Iterable[Lesson], found: RepairPlan, known: Known) -> Iterator[Problem]:
    """Steps on paper whose words of today are quite other words."""
    for seat in seats(lessons):
        key = seat.step.key or ""
        old = known.ledger.printed.get(key, "")
        asked = (
            seat.place in {**found.misplaced, **found.squatters, **found.doubted, **found.copies}
            or key in found.shared
            or key in known.standing
        )
        if key in known.editions and old and not asked and not alike(old, seat.step.title):
            edition, date = known.editions[key]
            text = (
                f"Giấy đã phát (ấn bản {edition}, {day(date)}) ghi mã {key} là “{old}”, nay bước này là"
                f" “{seat.step.title}”."
            )
            kept = "Quét giấy cũ vẫn ra đúng việc thì viết ở dòng trên «[//]: # (bỏ qua K12: lý do)»"
            fix = (
                f"{kept}; việc khác thì trả mã {key} về bước cũ, để bước này không mã rồi chạy «tungbuoc"
                " fix»."
            )
            yield Problem(*seat.place, "K12", text, fix, "warning")


def _lost(found: RepairPlan) -> Iterator[Problem]:
    """Codes nowhere; not those that a step without a key is asked about already."""
    asked = {one.codes[0] for one in found.open if one.codes}
    for code, row in found.lost.items():
        if code not in asked:
            text = f"Mã {code} đã in (bài {row.lesson}, “{row.step_title}”) nay không còn ở bài nào."
            fix = (
                f"Mất nhầm thì lấy lại bước ấy từ bản trước, đúng «{{#{code}}}»; bỏ hẳn thì chạy «tungbuoc"
                f" retire {code} --by MÃ-THAY»."
            )
            yield Problem(PATH, row.line, "K04", text, fix)


def _same_code(
    twice: Mapping[str, list[Lesson]], lessons: Iterable[Lesson], known: Known
) -> Iterator[Problem]:
    used = {lesson.code for lesson in lessons} | known.ledger.lessons()
    for code, group in twice.items():
        first = first_of(group, known.ledger, known.committed)
        free = free_code(code[0], used)
        for lesson in group:
            if first and lesson is not first:
                text = f"Mã bài {code} đã dùng ở {first.path}."
                yield Problem(lesson.path, 2, "K08", text, f"{_FIX}: bài này có mã bài mới ({free}).")
            elif not first and lesson is not group[0]:
                text = (
                    f"Bài này và {group[0].path} giống nhau cả mã bài {code} lẫn mã bước: một bài là bản"
                    " chép."
                )
                yield Problem(
                    lesson.path,
                    2,
                    "K08",
                    text,
                    f"Ở bản chép, đổi dòng «code: {code}» thành «code: {free}», rồi chạy «tungbuoc fix».",
                )
