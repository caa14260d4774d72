"""Dates said in passing, from which no story goes on: births, foundings, "since 1994", years in appositions.

In: a mention and the words around it. Out: whether it is an aside. The words are the language's (`[cues]`
born, since, already, compared, relative, looks_back, of, article, year_adverb; `[signs]` that_of), commas are
everybody's.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_SIGN = re.compile(r"[.,;:!?؟()]")
_SENTENCE_SIGN = re.compile(r"[.!?;؟]")
_ASIDE_REACH = 25  # "born in Newcastle on"
_THAT_OF = Sign(r"(?:<that_of>) ")  # "la última, el de 1998,"
_APPOSITION = 50  # characters: ", ancien couvent des Capucins acheté en"
_YEAR = 4  # figures
_TELLING = 6  # letters; shorter words are prepositions
_ARTICLE = 4  # letters
_COMPARED = 4  # words: "as against the same months of"
_PAIR = 2  # words: a participle and what leads in its year
_NONE: frozenset[str] = frozenset()


def is_aside(draft: Draft, mention: Mention) -> bool:
    """Whether a birth or a founding is dated, or since when something holds: "born in 1938", "seit 1994"."""
    cues = draft.language.cues
    words = words_of(draft.text[max(0, mention.start - _ASIDE_REACH) : mention.start])
    if words and words[-1] in cues.get("since", ()):
        return True
    if mention.reading.year is not None and _was_before(draft, mention, cues.get("already", _NONE)):
        return True
    born = cues.get("born", _NONE)
    following = _WORD.search(draft.text, mention.end, mention.end + _ASIDE_REACH)
    if following is not None and following[0] in born:
        return True  # "die 1926 erbaute Hütte"
    if mention.reading.day is None and mention.reading.weekday is None and _is_apposition(draft, mention):
        return True
    if (
        words
        and words[-1] in cues.get("article", ())
        and following is not None
        and mention.end - mention.start == _YEAR
    ):
        return True  # "a suspect in a 2015 series"
    return not born.isdisjoint(words) or (
        len(words) > 1 and len(words[-1]) <= _ARTICLE and words[-2] in cues.get("since", ())
    )


def compares(draft: Draft, mention: Mention) -> bool:
    """Whether something is measured against its time: "18 per cent more than in 2021"."""
    cues = draft.language.cues.get("compared", _NONE)
    return not cues.isdisjoint(_clause_before(draft, mention, cues)[-_COMPARED:])


def is_passing(draft: Draft, mention: Mention) -> bool:
    """Whether something had been already ("had bitten him in 2019") or takes effect ("notice to 1 May")."""
    cues = draft.language.cues
    lead = draft.text[max(0, mention.start - _ASIDE_REACH) : mention.start].rstrip()
    if lead.endswith(draft.language.last_of_cues.get("takes_effect", ())):
        return True
    if mention.reading.year is None:
        return False
    words = _clause_before(draft, mention, cues.get("pluperfect", _NONE))
    return not cues.get("already", _NONE).isdisjoint(words)


def _clause_before(draft: Draft, mention: Mention, cues: frozenset[str]) -> list[str]:
    """The words before it in its clause, if one of the cues is among them; else none."""
    if cues.isdisjoint(draft.said):
        return []  # as nearly always, and soon seen
    before = draft.text[max(0, mention.start - _APPOSITION) : mention.start]
    words = words_of(_CLAUSE_SIGN.split(before)[-1])
    return [] if cues.isdisjoint(words) else words


def _was_before(draft: Draft, mention: Mention, already: frozenset[str]) -> bool:
    """Whether its clause looks back: "D., already convicted by the court of Aurillac on 9 November 2012"."""
    return bool(_clause_before(draft, mention, already)) or _is_relative(draft, mention)


def _is_relative(draft: Draft, mention: Mention) -> bool:
    """Whether a relative clause amid a sentence looks back: "the pier, which a flood had taken in 2011,"."""
    cues = draft.language.cues
    verbs = cues.get("looks_back", cues.get("pluperfect", _NONE))
    if verbs.isdisjoint(draft.said):
        return False
    low, high = draft.text.rfind(",", 0, mention.start), draft.text.find(",", mention.end)
    low = max((low, *(draft.text.rfind(f" {word} ", 0, mention.start) for word in cues.get("relative", ()))))
    if low < 0 or high < 0 or high - low > 2 * _APPOSITION:
        return False
    clause = draft.text[low:high]
    return not _SENTENCE_SIGN.search(clause) and not verbs.isdisjoint(words_of(clause))


def _is_apposition(draft: Draft, mention: Mention) -> bool:
    """A year or month that ends words between commas: "the press, model of 1987, broke"; not ", in 1987,"."""
    if draft.text[mention.end : mention.end + 1] != ",":
        return False
    before = draft.text[max(0, mention.start - _APPOSITION) : mention.start].rpartition(",")
    words = words_of(before[2]) if before[1] and not _SENTENCE_SIGN.search(before[2]) else []
    cues = draft.language.cues
    of = cues.get("of", frozenset())
    said = _THAT_OF.of(draft.language).match(draft.text, mention.start) is not None and not words
    if said or (len(words) == 2 and words[1] in of):  # noqa: PLR2004 - "that of"
        return True  # "the last such drought, that of 1997-1998, cost"
    adverbs = cues.get("year_adverb", frozenset())
    if words and words[-1] in cues.get("year_lead", ()) and words[-1] not in of:
        # "the roof, renewed in 1987, leaks"; not "worn out, the mine yielded less until 1572, when"
        return len(words) == _PAIR and len(words[0]) >= _TELLING and words[0] not in adverbs
    return any(len(word) >= _TELLING and word not in adverbs for word in words)
