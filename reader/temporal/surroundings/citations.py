"""Citations in brackets and quotations: which days cite, which day a quotation was said on.

In: the mentions of a passage with their roles. Out: the same, tied to the mention that dates the quotation or
the sentences they stand in. Brackets and quotation marks are everybody's; what pages are called is the
language's (`[signs]` page_mark, see).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import Role, TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_QUOTED = re.compile(
    r"«[^«»]{1,1500}»|“[^“”]{1,1500}”|\"[^\"]{1,1500}\"|„[^„“”]{1,1500}[“”]"
    # Single ones, in which apostrophes stand: "'I'm in on Friday,' she wrote".
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){1,1500}’(?!\w)|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){1,1500}'(?!\w)"
)
_FEW_WORDS = 4
_CLOCK_REACH = 12  # characters from a weekday to its hour
# A citation follows its quotation at once, or after the words that say who spoke.
_CITATION_REACH = 160
_REACH = 80
_DATED = {TimexType.DATE, TimexType.TIME}
_SENTENCE_SIGN = re.compile(r"[.!?;؟]")
_SPEAKER = 32  # characters: ", note-t-il dans son journal le"
_SEE = Sign(r"(?:^|[.;:(–—] ?)(?:<see>)\.? [^.;:!?()\d]{2,60}, (?:[^\W\d_]{1,3} )?$", re.IGNORECASE)
_PAGES = Sign(r"[,;:،]? ?(?:<page_mark>)?\.? ?[\d-]*")


def is_citation(draft: Draft, mention: Mention, bracket: re.Match[str]) -> bool:
    """Names and then a day inside brackets: "(Al Jazeera Net, 14/8/2025)"."""
    if mention.reading.day is None and mention.reading.pair is None:
        return False
    head = draft.text[bracket.start() + 1 : mention.start].strip()
    lead, _, last = head.rpartition(" ")
    if last in draft.language.cues.get("sitting", ()):
        head = lead  # "(نقض مدني، جلسة 22/5/1995)"
    tail = draft.text[mention.end : bracket.end() - 1].strip(" .;")
    if head.rstrip(",;:،-") in draft.language.cues.get("that_is", ()):
        return False  # "o último acto (ou seja, 15.9.2019)"
    if not any(letter.isalpha() for letter in head):
        return False  # "(27, 28, 29 juillet 1830)"
    return len(head) > 1 and head[-1] in ",;:،-" and _is_page(draft, tail)


def is_referred_to(draft: Draft, mention: Mention) -> bool:
    """Whether a reader is sent to what came out that day: "See the Guardian, 4 March 2016"."""
    reading = mention.reading
    if reading.year is None or (reading.day is None and reading.pair is None):
        return False
    return _SEE.of(draft.language).search(draft.spoken, 0, mention.start) is not None


def cited(draft: Draft, mentions: list[Mention]) -> list[Mention]:
    """Ties mentions to the citation in brackets that closes their quotation or their sentences."""
    mentions = _quoted(draft.text, mentions)
    sources = [index for index, mention in enumerate(mentions) if _closes_brackets(draft, mention)]
    if not sources:
        return mentions
    starts = [mention.start for mention in mentions]
    source_starts = [starts[index] for index in sources]
    found = list(mentions)
    for index, mention in enumerate(mentions):
        place = bisect_left(source_starts, mention.start)
        if place < len(sources) and _counts_from_now(mention):
            found[index] = replace(mention, citation=sources[place])
    for quote in _QUOTED.finditer(draft.text):
        place = bisect_left(source_starts, quote.end())
        if place == len(sources) or source_starts[place] > quote.end() + _CITATION_REACH:
            continue
        for index in range(bisect_left(starts, quote.start()), bisect_left(starts, quote.end())):
            found[index] = replace(mentions[index], citation=sources[place])
    return found


def _quoted(text: str, mentions: list[Mention]) -> list[Mention]:
    """Ties what a quotation counts from its day to the words that date it: « Hier … », note-t-il le 4 mai."""
    if not any(_counts_from_now(mention) for mention in mentions):
        return mentions
    found = list(mentions)
    for quote in _QUOTED.finditer(text):
        said = next((place for place, one in enumerate(mentions) if _dates_quote(text, quote, one)), -1)
        for index, mention in enumerate(mentions):
            if not (quote.start() < mention.start < quote.end() and _counts_from_now(mention)):
                continue
            found[index] = replace(mention, in_quotes=True)
            if said >= 0:
                # A verb outside of a few words is who wrote them: "'Friday at nine,' she wrote".
                untold = not mention.tense or quote[0].count(" ") < _FEW_WORDS
                ahead = untold and _is_appointment(mention, mentions[index + 1 :])
                tense = 1 if ahead else mention.tense
                found[index] = replace(mention, citation=said, tense=tense, in_quotes=True)
    return found


def _is_appointment(mention: Mention, rest: Sequence[Mention]) -> bool:
    """Whether a weekday has an hour: “Friday at nine”, which is still to come where no verb tells."""
    reading = mention.reading
    if reading.weekday is None or reading.direction is not None:
        return False
    beside = rest[0].reading.has_clock and rest[0].start - mention.end <= _CLOCK_REACH if rest else False
    return reading.has_clock or beside


def _dates_quote(text: str, quote: re.Match[str], mention: Mention) -> bool:
    """Whether a day stands just after a quotation, or before it with a colon between."""
    reading = mention.reading
    if not (reading.day and reading.month and reading.year):
        return False
    after, before = text[quote.end() : mention.start], text[mention.end : quote.start()].rstrip()
    if mention.start >= quote.end():
        if _SENTENCE_SIGN.match(text, quote.end() - 2) and not after.startswith((",", "،", " (", "(")):
            return False  # "… we shall.» The library, opened on 4 May 1937, …"
        return len(after) <= _SPEAKER and not _SENTENCE_SIGN.search(after) and "," not in after[1:]
    led = mention.end <= quote.start() and before.endswith(":")
    return led and len(before) <= _REACH and not _SENTENCE_SIGN.search(before)


def _closes_brackets(draft: Draft, mention: Mention) -> bool:
    if mention.role is not Role.SOURCE or not (mention.reading.day or mention.reading.pair):
        return False  # "(Matricciani, 2012)" is no day that "today" could be
    if mention.twin >= 0 and draft.text.endswith("(", 0, mention.start):
        return False  # "the law of 14 Frimaire an II (4 December 1793)" closes nothing but its day
    tail = draft.text[mention.end : mention.end + _REACH].partition(")")
    return bool(tail[1]) and _is_page(draft, tail[0].strip(" .;"))


def _is_page(draft: Draft, words: str) -> bool:
    """Whether nothing but a page stands after a day: ", S. 4"; or nothing at all."""
    return _PAGES.of(draft.language).fullmatch(words) is not None


def _counts_from_now(mention: Mention) -> bool:
    """Whether a mention hangs on the day it was said: "mercredi", "hier", "vendredi prochain"."""
    reading = mention.reading
    if mention.role is not Role.EVENT or reading.year is not None or reading.type not in _DATED:
        return False
    return bool(reading.weekday and reading.month is None) or reading.base == "now" or reading.counts_on
