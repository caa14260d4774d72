"""Which places a sentence names, so that an event can say where.

In: a paragraph's text, the sentence around a date, the text's language. Out: names as CLDR spells them.
Source of the names: CLDR's territories and the exemplar cities of its time zones, as Babel carries them, in
the text's language and in English. A person's or a paper's name is no place: only whole words, and in scripts
that have capitals only capitalised ones, are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from reader.temporal.model import Span
from reader.temporal.words.tokens import words_of

LONGEST_NAME = 4  # words; "Saint-Vincent-et-les Grenadines" and the like
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARABIC_CLITICS = "وفبلك"
_ARABIC_LETTERS = frozenset(_ARABIC_CLITICS)
MOST_WORDS = 20_000  # kept of a document's; 2 MB


class PlaceFinder:
    """Looks names up; keeps the names of the languages it has met."""

    def __init__(self) -> None:
        self._gazetteer = lru_cache(maxsize=16)(Gazetteer)

    def find(self, text: str, sentence: Span, language: str) -> tuple[str, ...]:
        """The places named in text[sentence], each once, in the order they are named."""
        gazetteer = self._gazetteer(language)
        said = text[sentence.start : sentence.end]
        if said.isascii() and not any(map(gazetteer.begins.__getitem__, words_of(said))):
            return ()  # as nearly always, and soon seen
        words = _WORD.findall(said)
        found: list[str] = []
        position = 0
        for index in [index for index, word in enumerate(words) if gazetteer.begins[word]]:
            if index >= position:
                name, length = gazetteer.longest(words, index)
                if name:
                    found.append(name)
                position = index + length
        return tuple(dict.fromkeys(found))


class Gazetteer:
    """The names of places in one language, and which words one may begin with."""

    def __init__(self, language: str) -> None:
        self._names = place_names(language)
        self.begins = Beginnings(self._names)

    def longest(self, words: Sequence[str], position: int) -> tuple[str, int]:
        """The longest name that begins with words[position], and how many words it takes; 1 for none."""
        is_arabic = words[position][0] in _ARABIC_CLITICS
        for length in range(min(LONGEST_NAME, len(words) - position), 0, -1):
            folded = _fold(" ".join(words[position : position + length]))
            name = self._names.get(folded)
            if not name and is_arabic:
                name = self._names.get(folded[1:])
            if name:
                return name, length
        return "", 1


class Beginnings(dict[str, bool]):
    """Whether a name may begin with a word, found out once a word: a text says few of them very often."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._firsts = frozenset(name.partition(" ")[0] for name in names)

    def __missing__(self, word: str) -> bool:
        """Look the word up and keep the answer."""
        if len(self) >= MOST_WORDS:
            self.clear()
        first = "" if word[0].islower() else _fold(word).partition(" ")[0]
        answer = first in self._firsts or (first[:1] in _ARABIC_LETTERS and first[1:] in self._firsts)
        self[word] = answer
        return answer


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


def _fold(name: str) -> str:
    return name.casefold().replace("’", " ").replace("'", " ").replace("-", " ")
