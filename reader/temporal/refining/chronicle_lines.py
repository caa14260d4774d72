"""Lines of a chronicle that open with their year: "1349 Die Pest.", "1288 Graf Eberhard verkauft die Mühle".

In: a passage and a bare number at its beginning. Out: whether what follows opens the line's own words, where
nouns bear capitals: a small word does so only with a capital, and some words of the language (`[cues]`
opens_entry: an ordinal, a rank) name one thing, which no number counts. "1200 Arbeiter streikten" tells none.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft

_TWO_AFTER = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")


def opens_chronicle_line(draft: Draft, mention: Mention) -> bool:
    """Whether a number is the year that a line of a chronicle opens with."""
    language = draft.language
    if mention.start or draft.in_table or language.options.get("nouns") != "capital":
        return False
    found = _TWO_AFTER.match(draft.spoken, mention.end)
    if found is None or not found[1].istitle():
        return False
    word = draft.text[slice(*found.span(1))]
    if word in language.function_words:
        return True
    named = found[2] is not None and found[2].istitle()
    return named and word in language.cues.get("opens_entry", ())
