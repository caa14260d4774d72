"""A day that stands apart from what is told is the document's own, where the text points at such a day."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.story.set_apart import is_set_apart
from reader.temporal.story.walk import resolve
from reader.temporal.tagger import Tagger


def read(tagger: Tagger, language: str, *texts: str) -> tuple[str, list[tuple[str, str | None, Role]]]:
    """The source of the document's date, and the dates with their roles."""
    recognised = [tagger.recognise(Passage(text), language) for text in texts]
    context = document_context(DocumentClues(recognised, (0,) * len(recognised), 1, created="2026-03-02"))
    assert context.document_date is not None
    dated = [one for found in resolve(recognised, context) for one in found]
    return context.document_date.source.key, [(one.text, one.edtf, one.role) for one in dated]


@pytest.mark.parametrize(
    ("language", "line", "deictic", "edtf"),
    [
        ("en", "Ward 4 · report written 16 August 2021 · Dr Hale", "She went home yesterday.", "2021-08-15"),
        (
            "fr",
            "Mairie de Vauzelle ■ jeudi 4 octobre 2012 ■ feuille volante",
            "La halle a fermé hier.",
            "2012-10-03",
        ),
        ("de", "Stationsbericht Haus B: 16.08.2021", "Gestern kam er nach Hause.", "2021-08-15"),
        ("fa", "خلاصهٔ پرونده — بیمارستان شهر: ۲۵/۵/۱۴۰۰", "بیمار دیروز به خانه رفت.", "2021-08-15"),
        ("ar", "نشرة المرفأ ■ 16 أغسطس 2021", "عاد الصيادون أمس.", "2021-08-15"),
    ],
)
def test_yesterday_is_the_day_before_the_day_at_the_head(
    tagger: Tagger, language: str, line: str, deictic: str, edtf: str
) -> None:
    source, (own, told) = read(tagger, language, line, deictic)
    assert source in {"document_date.apart", "document_date.issue_line"}
    assert own[2] is Role.ISSUE
    assert told[1] == edtf


def test_a_closing_phrase_dates_what_stands_before_it(tagger: Tagger) -> None:
    story = "La cloche, fondue en 1788, est tombée hier."
    source, dates = read(tagger, "fr", "Un orage.", story, "Les dégâts sont lourds. Feuille du 14 juin 2017.")
    assert source == "document_date.apart"
    assert dates[1][1] == "2017-06-13"
    assert dates[-1][2] is Role.ISSUE


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        # A sentence, however short; a birth; a day that most of the text lies after; one that is yet to come.
        ("fr", ("Aujourd'hui le musée est plein.", "Elle ferma le 3 mai 1997.")),
        ("en", ("Patient: Jane Roe, born 3 May 1950", "She came in yesterday.")),
        ("en", ("Port Ellis ■ 3 May 1950 ■ regatta", "In 1987 and 2001 it burnt; today it stands.")),
        # Words in the midst of a paragraph, even where their verb's tense is not known.
        (
            "ru",
            (
                "Шёл снег. Брат появился на свет в Твери, 9 мая 1911 года. Потом стало тихо.",
                "Вчера шёл дождь.",
            ),
        ),
        ("en", ("Port Ellis ■ 3 May 2031 ■ regatta", "Tickets were sold out yesterday.")),
        # Two days that are not one; a letter that is cited.
        ("fr", ("Le 9 nov. 1989, puis le 3/X/1990.", "Hier il pleuvait.")),
        ("en", ("Letter to Rossi, 12-IV-1890.", "It rained yesterday.")),
        ("it", ("Lettera a Rossi, 12 aprile 1890.", "Ieri pioveva.")),
        ("de", ("Brief an Rossi, 12. April 1890.", "Gestern regnete es.")),
    ],
)
def test_what_the_text_tells_dates_no_document(tagger: Tagger, language: str, texts: tuple[str, ...]) -> None:
    source, dates = read(tagger, language, *texts)
    assert source == "document_date.created"
    assert all(role is not Role.ISSUE for _, _, role in dates)


def test_a_chronicle_has_many_days_that_stand_apart_and_none_is_its_own(tagger: Tagger) -> None:
    days = ("Gale at Ness: 3 May 2001", "Fire at Ness: 9 May 2004", "Flood at Ness: 2 June 2009")
    source, _ = read(tagger, "en", *days, "The quay is closed today.")
    assert source == "document_date.created"


def test_the_day_over_an_entry_of_a_diary_is_not_set_apart(tagger: Tagger) -> None:
    passage = tagger.recognise(Passage("3 March 1917. – Rain. We left yesterday."), "en")
    assert not is_set_apart(passage, passage.mentions[0])


def test_only_what_stands_beside_a_day_is_looked_at(tagger: Tagger) -> None:
    # A text of a megabyte is one passage, too: its days are not each looked for from end to end.
    text = "In 1921 the river rose. " * 40 + "Sheet of 4 June 2012."
    passage = tagger.recognise(Passage(text), "en")
    assert is_set_apart(passage, passage.mentions[-1])
    endless = tagger.recognise(Passage("so it went on and on " * 12 + "4 June 2012"), "en")
    assert not is_set_apart(endless, endless.mentions[-1])
