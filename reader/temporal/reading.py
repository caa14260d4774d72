"""What a mention says, before anybody asks when that was: the underspecified value.

Recognition fills a `Reading` from the words alone ("le 5 juin", "trois jours plus tard"); resolution turns it
into a date. Fields are as written: `year` is the year of its calendar and era, `short_year` its last two
digits.
"""

from __future__ import annotations

from dataclasses import field

from reader.frozen import frozen
from reader.temporal.model import TimexType

_FROM_NOW = frozenset({"now", "either"})


@frozen
class Reading:
    """An underspecified value.

    Attributes:
        calendar, era: key of the calendar; "bce", "ce" or "".
        year … weekday: what is named; `weekday` 1 is Monday (ISO 8601).
        decade: its first year, of four digits (1980) or two (80, century unsaid).
        century: 19 is the nineteenth; `millennium` likewise.
        share: of a century, "2/4" for its second quarter.
        season: "SP", "SU", "FA", "WI".
        pair: two numbers whose order (day–month or month–day) the document decides.
        part: part of day, "MO", "MI", "AF", "EV", "NI", "DT".
        meridiem: "am", "pm" or ""; zone: as written.
        holiday: key of `holidays.py`.
        unit, count: "D", "W", "M" …; how many, -1 for "some".
        shift: so many units from `base`, before where negative.
        base: "now" (the text's present), "then" (the date said before), "either", "given" (`of`),
            "later" (then in a sentence about the past, else now), "tense" (now; before it in a sentence
            about the past).
        direction: -1 last, 0 this, 1 next: beside a weekday, month, season, holiday, unit.
        nth: "first Monday of", "last week of" (-1).
        ref: PRESENT_REF, PAST_REF, FUTURE_REF.
        mod: TIMEX3 mod: START, MID, END, BEFORE, AFTER, ON_OR_BEFORE, APPROX, LESS_THAN …
        quant, freq: of a set.
        of: the mention it is part of ("mardi *de la semaine prochaine*").
        open: it says nothing alone and is dropped unless joined ("fin", "three days before").
    """

    type: TimexType = TimexType.DATE
    calendar: str = "gregorian"
    era: str = ""
    year: int | None = None
    short_year: int | None = None
    decade: int | None = None
    century: int | None = None
    millennium: int | None = None
    share: str = ""
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    pair: tuple[int, int] | None = None
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    meridiem: str = ""
    zone: str = ""
    holiday: str = ""
    unit: str = ""
    count: float | None = None
    shift: float | None = None
    base: str = ""
    direction: int | None = None
    nth: int | None = None
    ref: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""
    every: bool = False
    lengths: tuple[
        tuple[float, str], ...
    ] = ()  # further (count, unit) of a duration: "two years three months"
    of: Reading | None = field(default=None)
    open: bool = False

    @property
    def has_clock(self) -> bool:
        """A clock time is named."""
        return self.hour is not None

    @property
    def has_year(self) -> bool:
        """It stands on the calendar without help."""
        return self.year is not None or self.century is not None or self.millennium is not None

    @property
    def counts_on(self) -> bool:
        """It counts on from the day of writing: "next year", "in two days", "in June of next year"."""
        if self.base in _FROM_NOW and (self.shift or 0) > 0:
            return True
        return (self.direction or 0) > 0 and self.base != "then" if self.of is None else self.of.counts_on
