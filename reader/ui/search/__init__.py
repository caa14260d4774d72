"""Find bar and list of results: two faces of the one search."""

from __future__ import annotations
