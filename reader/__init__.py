"""Timeleaf: a PDF beside the timeline of its own text."""

from __future__ import annotations

__version__ = "0.1.0"
