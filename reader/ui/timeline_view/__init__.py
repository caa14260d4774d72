"""The timeline: events over a time axis that goes from days to millennia."""

from __future__ import annotations
