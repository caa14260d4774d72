"""Events made by hand for tests of the timeline: a date, some words, a place on a page."""

from __future__ import annotations

from reader.calendars.gregorian import to_day_number
from reader.document.model import Box, PageBox
from reader.timeline.model import Event, EventDate, EventKind, EventMention, ParagraphPlace


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    return to_day_number(year, month, day)


def event(
    name: str,
    first: int | None,
    last: int | None,
    grain: str = "day",
    *,
    label: str = "",
    kind: EventKind = EventKind.EVENT,
    planned: bool = False,
    approximate: bool = False,
    edtf: str = "",
    page: int = 0,
    other_dates: tuple[EventDate, ...] = (),
    resolution: str = "The words say so.",
) -> Event:
    words = label or f"what happened: {name}"
    text = f"A chronicle tells {words} & more, on {name}, before it goes on."
    start = text.rindex(name)
    paragraph = ParagraphPlace(f"p{page}.{name}", text, page, (PageBox(page, Box(50, 100, 400, 140)),))
    mention = EventMention(
        name,
        start,
        start + len(name),
        page,
        str(page + 1),
        (PageBox(page, Box(60, 100, 90, 112)),),
        paragraph,
    )
    return Event(
        id=name,
        label=words,
        kind=kind,
        planned=planned,
        date=EventDate(edtf, first, last, grain, "gregorian", name, approximate=approximate),
        mentions=(mention,),
        language="en",
        resolution=resolution,
        other_dates=other_dates,
        order=(page, 0, 0),
    )


def day_event(name: str, year: int, month: int, day: int, **more: object) -> Event:
    number = day_number(year, month, day)
    return event(name, number, number, **more)  # type: ignore[arg-type] # handed on as given


def year_event(name: str, year: int, **more: object) -> Event:
    return event(name, day_number(year), day_number(year + 1) - 1, "year", **more)  # type: ignore[arg-type] # as above


def hijri_issue_date() -> Event:
    """19 August 2025, which the text also calls 25 Safar 1447."""
    number = day_number(2025, 8, 19)
    hijri = EventDate(
        "2025-08-19", number, number, "day", "islamic-umalqura", "25 Safar 1447 AH", original="1447-02-25"
    )
    return event("issued", number, number, kind=EventKind.ISSUE, other_dates=(hijri,))


def briefing() -> tuple[Event, ...]:
    """A briefing of 2025 with its usual dates: some years, a cluster in August, an outlier, a forecast."""
    return (
        year_event("1945", 1945, approximate=True),
        year_event("1991", 1991),
        year_event("2019", 2019),
        year_event("2022", 2022),
        event("april", day_number(2025, 4, 1), day_number(2025, 4, 30), "month"),
        day_event("talks", 2025, 8, 13),
        day_event("meeting", 2025, 8, 15, planned=True, page=1),
        day_event("summit", 2025, 8, 16, page=1),
        hijri_issue_date(),
        event("2030", None, day_number(2031) - 1, "year", planned=True, page=2),
    )
