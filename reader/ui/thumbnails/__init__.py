"""The pages of the document as small pictures beside it."""

from __future__ import annotations
