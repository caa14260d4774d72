"""The timeline as a file: the command, and the writing."""

from __future__ import annotations
