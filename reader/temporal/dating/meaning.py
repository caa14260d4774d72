"""What one reading means, given the days it is counted from.

In: a `Reading` and a `Scope` (the text's present, the date said before, what the sentence tells of tense).
Out: `Found`: the moment, and what had to be assumed. Knows no language and no document.
"""

from __future__ import annotations

from contextlib import suppress

from reader.calendars.calendar import ImpossibleDateError
from reader.frozen import replace
from reader.temporal import elsewhere, moments
from reader.temporal.dating.choosing import (
    bare_weekday,
    day_beside,
    day_in_story,
    days_near,
    nearest,
    not_ahead,
    on_weekday,
)
from reader.temporal.dating.decades import decade, first_of_decade
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.dating.shifting import shifted
from reader.temporal.holidays import holiday, holiday_of, holidays
from reader.temporal.model import Domain, Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading
from reader.temporal.refining.early_years import FIRST_MODERN, goes_on

_CENTURY = 100
_LAST_MILLENNIUM = 3  # that has begun
_WITHIN_A_YEAR = {Grain.YEAR, Grain.QUARTER, Grain.HALF, Grain.SEASON, Grain.MONTH}
_DECEMBER = 12
_SHORT_YEARS = "persian"  # the calendar whose years are written with two figures
_LAST_OF_ANTIQUITY = 200  # a story that stands before this year writes "53" for the year 53
_QUARTERS = 5  # the last, -1, is the fourth
# A two-digit year lies at most this far ahead of the text's present ("le 19/07/32" in 2024 is 2032, "/71" is
# 1971).
_YEARS_AHEAD = 20
_LONG_AGO = 100  # days; "on 4 July she fell. She was kept until the 22nd", written the year after
_OUR_TIME = 2010  # where no present is known: "27.8.21" is 2021


# The list of forms, one line each; split up, their order would be hidden.
def date(reading: Reading, scope: Scope) -> Found:  # noqa: C901, PLR0911, PLR0912 - a list
    """The moment of a reading of type DATE or TIME (its day).

    Raises:
        ImpossibleDateError: the calendar has no such day.
        UnreachableError: it lies beyond the years that can be written.
    """
    if reading.unit == "W" and reading.day and reading.shift is None and reading.nth is None:
        found = date(replace(reading, unit=""), scope)  # "the week of 6 October"
        return replace(found, moment=moments.week_of(found.moment.first)) if found.moment else found
    if reading.calendar != "gregorian":
        return _other_calendar(reading, scope)
    if reading.pair is not None:
        reading = ordered(reading, scope)
    if reading.shift is not None:
        given = date(reading.of, scope).moment if reading.of is not None else None
        return shifted(reading, scope, given)
    if reading.nth is not None and (reading.unit or reading.weekday):
        return _nth(reading, scope)
    if reading.holiday:
        return _holiday(reading, scope)
    if reading.century is not None and reading.decade is not None:
        first = _CENTURY * (reading.century - 1) + reading.decade % _CENTURY
        return Found(moments.decade(first_of_decade(first, reading.era)))
    if reading.century is not None:
        whole = moments.century(reading.century, before_christ=reading.era == "bce")
        return Found(moments.share_of(whole, reading.share) if reading.share else whole)
    if reading.millennium is not None:
        told = scope.said is not None and scope.said.year <= 0  # and no fourth millennium of ours has come
        before = reading.era == "bce" or (not reading.era and (told or reading.millennium > _LAST_MILLENNIUM))
        whole = moments.millennium(reading.millennium, before_christ=before)
        return Found(moments.share_of(whole, reading.share) if reading.share else whole)
    if reading.decade is not None:
        return decade(reading, scope)
    of = reading.of
    if of is not None and of.calendar != "gregorian" and reading.day and not reading.month:
        return date(replace(of, day=reading.day, weekday=reading.weekday), scope)
    if reading.day is not None and reading.month is None and reading.of is not None:
        return _day_of_month(reading, scope)
    if reading.quarter or reading.half or reading.season:
        inside = _part_of_solar_year(reading, scope)
        if inside is not None:
            return inside
    year, assumed = _named_year(reading, scope)
    if year is not None:
        return Found(_inside_year(reading, year), assumed=assumed)
    if reading.direction is not None and reading.unit and not reading.month:
        step = replace(reading, of=None, shift=float(reading.direction), base=reading.base or "now")
        return shifted(step, scope, None)
    if reading.day is not None and reading.month is None:
        return _day_of_month(reading, scope)
    if reading.weekday is not None and reading.month is None:
        inner = date(reading.of, scope) if reading.of is not None else None
        if inner is not None and inner.moment is not None:
            day = moments.nth_weekday(inner.moment, reading.weekday, 1)
            return Found(day or inner.moment, base=inner.base, base_moment=inner.base_moment)
        return bare_weekday(reading, scope)
    if reading.month is not None or reading.season or reading.quarter or reading.half or reading.week:
        return _without_year(reading, scope)
    if reading.of is not None:
        return date(reading.of, scope)
    return _clock_only(scope)


def ordered(reading: Reading, scope: Scope) -> Reading:
    """Puts day and month in order: the one that must be, else the document's."""
    first, second = reading.pair or (0, 0)
    day_first = scope.day_first
    if first > _DECEMBER >= second:
        day_first = True
    elif second > _DECEMBER >= first:
        day_first = False
    day, month = (first, second) if day_first else (second, first)
    return replace(reading, day=day, month=month, pair=None)


def _named_year(reading: Reading, scope: Scope) -> tuple[int | None, tuple[str, ...]]:
    """The astronomical year a reading names, and what was assumed for it."""
    if reading.year is not None:
        return (1 - reading.year if _is_before_christ(reading.year, reading.era, scope) else reading.year), ()
    if reading.short_year is not None and _is_antiquity(scope):
        year = reading.short_year  # "in October 48", told after 69 BC
        return (1 - year if _is_before_christ(year, "", scope) else year), ("century",)
    if reading.short_year is not None:
        pivot = (scope.now and moments.day_of(scope.now).year) or _OUR_TIME
        said = scope.said.year if scope.said and scope.domain is Domain.NARRATIVE else None
        if said is not None and reading.day is None and reading.month is None:
            return _short_year_near(said, reading.short_year, pivot), ("century",)
        year = pivot // _CENTURY * _CENTURY + reading.short_year
        # "he died in '39", "il est né le 07/03/44"; contracts end on 31/12/39, plans in "H2'25".
        alone = not (reading.month or reading.half or reading.quarter) and scope.tense <= 0
        ahead = 0 if alone or scope.tense < 0 else _YEARS_AHEAD
        return (year - _CENTURY if year > pivot + ahead else year), ("century",)
    if reading.of is not None and not (reading.nth and reading.unit):
        inner = date(reading.of, scope).moment
        lone_weekday = reading.weekday is not None and reading.month is None and reading.day is None
        if inner is not None and inner.grain in _WITHIN_A_YEAR and not lone_weekday:
            return inner.year, ()
    return None, ()


def _part_of_solar_year(reading: Reading, scope: Scope) -> Found | None:
    """A quarter, half or season of "last year", where that is a year of the sun as Iran counts it."""
    if reading.year is not None or reading.short_year is not None:
        return None
    if reading.of is not None:
        whole = date(reading.of, scope).moment
        inside = whole is not None and whole.grain is Grain.YEAR and whole.calendar == _SHORT_YEARS
    else:
        whole, _ = scope.base(_kind(reading))
        inside = whole is not None and whole.calendar == _SHORT_YEARS and not reading.season
    if whole is None or not inside:
        return None
    return date(
        replace(reading, of=None, year=elsewhere.year_of(_SHORT_YEARS, whole.first), calendar=_SHORT_YEARS),
        scope,
    )


def _is_before_christ(year: int, era: str, scope: Scope) -> bool:
    """By its era; where that is unsaid, by the story it goes on with."""
    if era or year >= FIRST_MODERN or scope.said is None or scope.said.year > 0:
        return era == "bce"
    return goes_on(year, 1 - scope.said.year)


def _is_antiquity(scope: Scope) -> bool:
    return (
        scope.domain is Domain.NARRATIVE and scope.said is not None and scope.said.year < _LAST_OF_ANTIQUITY
    )


def _short_year_near(said: int, short: int, present: int) -> int:
    """A year of two figures in a story: the nearest to it, of those that have come."""
    options = [(said // _CENTURY + step) * _CENTURY + short for step in (-1, 0, 1)]
    come = [option for option in options if option <= max(present, said)]
    return min(come, key=lambda option: abs(option - said))


def _inside_year(reading: Reading, year: int) -> Moment:  # noqa: PLR0911 - one return per grain
    if reading.month is not None and reading.day is not None:
        return moments.day(year, reading.month, reading.day)
    if reading.month is not None:
        return moments.month(year, reading.month)
    if reading.season:
        return moments.season(year, reading.season)
    if reading.quarter is not None:
        return moments.quarter(year, reading.quarter if reading.quarter > 0 else _QUARTERS + reading.quarter)
    if reading.half is not None:
        return moments.half(year, reading.half)
    if reading.week is not None:
        return moments.week(year, reading.week)
    if reading.day is not None and reading.of is not None and reading.of.month is not None:
        return moments.day(year, reading.of.month, reading.day)
    return moments.year(year)


def _nth(reading: Reading, scope: Scope) -> Found:
    """Dates "the last week of March", "third Tuesday of September 2014"."""
    whole_of = reading.of or (replace(reading, nth=None, unit="") if reading.month is not None else None)
    if whole_of is None:
        base, name = scope.base("either")
        if base is None:
            return Found(None)
        whole = elsewhere.unit_at(base, "M" if reading.weekday or reading.unit in {"D", "W"} else "Y")
    else:
        inner = date(whole_of, scope)
        if inner.moment is None:
            return inner
        whole, base, name = inner.moment, inner.base_moment, inner.base
    nth = reading.nth or 1
    if reading.weekday:
        moment = moments.nth_weekday(whole, reading.weekday, nth)
    elif reading.count:
        moment = elsewhere.first_units(whole, reading.unit, nth * round(reading.count))
    else:
        moment = moments.nth_unit(whole, reading.unit, nth)
    return Found(moment or whole, base=name, base_moment=base)


def _holiday(reading: Reading, scope: Scope) -> Found:
    whole = reading.of
    if whole is not None and whole.calendar != "gregorian" and whole.year is not None:
        day = holiday_of(reading.holiday, whole.calendar, whole.year)
        if day is not None:
            return Found(day, calendar=whole.calendar)
    year, assumed = _named_year(reading, scope)
    if year is not None:
        return Found(holiday(reading.holiday, year) or moments.year(year), assumed=assumed)
    base, name = scope.base(_kind(reading))
    if base is None:
        return Found(None)
    options = [
        one for offset in (-1, 0, 1) for one in holidays(reading.holiday, moments.year(base.year + offset))
    ]
    found = nearest(options, base, reading, scope)
    return Found(found, assumed=("year",), base=name, base_moment=base)


def _kind(reading: Reading) -> str:
    """What a date without its year counts from: "the following spring" from then, others from either."""
    return "then" if reading.base == "then" else "either"


def _without_year(reading: Reading, scope: Scope) -> Found:
    """A date without its year: the year of the tense, of the story, or the nearest."""
    base, name = scope.base(_kind(reading))
    untold = reading.base == "then" and name == "now" and not scope.issued  # "That autumn in Kermanshah"
    if base is None or (untold and scope.domain is not Domain.SPEC):
        return Found(None, value=_yearless(reading))
    options = []
    for offset in (-1, 0, 1, 2, 3, 4):
        try:
            options.append(_inside_year(reading, base.year + offset))
        except ImpossibleDateError:
            if not (reading.month == 2 and reading.day == 29):  # noqa: PLR2004 - 29 February
                raise
        if len(options) == 3 and offset >= 1:  # noqa: PLR2004 - last year's, this year's, next year's
            break
    agreeing = on_weekday(options, reading)
    if not agreeing and name == "then" and scope.issued:
        return _without_year(reading, replace(scope, domain=Domain.NEWS))  # "Sunday 22 December" is no 1942's
    options = agreeing or options
    found = nearest(options, base, reading, scope)
    others = tuple(option for option in options if option is not found)
    return Found(found, assumed=("year",), base=name, base_moment=base, others=others)


def _yearless(reading: Reading) -> str:
    if reading.month is not None:
        return f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else "")
    return f"XXXX-{reading.season}" if reading.season else ""


def _day_of_month(reading: Reading, scope: Scope) -> Found:
    """Dates "le 23": of the month said, or of the present one and its neighbours."""
    if reading.of is not None and (inner := date(reading.of, scope).moment) is not None:
        one = elsewhere.day_in_month(inner, reading.day or 1)
        return Found(one.moment, calendar=one.calendar)
    own = reading.base == "now"  # "the 3rd of this month" is of the writer's
    (base, name), said = scope.base("present" if own else _kind(reading)), None if own else scope.said
    ahead = scope.tense > 0 and base is not None and said is not None and said.last < base.first
    month = said is not None and said.grain is Grain.MONTH and said.calendar == "gregorian"
    in_month = month and reading.weekday is None
    if said is not None and in_month and scope.quoted is None and not ahead:
        with suppress(ImpossibleDateError):  # "in November … on the 28th"
            day = moments.day(said.year, said.month, reading.day or 1)
            return Found(day, assumed=("month", "year"), base="then", base_moment=said)
    long_ago = ahead and base is not None and said is not None and base.first - said.last > _LONG_AGO
    beside = _beside(reading, scope) if long_ago or not ahead else None
    if beside is not None:
        base, name = beside, "then"
    if base is None:
        return Found(None)
    there = base.calendar == _SHORT_YEARS  # "the 20th of this month"
    if (there or (name == "then" and base.calendar != "gregorian")) and reading.weekday is None:
        beside = scope.said_beside if there and not own else None
        stands = beside if beside is not None and beside.calendar == base.calendar else base
        one = elsewhere.day_in_month(stands, reading.day or 1)  # "le 4 pluviôse … le 22"
        if stands is base and name != "then" and scope.tense < 0 and one.moment.first > base.first:
            one = elsewhere.day_in_month(elsewhere.months_on(base, -1), reading.day or 1)
        return Found(one.moment, assumed=("month",), base=name, base_moment=base, calendar=one.calendar)
    options = days_near(base, reading)
    if scope.domain is Domain.NARRATIVE or own or reading.base == "then":
        assumed = () if own else ("month",)
        return Found(day_in_story(options, base, scope), assumed=assumed, base=name, base_moment=base)
    found = day_beside(options, beside, scope) if beside else nearest(options, base, reading, scope)
    return Found(found, assumed=("month", "year"), base=name, base_moment=base)


def _beside(reading: Reading, scope: Scope) -> Moment | None:
    """The day said in the same sentence of news, or just before: "8 December is moved to the 6th"."""
    plain = reading.weekday is None and reading.direction is None and reading.base != "now"
    said = scope.said_beside
    if said is None or not plain or scope.domain is not Domain.NEWS:
        return None
    return said if said.is_day and said.calendar == "gregorian" else None


def _clock_only(scope: Scope) -> Found:
    """A clock time alone: of the day said, else of the present."""
    if scope.said_day is not None and scope.domain is not Domain.SPEC:
        return Found(
            replace(scope.said_day, clock=""), assumed=("day",), base="then", base_moment=scope.said_day
        )
    alone = scope.domain in {Domain.NARRATIVE, Domain.SPEC} and scope.time is None
    if scope.now is not None and (not alone or scope.quoted is not None):
        moment = moments.day_of(scope.now)
        return Found(moment, assumed=("day",), base="now", base_moment=moment)
    return Found(None)


def _counted_year(reading: Reading, scope: Scope) -> int | None:
    """The year in "Esfand of last year", of the calendar that names the month."""
    whole = reading.of
    if whole is None or whole.shift is None or whole.unit != "Y":
        return None
    base, _ = scope.base(whole.base or "either")
    if base is not None and whole.shift == 0 and base.calendar == "gregorian":
        return None
    return elsewhere.year_of(reading.calendar, base.first) + round(whole.shift) if base else None


def _other_calendar(reading: Reading, scope: Scope) -> Found:  # noqa: C901, PLR0911 - one return per form
    """A date of another calendar, as days of ours; without its year, the one the text stands near."""
    if reading.holiday and reading.year:
        feast = holiday_of(reading.holiday, reading.calendar, reading.year)
        days = elsewhere.dated(Reading(calendar=reading.calendar), reading.year).moment
        return Found(feast or days, calendar=reading.calendar)
    if reading.century is not None:
        one = elsewhere.century(reading.calendar, reading.century, reading.share)
        return Found(one.moment, calendar=one.calendar)
    if reading.decade is not None and reading.decade >= elsewhere.OURS_FROM:
        return Found(moments.decade(reading.decade))
    if reading.decade is not None:
        one = elsewhere.decade(
            reading.calendar, reading.decade, None if scope.now is None else moments.day_of(scope.now)
        )
        return Found(one.moment, calendar=one.calendar)
    if reading.short_year is not None:
        year = reading.short_year  # "10 Muharram 61" is of the year 61; "22 Bahman 57" is of our time
        if reading.calendar == _SHORT_YEARS:
            year = elsewhere.full_year(reading.calendar, year, *scope.base("now"))
        found = date(replace(reading, year=year, short_year=None), scope)
        return replace(found, assumed=("century",))
    if reading.year is not None:
        one = elsewhere.dated(reading, reading.year)
        return Found(elsewhere.by_weekday(one, reading.weekday), calendar=one.calendar, original=one.original)
    said, name = scope.base(reading.base or "either")
    if (counted := _counted_year(reading, scope)) is not None:
        return date(replace(reading, of=None, year=counted), scope)
    whole = date(reading.of, scope).moment if reading.of is not None else None
    base = whole or said
    if base is None or reading.month is None:
        return Found(None)
    options = {option.moment: option for option in elsewhere.near(reading, base)}
    inside = [option for option in options if option.first <= base.last and option.last >= base.first]
    told = scope.domain is Domain.NARRATIVE or reading.base == "then"  # "summer 1396 … Azar of that year"
    if whole is not None or (told and reading.direction is None):
        # A story stays in its year, and that is the year of the calendar it tells in.
        moment = inside[0] if inside else list(options)[len(options) // 2]
        moment = moment if whole is not None else not_ahead(moment, list(options), scope)
    else:
        moment = nearest(list(options), base, reading, scope) or next(iter(options))
    one = options[moment]
    return Found(
        moment, assumed=("year",), base=name, base_moment=base, calendar=one.calendar, original=one.original
    )
