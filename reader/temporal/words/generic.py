"""Languages without rules of their own: their dates, lengths and shifts, from CLDR by way of Babel.

In: a language tag, and what its file adds (`cldr = true`), if any. Out: a `Language` with month, weekday,
unit and era names in every width and plural form, the orders in which CLDR writes dates, its "3 days ago" and
"in 3 days"; the shared rules come with those. Source: CLDR as Babel ships it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from reader.temporal.words.language import Language, build_language

_ORDERS = (
    ("day-month-year", "{day}[.]? ?{month}[.,]? {year}"),
    ("month-day-year", "{month} {day},? {year}"),
    ("year-month-day-words", "{year}[.,]? {month} {day}[.]?"),
    ("day-month", "{day}[.]? {month}"),
    ("month-year", "{month}[.,]? {year}"),
    ("year", "{year}"),
)
_WITH_WORDS = (
    ("month", "{month_full}", "", "DATE"),
    ("weekday", "{weekday_full}", "", "DATE"),
    ("year-era", "{anyyear} {era}", "", "DATE"),
    ("quarter", "{quarter}[.,]? {year}", "", "DATE"),
    ("duration", "{number}[ -]?{unit}", "", "DURATION"),
    ("deictic-day", "{deictic_day}", "shift={deictic_day} unit=D base=now", "DATE"),
    ("this-unit", "{direction} {unit}", "shift={direction} base=now", "DATE"),
    ("weekday-direction", "{direction} {weekday}", "", "DATE"),
    ("unit-direction", "{unit} {direction_after}", "shift={direction_after} base=now", "DATE"),
    (
        "weekday-direction-after",
        "{weekday} {direction_after}",
        "weekday={weekday} direction={direction_after}",
        "DATE",
    ),
    ("day-part", "{part} {deictic_day}", "shift={deictic_day} unit=D base=now", "TIME"),
    ("deictic-day-part", "{deictic_day} {part}", "shift={deictic_day} unit=D base=now", "TIME"),
    ("weekday-part", "{weekday} {part}", "", "TIME"),
    ("clock-part", "{hour}:{minute} {part}", "", "TIME"),
    ("reference", "{ref}", "", "DATE"),
)
# CLDR's way of writing a date, letter by letter (Unicode Technical Standard 35, part 4).
_LETTERS = {"d": "{day}", "y": "{year}", "M": "{month}", "L": "{month}", "E": "{weekday}", "c": "{weekday}"}
_FIELD = re.compile(r"'([^']*)'|([A-Za-z])\2*|(.)", re.DOTALL)
_WORDED = re.compile(r"MMM|LLL")
_SKELETONS = ("yMMMM", "MMMMd", "yMMMd", "MMMd", "yMMMEd", "MMMEd")
_UNITS = {
    "year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "MIN",
    "second": "SEC",
}  # fmt: skip
_MEANT = re.compile(r"[.()|?{}\[\]<>*+\\]")
_MIN_WORD = 3  # shorter names ("1.", "L") are no words one can trust


def generic_language(
    tag: str, base: Mapping[str, Any], own: Mapping[str, Any] | None = None, source: str = "CLDR"
) -> Language:
    """The generic level of a language; that of no language at all where CLDR does not know the tag.

    Args:
        tag: BCP 47.
        base: the shared rules.
        own: tables and rules of the language's own file, which come before CLDR's.
        source: where `own` comes from, for errors.
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    own = dict(own or {})
    own.pop("cldr", None)
    words = _with_own({name: table for name, table in _tables(locale).items() if table}, own.pop("words", {}))
    rules = [*own.pop("rules", ()), *_rules(locale, {*words, *own.get("particles", ())})]
    data: dict[str, Any] = {
        "tag": tag,
        "date_order": _order(locale),
        "capital": _capitals(words),
        "words": words,
        "rules": rules,
        **own,
    }
    return build_language(data, base, source)


_Words = dict[str, dict[str, list[str]]]


def _with_own(words: _Words, own: Mapping[str, Mapping[str, list[str]]]) -> _Words:
    """CLDR's words and the forms a language's own file adds to them."""
    for name, table in own.items():
        into = words.setdefault(name, {})
        for value, forms in table.items():
            into[value] = [*into.get(value, ()), *forms]
    return words


def _tables(locale: Locale) -> _Words:
    """The tables of words by slot name, empty ones too."""
    weekdays = {
        width: {str(int(number) % 7 + 1): names for number, names in _names(locale.days, width).items()}
        for width in ("wide", "abbreviated")
    }
    return {
        "month": _names(locale.months, "wide"),
        "month_short": _names(locale.months, "abbreviated"),
        "weekday": weekdays["wide"],
        "weekday_short": weekdays["abbreviated"],
        "unit": _units(locale),
        "era": _eras(locale),
        "quarter": _names(locale.quarters, "wide"),
    }


def _names(table: Mapping[str, Any], width: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for context in ("format", "stand-alone"):
        for number, word in table.get(context, {}).get(width, {}).items():
            words = found.setdefault(str(number), [])
            if len(word) >= _MIN_WORD and word not in words and any(char.isalpha() for char in word):
                words.append(word)
    return {number: words for number, words in found.items() if words}


def _units(locale: Locale) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, code in _UNITS.items():
        table = _raw(locale, "unit_patterns").get(f"duration-{name}", {})
        forms = {
            pattern.replace("{0}", "").strip()
            for width in ("long", "short")
            for plural, pattern in table.get(width, {}).items()
            if plural != "per" and isinstance(pattern, str)
        }
        forms = {form for form in forms if len(form) >= _MIN_WORD or not form.isascii()}
        if forms:
            found[code] = sorted(forms)
    return found


def _eras(locale: Locale) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for width in ("wide", "abbreviated"):
        for number, word in locale.eras.get(width, {}).items():
            if number in {0, 1} and len(word) >= _MIN_WORD:
                found.setdefault("ce" if number else "bce", []).append(word)
    return found


def _capitals(words: Mapping[str, Mapping[str, list[str]]]) -> list[str]:
    """Month and weekday names that CLDR writes with a capital and so counts as names."""
    found = []
    for table in ("month", "weekday"):
        found += [word for forms in words.get(table, {}).values() for word in forms if word[0].isupper()]
    return found


def _rules(locale: Locale, tables: set[str]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for name, pattern in [*_ORDERS, *_orders(locale)]:
        if pattern not in seen and ("{month}" not in pattern or "month" in tables):
            seen.add(pattern)
            yield {"name": name, "pattern": pattern}
    known = tables | {"anyyear", "year", "number", "hour", "minute"}
    for name, pattern, value, kind in _WITH_WORDS:
        for table in ("month", "weekday"):  # a table without short names has no long ones apart from them
            full = "_full" if f"{table}_short" in tables else ""
            pattern = pattern.replace(f"{{{table}_full}}", f"{{{table}{full}}}")  # noqa: PLW2901 - one row, two names of it
        if {slot.removesuffix("_full") for slot in re.findall(r"\{(\w+)\}", pattern)} <= known:
            yield {"name": name, "pattern": pattern, "value": value, "type": kind}
    yield from _shifts(locale)


def _orders(locale: Locale) -> Iterator[tuple[str, str]]:
    """The ways CLDR writes dates with a month in words, as patterns of rules."""
    formats = [locale.date_formats[width].pattern for width in ("full", "long", "medium")]
    skeletons = locale.datetime_skeletons
    formats += [str(skeletons[name].pattern) for name in _SKELETONS if name in skeletons]
    for order in formats:
        if _WORDED.search(order):
            pattern = "".join(_field(match) for match in _FIELD.finditer(order)).strip()
            if "{?}" not in pattern:
                yield "cldr " + order, pattern


def _field(match: re.Match[str]) -> str:
    quoted, letter, sign = match.groups()
    if letter:
        return _LETTERS.get(letter, "{?}")
    return "".join(f"[{char}]?" if char in ".," else _plain(char) for char in quoted or sign or "")


def _shifts(locale: Locale) -> Iterator[dict[str, Any]]:
    """CLDR's "{0} days ago" and "in {0} days", with the count in digits."""
    for name, code in _UNITS.items():
        field = _raw(locale, "date_fields").get(name, {})
        for side, sign in (("past", "-"), ("future", "")):
            for index, pattern in enumerate(sorted({str(form) for form in field.get(side, {}).values()})):
                before, mark, after = pattern.partition("{0}")
                if mark and any(char.isalpha() for char in after + before):
                    yield {
                        "name": f"{side}-{name}-{index}",
                        "pattern": _plain(before) + "{number}" + _plain(after),
                        "value": f"shift={sign}{{number}} unit={code} base=now",
                    }


def _raw(locale: Locale, name: str) -> Mapping[str, Any]:
    """A table of CLDR that Babel reads but gives out only piece by piece."""
    table: Mapping[str, Any] = locale._data[name]  # noqa: SLF001 - there is no other way to all of its forms
    return table


def _plain(text: str) -> str:
    """Text as a pattern that means itself."""
    return _MEANT.sub(lambda match: "\\" + match[0], text)


def _order(locale: Locale) -> str:
    pattern = str(locale.date_formats["short"].pattern).lower()
    return "".join(sorted("dmy", key=pattern.find))
