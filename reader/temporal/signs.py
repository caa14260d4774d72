"""Patterns with gaps for the words of a language: "<street_end> $" finds how the names of its streets end.

In: a pattern and a language. Out: the pattern with the language's words in its gaps. The words are regular
expressions, alternatives to each other, in the `[signs]` of the language's file and of the shared one; a gap
for which neither has a word makes that the pattern is never found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.temporal.language import Language

_GAP = re.compile(r"<([a-z_]+)>")
_NOTHING = "(?!)"


@dataclass(frozen=True, eq=False)
class Sign:
    """A pattern in which `<name>` stands for the words that a language has under that name."""

    pattern: str
    flags: re.RegexFlag = re.NOFLAG

    def of(self, language: Language) -> re.Pattern[str]:
        """The pattern with the words of a language, which keeps it from then on."""
        found = language.compiled.get(self)
        if found is None:
            filled = _GAP.sub(lambda gap: "|".join(language.signs.get(gap[1], (_NOTHING,))), self.pattern)
            found = language.compiled[self] = re.compile(filled, self.flags)
        return found
