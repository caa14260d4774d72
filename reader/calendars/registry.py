"""Finds the calendars of this folder. In: a key. Out: a `Calendar`.

A calendar's file is named after its key, so asking for one imports that file alone: convertdate, behind the
rarer ones, costs 0.1 s, which a document without them never pays. Nothing is kept here; Python's own table
of modules remembers what was imported.
"""

from __future__ import annotations

import importlib
import pkgutil

from reader import calendars
from reader.calendars.calendar import Calendar

# Files of this folder that calendars stand on.
NO_CALENDARS = frozenset({"calendar", "converted", "registry", "shifted_gregorian"})


def by_key(key: str) -> Calendar:
    """The calendar with this key, for example "islamic-umalqura".

    Raises:
        KeyError: there is none.
    """
    calendar = _calendar_of(key.replace("-", "_"))
    if calendar is None or calendar.key != key:
        raise KeyError(key)
    return calendar


def calendar_for(key: str, year: int) -> Calendar:
    """The calendar with this key, or the one that carries on for it where `year` is beyond its reach.

    The key of the answer tells which of the two it is.

    Raises:
        KeyError: there is none with this key.
    """
    calendar = by_key(key)
    return calendar if calendar.reaches(year) or not calendar.beyond else by_key(calendar.beyond)


def calendar_keys() -> tuple[str, ...]:
    """The keys of all calendars, sorted, without importing one."""
    names = (module.name for module in pkgutil.iter_modules(calendars.__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if name not in NO_CALENDARS))


def all_calendars() -> tuple[Calendar, ...]:
    """Every calendar there is, sorted by key."""
    return tuple(by_key(key) for key in calendar_keys())


def _calendar_of(module_name: str) -> Calendar | None:
    if not module_name.isidentifier():
        return None
    path = f"{calendars.__name__}.{module_name}"
    try:
        module = importlib.import_module(path)
    except ModuleNotFoundError as error:
        if error.name != path:  # the file is there, a library it wants is not: that is no unknown key
            raise
        return None
    calendar = getattr(module, "CALENDAR", None)
    return calendar if isinstance(calendar, Calendar) else None
