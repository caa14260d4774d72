"""Mentions that say one thing together are joined: "fin" + "mars 2020", "mardi" + "de la semaine prochaine".

In: the mentions of one passage in order, its folded text. Out: fewer mentions. What may stand between two
parts is the language's (`[join]` in its file); which parts fit is the same in all languages.
"""

from __future__ import annotations

import re
from functools import partial

from reader.frozen import replace
from reader.temporal.holidays import holiday
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.moments import date_of
from reader.temporal.reading import Reading
from reader.temporal.refining.clock_and_day import at_time, is_time_alone
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.pairwise import merged, pairwise
from reader.temporal.refining.weekdays_beside import weekday_beside_day, weekday_too
from reader.temporal.words.signs import Sign

_DATELIKE = (TimexType.DATE, TimexType.TIME)
_ENDED = Sign(r"(?<!\w)(?:<brought_to_end>)$", re.IGNORECASE)
_NEW_YEAR = "1-1"
_OURS_FROM = 1500  # a year before, of a month of another calendar, is told in its count


def _words(draft: Draft, kind: str) -> frozenset[str]:
    return draft.language.glue.get(kind, frozenset())


def durations(draft: Draft) -> None:
    """Makes one length of two: "two years and three months" is one length, and so is what it shifts."""
    glue = _words(draft, "duration")

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:
        one, two = left.reading, right.reading
        if gap not in glue or one.type is not TimexType.DURATION or one.open or not one.count:
            return None
        if not two.unit or not two.count or not _smaller(two.unit, one.unit):
            return None
        if two.type is TimexType.DURATION and not two.mod:
            return merged(
                left, right, replace(one, lengths=(*one.lengths, (two.count, two.unit), *two.lengths))
            )
        if two.shift is not None:
            sign = -1.0 if two.shift < 0 else 1.0
            lengths = ((abs(two.shift), two.unit), *two.lengths)
            return merged(left, right, replace(two, shift=sign * one.count, unit=one.unit, lengths=lengths))
        return None

    pairwise(draft, "duration", join)


_UNIT_ORDER = ("CE", "DE", "Y", "S", "Q", "M", "W", "D", "H", "MIN", "SEC")


def _smaller(unit: str, than: str) -> bool:
    if unit not in _UNIT_ORDER or than not in _UNIT_ORDER:
        return False
    return _UNIT_ORDER.index(unit) > _UNIT_ORDER.index(than)


def parts(draft: Draft) -> None:
    """A part and its whole: "first quarter" + "of last year", "mardi" + "de la semaine prochaine"."""
    glue = _words(draft, "of")

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:  # noqa: PLR0911 - one a kind of part
        one, two = left.reading, right.reading
        about = one.mod == "APPROX" and one.open and is_time_alone(two)  # "circa 15 Uhr"
        if left.until or right.until or two.open or (two.type is not TimexType.DATE and not about):
            return None
        if gap in glue:
            one = _share(one, two)
        if one.open and (one.mod or one.share) and not one.unit and not one.shift:
            if (gap and gap not in glue and gap != "-") or _is_brought_to_end(draft, left):
                return None  # "mid-January"
            return replace(merged(left, right, replace(two, mod=one.mod, share=one.share)), rule=right.rule)
        paged = gap == "," and draft.text[left.start - 1 : left.start] == "-"  # "pp. 13-23, May 2001"
        if gap not in glue or paged or (gap == "," and two.count):
            return None  # "on Wednesday, five weeks after the fire" says two things
        if one.unit == "M" and one.base == "either" and two.month and not two.day and gap != ",":
            return replace(merged(left, right, two), rule=right.rule)  # "le début du mois" + "de juillet"
        if _is_bound(draft, right, gap):
            one = _last_of(one, two)
        if _is_part_of(one, two):
            return merged(left, right, replace(one, of=_counted_alike(one, two), open=False))
        return merged(left, right, two) if gap != "," and _names_again(one, two) else None

    pairwise(draft, "weekday", partial(weekday_too, draft))
    pairwise(draft, "part", join)


def _counts_days_from(part: Reading, whole: Reading) -> bool:
    """Whether days would be counted from a year: "à la veille de 1914" is before it, no day."""
    finer = whole.month or whole.holiday or whole.day or whole.of or whole.base
    return part.base == "given" and part.unit == "D" and whole.year is not None and not finer


def _is_brought_to_end(draft: Draft, part: Mention) -> bool:
    """Whether a part is the noun of a verb of ending: "prit fin en mars 1814", "nahm ein Ende im März"."""
    ended = part.reading.mod == "END" and _ENDED.of(draft.language)
    return bool(ended and ended.search(draft.spoken, 0, part.end))


def _share(part: Reading, whole: Reading) -> Reading:
    """What "the second half of" is of a century, of a decade or of a year; other parts as they are."""
    if whole.century and not part.year and (part.half or part.quarter):  # "1. Hälfte 18. Jahrhundert"
        share = f"{part.half}/2" if part.half else f"{part.quarter}/4"
        return replace(part, half=None, quarter=None, share=share, open=True)
    if not (part.share and part.open) or whole.century or whole.millennium:
        return part
    number, _, of = part.share.partition("/")
    if whole.decade is not None:  # years of a decade are told with a grain of salt
        return replace(part, share="", mod="START" if number == "1" else "END" if number == of else "MID")
    kind = {"2": "half", "4": "quarter"}.get(of)
    return replace(part, share="", **{kind: int(number)}) if kind else part  # type: ignore[arg-type] # a field


def _counted_alike(part: Reading, whole: Reading) -> Reading:
    """An early year without an era is counted as its month is: "Safar of the year six hundred and fifty-six".

    A late one is ours: "Ramadan of 2020".
    """
    early = part.month is not None and whole.year is not None and whole.year < _OURS_FROM
    bare = whole.calendar == "gregorian" and not (whole.era or whole.month or whole.of)
    return replace(whole, calendar=part.calendar) if early and bare else whole


def _is_bound(draft: Draft, whole: Mention, gap: str) -> bool:
    """Whether a part belongs to its whole by a word, which may be the whole's own, or by case alone.

    "el último día" + "del año 1918", "ostatni tydzień" + "września".
    """
    if gap:
        return gap != ","
    if draft.text[whole.start : whole.end].partition(" ")[0] in _words(draft, "of"):
        return True
    reading = whole.reading
    by_case = bool(reading.month or reading.year) and not reading.day
    return by_case and bool(draft.language.options.get("genitive"))


def _last_of(part: Reading, whole: Reading) -> Reading:
    """The last of its kind in the whole: "the last week" + "of March", "the last Friday" + "of October"."""
    holds = not (part.unit == "Y" and whole.month)  # "last year in March" is no last year of it
    if part.shift == -1 and part.unit and part.count is None and part.base != "given" and holds:
        return replace(part, shift=None, base="", nth=-1)
    if part.direction == -1 and part.weekday and not part.day and (whole.month or whole.year):
        return replace(part, direction=None, nth=-1)
    return part


def wholes(draft: Draft) -> None:
    """A whole before its part, where a language says it so: "gelecek ayın" + "20'si"."""
    if not draft.language.options.get("whole_first"):
        return
    glue, after, before = (_words(draft, f"whole_{kind}") for kind in ("of", "after", "before"))

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:
        whole, part = left.reading, right.reading
        if left.until or right.until or whole.type not in _DATELIKE or whole.open or part.of is not None:
            return None
        if part.count and part.count > 0 and part.unit and gap in after | before:
            # "yılbaşından" + "bir yıl sonra", "dünden önceki" + "iki gün".
            shift = part.shift if part.shift is not None else part.count * (-1 if gap in before else 1)
            return merged(
                left, right, replace(part, type=TimexType.DATE, shift=shift, base="given", of=whole, mod="")
            )
        if gap not in glue:
            return None
        if part.mod and part.open and not (part.unit or part.shift):
            return merged(left, right, replace(whole, mod=part.mod))
        if part.direction == -1 and part.weekday and not part.day and whole.month:
            part = replace(part, direction=None, nth=-1)  # "Ekim ayının" + "son cuması"
        if whole.type is not TimexType.DATE or not _is_part_of(part, whole):
            return None
        return merged(left, right, replace(part, of=whole, open=False))

    pairwise(draft, "whole", join)


def _names_again(one: Reading, two: Reading) -> bool:
    """Whether the second names the year that the first points at: "nello stesso anno" + "1880"."""
    points = one.unit == "Y" and (one.shift == 0 or one.direction == 0) and one.of is None
    finer = two.month or two.season or two.quarter or two.half or two.week or two.holiday
    return points and two.year is not None and not finer


def _is_part_of(part: Reading, whole: Reading) -> bool:  # noqa: PLR0911 - one return per kind of part
    if part.type not in _DATELIKE or part.year is not None or part.direction is not None:
        return False
    if part.of is not None or _counts_days_from(part, whole):
        return False
    if whole.ref or whole.has_clock or whole.part:
        return False
    if part.nth is not None and (part.unit or part.weekday):
        return True
    if part.weekday and part.day is None and part.month is None:
        return whole.unit in {"W", "2W"}
    wide = whole.unit in {"Y", "M"} or whole.year is not None or whole.decade is not None
    if part.month or part.season or part.quarter or part.half or part.holiday or part.week:
        named = whole.year is not None or whole.short_year is not None
        return (whole.unit == "Y" or named) and not (whole.month or whole.season or whole.quarter)
    if part.day is not None and part.month is None:
        return whole.unit == "M" or (whole.month is not None and whole.day is None)
    return wide and part.open


def shifts(draft: Draft) -> None:
    """A length and the date it is counted from: "three days after" + "Easter"."""
    after, before, glue = (_words(draft, kind) for kind in ("shift_after", "shift_before", "of"))

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:
        one, two = left.reading, right.reading
        if one.of is not None or right.until or left.until or two.type not in _DATELIKE or two.open:
            return None
        if one.type is TimexType.DURATION and one.count and one.count > 0 and gap in after | before:
            led = draft.text[: left.start].rstrip().rpartition(" ")[2]
            cues = draft.language.cues
            # "ten years from 24 June 2013", "listed for three days from 16 June"
            runs = two.day and two.year and gap in cues.get("runs_from", ())
            if runs or led in cues.get("lasts", ()):
                return None
            sign = 1.0 if gap in after else -1.0
            shifted = replace(
                one, type=two.type, count=one.count, shift=sign * one.count, base="given", of=two
            )
            return merged(left, right, replace(shifted, mod=""))
        tied = not gap or (one.base == "given" and gap in glue)
        if one.shift is None or not tied or _counts_days_from(one, two):
            return None
        if one.base == "given" or (
            one.base == "then" and draft.text.endswith((*after, *before), 0, left.end)
        ):
            return merged(left, right, replace(one, base="given", of=two, open=False))
        return None

    pairwise(draft, "shift", partial(weekday_beside_day, draft))
    pairwise(draft, "shift", join)


def clocks(draft: Draft) -> None:
    """A day and its time, where the language writes them as one or the text is a command."""
    glue = _words(draft, "clock")
    if not glue:
        return

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:
        if gap not in glue or left.until:
            return None
        one, two = left.reading, right.reading
        if one.open or two.open or one.ref or two.ref:
            return None
        reading = at_time(one, two)
        until = at_time(one, right.until) if right.until else None
        if reading is None or (right.until is not None and until is None):
            return None
        joined = merged(left, right, reading)
        return replace(joined, until=until, first_end=right.first_end, second_start=right.second_start)

    pairwise(draft, "clock", join)


def ranges(draft: Draft) -> None:
    """From one date to another: one mention with two ends; what one end leaves out the other lends it."""
    rows = draft.language.joins.get("range", ())

    def join(left: Mention, right: Mention, gap: str) -> Mention | None:
        if left.until or right.until or left.reading.open or right.reading.open:
            return None
        if not _may_range(left.reading, right.reading):
            return None
        gap, right = _with_own_word(draft, gap.removeprefix(", ") if left.reading.year else gap, right)
        for opening, middle in rows:
            if gap != middle:
                continue
            before = draft.text[max(0, left.start - len(opening) - 1) : left.start].strip()
            if opening and before != opening:
                continue
            if not _spans(left.reading, right.reading, opening, middle):
                continue
            first, second = lent(left.reading, right.reading)
            if left.reading.year is None:
                first, second = _in_order(first, second)
            if _waits_for_year(second) and first.year is not None and first.month and not _relative(first):
                # "1919년 3월 1일부터 5월": it ends in the year said first, or in the next.
                second = replace(second, year=first.year + ((second.month or 0) < first.month), era=first.era)
            return replace(
                merged(left, right, first), until=second, first_end=left.end, second_start=right.start
            )
        return None

    pairwise(draft, "range", join)


def _spans(first: Reading, second: Reading, opening: str, middle: str) -> bool:
    """Whether words between two dates tie them, unlike "a renvoyé mardi au 9 février", "this year to 1 May".

    Nor does the dash of "No. 1204 – Saturday 3 May 2019", nor that of "14 March 2025 – 2nd quarter".
    """
    if middle == "-":
        part = second.quarter or second.half or second.season  # "14 March 2025 – 2nd term"
        return (bool(first.weekday) or not second.weekday) and not (first.day and first.year and part)
    says_when = (first.weekday and not first.day) or (first.shift is not None and first.unit == "Y")
    return bool(opening) or not says_when or not second.month


def _with_own_word(draft: Draft, gap: str, end: Mention) -> tuple[str, Mention]:
    """Gives the gap the word an end has taken to itself: "od 24 września" + "do 9 października"."""
    if gap or end.reading.mod != "ON_OR_BEFORE":
        return gap, end
    word = draft.text[end.start : end.end].partition(" ")[0]
    return word, replace(end, start=end.start + len(word) + 1, reading=replace(end.reading, mod=""))


def _waits_for_year(reading: Reading) -> bool:
    return (
        reading.month is not None and reading.year is None and not (_relative(reading) or reading.short_year)
    )


def is_later_month(one: Reading, two: Reading) -> bool:
    """Whether two months of one year stand the later first."""
    return one.year == two.year and one.month is not None and two.month is not None and one.month > two.month


def _in_order(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    """A stretch whose end alone names the year and comes earlier in it than the beginning.

    "Between 17 December and 14 January 2011" begins the year before, and so does "from Christmas to Epiphany
    1963"; but "between Christmas and New Year 1962" is told of the winter that begins in 1962.
    """
    if one.year is None or two.year is None:
        return one, two
    if not one.holiday:
        return (replace(one, year=one.year - 1) if is_later_month(one, two) else one), two
    if one.year != two.year or _day_in_year(two) >= _day_in_year(one):
        return one, two
    if two.holiday == _NEW_YEAR:
        return one, replace(two, year=two.year + 1)
    return replace(one, year=one.year - 1), two


def _day_in_year(reading: Reading) -> tuple[int, int]:
    """Month and day of a dated reading or feast in its year; (0, 0) where it has none that can be told."""
    feast = holiday(reading.holiday, reading.year or 0) if reading.holiday else None
    if feast is not None:
        _, month, day = date_of(feast.first)
        return month, day
    return reading.month or 0, reading.day or 0


def _may_range(one: Reading, two: Reading) -> bool:
    if one.type not in _DATELIKE or two.type not in _DATELIKE or one.ref or two.ref:
        return False
    if one.type is TimexType.TIME and two.type is TimexType.TIME:
        return one.has_clock == two.has_clock
    return one.type is two.type and one.calendar == two.calendar


def lent(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    """Two dates of one expression: the first takes year, era and month from the second where it has none."""
    if (
        one.year is None
        and two.year is not None
        and not _relative(one)
        and (one.month or one.day or one.season or one.holiday)
    ):
        one = replace(one, year=two.year, era=two.era)
    if (one.year, one.short_year) == (None, None) and two.short_year is not None and not _relative(one):
        one = replace(one, short_year=two.short_year)  # "در خرداد و بهمن ۹۹"
    if one.year is None and one.month and two.of is not None and one.of is None:
        one = replace(one, of=two.of)
    if one.year is None and one.month and two.month and not _relative(one):
        one = replace(one, direction=two.direction)  # "between February and May of this year"
    if one.era == "" and two.era and one.year is not None and two.year is not None:
        one = replace(one, era=two.era)
    if one.day and one.month is None and two.month:
        one = replace(one, month=two.month, year=one.year or two.year)
    if two.day and two.month is None and one.month:
        two = replace(two, month=one.month, year=two.year or one.year)
    if one.meridiem == "" and two.meridiem and one.has_clock and (one.hour or 0) <= (two.hour or 0):
        one = replace(one, meridiem=two.meridiem)
    if one.century and two.century and two.era and not one.era:
        one = replace(one, era=two.era)
    return one, two


def _relative(reading: Reading) -> bool:
    return reading.shift is not None or reading.direction is not None or reading.of is not None
