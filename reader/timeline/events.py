"""Timexes of a paragraph become events: the place where pages and time meet.

In: a paragraph (document/) and its dated mentions (temporal/). Out: events with their rectangles.
Mentions of the same day in one paragraph about the same thing are one event with several mentions; the same
day written in two calendars is one event that shows both and says whether they agree.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial

from reader.document.model import Paragraph, ParagraphRole
from reader.frozen import replace
from reader.sentences import Sentence, Sentences
from reader.temporal.dating.before_reform import days_apart
from reader.temporal.explanation import worded
from reader.temporal.model import Span, Timex, TimexType
from reader.timeline.captions import caption, row_caption, sentence_span, source_caption
from reader.timeline.kinds import kind_of
from reader.timeline.model import (
    AlternativeDate,
    Event,
    EventDate,
    EventKind,
    EventMention,
    ParagraphPlace,
    Unresolved,
)
from reader.timeline.places import PlaceFinder
from reader.timeline.sentence_ends import sentence_ends

MAX_DISAGREEMENT = 3  # days: two calendars further apart than this do not mean the same day
GROUP_GAP = 40  # characters between one day's two calendars: "… هـ الموافق لـ …", "corresponding to the"
_OURS = "gregorian"
_PLACED = (TimexType.DATE, TimexType.TIME)


class EventMaker:
    """Makes events of paragraphs; knows the page labels, the user's language and the names of places."""

    def __init__(self, page_label: Callable[[int], str], sentences: Sentences, places: PlaceFinder) -> None:
        self._page_label = page_label
        self._say = sentences
        self._places = places
        # Writing a date out takes CLDR some 50 µs, and a document names the same days again and again.
        self._worded = lru_cache(maxsize=4096)(partial(_worded, sentences))

    def events(self, paragraph: Paragraph, timexes: Sequence[Timex]) -> list[Event]:
        """The events of one paragraph in the order of their first mention."""
        place: ParagraphPlace | None = None
        ends: tuple[int, ...] = ()
        dates: list[Span] = []
        made: list[Event] = []
        for timex in timexes:
            if timex.interval is None or timex.type not in _PLACED or timex.edtf is None:
                continue
            if timex.type is TimexType.TIME and "day" in timex.assumed:
                continue  # "at 03:15" tells no day; the day it belongs to stands on the timeline already
            if place is None:
                boxes = paragraph.boxes()
                place = ParagraphPlace(
                    paragraph.id,
                    paragraph.text,
                    paragraph.first_page,
                    boxes,
                    paragraph.from_ocr,
                    paragraph.role is ParagraphRole.TABLE_ROW,
                )
                dates = [one.span for one in timexes]
                ends = sentence_ends(paragraph.text, dates)
            sentence = sentence_span(paragraph.text, timex.span, ends)
            event = self._event(paragraph, place, timex, sentence, dates)
            twin = next(
                (n for n, other in enumerate(made) if _same_thing(other, event, timex.group, ends)), None
            )
            if twin is None:
                made.append(event)
            else:
                made[twin] = self._merge(made[twin], event)
        return made

    def unresolved(self, paragraph: Paragraph, timexes: Iterable[Timex]) -> list[Unresolved]:
        """The dates of one paragraph that could not be placed, each with the reason."""
        return [
            Unresolved(
                text=timex.text,
                page_index=place.page_index,
                page_label=self._page_label(place.page_index),
                paragraph_id=paragraph.id,
                reason=self._why_unresolved(timex),
                box=place.box,
            )
            for timex in timexes
            if self.is_unresolved(timex)
            for place in paragraph.boxes(timex.span.start, timex.span.end)[:1]
        ]

    def _why_unresolved(self, timex: Timex) -> str:
        doubts = " ".join(map(self._word, timex.doubts))
        return doubts or self._sentence(timex) or self._say("timeline.unresolved")

    @staticmethod
    def is_unresolved(timex: Timex) -> bool:
        """Whether it is a date that could not be placed."""
        return timex.type in _PLACED and timex.interval is None and not timex.value.endswith("_REF")

    def any_unresolved(self, dated: Iterable[Iterable[Timex]]) -> bool:
        """Whether any of some passages has a date that could not be placed."""
        return any(self.is_unresolved(timex) for timexes in dated for timex in timexes)

    @staticmethod
    def placed(event: Event, paragraphs: Mapping[str, Paragraph]) -> Event:
        """The event with its mentions where these paragraphs, by id, have them."""
        mentions = (
            replace(mention, boxes=paragraphs[mention.paragraph.id].boxes(mention.start, mention.end))
            for mention in event.mentions
        )
        return replace(event, mentions=tuple(mentions))

    def join_issue_dates(self, events: Sequence[Event]) -> list[Event]:
        """Issue dates in neighbouring paragraphs that give one day in two calendars become one event."""
        joined: list[Event] = []
        for event in events:
            last = joined[-1] if joined else None
            if last and _neighbours(last, event) and _mean_the_same(last, event):
                joined[-1] = self._merge(last, event)
            else:
                joined.append(event)
        return joined

    def _event(
        self,
        paragraph: Paragraph,
        place: ParagraphPlace,
        timex: Timex,
        sentence: Span,
        dates: Sequence[Span],
    ) -> Event:
        kind = kind_of(timex, paragraph.role)
        boxes = paragraph.boxes(timex.span.start, timex.span.end)
        page = boxes[0].page_index
        mention = EventMention(
            text=" ".join(timex.text.split()),
            start=timex.span.start,
            end=timex.span.end,
            page_index=page,
            page_label=self._page_label(page),
            boxes=boxes,
            paragraph=place,
        )
        words = row_caption if paragraph.role is ParagraphRole.TABLE_ROW else caption
        if kind is EventKind.SOURCE:
            words = source_caption
        return Event(
            id=f"{paragraph.id}@{timex.span.start}",
            label=words(paragraph.text, timex.span, sentence, dates),
            kind=kind,
            planned=timex.planned,
            date=_event_date(timex),
            mentions=(mention,),
            language=timex.language,
            resolution=self._sentence(timex),
            confidence=timex.confidence,
            places=self._places.find(paragraph.text, sentence, timex.language),
            doubts=tuple(self._word(doubt) for doubt in timex.doubts),
            alternatives=tuple(
                AlternativeDate(
                    EventDate(
                        edtf=other.edtf,
                        first_day=other.interval.first,
                        last_day=other.interval.last,
                        grain=str(timex.grain or ""),
                        calendar=timex.calendar,
                        as_written=timex.text,
                    ),
                    self._word(other.reason),
                )
                for other in timex.alternatives
            ),
            assumed=timex.assumed,
            order=(page, _number(paragraph.id), timex.span.start),
        )

    def _sentence(self, timex: Timex) -> str:
        return " ".join(self._word(step) for step in timex.resolution)

    def _word(self, sentence: Sentence) -> str:
        return self._worded(sentence.key, tuple(sentence.slots.items()))

    def _merge(self, first: Event, second: Event) -> Event:
        mentions = first.mentions + second.mentions
        if first.date.calendar == second.date.calendar:
            return replace(first, mentions=mentions, places=_union(first.places, second.places))
        # The axis counts in Gregorian days, so that reading leads and the other stands beside it.
        lead, other = (second, first) if second.date.calendar == _OURS else (first, second)
        apart = _days_apart(first, second)
        agreement = (
            self._say("timeline.calendars_agree")
            if apart == 0
            else self._say("timeline.calendars_differ", count=apart)
        )
        return replace(
            lead,
            id=first.id,
            mentions=mentions,
            date=replace(lead.date, bound=lead.date.bound or first.date.bound),  # "since 1399 AH / 1979"
            other_dates=(*lead.other_dates, other.date, *other.other_dates),
            agreement=agreement,
            doubts=lead.doubts + other.doubts,
            order=first.order,
            places=_union(first.places, second.places),
        )


def _worded(sentences: Sentences, key: str, slots: tuple[tuple[str, str | int], ...]) -> str:
    return worded(Sentence(key, dict(slots)), sentences)


def _same_thing(event: Event, new: Event, group: int, ends: Sequence[int]) -> bool:
    """Whether two mentions of one paragraph speak of one event on one day."""
    if event.kind is not new.kind:
        return False
    last, added = event.mentions[-1], new.mentions[0]
    if event.date.calendar != new.date.calendar:
        return group >= 0 and added.start - last.end < GROUP_GAP and _mean_the_same(event, new)
    if (event.date.first_day, event.date.last_day) != (new.date.first_day, new.date.last_day):
        return False
    if event.date.open_side != new.date.open_side:
        return False
    if event.kind is EventKind.SOURCE:
        return event.label == new.label
    return bisect_right(ends, last.start) == bisect_right(ends, added.start) or event.label == new.label


def _neighbours(first: Event, second: Event) -> bool:
    """Whether two issue dates in two calendars stand in one paragraph or in paragraphs that touch."""
    if first.kind is not EventKind.ISSUE or second.kind is not EventKind.ISSUE:
        return False
    if second.date.calendar in {first.date.calendar, *(date.calendar for date in first.other_dates)}:
        return False
    one, other = first.mentions[-1], second.mentions[0]
    return one.page_index == other.page_index and second.order[1] - first.order[1] <= 1


def _mean_the_same(first: Event, second: Event) -> bool:
    """Whether dates of two calendars are one day; months and years that only overlap keep their own days."""
    one, other = first.date, second.date
    if one.first_day == one.last_day and other.first_day == other.last_day:
        return _days_apart(first, second) <= MAX_DISAGREEMENT
    return (one.first_day, one.last_day) == (other.first_day, other.last_day)


def _days_apart(first: Event, second: Event) -> int:
    """By how many days two dates begin apart; far apart when one of them is open."""
    if first.date.first_day is None or second.date.first_day is None:
        return MAX_DISAGREEMENT + 1
    ours, other = (first, second) if first.date.calendar == _OURS else (second, first)
    return days_apart(ours.date.first_day or 0, other.date.first_day or 0)


def _event_date(timex: Timex) -> EventDate:
    edtf, interval = timex.edtf, timex.interval
    if edtf is None or interval is None:
        raise ValueError(f"{timex.text!r} has no day")
    return EventDate(
        edtf=edtf,
        first_day=interval.first,
        last_day=interval.last,
        grain=str(timex.grain or ""),
        calendar=timex.calendar,
        as_written=" ".join(timex.text.split()),
        original=timex.original,
        approximate="~" in edtf or "%" in edtf,
        bound=timex.bound,
    )


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _number(paragraph_id: str) -> int:
    """The paragraph's number on its page: 3 of "p12.3"."""
    return int(paragraph_id.rpartition(".")[2])
