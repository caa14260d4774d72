"""Between the phases: candidates become the mentions a reader would underline.

In: a `Draft`. Out: the same draft, changed in place by small steps. Their order is written here, once, each
with its reason.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.temporal.refining import (
    appositions,
    bare_years,
    columns,
    counted,
    dates_over_cells,
    day_lists,
    early_years,
    edges,
    gathered,
    habits,
    hours,
    joins,
    lasting,
    lent_calendars,
    lone_years,
    named_days,
    open_parts,
    references,
    these_days,
    two_styles,
    unlikely,
    verses,
)
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.shared_years import share_years

STEPS: tuple[tuple[str, Callable[[Draft], None], str], ...] = (
    ("counted", counted.drop_counted, "a number of things is no year, nor the end of a range"),
    ("gathered", gathered.take_off_counts, "before a month is joined to anything by its year"),
    ("verses", verses.drop_verses, "first of all: the number of a verse is joined to nothing"),
    ("two styles", two_styles.two_styles, "two days that are one, before they become a list or a range"),
    ("durations", joins.durations, "first, so that a length is whole before anything is counted by it"),
    ("parts", joins.parts, "a part takes its whole before dates are compared: 'end of' + 'March'"),
    ("wholes", joins.wholes, "the same where the whole stands first, with parts already whole themselves"),
    ("shifts", joins.shifts, "'three days after' + a date that is whole by now"),
    ("appositions", appositions.apposed, "counted from a date that stands a few words on"),
    ("named days", named_days.join_named_days, "a feast beside its own date is that date, no end of a range"),
    ("in a year", appositions.in_year, "'last year' lends its year to the months of its sentence"),
    ("clocks", joins.clocks, "a day and its hour, before ranges of either"),
    ("hours", hours.lend_parts, "an hour takes the part of day of the day it was not joined to"),
    ("ranges", joins.ranges, "needs whole ends; lends what one end leaves out"),
    ("day lists", day_lists.split_lists, "days held together by 'and' are no range"),
    ("lists", share_years, "like ranges, for neighbours that stay apart"),
    ("parts again", joins.parts, "'early' + 'May 1940', where the list has just completed the right side"),
    ("lists again", share_years, "'5 and 6 September this year', whose whole has just come to the right"),
    ("habits", habits.drop_habits, "days beside 'every year', with those of their list"),
    ("open parts", open_parts.drop_open, "whatever found no partner says nothing"),
    ("these days", these_days.mean_these_days, "of what found no partner: 'today' alone, no hour beside it"),
    ("edges", edges.note_edges, "of mentions whole by now: 'Ende des Jahres 1795' in one go has its end"),
    ("lasting", lasting.note_lasting, "what an open length counts from is known by now"),
    ("ends", bare_years.trim_ranges, "an end that is a number of things leaves the other end alone"),
    ("unlikely", unlikely.drop_unlikely, "last, when it is clear which numbers still stand alone"),
    ("cells", dates_over_cells.join_cells, "of the numbers left in a row, those that are the year of a day"),
    ("row months", columns.drop_row_labels, "when it is clear that nothing else in the row is a date"),
    ("lone years", lone_years.note_lone_years, "of the numbers left, those far from the years of papers"),
    ("calendars", lent_calendars.lend_calendars, "a bare year is of the calendar of the years beside it"),
    ("pages", references.drop_pages, "of an entry of a bibliography only its year and whole dates stay"),
    ("double dates", lent_calendars.doubles, "links neighbours by place, so nothing may move after it"),
)


def refine(draft: Draft) -> None:
    """Runs every step over a draft."""
    early_years.early_years(draft)
    if not draft.mentions:
        return
    for _, step, _ in STEPS:
        step(draft)
