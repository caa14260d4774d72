"""The contents of a document beside its pages: its outline as a tree."""

from __future__ import annotations
