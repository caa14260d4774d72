"""Lines to paragraphs: columns, tables, furniture, headings, what runs on over columns and pages."""

from __future__ import annotations
