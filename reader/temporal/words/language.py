"""One language file: read and checked. Errors name the file, the rule and the reason.

A language is `<BCP 47 tag>.toml` in one of the folders given; a file in a later folder stands in for one of
the same name in an earlier. `base.toml` holds what all languages share: rules whose slots a language has are
its rules too. How to write one: see the README and `resources/languages/en.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from reader.temporal.words.folding import Folding
from reader.temporal.words.numerals import NumberWords
from reader.temporal.words.slots import Reader, SlotMaker, Table, Value
from reader.temporal.words.template import PatternError, Slot, Template, read_template
from reader.temporal.words.values import RuleValue, ValueSpecError, read_value

BASE = "base"
_SHORTEST_ABBREVIATION = 3  # "v." without its dot is a letter
_SECTIONS = frozenset(
    {
        "tag",
        "name",
        "date_order",
        "word_boundaries",
        "fold_diacritics",
        "fold",
        "prefixes",
        "suffixes",
        "options",
    }
    | {
        "numbers",
        "words",
        "particles",
        "month_names",
        "join",
        "cues",
        "rules",
        "scripts",
        "commonest",
        "letters",
        "without",
        "capital",
    }
    | {"not_before", "not_after", "year_before", "year_after", "paired", "endings", "bounds", "signs"}
)


_T = TypeVar("_T")
_LEADING_CUES = ("issue", "issue_line", "source")
_CUES_AS_WRITTEN = frozenset(
    {"past", "future", "past_endings", "future_endings", "future_beginnings", "no_tense", "future_sure"}
    | {"future_sure_endings", "bare_after", "past_state", "present_state", "by_then", "issue_link", "so_far"}
    | {"participle_endings", "no_participle_endings", "before_participle", "counting_endings"}
)


class LanguageFileError(ValueError):
    """A language file that cannot be used; the message names file, rule and reason."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the mention in it, its value (TIMEX3 or EDTF) and domain; no mention: none must be found."""

    text: str
    mention: str = ""
    value: str = ""
    domain: str = "news"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as read: its template, what it says, its proof."""

    name: str
    template: Template
    value: RuleValue
    priority: int = 0
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """A language as its file gives it, words folded.

    Attributes:
        tables: every table of words by slot name.
        readers: how a slot's text becomes a value.
        joins: words between two mentions, by kind of join ("of", "range", "clock" …).
        cues: word lists that tell roles and tense, by name.
        capital: words that are time only when written with a capital ("May", "March").
        not_before, not_after: words beside a bare number that make it no date ("page", "soldiers").
        year_before, year_after: where given, a bare number is a year only after or before one of these words
            ("و-" stands for all that begin so) or before a sign: Arabic nouns follow their number bare.
        function_words: its commonest words; what a phrase goes on with after a bare hour ("a las tres de …").
        number_words: those of its numbers; `joins_numbers`: it writes them as one ("einundzwanzig").
        bounds: what makes a date a bound, by its name, as a text ends with it before or begins with it after.
        signs: what fills the gaps of patterns, regular expressions by the gap's name (`signs.py`).
        options: switches of the engine, by name.
        compiled: the patterns filled so far, by their sign.
    """

    tag: str
    name: str
    date_order: str
    word_boundaries: bool
    folding: Folding
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    tables: Mapping[str, Table]
    slots: Mapping[str, Slot]
    readers: Mapping[str, Reader]
    rules: tuple[Rule, ...]
    joins: Mapping[str, tuple[tuple[str, ...], ...]]
    cues: Mapping[str, frozenset[str]]
    capital: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    year_leads: frozenset[str]
    year_before: frozenset[str] = frozenset()
    year_after: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    joins_numbers: bool = False
    bounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    compiled: dict[object, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def glue(self) -> Mapping[str, frozenset[str]]:
        """What may stand between two mentions, by kind of join."""
        return {kind: frozenset(row[0] for row in rows) for kind, rows in self.joins.items()}

    def is_among(self, word: str, words: frozenset[str]) -> bool:
        """Whether a word, or what is left of it without a clitic, is one of some words."""
        if not self.word_boundaries:
            return word.endswith(tuple(words))
        return word in words or any(
            word.startswith(prefix) and word[len(prefix) :] in words for prefix in self.prefixes
        )

    @cached_property
    def counted_endings(self) -> tuple[str, ...]:
        """How nouns end that one counts."""
        return tuple(word[1:] for word in self.not_after if word.startswith("-"))

    @cached_property
    def cue_ends(self) -> frozenset[str]:
        """The words right before a date with which cues of issue and source end, their links left out."""
        cues = [cue.split(" ") for name in _LEADING_CUES for cue in self.cues.get(name, ())]
        return frozenset(word for cue in cues for word in cue[-2:])

    @cached_property
    def bound_leads(self) -> tuple[str, ...]:
        """Of the words of bounds all that stand before a date."""
        return tuple(word for name, words in self.bounds.items() for word in words if "_" not in name)

    @cached_property
    def bound_followers(self) -> tuple[str, ...]:
        """Of the words of bounds all that stand after a date."""
        return tuple(word for name, words in self.bounds.items() for word in words if "_" in name)

    @cached_property
    def verb_forms(self) -> tuple[tuple[str, ...], ...]:
        """How verbs of a sure future end, those of a future end and begin, those of a past end.

        Last how participles end that tell of what was right before a date, and how what looks like them does.
        """
        future = ("future_sure_endings", "future_endings", "future_beginnings")
        names = (*future, "past_endings", "participle_endings", "no_participle_endings")
        return tuple(tuple(self.cues.get(name, ())) for name in names)

    @cached_property
    def cue_forms(self) -> Mapping[str, tuple[str, ...]]:
        """The cues as a text may begin with them."""
        return {name: tuple(cues) for name, cues in self.cues.items()}

    @cached_property
    def last_of_cues(self) -> Mapping[str, tuple[str, ...]]:
        """The cues as a text may end with them, a space before each."""
        return {name: tuple(f" {cue}" for cue in cues) for name, cues in self.cues.items()}


def read_language(path: Path, base: Mapping[str, Any] | None = None) -> Language:
    """Reads and checks one file.

    Args:
        path: the language's file; its name is its tag.
        base: what `read_toml` gave for the shared rules, or None for none.

    Raises:
        LanguageFileError: what is wrong, with file and rule.
    """
    return build_language(read_toml(path), base or {}, str(path))


def read_toml(path: Path) -> Mapping[str, Any]:
    """The tables of a file.

    Raises:
        LanguageFileError: no such file, or no TOML.
    """
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageFileError(f"{path}: {error}") from error


def build_language(data: Mapping[str, Any], base: Mapping[str, Any], source: str) -> Language:
    """A language from the tables of its file and the shared ones.

    Raises:
        LanguageFileError: what is wrong, with `source` and rule.
    """
    unknown = set(data) - _SECTIONS
    if unknown:
        raise LanguageFileError(f"{source}: unknown section {min(unknown)!r}")
    if not isinstance(data.get("tag"), str):
        raise LanguageFileError(f"{source}: 'tag' is missing")
    letters = tuple((str(old), str(new)) for old, new in data.get("fold", {}).items())
    folding = Folding(bool(data.get("fold_diacritics", False)), letters)
    numbers, endings = data.get("numbers", {}), data.get("endings", {})
    ordinals = _declined(_numbered(numbers.get("ordinals", {}), folding), endings.get("ordinals"))
    atoms = _numbered(numbers.get("words", {}), folding)
    joiners = tuple(folding(joiner).text for joiner in numbers.get("joiners", (" ", "-")))
    signs = _united("signs", base, data)
    maker = SlotMaker(
        NumberWords(atoms, joiners) if atoms else None,
        ordinals,
        tuple(folding.word(suffix) for suffix in numbers.get("day_suffixes", ())),
        tuple(folding.word(suffix) for suffix in numbers.get("ordinal_suffixes", ())),
        signs,
        bool(numbers.get("han", False)),
    )
    tables = _tables(data, base, folding)
    slots: dict[str, Slot] = {}
    readers: dict[str, Reader] = {}
    for name, made in maker.slots().items():
        slots[name], readers[name] = made
    for name, table in tables.items():
        slots[name], readers[name] = table.slot(), table.read
    return Language(
        tag=data["tag"],
        name=str(data.get("name", data["tag"])),
        date_order=str(data.get("date_order", "dmy")),
        word_boundaries=bool(data.get("word_boundaries", True)),
        folding=folding,
        prefixes=tuple(folding.word(prefix) for prefix in data.get("prefixes", ())),
        suffixes=tuple(folding.word(suffix) for suffix in data.get("suffixes", ())),
        tables=tables,
        slots=slots,
        readers=readers,
        rules=_rules(data, base, slots, folding, source),
        joins=_joins(data, folding),
        cues={
            # Tense hangs on letters that folding may take away ("a", "à"), so its words stay as written.
            name: frozenset(words) if name in _CUES_AS_WRITTEN else _words(words, folding)
            for name, words in _united("cues", base, data).items()
        },
        capital=_words(data.get("capital", ()), folding),
        not_before=_words(data.get("not_before", ()), folding) | _words(base.get("not_before", ()), folding),
        not_after=_words(data.get("not_after", ()), folding) | _words(base.get("not_after", ()), folding),
        year_leads=_words(numbers.get("year_leads", ()), folding),
        year_before=_words(data.get("year_before", ()), folding),
        year_after=_words(data.get("year_after", ()), folding),
        number_words=frozenset(atoms),
        joins_numbers="" in joiners,
        bounds={
            # A word of letters has a space before it; what clings to its date ("'dan beri") and Han has none.
            name: tuple(
                folding.word(word)
                if "_" in name or not data.get("word_boundaries", True)
                else f" {folding.word(word)}"
                for word in words
            )
            for name, words in data.get("bounds", {}).items()
        },
        function_words=_words(str(data.get("commonest", "")).split(), folding),
        signs=signs,
        options=data.get("options", {}),
    )


def _united(section: str, base: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Lists of words by name, the shared ones first."""
    shared, own = base.get(section, {}), data.get(section, {})
    return {name: (*shared.get(name, ()), *own.get(name, ())) for name in {**shared, **own}}


def _words(words: Sequence[str], folding: Folding) -> frozenset[str]:
    return frozenset(folding.word(word) for word in words)


def _numbered(table: Mapping[str, Sequence[str]], folding: Folding) -> dict[str, int]:
    return {folding.word(word): int(value) for value, words in table.items() for word in words}


def _declined(table: Mapping[str, _T], endings: Sequence[str] | None) -> dict[str, _T]:
    """A table with the endings its words may take; a word counts without any only where "" is one of them."""
    if endings is None:
        return dict(table)
    return {word + ending: value for word, value in table.items() for ending in endings}


def _joins(data: Mapping[str, Any], folding: Folding) -> dict[str, tuple[tuple[str, ...], ...]]:
    joins: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name, entries in data.get("join", {}).items():
        rows = [[entry] if isinstance(entry, str) else entry for entry in entries]
        joins[name] = tuple(tuple(folding.word(word) for word in row) for row in rows)
    return joins


def _tables(data: Mapping[str, Any], base: Mapping[str, Any], folding: Folding) -> dict[str, Table]:
    tables: dict[str, dict[str, Value]] = {}
    spawning: set[str] = set()
    for source in (base, data):
        for section in ("words", "particles"):
            for name, table in source.get(section, {}).items():
                rows = table.items() if isinstance(table, Mapping) else ((word, [word]) for word in table)
                into = tables.setdefault(name, {})
                for value, words in rows:
                    into.update({form: _plain(value) for word in words for form in _forms(word, folding)})
                if section == "words":
                    spawning.add(name)
        for calendar, table in source.get("month_names", {}).items():
            into = tables.setdefault("othermonth", {})
            spawning.add("othermonth")
            for number, words in table.items():
                into.update(
                    {form: f"{calendar}/{number}" for word in words for form in _forms(word, folding)}
                )
    for name, endings in data.get("endings", {}).items():
        if name in tables:
            tables[name] = _declined(tables[name], [folding.word(ending) for ending in endings])
    _add_short_forms(tables, spawning)
    paired = {form for name in data.get("paired", ()) for form in (name, f"{name}_full")}
    return {name: Table(table, name in spawning, name in paired) for name, table in tables.items() if table}


def _add_short_forms(tables: dict[str, dict[str, Value]], spawning: set[str]) -> None:
    """Makes `month` of `month` and `month_short`, and keeps the long words alone as `month_full`."""
    for name in [name for name in tables if name.endswith("_short")]:
        long = name.removesuffix("_short")
        tables[f"{long}_full"] = tables.get(long, {})
        tables[long] = tables[name] | tables.get(long, {})
        spawning.add(f"{long}_full")


def _forms(word: str, folding: Folding) -> tuple[str, ...]:
    """A word as it may stand: an abbreviation also without its dot."""
    folded = folding.word(word)
    is_short = folded.endswith(".") and len(folded) >= _SHORTEST_ABBREVIATION
    return (folded, folded[:-1]) if is_short else (folded,)


def _plain(value: str) -> Value:
    return int(value) if value.removeprefix("-").isdigit() else value


def _rules(
    data: Mapping[str, Any], base: Mapping[str, Any], slots: Mapping[str, Slot], folding: Folding, source: str
) -> tuple[Rule, ...]:
    without = set(data.get("without", ()))
    own = [(entry, data["tag"], True) for entry in data.get("rules", ())]
    shared = [(entry, BASE, False) for entry in base.get("rules", ()) if entry.get("name") not in without]
    rules: list[Rule] = []
    for entry, tag, is_own in [*own, *shared]:
        name = str(entry.get("name", f"rule {len(rules) + 1}"))
        try:
            rules.append(_rule(entry, f"{tag}/{name}", slots, folding))
        except (PatternError, ValueSpecError, KeyError, TypeError) as error:
            if is_own:
                raise LanguageFileError(f"{source}: rule {name!r}: {error}") from error
    return tuple(rules)


def _rule(entry: Mapping[str, Any], name: str, slots: Mapping[str, Slot], folding: Folding) -> Rule:
    if "pattern" not in entry:
        raise PatternError("'pattern' is missing")
    template = read_template(entry["pattern"], slots, lambda text: folding(text).text)
    names = tuple(binding.name for binding in template.bindings)
    return Rule(
        name=name,
        template=template,
        value=read_value(str(entry.get("value", "")), str(entry.get("type", "DATE")), names),
        priority=int(entry.get("priority", 0)),
        examples=tuple(Example(*map(str, example)) for example in entry.get("examples", ())),
        counterexamples=tuple(str(text) for text in entry.get("counterexamples", ())),
    )
