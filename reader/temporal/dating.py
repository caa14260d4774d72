"""What one reading means, given the days it is counted from.

In: a `Reading` and a `Scope` (the text's present, the date said before, what the sentence tells of tense).
Out: `Found`: the moment, and what had to be assumed. Knows no language and no document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import elsewhere, moments
from reader.temporal.holidays import holiday
from reader.temporal.model import Domain, Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

_CENTURY = 100
_DECEMBER = 12
# A two-digit year lies at most this far ahead of the text's present ("le 19/07/32" in 2024 is 2032, "/71" is 1971).
_YEARS_AHEAD = 20
# "the next day" may count from a week at most, whose last day is then meant.
_LONGEST_DAY_ANCHOR = 7
# In WikiWars (en, de) a month that lies more than this before the date said belongs to the next year.
# A date against the tense of its sentence must be this many times nearer to be meant (MEANTIME, French TimeBank).
_AGAINST_TENSE = 3
_FAR_BACK = 200
_MONTH_DAYS = 32
_CLOCK_UNITS = {"H": 3600, "MIN": 60, "SEC": 1}
_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Scope:
    """What a reading is counted from.

    Attributes:
        present: the day of the text's present, None where unknown.
        said: the moment said before, None at the beginning.
        said_day: the last moment said that was one day.
        quoted: the day of the citation that closes the quotation, None outside.
        domain: how relative words count.
        tense: -1 past, 1 future, 0 unsaid.
        day_first: whether "3/4" is 3 April.
        time: the clock of the present, seconds of the day (specs only).
    """

    present: int | None
    said: Moment | None
    said_day: Moment | None
    quoted: int | None
    domain: Domain
    tense: int
    day_first: bool
    time: int | None = None

    @property
    def now(self) -> int | None:
        """The day that "today" is."""
        if self.quoted is not None:
            return self.quoted
        return self.present

    def base(self, kind: str) -> tuple[Moment | None, str]:
        """The moment to count from and its name: "now", "then" or "citation"."""
        if self.quoted is not None and kind != "then":
            return moments.day_of(self.quoted), "citation"
        present = moments.day_of(self.present) if self.present is not None else None
        narrative = self.domain is Domain.NARRATIVE
        if self.said is not None and (kind == "then" or (narrative and kind != "present")):
            return self.said, "then"
        if present is not None:
            return present, "now"
        return self.said, "then"


@dataclass(frozen=True, slots=True)
class Found:
    """A dated reading.

    Attributes:
        moment: when; None where nothing says it.
        value: TIMEX3, when it is not the moment's own (durations, sets, references, "XXXX-06").
        assumed: names of what the text did not say.
        base: what it was counted from: "now", "then", "citation" or "".
        base_moment: that moment.
        calendar, original: of a date in another calendar.
        doubt: key of the sentence that says what does not fit.
        others: moments that were weighed.
    """

    moment: Moment | None
    value: str = ""
    assumed: tuple[str, ...] = ()
    base: str = ""
    base_moment: Moment | None = None
    calendar: str = "gregorian"
    original: str = ""
    doubt: str = ""
    others: tuple[Moment, ...] = ()


def date(reading: Reading, scope: Scope) -> Found:  # noqa: C901, PLR0911, PLR0912 - the list of forms, one line each
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
        reading = _ordered(reading, scope)
    if reading.shift is not None:
        return _shifted(reading, scope)
    if reading.nth is not None and (reading.unit or reading.weekday):
        return _nth(reading, scope)
    if reading.holiday:
        return _holiday(reading, scope)
    if reading.century is not None and reading.decade is not None:
        return Found(moments.decade(_CENTURY * (reading.century - 1) + reading.decade % _CENTURY))
    if reading.century is not None:
        return Found(moments.century(reading.century, before_christ=reading.era == "bce"))
    if reading.millennium is not None:
        return Found(moments.millennium(reading.millennium, before_christ=reading.era == "bce"))
    if reading.decade is not None:
        return _decade(reading, scope)
    if reading.day is not None and reading.month is None and reading.of is not None:
        return _day_of_month(reading, scope)
    year, assumed = _named_year(reading, scope)
    if year is not None:
        return Found(_inside_year(reading, year), assumed=assumed)
    if reading.direction is not None and reading.unit and not reading.month:
        return _shifted(replace(reading, shift=float(reading.direction), base=reading.base or "now"), scope)
    if reading.day is not None and reading.month is None:
        return _day_of_month(reading, scope)
    if reading.weekday is not None and reading.month is None:
        return _weekday(reading, scope)
    if reading.month is not None or reading.season or reading.quarter or reading.half or reading.week:
        return _without_year(reading, scope)
    if reading.of is not None:
        return date(reading.of, scope)
    return _clock_only(scope)


def _ordered(reading: Reading, scope: Scope) -> Reading:
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
        return (1 - reading.year if reading.era == "bce" else reading.year), ()
    if reading.short_year is not None:
        pivot = (scope.now and moments.day_of(scope.now).year) or 2000
        said = scope.said.year if scope.said and scope.domain is Domain.NARRATIVE else None
        if said is not None and reading.day is None and reading.month is None:
            return said // _CENTURY * _CENTURY + reading.short_year, ("century",)
        year = pivot // _CENTURY * _CENTURY + reading.short_year
        return (year - _CENTURY if year > pivot + _YEARS_AHEAD else year), ("century",)
    if reading.of is not None and not (reading.nth and reading.unit):
        inner = date(reading.of, scope).moment
        if inner is not None and inner.grain in {Grain.YEAR, Grain.QUARTER, Grain.HALF, Grain.SEASON, Grain.MONTH}:
            if reading.weekday is None or reading.month is not None or reading.day is not None:
                return inner.year, ()
    return None, ()


def _inside_year(reading: Reading, year: int) -> Moment:  # noqa: PLR0911 - one return per grain
    if reading.month is not None and reading.day is not None:
        return moments.day(year, reading.month, reading.day)
    if reading.month is not None:
        return moments.month(year, reading.month)
    if reading.season:
        return moments.season(year, reading.season)
    if reading.quarter is not None:
        return moments.quarter(year, reading.quarter)
    if reading.half is not None:
        return moments.half(year, reading.half)
    if reading.week is not None:
        return moments.week(year, reading.week)
    if reading.day is not None and reading.of is not None and reading.of.month is not None:
        return moments.day(year, reading.of.month, reading.day)
    return moments.year(year)


def _decade(reading: Reading, scope: Scope) -> Found:
    decade = reading.decade or 0
    if decade >= _CENTURY or reading.era == "bce":
        return Found(moments.decade(1 - decade - 10 if reading.era == "bce" else decade))
    base, name = scope.base("either")
    reference = base.year if base else 1999
    if reading.direction is not None:
        century = (reference // _CENTURY + reading.direction) * _CENTURY  # "in the nineties of the last century"
    else:
        century = (reference if decade <= reference % _CENTURY else reference - _CENTURY) // _CENTURY * _CENTURY
    return Found(moments.decade(century + decade), assumed=("century",), base=name, base_moment=base)


def _shifted(reading: Reading, scope: Scope) -> Found:
    """So many units from now, from then or from another date."""
    if reading.of is not None:
        inner = date(reading.of, scope)
        base, name = inner.moment, "given"
    else:
        # "today" is the writer's day even in a story; "last year" there is the story's.
        kind = "present" if reading.base == "now" and reading.unit == "D" else reading.base
        base, name = scope.base(kind or "either")
    if base is None:
        return Found(None)
    size, unit = unit_of(reading.unit)
    if unit in {"D", "WE"} and base.last - base.first > _LONGEST_DAY_ANCHOR:
        return Found(None)  # nothing becomes 1 January because only a year was said
    count = (reading.shift or 0.0) * size
    if unit in _CLOCK_UNITS:
        return _clock_shift(reading, scope, base, name, round(count * _CLOCK_UNITS[unit]))
    extra = [(amount * unit_of(code)[0], unit_of(code)[1]) for amount, code in reading.lengths]
    sign = -1 if count < 0 else 1
    number = base.first if count <= 0 or base.is_day else base.last
    number = _moved(number, count, unit)
    for amount, code in extra:
        number = _moved(number, sign * amount, code)
    exact = unit in {"D", ""} or (scope.domain is Domain.SPEC and abs(count) > 0 and reading.count is not None)
    exact = exact or any(code == "D" for _, code in extra)
    finest = extra[-1][1] if extra else unit
    if unit == "W" and reading.count is not None and base.is_day:
        exact = True
    if (exact and base.grain is not Grain.YEAR) or (base.is_day and finest in {"D", ""}):
        moment = moments.day_of(number)
    else:
        moment = moments.unit_at(number, finest)
    if reading.weekday is not None and base.is_day:
        # "mardi en huit": the coming Tuesday, and so many days more.
        moment = moments.day_of(number + (reading.weekday - gregorian.weekday(base.first)) % 7)
    return Found(moment, base=name, base_moment=base)


def _moved(number: int, count: float, unit: str) -> int:
    whole = int(count)
    number = moments.shifted(number, whole, unit)
    rest = count - whole
    if rest and unit in {"Y", "DE", "CE", "M", "W"}:
        smaller = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}[unit]
        number = moments.shifted(number, round(rest * smaller[1]), smaller[0])
    return number


def _clock_shift(reading: Reading, scope: Scope, base: Moment, name: str, seconds: int) -> Found:
    """"two hours later": a time of day where the base has one, else the base's day."""
    del reading
    start = clock_seconds(base.clock) if base.clock else (scope.time if name == "now" else None)
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
    """ "T09:30" of seconds of the day."""
    text = f"T{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    return text + (f":{seconds % 60:02d}" if seconds % 60 else "")


def _nth(reading: Reading, scope: Scope) -> Found:
    """ "the last week of March", "third Tuesday of September 2014"."""
    if reading.of is None:
        base, name = scope.base("either")
        if base is None:
            return Found(None)
        whole = moments.unit_at(base.first, "M" if reading.weekday or reading.unit in {"D", "W"} else "Y")
    else:
        inner = date(reading.of, scope)
        if inner.moment is None:
            return inner
        whole, base, name = inner.moment, inner.base_moment, inner.base
    nth = reading.nth or 1
    if reading.weekday:
        moment = moments.nth_weekday(whole, reading.weekday, nth)
    else:
        moment = moments.nth_unit(whole, unit_of(reading.unit)[1], nth)
    return Found(moment or whole, base=name, base_moment=base)


def _holiday(reading: Reading, scope: Scope) -> Found:
    year, assumed = _named_year(reading, scope)
    if year is not None:
        return Found(holiday(reading.holiday, year) or moments.year(year), assumed=assumed)
    base, name = scope.base("either")
    if base is None:
        return Found(None)
    options = [found for offset in (-1, 0, 1) if (found := holiday(reading.holiday, base.year + offset))]
    found = _nearest(options, base, reading, scope)
    return Found(found, assumed=("year",), base=name, base_moment=base)


def _without_year(reading: Reading, scope: Scope) -> Found:
    """A date without its year: the year of the tense, of the story, or the nearest."""
    base, name = scope.base("either")
    if base is None:
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
    if reading.weekday is not None and reading.day is not None:
        options = [option for option in options if gregorian.weekday(option.first) == reading.weekday] or options
    found = _nearest(options, base, reading, scope)
    others = tuple(option for option in options if option is not found)
    return Found(found, assumed=("year",), base=name, base_moment=base, others=others)


def _yearless(reading: Reading) -> str:
    if reading.month is not None:
        return f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else "")
    return f"XXXX-{reading.season}" if reading.season else ""


def _nearest(options: list[Moment], base: Moment, reading: Reading, scope: Scope) -> Moment | None:
    """Of last year's, this year's and next year's, the one meant."""
    if not options:
        return None
    future = [option for option in options if option.last >= base.first]
    tense = scope.tense
    if reading.direction is not None:
        if reading.direction == 0:
            return next((option for option in options if option.year == base.year), options[0])
        strict_past = [option for option in options if option.last < base.first]
        strict_future = [option for option in options if option.first > base.last]
        chosen = strict_past[-1:] if reading.direction < 0 else strict_future[:1]
        return chosen[0] if chosen else options[0]
    if scope.domain is Domain.SPEC:
        return future[0] if future else options[-1]
    if scope.domain is Domain.NARRATIVE:
        return _next_in_story(options, base)
    middle = (base.first + base.last) / 2

    def distance(option: Moment) -> float:
        away = (option.first + option.last) / 2 - middle
        against = tense * away < 0 and not option.first <= middle <= option.last
        return abs(away) * (_AGAINST_TENSE if against else 1)

    return min(options, key=distance)


def _next_in_story(options: list[Moment], base: Moment) -> Moment:
    """A story goes on: the year said, or the next where that would lead far back ("in November … in March")."""
    same = [option for option in options if option.year == base.year] or options[:1]
    later = [option for option in options if option.year == base.year + 1]
    if later and base.last - base.first < _MONTH_DAYS and base.first - same[0].last > _FAR_BACK:
        return later[0]
    return same[0]


def _day_of_month(reading: Reading, scope: Scope) -> Found:
    """ "le 23": of the month said, or of the present one and its neighbours."""
    if reading.of is not None and (inner := date(reading.of, scope).moment) is not None:
        return Found(moments.day(inner.year, inner.month, reading.day or 1))
    base, name = scope.base("either")
    if base is None:
        return Found(None)
    options = []
    span = (-1, 0, 1, 2) if reading.weekday is None else range(-12, 13)
    for offset in span:
        first = moments.add_months(moments.month(base.year, base.month).first, offset)
        try:
            start = moments.day_of(first)
            options.append(moments.day(start.year, start.month, reading.day or 1))
        except ImpossibleDateError:
            continue
    if reading.weekday is not None:
        agreeing = [option for option in options if gregorian.weekday(option.first) == reading.weekday]
        options = agreeing or options
    if scope.domain is Domain.NARRATIVE:
        same = [option for option in options if (option.year, option.month) == (base.year, base.month)]
        return Found(same[0] if same else options[0], assumed=("month",), base=name, base_moment=base)
    found = _nearest(options, base, reading, scope)
    return Found(found, assumed=("month", "year"), base=name, base_moment=base)


def _weekday(reading: Reading, scope: Scope) -> Found:
    """A bare weekday: before or after the present, as the sentence's tense tells."""
    weekday = reading.weekday or 1
    if reading.of is not None and (inner := date(reading.of, scope)).moment is not None:
        found = moments.nth_weekday(inner.moment, weekday, 1)
        return Found(found or inner.moment, base=inner.base, base_moment=inner.base_moment)
    base, name = scope.base("now" if scope.domain is not Domain.NARRATIVE else "either")
    if base is None:
        return Found(None, value=f"XXXX-WXX-{weekday}")
    day = base.first
    ahead = (weekday - gregorian.weekday(day)) % 7
    direction = reading.direction
    if direction == 1:
        found = day + (ahead or 7)
    elif direction == -1:
        found = day - ((7 - ahead) % 7 or 7)
    elif direction == 0:
        found = moments.week_of(day).first + weekday - 1
        if scope.tense > 0 and found < day:
            found += 7
    elif scope.tense > 0 or scope.domain is Domain.SPEC:
        found = day + ahead
    elif scope.domain is Domain.NARRATIVE and name == "then":
        found = day + ahead
    else:
        found = day - (7 - ahead) % 7
    others = (moments.day_of(found - 7), moments.day_of(found + 7))
    return Found(moments.day_of(found), assumed=("week",), base=name, base_moment=base, others=others)


def _clock_only(scope: Scope) -> Found:
    """A clock time alone: of the day said, else of the present."""
    if scope.said_day is not None and scope.domain is not Domain.SPEC:
        return Found(replace(scope.said_day, clock=""), assumed=("day",), base="then", base_moment=scope.said_day)
    alone = scope.domain in {Domain.NARRATIVE, Domain.SPEC} and scope.time is None
    if scope.now is not None and (not alone or scope.quoted is not None):
        moment = moments.day_of(scope.now)
        return Found(moment, assumed=("day",), base="now", base_moment=moment)
    return Found(None)


def _other_calendar(reading: Reading, scope: Scope) -> Found:
    """A date of another calendar, as days of ours; without its year, the one the text stands near."""
    if reading.century is not None:
        one = elsewhere.century(reading.calendar, reading.century)
        return Found(one.moment, calendar=one.calendar)
    if reading.year is not None:
        one = elsewhere.dated(reading, reading.year)
        return Found(one.moment, calendar=one.calendar, original=one.original)
    base, name = scope.base("either")
    whole = date(reading.of, scope).moment if reading.of is not None else None
    base = whole or base
    if base is None or reading.month is None:
        return Found(None)
    options = {option.moment: option for option in elsewhere.near(reading, base)}
    inside = [option for option in options if option.first <= base.last and option.last >= base.first]
    if whole is not None or (scope.domain is Domain.NARRATIVE and reading.direction is None):
        # A story stays in its year, and that is the year of the calendar it tells in.
        moment = inside[0] if inside else list(options)[len(options) // 2]
    else:
        moment = _nearest(list(options), base, reading, scope) or next(iter(options))
    one = options[moment]
    return Found(
        moment, assumed=("year",), base=name, base_moment=base, calendar=one.calendar, original=one.original
    )
