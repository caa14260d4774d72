"""Hits as plain JSON, for other programs. Pages count from 1; what is around a hit is one line of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reader.search.model import Hit, SearchWords

SCHEMA = 1  # raised when a field goes or changes its meaning


def hits_json(
    path: str, words: SearchWords, hits: Sequence[Hit], pages_without_text: Iterable[int] = ()
) -> dict[str, Any]:
    """What was looked for in a file, every hit in the order of the text, and where none can be."""
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
        "pages_without_text": [index + 1 for index in pages_without_text],
    }
