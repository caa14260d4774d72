"""Every sentence a user can read, in every language of the program, for all rooms alike.

A catalogue is `resources/translations/<BCP 47 tag>.toml`: tables of dotted keys, each a text with named
slots, or a table of CLDR plural categories (`one`, `few`, `many`, `other` …) chosen by the slot `count`.
Window, command line and worker read the same catalogues, so an error is worded once and no room below
`ui/` needs Qt to speak to its user. English is complete by test; a key missing elsewhere falls back to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from reader.frozen import frozen
from reader.resources import resource, resource_folder

FALLBACK = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@frozen
class Sentence:
    """A sentence not yet worded: its key and what fills its slots. Crosses processes; frozen and plain."""

    key: str
    slots: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentences:
    """The catalogue of one language, over English."""

    language: str
    texts: Mapping[str, str | Mapping[str, str]]
    fallback: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, **slots: str | int) -> str:
        """The text of `key` with its slots filled.

        Raises:
            KeyError: no catalogue has the key, or a slot has no value.
        """
        text = self.texts.get(key)
        if text is None:
            text = self.fallback[key]
        if not isinstance(text, str):
            text = self._plural(text, slots["count"])
        return text.format_map(slots) if slots else text

    def say(self, sentence: Sentence) -> str:
        """The text of a sentence that another room or process has sent."""
        return self(sentence.key, **sentence.slots)

    @property
    def is_right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return self.language in RIGHT_TO_LEFT

    @cached_property
    def _plural_rule(self) -> Callable[[int], str]:
        rule = PLURAL_RULES.get(self.language)
        if rule is not None:
            return rule
        from babel import Locale  # noqa: PLC0415 - 40 ms, wanted only by languages without a rule above

        return Locale.parse(self.language, sep="-").plural_form

    def _plural(self, forms: Mapping[str, str], count: str | int) -> str:
        return forms.get(self._plural_rule(int(count))) or forms["other"]


def english_plural(count: int) -> str:
    """The category of a number, CLDR 47, `en`."""
    return "one" if count == 1 else "other"


def french_plural(count: int) -> str:
    """The category of a number, CLDR 47, `fr`."""
    if count in (0, 1):
        return "one"
    return "many" if count % 1_000_000 == 0 else "other"


def arabic_plural(count: int) -> str:
    """The category of a number, CLDR 47, `ar`."""
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    within = count % 100
    if within in range(3, 11):
        return "few"
    return "many" if within in range(11, 100) else "other"


# Of the languages the program comes with: to read them in CLDR's data the whole language is loaded (40 ms,
# and the first page waits for the line under it).
PLURAL_RULES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"en": english_plural, "fr": french_plural, "ar": arabic_plural}
)


def available_languages() -> tuple[str, ...]:
    """The tags of the languages the program speaks, sorted."""
    return tuple(sorted(path.stem for path in (resource_folder() / "translations").glob("*.toml")))


def load_sentences(language: str) -> Sentences:
    """The catalogue for `language`, or for its base language, or English when neither exists."""
    present = available_languages()
    tag = next((t for t in (language, language.partition("-")[0]) if t in present), FALLBACK)
    fallback = read_catalogue(FALLBACK)
    return Sentences(tag, fallback if tag == FALLBACK else read_catalogue(tag), fallback)


@lru_cache(maxsize=8)
def read_catalogue(tag: str) -> Mapping[str, str | Mapping[str, str]]:
    """One catalogue, flattened to dotted keys; a table that has `other` is a plural, not a group."""
    with resource("translations", f"{tag}.toml").open("rb") as file:
        return dict(_flatten("", tomllib.load(file)))


def _flatten(prefix: str, table: Mapping[str, Any]) -> list[tuple[str, str | Mapping[str, str]]]:
    flat: list[tuple[str, str | Mapping[str, str]]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping) and "other" not in value:
            flat += _flatten(f"{key}.", value)
        else:
            flat.append((key, value))
    return flat
