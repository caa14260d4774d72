"""The document the product was asked for: every date a careful reader would put on its timeline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.sentences import load_sentences
from reader.timeline.exports.json_export import timeline_json
from tests.acceptance.expected_timeline import entries_missed, numbers_leaked
from tests.whole_reading import read_timeline

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed document is not beside this checkout")


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SEED / "expected_timeline.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    timeline = read_timeline(str(SEED / "reunion-alaska.pdf"), sentences=load_sentences("en"))
    return timeline_json(timeline)


def test_every_entry_stands_with_its_date_kind_page_and_paragraph(
    expected: dict[str, Any], found: dict[str, Any]
) -> None:
    assert entries_missed(expected["events"], found) == []


def test_no_number_that_is_no_date_comes_through(expected: dict[str, Any], found: dict[str, Any]) -> None:
    assert numbers_leaked(expected["never"], found) == []


def test_the_document_is_dated_by_its_own_closing_lines(
    expected: dict[str, Any], found: dict[str, Any]
) -> None:
    assert found["document"]["date"] == expected["document_date"]
    assert found["document"]["languages"][0] == expected["language"]


def test_hijri_and_gregorian_stand_together(found: dict[str, Any]) -> None:
    (issue,) = [event for event in found["events"] if event["kind"] == "issue"]
    assert [date["as_written"] for date in issue["other_dates"]] == ["25 Safar 1447 AH"]
    assert issue["agreement"]
