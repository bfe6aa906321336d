"""Questions to whoever sits at the terminal. Where nobody answers, a clear line and exit 2; a wrong answer
is asked again, not for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

_MOST = 3
_YES, _NO = frozenset({"c", "có", "co", "y", "yes"}), frozenset({"", "k", "không", "khong", "n", "no"})
Given = TypeVar("Given")


class Unanswered(click.ClickException):
    """Nobody answered a question."""

    exit_code = 2


def ask(question: str, read: Callable[[str], Given], *, otherwise: str) -> Given:
    """What somebody answers. `read` raises `ValueError` with a sentence for an answer that will not do;
    `otherwise` says how the command is called so that it need not ask."""
    for _ in range(_MOST):
        try:
            said = input(f"{question} ")
        except (EOFError, OSError, RuntimeError) as error:  # no terminal, a closed one, none at all
            click.echo()
            raise Unanswered(f"Không có ai trả lời câu hỏi này. {otherwise}") from error
        try:
            return read(said.strip())
        except ValueError as error:
            click.echo(str(error))
    raise Unanswered(f"Trả lời {_MOST} lần chưa được. {otherwise}")


def agree(question: str, *, otherwise: str) -> bool:
    """Yes or no; an empty answer is no."""
    return ask(f"{question} [c/K]", _yes, otherwise=otherwise)


def _yes(said: str) -> bool:
    answer = said.lower()
    if answer in _YES or answer in _NO:
        return answer in _YES
    raise ValueError("Gõ «c» là có, «k» là không, rồi bấm Enter.")
