"""The languages at hand: found by their files, read when first asked for.

In: folders of language files. Out: grammars by tag. A folder may be the program's or the user's own; the
user's stands last and wins.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.temporal.matching.grammar import Grammar
from reader.temporal.words.detection import Detector, Profile
from reader.temporal.words.language import BASE, LanguageFileError, build_language, read_toml

_DATE_WORDS = ("month", "weekday")  # the tables whose names tell a language
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass
class LanguageSet:
    """Languages by tag, each compiled when first asked for.

    Attributes:
        paths: the file of each language.
        base: the file of the shared rules, None for none.
    """

    paths: Mapping[str, Path]
    base: Path | None
    _grammars: dict[str, Grammar] = field(default_factory=dict, repr=False)

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages there are, sorted."""
        return tuple(sorted(self.paths))

    def grammar(self, tag: str) -> Grammar:
        """The grammar of a language, of its base language ("fr" for "fr-CA"), or of the generic level.

        Raises:
            LanguageFileError: its file cannot be used.
        """
        for name in (tag, tag.partition("-")[0]):
            if name in self._grammars:
                return self._grammars[name]
            if name in self.paths:
                data = read_toml(self.paths[name])
                if data.get("cldr"):
                    return self._generic(name, data)
                found = self._grammars[name] = Grammar(
                    build_language(data, self._shared, str(self.paths[name]))
                )
                return found
        return self._generic(tag)

    def _generic(self, tag: str, own: Mapping[str, Any] | None = None) -> Grammar:
        from reader.temporal.words.generic import generic_language  # noqa: PLC0415 - needs Babel, 40 ms

        source = str(self.paths.get(tag, f"CLDR {tag}"))
        found = self._grammars[tag] = Grammar(generic_language(tag, self._shared, own, source))
        return found

    @cached_property
    def _shared(self) -> Mapping[str, Any]:
        return read_toml(self.base) if self.base else {}

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        """What tells each language: the head of its file and its names of months and weekdays.

        The rest of the file stays unread.
        """
        return {tag: _profile(tag, path) for tag, path in self.paths.items()}

    @cached_property
    def detector(self) -> Detector:
        """Tells in which of the languages a passage is."""
        return Detector(self.profiles)


def _profile(tag: str, path: Path) -> Profile:
    text = path.read_text(encoding="utf-8", errors="replace")
    tables = (text.partition(f"\n[words.{name}]\n")[2].partition("\n[")[0] for name in _DATE_WORDS)
    try:
        head = tomllib.loads(text.partition("\n[")[0])
    except tomllib.TOMLDecodeError as error:
        raise LanguageFileError(f"{path}: {error}") from error
    return Profile(
        tag,
        frozenset(head.get("scripts", ("Latn",))),
        frozenset(head.get("commonest", "").split()),
        frozenset(head.get("letters", "")),
        frozenset(name.lower() for table in tables for name in _QUOTED.findall(table)),
        bool(head.get("cldr", False)),
    )


def load_languages(folders: Sequence[Path]) -> LanguageSet:
    """Finds the language files of some folders; reads none of them.

    Args:
        folders: later ones win over earlier ones.
    """
    paths: dict[str, Path] = {}
    base = None
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            if path.stem == BASE:
                base = path
            else:
                paths[path.stem] = path
    return LanguageSet(paths, base)
