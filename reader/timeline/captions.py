"""The few words under which an event is shown: the clause around its date, trimmed at word borders.

In: the paragraph's text and the span of the expression. Out: one line of about `CAPTION_LENGTH` characters
in the document's own words and script. Sentence borders follow the sentence terminals of UAX 29 for the
scripts the program reads; a full stop after an initial or between digits ends nothing.
"""

from __future__ import annotations

import re

from reader.temporal.model import Span

CAPTION_LENGTH = 120  # two lines of the event list at its usual width
SENTENCE_LIMIT = 600  # a "sentence" longer than this is a list or a table; only its neighbourhood counts

_TERMINAL = re.compile(
    r"(?:[!?…؟۔。！？।]+|(?<!\b\w)(?<!\b\w\w)\.(?!\d))[»”’\"')\]]*(?=\s)|[。！？]",
)
_CLAUSE_BORDER = re.compile(r"(?<=[;:؛；,،、，)])\s+|\s(?=[–—(])")
_NUMBERING = re.compile(
    # A capital with a full stop is an initial ("J. B. Fox"), not a number.
    r"^(?:\(?(?:\d{1,3}|[a-z]|[IVX]{1,4})\s?[-–.)]\s+|\(?[A-Z][-–)]\s+|[•▪◦*–-]\s+)",
)
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_LOOSE = " \t\n,;:،؛–—-.«»“”"


def sentence_span(text: str, span: Span) -> Span:
    """The sentence of `text` that holds `span`."""
    low, high = max(0, span.start - SENTENCE_LIMIT), min(len(text), span.end + SENTENCE_LIMIT)
    start, end = low, high
    for match in _TERMINAL.finditer(text, low, span.start):
        start = match.end()
    after = _TERMINAL.search(text, span.end, high)
    if after:
        end = after.end()
    while start < span.start and text[start].isspace():
        start += 1
    numbering = _NUMBERING.match(text[start : min(start + 8, span.start)])
    return Span(start + (numbering.end() if numbering else 0), end)


def caption(text: str, span: Span) -> str:
    """The words that tell what happened at `span`.

    Returns: one line, with "…" where the sentence goes on; the expression itself when it stands alone.
    """
    sentence = sentence_span(text, span)
    start, end = _widen(text, sentence, span)
    words = " ".join(text[start:end].split()).strip(_LOOSE)
    if words.startswith("(") and ")" not in words:
        words = words[1:]
    left = "… " if start > sentence.start else ""
    right = " …" if end < len(text[: sentence.end].rstrip(_LOOSE)) else ""
    return f"{left}{words}{right}" if words else " ".join(text[span.start : span.end].split())


def source_caption(text: str, span: Span) -> str:
    """The words that name a cited source: what shares the date's brackets, else the clause around it."""
    opening = max(
        text.rfind(bracket, max(0, span.start - CAPTION_LENGTH), span.start) for bracket in _BRACKETS
    )
    if opening < 0:
        return caption(text, span)
    closing = text.find(_BRACKETS[text[opening]], span.end, span.end + CAPTION_LENGTH)
    if closing < 0 or _BRACKETS[text[opening]] in text[opening : span.start]:
        return caption(text, span)
    name = f"{text[opening + 1 : span.start].strip(_LOOSE)} {text[span.end : closing].strip(_LOOSE)}"
    return " ".join(name.split()) or caption(text, span)


def _widen(text: str, sentence: Span, span: Span) -> tuple[int, int]:
    """From the expression outward to the borders of clauses, the nearer first, while the line has room."""
    borders = [match.end() for match in _CLAUSE_BORDER.finditer(text, sentence.start, sentence.end)]
    lefts = [sentence.start, *(border for border in borders if border <= span.start)]
    rights = [*(border for border in borders if border >= span.end), sentence.end]
    start, end = span.start, span.end
    while lefts or rights:
        leftward = bool(lefts) and (not rights or span.start - lefts[-1] <= rights[0] - span.end)
        wanted = (lefts.pop(), end) if leftward else (start, rights.pop(0))
        if wanted[1] - wanted[0] > CAPTION_LENGTH:
            # The next clause is too long: whole words of it, on its side, and then no more.
            room = CAPTION_LENGTH - (end - start)
            if leftward:
                start = max(text.find(" ", start - room, start) + 1, wanted[0]) if room > 0 else start
                lefts.clear()
            else:
                end = max(text.rfind(" ", end, end + room), end) if room > 0 else end
                rights.clear()
        else:
            start, end = wanted
    return start, end
