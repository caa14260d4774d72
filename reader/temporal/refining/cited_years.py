"""Years that cite within a sentence: "(Braudel, 1949)", "Braudel (1949)", "Hayward et al. 2006".

In: refined mentions with the passage's own letters. Out: whether a bare year is that of a work, for certain
or perhaps. Names are told by their capitals; in scripts without, by few words and a comma.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.law_reports import is_reported
from reader.temporal.words.signs import Sign

FOR_CERTAIN = 2  # what `cites` says of "(Braudel, 1949)"
YEAR = r"[12]\d{3}[a-h]?"
BARE = re.compile(r"\d{4}(?:[a-h]| ?[-/] ?\d{2,4})?")
_LONGEST_LIST = 1600  # characters after "Sources:"
CAPITAL = r"[^\W\d_a-zà-ÿ]"
# The end of a title, a place, its press: "Vernizes em oficinas beirãs. Viseu: Quartzo".
PLACE_AND_PRESS = rf"[.,»”’\"?!] {CAPITAL}[\w'’-]+(?: {CAPITAL}[\w'’-]+)?: {CAPITAL}[^,:;.]{{1,40}}"
_PRESS_BEFORE = re.compile(rf"{PLACE_AND_PRESS}, $")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{4,200})[)\]]")
_NAME = r"(?:[^\W\d_a-zà-ÿ][\w'’-]*\.?|al\.?|<name_particle>)"
_JOINT = r"(?:,? (?:<between_names>)? ?|,? ?& ?|, ?)"
_CITED = Sign(
    rf"\s*(?:(?:<see_cited>)\s+)?"
    rf"{_NAME}(?:{_JOINT}{_NAME}){{0,6}},? ?(?:{YEAR}, ?){{0,4}}$"
)
_PLACE_CITED = re.compile(
    r"[a-h]?\s*(?:$|[,:;،] ?(?:pp?\.|S\.|s\.|págs?\.|chap\.|ch\.|vol\.|صص?\.?|ج|n°|§|no\.)? ?\d|, ?[12]\d{3})"
)
# "(2024: 275.5 million)" compares sums.
_PAGE_CITED = re.compile(r"[a-h]?\s*[,:،] ?(?:pp?\.|S\.|págs?\.|صص?\.?)? ?\d+(?!\d|[.,]\d)")
_ON_PAGE = re.compile(r": ?\d|[,:،] ?صص?\.? ?\d")  # "(بهار ۱۳۴۲: ۵۶)"
_NEXT_CITED = re.compile("[;؛]")
_SEVERAL = Sign(
    r"(?:<and_others>"
    rf"|{_NAME} (?:<between_names>|&) {_NAME}|\bv(?:s|\.)?\.? {_NAME}) ?\($"
)
_SEE_NAME = Sign(rf"(?<!\w)(?:<see>)\s+{_NAME}(?: {_NAME})? ?\($")  # "cf. Braudel ("
# "ويرى بوبينو (": where names have no capitals, the verb of what a work states.
_STATED = Sign(r"(?<![^\W\d_])(?:<states>)(?: [^\W\d_]+){0,3} ?\($")
_ONE_NAME = re.compile(r"(?:^|[\s(])[^\W\d_a-zà-ÿ][\w'’-]+ ?\($")
# A journal and its volume before a year, pages after it: "Neues Lausitzisches Magazin 114 (1938), S. 1–57".
_VOLUME = re.compile(r"[^\W\d_]{3,}\.?,? (?:[Bb]d\. ?|vol\. ?|t\. ?|no?\. ?)?\d{1,3}(?:[.:/]\d{1,2})? ?\($")
_PAGES_AFTER = re.compile(r"[,:]? ?(?:S\.|pp?\.|págs?\.|H\.|Nr\.|no\.)? ?\d")
_ONE_WORD = re.compile(r"[^\W\d_a-zà-ÿ][\w'’-]+,? $")
# "Sources: L. Perrot, Mémoires, Dole, 1921".
_TITLE_WORD = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]+ $")  # "World Atlas 1997"
_LABEL = Sign(r"(?:^|[.;] )(?:<reference_label>) ?:")
_ET_AL = Sign(r"(?:<and_others>),? $")
_PAGE_TOLD = re.compile(
    r",(?: [IVXL]+,| (?:t\.|vol\.|Bd\.|no\.|n[°º]|№|nr\.) ?[\dIVXL]+,)? ?(?:pp?\.|S\.|págs?\.) ?[\dIVXL]"
)
_REACH = 80
_MOST_NAMES = 4  # words in a script without capitals: "صفا و دیگران", "ابن خلدون"


def _is_listed(draft: Draft, mention: Mention) -> bool:
    """A year between commas after "Sources:", "Bibliografia:"."""
    before = draft.spoken[max(0, mention.start - _REACH) : mention.start]
    if not before.endswith((", ", "، ", "(")) and _TITLE_WORD.search(before) is None:
        return False
    low = max(0, mention.start - _LONGEST_LIST)  # a text of a megabyte is one passage, too
    return _LABEL.of(draft.language).search(draft.text, low, mention.start) is not None


def cites(draft: Draft, mention: Mention) -> int:
    """2 where a year cites for certain ("(Braudel, 1949)"), 1 where it may ("Braudel (1949)"), else 0."""
    if mention.until is not None or not BARE.fullmatch(draft.text, mention.start, mention.end):
        return 0
    if _is_listed(draft, mention) or is_reported(draft, mention):
        return FOR_CERTAIN
    return _cited_beside(draft, mention)


def _cited_beside(draft: Draft, mention: Mention) -> int:
    """As `cites`, by the brackets and names beside a year."""
    begin = max(0, mention.start - _REACH)
    for bracket in _BRACKETED.finditer(draft.spoken, begin, mention.end + _REACH):
        if not bracket.start() < mention.start < bracket.end():
            continue
        head = _NEXT_CITED.split(draft.spoken[bracket.start() + 1 : mention.start])[-1]
        tail = _NEXT_CITED.split(draft.spoken[mention.end : bracket.end() - 1])[0]
        if head.strip():
            named = _is_cited(draft, head) or (_is_short(head) and _ON_PAGE.match(tail))
            return FOR_CERTAIN if named and _PLACE_CITED.match(tail) else 0
        before = draft.spoken[begin : mention.start]
        if _VOLUME.search(before) and _PAGES_AFTER.match(draft.spoken, bracket.end()):
            return FOR_CERTAIN
        told_to_look = _SEE_NAME.of(draft.language).search(before)
        stated = not tail.strip() and _STATED.of(draft.language).search(draft.text, begin, mention.start)
        if told_to_look or stated or _SEVERAL.of(draft.language).search(before):
            return FOR_CERTAIN
        if _ONE_NAME.search(before) and _PAGE_CITED.match(tail):
            return FOR_CERTAIN
        return 1 if _ONE_NAME.search(before) else 0
    before = draft.spoken[begin : mention.start]
    closes = before.endswith(", ")
    page_told = (closes or _ONE_WORD.search(before)) and _PAGE_TOLD.match(draft.spoken, mention.end)
    # "Hayward et al. 2006"
    told = page_told or _ET_AL.of(draft.language).search(before) or (closes and _PRESS_BEFORE.search(before))
    return FOR_CERTAIN if told else 0


def _is_cited(draft: Draft, head: str) -> bool:
    """Whether names stand before a year; without capitals, few words and a comma."""
    if draft.language.options.get("nouns") == "capital" and head.strip().lower() in draft.language.not_before:
        return False  # "(Los 1486)", where all nouns have capitals
    if any(char.isupper() for char in head):
        return _CITED.of(draft.language).fullmatch(head) is not None
    return head.rstrip()[-1:] in {",", "،"} and _is_short(head)


def _is_short(head: str) -> bool:
    """Whether so few words without capitals stand before a year that they may be names: "ابن خلدون"."""
    return len(head.split()) <= _MOST_NAMES and head.upper() == head.lower()
