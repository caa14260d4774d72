"""What is kept between runs."""

from __future__ import annotations
