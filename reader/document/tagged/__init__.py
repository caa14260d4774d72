"""Pages whose file tells their structure: whether it is sound, and paragraphs by it."""

from __future__ import annotations
