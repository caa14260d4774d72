"""Which places a sentence names, so that an event can say where.

In: a paragraph's text, the sentence around a date, the text's language. Out: names as CLDR spells them.
Source of the names: CLDR's territories and the exemplar cities of its time zones, as Babel carries them, in
the text's language and in English. A person's or a paper's name is no place: only whole words, and in scripts
that have capitals only capitalised ones, are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from reader.temporal.model import Span

LONGEST_NAME = 4  # words; "Saint-Vincent-et-les Grenadines" and the like
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARABIC_CLITICS = "وفبلك"


class PlaceFinder:
    """Looks names up; keeps the names of the languages it has met."""

    def __init__(self) -> None:
        self._names = lru_cache(maxsize=16)(place_names)

    def find(self, text: str, sentence: Span, language: str) -> tuple[str, ...]:
        """The places named in text[sentence], each once, in the order they are named."""
        names = self._names(language)
        words = [match.group() for match in _WORD.finditer(text, sentence.start, sentence.end)]
        found: list[str] = []
        position = 0
        while position < len(words):
            name, length = _longest(words, position, names)
            if name:
                found.append(name)
            position += length
        return tuple(dict.fromkeys(found))


def place_names(language: str) -> Mapping[str, str]:
    """Folded name -> name as CLDR spells it, of countries and of cities that stand for a time zone."""
    zones: Iterable[str] = get_global("zone_territories")
    cities = (zone.rpartition("/")[2].replace("_", " ") for zone in zones if zone.count("/") == 1)
    names = {_fold(city): city for city in cities if city.isprintable() and not city.startswith("GMT")}
    for tag in ("en", language):
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        names |= {_fold(name): name for code, name in locale.territories.items() if code.isalpha()}
        named = (forms.get("city", "") for forms in locale.time_zones.values())
        names |= {_fold(city): city for city in named if city}
    return names


def _longest(words: list[str], position: int, names: Mapping[str, str]) -> tuple[str, int]:
    """The longest name that begins with words[position], and how many words it takes."""
    first = words[position]
    if first[0].islower():
        return "", 1
    for length in range(min(LONGEST_NAME, len(words) - position), 0, -1):
        folded = _fold(" ".join(words[position : position + length]))
        name = names.get(folded)
        if not name and first[0] in _ARABIC_CLITICS:
            name = names.get(folded[1:])
        if name:
            return name, length
    return "", 1


def _fold(name: str) -> str:
    return name.casefold().replace("’", " ").replace("'", " ").replace("-", " ")
