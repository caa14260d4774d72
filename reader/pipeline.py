"""File -> timeline, as a generator of steps: the whole way of the data on one screen.

    pages -> paragraphs -> mentions -> timexes -> events

Command line, test and worker run this same function; not to ask for the next step is to pause, and between
two steps the reader may say where the user looks. Pages are read in sections outward from there. What a
section yields is dated with what is known so far, so that the first events come at once. When all is read,
the document's own date, its order of day and month and the order of its story are known; everything is dated
again, and only what changed is told. Events are told a page at a time, all of them: who is told keeps them,
and may hand them back to have them placed exactly. Here only what dating and placing a page again need is
kept, packed (`timeline/kept_page.py`).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from reader.calendars.gregorian import iso_day
from reader.document.errors import DamagedPageError
from reader.document.file.pdf import OpenDocument
from reader.document.model import Paragraph
from reader.document.outward import Outward
from reader.document.paragraph_reader import ParagraphReader, ReadPage
from reader.sentences import Sentences
from reader.temporal.context import DocumentContext
from reader.temporal.installed import installed_tagger
from reader.temporal.mention import Recognised
from reader.temporal.model import Role, Timex
from reader.temporal.story.anchors import context_of
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.story.evidence import Evidence
from reader.temporal.tagger import Tagger
from reader.timeline.events import EventMaker
from reader.timeline.kept_page import KeptPage, KeptPassages, dating_digest, keep_page
from reader.timeline.model import Event, Timeline, Unresolved
from reader.timeline.page_events import PageEvents, in_view, pack
from reader.timeline.page_mentions import MentionFinder, PageMentions, passages_of
from reader.timeline.places import PlaceFinder

# ── the steps ──


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How far the reading is."""

    pages_read: int
    page_count: int


@dataclass(frozen=True, slots=True)
class EventsFound:
    """All events of some pages, instead of what was told of those pages before.

    `events` are those of `pages`, one tuple a page.
    """

    pages: tuple[int, ...]
    events: tuple[tuple[Event, ...], ...]


@dataclass(frozen=True, slots=True)
class PageDamaged:
    """A page the engine can make nothing of; the others go on."""

    page_index: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole timeline is known: here it is without its events, and the pages that have some."""

    timeline: Timeline
    pages: tuple[int, ...]


Step = PagesRead | EventsFound | PageDamaged | Finished


# Of a page just read, the paragraphs that speak of time, and their mentions.
FreshPage = tuple[list[Paragraph], PageMentions]


class Reading:
    """One document being read.

    To measure where every character stands takes as long as all the rest, and a window shows a page or two:
    with `exact_places` off, only the pages in view are, the others' places estimated, until `place` is asked.
    `on_page` is handed every page as it is read: the search keeps its text. `finder` finds the mentions.
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
        finder: MentionFinder | None = None,
    ) -> None:
        self._document = document
        self._on_page = on_page
        self._exact_places = exact_places
        self._order = Outward(document.page_count, first_page)
        self._focus = first_page
        self._reader = ParagraphReader(document)
        self._say = sentences
        self._tagger = tagger or installed_tagger()
        self._finder = finder or MentionFinder(self._tagger)
        self._given: deque[list[ReadPage]] = deque()  # to the finder
        self._language = language
        self._document_date = document_date
        self._maker = EventMaker(self._label, sentences, PlaceFinder())
        self._pages: dict[int, KeptPage] = {}
        self._with_events: set[int] = set()
        self._labels: dict[int, str] = {}
        self._without_text: set[int] = set()
        self._damaged: set[int] = set()
        self._by_ocr: set[int] = set()
        self._languages: Counter[str] = Counter()
        self._evidence = Evidence(document.page_count)
        self._known: DocumentContext | None = None
        self._known_at = 0  # how many pages had been read when `_known` was found

    def look_at(self, page_index: int) -> None:
        """The user looks at this page: go on outward from it."""
        self._order.look_at(page_index)
        self._focus = page_index

    def place(self, told: PageEvents) -> PageEvents | None:
        """The events told of a page where the engine measures them; None where it has not been read so."""
        page = self._pages.get(told.page_index)
        if page is None:
            return None
        self._pages[told.page_index] = replace(page, measured=True)
        recognised = page.recognised()
        paragraphs = map(self._measured, page.paragraphs(recognised), recognised)
        exact = {paragraph.id: paragraph for paragraph in paragraphs}
        events = told.events()
        if not all(mention.paragraph.id in exact for event in events for mention in event.mentions):
            return None  # its picture was read meanwhile
        return pack(told.page_index, [self._maker.placed(event, exact) for event in events])

    def read_recognised(self, index: int, *, has_text: bool) -> Iterator[EventsFound]:
        """The picture of a page was read, and the document has its lines now: the events of that page."""
        self._by_ocr.add(index)
        if not has_text or index not in self._without_text:
            return
        self._without_text.discard(index)
        self._known = None  # among pages without text each tells much
        self._reader.forget_pages()
        read = self._reader.read(index)
        if self._on_page is not None:
            self._on_page(read)
        self._give([read])
        yield from self._date_given(wait=True)

    def steps(self) -> Iterator[Step]:
        """Reads the document from end to end, a section a step."""
        while section := self._order.next_section():
            read: list[ReadPage] = []
            for index in section:
                try:
                    read.append(self._reader.read(index))
                    if self._on_page is not None:
                        self._on_page(read[-1])
                except DamagedPageError:
                    self._damaged.add(index)
                    yield PageDamaged(index)
            if read:
                self._give(read)
            # While no language is known, the next section would have none to fall back on.
            yield from self._date_given(wait=not self._languages)
            yield self._progress()
        if self._given:
            yield from self._date_given(wait=True)
            yield self._progress()
        self._finder.close()
        yield from self.settle()

    def settle(self) -> Iterator[Step]:
        """All is read: dates everything once more; and again when pictures have been read after that."""
        context = self._context()
        unresolved: list[Unresolved] = []
        yield from self._date_again(context, unresolved)
        timeline = self._timeline(context, unresolved)
        yield Finished(timeline, tuple(sorted(self._with_events)))
        self._document.let_go()

    def close(self) -> None:
        """It is read no further."""
        self._finder.close()

    def _label(self, page_index: int) -> str:
        return self._labels.get(page_index) or str(page_index + 1)

    def _progress(self) -> PagesRead:
        return PagesRead(len(self._pages) + len(self._damaged), self._document.page_count)

    def _give(self, section: list[ReadPage]) -> None:
        """Have the mentions of some pages found."""
        for read in section:
            self._labels[read.page.index] = read.page.label
            if not read.page.has_text:
                self._without_text.add(read.page.index)
        passages = [passages_of(read.paragraphs, self._language) for read in section]
        self._finder.give(passages, self._likely_language(), [read.page.index for read in section])
        self._given.append(section)

    def _date_given(self, *, wait: bool) -> Iterator[EventsFound]:
        """Dates the pages whose mentions are found; all that were asked for, if it is to wait."""
        while self._given and (wait or self._finder.is_ready):
            found = self._date_oldest()
            if found.pages:
                yield found

    def _date_oldest(self) -> EventsFound:
        """Dates the pages whose mentions were asked for first."""
        section = self._given.popleft()
        fresh = {
            read.page.index: self._fresh(read, mentions)
            for read, mentions in zip(section, self._finder.take(), strict=True)
        }
        return self._date_first(fresh)

    def _fresh(self, read: ReadPage, mentions: PageMentions) -> FreshPage:
        self._languages.update(dict(mentions.languages))
        for place, recognised in enumerate(mentions.recognised):
            self._evidence.add(recognised, read.page.index, place)
        return [read.paragraphs[number] for number in mentions.numbers], mentions

    def _measured(self, paragraph: Paragraph, recognised: Recognised) -> Paragraph:
        """The paragraph with the exact place of every expression of time in it."""
        spans = [(mention.start, mention.end) for mention in recognised.mentions]
        with suppress(DamagedPageError):  # what could be read but not measured keeps its estimate
            return self._document.measure(paragraph, spans)
        return paragraph

    def _likely_language(self) -> str:
        return max(self._languages, key=self._languages.__getitem__, default="")

    def _context(self) -> DocumentContext:
        """What is known of the document so far that its dates stand on."""
        info = self._document.info
        clues = DocumentClues((), created=info.created, modified=info.modified, by_hand=self._document_date)
        return context_of(self._evidence, clues)

    def _provisional_context(self) -> DocumentContext:
        """The context so far; looked for again only when twice as much has been read."""
        read = len(self._pages)
        if self._known is None or read >= 2 * self._known_at:
            self._known, self._known_at = self._context(), read
        return self._known

    def _date_first(self, fresh: dict[int, FreshPage]) -> EventsFound:
        """Dates pages just read, in the order of the document, and keeps what the end needs of them."""
        # Their number tells how much is known, so the pages count before they are dated.
        self._pages.update((index, keep_page((), b"", (), measured=False)) for index in fresh)
        passages = [recognised for _, page in fresh.values() for recognised in page.recognised]
        sources = sum(one.role is Role.SOURCE for passage in passages for one in passage.mentions)
        walk = self._tagger.walk(passages, self._provisional_context(), sources)
        found: list[tuple[int, tuple[Event, ...]]] = []
        for index, (paragraphs, mentions) in fresh.items():
            measured = self._exact_places or index in in_view(self._focus)
            placed = map(self._measured, paragraphs, mentions.recognised) if measured else paragraphs
            dated, ground = walk.date_together(mentions.recognised)
            events = self._events(list(placed), dated)
            self._pages[index] = keep_page(
                paragraphs,
                mentions.packed,
                list(map(dating_digest, dated)),
                measured=measured,
                ground=None if self._maker.any_unresolved(dated) else ground,
            )
            if events:
                found.append((index, events))
        return self._told(found)

    def _date_again(self, context: DocumentContext, unresolved: list[Unresolved]) -> Iterator[EventsFound]:
        """Dates all pages, and tells those whose dates have changed."""
        order = sorted(self._pages)
        passages = KeptPassages([self._pages[index] for index in order])
        walk = self._tagger.walk(passages, context, self._evidence.sources)
        for index in order:
            if walk.pass_over(self._pages[index].count, self._pages[index].ground):
                continue
            recognised = self._pages[index].recognised()
            dated, ground = walk.date_together(recognised)
            digests = tuple(map(dating_digest, dated))
            page = self._pages[index]  # not before: someone may have looked at it since
            is_open = self._maker.any_unresolved(dated)
            if digests == page.dated and not is_open:
                continue
            paragraphs = page.paragraphs(recognised)
            for paragraph, found in zip(paragraphs, dated, strict=True):
                unresolved += self._maker.unresolved(paragraph, found)
            if digests != page.dated:
                self._pages[index] = replace(page, dated=digests, ground=None if is_open else ground)
                if page.measured:
                    paragraphs = list(map(self._measured, paragraphs, recognised))
                yield self._told([(index, self._events(paragraphs, dated))])

    def _events(self, paragraphs: Sequence[Paragraph], dated: Sequence[Sequence[Timex]]) -> tuple[Event, ...]:
        """The events of one page."""
        return tuple(
            self._maker.join_issue_dates(
                [
                    event
                    for paragraph, timexes in zip(paragraphs, dated, strict=True)
                    for event in self._maker.events(paragraph, timexes)
                ]
            )
        )

    def _told(self, found: Sequence[tuple[int, tuple[Event, ...]]]) -> EventsFound:
        """What is now told of some pages."""
        for index, events in found:
            (self._with_events.add if events else self._with_events.discard)(index)
        return EventsFound(tuple(index for index, _ in found), tuple(events for _, events in found))

    def _timeline(self, context: DocumentContext, unresolved: Sequence[Unresolved]) -> Timeline:
        dated = context.document_date
        return Timeline(
            document=self._document.info,
            languages=tuple(language for language, _ in self._languages.most_common()),
            document_date=iso_day(dated.day) if dated else None,
            date_source=self._say.say(dated.source) if dated else "",
            unresolved=tuple(unresolved),
            pages_without_text=tuple(sorted(self._without_text)),
            damaged_pages=tuple(sorted(self._damaged)),
            pages_by_ocr=tuple(sorted(self._by_ocr)),
        )
