"""From the sources to what users install: bundle, check, licences, bill of materials, installers."""

from __future__ import annotations
