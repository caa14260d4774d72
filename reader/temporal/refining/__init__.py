"""Candidate mentions joined, completed and sifted by what stands beside them: small functions in order."""

from __future__ import annotations
