"""What the engine has of a page, made text: glyphs, reading direction, marked content, lines."""

from __future__ import annotations
