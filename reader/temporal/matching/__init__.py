"""From a folded text to the rules of its language that fit it: candidate mentions."""

from __future__ import annotations
