"""Modules that take the place of large ones in the bundle, where only their being there is asked for."""

from __future__ import annotations
