"""Months that are names: of men ("Cpt. March", "J. May", "Cllrs Ash and May"), ships, firms ("May and Sons").

In: a mention of a passage. Out: whether it is a month, a weekday or a feast alone that names no time. Titles,
kinds of ships and what firms are called stand in the language's file (`[cues]` before_name; before_names: of
several; ship_article: where no month has an article; `[signs]` vessel, firm). Where months have small letters
(months = "small" of the `[options]`), a capital after a first name amid a sentence makes a surname: "don
Benito Mayo".
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_CONTEXT = 40
_TITLE = re.compile(r"(?<!\w)([^\W\d_a-zà-ÿ][^\W\d_]*)\.? $")
_SMALL_TITLE = re.compile(r"(?<!\w)([^\W\d_]{3,}) $")  # "los señores Mayo y Abril"
# "Mrs April March", and after a title of several "Cllrs Hall, May, August": capitals alone between them.
_TITLE_AND_NAME = re.compile(r"(?<!\w)([^\W\d_a-zà-ÿ][^\W\d_]*)\.? [^\W\d_a-zà-ÿ][\w'’-]+ $")
_TITLE_OF_SEVERAL = Sign(
    r"(?<!\w)([^\W\d_a-zà-ÿ][^\W\d_]*)\.? (?:[^\W\d_a-zà-ÿ][\w'’-]+(?:,? |,? (?:<and>) )){1,8}$"
)
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
    """Whether a month, a weekday or a feast alone names a man, a ship or a firm."""
    reading, spoken = mention.reading, draft.spoken
    named = reading.month or reading.holiday or reading.weekday
    alone = named and not (reading.day or reading.has_year or reading.mod or mention.until)
    if not alone or reading.direction is not None or not spoken[mention.start].isupper():
        return False
    low = max(0, mention.start - _CONTEXT)
    if _is_after_title(draft, mention, low):
        return True
    if not reading.month:
        return False
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


def _is_after_title(draft: Draft, mention: Mention, low: int) -> bool:
    """Whether a title stands before a name, before its first name, or before the first of several names."""
    spoken, cues = draft.spoken, draft.language.cues
    patterns = [(_TITLE, "before_name"), (_TITLE, "before_names")]
    if draft.language.options.get("months") == "small":
        patterns += [(_SMALL_TITLE, "before_name"), (_SMALL_TITLE, "before_names")]
    if mention.reading.month:
        patterns.append((_TITLE_AND_NAME, "before_name"))
    patterns.append((_TITLE_OF_SEVERAL.of(draft.language), "before_names"))
    for pattern, titles in patterns:
        found = pattern.search(spoken, low, mention.start)
        if found is not None and draft.text[found.start(1) : found.end(1)] in cues.get(titles, ()):
            return True
    return False


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
