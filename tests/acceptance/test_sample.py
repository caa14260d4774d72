"""The bundled sample, the first thing anyone sees: what a careful reader finds stands on its timeline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from reader.resources import resource
from reader.sentences import load_sentences
from reader.timeline.exports.json_export import timeline_json
from tests.acceptance.expected_timeline import entries_missed, numbers_leaked
from tests.whole_reading import read_timeline

REFERENCE = Path(__file__).parent.parent / "references" / "briefing-alaska.json"
SAMPLE = resource("sample", "briefing-alaska.pdf")


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(REFERENCE.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return timeline_json(read_timeline(str(SAMPLE), sentences=load_sentences("en")))


def test_every_date_of_the_sample_is_found(expected: dict[str, Any], found: dict[str, Any]) -> None:
    assert entries_missed(expected["events"], found) == []


def test_no_number_of_the_sample_is_taken_for_a_date(expected: dict[str, Any], found: dict[str, Any]) -> None:
    assert numbers_leaked(expected["never"], found) == []


def test_the_sample_is_dated_by_its_issue_line(expected: dict[str, Any], found: dict[str, Any]) -> None:
    assert found["document"]["date"] == expected["document_date"]


def test_the_sample_still_holds_what_it_was_made_hard_with() -> None:
    with pymupdf.open(SAMPLE) as document:
        first, second = (page.get_text() for page in document.pages())
    assert "en avril\n2025" in second  # a date over two lines
    assert "4. Chacun pose ses jalons." in first  # a paragraph over two pages
    assert "CNN Arabic, 15/8/2025" in second
