"""Compares a timeline's JSON with what a careful reader put down: quote, date, kind, page, paragraph.

In: the list of expected entries and the JSON of `timeleaf timeline`. Out: what is missing, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# EDTF as the lists use it: a day, a month, a year, "../2030".
_EDTF_ENDS = {4: ("-01-01", "-12-31"), 7: ("-01", None), 10: ("", "")}


def entries_missed(expected: Sequence[Mapping[str, Any]], found: Mapping[str, Any]) -> list[str]:
    """What of `expected` is not on the timeline, each as one readable line."""
    free = list(_mentions(found))
    missed = []
    for entry in expected:
        match = next((seen for seen in free if _same(entry, seen)), None)
        if match is None:
            near = [seen for seen in free if _fold(entry["quote"]) in _fold(seen["text"])]
            missed.append(f"{entry['quote']} {entry['date']} {entry['kind']} p.{entry['page']}; near: {near}")
        else:
            free.remove(match)
    return missed


def numbers_leaked(never: Sequence[str], found: Mapping[str, Any]) -> list[str]:
    """Quotes of mentions that are nothing but one of the numbers that are no dates."""
    barred = {_fold(number) for number in never}
    return [seen["text"] for seen in _mentions(found) if _fold(seen["text"]) in barred]


def _mentions(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for event in found["events"]:
        for mention in event["mentions"]:
            yield {
                "text": mention["text"],
                "kind": event["kind"],
                "start": event["date"]["start"],
                "end": event["date"]["end"],
                "page": mention["page"],
                "paragraph": mention["paragraph"]["text"][:60],
            }


def _same(entry: Mapping[str, Any], seen: Mapping[str, Any]) -> bool:
    return (
        _fold(entry["quote"]) == _fold(seen["text"])
        and (seen["start"], seen["end"]) == _days(entry["date"])
        and entry["kind"] == seen["kind"]
        and entry["page"] == seen["page"]
        and _fold(seen["paragraph"]).startswith(_fold(entry["paragraph"])[:40])
    )


def _days(edtf: str) -> tuple[str | None, str | None]:
    if "/" in edtf:
        first, last = edtf.split("/")
        return (None if first == ".." else _days(first)[0], None if last == ".." else _days(last)[1])
    first_part, last_part = _EDTF_ENDS[len(edtf)]
    if last_part is None:
        last_day = {"02": 28, "04": 30, "06": 30, "09": 30, "11": 30}.get(edtf[5:7], 31)
        last_part = f"-{last_day}"
    return edtf + first_part, edtf + last_part


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold().replace("’", "'")
