"""Numbers and words that look like time and are not: pages, articles, sums, models, verses, scores.

In: the mentions of a passage with its text. Out: the same without the unlikely. Precision comes first: a
reader forgives a missing date sooner than a page number on the timeline. What stands beside a number is
judged by signs that all languages share here, and by the words of `not_before`, `not_after` in the language
files.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.cited_years import FOR_CERTAIN, cites
from reader.temporal.refining.columns import heads_years
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.named_numbers import is_of_pressure
from reader.temporal.refining.numbers_of_things import (
    INITIALS_BEFORE,
    counts_people,
    counts_plural,
    is_before_noun,
    is_file_number,
    is_measured,
    is_span,
    names_thing,
    without_clitic,
    word_before,
)
from reader.temporal.refining.plain_nouns import follows_plain_noun

# Directly before a bare number: another number's mark, money, a sign of numbering, a web or mail address.
_BEFORE = re.compile(
    r"(?:(?<!\d)0\d{1,4}[ /-]|"
    r"\d[.,:/]|[$€£¥₪₤ƒ₽₺₹₴₩] ?|[#@&=_~+*<>^]|\w ?[=<>≤≥] |[§№] ?|[:/.]/|n°|\d-|[\w]-|\w/|\d [-/] ?"
    r"|(?<![^\W\d_])[nN]\.?[o°º]\.? ?"
    r"|\d ?[x×*] ?|[^\W_][^\W\d_]\.)$"
)
_LONGEST_MARK = 9  # characters, with what may not stand before them
_AFTER = re.compile(r"(?:\d|[%‰°€$£¥²³@=_]|[.,:]\d|-[^\W\d]|/\w|-\d{1,12}(?!\d)| ?[x×*+=] ?\d)")
# What is numbered like a date but bears a letter or a fourth part: so are its neighbours.
_NUMBERED = re.compile(r"(?<![\w-])\d\d-\d\d-\d\d(?:[a-su-z]|-\d)")
_WHOLE_DATE = re.compile(r"\d{1,2}([./])\d{1,2}\1[12]\d{3}")
_YEAR_BEFORE = re.compile(r"(?<!\d)[12]\d{3}\D{1,4}$")
_WORDS_AFTER = re.compile(r" ?-?([^\W\d_]+)")
_CONTEXT = 24
_PHRASE_ENDS = frozenset(["", ".", ",", ";", ":", "!", "?", ")", "»", "”", "’"])
_COMPOUND_HEAD = 5  # letters
_COMMAND = 40  # characters; "back in 2015-3" may be said in a command
_YEAR_LENGTH = 4
_DAYS, _MONTHS = 31, 12
_TOLD_UNITS = frozenset("YMW")  # "the year before." says when; "the day before" has a rule of its own
_BARE_ENDS = re.compile(r"\d{4} (?:[^\W\d_]{1,3} ){1,3}\d{4}")  # "1900 tot 2100", "1840 tot en met 1871"
_ENDS = frozenset(".,;:)")
_FILED = re.compile(r"(?:^|[^\w.])[A-Z]{1,3}\.? $")  # "QS 1/1766", "HO 42/1816"
_NUMBER_SIGN = re.compile(r"(?:[Nn][°º]|№|§|[Nn][or]\.) ?$|(?:\d|\b[IVX]+[a-z]?) [A-Z]{1,3}[a-z]{0,2} $")
_IN_ADDRESS = re.compile(r"https?:|www\.|doi[.:]|\.(?:org|com|net|gov)/")
_MONTH_OF_YEAR = re.compile(r"\d{1,2} ?[/.] ?\d{4}")
# A note's figure after a sentence's end: "in 1801.2 Historians".
_NOTE_FIGURE = re.compile(r"\.\d{1,3}(?:\s+[^\Wa-zà-ÿ\d_]|\s*$|\s+[«“\"])")
# One number, or two with little between: all that may be a file's, a year's or a range's.
_GOES_ON = re.compile(r"[.,:]\d|\.?[ºª°]")  # "no 4.º andar"
_FIGURES = re.compile(r"\d+(?:\D{1,12}\d+)?")
_SIGN_BEFORE = re.compile(r"(?:\d[.,:/-]|[$€£¥#@])$")
_SIGN_AFTER = re.compile(r"[.,:/-]?\d|%| ?[€$£¥%]")
_LETTER = re.compile(r"[^\W\d_]")
_SLASHED_MONTH = re.compile(r"\d{4} ?/ ?\d{2}")
_SLASHED = re.compile(r"(\d{4}) ?/ ?(\d{4})")
_LATEST = 2199  # nothing but a year's own word makes a year of later numbers
_LONGEST_SLASH = 10  # years that "1914/1918" may span


def drop_counted(draft: Draft) -> None:
    """Drops numbers of things ("2100 tons") and those they are paired with ("between 1500 and 2000 men")."""
    rows = [row for name in ("range", "list") for row in draft.language.joins.get(name, ())]
    follower: Mention | None = None
    kept = []
    for mention in reversed(draft.mentions):
        if draft.text[mention.start : mention.end].isdigit():
            gap = draft.gap(mention, follower) if follower is not None else None
            head = draft.text[max(0, mention.start - _CONTEXT) : mention.start].rstrip()
            # "bis 1939 auf 1850 Mann" pairs nothing: the row that "auf" ends opens with "von".
            paired = gap is not None and any(
                gap == row[-1] and (len(row) == 1 or head.endswith(row[0])) for row in rows
            )
            # "from 3% in 2000 to 6%" pairs no year with a share.
            small = follower is not None and follower.end - follower.start < mention.end - mention.start - 1
            paired = paired and not small
            if paired or _counts_things(draft, mention) or is_measured(draft, mention):
                draft.note("drop", "counted", mention)
                follower = mention
                continue
        follower = None
        kept.append(mention)
    draft.mentions[:] = kept[::-1]


def trim_ranges(draft: Draft) -> None:
    """Takes off an end that is no year: "from (no. 1345) to the 7th century", "in 1950 to 2500 souls"."""
    if not draft.language.word_boundaries:
        return  # "1937年至1945年": the first year's own sign would count it
    for index, mention in enumerate(draft.mentions):
        if mention.until is None or set("-/") & set(draft.text[mention.first_end : mention.second_start]):
            continue
        first = replace(mention, end=mention.first_end, until=None)
        second = replace(mention, start=mention.second_start, reading=mention.until, until=None)
        if _is_bare_year(draft, second) and not _is_bare_year(draft, first):
            draft.mentions[index] = first if _counts_things(draft, second) else mention
        elif _is_bare_year(draft, first) and not _is_bare_year(draft, second):
            draft.mentions[index] = mention if _bare_number_is_time(draft, first) else second


def _is_bare_year(draft: Draft, mention: Mention) -> bool:
    words = draft.text[mention.start : mention.end]
    return len(words) == _YEAR_LENGTH and words.isdigit()


def drop_open(draft: Draft) -> None:
    """A part without its whole ("fin") says no time; "three days before" the unsaid is still a length."""
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        told = (reading.base == "given" and reading.shift) or reading.nth  # "the first nine months" of what?
        if not (reading.open and told and reading.count):
            continue
        if (
            reading.count == 1
            and reading.unit in _TOLD_UNITS
            and draft.text[mention.end : mention.end + 1] in _ENDS
        ):
            # "on land bought the year before."
            draft.mentions[index] = replace(mention, reading=replace(reading, base="then", open=False))
        else:
            count, unit, lengths = reading.count, reading.unit, reading.lengths
            draft.mentions[index] = replace(
                mention, reading=Reading(TimexType.DURATION, count=count, unit=unit, lengths=lengths)
            )
    for mention in [one for one in draft.mentions if one.reading.open]:
        draft.note("drop", "open part", mention)
    draft.mentions[:] = [one for one in draft.mentions if not one.reading.open]


def drop_unlikely(draft: Draft) -> None:
    """Bare numbers beside pages, sums, units and models; small words that need a capital."""
    connectors = {row[-1] for name in ("range", "list") for row in draft.language.joins.get(name, ())} | {""}
    dropped = -_CONTEXT
    kept = []
    for mention in draft.mentions:
        # "cotes 1815 à 1830": what goes on from a number that was no year is none either.
        bare = draft.text[mention.start : mention.end].isdigit()
        goes_on = bare and dropped >= 0 and draft.text[dropped : mention.start].strip() in connectors
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
        and _counts_things(draft, mention)
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
        return _pair_is_date(draft, mention)
    if reading.pair is not None and min(reading.pair) > _MONTHS:
        return False  # "45/13/2023"
    if reading.pair is not None and reading.short_year is not None and _NUMBERED.search(draft.text):
        return False  # "items 22-10-01B, 22-10-02"
    if _is_bare_hour(draft, mention) and not _ends_phrase(draft, mention):
        return False  # "a las tres mujeres"
    if reading.mod == "APPROX" and words[-1:].isdigit() and _is_before_counted(draft, mention):
        return False  # "около 1800 домов"
    if not words[:1].isdigit() and not words[-1:].isdigit():
        # "około 1720 roku" carries its mark; only a year all in words may count things.
        spelt = reading.year is not None and not (reading.month or reading.season or reading.era)
        spelt = spelt and not any(char.isdigit() for char in words)
        return not (spelt and (_counts_things(draft, mention) or counts_plural(draft, mention)))
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
        if words.isdigit() or _is_bare_range(words) or _BARE_ENDS.fullmatch(words):
            return _bare_number_is_time(draft, mention)
    if _is_one_of_two(draft, mention):
        return True
    if words[0].isdigit() and _SIGN_BEFORE.search(text[max(0, mention.start - 2) : mention.start]):
        return False
    if words[-1].isdigit() and _SIGN_AFTER.match(text, mention.end):
        return _NOTE_FIGURE.match(draft.spoken, mention.end) is not None
    dated = mention.reading.type in {TimexType.DATE, TimexType.TIME} and words[0].isdigit()
    if dated and not _LETTER.search(words) and not _WHOLE_DATE.fullmatch(words):
        if _NUMBER_SIGN.search(draft.spoken, max(0, mention.start - 4), mention.start):
            return False  # "RG n° 11-16-1912"
        word = word_before(text[max(0, mention.start - _CONTEXT) : mention.start])
        return not word or not language.is_among(word, language.not_before)
    return True


def _is_one_of_two(draft: Draft, mention: Mention) -> bool:
    """Whether a stroke parts two days or months of two calendars: "5 August 1906/14 Jumada II 1324"."""
    if not mention.reading.month:
        return False
    text, calendar = draft.text, mention.reading.calendar
    before, after = text[mention.start - 1 : mention.start] == "/", text[mention.end : mention.end + 1] == "/"
    return (before or after) and any(
        one.reading.calendar != calendar
        and bool(one.reading.month)
        and ((after and one.start == mention.end + 1) or (before and one.end == mention.start - 1))
        for one in draft.mentions
    )


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


def _pair_is_date(draft: Draft, mention: Mention) -> bool:
    """Whether "22/04" is a day and its month rather than a fraction, a score or a verse."""
    text, reading = draft.text, mention.reading
    first, second = reading.pair or (0, 0)
    words = text[mention.start : mention.end]
    if re.search(r"[\w/.,:-]$", text[max(0, mention.start - 1) : mention.start]) or re.match(
        r"[/\d%-]|[.,]\d|[\"″] ?=", text[mention.end :][:3]
    ):
        return False
    if _is_before_counted(draft, mention) or _NUMBER_SIGN.search(draft.spoken, 0, mention.start):
        return False  # "۱۴/۶ سال", a decimal; "IV ZB 25/12"
    if not (1 <= first <= _DAYS and 1 <= second <= _DAYS and min(first, second) <= _MONTHS):
        return False
    if reading.weekday or not words[0].isdigit() or (draft.in_table and words.endswith(".")):
        return True
    figures = re.findall(r"\d+", words)
    larger_first = first > _MONTHS >= second
    padded = any(figure.startswith("0") for figure in figures)
    month_first = second > _MONTHS and draft.language.date_order.startswith("m")
    leading = word_before(text[max(0, mention.start - _CONTEXT) : mention.start])
    led = leading in draft.language.cues.get("day_lead", ())  # "we met on 9/11"
    return led or ((larger_first or padded or month_first) and not is_of_pressure(draft, mention))


def _is_age(draft: Draft, mention: Mention) -> bool:
    """Tells ages: "Jeanne, 53 ans, …", "âgée de 17 ans", where the language lists the words for it."""
    cues = draft.language.cues.get("age")
    if not cues or mention.reading.type is not TimexType.DURATION or mention.reading.unit != "Y":
        return False
    before = draft.text[max(0, mention.start - _CONTEXT) : mention.start].rstrip()
    if before.endswith(",") and draft.text[mention.end : mention.end + 1] in {",", ".", ")", ""}:
        return True
    return any(before.endswith(cue) for cue in cues)


def _is_bare_range(words: str) -> bool:
    return re.fullmatch(r"\d{4} ?[-/] ?\d{2,4}", words) is not None


def _bare_number_is_time(draft: Draft, mention: Mention) -> bool:
    """Whether four digits that stand alone are a year."""
    text, language = draft.text, draft.language
    both = _SLASHED.fullmatch(text[mention.start : mention.end])
    if both and int(both[2]) - int(both[1]) > _LONGEST_SLASH:
        return False  # "Decreto 1720/2007": a number and its year
    before = without_clitic(text[max(0, mention.start - _CONTEXT) : mention.start], language)
    after = text[mention.end : mention.end + _CONTEXT]
    marked = _BEFORE.search(before, max(0, len(before) - _LONGEST_MARK))
    if marked or (_AFTER.match(after) and not _NOTE_FIGURE.match(draft.spoken, mention.end)):
        return False
    if draft.in_table and not heads_years(draft, mention):
        return False
    if is_measured(draft, mention) or names_thing(draft, mention):
        return False
    word = word_before(before)
    if len(word) == 1 and before.endswith(("(", "([")):
        word = ""  # "Harding, P. (1987)"
    if (
        word in language.function_words
        and is_span(mention)
        and before.endswith("(")
        and after.startswith(")")
    ):
        word = ""  # "علي (1805–1848)": a name
    if word and language.is_among(word, language.not_before):
        low = max(0, mention.start - _CONTEXT)
        if not INITIALS_BEFORE.search(draft.spoken, low, mention.start):
            return cites(draft, mention) == FOR_CERTAIN  # "(Fell and Grant 1999)"; a grant has a number
    return is_span(mention) or not (_counts_things(draft, mention) or follows_plain_noun(draft, mention))


def _counts_things(draft: Draft, mention: Mention) -> bool:  # noqa: PLR0911 - one return per sign
    """Whether the word after a number is something one counts."""
    language = draft.language
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    if not following:
        return False
    if not language.word_boundaries:
        # "1500余人": a number counts what it is written together with; years bear their own word.
        attached = draft.text[mention.end - 1].isdigit() and following.start(1) == mention.end
        return attached or following[1].startswith(tuple(language.not_after))
    if counts_people(draft, mention, following) or is_before_noun(draft, mention, following.start(1)):
        return True
    before = draft.text[max(0, mention.start - _CONTEXT) : mention.start]
    leading = word_before(before.removesuffix("-"))
    own = draft.text[mention.start : mention.end].partition(" ")[0]
    if own in language.year_before or (leading and language.is_among(leading, language.year_before)):
        return False
    if language.options.get("compounds") and following[1].endswith(_compound_heads(language.not_after)):
        return True  # "1650 Arbeitsstunden"
    if following[1].endswith(language.counted_endings):
        return True
    if not language.year_after or following[1] in language.year_after or _YEAR_BEFORE.search(before):
        return False
    return not any(following[1].startswith(head[:-1]) for head in language.year_after if head.endswith("-"))


def _is_before_counted(draft: Draft, mention: Mention) -> bool:
    """Whether a noun that one counts follows."""
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    counted = draft.language.not_after, draft.language.counted_endings
    return following is not None and (following[1] in counted[0] or following[1].endswith(counted[1]))


@lru_cache(maxsize=16)
def _compound_heads(words: frozenset[str]) -> tuple[str, ...]:
    """What is counted as the last part of a compound; shorter words end others by chance."""
    return tuple(word for word in words if len(word) >= _COMPOUND_HEAD)


__all__ = ["drop_counted", "drop_open", "drop_unlikely", "trim_ranges"]
