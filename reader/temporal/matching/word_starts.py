"""Where rules may begin in a text whose words are set apart by spaces.

In: a folded text. Out: per window the places where a match may begin and the rules to be tried there: those
that may begin with the word there and go on with the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from operator import attrgetter

from reader.temporal.matching.compiled_rule import CompiledRule, Trials, Window
from reader.temporal.matching.openings import LENGTHS, Opening, OpeningReader
from reader.temporal.matching.sight import around
from reader.temporal.words.language import Language
from reader.temporal.words.slots import DIGITS
from reader.temporal.words.tokens import tokens_of

# "1/2/2024" begins at its first figure or nowhere; "5 August 1906/14 Jumada II 1324" are two days.
_INSIDE_FIGURES = re.compile(r"\d(?:[.:]\d|/\d(?!(?<=[12]\d{3}/\d)\d? [^\W\d_]))")
_LONGEST_NUMBER = 17  # digits of a token beyond this are no date in any form, and `int` slows down
_MOST_FOLLOWING = 500  # different words of which is remembered what they mean after another
_MOST_REMEMBERED = 100_000  # different words of which a grammar remembers what begins with them: 10 MB
_Begin = tuple[CompiledRule, Opening]


class Word:
    """What a grammar knows of a word.

    Attributes:
        kinds: the kinds of time it speaks of, 0 for none.
        begins: the rules that may begin with it, and how they go on.
        seconds, beginnings: the whole words after it, and the beginnings of others, that tell them apart.
        trials: the rules to try, by the next word, None for none; filled on demand.
        may_begin: whether a rule may begin with it or within it.
        within: what stands in it after a particle that clings to it: how far on, and the word.
    """

    __slots__ = ("beginnings", "begins", "kinds", "may_begin", "seconds", "trials", "within")

    def __init__(self, kinds: int, begins: tuple[_Begin, ...], within: tuple[tuple[int, Word], ...]) -> None:
        self.kinds = kinds
        self.begins = begins
        self.within = within
        self.may_begin = bool(begins or within)
        told = [opening.seconds for _, opening in begins if opening.seconds is not None]
        self.seconds = frozenset[str]().union(*(words.whole for words in told))
        self.beginnings = tuple({beginning for words in told for beginning in words.beginnings})
        self.trials: dict[str, Trials | None] = {}

    def tried(self, following: str) -> Trials | None:
        """The rules to try where a word follows."""
        if following in self.trials:
            return self.trials[following]
        if following and following not in self.seconds and not following.startswith(self.beginnings):
            found = self.tried("")
        else:
            fitting = {
                compiled.order: compiled
                for compiled, opening in self.begins
                if opening.seconds is None or following in opening.seconds
            }
            found = Trials(tuple(fitting.values())) if fitting else None
        if len(self.trials) < _MOST_FOLLOWING:
            self.trials[following] = found
        return found


_NO_WORD = Word(0, (), ())
_UNKNOWN = Trials(())


class WordStarts(dict[str, Word]):
    """The places where rules may begin, and the words met so far."""

    def __init__(
        self, language: Language, rules: Iterable[CompiledRule], kinds: Callable[[str], int]
    ) -> None:
        super().__init__()
        self._kinds = kinds
        self._prefixes = tuple(sorted(language.prefixes, key=len, reverse=True))
        self._by_head: dict[str, list[_Begin]] = {}
        beginnings: list[tuple[str, _Begin]] = []
        reader = OpeningReader(language.slots, endings=bool(language.suffixes))
        for compiled in rules:
            for opening in reader.openings(compiled.rule.template.nodes):
                for head in opening.heads:
                    if head.endswith("…") or (language.suffixes and head[0] != "#"):
                        beginnings.append((head.removesuffix("…"), (compiled, opening)))
                    else:
                        self._by_head.setdefault(head, []).append((compiled, opening))
        self._beginnings = beginnings
        self._any_beginning = tuple({beginning for beginning, _ in beginnings})

    def __missing__(self, text: str) -> Word:
        word = self._digits(text) if text[0] in DIGITS else self._word(text, clinging=False)
        if len(self) < _MOST_REMEMBERED:
            self[text] = word
        return word

    def _digits(self, text: str) -> Word:
        name = f"#{min(len(text), len(LENGTHS))}"
        word = self.get(name)
        if word is None:
            begins = (*self._by_head.get("#", ()), *self._by_head.get(name, ()))
            word = self[name] = Word(self._kinds(text), begins, ())
        return word if len(text) <= _LONGEST_NUMBER else Word(word.kinds, (), ())

    def _word(self, text: str, *, clinging: bool) -> Word:
        kinds = 0 if clinging else self._kinds(text)
        begins = list(self._by_head.get(text, ()))
        if text.startswith(self._any_beginning):
            begins += (begin for beginning, begin in self._beginnings if text.startswith(beginning))
        within = () if clinging else tuple(self._without_prefix(text))
        return Word(kinds, tuple(begins), within) if kinds or begins or within else _NO_WORD

    def _without_prefix(self, text: str) -> Iterator[tuple[int, Word]]:
        for prefix in self._prefixes:
            if text.startswith(prefix) and len(text) > len(prefix):
                rest = self._word(text[len(prefix) :], clinging=True)
                if rest.begins:
                    yield len(prefix), rest

    def windows(self, text: str) -> Iterator[Window]:
        """Per window: where a match may begin, and the rules to try there."""
        texts, places = tokens_of(text)
        words = list(map(self.__getitem__, texts))
        kinds = list(map(_KINDS, words))
        telling = list(compress(range(len(kinds)), kinds))
        if not telling:
            return
        texts.append("")
        for start, end, mask in around([(places[at], texts[at], kinds[at]) for at in telling]):
            window = slice(bisect_left(places, start), bisect_left(places, end))
            beginning = list(map(_MAY_BEGIN, words[window]))
            following = texts[window.start + 1 : window.stop + 1]
            rows = zip(words[window], places[window], following, strict=True)
            yield self._starts(text, compress(rows, beginning), mask)

    def _starts(self, text: str, words: Iterable[tuple[Word, int, str]], mask: int) -> Window:
        for word, place, after in words:
            following = f"#{min(len(after), len(LENGTHS))}" if after.isdecimal() else after
            trials = word.trials.get(following, _UNKNOWN)
            if trials is _UNKNOWN:
                trials = word.tried(following)
            if trials is None and not word.within:
                continue
            if place and text[place - 1].isalnum():
                # Inside a word, unless what stands before is a particle that clings ("و1980").
                if not self._prefixes or not self._clings(text, place):
                    continue
            else:
                for offset, inner in word.within:
                    if inside := inner.tried(following):
                        yield place + offset, inside.fitting(mask)
            if trials is None or not (rules := trials.fitting(mask)):
                continue
            if place > 1 and text[place] in DIGITS and _INSIDE_FIGURES.match(text, place - 2):
                continue
            yield place, rules

    def _clings(self, text: str, place: int) -> bool:
        head = text[max(0, place - 5) : place]
        return any(
            head.endswith(prefix) and not head[: -len(prefix)][-1:].isalnum() for prefix in self._prefixes
        )


_KINDS = attrgetter("kinds")
_MAY_BEGIN = attrgetter("may_begin")
