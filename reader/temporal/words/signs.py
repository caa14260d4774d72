"""Patterns with gaps for the words of a language: "<street_end> $" finds how the names of its streets end.

In: a pattern and a language. Out: the pattern with the language's words in its gaps (`gaps.py`). The words
are in the `[signs]` of the language's file and of the shared one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.temporal.words.gaps import fill
from reader.temporal.words.language import Language


@dataclass(frozen=True, eq=False)
class Sign:
    """A pattern in which `<name>` stands for the words that a language has under that name."""

    pattern: str
    flags: re.RegexFlag = re.NOFLAG

    def of(self, language: Language) -> re.Pattern[str]:
        """The pattern with the words of a language, which keeps it from then on."""
        found = language.compiled.get(self)
        if found is None:
            filled = fill(self.pattern, language.signs)
            found = language.compiled[self] = re.compile(filled, self.flags)
        return found
