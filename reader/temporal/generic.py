"""Languages without a file of their own: their full dates, from CLDR by way of Babel.

In: a language tag. Out: a `Language` with month and weekday names in every width and context, the order of
day, month and year, and the shared rules; numbers, ranges and clock times come with those. Source: CLDR as
Babel ships it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from reader.temporal.language import Language, build_language

_RULES = (
    ("day-month-year", "{day}[.]? ?{month}[.,]? {year}"),
    ("month-day-year", "{month} {day},? {year}"),
    ("year-month-day-words", "{year}[.,]? {month} {day}[.]?"),
    ("day-month", "{day}[.]? {month}"),
    ("month-year", "{month}[.,]? {year}"),
    ("year", "{year}"),
)
_MIN_WORD = 3  # shorter names ("1.", "L") are no words one can trust


def generic_language(tag: str, base: Mapping[str, Any]) -> Language:
    """The generic level of a language; that of no language at all where CLDR does not know the tag.

    Args:
        tag: BCP 47.
        base: the shared rules.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    months = _names(locale.months)
    weekdays = {str((int(number) + 0) % 7 + 1): words for number, words in _names(locale.days).items()}
    data: dict[str, Any] = {
        "tag": tag,
        "date_order": _order(locale),
        "words": {"month": months, "weekday": weekdays},
        "rules": [
            {"name": name, "pattern": pattern}
            for name, pattern in _RULES
            if months or "{month}" not in pattern
        ],
    }
    return build_language(data, base, f"CLDR {tag}")


def _names(table: Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, word in table.get(context, {}).get(width, {}).items():
                words = found.setdefault(str(number), [])
                if len(word) >= _MIN_WORD and not word[0].isdigit() and word not in words:
                    words.append(word)
    return {number: words for number, words in found.items() if words}


def _order(locale: Locale) -> str:
    pattern = str(locale.date_formats["short"].pattern).lower()
    return "".join(sorted("dmy", key=pattern.find))
