"""A page asked for on the command line that the document does not have."""

from __future__ import annotations

import pytest

from reader.document.model import PageSize
from reader.ui.notice import Notice
from reader.ui.page_asked import PageAsked
from reader.worker.messages import Opened, PageSizes
from tests.ui.conftest import Desk, info

SIZE = PageSize(100, 200)


@pytest.fixture
def told(desk: Desk) -> list[str]:
    texts: list[str] = []

    def note(notice: Notice) -> None:
        texts.append(notice.text)

    desk.session.message_raised.connect(note)
    return texts


def test_a_number_beyond_the_end_is_told_and_the_last_page_shown(desk: Desk, told: list[str]) -> None:
    PageAsked(desk.session, 99, "")
    desk.session.open("book.pdf", page_index=98)
    desk.answer(Opened(1, info("book.pdf")))
    assert desk.session.page_index == 5
    (text,) = told
    assert "99" in text
    assert "book.pdf" in text
    assert "6 pages" in text


def test_a_label_that_no_page_bears_is_told_when_all_are_known(desk: Desk, told: list[str]) -> None:
    PageAsked(desk.session, 1, "zz")
    desk.session.open("book.pdf", page_label="zz")
    desk.answer(Opened(1, info("book.pdf")))
    desk.answer(PageSizes(1, 0, (SIZE,) * 3, ("i", "ii", "iii")))
    assert told == []
    desk.answer(PageSizes(1, 3, (SIZE,) * 3, ("1", "2", "3")))
    (text,) = told
    assert "zz" in text
    assert "book.pdf" in text


def test_a_page_that_is_there_is_no_matter(desk: Desk, told: list[str]) -> None:
    PageAsked(desk.session, 1, "II")
    desk.session.open("book.pdf", page_label="II")
    desk.answer(Opened(1, info("book.pdf")))
    desk.answer(PageSizes(1, 0, (SIZE,) * 6, ("i", "ii", "iii", "1", "2", "3")))
    PageAsked(desk.session, 6, "")
    desk.session.open("book.pdf", page_index=5)
    desk.answer(Opened(2, info("book.pdf")))
    assert told == []


def test_the_next_document_is_not_measured_by_it(desk: Desk, told: list[str]) -> None:
    PageAsked(desk.session, 6, "")
    desk.open("book.pdf")
    desk.open("leaflet.pdf")
    assert told == []
