"""From a reading to the days it means, counted from what it is counted from; no document, no language."""

from __future__ import annotations
