"""Why this date: the chain from the words to the day, as sentences in the user's language.

In: what was read and found. Out: `Sentence` keys whose slots hold dates as EDTF; `worded` writes them out in
a catalogue's language. Source of day and month names: CLDR, through Babel, loaded when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from reader.calendars import gregorian
from reader.sentences import Sentence, Sentences
from reader.temporal import edtf
from reader.temporal.dating import before_reform
from reader.temporal.dating.scope import Found
from reader.temporal.mention import Trace
from reader.temporal.model import Timex
from reader.temporal.reading import Reading
from reader.temporal.words.year_words import YearWords

OTHER_READING = Sentence("resolution.other_reading")
RESERVATION = Sentence("resolution.reservation")
_DATE_SLOTS = frozenset({"date", "anchor"})
_LAST_MONTH = 12
_WEEK = 7
_Form: TypeAlias = Literal["full", "long"]
_LUNAR = "islamic"
_YEAR = re.compile(r"-?\d{4}")
_WIDE = re.compile(r"(\d{2,3})(X{1,2})")  # "198X", "18XX"
_FIRST_DAY = re.compile(r"(?<!\d)1(?!\d)")  # CLDR has no "1er mai"
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS, _QUARTERS, _HALVES = range(21, 25), range(33, 37), range(40, 42)  # codes of EDTF, level 2


def chain(text: str, reading: Reading, found: Found) -> tuple[Sentence, ...]:
    """The sentences that lead from the words to the date."""
    moment = found.moment
    if moment is None:
        return ()
    day = edtf.moment_text(moment)
    sentences: list[Sentence] = []
    if found.calendar != "gregorian":
        slots: dict[str, str | int] = {"text": text, "calendar": found.calendar, "date": day}
        sentences.append(Sentence("resolution.calendar", slots))
        if found.calendar.startswith(_LUNAR) and moment.is_day:
            sentences.append(Sentence("resolution.uncertain_day", {"calendar": found.calendar}))
    elif found.base and found.base_moment is not None:
        anchor = edtf.moment_text(found.base_moment)
        key = f"from_{found.base}"
        if found.base == "citation":
            order = (moment.first > found.base_moment.last) - (moment.last < found.base_moment.first)
            key = ("before_citation", "on_citation", "after_citation")[order + 1]
        sentences.append(Sentence(f"resolution.{key}", {"text": text, "anchor": anchor, "date": day}))
    elif "century" in found.assumed:
        sentences.append(Sentence("resolution.century", {"text": text, "date": day}))
    else:
        sentences.append(Sentence("resolution.written", {"text": text, "date": day}))
    if reading.pair is not None and max(reading.pair) <= _LAST_MONTH:
        sentences.append(Sentence("resolution.order"))
    return tuple(sentences)


def doubts(text: str, reading: Reading, found: Found) -> tuple[Sentence, ...]:
    """What does not fit: an impossible date, a weekday that is another."""
    if found.doubt:
        return (Sentence(found.doubt, {"text": text}),)
    day = _day_told(reading, found)
    if day is None or not reading.weekday or gregorian.weekday(day) == reading.weekday:
        return ()
    if before_reform.was_weekday(day, reading.weekday):
        return ()
    slots: dict[str, str | int] = {
        "text": text,
        "date": edtf.day_text(day),
        "weekday": gregorian.weekday(day),
    }
    return (Sentence("doubt.weekday", slots),)


def _day_told(reading: Reading, found: Found) -> int | None:
    """The day that the words beside a weekday mean: "Monday, 3 May 2021", "yesterday, Tuesday"."""
    moment, base, shift = found.moment, found.base_moment, reading.shift
    if moment is None or not moment.is_day:
        return None
    if shift is not None and reading.unit == "D" and reading.base == "now" and abs(shift) < _WEEK:
        return base.first + round(shift) if base is not None and base.is_day else None
    return moment.first if reading.year is not None else None


def say(timex: Timex, sentences: Sentences) -> str:
    """The whole chain of a timex, in the catalogue's language."""
    return " ".join(worded(sentence, sentences) for sentence in timex.resolution)


def worded(sentence: Sentence, sentences: Sentences) -> str:
    """One sentence, its dates written out."""
    slots = dict(sentence.slots)
    for name in _DATE_SLOTS & slots.keys():
        slots[name] = date_in_words(str(slots[name]), sentences)
    if "calendar" in slots:
        slots["calendar"] = sentences(f"calendar_name.{slots['calendar']}")
    if "weekday" in slots:
        slots["weekday"] = _weekday_name(int(slots["weekday"]), sentences.language)
    return sentences(sentence.key, **slots)


def trace_lines(traces: Iterable[Trace], text: str, sentences: Sentences) -> list[str]:
    """What each step did, a line each: the words, and what became of them."""
    return [
        f"{trace.start}–{trace.end} “{' '.join(text[trace.start : trace.end].split())}” "
        + " ".join(
            [
                sentences(f"trace.{trace.stage}", name=trace.name, note=trace.note),
                *(worded(reason, sentences) for reason in trace.reasons),
            ]
        )
        for trace in traces
    ]


def _weekday_name(weekday: int, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - 40 ms, wanted only for sentences

    return str(
        format_date(date(2024, 1, weekday), "EEEE", locale=language.replace("-", "_"))
    )  # 1 January: a Monday


def date_in_words(text: str, sentences: Sentences) -> str:
    """An EDTF date as a reader of the language writes it; what nobody writes otherwise stays EDTF."""
    first, stroke, last = text.partition("/")
    if not stroke:
        return _one_in_words(text, sentences)
    words = YearWords(sentences)
    if (
        _YEAR.fullmatch(first)
        and _YEAR.fullmatch(last)
        and (part := words.part_of_century(int(first), int(last)))
    ):
        return part
    return " – ".join(_one_in_words(part, sentences) for part in (first, last))


def _one_in_words(text: str, sentences: Sentences) -> str:  # noqa: PLR0911 - one return per grain
    match = _EDTF.fullmatch(text)
    if match is None:
        wide = _WIDE.fullmatch(text)
        return text if wide is None else _wide_in_words(int(wide[1]), wide[2], YearWords(sentences))
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        # Nobody says the weekdays of days before our era.
        written = _cldr_day(
            "full" if year > 0 else "long", max(year, 1 - year), month, day, sentences.language
        )
        written = _FIRST_DAY.sub(sentences("date_words.first_day"), written, count=1) if day == 1 else written
        return written if year > 0 else sentences("timeline_view.bce", year=written)
    words = YearWords(sentences)
    if month in _SEASONS:
        return words.season(month, year)
    if not month:
        return words.year(year)
    if month in _QUARTERS:
        return sentences("date_words.quarter", number=month - _QUARTERS[0] + 1, year=words.year(year))
    if month in _HALVES:
        return sentences("date_words.half", number=month - _HALVES[0] + 1, year=words.year(year))
    if month > _LAST_MONTH:
        return text
    named = _cldr_month(max(year, 1 - year), month, sentences.language)
    return named if year > 0 else sentences("timeline_view.bce", year=named)


def _wide_in_words(first: int, unsaid: str, words: YearWords) -> str:
    """A decade or a century by its first figures: "198" and "X"."""
    return words.century(100 * first + 1) if unsaid == "XX" else words.decade(10 * first)


@lru_cache(maxsize=4096)  # a document names the same days and months again and again
def _cldr_day(form: _Form, year: int, month: int, day: int, language: str) -> str:
    locale = language.replace("-", "_")
    try:
        return _pattern(form, locale) % _Fields(date(year, month, day), locale)
    except ValueError:  # a leap day of an astronomical year has no like among the years it is counted by
        return f"{year}-{month:02d}-{day:02d}"


@lru_cache(maxsize=4096)
def _cldr_month(year: int, month: int, language: str) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - 40 ms, wanted only for sentences

    return str(format_skeleton("yMMMM", date(year, month, 1), locale=language.replace("-", "_")))


@lru_cache(maxsize=16)
def _pattern(form: _Form, locale: str) -> str:
    """CLDR's form of a whole date, "full" with its weekday or "long", its fields as `%(EEEE)s`."""
    from babel.dates import get_date_format  # noqa: PLC0415 - 40 ms, wanted only for sentences

    return str(get_date_format(form, locale=locale).format)


class _Fields:
    """The fields of a day, each made once: a document names thousands of days, Babel takes 50 µs for one."""

    def __init__(self, day: date, locale: str) -> None:
        self._day = day
        self._locale = locale

    def __getitem__(self, name: str) -> str:
        day = self._day
        match name[0]:  # a day for all that have the field alike
            case "E":
                day = date(2024, 1, 1 + day.weekday())  # 1 January 2024 is a Monday
            case "M":
                day = date(2024, day.month, 1)
            case "d":
                day = date(2024, 1, day.day)
            case "y":
                day = date(day.year, 1, 1)
        return _field(self._locale, name, day)


@lru_cache(maxsize=4096)
def _field(locale: str, name: str, day: date) -> str:
    from babel.dates import DateTimeFormat  # noqa: PLC0415 - 40 ms, wanted only for sentences

    return str(DateTimeFormat(day, locale)[name])
