"""A document is dated passage by passage; what was dated on the same ground need not be dated again."""

from __future__ import annotations

import pytest

from reader.temporal.context import DocumentContext
from reader.temporal.installed import installed_tagger
from reader.temporal.mention import Recognised
from reader.temporal.model import Domain, Passage
from reader.temporal.story.walk import Walk

TAGGER = installed_tagger()
STORY = DocumentContext(domain=Domain.NARRATIVE)


def _recognised(*texts: str) -> list[Recognised]:
    return [TAGGER.recognise(Passage(text, language="en")) for text in texts]


FIRST_PAGE = _recognised("The siege began on 3 May 1863 in the rain.", "It ended the next month, they say.")
SECOND_PAGE = _recognised("The army left on 5 July and never came back.")
BOTH_PAGES = [*FIRST_PAGE, *SECOND_PAGE]


def test_a_walk_dates_like_the_whole_document_at_once() -> None:
    walk = Walk(BOTH_PAGES, STORY, 0)
    assert tuple(walk.date(passage) for passage in BOTH_PAGES) == TAGGER.resolve(BOTH_PAGES, STORY)


def test_behind_a_page_passed_over_the_story_goes_on_as_if_it_had_been_read() -> None:
    _, ground = Walk(FIRST_PAGE, STORY, 0).date_together(FIRST_PAGE)
    walk = Walk(BOTH_PAGES, STORY, 0)
    assert walk.pass_over(len(FIRST_PAGE), ground)
    (july,) = walk.date(SECOND_PAGE[0])
    assert july.value == "1863-07-05"


def test_a_ground_serves_more_than_one_walk() -> None:
    _, ground = Walk(FIRST_PAGE, STORY, 0).date_together(FIRST_PAGE)
    for _ in range(2):
        walk = Walk(BOTH_PAGES, STORY, 0)
        assert walk.pass_over(len(FIRST_PAGE), ground)
        walk.date(_recognised("In 1901 another war began, on the other side of the sea.")[0])


def test_a_page_that_now_follows_another_story_is_dated_again() -> None:
    _, ground = Walk(SECOND_PAGE, STORY, 0).date_together(SECOND_PAGE)
    walk = Walk(BOTH_PAGES, STORY, 0)
    walk.date_together(FIRST_PAGE)
    assert not walk.pass_over(len(SECOND_PAGE), ground)
    assert walk.date(SECOND_PAGE[0])[0].value == "1863-07-05"


def test_another_context_is_another_ground() -> None:
    _, ground = Walk(FIRST_PAGE, STORY, 0).date_together(FIRST_PAGE)
    other = DocumentContext(domain=Domain.NARRATIVE, day_first=False)
    assert not Walk(FIRST_PAGE, other, 0).pass_over(len(FIRST_PAGE), ground)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("25 May 1947", id="a date alone may date the document, by where it stands"),
        pytest.param("Long ago Braudel (1949) told of the sea.", id="a year cites where others cite"),
    ],
)
def test_what_also_depends_on_the_rest_of_the_document_has_no_ground(text: str) -> None:
    passages = _recognised(text)
    dated, ground = Walk(passages, STORY, 0).date_together(passages)
    assert dated[0]
    assert ground is None
    assert not Walk(passages, STORY, 0).pass_over(1, ground)
