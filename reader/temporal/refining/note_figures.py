"""Figures of notes that stand raised behind a year: "la relativizó ya en 1981³" reaches us as "19813".

In: a passage's text. Out: the same text, as long, with blanks where the raised figures stood. Only what a
word of time leads in and a sign closes is taken for a year and its note; "19813 casos" and "around 20000,"
stay numbers: no note is the noughth.
"""

from __future__ import annotations

import re

from reader.temporal.words.language import Language

_RAISED = re.compile(
    r"([^\W\d_]+)(?:\.? |['’])"
    r"((?:\d{4} ?(?:[-–]|and|und|et|y|e|a|à|to|bis) ?)?(?:1[4-9]\d\d|20[0-2]\d))"
    r"([1-9]\d?(?:[,-]\d{1,2})*(?=[.,;:)»”]+(?:\s|$)|$)|(?<=\d),\d{1,2}(?:[,-]\d{1,2})*(?= [^\W\d_])"
    r"|[1-9]\d?(?= ([^\W\d_]+)))"  # "en Shangai en 19883 y en Luisiana"
)
# No number of things follows a month: "el terremoto de enero de 19951 o".
_AFTER_MONTH = re.compile(
    r"([^\W\d_]+)\.? (?:(?:de|del|do|of|dell['’]anno) )?(1[4-9]\d\d|20[0-2]\d)([1-9]\d?)(?=[\s.,;:)»”]|$)"
)
# "a case followed five years later.2 In September": behind the stop of a sentence.
_AFTER_STOP = re.compile(r"(?<=[a-zà-ÿ]{4}[.!?])\d{1,2}(?:[,-]\d{1,2})*(?= [A-ZÀ-Ý])")
_AT_WORD = re.compile(r"(?<=[a-zà-ÿ]{3})\d{1,2}(?=[.,;:)»”]*(?:\s|$))")  # "l'année suivante1."
# The figure first: five times as quick as to look at every letter.
_GLUED = re.compile(r"\d(?:(?<=[a-zà-ÿ].)|(?<=[a-zà-ÿ][.!?].)|\d{3}(?:\d|,\d))")


def without_note_figures(text: str, language: Language) -> str:
    """The text without the figures of notes that are written together with a year."""
    if _GLUED.search(text) is None:
        return text
    for figures in (_AT_WORD, _AFTER_STOP):
        text = figures.sub(lambda found: " " * len(found[0]), text)
    leads = language.cues.get("year_lead", frozenset())
    months = language.tables.get("month")
    goes_on = language.function_words

    def cut(found: re.Match[str]) -> str:
        word = language.folding(found[1]).text
        if word not in leads and (months is None or word not in months.values):
            return found[0]
        if found[4] and found[4] not in goes_on:
            return found[0]
        return found[0][: -len(found[3])] + " " * len(found[3])

    def cut_after_month(found: re.Match[str]) -> str:
        word = language.folding(found[1]).text
        named = months is not None and word in months.values
        return found[0][: -len(found[3])] + " " * len(found[3]) if named else found[0]

    return _AFTER_MONTH.sub(cut_after_month, _RAISED.sub(cut, text))
