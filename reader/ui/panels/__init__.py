"""Panels beside the pages."""

from __future__ import annotations
