"""The few words under which an event is shown: the clause around its date, trimmed at word borders.

In: the paragraph's text and the span of the expression. Out: one line of about `CAPTION_LENGTH` characters
in the document's own words and script.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.document.model import RULE
from reader.temporal.model import Span
from reader.timeline.clauses import CAPTION_LENGTH, telling_clause
from reader.timeline.sentence_ends import sentence_ends

SENTENCE_LIMIT = 600  # a "sentence" longer than this is a list or a table; only its neighbourhood counts

_SHORTENED = re.compile(r"[^\W\d_]\.[- ]?[^\W\d_]$")
_LONGEST_SHORTENED = 4  # characters
_NUMBERING = re.compile(
    # A capital with a full stop is an initial ("J. B. Fox"), not a number.
    r"^(?:\(?(?:\d{1,3}|[a-z]|[IVX]{1,4})\s?[-–.)]\s+|\(?[A-Z][-–)]\s+|[•▪◦●■*–\ue000-\uf8ff-]\s+(?:\|\s+)?)",
)
_FIGURE_OF_NOTE = re.compile(r"\s*\[\d{1,3}\]")
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_OPENING = {closing: opening for opening, closing in _BRACKETS.items()}
_BRACKET = re.compile(r"[()\[\]（）]")
_ENDS = ".!?"
_MINUS = re.compile(r"-(?=\d)")
_STOPS = " ,;:.،؛"
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"))
_LOOSE = " \t\n,;:،؛–—-.«»“”"


def sentence_span(text: str, span: Span, ends: Sequence[int]) -> Span:
    """The sentence of `text` that holds `span`; `ends` as from `sentence_ends`."""
    before = bisect_right(ends, span.start)
    after = bisect_left(ends, span.end)
    start = max(ends[before - 1] if before else 0, span.start - SENTENCE_LIMIT)
    end = min(ends[after] if after < len(ends) else len(text), span.end + SENTENCE_LIMIT)
    while start < span.start and text[start].isspace():
        start += 1
    numbering = _NUMBERING.match(text[start : min(start + 8, span.start)])
    return Span(start + (numbering.end() if numbering else 0), end)


def caption(text: str, span: Span, sentence: Span, dates: Sequence[Span] = ()) -> str:
    """The words that tell what happened at `span` in its `sentence`.

    Args:
        text: the paragraph's.
        span: of the expression of time.
        sentence: that holds it.
        dates: the paragraph's expressions of time, in order; none of them is cut.

    Returns: one line, with "…" where the sentence goes on; the expression itself when it stands alone.
    """
    clause = telling_clause(text, sentence, span, dates)
    said = text[clause.start : clause.end]
    words = _trimmed(" ".join((_FIGURE_OF_NOTE.sub("", said) if "[" in said else said).split()))
    words = _without_halves(words, text[sentence.start : clause.start], text[clause.end : sentence.end])
    if _MINUS.match(text, clause.start) and clause.start + 1 != span.start:
        words = f"-{words}"  # "-5 degrees", but "-1910: the lighthouse" is a point of a list
    left = "… " if clause.start > sentence.start else ""
    right = " …" if clause.end < len(text[: sentence.end].rstrip(_LOOSE)) else ""
    return f"{left}{words}{right}" if words else " ".join(text[span.start : span.end].split())


def _trimmed(words: str) -> str:
    """Without loose signs at its ends; a quotation mark stays where its other half does."""
    bare = words.strip(_LOOSE)
    last = max(0, len(bare) - _LONGEST_SHORTENED)
    if _SHORTENED.search(bare, last) and words[words.find(bare) + len(bare) :].startswith("."):
        bare += "."  # "en 29 av. J.-C.", "at 5 p.m."
    if bare.isascii():
        return bare
    for opening, closing in _QUOTES:
        before, found, _ = bare.partition(closing)
        if found and opening not in before and words.startswith(opening):
            bare = opening + bare
        if bare.rfind(opening) > bare.rfind(closing) and words.rstrip(_STOPS).endswith(closing):
            bare += closing
    return bare


def _without_halves(words: str, before: str, after: str) -> str:
    """Without the brackets whose other half was cut off, with what stood before or after the words."""
    halves: list[int] = []
    for bracket in _BRACKET.finditer(words):
        if halves and _BRACKETS.get(words[halves[-1]]) == bracket[0]:
            halves.pop()
        else:
            halves.append(bracket.start())
    for at in reversed(halves):
        half = words[at]
        if not at or (_BRACKETS[half] in after if half in _BRACKETS else _OPENING[half] in before):
            words = words[:at] + words[at + 1 :]
        elif at == len(words) - 1 and words[at - 1] in _ENDS:
            words = words[: at - 1]  # the last of several sentences in brackets
    return words.strip()


def source_caption(text: str, span: Span, sentence: Span, dates: Sequence[Span] = ()) -> str:
    """The words that name a cited source: what shares the date's brackets, else the clause around it."""
    opening = max(
        text.rfind(bracket, max(0, span.start - CAPTION_LENGTH), span.start) for bracket in _BRACKETS
    )
    if opening < 0:
        return caption(text, span, sentence, dates)
    closing = text.find(_BRACKETS[text[opening]], span.end, span.end + CAPTION_LENGTH)
    if closing < 0 or _BRACKETS[text[opening]] in text[opening : span.start]:
        return caption(text, span, sentence, dates)
    # "(Costa, 1996; Finn, 1981)": only what stands between semicolons is of the date.
    before = text[opening + 1 : span.start].rpartition(";")[2].strip(_LOOSE)
    after = text[span.end : closing].partition(";")[0].strip(_LOOSE)
    name = " ".join(f"{before} {after}".split())
    return name if before and any(map(str.isalpha, name)) else caption(text, span, sentence, dates)


def row_caption(text: str, span: Span, sentence: Span, dates: Sequence[Span] = ()) -> str:
    """The words that tell what happened in a row of a table.

    A date that has the first cell to itself stands beside its caption anyway: the cells after it tell.
    """
    after = text.find(RULE, span.end)
    is_alone = not (text[: span.start].strip(_LOOSE) or text[span.end : max(after, 0)].strip(_LOOSE))
    if after < 0 or not is_alone:
        return caption(text, span, sentence, dates)
    start = after + len(RULE)
    rest = Span(start, start)
    cells = Span(start, sentence_span(text, rest, sentence_ends(text, dates)).end)
    return caption(text, rest, cells, dates) or caption(text, span, sentence, dates)
