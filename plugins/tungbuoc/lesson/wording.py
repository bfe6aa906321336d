"""How a course speaks: the words for its readers and for those who help them, and the sentences that the
product adds on pages, paper and screens.

A sentence of ours is written where it is needed, in Vietnamese, with places for those words:
`say("Mời {reader} xem bài mới:")`. A course in another language takes it from `sentences/<language>.yml`,
whose keys are the Vietnamese sentences; a course that wants another sentence gives its own by the same key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from markupsafe import Markup, escape
from pydantic import BaseModel, ConfigDict, Field, model_validator

from tungbuoc.lesson.problems import nearest
from tungbuoc.lesson.shape import Line

Language = Literal["vi", "en"]
_WORDS = {"reader": "you", "people": "everyone", "helper": "I", "team": "your helper"}
"""The defaults of a course in English."""
_PLACE = re.compile(r"(?<!\$)\{(\w+)\}")  # `${…}` is a script's own
_ANY_PLACE = re.compile(r"\$\{[^{}]*\}|\{\w+\}")
_OF_TEMPLATE = re.compile(r"[\\`]")  # what would end a script's template, or hide a letter of it
_IN_SCRIPT = re.compile(r'\bsay\((?:"([^"\\]*)"|`([^`\\]*)`)\)')


class Wording(BaseModel):
    """The words of one course. The defaults are for anybody; a course says its own in mkdocs.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _in_its_language(cls, said: object) -> object:
        """What is not said is said as the language does."""
        return {**_WORDS, **said} if isinstance(said, dict) and said.get("language") == "en" else said

    language: Language = Field(
        default="vi", description="Tiếng của bài, trang và tờ in: `vi` (Việt) hay `en` (Anh)."
    )
    """The language of lessons, pages and paper."""
    reader: Line = Field(default="bạn", description="Gọi người đọc là gì, như bác, cô chú, bạn, em.")
    """How pages and paper call who reads, where the lesson itself does not say: bác, cô chú, bạn, em."""
    people: Line = Field(default="bà con", description="Gọi chung mọi người đọc là gì.")
    """How they call all readers together."""
    helper: Line = Field(default="tôi", description="Người giúp xưng với người đọc là gì.")
    """How somebody who helps calls themselves before a reader."""
    team: Line = Field(
        default="người hướng dẫn",
        description="Ai dạy và giúp: người đọc hỏi ai, ô trên tờ in để trống cho tên ai.",
    )
    """Who helps and teaches: whom a reader may ask, whose name and number stand on the sheets."""
    sentences: Mapping[str, Line] = Field(
        default={}, description="Câu nào của trang và tờ in muốn nói khác: câu có sẵn, rồi câu của mình."
    )
    """Sentences of ours that this course puts otherwise: ours as in `sentences/en.yml` → its own."""

    def __hash__(self) -> int:
        return hash(
            (self.language, self.reader, self.people, self.helper, self.team, *self.sentences.items())
        )

    def say(self, sentence: str, **values: object) -> str:
        """The sentence as this course says it. `{reader}`, `{people}`, `{helper}` and `{team}` are its words,
        with a capital where the place has one, unless `values` has another word for here; every other place
        is one of `values`."""
        known = self._places(values)
        return _PLACE.sub(lambda place: str(known[place[1]]), self._put(sentence))

    def decimal(self, number: float) -> str:
        """A number with one place behind the sign that the language sets there: “0,3”, “0.3”."""
        return f"{number:.1f}".replace(".", "," if self.language == "vi" else ".")

    def thousands(self, number: int) -> str:
        """A whole number with the sign that the language sets between thousands: “12.500”, “12,500”."""
        return f"{number:,}".replace(",", "." if self.language == "vi" else ",")

    def markup(self, sentence: str, **values: object) -> Markup:
        """`say` for a template: the sentence may hold tags, what stands in its places is escaped."""
        known = self._places(values)
        return Markup(_PLACE.sub(lambda place: str(escape(known[place[1]])), self._put(sentence)))

    def fill(self, text: str) -> str:
        """A text of a course's own, as the name of a format that it made: put otherwise where it is one of
        our sentences, our words in its places, every other brace as it stands."""
        known = self._places({})
        return _PLACE.sub(lambda place: str(known.get(place[1], place[0])), self._put(text))

    def strange(self) -> Iterator[tuple[str, str, str]]:
        """What is wrong with this course's own sentences: the key, what, how to mend it. Each stands for one
        of ours and has no other places."""
        known = in_language("en") if self.sentences else {}
        words = {f"{{{name}}}" for name in self._places({})}
        for key, own in self.sentences.items():
            odd = [
                place for place in _ANY_PLACE.findall(own) if place not in words | {*_ANY_PLACE.findall(key)}
            ]
            if key not in known:
                yield key, f"Trang và tờ in không có câu «{key}».", nearest(key, known)
            elif odd:
                yield (
                    key,
                    f"Câu «{own}» có chỗ trống {odd[0]} mà câu có sẵn không có.",
                    f"Bỏ {odd[0]} đi, hoặc viết đúng như trong câu có sẵn.",
                )

    def in_script(self, script: str) -> str:
        """A script with every `say("…")` in it replaced by what is said; a template's own `${…}` stay."""
        return _IN_SCRIPT.sub(self._literal, script)

    def _literal(self, found: re.Match[str]) -> str:
        if found[1] is not None:
            return json.dumps(self.say(found[1]), ensure_ascii=False)
        return "`" + _OF_TEMPLATE.sub(r"\\\g<0>", self.say(found[2])) + "`"

    def _put(self, sentence: str) -> str:
        return self.sentences.get(sentence) or in_language(self.language).get(sentence, sentence)

    def _places(self, values: Mapping[str, object]) -> dict[str, object]:
        words = {"reader": self.reader, "people": self.people, "helper": self.helper, "team": self.team}
        words |= {name: str(values[name]) for name in words.keys() & values.keys()}
        capital = {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}
        return {**values, **words, **capital}


def ours(sentence: str) -> str:
    """The sentence itself: marks one that stands in a table and is said elsewhere, so that a catalogue knows
    of it."""
    return sentence


@cache
def in_language(language: str) -> Mapping[str, str]:
    """Our sentences in Vietnamese → the same in another language; empty for Vietnamese itself."""
    if language == "vi":
        return {}
    text = files("tungbuoc").joinpath(f"lesson/sentences/{language}.yml").read_text(encoding="utf-8")
    # Ten times as fast where the library was built with it; the file is ours.
    found: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found
