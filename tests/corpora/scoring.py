"""Precision and recall of the tagger over a corpus in JSON Lines, by the definitions of TempEval-3.

A document a line: id, lang, dct (ISO day or null), domain, text, timexes of start, end, type, value, `alts`.
Relaxed: spans overlap, each gold timex matched to one prediction. Value: relaxed and the same TIMEX3 value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.temporal import timex3
from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@dataclass
class Score:
    """Counts over a corpus; F1 in percent. Gold timexes without a value count for spans only."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    right: int = 0
    spans_only: int = 0  # gold timexes without a value
    spans_met: int = 0  # those of them that were found

    @property
    def relaxed_f1(self) -> float:
        return 200 * self.relaxed / max(1, self.gold + self.found)

    @property
    def value_f1(self) -> float:
        return 200 * self.right / max(1, self.gold + self.found - self.spans_only - self.spans_met)


def score(tagger: Tagger, path: Path) -> Score:
    """The score of one corpus."""
    total = Score()
    for document in _documents(path):
        timexes = tagger.tag(document["text"], document["lang"], document["dct"], Domain(document["domain"]))
        found = timex3.records(timexes)
        total.gold += len(document["timexes"])
        total.found += len(found)
        for gold in document["timexes"]:
            total.spans_only += gold["value"] is None
            match = next((one for one in found if _overlap(one, gold)), None)
            if match is None:
                continue
            found.remove(match)
            total.relaxed += 1
            total.spans_met += gold["value"] is None
            total.right += str(match["value"]) in {gold["value"], *gold.get("alts", ())}
    return total


def _documents(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _overlap(one: dict[str, Any], two: dict[str, Any]) -> bool:
    return bool(one["start"] < two["end"] and two["start"] < one["end"])
