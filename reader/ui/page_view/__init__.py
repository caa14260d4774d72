"""The pages: continuous, sharp, with the dated expressions marked on them."""

from __future__ import annotations
