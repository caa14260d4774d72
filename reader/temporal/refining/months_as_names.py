"""Months that are names: of men ("Cpt. March", "J. May"), ships ("the brig May"), firms ("May and Sons").

In: a mention of a passage. Out: whether it is a month alone that names no time. Titles, kinds of ships and
what firms are called stand in the language's file (`[cues]` before_name, ship_article: where no month has an
article; `[signs]` vessel, firm). Where months have small letters (months = "small" of the `[options]`), a
capital after a first name amid a sentence makes a surname: "don Benito Mayo".
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_CONTEXT = 40
_TITLE = re.compile(r"(?<!\w)([^\W\d_a-zà-ÿ][^\W\d_]*)\.? $")
_INITIAL = re.compile(r"(?<![\w.])[^\W\d_a-zà-ÿ]\. ?$")
_FIRST_NAME = re.compile(r"[^\W\d_][,;]?\.? [^\W\d_a-zà-ÿ][a-zà-ÿ]{2,} $")
_PARTICLES = "of|the|de|du|des|der|von|van|di|della|del|la|le|el"
# "the brig May", "the barque Queen of May".
_VESSEL = Sign(
    rf"(?<!\w)(?i:<vessel>)\.? (?:[^\W\d_a-zà-ÿ][\w'’]* (?:(?:{_PARTICLES}) ){{0,2}}){{0,3}}[«“\"]?$"
)
_FIRM = Sign(r" (?:(?:<and>|&) )(?i:<firm>)(?!\w)")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_ARTICLE = re.compile(r"(?<!\w)([^\W\d_]+) $")


def is_name(draft: Draft, mention: Mention) -> bool:
    """Whether a month alone names a man, a ship or a firm."""
    reading, spoken = mention.reading, draft.spoken
    alone = reading.month and not (reading.day or reading.has_year or reading.mod or mention.until)
    if not alone or reading.direction is not None or not spoken[mention.start].isupper():
        return False
    low = max(0, mention.start - _CONTEXT)
    title = _TITLE.search(spoken, low, mention.start)
    titles = draft.language.cues.get("before_name", frozenset())
    if title is not None and draft.text[title.start(1) : title.end(1)] in titles:
        return True
    small = draft.language.options.get("months") == "small" and not spoken.isupper()
    if small and _FIRST_NAME.search(spoken, low, mention.start):
        return True
    signs = draft.language.signs
    return (
        _INITIAL.search(spoken, low, mention.start) is not None
        or ("vessel" in signs and _VESSEL.of(draft.language).search(spoken, low, mention.start) is not None)
        or ("firm" in signs and _FIRM.of(draft.language).match(spoken, mention.end) is not None)
        or _is_ship(draft, mention)
    )


def _is_ship(draft: Draft, mention: Mention) -> bool:
    """Whether an article stands before a month that does something: "the May foundered"."""
    cues = draft.language.cues
    article = _ARTICLE.search(draft.text, max(0, mention.start - _CONTEXT), mention.start)
    if article is None or article[1] not in cues.get("ship_article", ()):
        return False
    does = _WORD_AFTER.match(draft.text, mention.end)
    endings = draft.language.cue_forms.get("past_endings", ())
    return does is not None and (
        does[1] in cues.get("past", ()) or (bool(endings) and does[1].endswith(endings))
    )
