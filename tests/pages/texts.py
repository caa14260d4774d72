"""The words of the generated pages, from `texts.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

FRENCH: tuple[str, ...] = tuple(_WORDS["french"])
ENGLISH: tuple[str, ...] = tuple(_WORDS["english"])
GERMAN: tuple[str, ...] = tuple(_WORDS["german"])
ARABIC: tuple[str, ...] = tuple(_WORDS["arabic"])
ARABIC_VOWELS: tuple[str, ...] = tuple(_WORDS["arabic_vowels"])
ARABIC_JUSTIFIED: tuple[str, ...] = tuple(_WORDS["arabic_justified"])
HEBREW: tuple[str, ...] = tuple(_WORDS["hebrew"])
HEBREW_POINTS: tuple[str, ...] = tuple(_WORDS["hebrew_points"])
URDU: tuple[str, ...] = tuple(_WORDS["urdu"])
PERSIAN: tuple[str, ...] = tuple(_WORDS["persian"])
JAPANESE: tuple[str, ...] = tuple(_WORDS["japanese"])
FRENCH_POINTS: tuple[str, ...] = tuple(_WORDS["french_points"])
FRENCH_ARTICLES: tuple[str, ...] = tuple(_WORDS["french_articles"])
ENGLISH_LETTERS: tuple[str, ...] = tuple(_WORDS["english_letters"])
TABLE: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["table"])
REGISTER: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["register"])
MINUTES: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["minutes"])
ARABIC_REGISTER: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["arabic_register"])
LOOSE_ITEMS: tuple[str, ...] = tuple(_WORDS["loose_items"])
FERRY: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["ferry"])
ARABIC_FERRY: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["arabic_ferry"])
LANDINGS: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["landings"])
HEBREW_REGISTER: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["hebrew_register"])
PERSIAN_REGISTER: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["persian_register"])
CLAUSES: tuple[tuple[str, ...], ...] = tuple(tuple(row) for row in _WORDS["clauses"])
