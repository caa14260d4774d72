"""File -> timeline, as a generator of steps: the whole way of the data on one screen.

    pages -> paragraphs -> mentions -> timexes -> events

Command line, test and worker run this same function; not to ask for the next step is to pause, and between
two steps the reader may say where the user looks. Pages are read in sections outward from there. What a
section yields is dated with what is known so far, so that the first events come at once. When all is read,
the document's own date, its order of day and month and the order of its story are known; everything is dated
again, and only what changed is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from reader.calendars.gregorian import iso_day
from reader.document.errors import DamagedPageError
from reader.document.model import Paragraph, ParagraphRole
from reader.document.outward import SECTION, Outward
from reader.document.paragraph_reader import ParagraphReader, ReadPage, read_paragraphs
from reader.document.pdf import OpenDocument, open_document
from reader.sentences import Sentences
from reader.temporal.anchors import DocumentClues, document_context
from reader.temporal.context import DocumentContext
from reader.temporal.installed import installed_tagger
from reader.temporal.mention import Recognised
from reader.temporal.model import Passage, Timex
from reader.temporal.tagger import Tagger
from reader.timeline.events import EventMaker
from reader.timeline.model import Event, EventId, Timeline, Unresolved
from reader.timeline.places import PlaceFinder

# Pages on either side of the one looked at whose events are placed exactly: two may stand in a window, and a
# paragraph may have begun on the page before.
IN_VIEW = 2

# ── the steps ──


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How far the reading is."""

    pages_read: int
    page_count: int


@dataclass(frozen=True, slots=True)
class EventsFound:
    """Events that are new or changed, and ids of events that are gone."""

    events: tuple[Event, ...]
    removed: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDamaged:
    """A page the engine can make nothing of; the others go on."""

    page_index: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole timeline."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class PagesMeasured:
    """After the end, where places were estimated: some more pages have been measured."""

    page_indices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The whole timeline once more, every place exact: what is worth keeping."""

    timeline: Timeline


Step = PagesRead | EventsFound | PageDamaged | Finished | PagesMeasured | Measured


# ── what is kept of a document while it is read ──


@dataclass(slots=True)
class DatedParagraph:
    """A paragraph that speaks of time: its mentions, and how they were dated last."""

    paragraph: Paragraph
    recognised: Recognised
    measured: bool = False
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(slots=True)
class DatedPage:
    """The paragraphs of a page that speak of time, and the ids of the events they made."""

    paragraphs: list[DatedParagraph] = field(default_factory=list)
    shown: dict[EventId, Event] = field(default_factory=dict)


class Reading:
    """One document being read.

    To measure where every character stands takes as long as all the rest, and a window shows a page or two:
    with `exact_places` off, only pages that are looked at are measured, and the others' places estimated.
    `on_page` is handed every page as it is read: the search keeps its text.
    """

    def __init__(
        self,
        document: OpenDocument,
        *,
        sentences: Sentences,
        tagger: Tagger | None = None,
        language: str | None = None,
        document_date: str | None = None,
        first_page: int = 0,
        exact_places: bool = True,
        on_page: Callable[[ReadPage], None] | None = None,
    ) -> None:
        self._document = document
        self._on_page = on_page
        self._exact_places = exact_places
        self._order = Outward(document.page_count, first_page)
        self._focus = first_page
        self._reader = ParagraphReader(document)
        self._say = sentences
        self._tagger = tagger or installed_tagger()
        self._language = language
        self._document_date = document_date
        self._maker = EventMaker(self._label, sentences, PlaceFinder())
        self._pages: dict[int, DatedPage] = {}
        self._labels: dict[int, str] = {}
        self._without_text: set[int] = set()
        self._damaged: set[int] = set()
        self._languages: Counter[str] = Counter()
        self._known: DocumentContext | None = None
        self._known_at = 0  # how many pages had been read when `_known` was found

    def look_at(self, page_index: int) -> EventsFound:
        """The user looks at this page: go on outward from it, and place its events exactly.

        Returns: the events about it that were read already and stand elsewhere than was told.
        """
        self._order.look_at(page_index)
        self._focus = page_index
        near = [
            index for index in range(page_index - IN_VIEW, page_index + IN_VIEW + 1) if index in self._pages
        ]
        self._place_exactly(near)
        return self._changes(near)

    def steps(self) -> Iterator[Step]:
        """Reads the document from end to end, a section a step."""
        while section := self._order.next_section():
            for index in section:
                try:
                    read = self._reader.read(index)
                    if self._on_page is not None:
                        self._on_page(read)
                    self._pages[index] = self._recognise(read)
                except DamagedPageError:
                    self._damaged.add(index)
                    yield PageDamaged(index)
            in_view = (index for index in section if abs(index - self._focus) <= IN_VIEW)
            self._measure_pages(section if self._exact_places else in_view)
            found = self._date(
                [index for index in section if index in self._pages], self._provisional_context()
            )
            if found.events or found.removed:
                yield found
            yield PagesRead(len(self._pages) + len(self._damaged), self._document.page_count)
        context = self._context()
        found = self._date(sorted(self._pages), context)
        if found.events or found.removed:
            yield found
        yield Finished(self._timeline(context))
        if not self._exact_places:
            yield from self._measure_rest(context)

    def _label(self, page_index: int) -> str:
        return self._labels.get(page_index) or str(page_index + 1)

    def _recognise(self, read: ReadPage) -> DatedPage:
        index = read.page.index
        self._labels[index] = read.page.label
        if not read.page.has_text:
            self._without_text.add(index)
        found = DatedPage()
        if not self._languages and read.paragraphs:
            # A document is known by its longest paragraph; its title and its letterhead tell too little.
            longest = max((paragraph.text for paragraph in read.paragraphs), key=len)
            self._languages[self._tagger.language_of(longest)] += 1
        for paragraph in read.paragraphs:
            recognised = self._tagger.recognise(self._passage(paragraph), self._likely_language())
            if paragraph.role is not ParagraphRole.FURNITURE:
                self._languages[recognised.language] += len(paragraph.text)
            if recognised.mentions:
                found.paragraphs.append(DatedParagraph(paragraph, recognised))
        return found

    def _measure_pages(self, pages: Iterable[int]) -> None:
        for index in pages:
            for entry in self._pages[index].paragraphs if index in self._pages else ():
                self._measure(entry)

    def _measure(self, entry: DatedParagraph) -> None:
        """Finds the exact place of every expression of time in a paragraph."""
        spans = [(mention.start, mention.end) for mention in entry.recognised.mentions]
        with suppress(DamagedPageError):  # what could be read but not measured keeps its estimate
            entry.paragraph = self._document.measure(entry.paragraph, spans)
        entry.measured = True

    def _passage(self, paragraph: Paragraph) -> Passage:
        return Passage(
            paragraph.text,
            language=self._language,
            context=paragraph.context,
            is_furniture=paragraph.role is ParagraphRole.FURNITURE,
            is_heading=paragraph.role is ParagraphRole.HEADING,
            is_table_row=paragraph.role is ParagraphRole.TABLE_ROW,
        )

    def _likely_language(self) -> str:
        return self._languages.most_common(1)[0][0]

    def _context(self) -> DocumentContext:
        """What is known of the document so far that its dates stand on."""
        info = self._document.info
        found = [entry for index in sorted(self._pages) for entry in self._pages[index].paragraphs]
        clues = DocumentClues(
            recognised=[entry.recognised for entry in found],
            pages=[entry.paragraph.first_page for entry in found],
            page_count=info.page_count,
            created=info.created,
            modified=info.modified,
            by_hand=self._document_date,
        )
        return document_context(clues)

    def _provisional_context(self) -> DocumentContext:
        """The context so far; looked for again only when twice as much has been read."""
        read = len(self._pages)
        if self._known is None or read >= 2 * self._known_at:
            self._known, self._known_at = self._context(), read
        return self._known

    def _date(self, pages: Sequence[int], context: DocumentContext) -> EventsFound:
        """Dates the mentions of `pages`, in the order of the document, and tells what that changed."""
        entries = [entry for index in pages for entry in self._pages[index].paragraphs]
        timexes = self._tagger.resolve([entry.recognised for entry in entries], context)
        for entry, dated in zip(entries, timexes, strict=True):
            if dated != entry.timexes:
                entry.timexes = dated
                entry.events = tuple(self._maker.events(entry.paragraph, dated))
        return self._changes(pages)

    def _changes(self, pages: Iterable[int]) -> EventsFound:
        """What of the events of `pages` differs from what was told of them last."""
        changed: list[Event] = []
        removed: list[EventId] = []
        for page in (self._pages[index] for index in pages):
            now = {event.id: event for event in self._events_of(page)}
            changed += [event for name, event in now.items() if page.shown.get(name) != event]
            removed += [name for name in page.shown if name not in now]
            page.shown = now
        return EventsFound(tuple(changed), tuple(removed))

    def _events_of(self, page: DatedPage) -> list[Event]:
        return self._maker.join_issue_dates([event for entry in page.paragraphs for event in entry.events])

    def _place_exactly(self, pages: Iterable[int]) -> None:
        """Measures what of `pages` stands where it was estimated, and makes its events anew."""
        for entry in (entry for index in pages for entry in self._pages[index].paragraphs):
            if not entry.measured:
                self._measure(entry)
                entry.events = tuple(self._maker.events(entry.paragraph, entry.timexes))

    def _measure_rest(self, context: DocumentContext) -> Iterator[Step]:
        """Measures all pages that nobody looked at; told only when they are looked at, but worth keeping."""
        pages = sorted(self._pages)
        for start in range(0, len(pages), SECTION):
            section = pages[start : start + SECTION]
            self._place_exactly(section)
            yield PagesMeasured(tuple(section))
        yield Measured(self._timeline(context))

    def _timeline(self, context: DocumentContext) -> Timeline:
        dated = context.document_date
        return Timeline(
            document=self._document.info,
            events=tuple(
                event for index in sorted(self._pages) for event in self._events_of(self._pages[index])
            ),
            languages=tuple(language for language, _ in self._languages.most_common()),
            document_date=iso_day(dated.day) if dated else None,
            date_source=self._say.say(dated.source) if dated else "",
            unresolved=tuple(self._unresolved()),
            pages_without_text=tuple(sorted(self._without_text)),
            damaged_pages=tuple(sorted(self._damaged)),
        )

    def _unresolved(self) -> Iterator[Unresolved]:
        for index in sorted(self._pages):
            for entry in self._pages[index].paragraphs:
                yield from self._maker.unresolved(entry.paragraph, entry.timexes)


# ── the short ways ──


def read_timeline(
    path: str,
    *,
    sentences: Sentences,
    tagger: Tagger | None = None,
    password: str | None = None,
    language: str | None = None,
    document_date: str | None = None,
) -> Timeline:
    """The whole timeline of a file.

    Raises:
        DocumentError: it cannot be read.
    """
    with open_document(path, password) as document:
        reading = Reading(
            document, sentences=sentences, tagger=tagger, language=language, document_date=document_date
        )
        for step in reading.steps():
            if isinstance(step, Finished):
                return step.timeline
    raise AssertionError("a reading ends with Finished")


def paragraph_texts(path: str) -> list[str]:
    """The paragraphs of a file in reading order, for `timeleaf explain`.

    Raises:
        DocumentError: it cannot be read.
    """
    with open_document(path) as document:
        return [paragraph.text for paragraph in read_paragraphs(document)]
