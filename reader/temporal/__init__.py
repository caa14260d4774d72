"""Text in, dated mentions out."""

from __future__ import annotations
