"""CLDR's data as the bundle carries it: every language, without what no timeline asks for.

Babel keeps each locale as one pickled table; the names of currencies, units and languages make up most of it.
In: Babel's files. Out: the same tables without those keys, 29 MiB down to 9.
"""

from __future__ import annotations

import pickle
import re
from pathlib import Path

UNUSED_KEYS = {
    *("unit_patterns", "unit_display_names", "compound_unit_patterns", "meta_zones", "scripts", "variants"),
    *("currency_names", "currency_names_plural", "currency_symbols", "currency_formats"),
    *("compact_currency_formats", "compact_decimal_formats", "date_fields", "languages"),
}
INTERFACE_LANGUAGES = {"ar", "en", "fr"}  # these may have to name other languages to the reader
# A region's own file holds only how it differs from its language, and the program asks for languages.
REGIONAL = re.compile(r"[a-z]+(_[A-Z][a-z]{3})?_([A-Z]{2}|\d{3})(_[A-Z]+)?\.dat")


def is_regional(name: str) -> bool:
    """Whether a file of Babel's holds a region's variant of a language."""
    return REGIONAL.fullmatch(name) is not None


def write_slim(source: Path, target: Path) -> None:
    """Write one of Babel's locale files without the keys that the program never asks for."""
    with source.open("rb") as file:
        table = pickle.load(file)  # noqa: S301 - the pinned and hashed wheel's own file
    target.parent.mkdir(parents=True, exist_ok=True)
    unused = UNUSED_KEYS - {"languages"} if source.stem in INTERFACE_LANGUAGES else UNUSED_KEYS
    kept = {key: value for key, value in table.items() if key not in unused}
    target.write_bytes(pickle.dumps(kept, protocol=2))  # Babel's own protocol
