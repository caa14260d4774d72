"""Days counted many ways: one calendar a file, all over day numbers."""

from __future__ import annotations
