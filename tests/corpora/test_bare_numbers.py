"""Four figures that stand alone: years are found, and numbers of things are left.

`bare_numbers/LANG.txt` holds a sentence a line in which each bare number from 1000 to 2099 is marked:
`[[1923]]` is a year, `{{1923}}` none. `scores.toml` has the floors, `[bare_numbers]`: years found and things
left, in percent, rounded down. Sentences were written before they were tried; none is an example of a rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.temporal.model import TimexType
from reader.temporal.tagger import Tagger
from tests.corpora.test_corpora import FLOORS, HERE, TAGGER

SENTENCES = HERE / "bare_numbers"
_MARK = re.compile(r"\[\[(?P<year>\d{4})\]\]|\{\{(?P<thing>\d{4})\}\}")


@dataclass
class Tally:
    """How many years there were and were found, how many things, and were left."""

    years: int = 0
    found: int = 0
    things: int = 0
    left: int = 0

    @property
    def percent(self) -> tuple[int, int]:
        """Years found and things left."""
        return 100 * self.found // self.years, 100 * self.left // self.things


def test_every_language_with_sentences_has_a_floor() -> None:
    assert {path.stem for path in SENTENCES.glob("*.txt")} == set(FLOORS["bare_numbers"])


@pytest.mark.parametrize("language", FLOORS["bare_numbers"])
def test_years_are_told_from_numbers_of_things(language: str) -> None:
    years, things = tally(TAGGER, SENTENCES / f"{language}.txt").percent
    floors = FLOORS["bare_numbers"][language]
    assert (years >= floors[0], things >= floors[1]) == (True, True), (years, things)


def tally(tagger: Tagger, path: Path) -> Tally:
    """What the tagger made of the marked sentences of a language."""
    total = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        text, marks = _unmarked(line)
        dated = [
            (one.span.start, one.span.end)
            for one in tagger.tag(text, path.stem)
            if one.type is TimexType.DATE
        ]
        for start, end, is_year in marks:
            is_dated = any(first < end and last > start for first, last in dated)
            total.years += is_year
            total.found += is_year and is_dated
            total.things += not is_year
            total.left += not is_year and not is_dated
    return total


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """A line without its marks, and the start, end and kind of each number."""
    text, marks, done = "", [], 0
    for found in _MARK.finditer(line):
        text += line[done : found.start()]
        number = found["year"] or found["thing"]
        marks.append((len(text), len(text) + len(number), found["year"] is not None))
        text += number
        done = found.end()
    return text + line[done:], marks
