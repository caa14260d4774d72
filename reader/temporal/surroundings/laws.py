"""Laws that are cited for what they say: "the Act of 5 June 1799 applies", "nach dem Gesetz vom 4. März ist".

In: a mention that dates a law. Out: whether the law is only cited; one that is made or makes something ("the
Act of 5 June 1807 abolished the trade") is told of. The words are the language's (`[cues]` law; determiner,
article: what opens a subject; be_now: "est", "è", beside a participle of the present; `[signs]` law_made:
forms of the past that are no past's elsewhere, "créa").
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.surroundings.tenses import WORD, tells_past
from reader.temporal.words.signs import Sign

_REACH = 100  # characters from a law's noun to its day
_BREAK = re.compile(r"[;:!?]|\.(?! ?[\dº°])(?<!\bno\.)(?<!\bn\.)(?<!\bnr\.)")
_MADE = Sign(r"<law_made>")
_NEXT = re.compile(rf",? ({WORD.pattern})")  # "O decreto n.º 547/76, de 10 de julho, revogou"
_LEAD = 2  # words from "by" to a law
_SUBJECT = 3  # words up to its noun: "the drainage Act"


def is_in_force(draft: Draft, mention: Mention, ends: list[int]) -> bool:
    """Whether a day is that of a law which its sentence cites.

    Args:
        draft: the passage.
        mention: a day that cites.
        ends: where the passage's sentences end, in order.
    """
    noun = _law_before(draft, mention)
    if noun is None:
        return False
    index = bisect_right(ends, noun.start())
    begin, end = ends[index - 1] if index else 0, ends[index] if index < len(ends) else len(draft.text)
    words = WORD.findall(draft.text, begin, noun.start())
    cues = draft.language.cues
    opens = cues.get("article", frozenset()) | cues.get("determiner", frozenset())
    if not cues.get("act_lead", frozenset()).isdisjoint(words[-_LEAD:]):
        # "wurde durch einen Erlass vom 17. Germinal geschlossen", not "selon le décret du 3 mai, elle doit"
        return not any(tells_past(word, draft.language) for word in WORD.findall(draft.spoken, begin, end))
    is_subject = not words or (len(words) < _SUBJECT and words[0] in opens)
    return not (is_subject and _goes_on_in_past(draft, mention))


def _law_before(draft: Draft, mention: Mention) -> re.Match[str] | None:
    """The noun of the law that a day stands behind, in the clause of the day."""
    laws = draft.language.cues.get("law", frozenset())
    ends = tuple(laws) if draft.language.options.get("compounds") else ()
    low = max(0, mention.start - _REACH)
    words = list(WORD.finditer(draft.text, low, mention.start)) if laws else []
    nouns = (
        one for one in reversed(words) if one[0] in laws or (ends and one[0].rstrip("es").endswith(ends))
    )
    noun = next(nouns, None)
    if noun is None or _BREAK.search(draft.text, noun.end(), mention.start):
        return None
    return noun


def _goes_on_in_past(draft: Draft, mention: Mention) -> bool:
    """Whether the words right behind a day tell what was done: "abolished", "a créé", "was passed"."""
    first = _NEXT.match(draft.spoken, mention.end)
    if first is None or first[1] in draft.language.cues.get("be_now", ()):
        return False
    made = _MADE.of(draft.language).fullmatch(first[1]) is not None
    return made or tells_past(first[1], draft.language)
