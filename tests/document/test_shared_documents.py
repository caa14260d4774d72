"""Documents beside the project: the seed and those of the yardstick, where they are there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import read_paragraphs

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = sorted((SHARED / "eval" / "documents").glob("*.pdf"))
SEED = SHARED / "seed" / "reunion-alaska.pdf"


def folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


def paragraphs(path: Path) -> list[str]:
    with open_document(str(path)) as document:
        return [folded(part.text) for part in read_paragraphs(document)]


@pytest.mark.skipif(not DOCUMENTS, reason="../shared/eval is not here")
def test_every_mention_stands_in_a_paragraph_that_begins_as_it_should() -> None:
    for path in DOCUMENTS:
        texts = paragraphs(path)
        for mention in json.loads(path.with_suffix(".json").read_text("utf-8"))["mentions"]:
            start = folded(mention["paragraph"])[:25]
            found = [text for text in texts if text.startswith(start)]
            assert len(found) == 1, (path.name, start)
            assert folded(mention["text"]) in found[0], (path.name, mention["text"])


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not here")
def test_every_entry_of_the_seed_stands_in_its_paragraph() -> None:
    texts = paragraphs(SEED)
    for entry in json.loads(SEED.with_name("expected_timeline.json").read_text("utf-8"))["events"]:
        found = [text for text in texts if text.startswith(folded(entry["paragraph"]))]
        assert len(found) == 1, entry["paragraph"]
        assert folded(entry["quote"]) in found[0]
