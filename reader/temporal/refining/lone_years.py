"""Numbers of four figures far from the years that papers speak of: "Form 1040", "1200 tests", "2600 West".

In: the mentions of a passage, when it is clear which numbers stand alone. Out: the same. A bare number from
2100 on is a year only after a word that leads one in ("by 2150"); one before 1400 also where the story stands
in such times, which the walk through the document knows (`Mention.early`). Measured on 3,100 public PDFs: of
such numbers without a leading word nine in ten were forms, sums, addresses and files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.refining import columns
from reader.temporal.refining.chronicle_lines import opens_chronicle_line
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.early_years import FIRST_MODERN
from reader.temporal.words.tokens import words_of

_FIRST_USUAL = 1400
_LAST_USUAL = 2099
# "CMS-1490S", "Form 1040S": the decade has a small s, but in capitals throughout.
_TYPE_NUMBER = re.compile(r"\d{3,4}S")
_LEAD_REACH = 16
_LEAD = re.compile(r"([^\W\d_]+)[ '’-]$")
_BARE = re.compile(r"\d{4}(?: ?[-–—/] ?\d{2,4})?")
_ANNAL = re.compile(r" ?(?::|[-–—](?= )) ?[^\W\d_]")  # "1348 : la peste entre dans la ville"
_CLAUSE_BEFORE = re.compile(r"[^.,;:!?]*$")
_LABELLED = re.compile(r"(?:^|[.;,] )[^\W\d_a-zà-ÿ][^\W\d_]{2,}(?: [^\W\d_]+){0,2}, $")
_COMMA = re.compile(r", [^\W\d_A-ZÀ-Ý]")
_NAME_REACH = 40
_CLAUSE = re.compile(r"[^.;:!?]{0,80}")
_NEAR = 300  # years between a number and the story in which it is one


def note_lone_years(draft: Draft) -> None:
    """Drops the numbers that are too late, and marks those that need an old story around them."""
    if not draft.language.word_boundaries:
        return  # there a year bears its own sign
    kept = []
    for mention in draft.mentions:
        if _is_type_number(draft, mention):
            draft.note("drop", "number of a form", mention)
            continue
        year = mention.reading.year or _FIRST_USUAL
        if _FIRST_USUAL <= year <= _LAST_USUAL or not _is_lone(draft, mention):
            kept.append(mention)
        elif year < _FIRST_USUAL:
            kept.append(replace(mention, early=True))
        else:
            draft.note("drop", "too late a year", mention)
    draft.mentions[:] = kept


def _is_type_number(draft: Draft, mention: Mention) -> bool:
    """Whether digits and a capital S are a form's or a device's number and no decade."""
    found = _TYPE_NUMBER.fullmatch(draft.spoken, mention.start, mention.end)
    tied = draft.spoken.endswith("-", 0, mention.start)
    return found is not None and (tied or not draft.spoken.isupper())


def is_in_its_time(year: int, story: int) -> bool:
    """Whether a number that alone is no year is one where the story stands."""
    return (year < FIRST_MODERN and story < FIRST_MODERN) or abs(year - story) <= _NEAR


def stands_in_its_time(mention: Mention, story: int | None, later: Iterable[Mention]) -> bool:
    """Whether a lone number is a year beside what was told, or beside a day or month that follows it.

    "1030 laid the first stone of the church, consecrated on 4 October 1061".
    """
    year = mention.reading.year or 0
    if story is not None and is_in_its_time(year, story):
        return True
    dated = (one.reading for one in later if one.reading.month and not one.early and not one.reading.era)
    return year >= FIRST_MODERN and any(abs((one.year or 0) - year) <= _NEAR for one in dated)


def _is_lone(draft: Draft, mention: Mention) -> bool:
    """Whether nothing beside a bare number leads it in: no word, no brackets of its own."""
    reading = mention.reading
    if (
        reading.calendar != "gregorian"
        or reading.era
        or not _BARE.fullmatch(draft.text[mention.start : mention.end])
    ):
        return False
    if draft.in_table and columns.fills_cell(draft, mention) and columns.heads_years(draft, mention):
        return False  # "1066" in the column "When"
    if _stands_apart(draft, mention):
        return False
    cues, language = draft.language.cues, draft.language
    found = _LEAD.search(draft.text, max(0, mention.start - _LEAD_REACH), mention.start)
    lead = found[1] if found is not None else ""
    if _is_told_of(draft, mention, lead):
        return False
    if not lead:
        return True
    of = language.glue.get("of", ())  # "the flood of 1342"
    leads = (cues.get("early_year", ()), cues.get("year_lead", ()), language.year_before, of)
    return not any(lead in words for words in leads)


def _stands_apart(draft: Draft, mention: Mention) -> bool:
    """Whether a number has brackets of its own, heads an entry of annals ("1348: plague") or closes a label.

    "1349 Die Pest" heads one where nouns bear capitals. "Ivory casket, Cuenca, 1026, from the cathedral" is
    a name and two commas.
    """
    if (mention.reading.year or 0) <= _LAST_USUAL and opens_chronicle_line(draft, mention):
        return True
    if not mention.start:
        return not draft.in_table and _ANNAL.match(draft.spoken, mention.end) is not None
    low = max(0, mention.start - _NAME_REACH)
    if _LABELLED.search(draft.spoken, low, mention.start) and _COMMA.match(draft.spoken, mention.end):
        return True
    return draft.text[mention.start - 1] == "(" and draft.text.startswith(")", mention.end)


def _is_told_of(draft: Draft, mention: Mention, lead: str) -> bool:
    """Whether a verb that histories begin with claims a number after its word `lead`: "first mentioned 1187".

    Where years stand without any word the verb may begin or end the clause: "wurde 1187 erstmals erwähnt",
    "erwähnt wird er 1143 in"; what is counted follows its number at once.
    """
    cues, text = draft.language.cues, draft.text
    begun = cues.get("begun", frozenset())
    if draft.said.isdisjoint(begun):
        return False
    led = lead in begun
    clause = _CLAUSE.match(text, mention.end)
    words = words_of(clause[0]) if clause else []
    if not words or not text.startswith(" ", mention.end):
        return led
    follows = begun | draft.language.function_words | cues.get("after_day", frozenset())
    if draft.language.options.get("nouns") != "capital":
        return led and not draft.spoken[mention.end + 1].isalpha()
    head = _CLAUSE_BEFORE.search(text, max(0, mention.start - _NAME_REACH), mention.start)
    around = [*(words_of(head[0]) if head is not None else ()), *words]
    return words[0] in follows and (led or not begun.isdisjoint(around))


__all__ = ["is_in_its_time", "note_lone_years", "stands_in_its_time"]
