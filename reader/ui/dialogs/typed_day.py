"""A day as a person types it: by the month's name or in figures, whole or only what is to be another.

In: what was typed, the day that stood there, the names of the months. Out: a day, or None where one would
have to guess; or that the month has no such day. Qt's own field takes what it expects and drops the rest: of
"15 March 1999" it kept the day and the year, and the month that it showed before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QDate, QLocale

OLDEST = QDate(100, 1, 1)  # a year of two figures would be taken for one of ours
YEAR_FIGURES = 3  # from so many on a number is no day and no month
MOST_FIGURES = 4  # ISO 8601 has no longer years without a sign
SHORTEST = 3  # letters from which the beginning of a name stands for it
LONGEST_MONTH = 31  # days
_MONTHS = range(1, 13)
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_WRITTEN = re.compile(r"\w[\w\s./,،-]*")
_NUMBER = re.compile(r"(\d+)(?:[^\W\d_]{1,2}(?![^\W_]))?")  # with the letters of an ordinal: 1st, 1er
_WORD = re.compile(r"[^\W\d_]+")


def names_of_months(locales: Iterable[str]) -> dict[str, int]:
    """The months (1 to 12) by the names that CLDR has for them in some locales (BCP 47), long and short."""
    return {
        _folded(name): month
        for locale in map(QLocale, locales)
        for month in _MONTHS
        for form in _FORMS
        for name in (locale.monthName(month, form), locale.standaloneMonthName(month, form))
    }


def typed_day(typed: str, shown: QDate, months: Mapping[str, int]) -> QDate | None:
    """The day that was meant, of the year and month of `shown` where it says none; None if it is not clear.

    Args:
        typed: "17", "17 March", "March 15, 1999", "15/3/1999" (the day first), "1999-03-15".
        shown: the day that stood there before.
        months: from `names_of_months`.
    """
    parts = _day_month_year(typed, shown, months)
    found = QDate(*reversed(parts)) if parts else QDate()
    return found if found.isValid() and found >= OLDEST else None


def missing_day(typed: str, shown: QDate, months: Mapping[str, int]) -> tuple[int, QDate] | None:
    """A day that its month has not, as 31 February, and the last that it has; None for anything else.

    The arguments are those of `typed_day`.
    """
    parts = _day_month_year(typed, shown, months)
    if parts is None:
        return None
    day, month, year = parts
    first = QDate(year, month, 1)
    is_one = first.isValid() and first >= OLDEST and first.daysInMonth() < day <= LONGEST_MONTH
    return (day, QDate(year, month, first.daysInMonth())) if is_one else None


def _day_month_year(typed: str, shown: QDate, months: Mapping[str, int]) -> tuple[int, int, int] | None:
    """What was typed, with the month and year of `shown` where it says none; None if it is not understood."""
    match _numbers(typed, months):
        case [day]:
            return day, shown.month(), shown.year()
        case [day, month]:
            return day, month, shown.year()
        case [day, month, year]:
            return day, month, year
    return None


def _numbers(typed: str, months: Mapping[str, int]) -> list[int]:
    """Day, month and year, as far as they were typed; none where they are not understood."""
    text = _folded(typed)
    figures = _NUMBER.findall(text)
    name = " ".join(_WORD.findall(_NUMBER.sub(" ", text)))
    if not _WRITTEN.fullmatch(text) or any(len(each) > MOST_FIGURES for each in figures):
        return []
    if figures and len(figures[0]) >= YEAR_FIGURES:
        figures.reverse()  # year, month, day
    numbers = [int(each) for each in figures]
    if name:
        numbers.insert(1, _month_named(name, months))
    return numbers


def _month_named(name: str, months: Mapping[str, int]) -> int:
    """The month of that name, or the only one whose names begin so; 0 for none."""
    if name in months:
        return months[name]
    found = {month for whole, month in months.items() if whole.startswith(name)}
    return found.pop() if len(found) == 1 and len(name) >= SHORTEST else 0


def _folded(text: str) -> str:
    """Without capitals, accents, vowel signs, and the marks that turn the direction of writing."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if unicodedata.category(each) not in {"Mn", "Cf"}).strip(" .")
