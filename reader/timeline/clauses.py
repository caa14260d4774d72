"""Which stretch of a sentence tells what happened at a date: whole where it is short, else its clauses.

In: a text, the span of a sentence and of an expression in it. Out: a span that begins where a clause begins
wherever one begins within reach, and ends with a clause or at least not amid "of the".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from reader.temporal.model import Span

CAPTION_LENGTH = 120  # two lines of the event list at its usual width
# In 110 captions of real reports, histories and papers, a clause of half that length lacked its verb in one
# of six: "In May 1902, three hundred pounds".
ENOUGH = 70
_BESIDE = 40  # characters kept for what follows a date whose clause begins out of reach
_WIDE_LETTERS = 2  # places that an ideograph or a kana takes

_PART_BORDER = re.compile(r"[;؛；]\s*(?!$)")
_TELLS = 12  # letters: "César y débarqua"; fewer are a list's ("1789; 14 July 1790; 1791")
_CLAUSE_BORDER = re.compile(
    r"(?<=[;:؛；,،、，)])(?:\[\d+\])*\s+|\s(?=\()|(?<!\d)\s(?=[–—])|(?<=\D\s[–—])\s|(?<=[,、，；:])(?=[぀-ヿ㐀-鿿])"
    r"|(?<=\d\s[–—])\s(?=[A-ZÀ-Þ])",  # after a dateline
)
_START = attrgetter("start")
_WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
# "no." and "(Civ." lead to what was cut, too.
_SHORT_LAST = re.compile(r"(?:[\s(]+[^\W\d_]{1,3}['’.]?|[\s(]+(?!\w))+$")
_SHORT_FIRST = re.compile(r"(?:[^\W\d_A-ZÀ-Þ]{1,3}(?:['’]|\s+))+")


def telling_clause(text: str, sentence: Span, span: Span, dates: Sequence[Span] = ()) -> Span:
    """The clause of the expression, with as many of its neighbours as it takes to tell something.

    It begins and ends inside none of the `dates`, which are in order.
    """
    part = _part_of_sentence(text, sentence, span)
    room = _room(text, part)
    enough = ENOUGH * room // CAPTION_LENGTH
    if part.end - part.start <= room:
        return part
    borders = [
        match.end()
        for match in _CLAUSE_BORDER.finditer(text, part.start, part.end)
        if not _is_in_brackets(text, match.end(), span, part) and _date_around(match.end(), dates) is None
    ]
    # What stands in brackets tells little without the words they follow.
    lefts = [part.start, *(border for border in borders if border <= span.start and text[border] != "(")]
    rights = [*(border for border in borders if border >= span.end), part.end]
    nearest = rights[0] - span.end
    start = _leftward(text, lefts.pop(), span.start, room - (span.end - span.start) - min(nearest, _BESIDE))
    end = _rightward(text, span.end, rights.pop(0), room - (span.end - start))
    while lefts and end - start < enough and end - lefts[-1] <= room:
        start = lefts.pop()  # what was said before explains a date better than what follows
    if lefts and end - start - (span.end - span.start) < _TELLS:
        start = _leftward(text, lefts.pop(), start, room - (end - start))
    while rights and end - start < enough:
        end = _rightward(text, end, rights.pop(0), room - (end - start))
        if end - start >= room - _BESIDE:
            break
    return _with_whole_dates(text, Span(start, end), span, dates)


def _date_around(place: int, dates: Sequence[Span]) -> Span | None:
    """The date amid which a place lies."""
    before = bisect_left(dates, place, key=_START)
    return dates[before - 1] if before and place < dates[before - 1].end else None


def _with_whole_dates(text: str, clause: Span, span: Span, dates: Sequence[Span]) -> Span:
    """The clause without the rest of a date that was cut; with all of one that `span` is part of."""
    start, end = clause.start, clause.end
    first, last = _date_around(start, dates), _date_around(end, dates)
    if first is not None:
        start = first.end if first.end <= span.start else first.start
    if last is not None:
        end = _without_short_last(text, span.end, last.start) if last.start >= span.end else last.end
    return Span(start, end)


def _room(text: str, part: Span) -> int:
    """How many characters are shown; half as many of those that take two places."""
    if text.isascii():
        return CAPTION_LENGTH
    wide = len(_WIDE.findall(text, part.start, min(part.end, part.start + CAPTION_LENGTH)))
    return CAPTION_LENGTH // _WIDE_LETTERS if wide > CAPTION_LENGTH // 4 else CAPTION_LENGTH


def _part_of_sentence(text: str, sentence: Span, span: Span) -> Span:
    """What stands between semicolons around the expression, where that tells something."""
    parts = [match.end() for match in _PART_BORDER.finditer(text, sentence.start, sentence.end)]
    if not parts:
        return sentence
    start = max((end for end in parts if end <= span.start), default=sentence.start)
    end = min((end for end in parts if end > span.end), default=sentence.end)
    said = f"{text[start : span.start]} {text[span.end : end]}"
    return Span(start, end) if sum(map(str.isalpha, said)) >= _TELLS else sentence


def _is_in_brackets(text: str, border: int, span: Span, part: Span) -> bool:
    """Whether `border` lies in or at an aside that tells nothing of the expression, or is nothing but it."""
    is_alone = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"
    if is_alone and border >= span.start - 1 and not text[span.end + 1 : border].strip():
        return True
    if border <= span.start:
        closing = text.find(")", border, span.start)
        return closing >= 0 and text.find("(", border + 1, closing) < 0
    opening = text.rfind("(", span.end, border)
    return opening >= max(part.start, text.rfind(")", span.end, border))


def _leftward(text: str, wanted: int, start: int, room: int) -> int:
    """From `start` back to `wanted`, or by as many whole words as there is room for."""
    if start - wanted <= room:
        return wanted
    first = max(start - room, 0)
    if _WIDE.match(text, first):
        return first
    border = text.find(" ", first, start)
    if border < 0:
        return start
    short = _SHORT_FIRST.match(text, border + 1, start)
    return short.end() if short and short.end() < start else border + 1


def _rightward(text: str, end: int, wanted: int, room: int) -> int:
    """From `end` on to `wanted`, or by as many whole words as there is room for."""
    if wanted - end <= room:
        return wanted
    last = end + max(room, 0)
    if _WIDE.match(text, last - 1):
        return last
    border = text.rfind(" ", end, last + 1)
    if border < 0:
        return end
    return _without_short_last(text, end, border)


def _without_short_last(text: str, start: int, end: int) -> int:
    """Where the words from `start` to `end` end without the small ones that lead to what was cut."""
    short = _SHORT_LAST.search(text, start, end)
    return short.start() if short else end
