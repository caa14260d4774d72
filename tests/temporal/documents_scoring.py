"""Whole documents and what a careful reader would put on their timeline.

In: `documents/*.toml`: `passages` (each a paragraph; "# " a heading, "% " a running head, "| header ## row" a
table's row), `gold` (words, EDTF date, kind) in reading order, `never` (numbers that are no dates). Out: what
was missed, what came too much. Dates are compared by their first and last day; "~" and seasons by overlap.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.calendars import gregorian
from reader.temporal.model import DayInterval, Passage, Timex, TimexType
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger

_MARK = re.compile(r"(# |% |\| )?(.*)", re.DOTALL)
_CREATED = "2026-11-22"  # what a printer's metadata would say: the worst clue to a text's own date
_LONGEST_LOOSE = 20  # years a vague date may be wider than the gold says
_OPEN = 10**9
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY, _DECEMBER = 2, 12
_BESIDE = 6  # characters a mention may have beside a number that leaked through it


@dataclass
class Outcome:
    """What became of one document."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    kinds: int = 0
    leaks: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong_kind: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of dated mentions, strict in their dates."""
        return 2 * self.hits / max(1, self.gold + self.found)


def read(path: Path, tagger: Tagger) -> Outcome:
    """Tags one document and compares."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    passages = list(_passages(document["passages"]))
    recognised = [tagger.recognise(passage, document["language"]) for passage in passages]
    context = document_context(DocumentClues(recognised, created=_CREATED, modified=_CREATED))
    found = [
        (timex, "header" if passage.is_furniture else str(timex.role))
        for passage, timexes in zip(passages, tagger.resolve(recognised, context), strict=True)
        for timex in timexes
        if timex.interval is not None and timex.type in {TimexType.DATE, TimexType.TIME}
    ]
    outcome = Outcome(gold=len(document["gold"]), found=len(found))
    for words, edtf, kind in document["gold"]:
        near = [(timex, role) for timex, role in found if _overlap(timex.text, words)]
        match = next((pair for pair in near if _same(edtf, pair[0])), None)
        if match is None:
            outcome.missed.append(f"{words} = {edtf}, not {[(t.text, t.edtf) for t, _ in near]}")
            continue
        found.remove(match)
        outcome.hits += 1
        outcome.kinds += match[1] == kind
        if match[1] != kind:
            outcome.wrong_kind.append(f"{words}: {match[1]}, not {kind}")
    for number in document["never"]:
        for timex, _ in found:
            if _folded(number) in _folded(timex.text) and len(timex.text) <= len(number) + _BESIDE:
                outcome.leaks.append(f"{number} in {timex.text!r}")
                break
    outcome.extra = [f"{timex.text} = {timex.edtf} ({timex.rule})" for timex, _ in found]
    return outcome


def _passages(texts: list[str]) -> Iterator[Passage]:
    heading = ""
    for text in texts:
        match = _MARK.fullmatch(text)
        mark, body = (match[1], match[2]) if match else (None, text)
        header, row, cells = body.partition(" ## ")
        if mark == "| " and row:
            yield Passage(cells, context=header, is_table_row=True)
            continue
        if mark == "# ":
            heading = body
        yield Passage(body, context=heading, is_heading=mark == "# ", is_furniture=mark == "% ")


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def _overlap(one: str, other: str) -> bool:
    return _folded(one) in _folded(other) or _folded(other) in _folded(one)


def _same(edtf: str, timex: Timex) -> bool:
    interval = timex.interval or DayInterval(None, None)
    first, last = _bounds(edtf)
    if edtf.endswith("~") or re.search(r"-2[1-4]$", edtf):
        ours = (
            -_OPEN if interval.first is None else interval.first,
            _OPEN if interval.last is None else interval.last,
        )
        theirs = -_OPEN if first is None else first, _OPEN if last is None else last
        width = 0 if interval.first is None or interval.last is None else (ours[1] - ours[0]) // 366
        return ours[0] <= theirs[1] and theirs[0] <= ours[1] and width <= max(
            _LONGEST_LOOSE, (theirs[1] - theirs[0]) // 365 + 1
        )  # fmt: skip
    return (first, last) == (interval.first, interval.last)


def _bounds(edtf: str) -> tuple[int | None, int | None]:
    """First and last day of an EDTF date; None is an open end."""
    start, slash, end = edtf.rstrip("~").partition("/")
    if slash:
        return (None if start == ".." else _bounds(start)[0], None if end == ".." else _bounds(end)[1])
    match = re.fullmatch(r"(-?\d+)(X*)(?:-(\d\d))?(?:-(\d\d))?", start)
    assert match, edtf
    if match[2]:
        low, high = match[1] + "0" * len(match[2]), match[1] + "9" * len(match[2])
        return gregorian.to_day_number(int(low), 1, 1), gregorian.to_day_number(int(high), 12, 31)
    year, month, day = int(match[1]), int(match[3] or 0), int(match[4] or 0)
    if not 1 <= month <= _DECEMBER:  # a year, or a season of it
        return gregorian.to_day_number(year, 1, 1), gregorian.to_day_number(year, _DECEMBER, 31)
    length = _LENGTHS[month - 1] + (month == _FEBRUARY and calendar.isleap(year))
    return gregorian.to_day_number(year, month, day or 1), gregorian.to_day_number(year, month, day or length)
