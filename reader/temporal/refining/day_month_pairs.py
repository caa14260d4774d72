"""Two figures with a stroke or point between them: a day and its month, or a fraction, a score, a verse.

In: a passage and such a pair in it. Out: whether it is a date.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.columns import CELL, fills_cell, names_numbers
from reader.temporal.refining.counted import is_before_counted
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.named_numbers import is_of_pressure
from reader.temporal.refining.numbers_of_things import word_before

_CONTEXT = 24
_DAYS, _MONTHS = 31, 12
_NUMBER_SIGN = re.compile(r"(?:[Nn][°º]|№|§|[Nn][or]\.) ?$|(?:\d|\b[IVX]+[a-z]?) [A-Z]{1,3}[a-z]{0,2} $")


def pair_is_date(draft: Draft, mention: Mention) -> bool:
    """Whether "22/04" is a day and its month rather than a fraction, a score or a verse."""
    text, reading = draft.text, mention.reading
    first, second = reading.pair or (0, 0)
    words = text[mention.start : mention.end]
    if re.search(r"[\w/.,:-]$", text[max(0, mention.start - 1) : mention.start]) or re.match(
        r"[/\d%-]|[.,]\d|[\"″] ?=", text[mention.end :][:3]
    ):
        return False
    if is_before_counted(draft, mention) or _NUMBER_SIGN.search(draft.spoken, 0, mention.start):
        return False  # "۱۴/۶ سال", a decimal; "IV ZB 25/12"
    if _is_of_numbers(draft, mention):
        return False
    if not (1 <= first <= _DAYS and 1 <= second <= _DAYS and min(first, second) <= _MONTHS):
        return False
    if reading.weekday or not words[0].isdigit() or (draft.in_table and words.endswith(".")):
        return True
    figures = re.findall(r"\d+", words)
    larger_first = first > _MONTHS >= second
    padded = any(figure.startswith("0") for figure in figures)
    month_first = second > _MONTHS and draft.language.date_order.startswith("m")
    leading = word_before(text[max(0, mention.start - _CONTEXT) : mention.start])
    led = leading in draft.language.cues.get("day_lead", ())  # "we met on 9/11"
    return led or ((larger_first or padded or month_first) and not is_of_pressure(draft, mention))


def _is_of_numbers(draft: Draft, mention: Mention) -> bool:
    """Whether a pair fills a cell under a head that says numbers: "14/3" under "Inv.-Nr."."""
    if not draft.in_table or not fills_cell(draft, mention):
        return False
    cells = draft.text.count(CELL) + 1
    heads = draft.context.split(CELL)[-cells:]
    return len(heads) == cells and names_numbers(draft, heads[draft.text[: mention.start].count(CELL)])


def is_one_of_two(draft: Draft, mention: Mention) -> bool:
    """Whether a stroke parts two days or months of two calendars: "5 August 1906/14 Jumada II 1324"."""
    if not mention.reading.month:
        return False
    text, calendar = draft.text, mention.reading.calendar
    before, after = text[mention.start - 1 : mention.start] == "/", text[mention.end : mention.end + 1] == "/"
    return (before or after) and any(
        one.reading.calendar != calendar
        and bool(one.reading.month)
        and ((after and one.start == mention.end + 1) or (before and one.end == mention.start - 1))
        for one in draft.mentions
    )


__all__ = ["is_one_of_two", "pair_is_date"]
