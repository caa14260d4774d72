"""A timeline in a spreadsheet: a row an event, and no word of the document is taken for a formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from reader.document.model import DocumentInfo, PageSize
from reader.sentences import load_sentences
from reader.timeline.event_table import table_of
from reader.timeline.exports.csv_export import COLUMNS, timeline_csv
from reader.timeline.exports.formats import FORMATS, ExportFormat
from reader.timeline.exports.json_export import timeline_json
from reader.timeline.model import Event, Timeline
from reader.timeline.page_events import PackedEvents, by_page
from tests.timeline.chronicle import day_event, day_number, event, year_event

INFO = DocumentInfo("a, b.pdf", "00", "A", 3, PageSize(100, 200))


def rows(*events: Event) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(timeline_csv(Timeline(INFO, events))), newline="")))


def test_an_event_is_a_row_under_the_names_of_the_columns() -> None:
    (row,) = rows(day_event("14 July 1789", 1789, 7, 14, label="the “fall”, as\nit is called", page=2))
    assert tuple(row) == COLUMNS
    assert row["document"] == "a, b.pdf"
    assert (row["start"], row["end"], row["as_written"]) == ("1789-07-14", "1789-07-14", "14 July 1789")
    assert row["label"] == "the “fall”, as\nit is called"
    assert (row["page"], row["page_label"], row["planned"]) == ("3", "3", "false")
    assert "14 July 1789" in row["paragraph"]


def test_rows_are_in_the_order_of_time_however_the_events_are_kept() -> None:
    later, earlier, same = (
        day_event("later", 1990, 5, 3, page=0),
        day_event("earlier", 1789, 7, 14, page=1),
        day_event("same day, later page", 1789, 7, 14, page=2),
    )
    since = replace(
        year_event("since", 1900, page=3), date=replace(year_event("since", 1900).date, bound="since")
    )
    before = event("before", None, day_number(1500), "year", page=3)
    events = (later, same, earlier, since, before)
    wanted = ["before", "earlier", "same day, later page", "since", "later"]
    assert [row["as_written"] for row in rows(*events)] == wanted
    for kept in (PackedEvents(by_page(events)), table_of(events)):
        lines = io.StringIO("".join(timeline_csv(Timeline(INFO, kept))), newline="")
        assert [row["as_written"] for row in csv.DictReader(lines)] == wanted


def test_an_open_end_is_an_empty_cell() -> None:
    (row,) = rows(event("until 2030", None, day_number(2030, 12, 31), "year"))
    assert (row["start"], row["end"]) == ("", "2030-12-31")


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])
def test_words_of_the_document_are_never_a_formula(words: str) -> None:
    (row,) = rows(day_event("1 May 1848", 1848, 5, 1, label=words))
    assert row["label"] == "'" + words


def test_a_date_before_our_era_is_no_subtraction() -> None:
    (row,) = rows(day_event("15 March 44 BC", -43, 3, 15))
    assert row["start"] == "'-0043-03-15"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.name))
def test_every_format_makes_a_file_that_holds_the_words(form: ExportFormat) -> None:
    found = day_event("1 May 1848", 1848, 5, 1, label="Été \ud800")
    content = b"".join(form.content(Timeline(INFO, (found,)), load_sentences("fr")))
    assert content.endswith(b"\n")
    assert "Été ?" in content.decode("utf-8-sig")


def test_json_written_event_by_event_is_the_json_of_the_contract() -> None:
    found = (day_event("1 May 1848", 1848, 5, 1, label='a "events": [] b'), day_event("2 May", 1848, 5, 2))
    written = next(form for form in FORMATS if form.name == "json")
    for events in ((), found[:1], found):
        timeline = Timeline(INFO, events)
        content = b"".join(written.content(timeline, load_sentences("en")))
        assert json.loads(content) == timeline_json(timeline)
