"""Which ticks an axis shows at which zoom, labelled so that no label touches another. No Qt.

In: a `TimeScale`, the words of a language, a way to measure a text in pixels. Out: `AxisTicks`. A label names
the stretch that begins at its tick and stands to the right of it. Two rows: the ticks proper, and over them
the context they leave unsaid (the year of months, the century of years). Years are counted as people do:
there is no year 0, so the round years are … 100 BCE, 1, 100 ….
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import ceil, floor

from reader.calendars.calendar import ImpossibleDateError
from reader.calendars.registry import by_key, calendar_for
from reader.timeline.date_words import DateWords
from reader.timeline.scale import TimeScale

GAP = 10  # pixels between a label and the next tick
NEAREST_TICKS = 18  # pixels: no label of any language is narrower, so finer levels are not even made
NEAREST_SMALL_TICKS = 6  # pixels between unlabelled ticks: closer ones are a smear
DAYS_A_WEEK = 7
YEARS_A_CENTURY = 100
FIRST_DAY_CE = 1
LONGEST_STEP = 100_000  # years; far beyond what a text dates in years

Measure = Callable[[str], float]
Parts = tuple[int, int, int]


class Unit(Enum):
    """What a step counts, with its mean length in days (Gregorian; close enough for Hijri to choose by)."""

    DAY = 1.0
    WEEK = 7.0
    MONTH = 30.44
    YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the ladder from days to millennia, and the form of its labels."""

    unit: Unit
    step: int = 1
    form: str = ""

    @property
    def days(self) -> float:
        """About how many days lie between two ticks."""
        return self.unit.value * self.step


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at the beginning of a day; an empty label where there is no room for one."""

    day: float
    label: str


@dataclass(frozen=True, slots=True)
class AxisTicks:
    """Labelled ticks, the smaller ones between them, and the row of context over them."""

    labelled: tuple[Tick, ...]
    small: tuple[float, ...]
    context: tuple[Tick, ...]


_YEARS = tuple(
    Level(Unit.YEAR, step * 10**power)
    for power in range(6)
    for step in (1, 2, 5)
    if step * 10**power <= LONGEST_STEP
)
GREGORIAN_LADDER = (
    Level(Unit.DAY, form="weekday"),
    Level(Unit.DAY, form="day"),
    Level(Unit.WEEK, form="day"),
    Level(Unit.MONTH, form="wide"),
    Level(Unit.MONTH, form="abbreviated"),
    Level(Unit.MONTH, 3, "abbreviated"),
    *_YEARS,
)
HIJRI_LADDER = (Level(Unit.DAY, form="day"), Level(Unit.MONTH), *_YEARS)


def gregorian_ticks(scale: TimeScale, words: DateWords, measure: Measure) -> AxisTicks:
    """Two rows of Gregorian ticks for what is in view."""

    def label(level: Level, day: int, parts: Parts) -> str:
        if level.unit is Unit.YEAR:
            return words.year(parts[0])
        if level.unit is Unit.MONTH:
            return words.month(parts[1], level.form)
        return (
            f"{words.weekday((day - 1) % DAYS_A_WEEK)} {parts[2]}"
            if level.form == "weekday"
            else str(parts[2])
        )

    def starts(level: Level) -> list[tuple[int, Parts]]:
        return list(_starts("gregorian", level, floor(scale.first), ceil(scale.last)))

    level, labelled = _finest_fit(GREGORIAN_LADDER, scale, starts, label, measure)
    context = _context(level, scale, starts, words)
    return AxisTicks(labelled, _small(level, scale, starts), _sticky(context, scale, measure))


def hijri_ticks(scale: TimeScale, words: DateWords, measure: Measure, key: str) -> AxisTicks:
    """One row of Hijri ticks, of the calendar `key` and of the one that carries on beyond its reach."""
    era = calendar_for(key, 1).to_day_number(1, 1, 1)

    def label(level: Level, _day: int, parts: Parts) -> str:
        year, month, day = parts
        if level.unit is Unit.YEAR:
            return words.hijri_year(year)
        if level.unit is Unit.MONTH:
            return f"{words.hijri_month(month)} {year}"
        return f"{day} {words.hijri_month(month)}"

    def starts(level: Level) -> list[tuple[int, Parts]]:
        return list(_starts(key, level, max(floor(scale.first), era), ceil(scale.last)))

    level, labelled = _finest_fit(HIJRI_LADDER, scale, starts, label, measure)
    return AxisTicks(_sticky(list(labelled), scale, measure), _small(level, scale, starts), ())


Starts = Callable[[Level], list[tuple[int, Parts]]]


def _finest_fit(
    ladder: tuple[Level, ...],
    scale: TimeScale,
    starts: Starts,
    label: Callable[[Level, int, Parts], str],
    measure: Measure,
) -> tuple[Level, tuple[Tick, ...]]:
    """The finest level whose labels all have room, and its ticks."""
    for level in ladder:
        if level.days / scale.days_per_pixel < NEAREST_TICKS:
            continue
        ticks = [Tick(day, label(level, day, parts)) for day, parts in starts(level)]
        if all(
            scale.place(tick.day) + measure(tick.label) + GAP <= scale.place(after.day)
            for tick, after in pairwise(ticks)
        ):
            return level, tuple(_uncut(tick, scale, measure) for tick in ticks)
    return ladder[-1], ()


def _uncut(tick: Tick, scale: TimeScale, measure: Measure) -> Tick:
    """Without its label where that would be cut by an edge of the view."""
    place = scale.place(tick.day)
    return tick if place >= 0 and place + measure(tick.label) <= scale.width else Tick(tick.day, "")


def _sticky(ticks: list[Tick], scale: TimeScale, measure: Measure) -> tuple[Tick, ...]:
    """The one begun before the view held at its left edge; labels without room left out."""
    shown: list[Tick] = []
    for index, tick in enumerate(ticks):
        end = scale.place(ticks[index + 1].day) if index + 1 < len(ticks) else scale.width + GAP
        if end <= 0:
            continue
        day = max(tick.day, scale.first)
        has_room = scale.place(day) + measure(tick.label) + GAP <= end
        shown.append(Tick(day, tick.label if has_room else ""))
    return tuple(shown)


def _context(level: Level, scale: TimeScale, starts: Starts, words: DateWords) -> list[Tick]:
    """What the labels leave unsaid: the month of days, the year of months, the century of years."""
    if level.unit in {Unit.DAY, Unit.WEEK}:
        return [Tick(day, words.month_and_year(*parts[:2])) for day, parts in starts(Level(Unit.MONTH))]
    if level.unit is Unit.MONTH:
        return [Tick(day, words.year(parts[0])) for day, parts in starts(Level(Unit.YEAR))]
    if level.step < YEARS_A_CENTURY:
        centuries = starts(Level(Unit.YEAR, YEARS_A_CENTURY, "century"))
        return [Tick(day, words.century(parts[0])) for day, parts in centuries]
    eras = [Tick(min(scale.first, 0), words.era(0)), Tick(FIRST_DAY_CE, words.era(1))]
    return [tick for tick in eras if tick.day < scale.last]


def _small(level: Level, scale: TimeScale, starts: Starts) -> tuple[float, ...]:
    """The finest ticks that lie between those of `level` and are far enough apart."""
    for finer in (Level(Unit.DAY), Level(Unit.MONTH), Level(Unit.MONTH, 3), *_YEARS):
        nests = finer.unit is not level.unit or level.step % finer.step == 0
        far_enough = finer.days / scale.days_per_pixel >= NEAREST_SMALL_TICKS
        if finer.days < level.days and nests and far_enough:
            return tuple(float(day) for day, _ in starts(finer) if day >= scale.first)
    return ()


def _starts(key: str, level: Level, first: int, last: int) -> Iterator[tuple[int, Parts]]:
    """Where the stretches of a level begin, from the last begun by day `first` to day `last`."""
    if level.unit is Unit.DAY:
        yield from ((day, _parts(key, day)) for day in range(first, last + 1))
    elif level.unit is Unit.WEEK:
        begin = first - (first - 1) % DAYS_A_WEEK  # a Monday, as ISO 8601 and the program's languages have it
        yield from ((day, _parts(key, day)) for day in range(begin, last + 1, DAYS_A_WEEK))
    else:
        if first > last:
            return
        rounds = _month_starts if level.unit is Unit.MONTH else _year_starts
        calendar = by_key(key)
        beyond = by_key(calendar.beyond) if calendar.beyond else calendar
        for year, month in rounds(_parts(key, first), level):
            try:
                day = (calendar if calendar.reaches(year) else beyond).to_day_number(year, month, 1)
            except ImpossibleDateError:  # a round year before the calendar's first
                continue
            if day > last:
                return
            yield day, (year, month, 1)


def _month_starts(parts: Parts, level: Level) -> Iterator[tuple[int, int]]:
    count = parts[0] * 12 + (parts[1] - 1) // level.step * level.step
    while True:
        yield count // 12, count % 12 + 1
        count += level.step


def _year_starts(parts: Parts, level: Level) -> Iterator[tuple[int, int]]:
    """Round years as people count them: 200 BCE, 100 BCE, 1, 100; centuries begin in years 1, 101."""
    year, step = parts[0], level.step
    if level.form == "century":
        start = (year - 1) // step * step + 1
        while True:
            yield start, 1
            start += step
    counted = (year if year > 0 else year - 1) // step * step
    while True:
        if counted or step > 1:
            yield (counted if counted > 0 else 1 if counted == 0 else 1 + counted), 1
        counted += step


def _parts(key: str, day: int) -> Parts:
    calendar = by_key(key)
    try:
        return calendar.from_day_number(day)
    except ImpossibleDateError:
        if not calendar.beyond:
            raise
        return by_key(calendar.beyond).from_day_number(day)
