"""What builds and checks Timeleaf; a package, so that none installed under this name is taken for it."""

from __future__ import annotations
