"""The public JSON contract, field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.calendars.gregorian import iso_day, to_day_number
from reader.document.model import Box, DocumentInfo, PageBox, PageSize
from reader.sentences import load_sentences
from reader.timeline.exports.json_export import timeline_json
from reader.timeline.exports.table import timeline_table
from reader.timeline.model import (
    Event,
    EventDate,
    EventKind,
    EventMention,
    ParagraphPlace,
    Timeline,
    Unresolved,
)

BOX = PageBox(1, Box(10.126, 20, 30, 40))


@pytest.fixture
def timeline() -> Timeline:
    place = ParagraphPlace("p1.2", "Until 2030 it grew.", 1, (BOX,))
    last = to_day_number(2030, 12, 31)
    event = Event(
        id="p1.2@0",
        label="Until 2030 it grew",
        kind=EventKind.EVENT,
        planned=True,
        date=EventDate("../2030", None, last, "year", "gregorian", "Until 2030"),
        mentions=(EventMention("Until 2030", 0, 10, 1, "ii", (BOX,), place),),
        language="en",
        resolution="“Until 2030” is open at its beginning.",
        confidence=0.876,
    )
    info = DocumentInfo("a.pdf", "00", "A", 3, PageSize(100, 200))
    missing = Unresolved("Friday", 0, "i", "p0.1", "No anchor.")
    return Timeline(info, (event,), ("en",), "2025-08-19", "the issue line", (missing,), (2,))


def test_every_field_of_the_contract_is_there(timeline: Timeline) -> None:
    found = timeline_json(timeline)
    assert found["schema"] == 1
    assert set(found["document"]) == {"path", "sha256", "title", "pages", "languages", "date", "date_source"}
    (event,) = found["events"]
    contract = {"id", "label", "kind", "planned", "date", "places", "language", "confidence", "resolution"}
    assert contract | {"mentions"} <= set(event)
    assert event["date"]["start"] is None
    assert event["date"]["end"] == "2030-12-31"
    assert {"edtf", "grain", "calendar", "as_written"} <= set(event["date"])
    (mention,) = event["mentions"]
    assert (mention["page"], mention["page_label"]) == (2, "ii")
    assert mention["rects"] == [[10.13, 20, 30, 40]]
    assert mention["paragraph"]["rects"] == [[2, 10.13, 20, 30, 40]]
    assert mention["paragraph"]["first_page"] == 2
    assert found["unresolved"][0]["page"] == 1
    assert found["pages_without_text"] == [3]


@pytest.mark.parametrize(
    ("year", "month", "day", "iso"),
    [
        (2025, 8, 16, "2025-08-16"),
        (-51, 1, 1, "-0051-01-01"),
        (0, 12, 31, "0000-12-31"),
        (44, 3, 5, "0044-03-05"),
    ],
)
def test_days_have_astronomical_years(year: int, month: int, day: int, iso: str) -> None:
    assert iso_day(to_day_number(year, month, day)) == iso


def test_the_cells_of_a_row_are_set_apart_by_tabs(timeline: Timeline) -> None:
    (event,) = timeline.events
    row = ParagraphPlace("p1.2", "1867 | the works open | 40 | hands", 1, (BOX,), is_row=True)
    mention = EventMention("1867", 0, 4, 1, "ii", (BOX,), row)
    found = timeline_json(replace(timeline, events=(replace(event, mentions=(mention,)),)))
    assert found["events"][0]["mentions"][0]["paragraph"]["text"] == "1867\tthe works open\t40\thands"


def test_strokes_between_words_stay_in_what_is_no_row(timeline: Timeline) -> None:
    (event,) = timeline.events
    line = ParagraphPlace("p1.2", "1867 | Harbour News", 1, (BOX,))
    mention = EventMention("1867", 0, 4, 1, "ii", (BOX,), line)
    found = timeline_json(replace(timeline, events=(replace(event, mentions=(mention,)),)))
    assert found["events"][0]["mentions"][0]["paragraph"]["text"] == "1867 | Harbour News"


def test_the_table_names_what_was_left_out(timeline: Timeline) -> None:
    table = timeline_table(timeline, load_sentences("en"))
    assert "Until 2030 it grew" in table
    assert "event (planned)" in table
    assert "1 expression of time could not be dated." in table
    assert "Pages without text, not read: 3" in table


def test_a_bound_is_named_in_the_json_and_open_in_the_table(timeline: Timeline) -> None:
    (event,) = timeline.events
    day = to_day_number(2008, 1, 1)
    date = EventDate("2008", day, day + 365, "year", "gregorian", "2008", bound="since")
    bounded = replace(timeline, events=(replace(event, date=date),))
    (found,) = timeline_json(bounded)["events"]
    assert (found["date"]["edtf"], found["date"]["bound"]) == ("2008", "since")
    assert "\n2008/.." in timeline_table(bounded, load_sentences("en"))


def test_columns_of_the_table_stand_below_each_other(timeline: Timeline) -> None:
    lines = timeline_table(timeline, load_sentences("fr")).splitlines()
    head = next(line for line in lines if line.startswith("date "))
    row = next(line for line in lines if line.startswith("../2030"))
    assert head.index("quoi") == row.index("Until 2030 it grew")
