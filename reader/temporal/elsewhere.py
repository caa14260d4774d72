"""Dates of other calendars as days of ours: Hijri, Persian, Hebrew, Coptic, Republican.

In: a `Reading` of another calendar, its year, or the days it stands near. Out: `Elsewhere`, its moment in our
days with the date as its own calendar writes it. Where a calendar's table ends, the one that carries on for
it counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.calendars import gregorian, registry
from reader.calendars.calendar import Calendar, ImpossibleDateError, month_days, year_days
from reader.temporal import moments
from reader.temporal.model import Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

_CENTURY = 100
# Calendars whose years a text goes on counting in; the moon's drift against the seasons it tells of.
SOLAR = frozenset({"persian"})
# What a story goes on counting in, though the moon's months are no seasons.
TOLD_IN = SOLAR | {"islamic-umalqura", "islamic-civil"}
_MONTHS_BEFORE = {"SP": 0, "SU": 3, "FA": 6, "WI": 9}
# No calendar but ours has reached this year ("دهه ۱۹۷۰" in a Persian text is ours).
OURS_FROM = 1500
# The century of a decade in a text without a present: the Persian and Hijri years of our time.
_LAST_KNOWN = 1400
_MONTHS = 12  # of the solar calendars that years and months are counted on in
# From 1976 to 1978 Iran counted its solar years from Cyrus on: 2535 was 1355; people tell of more of them.
YEARS_FROM_CYRUS = range(2500, 2560)
_IMPERIAL, _FIRST_IMPERIAL, _SINCE_CYRUS = "persian", 2400, 1180
_HALF, _QUARTER = 6, 3  # months
_FIRST_SHORT = 1300  # nobody writes "57" for 1257; the solar years began in 1304
_YEARS_AHEAD = 10  # "22/11/57" said in 1402 is of 1357, "1/1/05" of 1405


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A date of another calendar.

    Attributes:
        moment: its days.
        calendar: key of the calendar that counted it.
        original: as that calendar writes it, "1447-02-25"; "" for a century.
    """

    moment: Moment
    calendar: str
    original: str


def dated(reading: Reading, year: int) -> Elsewhere:
    """The date a reading names in a year of its calendar; a day below 0 counts from the end of its month.

    Raises:
        ImpossibleDateError: the calendar has no such day.
    """
    if year >= _FIRST_IMPERIAL and reading.calendar == _IMPERIAL:
        year -= _SINCE_CYRUS
    calendar = registry.calendar_for(reading.calendar, year)
    if reading.season:
        # Solar calendars whose year begins in spring, as the Persian does: three months a season.
        opening = _MONTHS_BEFORE[reading.season] + 1
        first, last = month_days(calendar, year, opening)[0], month_days(calendar, year, opening + 2)[1]
        named = moments.season(moments.day_of(first).year, reading.season)
        return Elsewhere(
            Moment(Grain.SEASON, named.value, first, last, calendar=calendar.key), calendar.key, f"{year:04d}"
        )
    if reading.half or reading.quarter:
        size, nth = (_HALF, reading.half) if reading.half else (_QUARTER, reading.quarter)
        closing = size * nth if nth and nth > 0 else _MONTHS + size * ((nth or -1) + 1)  # "the last quarter"
        start = month_days(calendar, year, closing - size + 1)[0]
        months = _moment(Grain.MONTH, start, month_days(calendar, year, closing)[1], calendar.key)
        return Elsewhere(months, calendar.key, f"{year:04d}")
    if reading.nth and reading.count:
        whole = _moment(Grain.YEAR, *year_days(calendar, year), calendar.key)
        part = first_units(whole, reading.unit, reading.nth * round(reading.count))
        return Elsewhere(part or whole, calendar.key, f"{year:04d}")
    if reading.month is None:
        return Elsewhere(
            _moment(Grain.YEAR, *year_days(calendar, year), calendar.key), calendar.key, f"{year:04d}"
        )
    month = reading.month
    if reading.day is None:
        days = month_days(calendar, year, month)
        return Elsewhere(_moment(Grain.MONTH, *days, calendar.key), calendar.key, f"{year:04d}-{month:02d}")
    day = reading.day if reading.day > 0 else calendar.days_in_month(year, month) + 1 + reading.day
    number = calendar.to_day_number(year, month, day)
    return Elsewhere(
        _moment(Grain.DAY, number, number, calendar.key), calendar.key, f"{year:04d}-{month:02d}-{day:02d}"
    )


def by_weekday(date: Elsewhere, weekday: int | None) -> Moment:
    """The day meant, where the writer's moon was seen a day sooner or later and the weekday tells.

    Args:
        date: the day as the calendar reckons it.
        weekday: said beside it (1 is Monday), None where unsaid.
    """
    moment = date.moment
    if weekday is None or not moment.is_day:
        return moment
    ahead = (weekday - gregorian.weekday(moment.first) + 3) % 7 - 3
    leeway = registry.by_key(date.calendar).uncertainty_days
    return moments.day_of(moment.first + ahead) if abs(ahead) <= leeway else moment


def century(key: str, number: int, share: str = "") -> Elsewhere:
    """A century of another calendar, or a share of it: the third of the Hijra is 201–300, "1/2" 201–250."""
    part, _, of = (share or "1/1").partition("/")
    start, end = (_CENTURY * (number - 1) + round(_CENTURY * (int(part) - back) / int(of)) for back in (1, 0))
    opening, closing = registry.calendar_for(key, start + 1), registry.calendar_for(key, end)
    first, _ = year_days(opening, start + 1)
    _, last = year_days(closing, end)
    value = f"{moments.day_of(first).value[:4]}/{moments.day_of(last).value[:4]}"
    return Elsewhere(Moment(Grain.CENTURY, value, first, last), opening.key, "")


def decade(key: str, first: int, base: Moment | None) -> Elsewhere:
    """Ten years of another calendar from one that ends in 0; of two digits, the last that has begun."""
    if first < _CENTURY:
        here = year_of(key, base.first) if base else _LAST_KNOWN
        first += (here if first <= here % _CENTURY else here - _CENTURY) // _CENTURY * _CENTURY
    start, _ = year_days(registry.calendar_for(key, first), first)
    _, end = year_days(registry.calendar_for(key, first + 9), first + 9)
    value = f"{moments.day_of(start).value[:4]}/{moments.day_of(end).value[:4]}"
    return Elsewhere(Moment(Grain.DECADE, value, start, end), key, "")


def day_in_month(base: Moment, day: int) -> Elsewhere:
    """A day of the month in which another lies, both of the calendar that named the latter."""
    calendar = registry.by_key(base.calendar)
    year, month, _ = calendar.from_day_number(base.first)
    return dated(Reading(calendar=base.calendar, month=month, day=day), year)


def years_on(base: Moment, count: int) -> Moment:
    """The year so many years after the one of a day, both of the calendar that named the day."""
    return dated(Reading(calendar=base.calendar), year_of(base.calendar, base.first) + count).moment


def months_on(base: Moment, count: int) -> Moment:
    """The month so many months after the one that a moment lies in, both of the calendar that named it."""
    calendar = registry.by_key(base.calendar)
    year, month, _ = calendar.from_day_number(base.first)
    months = year * _MONTHS + month - 1 + count
    return dated(Reading(calendar=base.calendar, month=months % _MONTHS + 1), months // _MONTHS).moment


def unit_at(base: Moment, unit: str) -> Moment:
    """The month or year that holds a day, of the calendar that named the day where that is solar."""
    if base.calendar not in SOLAR:
        return moments.unit_at(base.first, unit)
    return years_on(base, 0) if unit == "Y" else months_on(base, 0)


def first_units(whole: Moment, unit: str, count: int) -> Moment | None:
    """So many units from where a stretch begins, or before its end where negative: "its first nine months".

    None where it has fewer.
    """
    if unit == "M" and whole.calendar in SOLAR and whole.grain is Grain.YEAR:
        named = Reading(calendar=whole.calendar, month=1 if count > 0 else _MONTHS)
        edge = dated(named, year_of(whole.calendar, whole.first)).moment
        inner = months_on(edge, count - 1 if count > 0 else count + 1)
        first, last = min(edge.first, inner.first), max(edge.last, inner.last)
    elif count > 0:
        first, last = whole.first, moments.shifted(whole.first, count, unit) - 1
    else:
        first, last = moments.shifted(whole.last + 1, count, unit), whole.last
    if not whole.first <= first <= last <= whole.last:
        return None
    grain = moments.UNIT_GRAIN.get(unit, Grain.DAY)
    return _moment(grain if first < last else Grain.DAY, first, last, whole.calendar)


def full_year(key: str, short: int, base: Moment | None, name: str) -> int:
    """The year of a calendar whose last two figures are said: the last that has begun, or nearly so.

    Args:
        key: the calendar's.
        short: the two figures.
        base: what is counted from.
        name: what that is: "then" in a story, which goes on to the nearest such year.
    """
    here = year_of(key, base.first) if base else _LAST_KNOWN
    year = here // _CENTURY * _CENTURY + short
    if name == "then":
        nearby = [max(year + step, _FIRST_SHORT + short) for step in (-_CENTURY, 0, _CENTURY)]
        return min(nearby, key=lambda one: abs(one - here))
    return year - _CENTURY if year > here + _YEARS_AHEAD else year


def near(reading: Reading, base: Moment) -> list[Elsewhere]:
    """A date without its year: in the calendar's year before the base, in the same and in the next."""
    here = year_of(reading.calendar, base.first)
    options = []
    for year in (here - 1, here, here + 1):
        try:
            options.append(dated(reading, year))
        except ImpossibleDateError:
            continue
    return options


def year_of(key: str, day: int) -> int:
    """The year of another calendar in which a day lies.

    Raises:
        ImpossibleDateError: it lies before the calendar begins.
    """
    calendar: Calendar = registry.by_key(key)
    try:
        return calendar.from_day_number(day)[0]
    except ImpossibleDateError:
        if not calendar.beyond:
            raise
        return registry.by_key(calendar.beyond).from_day_number(day)[0]


def _moment(grain: Grain, first: int, last: int, calendar: str) -> Moment:
    value = moments.day_of(first).value
    value = value if first == last else f"{value}/{moments.day_of(last).value}"
    return Moment(grain, value, first, last, calendar=calendar)
