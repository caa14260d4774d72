"""The open document as the window knows it: its pages, its events, the one selection, the history.

Every view listens to its signals and calls its methods; views never know each other. In: what
`worker_bridge` tells and what the user does. Out: signals in the past tense. `origin` names who chose
("page", "list", "timeline", "history" …), so that a view can tell its own echo from another's wish.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.document.model import DocumentInfo, PageSize
from reader.sentences import Sentence, Sentences
from reader.timeline.model import Event, EventId, EventKind, Timeline
from reader.timeline.page_events import PackedEvents, PageEvents, by_page
from reader.ui.event_places import EventPlaces, PageStretch, span_of
from reader.ui.gathering import Gathering
from reader.ui.history import History, Place
from reader.ui.notice import Level, Notice, worded
from reader.ui.open_wish import Anew, OpenWish
from reader.ui.pages import Pages
from reader.ui.place_measuring import PlaceMeasuring
from reader.ui.recognition import Recognition
from reader.ui.worker_bridge import WorkerBridge

if TYPE_CHECKING:
    from reader.timeline.event_table import EventTable


class Session(QObject):
    """The state the views share. All days are day numbers, all places are in points."""

    opening_started = Signal(str)  # path
    opening_ended = Signal()  # the file was refused, or given up
    document_opened = Signal()
    document_closed = Signal()
    renewal_begun = Signal()  # what is closed and opened next is the same file anew
    renewal_failed = Signal()  # the file has changed, but cannot be read as it is now
    pages_changed = Signal()  # sizes or labels have become known
    dark_pages_changed = Signal()
    events_changed = Signal()  # `events` or the filters
    selection_changed = Signal(str, str)  # event id ("" for none), origin
    hover_changed = Signal(str)  # event id ("" for none)
    visible_span_changed = Signal(object)  # (first day, last day) the visible paragraphs speak of, or None
    progress_changed = Signal(int, int)  # pages read, page count
    reading_finished = Signal()
    place_changed = Signal(object)  # Place: where the reader is
    place_requested = Signal(object)  # Place: the page view is to go there
    history_changed = Signal()
    message_raised = Signal(object)  # Notice
    password_wanted = Signal(str, bool)  # path, whether one was tried already
    page_failed = Signal(int, str)  # page index, why it cannot be shown

    def __init__(self, bridge: WorkerBridge, sentences: Sentences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentences = sentences
        self.bridge = bridge
        self.dark_pages = False  # pages are shown with light letters on dark paper
        self._wish: OpenWish | None = None
        self._shown_kinds = {EventKind.EVENT, EventKind.ISSUE}
        self._gathering = Gathering(self._publish_events, self)
        self.recognition = Recognition(bridge, lambda: self.job_id, self)
        self.measuring = PlaceMeasuring(bridge, lambda: self.job_id, self)
        self._forget()
        bridge.opened.connect(self._accept)
        bridge.refused.connect(self._refuse)
        bridge.pages_measured.connect(self._measure)
        bridge.page_failed.connect(self._note_failed_page)
        bridge.events_found.connect(self._add_events)
        bridge.reading_progressed.connect(self._note_progress)
        bridge.reading_finished.connect(self._finish)
        bridge.worker_died.connect(self._note_death)
        self.recognition.progressed.connect(lambda: self.progress_changed.emit(*self.progress))
        self.recognition.amended.connect(self._amend)
        self.measuring.progressed.connect(lambda: self.progress_changed.emit(*self.progress))
        self.measuring.ended.connect(self._gathering.finish)

    def _forget(self) -> None:
        self.job_id = -1
        self.document: DocumentInfo | None = None
        self._opened: OpenWish | None = None  # as the open document was asked for
        self.timeline: Timeline | None = None
        self.pages = Pages()
        self.failed_pages: dict[int, str] = {}
        self.progress = (0, 0)
        self.paused = self.was_given_up = False  # of the reading
        self.history = History()
        self.start = self.place = Place(0)  # where the document is to be shown first; where the reader is
        self.page_index = 0
        self._wanted_label = ""
        self.selected_id: EventId = ""
        self.hovered_id: EventId = ""
        self.visible_span: tuple[int, int] | None = None
        self.visible_ids: frozenset[EventId] = frozenset()
        self._stretches: tuple[PageStretch, ...] = ()
        self._found: dict[int, PageEvents] = {}  # by page
        self.all_events: EventTable | None = None  # shown or not, as the views have been told
        self.events: EventTable | tuple[()] = ()
        self.places = EventPlaces(())
        self.recognition.forget()
        self.measuring.forget()

    # ── the document

    def open(
        self, path: str, page_index: int = 0, page_label: str = "", date_by_hand: str | None = None
    ) -> None:
        """Open a file; the present document stays until the new one is known to be readable."""
        self._ask_for(OpenWish(path, Place(page_index), page_label, date_by_hand=date_by_hand))

    def renew(self, anew: Anew = Anew.BY_HAND) -> None:
        """Open the open file once more, as it is on the disk now, at the place one is at."""
        if self._opened is not None and self._wish is None:
            self._ask_for(replace(self._opened, place=self._here(), page_label="", anew=anew))

    def count_from(self, day: str | None) -> None:
        """Have the dates of the open document counted from a day (ISO), or from what its text says."""
        if self._opened is not None:
            self._opened = replace(self._opened, date_by_hand=day)
            self.give_up_opening()
            self.renew()

    @property
    def date_by_hand(self) -> str | None:
        """The day (ISO) that was set for the open document, None where its text tells."""
        return self._opened.date_by_hand if self._opened else None

    def retry_with_password(self, password: str) -> None:
        """Open the refused file again."""
        if self._wish is not None:
            self._ask_for(replace(self._wish, password=password))

    def _ask_for(self, wish: OpenWish) -> None:
        if self._wish is not None:
            self.bridge.close_job(self._wish.job_id)
        asked = (wish.path, wish.password, wish.place.page_index, self.sentences.language, wish.date_by_hand)
        self._wish = replace(wish, job_id=self.bridge.open(*asked))
        if not wish.anew.is_by_itself:
            self.opening_started.emit(wish.path)

    def close(self) -> None:
        """Close the document; the window stays."""
        if self.document is None:
            return
        self.bridge.close_job(self.job_id)
        self._gathering.stop()
        self._forget()
        self.selection_changed.emit("", "session")
        self.document_closed.emit()
        self.events_changed.emit()
        self.history_changed.emit()

    @property
    def is_opening(self) -> bool:
        """Whether a file is being opened."""
        return self._wish is not None

    @property
    def is_reading(self) -> bool:
        """Whether the analysis of the open document is not done yet."""
        return self.document is not None and self.timeline is None

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        """Hold the analysis or let it go on."""
        self.paused = paused
        self.bridge.pause(self.job_id, paused=paused)
        self.progress_changed.emit(*self.progress)

    # ── events

    def event_of(self, event_id: EventId) -> Event | None:
        """The event of that id, shown or not."""
        return self.all_events.find(event_id) if self.all_events is not None and event_id else None

    def shows(self, kind: EventKind) -> bool:
        """Whether events of this kind are among `events`."""
        return kind in self._shown_kinds

    def show_kind(self, kind: EventKind, *, shown: bool) -> None:
        """Switch a kind on or off in every view."""
        if shown == self.shows(kind):
            return
        self._shown_kinds ^= {kind}
        if not shown and (selected := self.event_of(self.selected_id)) and selected.kind is kind:
            self.select_event(None, "filter")
        self._publish_events()

    def count(self, kind: EventKind) -> int:
        """How many events of this kind the document has, shown or not."""
        return self.all_events.count_of(kind) if self.all_events is not None else 0

    def select_event(self, event_id: EventId | None, origin: str, *, is_step: bool = False) -> None:
        """Make an event the one selection; None for none. From elsewhere than the page it is a jump.

        Args:
            event_id: the event.
            origin: who chose it.
            is_step: a key went on to the next or previous one: a run of such steps is one jump.
        """
        event = self.event_of(event_id or "")
        chosen = event.id if event else ""
        if event and not self.shows(event.kind):
            self.show_kind(event.kind, shown=True)
        if event and origin != "page":
            mention = event.mentions[0]
            top = mention.boxes[0].box.y0 if mention.boxes else 0.0
            go = self.history.step if is_step else self.history.jump
            go(self._here(), Place(mention.page_index, top, event.id))
            self.history_changed.emit()
        self.selected_id = chosen
        self.selection_changed.emit(chosen, origin)

    def hover_event(self, event_id: EventId | None) -> None:
        """An event lies under the mouse in some view; None: no longer."""
        hovered = event_id or ""
        if hovered != self.hovered_id:
            self.hovered_id = hovered
            self.hover_changed.emit(hovered)

    # ── places

    def go_to(self, place: Place) -> None:
        """Jump to a place; where one was goes into the history."""
        self.history.jump(self._here(), place)
        self.history_changed.emit()
        self.place_requested.emit(place)

    def go_back(self) -> None:
        """To the place before."""
        self._go_in_history(self.history.back(self._here()))

    def go_forward(self) -> None:
        """To the place one came back from."""
        self._go_in_history(self.history.forward(self._here()))

    def go_to_dated_paragraph(self, step: int) -> None:
        """To the next (1) or previous (-1) dated paragraph, from the selected one in sight or the place."""
        selected = self.event_of(self.selected_id) if self.selected_id in self.visible_ids else None
        found = self.places.next_event(selected, self.place, step, self._shown_kinds)
        if found is not None:
            self.select_event(found.id, "keyboard", is_step=True)

    def set_view(self, place: Place, stretches: Iterable[PageStretch], page_index: int | None = None) -> None:
        """The page view says where it is, which stretches are in sight and which page one would name."""
        shown = place.page_index if page_index is None else page_index
        moved = shown != self.page_index
        self.place, self.page_index = place, shown
        self._stretches = tuple(stretches)
        self.place_changed.emit(place)
        self._follow_view()
        if moved and self.job_id >= 0:
            self.bridge.look_at(self.job_id, shown)

    def _here(self) -> Place:
        return replace(self.place, event_id=self.selected_id)

    def _go_in_history(self, place: Place | None) -> None:
        if place is None:
            return
        self.history_changed.emit()
        self.place_requested.emit(place)
        event = self.event_of(place.event_id)
        self.selected_id = event.id if event else ""
        self.selection_changed.emit(self.selected_id, "history")

    def _follow_view(self) -> None:
        in_view = self.places.in_view(self._stretches)
        self.visible_ids = frozenset(event.id for event in in_view)
        span = span_of(in_view)
        if span != self.visible_span:
            self.visible_span = span
            self.visible_span_changed.emit(span)

    # ── what the bridge tells

    def _accept(self, job_id: int, info: DocumentInfo) -> None:
        wish = self._wish
        if wish is None or job_id != wish.job_id:
            return
        history = History([wish.place])
        if self.document is not None:
            is_same = wish.anew is Anew.IF_CHANGED and info.sha256 == self.document.sha256
            if is_same or (wish.anew.is_by_itself and info.is_broken):
                self.give_up_opening()
                if not is_same:
                    self.renewal_failed.emit()
                return
            if wish.anew is not Anew.NO:
                wish, history = replace(wish, place=self._here()), self.history
                self.renewal_begun.emit()
            self.close()
        self._wish = None
        self.job_id, self.document, self._opened = job_id, info, wish
        self.pages = Pages.alike(info.page_count, info.first_size)
        self.progress = (0, info.page_count)
        page_index = min(max(wish.place.page_index, 0), info.page_count - 1)
        self.place = self.start = replace(wish.place, page_index=page_index)
        self.page_index = page_index
        self.history = history
        self._wanted_label = wish.page_label
        self.document_opened.emit()
        self.progress_changed.emit(*self.progress)

    def _refuse(self, job_id: int, sentence: Sentence, needs_password: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._wish is None or job_id != self._wish.job_id:
            return
        if needs_password:
            self.password_wanted.emit(self._wish.path, sentence.key == "error.wrong_password")
            return
        was_by_itself, self._wish = self._wish.anew.is_by_itself, None
        self.opening_ended.emit()
        if was_by_itself:
            self.renewal_failed.emit()
        else:
            self._raise(Level.ERROR, sentence)

    def give_up_opening(self) -> None:
        """The reader has no password for the file: what was open stays open."""
        if self._wish is not None:
            self.bridge.close_job(self._wish.job_id)
            self._wish = None
            self.opening_ended.emit()

    def _measure(self, job_id: int, first: int, sizes: tuple[PageSize, ...], labels: tuple[str, ...]) -> None:
        if job_id != self.job_id:
            return
        self.pages = self.pages.with_sizes(first, sizes, labels)
        self.pages_changed.emit()
        if self._wanted_label and (index := self.pages.index_of(self._wanted_label)) is not None:
            self._wanted_label = ""
            self.place_requested.emit(Place(index))

    def _note_failed_page(self, job_id: int, page_index: int, sentence: Sentence, painting: bool) -> None:  # noqa: FBT001 - a signal's argument
        if job_id != self.job_id:
            return
        if painting:
            self.failed_pages[page_index] = worded(self.sentences, sentence)
            self.page_failed.emit(page_index, self.failed_pages[page_index])
        else:
            self._raise(Level.WARNING, sentence)

    def _add_events(self, job_id: int, pages: tuple[PageEvents, ...]) -> None:
        if job_id != self.job_id:
            return
        self._found.update((page.page_index, page) for page in pages)
        self._gathering.begin(len(self.all_events) if self.all_events is not None else 0)

    def _note_progress(self, job_id: int, pages_read: int, page_count: int) -> None:
        if job_id == self.job_id:
            self.progress = (pages_read, page_count)
            self.progress_changed.emit(pages_read, page_count)

    def _finish(self, job_id: int, timeline: Timeline) -> None:
        if job_id != self.job_id:
            return
        self.timeline = timeline
        self._found = {page.page_index: page for page in by_page(timeline.events)}
        self._gathering.stop()
        self._publish_events()
        self.progress = (self.progress[1], self.progress[1])
        self.progress_changed.emit(*self.progress)
        self.reading_finished.emit()

    def _amend(self) -> None:
        """Pictures of text were read after all else: their events have come, and are all there are."""
        if self.recognition.timeline is not None:
            pages = PackedEvents(self._found[index] for index in sorted(self._found))
            self.timeline = replace(self.recognition.timeline, events=pages)
            self._gathering.stop()
            self._publish_events()
            self.reading_finished.emit()

    def _note_death(self, job_id: int, sentence: Sentence) -> None:
        if job_id in {self.job_id, -1} or (self._wish is not None and job_id == self._wish.job_id):
            goes_on = "restarted" in sentence.key
            self.was_given_up |= self.is_reading and not goes_on
            text = worded(self.sentences, sentence)
            self.message_raised.emit(Notice(Level.WARNING, text, until_read=goes_on))

    def _publish_events(self) -> None:
        from reader.timeline.event_table import table_of_pages  # noqa: PLC0415 - numpy, after the first page

        pages = [self._found[index] for index in sorted(self._found)]
        chosen = self.event_of(self.selected_id)
        self.all_events = table_of_pages(pages).in_time()
        self.events = self.all_events.of_kinds(self._shown_kinds)
        self.places = EventPlaces(pages)
        if chosen is not None and self.all_events.index_of(chosen.id) is None:
            joined = self.places.event_with(chosen.mentions[0])
            self.selected_id = joined.id if joined else ""
            self.selection_changed.emit(self.selected_id, "page" if joined else "session")
        self.events_changed.emit()
        self._follow_view()

    def _raise(self, level: Level, sentence: Sentence) -> None:
        self.message_raised.emit(Notice(level, worded(self.sentences, sentence)))
