"""Hits as plain JSON, for other programs. Pages count from 1; what is around a hit is one line of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.search.model import Hit, SearchWords

SCHEMA = 1  # raised when a field goes or changes its meaning


def hits_json(path: str, words: SearchWords, hits: Sequence[Hit]) -> dict[str, Any]:
    """What was looked for in a file, and every hit in the order of the text."""
    return {
        "schema": SCHEMA,
        "path": path,
        "words": words.text,
        "exact": words.exact,
        "whole_words": words.whole_words,
        "hits": [
            {"page": hit.page_index + 1, "before": hit.before, "text": hit.text, "after": hit.after}
            for hit in hits
        ],
    }
