"""Words found in a document: folded once, searched many times. Knows pages; no dates, no engine, no Qt."""

from __future__ import annotations
