"""Numbers and words that look like time and are not: pages, articles, sums, models, verses, scores.

In: the mentions of a passage with its text. Out: the same without the unlikely. Precision comes first: a
reader forgives a missing date sooner than a page number on the timeline. What stands beside a number is
judged by signs that all languages share here, and by the words of `not_before`, `not_after` in the language
files.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.amounts import is_about_so_many
from reader.temporal.refining.bare_years import NOTE_FIGURE, bare_number_is_time
from reader.temporal.refining.counted import counts_things, is_before_counted
from reader.temporal.refining.counted_nouns import counts_plural
from reader.temporal.refining.day_month_pairs import is_one_of_two, pair_is_date
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import is_file_number, word_before
from reader.temporal.refining.parallels import goes_on_counting

# What is numbered like a date but bears a letter or a fourth part: so are its neighbours.
_NUMBERED = re.compile(r"(?<![\w-])\d\d-\d\d-\d\d(?:[a-su-z]|-\d)")
_WHOLE_DATE = re.compile(r"\d{1,2}([./])\d{1,2}\1[12]\d{3}")
_WORDS_AFTER = re.compile(r" ?-?([^\W\d_]+)")
_CONTEXT = 24
_PHRASE_ENDS = frozenset(["", ".", ",", ";", ":", "!", "?", ")", "»", "”", "’"])
_COMMAND = 40  # characters; "back in 2015-3" may be said in a command
_MONTHS = 12
_BARE_RANGE = re.compile(r"\d{4} ?[-/] ?\d{2,4}")
_BARE_ENDS = re.compile(r"\d{4} (?:[^\W\d_]{1,3} ){1,3}\d{4}")  # "1900 tot 2100", "1840 tot en met 1871"
_FILED = re.compile(r"(?:^|[^\w.])[A-Z]{1,3}\.? $")  # "QS 1/1766", "HO 42/1816"
_NUMBER_SIGN = re.compile(r"(?:[Nn][°º]|№|§|[Nn][or]\.) ?$|(?:\d|\b[IVX]+[a-z]?) [A-Z]{1,3}[a-z]{0,2} $")
_IN_ADDRESS = re.compile(r"https?:|www\.|doi[.:]|\.(?:org|com|net|gov)/")
_MONTH_OF_YEAR = re.compile(r"\d{1,2} ?[/.] ?\d{4}")
# One number, or two with little between: all that may be a file's, a year's or a range's.
_GOES_ON = re.compile(r"[.,:]\d|\.?[ºª°]")  # "no 4.º andar"
_FIGURES = re.compile(r"\d+(?:\D{1,12}\d+)?")
_SIGN_BEFORE = re.compile(r"(?:\d[.,:/-]|[$€£¥#@])$")
_SIGN_AFTER = re.compile(r"[.,:/-]?\d|%| ?[€$£¥%]")
_LETTER = re.compile(r"[^\W\d_]")
_SLASHED_MONTH = re.compile(r"\d{4} ?/ ?\d{2}")
_LATEST = 2199  # nothing but a year's own word makes a year of later numbers


def drop_unlikely(draft: Draft) -> None:
    """Bare numbers beside pages, sums, units and models; small words that need a capital."""
    connectors = {row[-1] for name in ("range", "list") for row in draft.language.joins.get(name, ())} | {""}
    dropped = -_CONTEXT
    kept: list[Mention] = []
    for mention in draft.mentions:
        # "cotes 1815 à 1830": what goes on from a number that was no year is none either.
        bare = draft.text[mention.start : mention.end].isdigit()
        goes_on = bare and dropped >= 0 and draft.text[dropped : mention.start].strip() in connectors
        goes_on = goes_on or (bare and goes_on_counting(draft, mention, kept))
        if goes_on or not _is_likely(draft, mention) or _is_age(draft, mention):
            draft.note("drop", "unlikely", mention)
            # A range is whole: "pp. 1903–1921, 1993".
            dropped = mention.end if mention.until is None else -_CONTEXT
        else:
            kept.append(mention)
    draft.mentions[:] = kept


def _is_likely(draft: Draft, mention: Mention) -> bool:  # noqa: C901, PLR0911, PLR0912 - one return per kind of number
    text, language = draft.text, draft.language
    words = text[mention.start : mention.end]
    reading = mention.reading
    if (
        reading.weekday
        and reading.day
        and not reading.year
        and not reading.month
        and not _ends_phrase(draft, mention)
        and counts_things(draft, mention)
    ):
        return False  # "Monday 12 people came"
    if reading.day and not (reading.month or reading.weekday or reading.of or reading.base or mention.until):
        if mention.rule.endswith("/day-named"):
            return True  # "el día 22"
        # "the 27", "le 2" is a day only where the phrase ends with it; "27日" says so itself.
        if language.options.get("day_sign") and not words[-1:].isdigit():
            return True
        goes_on = _GOES_ON.match(draft.spoken, mention.end)
        return not goes_on and (
            text[mention.end : mention.end + 1] in _PHRASE_ENDS
            or text.startswith((" |", " ;", " :", " !", " ?"), mention.end)
            or _goes_on(draft, mention)
        )
    if reading.pair is not None and reading.year is None and reading.short_year is None:
        return pair_is_date(draft, mention) and not _numbers_act(draft, mention)
    if reading.pair is not None and min(reading.pair) > _MONTHS:
        return False  # "45/13/2023"
    if reading.pair is not None and reading.short_year is not None and _NUMBERED.search(draft.text):
        return False  # "items 22-10-01B, 22-10-02"
    if _is_bare_hour(draft, mention) and not _ends_phrase(draft, mention):
        return False  # "a las tres mujeres"
    about = reading.mod and words[-1:].isdigit()
    if about and (is_before_counted(draft, mention) or is_about_so_many(draft, mention)):
        return False  # "около 1800 домов", "przed 1700 słuchaczami"
    if not words[:1].isdigit() and not words[-1:].isdigit():
        # "około 1720 roku" carries its mark; only a year all in words may count things.
        spelt = reading.year is not None and not (reading.month or reading.season or reading.era)
        spelt = spelt and not any(char.isdigit() for char in words)
        return not (spelt and (counts_things(draft, mention) or counts_plural(draft, mention)))
    if words[:1].isdigit() and _IN_ADDRESS.search(text, text.rfind(" ", 0, mention.start) + 1, mention.start):
        return False
    if _FIGURES.fullmatch(words):
        if mention.until is None and is_file_number(words) and len(text) > _COMMAND:
            return False
        slashed = _SLASHED_MONTH.fullmatch(words) or _MONTH_OF_YEAR.fullmatch(words)
        if slashed and _numbers_act(draft, mention):
            return False  # "Beschluss 2021/07", "Ley Orgánica 8/2021"
        if _MONTH_OF_YEAR.fullmatch(words) and _FILED.search(
            draft.spoken[max(0, mention.start - 5) : mention.start]
        ):
            return False
        if words.isdigit() and int(words) > _LATEST:
            return False  # "voor 2500 Belgische frank"
        if words.isdigit() or _BARE_RANGE.fullmatch(words) or _BARE_ENDS.fullmatch(words):
            return bare_number_is_time(draft, mention)
    if is_one_of_two(draft, mention):
        return True
    if words[0].isdigit() and _SIGN_BEFORE.search(text[max(0, mention.start - 2) : mention.start]):
        return False
    if words[-1].isdigit() and _SIGN_AFTER.match(text, mention.end):
        return NOTE_FIGURE.match(draft.spoken, mention.end) is not None
    dated = mention.reading.type in {TimexType.DATE, TimexType.TIME} and words[0].isdigit()
    if dated and not _LETTER.search(words) and not _WHOLE_DATE.fullmatch(words):
        if _NUMBER_SIGN.search(draft.spoken, max(0, mention.start - 4), mention.start):
            return False  # "RG n° 11-16-1912"
        word = word_before(text[max(0, mention.start - _CONTEXT) : mention.start])
        return not word or not language.is_among(word, language.not_before)
    return True


def _numbers_act(draft: Draft, mention: Mention) -> bool:
    """Whether a decision's or a law's noun stands right before a number."""
    word = word_before(draft.text[max(0, mention.start - _CONTEXT) : mention.start])
    return word in draft.language.cues.get("source_numbered", ())


def _goes_on(draft: Draft, mention: Mention) -> bool:
    """After a bare day comes a word with which the language lets a sentence go on ("am 12. griff")."""
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    if following is None:
        return False
    endings = tuple(draft.language.cues.get("after_day_endings", ()))
    verb = bool(endings) and draft.spoken[following.start(1)].islower() and following[1].endswith(endings)
    return verb or following[1] in draft.language.cues.get("after_day", ())


def _is_bare_hour(draft: Draft, mention: Mention) -> bool:
    """A clock time of nothing but a number: "a las tres", "um 3"."""
    reading = mention.reading
    if (
        reading.hour is None
        or reading.minute is not None
        or reading.part
        or reading.meridiem
        or mention.until
    ):
        return False
    if reading.day or reading.weekday or reading.shift is not None:
        return False
    last = draft.text[mention.start : mention.end].rpartition(" ")[2]
    return last.isdigit() or last in draft.language.number_words


def _ends_phrase(draft: Draft, mention: Mention) -> bool:
    """Nothing follows, or a word that begins another phrase."""
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    if following:
        return following[1] in draft.language.function_words
    return draft.text[mention.end : mention.end + 1] in _PHRASE_ENDS or draft.text[mention.end] in " \n-\"'"


def _is_age(draft: Draft, mention: Mention) -> bool:
    """Tells ages: "Jeanne, 53 ans, …", "âgée de 17 ans", where the language lists the words for it."""
    cues = draft.language.cues.get("age")
    if not cues or mention.reading.type is not TimexType.DURATION or mention.reading.unit != "Y":
        return False
    before = draft.text[max(0, mention.start - _CONTEXT) : mention.start].rstrip()
    if before.endswith(",") and draft.text[mention.end : mention.end + 1] in {",", ".", ")", ""}:
        return True
    return any(before.endswith(cue) for cue in cues)


__all__ = ["drop_unlikely"]
