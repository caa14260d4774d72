"""Early years in brackets: of a reign or a life ("(269–215)", "(527–65)"), of a council ("Nicaea (325)").

In: a passage. Out: the years its brackets hold. What has its year in brackets stands in the language's
`early_event` (`[signs]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_FIGURES = 3  # of a year that stands alone in them
_PAIR = re.compile(r"\((?:[^\W\d_]{1,9}\.? ?:? ?|† ?)?([1-9]\d{1,2}) ?- ?([1-9]\d{1,2})(?=[),;])")
# What had its year, with it in brackets: the Council of Nicaea, die Schlacht von Tours.
_EVENT = Sign(r"(?<!\w)(?:<early_event>)(?!\w)[^.;:!?()\d]{2,40} \((?=[1-9]\d\d\))", re.IGNORECASE)


def paired(draft: Draft) -> Iterator[Mention]:
    """Two years in brackets: "Ierone II (269–215)"."""
    for pair in _PAIR.finditer(draft.text):
        first = year_at(draft, *pair.span(1))
        if any(one.start < pair.end(2) and pair.start(1) < one.end for one in draft.mentions):
            continue
        until = Reading(year=_written_out(pair[1], pair[2]))
        yield replace(first, end=pair.end(2), until=until, first_end=pair.end(1), second_start=pair.start(2))


def after_events(draft: Draft) -> list[Mention]:
    """Years in brackets after what had one: "the Council of Nicaea (325)"."""
    if "early_event" not in draft.language.signs or "(" not in draft.text:
        return []
    found = _EVENT.of(draft.language).finditer(draft.text)
    return [year_at(draft, one.end(), one.end() + _FIGURES) for one in found]


def _written_out(first: str, last: str) -> int:
    """The last year of a reign, whose century may be left out: "(527-65)"; "(269-15)" goes down."""
    whole = int(first[: len(first) - len(last)] + last)
    return whole if len(last) < len(first) and whole > int(first) else int(last)


def year_at(draft: Draft, start: int, end: int, *, early: bool = False) -> Mention:
    """The early year whose figures stand from `start` to `end`."""
    tag = draft.language.tag
    reading = Reading(year=int(draft.text[start:end].partition("/")[0]))
    return Mention(start, end, f"{tag}/early-year", reading, language=tag, early=early)
