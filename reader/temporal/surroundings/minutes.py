"""Minutes and reports that begin with their day and hour: "Il giorno 29 maggio 2013, alle ore 17.30, …".

In: a mention and its passage. Out: whether it is the day of the minutes. Words are the language's (`[cues]`:
minutes, reports_by).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.surroundings.issue_lines import LONGEST_MASTHEAD, WORD, first_word, names_day

_TITLE_SIGN = re.compile(r" - |[:|,]")  # "Municipality of Zahle – Minutes of the seventh session"
_OF_ACTS = ("/year-then-day", "/year-day-in-words", "/day-of-an-act")  # rules of words that open acts
_OPENING = 24  # characters: "L'anno 2013 il giorno" has its year first
_TO_HOUR = 60  # characters from the day that minutes open with to its hour
_MOST_AFTER = 6  # words: "in the council chamber at Oldham"
_FIGURE = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.!?](?: \S|$)")


def opens_minutes(draft: Draft, mention: Mention) -> bool:
    """The day and the hour that minutes begin with: "Il giorno 29 maggio 2013, alle ore 17.30, …"."""
    # "L'an deux mille douze, le quatorze mai, …", "En Córdoba, a los once días del mes de junio de 2013, …"
    rule = mention.rule.partition("+")[0]  # "…, às 19 horas"
    if rule.endswith("/day-of-an-act" if mention.start else _OF_ACTS) or _is_own_minutes(draft, mention):
        return True
    if not draft.heading or draft.in_table or not names_day(mention):
        return False
    # "En Zaragoza, siendo las 10.15 horas del día 17 de febrero de 2016, se reúnen …"
    clock = next((one for one in draft.mentions if one.end <= mention.start and one.reading.has_clock), None)
    before = draft.text[: clock.start if clock is not None else mention.start].rstrip()
    if len(before) > _TO_HOUR or (clock is not None and mention.start - clock.end > _OPENING):
        return False  # as nearly always
    nouns = draft.language.cue_forms.get("minutes", ())
    headed = bool(nouns) and any(part.strip().startswith(nouns) for part in _TITLE_SIGN.split(draft.title))
    longest = _TO_HOUR if headed else _OPENING
    if len(before) > longest or any(not char.isalpha() and char not in " '," for char in before):
        return False
    hours = [one for one in draft.mentions if one.reading.has_clock and one.start - mention.start <= _TO_HOUR]
    reporters = draft.language.cues.get("reports_by", ())
    if any(first_word(draft, max(one.end, mention.end)) in reporters for one in hours):
        return True  # "Le 27 août 2018 à 9 heures 15, nous, officier de police judiciaire, …"
    return bool(hours) and headed


def _is_own_minutes(draft: Draft, mention: Mention) -> bool:
    """Minutes that begin by saying so: "Acta de la sesión celebrada el 5 de mayo de 2013, a las 18 horas"."""
    nouns = draft.language.cue_forms.get("minutes", ())
    if not nouns or not draft.text.startswith(nouns) or draft.in_table or not names_day(mention):
        return False
    if mention is not next(one for one in draft.mentions if names_day(one)):
        return False
    if len(draft.text) <= LONGEST_MASTHEAD and not _SENTENCE_END.search(draft.spoken):
        # "Minutes of the board, held on 4 May 2013 at Oldham", but "Decision no. 45 of 4 May; act of 9 May"
        named = not _FIGURE.search(draft.text, 0, mention.start) and ";" not in draft.text
        return named and len(WORD.findall(draft.text, mention.end)) <= _MOST_AFTER
    clocks = (one.start for one in draft.mentions if one.reading.has_clock)
    return mention.reading.has_clock or any(abs(start - mention.end) <= _TO_HOUR for start in clocks)
