"""CLDR's data as the bundle carries it: every language, without what no timeline asks for.

Babel keeps each locale as one pickled table; the names of currencies, measures and languages make up most of
it. In: Babel's files. Out: the same tables without those, 29 MiB down to 4. That the program finds in them
what it finds in the whole ones is a test (`tests/build/test_locale_data.py`).
"""

from __future__ import annotations

import pickle
import pickletools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

UNUSED_KEYS = {
    *("unit_display_names", "compound_unit_patterns", "meta_zones", "scripts", "variants", "languages"),
    *("currency_names", "currency_names_plural", "currency_symbols", "currency_formats"),
    *("currency_unit_patterns", "compact_currency_formats", "compact_decimal_formats"),
    *("interval_formats", "list_patterns", "percent_formats", "scientific_formats"),
}
INTERFACE_LANGUAGES = {"ar", "en", "fr"}  # these may have to name other languages to the reader
TIME_UNITS = {"year", "quarter", "month", "week", "day", "hour", "minute", "second"}
# A region's own file holds only how it differs from its language, and the program asks for languages.
REGIONAL = re.compile(r"[a-z]+(_[A-Z][a-z]{3})?_([A-Z]{2}|\d{3})(_[A-Z]+)?\.dat")

Table = Mapping[str, Any]


def is_regional(name: str) -> bool:
    """Whether a file of Babel's holds a region's variant of a language."""
    return REGIONAL.fullmatch(name) is not None


def write_slim(source: Path, target: Path) -> None:
    """Write one of Babel's locale files without what the program never asks for."""
    with source.open("rb") as file:
        table = pickle.load(file)  # noqa: S301 - the pinned and hashed wheel's own file
    target.parent.mkdir(parents=True, exist_ok=True)
    content = pickle.dumps(slim(table, source.stem), protocol=4)
    target.write_bytes(pickletools.optimize(content))


def slim(table: Table, tag: str) -> dict[str, Any]:
    """The part of a locale's table that is asked for."""
    unused = UNUSED_KEYS - {"languages"} if tag in INTERFACE_LANGUAGES else UNUSED_KEYS
    kept = {key: value for key, value in table.items() if key not in unused}
    return kept | {key: part(kept[key]) for key, part in PARTS.items() if key in kept}


def _cities(zones: Table) -> Table:
    # Their other names ("Central European Time") are no places.
    return {zone: {"city": names["city"]} for zone, names in zones.items() if "city" in names}


def _countries(territories: Table) -> Table:
    return {code: name for code, name in territories.items() if not code.isdigit()}  # "001" is the world


def _lengths_of_time(measures: Table) -> Table:
    return {name: forms for name, forms in measures.items() if name.removeprefix("duration-") in TIME_UNITS}


def _fields_of_time(fields: Table) -> Table:
    return {name: forms for name, forms in fields.items() if name in TIME_UNITS}


PARTS: Mapping[str, Callable[[Table], Table]] = {
    "time_zones": _cities,
    "territories": _countries,
    "unit_patterns": _lengths_of_time,
    "date_fields": _fields_of_time,
}
