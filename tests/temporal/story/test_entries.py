"""Diaries, chronicles and tables: what stands under a day counts from it."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


def days(tagger: Tagger, text: str, language: str) -> list[tuple[str, str | None, str]]:
    return [(timex.text, timex.edtf, timex.role) for timex in tagger.tag(text, language)]


def test_a_diary_with_its_days_as_headings_counts_from_each(tagger: Tagger) -> None:
    text = (
        "Lundi 5 juin 1944\n\nRien de neuf au bureau ce matin.\n\nMardi 6\n\nHier encore, tout dormait.\n\n"
        "Mercredi 7 juin\n\nOn parle d'un départ.\n\nJeudi 8\n\nDemain, nous partons."
    )
    assert days(tagger, text, "fr") == [
        ("Lundi 5 juin 1944", "1944-06-05", "event"),
        ("ce matin", "1944-06-05", "event"),
        ("Mardi 6", "1944-06-06", "event"),
        ("Hier", "1944-06-05", "event"),
        ("Mercredi 7 juin", "1944-06-07", "event"),
        ("Jeudi 8", "1944-06-08", "event"),
        ("Demain", "1944-06-09", "event"),
    ]


def test_the_day_that_opens_a_paragraph_is_the_day_its_relative_dates_count_from(tagger: Tagger) -> None:
    text = "3 March 1917. – Rain. We left yesterday.\n\n22 May. – The battery was relieved last week."
    assert days(tagger, text, "en") == [
        ("3 March 1917", "1917-03-03", "event"),
        ("yesterday", "1917-03-02", "event"),
        ("22 May", "1917-05-22", "event"),
        ("last week", "1917-05-14/1917-05-20", "event"),
    ]


def test_one_date_above_a_letter_still_dates_it(tagger: Tagger) -> None:
    text = "4 June 2019\n\nDear Ms Hall, we met yesterday and shall write again on Friday."
    assert days(tagger, text, "en") == [
        ("4 June 2019", "2019-06-04", "issue"),
        ("yesterday", "2019-06-03", "event"),
        ("Friday", "2019-06-07", "event"),
    ]


@pytest.mark.parametrize(
    ("language", "row", "edtf"),
    [
        ("fr", "14 mars 1936 | Création de la ligue ; première grève en octobre.", "1936-10"),
        (
            "it",
            "31 gennaio 1917 | La ditta ottiene la concessione. I lavori iniziano in settembre.",
            "1917-09",
        ),
        ("en", "12 Jan 2020 | Damage noticed in November.", "2019-11"),
    ],
)
def test_a_month_later_in_the_year_follows_its_rows_day(
    tagger: Tagger, language: str, row: str, edtf: str
) -> None:
    recognised = [tagger.recognise(Passage(row, language, is_table_row=True), language)]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert tagger.resolve(recognised, context)[0][-1].edtf == edtf


def test_a_day_under_a_years_column_stays_in_it_whatever_was_done(tagger: Tagger) -> None:
    rows = [
        Passage("Issued 28 April 2023.", "en"),
        Passage("3 June | M4 | Gantry removed", "en", context="2023 | Bridge | Reason", is_table_row=True),
    ]
    recognised = [tagger.recognise(row, "en") for row in rows]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert tagger.resolve(recognised, context)[1][0].edtf == "2023-06-03"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Changes in 1998", "1998-10-02"),
        ("Harbour Server 1998.4: changes", "2023-10-02"),
        ("Public notice no. 1687", "2023-10-02"),
        ("Edital n.º 1745", "2023-10-02"),
    ],
)
def test_a_number_in_a_title_is_no_year_for_the_days_under_it(tagger: Tagger, title: str, day: str) -> None:
    text = "Released 19 October 2023. This replaces the draft sent round on 2 October."
    recognised = [tagger.recognise(Passage(text, "en", context=title), "en")]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert tagger.resolve(recognised, context)[0][-1].edtf == day


def test_a_row_without_its_year_goes_on_from_the_year_above_its_day(tagger: Tagger) -> None:
    rows = [
        "1734 | 4. Juli | Erste Bohrung",
        "1799 | 12. März | Bestellung",
        "26. August | Die Maschine läuft",
    ]
    recognised = [
        tagger.recognise(Passage(row, "de", "Jahr | Tag | Ereignis", is_table_row=True), "de") for row in rows
    ]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert tagger.resolve(recognised, context)[2][0].edtf == "1799-08-26"


def test_a_year_alone_in_its_row_heads_the_rows_after_it(tagger: Tagger) -> None:
    rows = ["2018", "5 de enero | Plaza Mayor", "2019", "2 de marzo | Orense", "Octubre | Braga"]
    recognised = [
        tagger.recognise(
            Passage(
                row, "es", "Fecha | Lugar", is_table_row=True, date_columns=(0,) if row.isdigit() else ()
            ),
            "es",
        )
        for row in rows
    ]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert [found[0].edtf for found in tagger.resolve(recognised, context)] == [
        "2018", "2018-01-05", "2019", "2019-03-02", "2019-10",
    ]  # fmt: skip


def test_a_row_goes_on_from_the_month_above_its_day(tagger: Tagger) -> None:
    rows = ["Sat 28 April 2012 | 6.00 | Concert", "May 2012 | Tue 8 | 7.30 | Meeting", "Sun 20 | 3.00 | Tea"]
    recognised = [tagger.recognise(Passage(row, "en", is_table_row=True), "en") for row in rows]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert [found[-1].edtf for found in tagger.resolve(recognised, context)] == [
        "2012-04-28", "2012-05-08", "2012-05-20",
    ]  # fmt: skip


def test_the_title_of_a_table_gives_its_year_to_rows_in_any_order(tagger: Tagger) -> None:
    over = "Vessels lost in 1932 | Day | Vessel"
    rows = [Passage("Annual report, 12 June 1934", "en")] + [
        Passage(text, "en", over, is_table_row=True)
        for text in ("5 Oct | Leda", "3 Feb | Juno", "24 Dec | Augusta")
    ]
    recognised = [tagger.recognise(row, "en") for row in rows]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert [(found[0].edtf, found[0].planned) for found in tagger.resolve(recognised, context)[1:]] == [
        ("1932-10-05", False), ("1932-02-03", False), ("1932-12-24", False),
    ]  # fmt: skip


def test_the_rows_of_a_section_of_several_years_go_on_into_the_next(tagger: Tagger) -> None:
    rows = [Passage("The war 1940–1943", "en", is_heading=True)] + [
        Passage(text, "en", "The war 1940–1943 | Day | Place", is_table_row=True)
        for text in ("5 Oct | Wick", "3 Feb | Hook")
    ]
    recognised = [tagger.recognise(row, "en") for row in rows]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    assert [found[0].edtf for found in tagger.resolve(recognised, context)[1:]] == [
        "1940-10-05",
        "1941-02-03",
    ]


@pytest.mark.parametrize(
    ("text", "language", "words", "day"),
    [
        (
            "The board met on 8 August 1810. Mr Hale had seen the sluice yesterday.",
            "en",
            "yesterday",
            "1810-08-07",
        ),
        (
            "Le conseil siégea le 8 août 1810. Il a vu l'écluse hier.",
            "fr",
            "hier",
            "1810-08-07",
        ),
        (
            "Das Amt tagte am 12. März 1887. Der Brief kam am 5. d. M. an.",
            "de",
            "5. d. M.",
            "1887-03-05",
        ),
        (
            "The board met on 8 May 2024. Mr Hale saw the sluice yesterday.",
            "en",
            "yesterday",
            "2024-05-19",
        ),
    ],
)
def test_yesterday_in_a_paragraph_of_long_ago_is_not_of_the_day_its_file_was_made(
    tagger: Tagger, text: str, language: str, words: str, day: str
) -> None:
    recognised = [tagger.recognise(Passage(text), language)]
    context = document_context(DocumentClues(recognised, created="2024-05-20"))
    (timexes,) = tagger.resolve(recognised, context)
    assert [timex.edtf for timex in timexes if timex.text == words] == [day]


def test_this_year_is_the_writer_s_under_the_title_of_a_report_on_the_year_before(tagger: Tagger) -> None:
    title = "Relatório do exercício de 2017"
    passages = [
        Passage(title, "pt", is_heading=True),
        Passage("A sede, aberta em 1931, mudou em março.", "pt", title),
        Passage("O acordo, assinado em 19 de janeiro deste ano, vigora.", "pt", title),
        Passage("Porto, 27 de março de 2018", "pt", title),
    ]
    recognised = [tagger.recognise(passage, "pt") for passage in passages]
    context = document_context(DocumentClues(recognised))
    assert [found[-1].edtf for found in tagger.resolve(recognised, context)][2] == "2018-01-19"
