"""In which order wishes are granted, and which are forgotten."""

from __future__ import annotations

from reader.worker.errands import Errands, Wish
from reader.worker.messages import AskOutline, AskPageText, PaintPage


def paint(number: int, job_id: int = 1) -> PaintPage:
    return PaintPage(job_id, number, number, 1.0)


def errands_of(*wishes: Wish) -> Errands:
    errands = Errands()
    for wish in wishes:
        errands.add(wish)
    return errands


JOBS = frozenset({1, 2})


def test_the_newest_comes_first() -> None:
    errands = errands_of(paint(1), paint(2), paint(3))
    taken = [errands.take(JOBS, can_paint=True) for _ in range(4)]
    assert taken == [paint(3), paint(2), paint(1), None]


def test_only_open_documents_are_served() -> None:
    errands = errands_of(paint(1, job_id=1), paint(2, job_id=2))
    assert errands.take(frozenset({1}), can_paint=True) == paint(1, job_id=1)
    assert errands.take(frozenset({1}), can_paint=True) is None


def test_without_free_memory_a_text_can_still_be_had() -> None:
    errands = errands_of(AskPageText(1, 5), paint(1))
    assert errands.take(JOBS, can_paint=False) == AskPageText(1, 5)
    assert errands.take(JOBS, can_paint=False) is None
    assert errands.take(JOBS, can_paint=True) == paint(1)


def test_stale_wishes_to_paint_are_forgotten_but_no_text_and_no_other_document() -> None:
    errands = errands_of(paint(1), paint(2), AskPageText(1, 5), paint(3, job_id=2))
    errands.keep(1, frozenset({2}))
    assert len(errands) == 3
    errands.drop_job(1)
    assert errands.take(JOBS, can_paint=True) == paint(3, job_id=2)
    assert errands.take(JOBS, can_paint=True) is None


def test_an_outline_waits_for_all_that_the_pages_in_view_need() -> None:
    errands = errands_of(paint(1), AskPageText(1, 5), AskOutline(1), AskOutline(3))
    taken = [errands.take(JOBS, can_paint=True) for _ in range(4)]
    assert taken == [AskPageText(1, 5), paint(1), AskOutline(1), None]
    errands = errands_of(paint(2, job_id=2), AskOutline(2))
    errands.drop_job(2)
    assert errands.take(JOBS, can_paint=True) is None


def test_what_can_wait_does_so_until_nothing_else_is_wished() -> None:
    small, smaller = PaintPage(1, 7, 7, 0.2, can_wait=True), PaintPage(1, 8, 8, 0.1, can_wait=True)
    errands = errands_of(AskOutline(1), paint(1), small, smaller, AskPageText(1, 5))
    taken = [errands.take(JOBS, can_paint=True) for _ in range(5)]
    assert taken == [AskPageText(1, 5), paint(1), AskOutline(1), smaller, small]
