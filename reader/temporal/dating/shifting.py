"""So many units before or after: "trois jours plus tard", "last week", "in half an hour".

In: a reading with `shift` and `unit`, and a scope. Out: what it means. Weeks and days counted from a day give
a day, months and years a month and a year, as TIMEX3 has it; a short command ("in 3 months") means the day.
"""

from __future__ import annotations

from reader.calendars import gregorian
from reader.frozen import replace
from reader.temporal import elsewhere, moments
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.model import Domain, Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

# "the next day" may count from a week at most, whose last day is then meant.
_WEEK = 7
_SATURDAY = 6
_LONGEST_DAY_ANCHOR = 7
_CLOCK_UNITS = {"H": 3600, "MIN": 60, "SEC": 1}
_DAY_SECONDS = 86400
_YEARS = {"DE": 10, "CE": 100}
_LONGEST_YEAR = 366  # days
_LONGEST_MONTH = 31

_CENTURY = 100
_AGES = 1000  # years: so many before a story nobody counts
_SAME_STORY = 10  # years; the last day told lies farther off in another story


def shifted(reading: Reading, scope: Scope, given: Moment | None) -> Found:
    """So many units from now, from then or from another date.

    Args:
        reading: with `shift` and `unit`.
        scope: what it is counted from.
        given: the moment of `reading.of`, where it has one.
    """
    if reading.base == "tense":
        # Hindi has one word for yesterday and tomorrow: the verb tells.
        shift = -(reading.shift or 0.0) if scope.tense < 0 else reading.shift
        reading = replace(reading, base="now", shift=shift)
    if reading.of is not None:
        base, name = given, "given"
    else:
        # "today" is the writer's day even in a story; "last year" there is the story's.
        today = reading.base == "now" and reading.unit == "D"
        story = scope.domain is Domain.NARRATIVE and scope.quoted is None and not scope.issued
        if today and not reading.shift and story:
            return Found(None, value="PRESENT_REF")  # "today Slovenia": these days, not the day of writing
        kind = "present" if today or (story and _counts_ages(reading)) else reading.base
        base, name = _base(reading, scope, kind)
    if base is None:
        return Found(None)
    size, unit = _unit_counted(reading, base)
    if unit in {"D", "WE"} and base.last - base.first > _LONGEST_DAY_ANCHOR:
        return Found(None)  # nothing becomes 1 January because only a year was said
    count = (reading.shift or _coming_weekend(reading, base, scope)) * size
    if base.grain is Grain.CENTURY and _counts_centuries(reading):
        years = count * _YEARS.get(unit, 1)
        return Found(_years_on(base, years), base=name, base_moment=base)
    if unit in _CLOCK_UNITS:
        return _clock_shift(scope, base, name, round(count * _CLOCK_UNITS[unit]))
    moment = _moved_on(reading, scope, base, count, unit, told=name == "then")
    return Found(None) if _lies_ahead(reading, scope, moment) else Found(moment, base=name, base_moment=base)


def _moved_on(reading: Reading, scope: Scope, base: Moment, count: float, unit: str, *, told: bool) -> Moment:
    """What lies so many units on from a moment; `told`: the text has told of it."""
    extra = [(amount * unit_of(code)[0], unit_of(code)[1]) for amount, code in reading.lengths]
    sign = -1 if count < 0 else 1
    number = moved(_counted_from(base, count, unit), count, unit)
    for amount, code in extra:
        number = moved(number, sign * amount, code)
    exact = unit in {"D", ""} or (
        scope.domain is Domain.SPEC and abs(count) > 0 and reading.count is not None
    )
    exact = exact or any(code == "D" for _, code in extra)
    finest = extra[-1][1] if extra else _finest(unit, count, base)
    if unit == "W" and reading.count is not None and base.is_day:
        exact = True
    moment = _landed(base, number, finest if count else unit, exact=exact)
    moment = _as_there(moment, base, round(count), scope, number, told=told)
    if reading.weekday is not None and base.is_day:
        weekday = _with_weekday(reading, number, base.first, unit, scope.week_begins)
        return moments.day_of(weekday)
    return moment


def _counts_ages(reading: Reading) -> bool:
    """Whether a round count leads back from our own times: "two thousand years ago" in any story."""
    years = (reading.shift or 0) * {"Y": 1, "DE": 10, "CE": _CENTURY}.get(reading.unit, 0)
    return reading.base == "now" and years <= -_AGES and years % _CENTURY == 0


def _lies_ahead(reading: Reading, scope: Scope, moment: Moment) -> bool:
    """Whether what is told as past would be to come: "it reopened on Monday, after twenty years"."""
    told = reading.base == "later" and scope.tense < 0 and scope.issued
    return told and scope.present is not None and moment.first > scope.present


def _finest(unit: str, count: float, base: Moment) -> str:
    """The unit a count ends in: half a year after a day or a month is a month."""
    is_half_a_year = unit == "Y" and 0 < abs(count) < 1
    return "M" if is_half_a_year and base.last - base.first <= _LONGEST_MONTH else unit


def _looks_back(scope: Scope) -> bool:
    return scope.tense < 0 and scope.domain is not Domain.SPEC


def _coming_weekend(reading: Reading, base: Moment, scope: Scope) -> float:
    """So many weekends on is "the coming weekend": none in the week, but on a Saturday the next."""
    if reading.unit == "WE" and reading.direction is None and reading.base == "now" and _looks_back(scope):
        return -float(gregorian.weekday(base.first) < _SATURDAY)  # "they celebrated at the weekend"
    if reading.unit != "WE" or reading.direction != 1:
        return 0.0
    return float(gregorian.weekday(base.first) >= _SATURDAY or scope.domain is Domain.SPEC)


def _base(reading: Reading, scope: Scope, kind: str) -> tuple[Moment | None, str]:
    """What is counted from: the day told last where a year was said since ("a 2012 model … the next day")."""
    if kind == "present" and scope.present is None and _counts_ages(reading):
        return None, ""
    base, name = scope.base(kind or "either")
    if reading.unit == "CE" and not reading.shift and (century := _century_told(scope)) is not None:
        return century, "then"
    if name == "then" and scope.century is not None and _counts_centuries(reading):
        return scope.century, "then"  # "in the 5th century; two centuries later it was walled"
    if kind == "then" and scope.said is None and scope.domain is not Domain.SPEC:
        return None, ""  # "reopens after ten years": nothing was told that it counts from
    day = scope.said_day
    if name != "then" or base is None or day is None or reading.unit != "D":
        return base, name
    is_long = base.last - base.first > _LONGEST_DAY_ANCHOR
    return (day if is_long and abs(day.year - base.year) <= _SAME_STORY else base), name


def _century_told(scope: Scope) -> Moment | None:
    """The century a text has just told of: "in the 18th century it throve; at the century's end …"."""
    beside = scope.said_beside
    if scope.century is not None or beside is None or scope.now is None:
        return scope.century
    return beside if beside.year // _CENTURY < moments.day_of(scope.now).year // _CENTURY else None


def _counted_from(base: Moment, count: float, unit: str) -> int:
    """The end of a moment that a count starts from; years follow a year whatever month it begins in."""
    # The year after the winter of 137 is 136, though that winter ended in it.
    whole = unit == "Y" and base.grain in {Grain.YEAR, Grain.SEASON}
    ahead = count > 0 and not base.is_day and not whole
    return base.last if ahead else base.first


def _unit_counted(reading: Reading, base: Moment) -> tuple[float, str]:
    """The unit and how much of it one is; "two decades later" than 1931 counts years."""
    size, unit = unit_of(reading.unit)
    if unit in _YEARS and reading.count is not None and base.last - base.first < _LONGEST_YEAR:
        return size * _YEARS[unit], "Y"
    return size, unit


def _counts_centuries(reading: Reading) -> bool:
    """Whether it counts by centuries: "half a century later", "two hundred years later"."""
    years = abs(reading.shift or 0)
    return reading.unit == "CE" or (reading.unit == "Y" and years >= _CENTURY and years % _CENTURY == 0)


def _years_on(base: Moment, years: float) -> Moment:
    """A century, or the part of it that was told, so many years on: both its ends are moved."""
    first, last = (moved(number, years, "Y") for number in (base.first, base.last + 1))
    moment = moments.unit_at(first, "CE")
    return replace(moment, first=first, last=last - 1)


def _landed(base: Moment, number: int, unit: str, *, exact: bool) -> Moment:
    """The stretch a shift from `base` to a day ends in."""
    if base.first <= number <= base.last and base.grain is moments.UNIT_GRAIN.get(unit):
        return replace(base, clock="")  # "the same year" is the year said, in whatever calendar
    if (exact and base.grain is not Grain.YEAR) or (base.is_day and unit in {"D", ""}):
        return moments.day_of(number)
    return moments.unit_at(number, unit)


def _as_there(moment: Moment, base: Moment, count: int, scope: Scope, number: int, *, told: bool) -> Moment:
    """A year as the base's calendar counts it, a week as the text's language begins it."""
    kept = base.calendar in (elsewhere.TOLD_IN if told else elsewhere.SOLAR)
    if kept and moment.grain is Grain.YEAR:
        return elsewhere.years_on(base, count)
    if kept and moment.is_day:
        return replace(moment, calendar=base.calendar)
    if kept and moment.grain is Grain.MONTH:
        return elsewhere.months_on(base, count)
    if moment.grain is Grain.WEEK and scope.week_begins != 1:
        return moments.week_of(number, scope.week_begins)
    return moment


def _with_weekday(reading: Reading, number: int, start: int, unit: str, week_begins: int) -> int:
    """The day of a weekday said beside a shift from `start` to `number`."""
    weekday = reading.weekday or 1
    if reading.base == "given":  # "the Tuesday after 3 May"
        ahead = (weekday - gregorian.weekday(number)) % _WEEK
        return number + ahead if number > start else number - (_WEEK - ahead) % _WEEK
    if unit == "W":
        week = moments.week_of(number, week_begins)
        return week.first + (weekday - week_begins) % _WEEK  # "Tuesday of last week"
    if abs(number - start) >= _WEEK:
        # "mardi en huit": the coming Tuesday, and so many days more.
        return number + (weekday - gregorian.weekday(start)) % _WEEK
    # "yesterday, Tuesday": the weekday is surer than the day the text was dated, but no past lies ahead.
    day = number + (weekday - gregorian.weekday(number) + 3) % _WEEK - 3
    wrong_side = day > start > number or day < start < number
    return day + (_WEEK if day < start else -_WEEK) if wrong_side else day


def moved(number: int, count: float, unit: str) -> int:
    """The day so many units later; part of a unit in the next smaller one."""
    whole = int(count)
    number = moments.shifted(number, whole, unit)
    rest = count - whole
    if rest and unit in {"Y", "DE", "CE", "M", "W"}:
        smaller = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}[unit]
        number = moments.shifted(number, round(rest * smaller[1]), smaller[0])
    return number


def _clock_shift(scope: Scope, base: Moment, name: str, seconds: int) -> Found:
    """Dates "two hours later": a time of day where the base has one, else the base's day."""
    start = clock_seconds(base.clock) if base.clock else (scope.time if name == "now" else None)
    if start is None and scope.domain is Domain.SPEC:
        start = 0  # a command's day without its hour begins at midnight
    if start is None:
        return Found(replace(base, clock=""), base=name, base_moment=base, assumed=("time",))
    total = start + seconds
    found = moments.day_of(base.first + total // _DAY_SECONDS)
    return Found(replace(found, clock=clock_text(total % _DAY_SECONDS)), base=name, base_moment=base)


def unit_of(code: str) -> tuple[float, str]:
    """A unit that counts several of another: "2W" (fortnight) is (2, "W"); "12H" likewise."""
    digits = code.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (float(digits) if digits else 1.0), code[len(digits) :]


def clock_seconds(clock: str) -> int | None:
    """Seconds of the day of "T09:30"; None for a part of day."""
    parts = clock.removeprefix("T").split(":")
    if not all(part.isdigit() for part in parts):
        return None
    return sum(int(part) * size for part, size in zip(parts, (3600, 60, 1), strict=False))


def clock_text(seconds: int) -> str:
    """The clock "T09:30" of seconds of the day."""
    text = f"T{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    return text + (f":{seconds % 60:02d}" if seconds % 60 else "")
