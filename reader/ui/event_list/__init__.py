"""The timeline as a list: the same events, sortable, readable by a screen reader."""

from __future__ import annotations
