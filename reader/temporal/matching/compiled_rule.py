"""A rule with its expression and the kinds of time it needs, as the search holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from reader.temporal.words.language import Rule

_MOST_MASKS = 200  # sets of kinds of time of which is remembered what fits them
_Match = Callable[[str, int], re.Match[str] | None]


@dataclass
class CompiledRule:
    """A rule and its expression, compiled at first use.

    Attributes:
        rule: the rule; order: its place in the language.
        needs: the kinds of time that all its variants need.
        variants: those that each needs, where they differ.
        tail: what is added to its expression.
    """

    rule: Rule
    order: int
    needs: int
    variants: tuple[int, ...]
    tail: str

    def may_match(self, mask: int) -> bool:
        """Whether what it needs is among the kinds of time in sight."""
        return self.needs & mask == self.needs and (
            not self.variants or any(need & mask == need for need in self.variants)
        )

    @cached_property
    def match(self) -> _Match:
        """Gives the match that begins at a place of a text."""
        return self._pattern.match

    @cached_property
    def begin(self) -> str | int:
        """The group of its expression that begins after the context before it; 0 where it asks for none."""
        return "begin" if "begin" in self._pattern.groupindex else 0

    @cached_property
    def has_finish(self) -> bool:
        """Whether context follows, which begins with the group "finish"."""
        return "finish" in self._pattern.groupindex

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.rule.template.regex() + self.tail)


class Trials:
    """Rules to try at a place; which of them fit the kinds of time in sight is remembered.

    Attributes:
        rules: in the order of the language.
        kinds: the kinds of time that any of them asks for; others in sight make no difference.
    """

    __slots__ = ("_fitting", "kinds", "rules")

    def __init__(self, rules: tuple[CompiledRule, ...]) -> None:
        self.rules = rules
        self.kinds = 0
        for rule in rules:
            self.kinds |= reduce(or_, rule.variants, rule.needs)
        self._fitting: dict[int, tuple[CompiledRule, ...]] = {}

    def fitting(self, mask: int) -> tuple[CompiledRule, ...]:
        """Those that may match where these kinds of time are in sight."""
        mask &= self.kinds
        found = self._fitting.get(mask)
        if found is None:
            found = tuple(rule for rule in self.rules if rule.may_match(mask))
            if len(self._fitting) < _MOST_MASKS:
                self._fitting[mask] = found
        return found


# Where a match may begin, and the rules to try there.
Window = Iterator[tuple[int, tuple[CompiledRule, ...]]]
