"""What an annotated bibliography tells beside what it cites: "London: Penguin. The author died in 2001".

In: an entry of a list of references. Out: where its citation ends and sentences begin that tell of their own.
A citation ends with its place and press or with its pages; a sentence tells with a verb of the past, which is
none of its first word: "Reprinted in 2004", "Accessed 12 March 2019" are the work's.
"""

from __future__ import annotations

import re

from reader.temporal.refining.cited_years import CAPITAL, PLACE_AND_PRESS
from reader.temporal.refining.draft import Draft

_CITATION_ENDS = re.compile(
    rf"(?:{PLACE_AND_PRESS}(?:,? \(?[12]\d{{3}}\)?)?"
    rf"|\b(?:pp?|S|págs?)\. ?\d+(?: ?[-–] ?\d+)?)\.\s+(?={CAPITAL})"
)
_SENTENCE = re.compile(r"(?:[^.!?]|[.!?](?!\s))+")
_ASIDE = re.compile(r"\([^()]*\)")  # "(accessed 12 March 2019)"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5  # letters; shorter words end like verbs by chance


def citation_end(draft: Draft) -> int:
    """Where the citation of an entry ends; at the end of the passage where nothing else is told."""
    cited = _CITATION_ENDS.search(draft.spoken)
    if cited is None:
        return len(draft.spoken)
    for sentence in _SENTENCE.finditer(draft.spoken, cited.end()):
        if _tells(draft, sentence[0]):
            return sentence.start()
    return len(draft.spoken)


def _tells(draft: Draft, sentence: str) -> bool:
    cues = draft.language.cues
    past, endings = cues.get("past", frozenset()), tuple(cues.get("past_endings", ()))
    return any(
        word in past or (len(word) >= _LEAST and word.endswith(endings))
        for word in _WORD.findall(_ASIDE.sub("", sentence))[1:]
        if word.islower()
    )
