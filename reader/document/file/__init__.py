"""A file, and what one asks of it page by page: text, picture, labels, outline, links."""

from __future__ import annotations
