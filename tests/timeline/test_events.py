"""Dated mentions of a paragraph become events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.calendars.gregorian import to_day_number
from reader.document.model import Box, Fragment, Paragraph, ParagraphRole
from reader.sentences import Sentence, load_sentences
from reader.temporal.model import DayInterval, Grain, Role, Span, Timex, TimexType
from reader.timeline.events import EventMaker
from reader.timeline.model import Event, EventKind
from reader.timeline.places import PlaceFinder


@pytest.fixture
def maker() -> EventMaker:
    return EventMaker(lambda index: f"p{index + 1}", load_sentences("en"), PlaceFinder())


def _paragraph(text: str, name: str = "p0.1", role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph(name, text, (Fragment(0, len(text), 0, Box(0, 0, len(text), 12)),), role)


def _day(
    text: str,
    words: str,
    day: tuple[int, int, int],
    *,
    nth: int = 0,
    role: Role = Role.EVENT,
    calendar: str = "gregorian",
    group: int = -1,
) -> Timex:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    number = to_day_number(*day)
    return Timex(
        span=Span(start, start + len(words)),
        text=words,
        type=TimexType.DATE,
        value="{}-{:02}-{:02}".format(*day),
        language="en",
        rule="test",
        edtf="{}-{:02}-{:02}".format(*day),
        interval=DayInterval(number, number),
        grain=Grain.DAY,
        role=role,
        calendar=calendar,
        group=group,
        resolution=(Sentence("timeline.calendars_agree"),),
    )


def _only(events: list[Event]) -> Event:
    (event,) = events
    return event


def test_an_event_knows_its_page_its_paragraph_and_the_place_of_its_words(maker: EventMaker) -> None:
    text = "The king met them in Istanbul on 3 May 1921."
    event = _only(maker.events(_paragraph(text), [_day(text, "3 May 1921", (1921, 5, 3))]))
    assert event.id == "p0.1@33"
    assert event.places == ("Istanbul",)
    assert event.mentions[0].page_label == "p1"
    assert event.mentions[0].boxes[0].box == Box(33, 0, 43, 12)
    assert event.mentions[0].paragraph.text == text
    assert event.resolution == "Both calendars give the same day."


def test_one_day_named_twice_in_a_sentence_is_one_event(maker: EventMaker) -> None:
    text = "On 3 May 1921 he came, and on 3 May 1921 he left."
    days = [_day(text, "3 May 1921", (1921, 5, 3), nth=n) for n in (0, 1)]
    assert len(_only(maker.events(_paragraph(text), days)).mentions) == 2


def test_one_day_in_two_sentences_about_different_things_is_two_events(maker: EventMaker) -> None:
    text = "On 3 May 1921 he came. The mill burnt on 3 May 1921."
    days = [_day(text, "3 May 1921", (1921, 5, 3), nth=n) for n in (0, 1)]
    assert len(maker.events(_paragraph(text), days)) == 2


def test_two_papers_cited_with_one_date_are_two_sources(maker: EventMaker) -> None:
    text = "So he said (Herald, 3/5/1921). Others agreed (Tribune, 3/5/1921)."
    days = [_day(text, "3/5/1921", (1921, 5, 3), nth=n, role=Role.SOURCE) for n in (0, 1)]
    events = maker.events(_paragraph(text), days)
    assert [event.label for event in events] == ["Herald", "Tribune"]
    assert {event.kind for event in events} == {EventKind.SOURCE}


def test_a_day_in_two_calendars_is_one_event_that_shows_both(maker: EventMaker) -> None:
    text = "25 Safar 1447 / 19 August 2025"
    hijri = _day(text, "25 Safar 1447", (2025, 8, 19), calendar="islamic-umalqura", group=1)
    civil = _day(text, "19 August 2025", (2025, 8, 19), group=1)
    event = _only(maker.events(_paragraph(text), [hijri, civil]))
    assert event.date.calendar == "gregorian"
    assert [date.as_written for date in event.other_dates] == ["25 Safar 1447"]
    assert event.agreement == "Both calendars give the same day."
    assert len(event.mentions) == 2


def test_words_that_bound_one_calendar_bound_the_other(maker: EventMaker) -> None:
    text = "since 25 Safar 1447 / 19 August 2025"
    hijri = _day(text, "25 Safar 1447", (2025, 8, 19), calendar="islamic-umalqura", group=1)
    civil = _day(text, "19 August 2025", (2025, 8, 19), group=1)
    event = _only(maker.events(_paragraph(text), [replace(hijri, bound="since"), civil]))
    assert (event.date.calendar, event.date.bound) == ("gregorian", "since")


def test_a_year_and_all_time_since_then_are_two_events(maker: EventMaker) -> None:
    text = "In 1921 he came, and since 1921 he stayed."
    days = [_day(text, "1921", (1921, 1, 1), nth=n) for n in (0, 1)]
    years = [replace(one, interval=DayInterval(701265, 701629), grain=Grain.YEAR) for one in days]
    assert len(maker.events(_paragraph(text), [years[0], replace(years[1], bound="since")])) == 2


def test_calendars_that_differ_by_a_day_say_so(maker: EventMaker) -> None:
    text = "25 Safar 1447 / 20 August 2025"
    hijri = _day(text, "25 Safar 1447", (2025, 8, 19), calendar="islamic-umalqura", group=1)
    civil = _day(text, "20 August 2025", (2025, 8, 20), group=1)
    assert (
        _only(maker.events(_paragraph(text), [hijri, civil])).agreement
        == "The two calendars are 1 day apart."
    )


def test_issue_dates_on_two_lines_in_two_calendars_become_one_event(maker: EventMaker) -> None:
    first, second = "25 Safar 1447", "19 August 2025"
    hijri = _day(first, first, (2025, 8, 19), calendar="islamic-umalqura", role=Role.ISSUE)
    civil = _day(second, second, (2025, 8, 19), role=Role.ISSUE)
    events = maker.events(_paragraph(first, "p4.7"), [hijri])
    events += maker.events(_paragraph(second, "p4.8"), [civil])
    joined = _only(maker.join_issue_dates(events))
    assert joined.kind is EventKind.ISSUE
    assert [mention.paragraph.text for mention in joined.mentions] == [first, second]


def test_a_running_head_makes_a_header_not_an_event(maker: EventMaker) -> None:
    text = "Gazette of 3 May 1921"
    events = maker.events(
        _paragraph(text, role=ParagraphRole.FURNITURE), [_day(text, "3 May 1921", (1921, 5, 3))]
    )
    assert _only(events).kind is EventKind.HEADER


def test_what_cannot_be_dated_is_reported_with_its_page(maker: EventMaker) -> None:
    text = "It happened on a Friday."
    friday = Timex(Span(17, 23), "Friday", TimexType.DATE, "XXXX-WXX-5", "en", "test")
    (missing,) = maker.unresolved(_paragraph(text), [friday])
    assert (missing.text, missing.page_label) == ("Friday", "p1")
    assert missing.reason == "The text does not say which day is meant."
    assert not maker.events(_paragraph(text), [friday])


def test_a_day_that_its_calendar_does_not_have_is_reported_with_that_reason(maker: EventMaker) -> None:
    text = "Delivery is due on 31 April 2024."
    no_day = Sentence("doubt.impossible_date", {"text": "31 April 2024"})
    timex = Timex(Span(19, 32), "31 April 2024", TimexType.DATE, "2024-04", "en", "test", doubts=(no_day,))
    (missing,) = maker.unresolved(_paragraph(text), [timex])
    assert missing.text == "31 April 2024"
    assert missing.reason == "“31 April 2024”: the calendar has no such day."


def test_months_of_two_calendars_that_only_overlap_keep_their_own_days(maker: EventMaker) -> None:
    text = "Born in Jawza 1288 (Jumada I 1327)."
    first, last = to_day_number(1909, 5, 22), to_day_number(1909, 6, 21)
    solar = replace(
        _day(text, "Jawza 1288", (1909, 5, 22), calendar="persian", group=0),
        interval=DayInterval(first, last),
        grain=Grain.MONTH,
    )
    lunar = replace(
        _day(text, "Jumada I 1327", (1909, 5, 21), calendar="islamic-umalqura", group=0),
        interval=DayInterval(first - 1, last - 2),
        grain=Grain.MONTH,
    )
    made = maker.events(_paragraph(text), [solar, lunar])
    assert [event.date.first_day for event in made] == [first, first - 1]
