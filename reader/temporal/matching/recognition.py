"""Phase one: a passage becomes mentions with underspecified values.

In: folded text and a grammar. Out: the candidates that survive each other: of two that overlap the one of
positive priority stays, then the longer, then the one of less negative priority, then the one that asks for
more around it, then the one whose rule stands first.
"""

from __future__ import annotations

from operator import attrgetter

from reader.frozen import replace
from reader.temporal.matching.grammar import Candidate, Grammar
from reader.temporal.mention import Mention, Trace
from reader.temporal.reading import Reading
from reader.temporal.words.folding import Folded

_CENTURY = 100
_DECADE = 10
# Years that texts name by these calendars; the Commune of Paris wrote the year 79.
_WRITTEN = {"hebrew": (3000, 7000), "french-republican": (1, 79)}
_LAST_OF_REPUBLIC = 14  # a year alone beyond it is a pope's or a king's


def recognise(folded: Folded, grammar: Grammar, trace: list[Trace] | None = None) -> list[Mention]:
    """The mentions of a folded text, in order, in its own offsets.

    Args:
        folded: the text.
        grammar: of its language.
        trace: gets a line per match kept or lost, when given.
    """
    mentions: list[Mention] = []
    for candidates in grammar.candidates(folded.text):
        mentions += _survivors(candidates, grammar, trace)
    return mentions


def _survivors(candidates: list[Candidate], grammar: Grammar, trace: list[Trace] | None) -> list[Mention]:
    candidates.sort(key=_rank)
    first = min([candidate.start for candidate in candidates])
    # One mark per character: a window of a hundred thousand numbers costs no more per number than one of ten.
    taken = bytearray(max([candidate.end for candidate in candidates]) - first)
    mentions: list[Mention] = []
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        if taken.find(1, start - first, end - first) >= 0:
            if trace is not None:
                trace.append(Trace("overlap", candidate.rule.name, start, end, "a longer match stands here"))
            continue
        mention = _mention(candidate, grammar)
        claims = candidate.rule.value.claims
        if mention is None and not claims:
            continue
        taken[start - first : end - first] = b"\x01" * (end - start)
        if trace is not None:
            trace.append(Trace("rule", candidate.rule.name, start, end, "claimed as no time" * claims))
        if mention is not None:
            mentions.append(mention)
    mentions.sort(key=_START)
    return mentions


_START = attrgetter("start")


def _rank(candidate: Candidate) -> tuple[int, int, int, int, int, int]:
    priority, start = candidate.rule.priority, candidate.start
    above = -priority if priority > 0 else 0
    return above, start - candidate.end, -priority, -candidate.length, candidate.order, start


def _is_reached(reading: Reading) -> bool:
    """Whether anybody wrote years so high or low by a calendar: "15 messidor, 32 livres", "Nisan 103"."""
    low, high = _WRITTEN.get(reading.calendar, (0, 10**6))
    if reading.calendar == "french-republican" and reading.month is None:
        high = _LAST_OF_REPUBLIC
    return reading.year is None or low <= reading.year <= high


def _runs_back(reading: Reading, until: Reading) -> bool:
    """Whether the end lies before the start: "2016-11" is no range of years."""
    if reading.year is None or until.year is None or until.era == "bce":
        return False
    return until.year < reading.year and (reading.month, reading.day) == (until.month, until.day)


def _is_one_winter(reading: Reading, until: Reading) -> bool:
    """Whether "winter 1944-45" is named, which begins in the one year and ends in the other."""
    if reading.season != "WI" or until.season != "WI" or reading.year is None or until.year is None:
        return False
    return until.year - reading.year == 1


def short_of(year: int | None, end: int | None) -> int | None:
    """The end of years counted down, whose first figures are the beginning's: 483/2 is 483 to 482."""
    if year is None or end is None:
        return end
    tens = 10 ** len(str(end))
    whole = year // tens * tens + end
    return whole if end < tens <= year and whole < year else end


def _mention(candidate: Candidate, grammar: Grammar) -> Mention | None:  # noqa: C901, PLR0911 - each return refuses
    """The mention a candidate makes, None where its numbers make no sense."""
    rule, match = candidate.rule, candidate.match
    if rule.value.claims:
        return None
    readers = grammar.language.readers
    found: dict[str, object] = {}
    second: dict[str, object] = {}
    first_end = second_start = 0
    for binding in rule.template.bindings:
        text = match[binding.group]
        if text is None:
            continue
        value = readers[binding.slot](text)
        if value is None:
            return None
        if binding.name.endswith("2") and not rule.value.has_second:
            second[binding.name[:-1]] = value
            second_start = second_start or match.start(binding.group)
        else:
            found[binding.name] = value
            first_end = first_end if second_start else match.end(binding.group)
    reading = rule.value.reading(found)
    if reading is None or not _is_reached(reading):
        return None
    mention = Mention(
        candidate.start, candidate.end, rule.name, reading, first_end=first_end, second_start=second_start,
        language=grammar.language.tag,
    )  # fmt: skip
    if not second or rule.value.has_second:
        return mention
    until = rule.value.reading({**found, **second})
    if until is None:
        return None
    if until.short_year is not None and until.year is not None:
        # "1939–45": the second year stands in the century of the first.
        rest = (
            _DECADE if until.short_year < until.year % _CENTURY and until.short_year < _DECADE else _CENTURY
        )
        until = replace(until, year=until.year // rest * rest + until.short_year, short_year=None)  # "1984–5"
    if until.era == "bce":
        until = replace(until, year=short_of(reading.year, until.year))  # "483/2 BC", "149-6 BC"
    if _runs_back(reading, until):
        return None
    return mention if _is_one_winter(reading, until) else replace(mention, until=until)
