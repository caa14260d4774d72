"""A language made ready to search texts: which words make it look, which rules may begin where.

In: a `Language`. Out: candidates, every stretch that some rule matches. Three things keep it fast: rules are
tried only around words that speak of time, only where the two words there fit, and only when what they need
is in sight; and a rule's expression is compiled when first tried, so that start-up costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, reduce
from operator import and_

from reader.frozen import frozen
from reader.temporal.matching.compiled_rule import CompiledRule, Window
from reader.temporal.matching.sight import around
from reader.temporal.matching.word_starts import WordStarts
from reader.temporal.words.language import Language, Rule
from reader.temporal.words.slots import DIGITS, FOUR_DIGITS
from reader.temporal.words.trie import alternation

TOKEN = re.compile(r"\d+|[^\W\d_]+")
# "1/2/2024" begins at its first figure or nowhere.
_INSIDE_FIGURES = re.compile(r"\d[/.:]\d")
_YEAR_LENGTH = 4
_LONGEST_NUMBER = 17  # digits of a token beyond this are no date in any form, and `int` slows down


@frozen
class Candidate:
    """A rule's match in a folded text; `start` and `end` leave out the context that its rule asks for."""

    start: int
    end: int
    length: int  # with its context
    order: int
    rule: Rule
    match: re.Match[str]


class Grammar:
    """The search of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        # Words are looked for inside others: without spaces, or written together at will ("오후세시이십분").
        self._inside = not language.word_boundaries or bool(language.options.get("glued"))
        self._bits: dict[str, int] = {"#": 1, "####": 2}
        self._literals: set[str] = set()
        self._rules = [self._compiled(order, rule) for order, rule in enumerate(language.rules)]
        self._starting: dict[tuple[str, int], tuple[CompiledRule, ...]] = {}

    def candidates(self, text: str) -> Iterator[list[Candidate]]:
        """Per stretch of the folded text that speaks of time: all matches in it."""
        for starts in self._windows_inside(text) if self._inside else self._word_starts.windows(text):
            found = [
                Candidate(
                    match.start(compiled.begin),
                    match.start("finish") if compiled.has_finish else match.end(),
                    match.end() - place,
                    compiled.order,
                    compiled.rule,
                    match,
                )
                for place, rules in starts
                for compiled in rules
                if (match := compiled.match(text, place))
            ]
            if found:
                yield found

    @cached_property
    def _word_starts(self) -> WordStarts:
        return WordStarts(self.language, self._rules, self._kinds)

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
        needs = reduce(and_, masks)
        return CompiledRule(rule, order, needs, () if needs in masks else tuple(masks), tail)

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
            word = max(words, key=lambda need: self._tells(need[1:]))
            self._literals.add(word[1:])
            mask = self._bit(word)
        return mask

    def _tells(self, word: str) -> tuple[bool, bool, int, str]:
        """How seldom a word is met where nothing is said of time: "lendemain" before "le"."""
        return not word.isdecimal(), word not in self.language.function_words, len(word), word

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
            parts = TOKEN.findall(word)
            if not parts:
                continue
            telling = max(parts, key=self._tells)
            endings = ("", *language.suffixes) if len(parts) == 1 else ("",)
            for prefix in ("", *language.prefixes):
                for ending in endings:
                    form = prefix + telling + ending
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

    def _kinds(self, word: str) -> int:
        """The kinds of time that a word speaks of, 0 for none."""
        kinds = self.vocabulary.get(word)
        if kinds is not None:
            return kinds
        if word[0] in DIGITS:
            return 3 if len(word) == _YEAR_LENGTH else 1
        # "neunzehnhundertvierzehn": where number words are written as one, their beginning tells.
        return self._bits["yearword"] if word.startswith(self._compound_leads) else 0

    def _windows_inside(self, text: str) -> Iterator[Window]:
        """Per window: where a match may begin, and the rules to try there."""
        words = ((match.start(), match[match.lastindex or 0]) for match in self._spotter.finditer(text))
        telling = ((place, word, self._kinds(word)) for place, word in words)
        for start, end, mask in around(telling):
            yield self._starts(text, start, end, mask)

    def _starts(self, text: str, start: int, end: int, mask: int) -> Window:
        for place, head in self._places(text, start, end):
            yield place, self._rules_from(head, mask)

    def _places(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Where in text[start:end] a match may begin, and the sign there ("#" for digits)."""
        if self.language.word_boundaries:
            for match in TOKEN.finditer(text, start, end):
                place, head = match.start(), match[0][0]
                if place and text[place - 1].isalnum():
                    continue
                if head not in DIGITS:
                    yield place, head
                elif len(match[0]) <= _LONGEST_NUMBER and not (
                    place > 1 and _INSIDE_FIGURES.match(text, place - 2)
                ):
                    yield place, "#"
            return
        for place in range(start, min(end, len(text))):
            if text[place] not in DIGITS:
                yield place, text[place]
            elif place == 0 or text[place - 1] not in DIGITS:
                yield place, "#"

    def _rules_from(self, head: str, mask: int) -> tuple[CompiledRule, ...]:
        """The rules that may begin with a sign where these kinds of time are in sight."""
        found = self._starting.get((head, mask))
        if found is None:
            fitting = (one for one in self._rules if one.may_match(mask) and _may_begin(one.rule, head))
            found = self._starting[head, mask] = tuple(fitting)
        return found


def _may_begin(rule: Rule, head: str) -> bool:
    first = rule.template.first
    return first is None or (not DIGITS.isdisjoint(first) if head == "#" else head in first)


def _see_within(vocabulary: dict[str, int]) -> None:
    """Gives each word the kinds of the words within it, which the longest at a place hides."""
    for word in vocabulary:
        for begin in range(len(word)):
            for end in range(begin + 1, len(word) + 1):
                vocabulary[word] |= vocabulary.get(word[begin:end], 0)
