"""A search while a document is read, after it was read, and when its timeline was known from before."""

from __future__ import annotations

import threading
from pathlib import Path

from reader.search.model import SearchWords
from reader.store.paths import user_folders
from reader.worker.child import REAL_MAINS
from reader.worker.limits import Limits
from reader.worker.messages import EventsFound, Opened, PageText, ReadingFinished
from reader.worker.search_desk import SearchDesk
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, PageTexts, SearchText
from tests.search.test_text_index import page
from tests.worker.answers import PATIENCE, Answers, running
from tests.worker.noting_archive import NotingArchive
from tests.worker.small_pdf import FIRST_YEAR, write_pdf

LIMITS = Limits()
PAGES = 12


def is_whole(counted: HitsCounted) -> bool:
    return counted.pages_searched == counted.page_count


def hits_told(answers: Answers, request_id: int) -> dict[int, int]:
    told = [each for each in answers.of(HitsCounted) if each.request_id == request_id]
    return {count.index: count.hits for each in told for count in each.found}


def test_words_are_counted_on_all_pages_and_placed_on_their_lines(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    with running(LIMITS, REAL_MAINS) as (client, answers):
        job = client.open(path)
        answers.wait_for(Opened)
        client.want_text(job)
        client.search(SearchText(job, 1, SearchWords("TREATY")))  # while it is still being read
        answers.wait_for(HitsCounted, is_whole)
        assert hits_told(answers, 1) == dict.fromkeys(range(PAGES), 1)
        answers.wait_for(ReadingFinished)
        client.search(SearchText(job, 2, SearchWords(str(FIRST_YEAR + PAGES - 1))))
        answers.wait_for(HitsCounted, lambda counted: counted.request_id == 2)
        assert hits_told(answers, 2) == {PAGES - 1: 1}
        client.ask_hits(AskHits(job, 2, PAGES - 1))
        client.ask_page_text(job, PAGES - 1)
        (hit,) = answers.wait_for(HitsOfPage).hits
        line = answers.wait_for(PageText).lines[hit.parts[0].line]
    part = hit.parts[0]
    assert line.text[part.start : part.end] == "1111"
    assert (hit.before, hit.after) == ("On 12 March ", " the treaty was signed in Paris.")


def test_a_document_whose_timeline_was_known_is_read_for_its_text_when_somebody_searches(
    tmp_path: Path,
) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    folders = user_folders(tmp_path / "own")
    folders.create()
    for run in ("first", "second"):
        archive = NotingArchive(folders, 50, lambda: 1_000_000.0)
        with running(LIMITS, REAL_MAINS) as (client, answers):
            client.remember_with(archive)
            job = client.open(path)
            answers.wait_for(ReadingFinished)
            client.want_text(job)
            client.search(SearchText(job, 1, SearchWords("treaty")))
            answers.wait_for(HitsCounted, is_whole)
            assert hits_told(answers, 1) == dict.fromkeys(range(PAGES), 1)
            if run == "first":
                assert archive.given.acquire(timeout=PATIENCE)
            else:
                assert not answers.of(EventsFound)


class Told:
    """What a desk tells, in its own thread."""

    def __init__(self) -> None:
        self.all: list[HitsCounted | HitsOfPage] = []
        self._changed = threading.Condition()

    def take(self, answer: HitsCounted | HitsOfPage) -> None:
        with self._changed:
            self.all.append(answer)
            self._changed.notify_all()

    def wait(self, number: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.all) >= number, PATIENCE), self.all


def test_another_search_takes_the_place_of_the_one_before() -> None:
    told = Told()
    desk = SearchDesk(told.take)
    desk.open(1, 2)
    desk.take(PageTexts(1, (page(0, "a bridge"), page(1, "a bridge"))))
    desk.search(SearchText(1, 1, SearchWords("bridge")))
    desk.search(SearchText(1, 2, SearchWords("road")))
    desk.ask_hits(AskHits(1, 1, 0))  # of the search before: nobody waits for it any more
    desk.ask_hits(AskHits(1, 2, 0))
    told.wait(2)
    desk.stop()
    assert [type(each) for each in told.all if each.request_id == 2] == [HitsCounted, HitsOfPage]
    assert not [each for each in told.all if isinstance(each, HitsOfPage) and each.request_id == 1]


def test_a_closed_document_is_forgotten() -> None:
    told = Told()
    desk = SearchDesk(told.take)
    for job in (1, 2):
        desk.open(job, 1)
        desk.take(PageTexts(job, (page(0, "a bridge"),)))
    desk.close(1)
    for job in (1, 2):
        desk.search(SearchText(job, 1, SearchWords("bridge")))
    told.wait(1)
    desk.stop()
    assert [each.job_id for each in told.all] == [2]


def test_a_window_that_is_closing_may_still_ask() -> None:
    told = Told()
    desk = SearchDesk(told.take)
    desk.open(1, 1)
    desk.stop()
    desk.search(SearchText(1, 1, SearchWords("bridge")))
    desk.close(1)
    assert told.all == []
