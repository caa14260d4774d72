"""Which language the program speaks to its user when nothing was set: the system's own.

Out: a BCP 47 tag. Source of the order: POSIX locale variables (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), then the
system's own setting as Python's `locale` reads it.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

from reader.sentences import FALLBACK, available_languages


def interface_language(environment: Mapping[str, str] = os.environ) -> str:
    """The first of the user's languages that the program speaks; English when it speaks none of them."""
    wished: list[str] = []
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wished += environment.get(variable, "").split(":")
    wished.append(locale.getlocale()[0] or "")
    present = available_languages()
    for wish in wished:
        base = wish.partition(".")[0].partition("_")[0].partition("-")[0].lower()
        if base in present:
            return base
    return FALLBACK
