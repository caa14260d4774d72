"""The parent's side of the painting child: opens files, gives out one wish at a time, lends picture memory.

The painting child is the one that answers `Opened`, `PageSizes`, `Refused`, `PagePainted`, `PageText` and
`OutlineRead`, for it starts first and is free at once; the reading child is told of a file only when this one
has opened it, so a bad file is met by one child only and is refused once. One wish may stand behind all
others: a page to be painted for the text recogniser, when nobody waits for anything.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.sentences import Sentence
from reader.worker.child import Child, Ending
from reader.worker.desk import Desk, Office
from reader.worker.errands import Errands, Wish
from reader.worker.jobs import Job
from reader.worker.messages import (
    Answer,
    AskOutline,
    AskPageText,
    CloseFile,
    Opened,
    OpenFile,
    OutlineRead,
    PageFailed,
    PagePainted,
    PageSizes,
    PageText,
    PaintInto,
    PaintPage,
    Refused,
)
from reader.worker.pictures import PictureMemory, name_of_slot, slot_of_name
from reader.worker.pulse import OPENING, OUTLINING, Beat

# The number of a wish that is not the window's own; its picture goes to the text recogniser.
BEHIND = -2
# Slots that stay free for the window while such a picture is out.
_KEPT_FREE = 1


class PaintingDesk(Desk):
    """Wishes go out one at a time: what is begun is known, what is not begun can be dropped."""

    worker = "painting"

    def __init__(
        self,
        office: Office,
        hire: Callable[[], Child],
        pictures: PictureMemory,
        on_opened: Callable[[Job], None],
    ) -> None:
        super().__init__(office, hire)
        self._pictures = pictures
        self._on_opened = on_opened
        self._errands = Errands()
        self._free = list(reversed(range(len(pictures))))
        self._lent: dict[int, int] = {}  # slot -> bytes of the picture in it
        self._to_open: list[OpenFile] = []
        self._in_child: set[int] = set()
        self._busy: OpenFile | PaintInto | AskPageText | AskOutline | None = None
        self._behind: PaintPage | None = None
        self.take_behind: Callable[[PagePainted | PageFailed], None] | None = None

    def open(self, job: Job) -> None:
        """Open a document, before all wishes."""
        if self.child is None:
            self.start()  # opens all jobs, this one among them
            return
        self._to_open.append(job.to_paint())
        self._hand_out()

    def close(self, job_id: int) -> None:
        """Forget a document and all that was wished of it."""
        self._errands.drop_job(job_id)
        self._to_open = [request for request in self._to_open if request.job_id != job_id]
        self._in_child.discard(job_id)
        if self._behind is not None and self._behind.job_id == job_id:
            self._behind = None
        if self.child:
            self.child.tell(CloseFile(job_id))

    def wish(self, wish: Wish) -> None:
        """Ask for a picture, a text or an outline."""
        self._errands.add(wish)
        self._hand_out()

    def paint_behind(self, job_id: int, page_index: int, scale: float) -> None:
        """Paint a page for `take_behind` as soon as the window wants nothing."""
        self._behind = PaintPage(job_id, BEHIND, page_index, scale)
        self._hand_out()

    def keep(self, job_id: int, request_ids: frozenset[int]) -> None:
        """Drop wishes that have not begun."""
        self._errands.keep(job_id, request_ids)

    def release(self, memory_name: str) -> None:
        """A picture was copied away: its memory is free again."""
        slot = slot_of_name(memory_name)
        used = self._lent.pop(slot, None)
        if used is None:
            return
        self._pictures.give_back(slot, used)
        self._free.append(slot)
        self._free.sort(reverse=True)  # the lowest is taken first, so that few slots ever fill with memory
        self._hand_out()

    def _hand_out(self) -> None:
        """Give the child its next task, if it has none."""
        if self._busy is not None or self.child is None:
            return
        if self._to_open:
            self._busy = self._to_open.pop(0)
            self.child.tell(self._busy)
            return
        wish = self._next_wish()
        if isinstance(wish, PaintPage):
            self._busy = PaintInto(wish, self._free.pop())
            self.child.tell(self._busy)
        elif wish is not None:
            self._busy = wish
            self.child.tell(wish)

    def _next_wish(self) -> Wish | None:
        """The next wish for what may be touched; wishes for bad pages and outlines are answered here."""
        while wish := self._take_wish():
            job = self._office.jobs[wish.job_id]
            if isinstance(wish, AskOutline):
                if not job.has_bad_outline:
                    return wish
                self._office.post(OutlineRead(wish.job_id, ()))
                continue
            sentence = job.bad_to_paint.get(wish.page_index)
            if sentence is None and not (isinstance(wish, AskPageText) and wish.page_index in job.wordless):
                return wish
            self._deny(wish, sentence)
        return None

    def _deny(self, wish: PaintPage | AskPageText, sentence: Sentence | None) -> None:
        """A page cannot be painted, for the reason in `sentence`; a page without words has none."""
        if isinstance(wish, PaintPage) and sentence is not None:
            index, number = wish.page_index, wish.request_id
            self._answer(PageFailed(wish.job_id, index, sentence, painting=True, request_id=number))
        else:
            self._office.post(PageText(wish.job_id, wish.page_index, ()))

    def _take_wish(self) -> Wish | None:
        wish = self._errands.take(frozenset(self._in_child), can_paint=bool(self._free))
        behind = self._behind
        if wish or behind is None or behind.job_id not in self._in_child or len(self._free) <= _KEPT_FREE:
            return wish
        self._behind = None
        return behind

    def _answer(self, answer: PagePainted | PageFailed | PageText) -> None:
        if self.take_behind and not isinstance(answer, PageText) and answer.request_id == BEHIND:
            self.take_behind(answer)
        else:
            self._office.post(answer)

    def _take(self, answer: Answer) -> None:
        job = self._office.jobs.get(getattr(answer, "job_id", 0))
        if isinstance(answer, PageSizes):
            if job:
                self._office.post(answer)
            return
        busy, self._busy = self._busy, None
        if isinstance(answer, PagePainted) and isinstance(busy, PaintInto):
            if job and answer.memory_name == name_of_slot(busy.slot):
                self._lent[busy.slot] = answer.stride * answer.height
            else:
                self._free.append(busy.slot)
        elif isinstance(busy, PaintInto):
            self._free.append(busy.slot)
        if job:
            self._pass_on(answer, job)
        self._hand_out()

    def _pass_on(self, answer: Answer, job: Job) -> None:
        match answer:
            case Opened():
                self._in_child.add(job.job_id)
                if not job.opened:  # a child hired later opens it again; the window was told already
                    job.opened = True
                    job.info = answer.info
                    self._office.post(answer)
                    self._on_opened(job)
            case Refused():
                self._refuse(job, answer)
            case PagePainted() | PageFailed() | PageText():
                self._answer(answer)
            case OutlineRead():
                self._office.post(answer)

    def _blame(self, job: Job | None, beat: Beat, ending: Ending) -> bool:
        busy, self._busy = self._busy, None
        self._in_child.clear()
        if isinstance(busy, PaintInto):
            self._free.append(busy.slot)
        wish = busy.wish if isinstance(busy, PaintInto) else busy
        hung = ending is Ending.HUNG
        if job is not None and beat.page_index == OPENING:
            if hung or job.crashed_before(self.worker, OPENING):
                self._refuse(job, Refused(job.job_id, self._sentence(f"file_{ending}", job)))
            return True
        if job is not None and beat.page_index == OUTLINING:
            job.has_bad_outline = True
        elif job is not None and beat.on_a_page and wish == AskPageText(job.job_id, beat.page_index):
            if hung or job.crashed_before("words", beat.page_index):
                job.wordless.add(beat.page_index)
                self._deny(wish, None)
                wish = None
        elif (
            job is not None and beat.on_a_page and (hung or job.crashed_before(self.worker, beat.page_index))
        ):
            sentence = self._sentence(f"page_{ending}", job, beat.page_index)
            job.bad_to_paint[beat.page_index] = sentence
            if isinstance(wish, PaintPage) and wish.page_index == beat.page_index:
                self._deny(wish, sentence)
                wish = None
            else:  # it was being measured
                self._office.post(PageFailed(job.job_id, beat.page_index, sentence, painting=True))
        if wish is not None and not isinstance(wish, OpenFile):
            self._wish_again(wish)
        return True

    def _wish_again(self, wish: Wish) -> None:
        """What the child that is gone was to do, another one shall, as far as it may be touched."""
        is_open = wish.job_id in self._office.jobs
        if isinstance(wish, PaintPage) and wish.request_id == BEHIND:
            self._behind = wish if is_open else None
        elif is_open:
            self._errands.add(wish)

    def _resume(self) -> None:
        self._to_open = [job.to_paint() for job in self._office.jobs.values()]
        self._hand_out()

    def _give_up(self) -> None:
        for job in list(self._office.jobs.values()):
            self._refuse(job, Refused(job.job_id, self._sentence("painting_gave_up", job)))

    def _refuse(self, job: Job, refused: Refused) -> None:
        del self._office.jobs[job.job_id]
        self._errands.drop_job(job.job_id)
        self._office.post(refused)
