"""Pages that are pictures, read by Tesseract."""

from __future__ import annotations
