"""Days that stand apart in a short line or a phrase: "Communiqué du 14 juin 2017", "12/05/2024 · Code 8552".

In: a passage and its mentions. Out: whether a whole day stands apart from what the text tells. Where a text
points at the day of its writing and says it in no other way, such a day at its head or foot is its own. No
words are asked: what is short, tells nothing in a tense and has its day at an end is no sentence.
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.context import DocumentContext
from reader.temporal.dating import meaning
from reader.temporal.dating.scope import Scope
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import Domain, Grain, Role
from reader.temporal.moments import ImpossibleDateError, UnreachableError
from reader.temporal.surroundings import issue_lines

APART = "document_date.apart"
_LONGEST = 120  # characters of a line or phrase
_PARTING = frozenset("|·•■▪●–—/;(")
_MOST_BESIDE = 10  # words, where a sign stands between them and the day: the name of a paper, of an office
_MOST_LEADING = 4  # where none does
_MOST_CLOSED = 2  # and a stop closes the phrase: "Elle ferma le 3 mai 1997." is told
_STOPS = frozenset(".!?؟۔")
_MOST_AFTER = 3  # "No. 12, Friday edition"
_WORD = re.compile(r"[^\W\d_]+")
# "No. 12" and "J. Klein" end no sentence, nor does a point after a figure ("16. Mai").
_AFTER_MENTION = re.compile(r"[.;] (?=[^\W\d_])")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?؟۔] |(?<=\d{4})[.!?؟۔] |[!?؟۔] ")


def is_set_apart(passage: Recognised, mention: Mention) -> bool:
    """Whether a whole day stands at the beginning or the end of a phrase that is no sentence."""
    told = mention.role is not Role.EVENT or mention.tense != 0 or mention.aside  # "born on 3 May 1950"
    if told or not issue_lines.names_day(mention):
        return False
    if passage.passage.is_heading or passage.passage.is_table_row:
        return False  # "The battle of Leipzig, 16 October 1813" heads a story
    phrase = _phrase(passage, mention)
    if phrase is None:
        return False
    text, (start, end) = passage.passage.text, phrase
    beside = [one for one in passage.mentions if start <= one.start < end]
    if any(one.tense or not _says_the_same(one, mention) for one in beside):
        return False
    first, last = beside[0].start, max(one.end for one in beside)
    before, after = text[start:first].rstrip(), text[last:end]
    # "3 March 1917. – Rain. We left yesterday." is an entry of a diary; "Шёл снег. Брат появился на свет
    # в Твери, 9 мая 1911 года. Потом …" is told.
    amid = start > 0 and len(_WORD.findall(before)) > _MOST_LEADING
    if end < len(text) and (not before or amid):
        return False
    is_closed = after.rstrip()[-1:] in _STOPS
    return _leads(before, is_closed=is_closed) and _closes(after, is_closed=is_closed)


def _phrase(passage: Recognised, mention: Mention) -> tuple[int, int] | None:
    """Where the phrase of a mention begins and ends; None where it is long."""
    text = passage.passage.text
    low, high = max(0, mention.start - _LONGEST), min(len(text), mention.end + _LONGEST)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, low, high)]
    # "at 17. Press release of 14 June 2017": what speaks of time has been read to its end.
    near = (one for one in passage.mentions if low <= one.start and one.end <= mention.start)
    ends += [found.end() for one in near if (found := _AFTER_MENTION.match(text, one.end))]
    # "Le 9 nov. 1989, puis le": the point of a month's short name ends nothing.
    ends = [end for end in ends if not any(one.start < end < one.end for one in passage.mentions)]
    start = max((end for end in ends if end <= mention.start), default=0 if low == 0 else None)
    end = min((end for end in ends if end >= mention.end), default=len(text) if high == len(text) else None)
    return None if start is None or end is None or end - start > _LONGEST else (start, end)


def _says_the_same(one: Mention, other: Mention) -> bool:
    """Another calendar's name of the day, or a clock; no second day: "Le 9 mai 1989, puis le 3 mai 1990"."""
    if one is other or one.reading.has_clock:
        return True
    left, right = one.reading, other.reading
    same = left.pair or right.pair or (left.month, left.day) == (right.month, right.day)
    return issue_lines.names_day(one) and (bool(same) or left.calendar != right.calendar)


def _leads(before: str, *, is_closed: bool) -> bool:
    """Whether few words stand before a day, or some with a sign."""
    words = len(_WORD.findall(before))
    signed = words <= _MOST_BESIDE and not before[-1:].isalnum()
    return signed or words <= (_MOST_CLOSED if is_closed else _MOST_LEADING)


def _closes(after: str, *, is_closed: bool) -> bool:
    """Whether few words stand after a day, or some with a sign; "On 3 May 1997 the fire began." is told."""
    words = len(_WORD.findall(after))
    told = is_closed and after[:1] == " " and after.lstrip()[:1].islower()
    return (words <= _MOST_AFTER and not told) or (words <= _MOST_BESIDE and after.lstrip()[:1] in _PARTING)


def full_day(mention: Mention, *, day_first: bool) -> int | None:
    """The day a mention names by itself, the first of its month where it names none; None for neither."""
    scope = Scope(None, None, None, None, Domain.REPORT, 0, day_first)
    try:
        moment = meaning.date(mention.reading, scope).moment
    except (ImpossibleDateError, UnreachableError):
        return None
    fine = moment is not None and moment.grain in {Grain.DAY, Grain.MONTH, Grain.SEASON}
    return moment.first if moment and fine else None


def issued(passage: Recognised, context: DocumentContext) -> Recognised:
    """The passage, where it names the day of its document apart: then that is its day of issue."""
    date = context.document_date
    if date is None or date.source.key != APART:
        return passage
    mentions = tuple(
        replace(one, role=Role.ISSUE)
        if is_set_apart(passage, one) and full_day(one, day_first=context.day_first) == date.day
        else one
        for one in passage.mentions
    )
    return replace(passage, mentions=mentions) if mentions != passage.mentions else passage
