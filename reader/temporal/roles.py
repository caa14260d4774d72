"""What a mention's surroundings make of it: sentence, tense, role, the citation that closes a quotation.

In: refined mentions and the folded text. Out: the same mentions with these noted. The words are the
language's (`[cues]` in its file), the signs (brackets, quotation marks) are everybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention
from reader.temporal.model import Role, TimexType

_SENTENCE_END = re.compile(r"[.!?。！？؟…]['\")»”\]]?(?= +[^ a-zà-ÿ]| *$)|[。！？]")
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"\(([^()]{0,120})\)")
_QUOTED = re.compile(r"«[^«»]{1,1500}»|“[^“”]{1,1500}”|\"[^\"]{1,1500}\"|„[^„“”]{1,1500}[“”]")
# A citation follows its quotation at once, or after the words that say who spoke.
_CITATION_REACH = 160
_CUE_REACH = 80
_DATED = {TimexType.DATE, TimexType.TIME}
_SHORT_HEAD = 60
_INFLECTED = 5  # letters; shorter words end like inflected ones by chance
_BRACKET = 120  # the longest citation in brackets


def note_surroundings(draft: Draft) -> None:
    """Notes sentence, tense, role and closing citation of every mention of a draft."""
    if not draft.mentions:
        return
    ends = [match.end() for match in _SENTENCE_END.finditer(draft.spoken)]
    mentions = [
        replace(
            mention,
            sentence=bisect_right(ends, mention.start),
            tense=_tense(draft, mention, ends),
            role=_role(draft, mention),
        )
        for mention in _marked(draft)
    ]
    draft.mentions[:] = _cited(draft.text, mentions)


def _marked(draft: Draft) -> list[Mention]:
    if not _stand_alone(draft):
        return draft.mentions
    return [replace(mention, alone=mention.reading.day is not None) for mention in draft.mentions]


def _sentence(text: str, mention: Mention, ends: list[int]) -> tuple[int, int]:
    index = bisect_right(ends, mention.start)
    start = ends[index - 1] if index else 0
    end = ends[index] if index < len(ends) else len(text)
    return max(start, mention.start - 2 * _CUE_REACH), min(end, mention.end + 2 * _CUE_REACH)


def _tense(draft: Draft, mention: Mention, ends: list[int]) -> int:
    """What the nearest cue of the sentence says: -1 past, 1 future, 0 when there is none."""
    reading = mention.reading
    counted = reading.shift is not None and reading.base != "later"
    if reading.year is not None or counted or reading.type is TimexType.DURATION:
        return 0
    language = draft.language
    past, future = language.cues.get("past", frozenset()), language.cues.get("future", frozenset())
    past_endings = tuple(language.cues.get("past_endings", ()))
    future_endings = tuple(language.cues.get("future_endings", ()))
    future_beginnings = tuple(language.cues.get("future_beginnings", ()))
    never = language.cues.get("no_tense", frozenset())
    start, end = _sentence(draft.text, mention, ends)
    bare_after = language.cues.get("bare_after", frozenset())
    best, distance, previous = 0, 10**9, ""
    for match in _WORD.finditer(draft.spoken, start, end):
        word = match[0].lower()
        follows, previous = previous, word
        if mention.start <= match.start() < mention.end or word in never or follows in bare_after:
            continue  # "to be completed": the participle tells no tense
        long = len(word) >= _INFLECTED
        if word in future or (long and (word.endswith(future_endings) or word.startswith(future_beginnings))):
            tense = 1
        elif word in past or (long and word.endswith(past_endings)):
            tense = -1
        else:
            continue
        away = mention.start - match.end() if match.end() <= mention.start else match.start() - mention.end
        if away < distance:
            best, distance = tense, away
    return best


def _role(draft: Draft, mention: Mention) -> Role:
    """Source where it dates a publication, law or letter; issue where it dates the document."""
    text = draft.text
    if mention.reading.type not in {TimexType.DATE, TimexType.TIME}:
        return Role.EVENT
    before = text[max(0, mention.start - _CUE_REACH) : mention.start]
    cues = draft.language.cues
    reach = max(0, mention.start - _BRACKET), mention.end + _BRACKET
    for bracket in _BRACKETED.finditer(text, *reach):
        if bracket.start() > mention.start:
            break
        if bracket.end() >= mention.end and _is_citation(text, mention, bracket):
            return Role.SOURCE
    tail = " ".join(word[0] for word in _WORD.finditer(before))
    if any(tail == cue or tail.endswith(f" {cue}") for cue in cues.get("source", ())):
        return Role.SOURCE
    if any(tail == cue or tail.endswith(f" {cue}") for cue in cues.get("issue", ())):
        return Role.ISSUE
    opening = len(before) == mention.start <= _SHORT_HEAD
    if opening and any(tail.startswith(f"{cue} ") for cue in cues.get("issue_head", ())):
        return Role.ISSUE
    return Role.ISSUE if mention.alone else Role.EVENT


def _stand_alone(draft: Draft) -> bool:
    """Whether a short passage says nothing but its dates: "25 Safar 1447 / 19 août 2025"."""
    text = draft.text
    if len(text) > _SHORT_HEAD or draft.in_table:
        return False
    outside = [*text]
    for mention in draft.mentions:
        outside[mention.start : mention.end] = " " * (mention.end - mention.start)
    return len(_WORD.findall("".join(outside))) <= 1


def _is_citation(text: str, mention: Mention, bracket: re.Match[str]) -> bool:
    """Names and then a day inside brackets: "(Al Jazeera Net, 14/8/2025)"."""
    if mention.reading.day is None and mention.reading.pair is None:
        return False
    head = text[bracket.start() + 1 : mention.start].strip()
    tail = text[mention.end : bracket.end() - 1].strip(" .,;")
    return len(head) > 1 and head[-1] in ",;:،-" and not tail


def _cited(text: str, mentions: list[Mention]) -> list[Mention]:
    """Ties mentions to the citation in brackets that closes their quotation or their sentences."""
    sources = [index for index, mention in enumerate(mentions) if _closes_brackets(text, mention)]
    if not sources:
        return mentions
    starts = [mention.start for mention in mentions]
    source_starts = [starts[index] for index in sources]
    found = list(mentions)
    for index, mention in enumerate(mentions):
        place = bisect_left(source_starts, mention.start)
        if place < len(sources) and _counts_from_now(mention):
            found[index] = replace(mention, citation=sources[place])
    for quote in _QUOTED.finditer(text):
        place = bisect_left(source_starts, quote.end())
        if place == len(sources) or source_starts[place] > quote.end() + _CITATION_REACH:
            continue
        for index in range(bisect_left(starts, quote.start()), bisect_left(starts, quote.end())):
            found[index] = replace(mentions[index], citation=sources[place])
    return found


def _closes_brackets(text: str, mention: Mention) -> bool:
    return mention.role is Role.SOURCE and text[mention.end : mention.end + 2].lstrip()[:1] == ")"


def _counts_from_now(mention: Mention) -> bool:
    """Whether a mention hangs on the day it was said: "mercredi", "hier", "vendredi prochain"."""
    reading = mention.reading
    if mention.role is not Role.EVENT or reading.year is not None or reading.type not in _DATED:
        return False
    return bool(reading.weekday and reading.month is None) or reading.base == "now"
