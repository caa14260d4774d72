"""A tagger with the program's own languages, read once: languages are values and never change."""

from __future__ import annotations

import pytest

from reader.resources import resource
from reader.temporal.tagger import Tagger, load_languages


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return Tagger(load_languages([resource("languages")]))
