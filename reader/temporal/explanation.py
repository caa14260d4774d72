"""Why this date: the chain from the words to the day, as sentences in the user's language.

In: what was read and found. Out: `Sentence` keys whose slots hold dates as EDTF; `say` words them in a catalogue's
language, dates written out. Source of day and month names: CLDR, through Babel, loaded when first asked for.
"""

from __future__ import annotations

from reader.sentences import Sentence, Sentences
from reader.temporal import edtf
from reader.temporal.dating import Found
from reader.temporal.model import Timex
from reader.temporal.reading import Reading

OTHER_READING = Sentence("resolution.other_reading")
_DATE_SLOTS = frozenset({"date", "anchor", "first", "last"})


def chain(text: str, reading: Reading, found: Found) -> tuple[Sentence, ...]:
    """The sentences that lead from the words to the date."""
    moment = found.moment
    if moment is None:
        return ()
    date = edtf.moment_text(moment)
    sentences: list[Sentence] = []
    if found.calendar != "gregorian":
        sentences.append(
            Sentence("resolution.calendar", {"text": text, "calendar": found.calendar, "date": date})
        )
    elif found.base and found.base_moment is not None and found.base != "given":
        anchor = edtf.moment_text(found.base_moment)
        sentences.append(Sentence(f"resolution.from_{found.base}", {"text": text, "anchor": anchor, "date": date}))
    elif "century" in found.assumed:
        sentences.append(Sentence("resolution.century", {"text": text, "date": date}))
    else:
        sentences.append(Sentence("resolution.written", {"text": text, "date": date}))
    if reading.pair is not None and max(reading.pair) <= 12:  # noqa: PLR2004 - both could be a month
        sentences.append(Sentence("resolution.order", {"text": text, "date": date}))
    return tuple(sentences)


def doubts(text: str, reading: Reading, found: Found) -> tuple[Sentence, ...]:
    """What does not fit: an impossible date, a weekday that is another."""
    from reader.calendars import gregorian  # noqa: PLC0415

    if found.doubt:
        return (Sentence(found.doubt, {"text": text}),)
    moment = found.moment
    if moment is not None and moment.is_day and reading.weekday and reading.day and found.base == "":
        actual = gregorian.weekday(moment.first)
        if actual != reading.weekday:
            return (Sentence("doubt.weekday", {"text": text, "date": edtf.day_text(moment.first)}),)
    return ()


def say(timex: Timex, sentences: Sentences) -> str:
    """The whole chain of a timex, in the catalogue's language."""
    return " ".join(worded(sentence, sentences) for sentence in timex.resolution)


def worded(sentence: Sentence, sentences: Sentences) -> str:
    """One sentence, its dates written out."""
    slots = dict(sentence.slots)
    for name in _DATE_SLOTS & slots.keys():
        slots[name] = date_in_words(str(slots[name]), sentences.language)
    return sentences(sentence.key, **slots)


def date_in_words(text: str, language: str) -> str:
    """An EDTF date as a reader of the language writes it; what CLDR has no form for stays EDTF."""
    from datetime import date  # noqa: PLC0415

    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - 40 ms, wanted only for sentences

    parts = text.split("-")
    if text.startswith("-") or not all(part.isdigit() for part in parts):
        return text
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        return format_date(date(int(parts[0]), int(parts[1]), int(parts[2])), "full", locale=language)
    if len(parts) == 2 and int(parts[1]) <= 12:  # noqa: PLR2004 - year, month
        return format_skeleton("yMMMM", date(int(parts[0]), int(parts[1]), 1), locale=language)
    return text
