"""Where the events stand on the pages: what lies under a point, what is in view, what comes next. No Qt.

In: events, packed by page. Out: answers by page index and points. Made anew whenever events arrive, so making
it is cheap; asked at every movement of the mouse and of the scroll bar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from math import inf

from reader.document.model import Box
from reader.text_direction import is_right_to_left
from reader.timeline.model import Event, EventId, EventKind, EventMention
from reader.timeline.page_events import PageEvents
from reader.ui.history import Place

TOUCH = 2.0  # points around an expression that still count as it: a line of 9-point text is not easily hit

LINE_GAP = 2.0  # line heights of white between lines of one block; double-spaced typescript has 1.4


@dataclass(frozen=True, slots=True)
class Expression:
    """One rectangle of a date expression on a page, and the event it belongs to."""

    box: Box
    event: Event
    mention: int


@dataclass(frozen=True, slots=True)
class DatedParagraph:
    """The part of a dated paragraph that lies on one page, its events, and which way its text runs.

    `is_sideways`: its lines run up or down the page.
    """

    paragraph_id: str
    box: Box
    events: tuple[Event, ...]
    is_right_to_left: bool = False
    is_sideways: bool = False


@dataclass(frozen=True, slots=True)
class PageStretch:
    """The part of a page that is in view, in points: from `top` to `bottom`, in a turned view also across."""

    page_index: int
    top: float
    bottom: float
    left: float = -inf
    right: float = inf


class EventPlaces:
    """An index of events by page; what a page holds in detail is found out when it is first asked for."""

    def __init__(self, pages: Iterable[PageEvents]) -> None:
        self._packed = {page.page_index: page for page in pages if page.records}
        self._reaching: dict[int, list[PageEvents]] = defaultdict(list)  # what began on pages before
        for page in self._packed.values():
            for index in range(page.page_index + 1, page.last_page + 1):
                self._reaching[index].append(page)
        self._events: dict[int, tuple[Event, ...]] = {}
        self._expressions: dict[int, tuple[Expression, ...]] = {}
        self._paragraphs: dict[int, tuple[DatedParagraph, ...]] = {}

    def expressions(self, page_index: int) -> tuple[Expression, ...]:
        """Every date expression of a page."""
        if page_index not in self._expressions:
            self._expressions[page_index] = tuple(
                Expression(place.box, event, number)
                for event in self._events_on(page_index)
                for number, mention in enumerate(event.mentions)
                for place in mention.boxes
                if place.page_index == page_index
            )
        return self._expressions[page_index]

    def paragraphs(self, page_index: int) -> tuple[DatedParagraph, ...]:
        """The dated paragraphs of a page from top to bottom."""
        if page_index not in self._paragraphs:
            found = self._find_paragraphs(page_index)
            self._paragraphs[page_index] = tuple(sorted(found, key=lambda each: (each.box.y0, each.box.x0)))
        return self._paragraphs[page_index]

    def _events_on(self, page_index: int) -> tuple[Event, ...]:
        """The events with something on a page."""
        if page_index not in self._events:
            own = self._packed.get(page_index)
            packed = [*self._reaching.get(page_index, ()), *([own] if own else [])]
            self._events[page_index] = tuple(
                event for page in packed for event in page.events() if _is_on(event, page_index)
            )
        return self._events[page_index]

    def _find_paragraphs(self, page_index: int) -> Iterator[DatedParagraph]:
        boxes: dict[str, set[Box]] = defaultdict(set)
        dated: dict[str, dict[EventId, Event]] = defaultdict(dict)
        for event in self._events_on(page_index):
            for mention in event.mentions:
                here = {place.box for place in mention.paragraph.boxes if place.page_index == page_index}
                if here:
                    boxes[mention.paragraph.id] |= here
                    dated[mention.paragraph.id][event.id] = event
        for name, parts in boxes.items():
            events = tuple(dated[name].values())
            text = next(m.paragraph.text for m in events[0].mentions if m.paragraph.id == name)
            tall = sum(_is_tall(part) for part in parts)
            yield DatedParagraph(
                name, enclosing(parts), events, is_right_to_left(text), is_sideways=2 * tall > len(parts)
            )

    def expression_at(self, page_index: int, x: float, y: float) -> Expression | None:
        """The date expression under a point (in points), the smallest where several overlap."""
        under = [
            part
            for part in self.expressions(page_index)
            if part.box.x0 - TOUCH <= x <= part.box.x1 + TOUCH
            and part.box.y0 - TOUCH <= y <= part.box.y1 + TOUCH
        ]
        return min(under, key=lambda part: _area(part.box), default=None)

    def event_with(self, mention: EventMention) -> Event | None:
        """The event that has a mention, where another one has it now than before."""
        spot = mention.paragraph.id, mention.start
        found = (
            event
            for event in self._events_on(mention.page_index)
            if spot in {(each.paragraph.id, each.start) for each in event.mentions}
        )
        return next(found, None)

    def in_view(self, stretches: Iterable[PageStretch]) -> tuple[Event, ...]:
        """The events of the paragraphs that are at least partly in view."""
        seen: dict[EventId, Event] = {}
        for stretch in stretches:
            for paragraph in self.paragraphs(stretch.page_index):
                box = paragraph.box
                is_in_height = box.y1 > stretch.top and box.y0 < stretch.bottom
                if is_in_height and box.x1 > stretch.left and box.x0 < stretch.right:
                    seen.update((event.id, event) for event in paragraph.events)
        return tuple(seen.values())

    def next_event(
        self, selected: Event | None, place: Place, step: int, kinds: Container[EventKind]
    ) -> Event | None:
        """The first event of the next (`step` 1) or previous (-1) dated paragraph in reading order.

        A paragraph over several pages counts on each on which it speaks of a date.

        Args:
            selected: the event from which is counted, None for the place.
            place: what lies below it comes next.
            step: 1 or -1.
            kinds: only events of these count.
        """
        if selected is not None:
            here, start = _turn_of(selected), selected.mentions[0].paragraph.first_page
        else:
            here, start = (place.page_index, place.reading_top), place.page_index
        where = _spot_of if selected is None else _turn_of
        for index in sorted(self._packed, reverse=step < 0):
            page = self._packed[index]
            if ((page.last_page if step > 0 else index) - start) * step < 0:
                continue
            for event in _firsts(page.events(), kinds)[::step]:
                if where(event) > here if step > 0 else where(event) < here:
                    return event
        return None


def _firsts(events: Iterable[Event], kinds: Container[EventKind]) -> tuple[Event, ...]:
    """The first events of some kinds in their paragraphs, or on a page of them, in reading order."""
    found: dict[tuple[float, ...], Event] = {}
    for event in sorted(events, key=_turn_of):
        if event.kind in kinds:
            found.setdefault(_turn_of(event), event)
    return tuple(found.values())


def _turn_of(event: Event) -> tuple[float, ...]:
    """When an event's paragraph, and its page of it, comes in the reading order of the document."""
    mention = event.mentions[0]
    return mention.paragraph.first_page, event.order[1], mention.page_index


def _spot_of(event: Event) -> tuple[float, ...]:
    """On which page an event stands, and how far down its paragraph begins there."""
    page, mention = event.mentions[0].page_index, event.mentions[0]
    tops = [part.box.y0 for part in mention.paragraph.boxes if part.page_index == page]
    return page, min(tops, default=0.0)


def _is_on(event: Event, page_index: int) -> bool:
    return any(
        place.page_index == page_index
        for mention in event.mentions
        for place in (*mention.boxes, *mention.paragraph.boxes)
    )


def span_of(events: Iterable[Event]) -> tuple[int, int] | None:
    """First and last day the events speak of; an open end counts as its known one. None without a day."""
    days = [day for event in events for day in (event.date.first_day, event.date.last_day) if day is not None]
    return (min(days), max(days)) if days else None


def enclosing(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them. Raises ValueError without any."""
    parts = list(boxes)
    return Box(
        min(part.x0 for part in parts),
        min(part.y0 for part in parts),
        max(part.x1 for part in parts),
        max(part.y1 for part in parts),
    )


def blocks(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """The boxes of lines joined where they stand under each other; a new column begins a new block."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if (
            last
            and box.x0 < last.x1
            and last.x0 < box.x1
            and last.y0 <= box.y1
            and box.y0 - last.y1 < LINE_GAP * (box.y1 - box.y0)
        ):
            joined[-1] = enclosing((last, box))
        else:
            joined.append(box)
    return tuple(joined)


def _is_tall(box: Box) -> bool:
    return box.y1 - box.y0 > box.x1 - box.x0


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)
