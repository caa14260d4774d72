"""Years of two or three figures, as histories write them: "in 264", "the autumn of 218", "(246–222)".

In: the mentions of a passage with its text. Out: the same with such years. What makes a small number a year
is the word before it (`[cues]` early_year), the month or season it follows, the bracket around two of them.
Where a passage names no era and no early century they are `early`: they count only if the story stands in
such times. An era said once holds for the years that go on from it: "from 264 to 241 BC … in 218".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.bracketed_years import after_events, paired, year_at
from reader.temporal.refining.counted_nouns import is_plural
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.signed_years import add_signed_years, is_signed

FIRST_MODERN = 1000  # years from here on have four figures
_LAST_EARLY_CENTURY = 10
_LAST_OWN_CENTURY = 12  # the thirteenth of the Hijra is easily the thirteenth of ours
_CENTURY = 100
_LAST_OF_BRONZE = 1700  # from here on a year of four figures is rather ours
_BACK = 3  # so many times shorter: "30 BC … in 52", but "133 BC … in 314"
_LONGEST_BACK = 250  # years; "a sanctuary of 480 BC was forgotten when the king died in 812"
_FIGURES = 3  # fewer need an era or an early century beside them
_LEAD_REACH = 16
# The figure first: ten times as quick as to look behind every letter.
_NUMBER = re.compile(
    r"[1-9](?:(?<=[ '(-].)|(?<=\A.))\d{1,2}(?![\w°%±€$£]|\.\d|[,:/'] ?\d| ?[-/] ?\d| ?%| \d{3}(?!\d))"
)
_WINTER = re.compile(r"([1-9]\d{1,2}) ?[-/] ?(\d{1,3})(?![\w/]|[.,-]\d)")
# "Theodor (c. 314 – 368)": with "about" before them they are no pages.
_LIFE = re.compile(r"\(([^\W\d_]{1,9}\.?) ?(?=[1-9]\d\d ?- ?[1-9]\d\d[),;])")
# Years that began in summer lie in two of ours: "330/29".
_SPLIT = re.compile(r"([1-9](?<![\w/.,-].)\d{1,2})/(\d{1,2})(?![\w/]|[.,-]\d)")
_AFTER_PART = re.compile(r" (?:[^\W\d_]+'?(?: [^\W\d_]+)?[ '])?(?=[1-9]\d{1,2}(?!\d))")
_LEAD = re.compile(r"([^\W\d_]+)[ '-]$")
_NOUN = re.compile(r" ([^\W\d_]{4,})(?!['’])")
_NOUN_AFTER = re.compile(r" ([^\W\d_]+)")
_ROUND = re.compile(r"\d?[05]0")  # "in 250 of them"; "in 480" is told from it by its tens


def early_years(draft: Draft) -> None:
    """Adds the early years of a passage, and the era that others leave unsaid."""
    words = draft.language.cues.get("early_year")
    if not words:
        return
    taken = tuple((mention.start, mention.end) for mention in draft.mentions)
    draft.mentions[:] = [_with_year(draft, mention, taken) for mention in draft.mentions]
    own = draft.language.options.get("early_calendar")  # what years without their era may be counted by
    by_own = own is not None and any(mention.reading.calendar == own for mention in draft.mentions)
    dated = after_events(draft)
    told = by_own or any(_tells_early(mention) for mention in draft.mentions) or _tells_life(draft)
    told = add_signed_years(draft, told=told)
    told = told or bool(dated)
    if told:
        draft.mentions[:] = [_with_year(draft, mention, taken, told=True) for mention in draft.mentions]
    found = list(_led(draft, words, told=told))
    if told or found:
        found += _in_two_years(draft, early=not told)
    if told:
        found += [
            *paired(draft),
            *(one for one in dated if all(one.start != other.start for other in found)),
        ]
    if found:
        places = {place for mention in found for place in (mention.start, -mention.end)}
        kept = [one for one in draft.mentions if one.start not in places and -one.end not in places]
        draft.mentions[:] = sorted([*kept, *found], key=lambda mention: mention.start)
    if by_own:
        _lend_calendar(draft, str(own))
    elif told:
        _lend_eras(draft)
    elif own is not None:
        draft.mentions[:] = [_counted_by(one, str(own)) if one.early else one for one in draft.mentions]


def _lend_calendar(draft: Draft, calendar: str) -> None:
    """Early years and centuries without an era, beside those of another calendar, are of that one too."""
    centuries = not any(one.reading.era and one.reading.calendar == "gregorian" for one in draft.mentions)
    theirs = [
        one.reading.year for one in draft.mentions if one.reading.calendar == calendar and one.reading.year
    ]
    ours = [
        one.reading.year
        for one in draft.mentions
        if one.reading.calendar == "gregorian" and one.reading.era and one.reading.year
    ]
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        bare = reading.calendar == "gregorian" and not reading.era
        early = mention.rule.endswith("/early-year")
        if reading.year and _is_nearer(reading.year, ours, theirs):
            continue  # "106 AD … the spring of 634, in the year 13 of the Hijra"
        if bare and (early or (centuries and 0 < (reading.century or 0) <= _LAST_OWN_CENTURY)):
            draft.mentions[index] = _counted_by(mention, calendar)


def _is_nearer(year: int, ours: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a year stands nearer to one of some years than to all of others."""
    return bool(ours) and min(abs(year - one) for one in ours) < min(
        (abs(year - one) for one in others), default=FIRST_MODERN
    )


def _counted_by(mention: Mention, calendar: str) -> Mention:
    until = mention.until
    return replace(
        mention,
        reading=replace(mention.reading, calendar=calendar),
        until=replace(until, calendar=calendar) if until is not None else None,
    )


def goes_on(year: int, from_year: int) -> bool:
    """Whether a year without its era goes on from one before our era, rather than beginning another age.

    Forward it always does; a look back ("born in 247", after 241 BC) is short beside the leap to our era.
    """
    back = year - from_year
    return back <= 0 or (back <= _LONGEST_BACK and _BACK * back <= year + from_year)


def _tells_life(draft: Draft) -> bool:
    """Whether two years of three figures stand in brackets after a word for "about"."""
    mods = draft.language.tables.get("mod")
    return mods is not None and any(
        mods.values.get(found[1]) == "APPROX" for found in _LIFE.finditer(draft.text)
    )


def _tells_early(mention: Mention) -> bool:
    return any(
        one.calendar == "gregorian"
        and (
            bool(one.era and (one.century or one.year or one.millennium or one.decade))
            or (one.year is not None and one.year < FIRST_MODERN)
            or (one.century is not None and one.century <= _LAST_EARLY_CENTURY)
        )
        for one in (mention.reading, mention.until)
        if one is not None
    )


def _with_year(
    draft: Draft, mention: Mention, taken: Sequence[tuple[int, int]], *, told: bool = False
) -> Mention:
    """A month, day or season takes the figures of the year that follow it: "10 March 241", "winter 67".

    `taken`: first and last places of what was found, whose figures are no others'.
    """
    reading = mention.reading
    complete = reading.year or reading.short_year or reading.of or reading.shift is not None or mention.until
    if (
        complete
        or not (reading.month or reading.season or reading.holiday)
        or reading.calendar != "gregorian"
    ):
        return mention
    between = _AFTER_PART.match(draft.text, mention.end)
    if between is None or not (between[0] == " " or between[0].strip() in draft.language.glue.get("of", ())):
        return mention
    number = _NUMBER.match(draft.text, between.end()) or _winter(draft, mention, between.end())
    if number is None or not (told or _is_telling(number[0][:_FIGURES])):
        return mention
    if any(start <= number.start() < end for start, end in taken):
        return mention  # "the winter in 49 BC": they are joined with all their words
    following = _NOUN_AFTER.match(draft.text, number.end())
    counted = following is not None and following[1] in draft.language.not_after
    if counted or _counts_things(draft, number.end()):
        return mention  # "he paid on 3 September 240 euros"
    year = int(re.split("[-/ ]", number[0])[0])
    dated = replace(reading, year=year, direction=None, open=False)
    return replace(mention, end=number.end(), reading=dated)


def _winter(draft: Draft, mention: Mention, place: int) -> re.Match[str] | None:
    """Two years after a season, one after the other: "the winter of 219-218"."""
    years = _WINTER.match(draft.text, place)
    if years is None or not mention.reading.season:
        return None
    near = {year % 10 ** len(years[2]) for year in (int(years[1]) - 1, int(years[1]) + 1)}
    return years if int(years[2]) in near else None


def _led(draft: Draft, words: frozenset[str], *, told: bool) -> Iterator[Mention]:
    """Numbers after a word that leads in a year, after a part of one ("early 331"), after such a number."""
    language, text = draft.language, draft.text
    taken = [one for one in draft.mentions if not _is_lone_day(one)]
    starts = [one.start for one in taken]
    of_words = language.glue.get("of", frozenset())
    joints = {row[-1] for row in language.joins.get("range", ())} | language.glue.get("list", frozenset())
    # German years stand without any word; a noun after a number bears a capital.
    capitals = language.options.get("nouns") == "capital"
    bare = told and capitals
    before = -1  # where the year before ended
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if not told and not _is_telling(number[0]):
            continue
        opens_clause = capitals and _is_telling(number[0]) and _opens(draft, start, end)
        place = bisect_left(starts, end)
        left = taken[place - 1] if place else None
        if left is not None and (left.end > start or (left.end == start - 1 and _is_told_year(left.reading))):
            continue
        lead = _LEAD.search(text, max(0, start - _LEAD_REACH), start)
        leads = lead is not None and lead[1] in words and not _is_of_an_amount(draft, lead.start(1))
        leads = leads or opens_clause or (bare and _is_telling(number[0]) and lead is not None)
        if left is not None and left.until is None and left.reading.era and left.reading.year:
            before = max(before, left.end)  # "in AD 74 or 75"
        goes_on = before >= 0 and text[before:start].strip() in joints
        opens = left is not None and (
            (left.reading.open and bool(left.reading.mod)) or _is_first_or_last(left.reading)
        )
        part = opens and left is not None and text[left.end : start].strip() in of_words
        if not (leads or goes_on or part) or (not goes_on and _counts_things(draft, end)):
            continue
        before = end
        year = year_at(draft, start, end, early=not told)
        if left is not None and left.end == start - 1 and left.reading.unit == "Y":
            # "the beginning of the year" 331
            year = replace(year, start=left.start, reading=replace(year.reading, mod=left.reading.mod))
        yield year


def _is_told_year(reading: Reading) -> bool:
    """Whether it is a year that no number names: "im vergangenen Jahr" 214 mal, "that year" 150 men."""
    return reading.unit == "Y" and not reading.mod and (bool(reading.shift) or reading.base == "then")


def _is_first_or_last(reading: Reading) -> bool:
    """Whether it waits for its whole: "the last day" of 406."""
    edge = reading.nth is not None or (reading.shift == -1 and reading.count is None)
    return edge and reading.unit in {"D", "M"} and reading.of is None


def _is_of_an_amount(draft: Draft, lead: int) -> bool:
    """Whether the word before the one that leads to a number leads to an amount: "más de 230 tumbas"."""
    before = draft.text[max(0, lead - _LEAD_REACH) : lead].split()
    return bool(before) and before[-1] in draft.language.not_before


def _counts_things(draft: Draft, end: int) -> bool:
    """Whether a plural in small letters follows a number: "un discours de 21 chapitres"."""
    return is_plural(draft, _NOUN.match(draft.spoken, end))


def _opens(draft: Draft, start: int, end: int) -> bool:
    """Whether a number opens a clause, no noun after it: "211 erschien er", ", 237, begleitete"."""
    before, after = draft.text[max(0, start - 2) : start], draft.spoken[end : end + 2]
    return (not before or before[0] in ".,;:") and (after == ", " or after[1:].islower())


def _is_telling(number: str) -> bool:
    """Three figures that are no round number, which would rather count things."""
    return len(number) == _FIGURES and not _ROUND.fullmatch(number)


def _is_lone_day(mention: Mention) -> bool:
    """A bare number that was taken for a day of the month: "en el 19"."""
    reading = mention.reading
    others = reading.month or reading.weekday or reading.of or reading.base or mention.until
    return reading.day is not None and not others


def _in_two_years(draft: Draft, *, early: bool) -> Iterator[Mention]:
    """Years that lie in two of ours: "330/29" before our era, "893/4" in it."""
    for split in _SPLIT.finditer(draft.text):
        year, figures = int(split[1]), 10 ** len(split[2])
        other = next((one for one in (year - 1, year + 1) if one % figures == int(split[2])), None)
        if other is None or any(
            one.start < split.end() and split.start() < one.end for one in draft.mentions
        ):
            continue
        first = year_at(draft, *split.span(), early=early)
        until, place = Reading(year=other), split.start(2)
        yield replace(first, until=until, first_end=split.end(1), second_start=place)


def _lend_eras(draft: Draft) -> None:
    """Gives early years and centuries the era of those said before, or of the one they lead up to."""
    era, said = "", 0
    for index, mention in enumerate(draft.mentions):
        reading, until = mention.reading, mention.until
        year = _figure(reading)
        if reading.calendar != "gregorian" or year <= 0:
            continue
        if is_signed(mention):
            era, said = "ce", 0  # who writes a sign before our era needs none for it
            continue
        if not reading.era:
            if year > _farthest(era, said):
                continue
            lent = _lent(draft, index, era, said)
            if not lent:
                if era == "bce":
                    draft.mentions[index] = replace(mention, reading=replace(reading, era="ce"))
                era = "ce"
                continue
            reading = replace(reading, era=lent)
            until = replace(until, era=lent) if until is not None and not until.era else until
            draft.mentions[index] = replace(mention, reading=reading, until=until)
        era = reading.era
        said = (_figure(until) if until is not None else 0) or year


def _figure(reading: Reading) -> int:
    """The year, the first of the decade or the last of the century that a reading names; 0 for none."""
    if reading.year is not None:
        return reading.year
    decade = reading.decade or 0
    return _CENTURY * reading.century if reading.century else decade if decade >= _CENTURY else 0


def _farthest(era: str, said: int) -> int:
    """Up to where a year without its era may be early: "1279 to 1213 BC … in 1157", not "… in 1992"."""
    return max(FIRST_MODERN, min(said, _LAST_OF_BRONZE)) if era == "bce" else FIRST_MODERN


def _lent(draft: Draft, index: int, era: str, said: int) -> str:
    """The era of a year or century that says none, after one of `era` (its year `said`); "" for ours."""
    reading, until = draft.mentions[index].reading, draft.mentions[index].until
    if until is not None and reading.year and until.year and until.year < reading.year:
        return "bce"
    if era == "bce":
        later = draft.mentions[index + 1 :]
        return era if _is_before_ours(reading, said) and not _leads_on(reading, said, later) else ""
    if era == "ce" or (reading.year and reading.year > FIRST_MODERN):
        return era
    return _of_the_next(draft.mentions[index + 1 :], reading)


def _leads_on(reading: Reading, said: int, later: Iterable[Mention]) -> bool:
    """Whether years that rise lead into our era: "founded in 43 BC, it burnt in 65 and in 197"."""
    if not reading.year or reading.year <= said:
        return False
    year = reading.year
    for one in later:
        following = one.reading.year
        if following is None:
            continue
        if one.reading.era or not year < following < FIRST_MODERN:
            return False
        if not goes_on(following, said):
            return True
        year = following
    return False


def _is_before_ours(reading: Reading, said: int) -> bool:
    """Whether it goes on from a year before our era."""
    if reading.century:
        return 0 < _CENTURY * (reading.century - 1) < said
    year = _figure(reading)
    return said - year <= _CENTURY if year > FIRST_MODERN else goes_on(year, said)


def _of_the_next(others: Iterable[Mention], reading: Reading) -> str:
    """The era that the next of some mentions says, where the years run down to it."""
    for later in others:
        if is_signed(later):
            return ""
        if reading.year and not later.reading.era and (later.reading.year or 0) >= FIRST_MODERN:
            return ""  # the story has come to our times before
        if later.reading.era:
            ahead = later.reading.year or _CENTURY * (later.reading.century or 0)
            begun = reading.year or _CENTURY * (reading.century or 0)
            return "bce" if later.reading.era == "bce" and begun >= ahead else ""
    return ""


__all__ = ["FIRST_MODERN", "early_years", "goes_on"]
