"""A language made ready to search texts: which words make it look, which rules may begin where.

In: a `Language`. Out: candidates, every stretch that some rule matches. Three things keep it fast: rules are
tried only around words that speak of time, only where such a match may begin, and only when every word and
slot they need is in sight; and a rule's expression is compiled when first tried, so that start-up costs
little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reader.temporal.language import Language, Rule
from reader.temporal.slots import DIGITS, FOUR_DIGITS
from reader.temporal.trie import alternation

TOKEN = re.compile(r"\d+|[^\W\d_]+")
_HEAD = re.compile(r"\d+|[^\W\d_]+|\S")
# How far from the word that spawned it a match may begin or end: the longest rules of the first five
# languages reach 26 characters beyond ("the last three and a half months of …").
_REACH = 30
_YEAR_LENGTH = 4
_LONGEST_NUMBER = 17  # digits of a token beyond this are no date in any form, and `int` slows down


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule's match in a folded text."""

    start: int
    end: int
    order: int
    rule: Rule
    match: re.Match[str]


@dataclass
class CompiledRule:
    """A rule and its expression, compiled at first use."""

    rule: Rule
    order: int
    masks: tuple[int, ...]
    tail: str
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins at `start`."""
        if self._pattern is None:
            self._pattern = re.compile(self.rule.template.regex() + self.tail)
        return self._pattern.match(text, start)


class Grammar:
    """The search of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bits: dict[str, int] = {"#": 1, "####": 2}
        self._literals: set[str] = set()
        self._rules = [self._compiled(order, rule) for order, rule in enumerate(language.rules)]
        self._starting: dict[tuple[str, int], tuple[CompiledRule, ...]] = {}
        self._prefixes = tuple(sorted(language.prefixes, key=len, reverse=True))

    def candidates(self, text: str) -> Iterator[list[Candidate]]:
        """Per stretch of the folded text that speaks of time: all matches in it."""
        for start, end, mask in self._windows(text):
            found = [
                Candidate(place, match.end(), compiled.order, compiled.rule, match)
                for place in self._starts(text, start, end)
                for compiled in self._rules_from(text[place], mask)
                if (match := compiled.match(text, place))
            ]
            if found:
                yield found

    def _compiled(self, order: int, rule: Rule) -> CompiledRule:
        masks = {self._mask(variant) for variant in rule.template.needs}
        tail = ""
        if self.language.word_boundaries:
            suffixes = f"(?:{alternation(self.language.suffixes)})?" if self.language.suffixes else ""
            tail = rf"{suffixes}(?!\w)"
        return CompiledRule(rule, order, tuple(masks), tail)

    def _bit(self, kind: str) -> int:
        return self._bits.setdefault(kind, 1 << len(self._bits))

    def _mask(self, variant: frozenset[str]) -> int:
        mask = 0
        words = []
        for need in variant:
            if need.startswith("="):
                words.append(need)
            elif self.language.slots[need].spawns:
                # A number is no reason to look twice; a table's word or four digits are.
                digits = self.language.slots[need].first == DIGITS
                mask |= self._bit(("####" if need in FOUR_DIGITS else "#") if digits else need)
        if not mask and words:
            word = max(words, key=lambda need: (len(need), need))
            self._literals.add(word[1:])
            mask = self._bit(word)
        return mask

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Words that make the engine look, with the kinds of time they speak of."""
        found: dict[str, int] = {}
        language = self.language
        entries = [(word, word_bit) for word in self._literals if (word_bit := self._bits[f"={word}"])]
        entries += [
            (word, self._bits["yearword"]) for word in language.year_leads if "yearword" in self._bits
        ]
        for name, table in language.tables.items():
            if table.spawns and name in self._bits:
                entries += [(word, self._bits[name]) for word in table.values]
        for word, bit in entries:
            if not language.word_boundaries:
                found[word] = found.get(word, 0) | bit
                continue
            head = _HEAD.findall(word)
            if not head or head[0].isdigit():
                continue
            first = head[0]
            endings = ("", *language.suffixes) if len(head) == 1 else ("",)
            for prefix in ("", *self._prefixes):
                for ending in endings:
                    form = prefix + first + ending
                    found[form] = found.get(form, 0) | bit
        return found

    @cached_property
    def _spotter(self) -> re.Pattern[str]:
        """Finds the words of the vocabulary and groups of digits where words are not set apart by spaces."""
        return re.compile(rf"\d+|{alternation(self.vocabulary)}" if self.vocabulary else r"\d+")

    def _windows(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Stretches around the telling words: start, end, kinds of time in sight."""
        start = end = mask = 0
        open_window = False
        vocabulary = self.vocabulary
        pattern = TOKEN if self.language.word_boundaries else self._spotter
        for match in pattern.finditer(text):
            word = match.group()
            kinds = vocabulary.get(word)
            if kinds is None:
                if word[0] not in DIGITS:
                    continue
                kinds = 3 if len(word) == _YEAR_LENGTH else 1
            place = match.start()
            if open_window and place - end <= 2 * _REACH:
                mask |= kinds
            else:
                if open_window:
                    yield start, end + _REACH, mask
                start, mask, open_window = max(0, place - _REACH), kinds, True
            end = match.end()
        if open_window:
            yield start, end + _REACH, mask

    def _starts(self, text: str, start: int, end: int) -> Iterator[int]:  # noqa: C901 - split up it would be slower
        """Where in text[start:end] a match may begin."""
        if not self.language.word_boundaries:
            for place in range(start, min(end, len(text))):
                if text[place] not in DIGITS or place == 0 or text[place - 1] not in DIGITS:
                    yield place
            return
        for match in TOKEN.finditer(text, start, end):
            place = match.start()
            if place and text[place - 1].isalnum():
                # Inside a word, unless what stands before is a particle that clings ("و1980").
                if not self._prefixes or not self._clings(text, place):
                    continue
            elif self._prefixes:
                word = match.group()
                for prefix in self._prefixes:
                    if word.startswith(prefix) and len(word) > len(prefix) + 1:
                        yield place + len(prefix)
            if len(match.group()) <= _LONGEST_NUMBER or text[place] not in DIGITS:
                yield place

    def _clings(self, text: str, place: int) -> bool:
        head = text[max(0, place - 5) : place]
        return any(
            head.endswith(prefix) and not head[: -len(prefix)][-1:].isalnum() for prefix in self._prefixes
        )

    def _rules_from(self, char: str, mask: int) -> tuple[CompiledRule, ...]:
        key = char, mask
        found = self._starting.get(key)
        if found is None:
            found = self._starting[key] = tuple(
                compiled
                for compiled in self._rules
                if (compiled.rule.template.first is None or char in compiled.rule.template.first)
                and any(need & mask == need for need in compiled.masks)
            )
        return found
