"""Printing the open document: the system's dialog, the job, its progress, the geometry of a sheet."""

from __future__ import annotations
