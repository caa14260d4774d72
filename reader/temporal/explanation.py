"""Why this date: the chain from the words to the day, as sentences in the user's language.

In: what was read and found. Out: `Sentence` keys whose slots hold dates as EDTF; `worded` writes them out in
a catalogue's language. Source of day and month names: CLDR, through Babel, loaded when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from reader.calendars import gregorian
from reader.sentences import Sentence, Sentences
from reader.temporal import edtf
from reader.temporal.mention import Trace
from reader.temporal.model import Timex
from reader.temporal.reading import Reading
from reader.temporal.scope import Found

OTHER_READING = Sentence("resolution.other_reading")
_DATE_SLOTS = frozenset({"date", "anchor"})
_LAST_MONTH = 12
_LUNAR = "islamic"


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
    moment = found.moment
    if moment is None or not moment.is_day or not reading.weekday or reading.year is None:
        return ()
    actual = gregorian.weekday(moment.first)
    if actual == reading.weekday:
        return ()
    slots: dict[str, str | int] = {"text": text, "date": edtf.day_text(moment.first), "weekday": actual}
    return (Sentence("doubt.weekday", slots),)


def say(timex: Timex, sentences: Sentences) -> str:
    """The whole chain of a timex, in the catalogue's language."""
    return " ".join(worded(sentence, sentences) for sentence in timex.resolution)


def worded(sentence: Sentence, sentences: Sentences) -> str:
    """One sentence, its dates written out."""
    slots = dict(sentence.slots)
    for name in _DATE_SLOTS & slots.keys():
        slots[name] = date_in_words(str(slots[name]), sentences.language)
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


@lru_cache(maxsize=4096)  # a document names the same days and months again and again
def date_in_words(text: str, language: str) -> str:
    """An EDTF date as a reader of the language writes it; what CLDR has no form for stays EDTF."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - 40 ms, wanted only for sentences

    locale = language.replace("-", "_")
    if "/" in text:
        return " – ".join(date_in_words(part, language) for part in text.split("/"))
    parts = text.split("-")
    if text.startswith("-") or not all(part.isdigit() for part in parts):
        return text
    numbers = [int(part) for part in parts]
    if len(numbers) == 3 and numbers[0]:  # noqa: PLR2004 - year, month, day
        return _full_pattern(locale) % _Fields(date(numbers[0], numbers[1], numbers[2]), locale)
    if len(numbers) == 2 and numbers[0] and numbers[1] <= _LAST_MONTH:  # noqa: PLR2004 - year, month
        return str(format_skeleton("yMMMM", date(numbers[0], numbers[1], 1), locale=locale))
    return text


@lru_cache(maxsize=16)
def _full_pattern(locale: str) -> str:
    """CLDR's form of a whole date with its weekday, its fields as `%(EEEE)s`."""
    from babel.dates import get_date_format  # noqa: PLC0415 - 40 ms, wanted only for sentences

    return str(get_date_format("full", locale=locale).format)


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
