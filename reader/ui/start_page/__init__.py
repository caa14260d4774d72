"""What the window shows while no document is open."""

from __future__ import annotations
