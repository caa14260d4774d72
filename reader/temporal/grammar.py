"""A language made ready to search texts: which words make it look, which rules may begin where.

In: a `Language`. Out: candidates, every stretch that some rule matches. Three things keep it fast: rules are
tried only around words that speak of time, only where such a match may begin, and only when every word and
slot they need is in sight; and a rule's expression is compiled when first tried, so that start-up costs
little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.temporal.language import Language, Rule
from reader.temporal.slots import DIGITS, FOUR_DIGITS
from reader.temporal.trie import alternation

TOKEN = re.compile(r"\d+|[^\W\d_]+")
_HEAD = re.compile(r"\d+|[^\W\d_]+|\S")
# How far from the word that spawned it a match may begin or end: the longest rules of the first five
# languages reach 26 characters beyond ("the last three and a half months of …").
_REACH = 30
# "1/2/2024" begins at its first figure or nowhere.
_INSIDE_FIGURES = re.compile(r"\d[/.:]\d")
# A word that goes on repeating itself tells nothing more; so a megabyte of "may" costs no more than prose.
_MOST_REPEATS = 3
_YEAR_LENGTH = 4
_SOME_WORD = "\0"  # before a letter: any word that begins with it and has no rules of its own
_BY_LENGTH = ("#", "#1", "#2", "#3", "#4", "#5")
_LONGEST_NUMBER = 17  # digits of a token beyond this are no date in any form, and `int` slows down


_Match = Callable[[str, int], re.Match[str] | None]


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

    @cached_property
    def match(self) -> _Match:
        """Gives the match that begins at a place of a text."""
        return re.compile(self.rule.template.regex() + self.tail).match


class Grammar:
    """The search of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        # Words are looked for inside others: without spaces, or written together at will ("오후세시이십분").
        self._inside = not language.word_boundaries or bool(language.options.get("glued"))
        self._bits: dict[str, int] = {"#": 1, "####": 2}
        self._literals: set[str] = set()
        self._rules = [self._compiled(order, rule) for order, rule in enumerate(language.rules)]
        self._beginning: dict[str, tuple[CompiledRule, ...]] = {}
        self._starting: dict[tuple[str, int], tuple[tuple[_Match, CompiledRule], ...]] = {}
        # Endings may follow any word, and without spaces a word has no end: then only first letters tell.
        by_word = language.word_boundaries and not language.suffixes
        heads = (rule.template.heads for rule in language.rules) if by_word else ()
        self._heads = frozenset[str]().union(*(found for found in heads if found))
        self._prefixes = tuple(sorted(language.prefixes, key=len, reverse=True))

    def candidates(self, text: str) -> Iterator[list[Candidate]]:
        """Per stretch of the folded text that speaks of time: all matches in it."""
        for start, end, mask in self._windows(text):
            found = [
                Candidate(place, match.end(), compiled.order, compiled.rule, match)
                for place, head in self._starts(text, start, end)
                for matches, compiled in self._rules_from(head, mask)
                if (match := matches(text, place))
            ]
            if found:
                yield found

    def _compiled(self, order: int, rule: Rule) -> CompiledRule:
        masks = {self._mask(variant) for variant in rule.template.needs}
        tail = ""
        if self.language.word_boundaries:
            tail = r"(?!\w)"
            if self.language.suffixes:
                # An ending shows that the word is whole and is no part of the mention: "1923|'te".
                has_finish = any(node.kind == "finish" for node in rule.template.nodes)
                ending = f"(?:{alternation(self.language.suffixes)})?"
                tail = f"{'' if has_finish else '(?P<finish>)'}{ending}{tail}"
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
            if self._inside:
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
        if self._inside:
            _see_within(found)
        return found

    @cached_property
    def _spotter(self) -> re.Pattern[str]:
        """Finds the words of the vocabulary and groups of digits where words are not set apart by spaces."""
        # Words may overlap ("个星期", "星期三"), so each is seen from its first letter without being used up.
        return re.compile(rf"\d+|(?=({alternation(self.vocabulary)}))" if self.vocabulary else r"(\d+)")

    @cached_property
    def _compound_leads(self) -> tuple[str, ...]:
        language = self.language
        return tuple(language.year_leads) if language.joins_numbers and "yearword" in self._bits else ()

    def _windows(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Stretches around the telling words: start, end, kinds of time in sight."""
        start = end = mask = 0
        open_window = False
        last, after, repeats = "", 0, 0
        vocabulary = self.vocabulary
        # "neunzehnhundertvierzehn": where number words are written as one, their beginning tells.
        leads = self._compound_leads
        pattern = self._spotter if self._inside else TOKEN
        for match in pattern.finditer(text):
            word = match[match.lastindex or 0]
            kinds = vocabulary.get(word)
            if kinds is None:
                if word.startswith(leads):
                    kinds = self._bits["yearword"]
                elif word[0] not in DIGITS:
                    continue
                else:
                    kinds = 3 if len(word) == _YEAR_LENGTH else 1
            place = match.start()
            repeats = repeats + 1 if word == last and place - after <= 1 else 0
            last, after = word, place + len(word)
            if repeats > _MOST_REPEATS:
                continue
            if open_window and place - end <= 2 * _REACH:
                mask |= kinds
            else:
                if open_window:
                    yield start, end + _REACH, mask
                start, mask, open_window = max(0, place - _REACH), kinds, True
            end = after
        if open_window:
            yield start, end + _REACH, mask

    def _starts(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:  # noqa: C901 - speed
        """Where in text[start:end] a match may begin, and the word there ("#" for digits)."""
        if not self.language.word_boundaries:
            for place in range(start, min(end, len(text))):
                if text[place] not in DIGITS:
                    yield place, text[place]
                elif place == 0 or text[place - 1] not in DIGITS:
                    yield place, "#"
            return
        for match in TOKEN.finditer(text, start, end):
            place, word = match.start(), match.group()
            if place and text[place - 1].isalnum():
                # Inside a word, unless what stands before is a particle that clings ("و1980").
                if not self._prefixes or not self._clings(text, place):
                    continue
            elif self._prefixes:
                yield from self._after_prefixes(word, place)
            if word[0] not in DIGITS:
                yield place, word
            elif len(word) <= _LONGEST_NUMBER and (place < 2 or not _INSIDE_FIGURES.match(text, place - 2)):  # noqa: PLR2004 - two signs back
                yield place, _BY_LENGTH[min(len(word), _YEAR_LENGTH + 1)]

    def _after_prefixes(self, word: str, place: int) -> Iterator[tuple[int, str]]:
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) > len(prefix):
                yield place + len(prefix), word[len(prefix) :]

    def _clings(self, text: str, place: int) -> bool:
        head = text[max(0, place - 5) : place]
        return any(
            head.endswith(prefix) and not head[: -len(prefix)][-1:].isalnum() for prefix in self._prefixes
        )

    def _rules_from(self, head: str, mask: int) -> tuple[tuple[_Match, CompiledRule], ...]:
        """The rules that may begin with a word where these kinds of time are in sight."""
        # Of a word that begins no rule only its first letter counts; it is not the word "a" itself.
        known = head in self._heads or head[0] == "#"
        key = (head if known else _SOME_WORD + head[0]), mask
        found = self._starting.get(key)
        if found is None:
            found = self._starting[key] = tuple(
                (compiled.match, compiled)
                for compiled in self._rules_with(key[0])
                if any(need & mask == need for need in compiled.masks)
            )
        return found

    def _rules_with(self, head: str) -> tuple[CompiledRule, ...]:
        """The rules that may begin with a word, whatever else is in sight: a few heads, but many sights."""
        found = self._beginning.get(head)
        if found is None:
            found = self._beginning[head] = tuple(
                compiled for compiled in self._rules if self._may_begin(compiled.rule, head)
            )
        return found

    def _may_begin(self, rule: Rule, head: str) -> bool:
        template = rule.template
        if template.heads is not None and self._heads:
            return head in template.heads or (head[0] == "#" and "#" in template.heads)
        first = template.first
        letter = head[-1] if head[0] == _SOME_WORD else head[0]
        return first is None or (not DIGITS.isdisjoint(first) if letter == "#" else letter in first)


def _see_within(vocabulary: dict[str, int]) -> None:
    """Gives each word the kinds of the words within it, which the longest at a place hides."""
    for word in vocabulary:
        for begin in range(len(word)):
            for end in range(begin + 1, len(word) + 1):
                vocabulary[word] |= vocabulary.get(word[begin:end], 0)
