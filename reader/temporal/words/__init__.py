"""What a language file says, read and compiled: words, numerals, patterns; which language a text is in."""

from __future__ import annotations
