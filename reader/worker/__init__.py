"""The child processes that read and paint."""

from __future__ import annotations
