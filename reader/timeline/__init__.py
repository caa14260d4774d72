"""Events and their geometry, without drawing."""

from __future__ import annotations
