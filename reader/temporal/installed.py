"""The tagger as it is installed: the languages that come with the program, and the user's own over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.resources import resource
from reader.temporal.languages import load_languages
from reader.temporal.tagger import Tagger


def installed_tagger(own_folders: Sequence[Path] = ()) -> Tagger:
    """A tagger with all languages at hand; a file in one of `own_folders` replaces the program's.

    Args:
        own_folders: the user's folders of language files, the last one strongest; missing ones are skipped.
    """
    return Tagger(load_languages([resource("languages"), *(path for path in own_folders if path.is_dir())]))
