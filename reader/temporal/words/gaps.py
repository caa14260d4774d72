"""Gaps in patterns, filled with the words of a language: "<street_end> $".

In: a pattern and the `[signs]` of a language's file, regular expressions that are alternatives to each other.
Out: the pattern with them in its gaps; a gap for which there are none makes that it is never found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_GAP = re.compile(r"<([a-z_]+)>")
_NOTHING = "(?!)"


def fill(pattern: str, signs: Mapping[str, tuple[str, ...]]) -> str:
    """A pattern with words in its gaps."""
    return _GAP.sub(lambda gap: "|".join(signs.get(gap[1], (_NOTHING,))), pattern)
