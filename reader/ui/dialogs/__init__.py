"""Dialogs: password, about, shortcuts."""

from __future__ import annotations
