"""What is on the page: the only room that opens files."""

from __future__ import annotations
