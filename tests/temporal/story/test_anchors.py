"""The document's own date is taken from where it stands, the most trusted place first."""

from __future__ import annotations

import pytest

from reader.calendars import gregorian
from reader.temporal.model import Domain, Passage, Role
from reader.temporal.story.anchors import document_context, document_date_candidates
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


def clues(tagger: Tagger, *texts: str, furniture: str = "", created: str | None = None) -> DocumentClues:
    passages = [Passage(text) for text in texts] + [Passage(furniture, is_furniture=True)]
    recognised = [tagger.recognise(passage, "fr") for passage in passages]
    return DocumentClues(recognised, (0,) * len(recognised), 1, created)


def test_the_issue_line_is_trusted_before_the_metadata(tagger: Tagger) -> None:
    found = document_date_candidates(
        clues(
            tagger, "Le pont fut ouvert le 3 mai 1912.", "Fait à Lyon, le 12 mai 2021", created="2023-01-02"
        )
    )
    assert [candidate.source.key for candidate in found] == [
        "document_date.issue_line",
        "document_date.created",
    ]


def test_a_running_head_may_date_a_document(tagger: Tagger) -> None:
    (found,) = document_date_candidates(clues(tagger, "Rien.", furniture="Bulletin du 4 juin 2020"))
    assert found.source.key == "document_date.header"


def test_a_dateline_may_date_a_document(tagger: Tagger) -> None:
    (found,) = document_date_candidates(clues(tagger, "LYON, 14 mars 2024 – Le conseil a voté hier."))
    assert found.source.key == "document_date.dateline"


def test_of_the_days_of_one_line_the_latest_dates_the_document(tagger: Tagger) -> None:
    first, second = document_date_candidates(clues(tagger, "Reçu le 8 mai 2012 ; accepté le 2 juin 2013"))
    assert (gregorian.from_day_number(first.day)[0], gregorian.from_day_number(second.day)[0]) == (2013, 2012)


def test_a_date_set_by_hand_is_trusted_most(tagger: Tagger) -> None:
    given = clues(tagger, "Fait à Lyon, le 12 mai 2021")
    by_hand = DocumentClues(given.recognised, given.pages, 1, by_hand="2020-01-01")
    assert document_date_candidates(by_hand)[0].source.key == "document_date.by_hand"


def test_clear_dates_decide_the_order_of_day_and_month(tagger: Tagger) -> None:
    english = [tagger.recognise(Passage("Paid 3/4/2021, sent 25/4/2021."), "en")]
    assert document_context(DocumentClues(english)).day_first
    assert not document_context(DocumentClues([tagger.recognise(Passage("Paid 3/4/2021."), "en")])).day_first


def test_a_text_about_the_past_is_a_story(tagger: Tagger) -> None:
    story = clues(tagger, "De 1789 à 1815, puis en 1830.", created="2020-05-05")
    assert document_context(story).domain is Domain.NARRATIVE
    news = clues(tagger, "En 2020, puis en 2021.", created="2020-05-05")
    assert document_context(news).domain is Domain.NEWS


def test_a_numbered_house_makes_no_masthead_of_a_sentence(tagger: Tagger) -> None:
    said = "2. On Friday, 3 May 1999, Mr Jones of No. 12 High Street complained of the noise."
    (timex,) = tagger.tag(said, "en")
    assert (timex.value, timex.role) == ("1999-05-03", Role.EVENT)
    (printed,) = tagger.tag("The Harbour Echo, Friday, 3 May 1999 · No. 12 · 40p", "en")
    assert printed.role is Role.ISSUE


@pytest.mark.parametrize("said", ["707×1000", "1594×1841 pixels", "1024 x 1768"])
def test_the_sides_of_a_sheet_are_no_years(tagger: Tagger, said: str) -> None:
    assert tagger.tag(f"The sheet has {said}.", "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "That day the river rose. On Friday they buried him, and tomorrow, she thought, I go."),
        ("fr", "Ce jour-là le vent se taisait. Aujourd'hui la neige tombe, et lundi viendra."),
        ("ar", "في ذلك اليوم خرج الصياد إلى البحر. وغدا أرحل من هذه القرية."),
    ],
)
def test_a_tale_that_names_no_year_is_not_dated_from_its_file(
    tagger: Tagger, language: str, text: str
) -> None:
    recognised = [tagger.recognise(Passage(text, language), language)]
    context = document_context(DocumentClues(recognised, created="2026-01-15"))
    assert context.document_date is None
    (timexes,) = tagger.resolve(recognised, context)
    assert [timex.text for timex in timexes if timex.interval is not None] == []


@pytest.mark.parametrize(
    "text", ["The meeting is on Friday. That day the office is closed.", "That day in 1912 the bridge fell."]
)
def test_a_note_is_dated_from_its_file_and_so_is_a_story_with_a_year(tagger: Tagger, text: str) -> None:
    recognised = [tagger.recognise(Passage(text, "en"), "en")]
    context = document_context(DocumentClues(recognised, created="2026-01-15"))
    assert context.document_date is not None


def test_a_paper_is_of_the_last_day_of_its_submission(tagger: Tagger) -> None:
    """It may tell of what was between its first version and its last: the traps stood until December."""
    texts = (
        "Received: 3 November 2019. Accepted: 12 March 2020.",
        "Traps stood in the wood until 16 December (Day, 2001; Olsen, 2004; Reyes, 2010).",
    )
    recognised = [tagger.recognise(Passage(text, "en")) for text in texts]
    context = document_context(DocumentClues(recognised, created="2026-11-22"))
    assert context.document_date is not None
    assert context.document_date.day == gregorian.to_day_number(2020, 3, 12)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Signed at 09:30 on 03/04/2024 in London. Amended 12/11/2024. On or about 1 May 2024."),
        ("fr", "Signé le 03/04/2024. Modifié le 12/11/2024. Vers le 1er mai 2024."),
    ],
)
def test_what_was_done_to_a_document_later_or_at_about_a_day_dates_it_not(
    tagger: Tagger, language: str, line: str
) -> None:
    signed, amended, about = tagger.recognise(Passage(line), language).mentions
    assert [signed.role, amended.role, about.role] == [Role.ISSUE, Role.EVENT, Role.EVENT]
    alone = [tagger.recognise(Passage(part), language).mentions[0] for part in line.split(". ")[1:]]
    assert not any(one.alone for one in alone)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "(1) Boeing Special Attention Service Bulletin 737–25–1707, Revision 1, dated July 20, 2020."),
        ("fr", "Il suit le bulletin 737-25, en date du 20 juillet 2020, et ses annexes."),
        ("en", "28. James Fallows, “The Age of Murdoch,” Atlantic Monthly (September 2003): 89."),
        (
            "en",
            "5. Alan Ota, “The Mouse,” Congressional Quarterly This Week, 8 August 1990, p. 5.",
        ),
    ],
)
def test_what_is_cited_with_its_date_is_a_source(tagger: Tagger, language: str, line: str) -> None:
    (timex,) = tagger.tag(line, language)
    assert timex.role is Role.SOURCE


def test_a_line_of_issue_amid_a_book_does_not_date_it(tagger: Tagger) -> None:
    line = tagger.recognise(Passage("Interview with Anna Lind, 15 October 2003"), "en")
    for page, dates in ((0, True), (9, True), (150, False), (297, True), (299, True)):
        found = document_date_candidates(DocumentClues([line], (page,), 300))
        assert bool(found) is dates


def test_a_month_under_a_picture_dates_no_paper(tagger: Tagger) -> None:
    passages = [
        Passage("Lohbacher Bote, Samstag, 26. November 2022", is_furniture=True),
        Passage("Seit Montag ist das Wasser im Bad kalt."),
        Passage("Schulklasse am Beckenrand, Mai 1971"),
    ]
    found = document_context(DocumentClues([tagger.recognise(one, "de") for one in passages])).document_date
    assert found is not None
    assert found.day == gregorian.to_day_number(2022, 11, 26)
