"""What the words about a mention make of it: its role, its tense, whether it is an aside."""

from __future__ import annotations
