"""Heads of rulings: court, chamber and title on lines of their own: "COUR D'APPEL … 3ème chambre ARRÊT DU".

In: a mention and its passage. Out: whether it is the day of the ruling at hand. A sentence that cites one
writes its title small or after a comma; the lines of a head run together without, and a heading cites none.
What courts are called is in `[signs]` court_name, how a ruling speaks of the one it reviews in under_review,
titles in `[cues]` title.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.surroundings.issue_lines import LONGEST_MASTHEAD, WORD, ends_title, is_title, names_day
from reader.temporal.words.signs import Sign

_COURT = Sign(r"(?<!\w)(?:<court_name>)", re.IGNORECASE)
_REVIEWED = Sign(r"(?<!\w)(?:<under_review>)(?!\w)", re.IGNORECASE)
_MOST_TO_DAY = 3  # words from the title to its day: "Judgment delivered on"
# "3. Zivilkammer", "1re ch. civ." have points too; a sentence that ends before the title does not.
_SENTENCE = re.compile(r"[^\W\d_]{5,}[.;:!?] ")


def is_head(draft: Draft, mention: Mention) -> bool:
    """Whether the lines of a ruling's head stand before its day."""
    if mention.start > LONGEST_MASTHEAD or draft.in_table or not names_day(mention):
        return False
    if _title(draft, mention) < 0 or not ends_title(draft.spoken[mention.end :]):
        return False
    court = _COURT.of(draft.language).search(draft.spoken, 0, mention.start)
    if court is None or court.end() > _title(draft, mention):
        return False
    lead = draft.spoken[: court.start()]  # "AU NOM DU PEUPLE FRANÇAIS"
    sentence = _SENTENCE.search(draft.spoken, 0, mention.start)
    return lead == lead.upper() and sentence is None and not _is_of_reviewed(draft, mention)


def heads_reviewed(draft: Draft, mention: Mention) -> bool:
    """Whether a title is that of the ruling under review: "Décision du tribunal, au fond, du 6 mai 2016"."""
    if mention.start > LONGEST_MASTHEAD or not names_day(mention):
        return False
    return _is_of_reviewed(draft, mention) and is_title(draft, mention)


def _is_of_reviewed(draft: Draft, mention: Mention) -> bool:
    return _REVIEWED.of(draft.language).search(draft.spoken, 0, mention.start) is not None


def _title(draft: Draft, mention: Mention) -> int:
    """Where the title of a ruling begins that leads to the day; -1 where none does."""
    nouns = draft.language.cue_forms.get("title", ())
    for word in [*WORD.finditer(draft.spoken, 0, mention.start)][: -_MOST_TO_DAY - 2 : -1]:
        if nouns and draft.text.startswith(nouns, word.start()):
            cites = word[0][0].islower() or draft.spoken[: word.start()].rstrip().endswith(",")
            return -1 if cites and not draft.is_heading else word.start()
    return -1
