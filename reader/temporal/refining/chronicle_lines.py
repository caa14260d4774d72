"""Lines of a chronicle that open with their year: "1349 Die Pest.", "1288 Graf Eberhard verkauft die Mühle".

In: a passage and a bare number at its beginning. Out: whether what follows opens the line's own words, where
nouns bear capitals: a small word does so only with a capital, and some words of the language (`[cues]`
opens_entry: an ordinal, a rank) name one thing, which no number counts. "1200 Arbeiter streikten" tells none.
By its form a noun that is no plural, an adjective with a capital or a verb of one person say the same less
surely: such a number counts nothing, but is a year only where the story stands in such times.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_CAPITAL = r"[^\W\d_a-zà-ÿ][^\W\d_]*"
# "Große Not", "Neues Rathaus": where something is counted, its adjective is small.
_ADJECTIVE_FIRST = Sign(rf" {_CAPITAL}(?:<capital_attribute_end>) {_CAPITAL}")
_PLURAL = Sign(r"[^\W\d_]+(?:<plural_noun_end>)")
_SINGULAR_VERB = r"(?!ge)[^\W\d_A-ZÀ-Ý]*(?:<singular_verb_end>)"
# "Kirche der Vorstadt brennt ab", but "Häuser zerstört"
_ONE_DOES = Sign(rf"(?: (?:{_CAPITAL}|<within_subject>))+ {_SINGULAR_VERB} (?!(?:<and>) )[^\W\d_]")
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


def counts_nothing(draft: Draft, mention: Mention) -> bool:
    """Whether a number at the head of a line stands before something that no number counts."""
    if opens_chronicle_line(draft, mention):
        return True
    language = draft.language
    if mention.start or draft.in_table or language.options.get("nouns") != "capital":
        return False
    found = _TWO_AFTER.match(draft.spoken, mention.end)
    if found is None or not found[1].istitle():
        return False
    word = draft.text[slice(*found.span(1))]
    counted = language.not_after | language.cues.get("counted_things", frozenset())
    if word in counted or word.endswith(language.counted_endings):
        return False
    return not _PLURAL.of(language).fullmatch(word) or any(
        sign.of(language).match(draft.spoken, mention.end) for sign in (_ADJECTIVE_FIRST, _ONE_DOES)
    )


__all__ = ["counts_nothing", "opens_chronicle_line"]
