"""Whole documents of many kinds: what reaches their timeline is what a careful reader would put there.

The documents stand in `documents/`, each with its gold; the floors are those the product is held to.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.temporal.tagger import Tagger
from tests.temporal.documents_scoring import read

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.toml"))
FLOOR = 0.92  # of F1 and of the share of right kinds


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_a_careful_reader_would(path: Path, tagger: Tagger) -> None:
    found = read(path, tagger)
    assert found.f1 >= FLOOR, (found.missed, found.extra)
    assert found.kinds >= FLOOR * found.hits, found.wrong_kind


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_number_of_a_thing_comes_through(path: Path, tagger: Tagger) -> None:
    assert read(path, tagger).leaks == []
