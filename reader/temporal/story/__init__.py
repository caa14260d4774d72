"""A document from its first passage to its last: its own date, where its story stands, its timexes."""

from __future__ import annotations
