"""A document has few dates of issue; lines of issue that repeat are the entries of a register."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.story.walk import resolve
from reader.temporal.tagger import Tagger


def roles(tagger: Tagger, language: str, texts: list[str]) -> tuple[list[Role], str | None]:
    """The roles of the texts' days, each on a page of its own, and where the document's date is from."""
    recognised = [tagger.recognise(Passage(text), language) for text in texts]
    context = document_context(DocumentClues(recognised, tuple(range(len(texts))), len(texts)))
    found = [timex.role for timexes in resolve(recognised, context) for timex in timexes]
    return found, context.document_date.source.key if context.document_date else None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "{:02}/02/1848 – Séance de l’assemblée, n° {}."),
        ("en", "Meeting of {} May 1990"),
        ("en", "Received {} May 1990"),
    ],
)
def test_a_register_is_a_list_of_events(tagger: Tagger, language: str, line: str) -> None:
    found, source = roles(tagger, language, [line.format(day, day) for day in range(1, 9)])
    assert (set(found), source) == ({Role.EVENT}, None)


def test_the_few_days_on_which_a_paper_was_handed_in_date_it(tagger: Tagger) -> None:
    line = "Received 4 May 2021; revised 7 June 2021; accepted 1 July 2021; published 3 July 2021"
    found, source = roles(tagger, "en", [line])
    assert (set(found), source) == ({Role.ISSUE}, "document_date.issue_line")


def test_the_register_s_own_date_is_still_its_own(tagger: Tagger) -> None:
    sittings = [f"Meeting of {day} May 1990" for day in range(1, 9)]
    found, source = roles(tagger, "en", ["Published on 4 June 1991", *sittings])
    assert found == [Role.ISSUE] + [Role.EVENT] * 8
    assert source == "document_date.issue_line"
