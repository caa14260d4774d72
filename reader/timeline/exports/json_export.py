"""A timeline as JSON: the public contract of `timeleaf timeline --format json`, schema 1.

In: Timeline. Out: plain dictionaries for `json.dumps`. The contract is documented in the README; a field is
never removed or given another meaning within a schema number, new ones may be added. Days are ISO 8601 with
astronomical years ("-0051-01-01"); pages count from 1; rectangles are PDF points, origin top left.
"""

from __future__ import annotations

from typing import Any

from reader.calendars.gregorian import iso_day
from reader.document.model import PageBox
from reader.timeline.model import Event, EventDate, EventMention, Timeline

SCHEMA = 1
DECIMALS = 2  # of a point: finer than any printer


def timeline_json(timeline: Timeline) -> dict[str, Any]:
    """The whole timeline by the contract."""
    document = timeline.document
    return {
        "schema": SCHEMA,
        "document": {
            "path": document.path,
            "sha256": document.sha256,
            "title": document.title,
            "pages": document.page_count,
            "languages": list(timeline.languages),
            "date": timeline.document_date,
            "date_source": timeline.date_source,
        },
        "events": [event_json(event) for event in timeline.events],
        "unresolved": [
            {
                "text": missing.text,
                "page": missing.page_index + 1,
                "page_label": missing.page_label,
                "paragraph": missing.paragraph_id,
                "reason": missing.reason,
            }
            for missing in timeline.unresolved
        ],
        "pages_without_text": [index + 1 for index in timeline.pages_without_text],
        "damaged_pages": [index + 1 for index in timeline.damaged_pages],
    } | _recognised(timeline)


def _recognised(timeline: Timeline) -> dict[str, Any]:
    """What was read by text recognition; named only where there is any."""
    pages = [index + 1 for index in timeline.pages_by_ocr if index not in timeline.pages_without_text]
    return {"pages_by_ocr": pages} if pages else {}


def event_json(event: Event) -> dict[str, Any]:
    """One event by the contract."""
    return {
        "id": event.id,
        "label": event.label,
        "kind": str(event.kind),
        "planned": event.planned,
        "date": _date(event.date),
        "other_dates": [_date(date) for date in event.other_dates],
        "agreement": event.agreement,
        "places": list(event.places),
        "language": event.language,
        "confidence": round(event.confidence, 2),
        "resolution": event.resolution,
        "assumed": list(event.assumed),
        "doubts": list(event.doubts),
        "alternatives": [{**_date(other.date), "reason": other.reason} for other in event.alternatives],
        "mentions": [_mention(mention) for mention in event.mentions],
    }


def _date(date: EventDate) -> dict[str, Any]:
    return {
        "edtf": date.edtf,
        "start": None if date.first_day is None else iso_day(date.first_day),
        "end": None if date.last_day is None else iso_day(date.last_day),
        "grain": date.grain,
        "calendar": date.calendar,
        "as_written": date.as_written,
        "original": date.original,
        "bound": date.bound,
    }


def _mention(mention: EventMention) -> dict[str, Any]:
    paragraph = mention.paragraph
    return {
        "text": paragraph.written(mention.text),
        "page": mention.page_index + 1,
        "page_label": mention.page_label,
        "rects": [_corners(box) for box in mention.boxes if box.page_index == mention.page_index],
        "paragraph": {
            "id": paragraph.id,
            "text": paragraph.written(paragraph.text),
            "first_page": paragraph.first_page + 1,
            "rects": [[box.page_index + 1, *_corners(box)] for box in paragraph.boxes],
        }
        | ({"by_ocr": True} if paragraph.from_ocr else {}),
    }


def _corners(place: PageBox) -> list[float]:
    box = place.box
    return [round(value, DECIMALS) for value in (box.x0, box.y0, box.x1, box.y1)]
