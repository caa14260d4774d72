"""The days of a letter that name no year are of the letter's, not of the birth of whom it tells."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.story.anchors import document_context, document_date_candidates
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Leeds, 14 March 2023\n\nMrs Ash, born 3 May 1950, was seen on 2 March. Next visit on 20 April.",
        ),
        (
            "fr",
            (
                "Nantes, le 14 mars 2023\n\n"
                "Mme Roux, née le 3 mai 1950, fut vue le 2 mars. Contrôle le 20 avril."
            ),
        ),
        (
            "de",
            (
                "Köln, den 14. März 2023\n\n"
                "Frau Roth, geb. am 3. Mai 1950, kam am 2. März. Kontrolle am 20. April."
            ),
        ),
        (
            "es",
            (
                "Vigo, 14 de marzo de 2023\n\n"
                "Doña Ana Ruiz, nacida el 3 de mayo de 1950, vino el 2 de marzo. Revisión el 20 de abril."
            ),
        ),
        (
            "it",
            (
                "Pisa, 14 marzo 2023\n\n"
                "La signora Rossi, nata il 3 maggio 1950, venne il 2 marzo. Controllo il 20 aprile."
            ),
        ),
        (
            "pt",
            (
                "Porto, 14 de março de 2023\n\n"
                "A senhora Reis, nascida a 3 de maio de 1950, veio a 2 de março. Controlo a 20 de abril."
            ),
        ),
        (
            "nl",
            (
                "Gent, 14 maart 2023\n\n"
                "Mevrouw De Wit, geboren op 3 mei 1950, kwam op 2 maart. Controle op 20 april."
            ),
        ),
        (
            "ar",
            (
                "حلب، 14 مارس 2023\n\n"
                "السيدة هند، المولودة في 3 مايو 1950، حضرت في 2 مارس. الموعد القادم في 20 أبريل."
            ),
        ),
    ],
)
def test_a_birth_lends_its_year_to_no_day_of_a_letter(tagger: Tagger, language: str, text: str) -> None:
    found = [timex.edtf for timex in tagger.tag(text, language)]
    assert found == ["2023-03-14", "1950-05-03", "2023-03-02", "2023-04-20"]


def test_a_life_goes_on_from_its_birth(tagger: Tagger) -> None:
    text = "Cork, 14 March 2023\n\nShe was born on 3 May 1950 and baptised on 5 May at St Anne's."
    assert [timex.edtf for timex in tagger.tag(text, "en")][-1] == "1950-05-05"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Lyon, le 2 mars 1871\n\nJe paierai au plus tard le 28 courant.", "1871-03-28"),
        ("de", "Köln, den 2. März 1871\n\nIch zahle spätestens am 28. d. M.", "1871-03-28"),
        ("es", "Vigo, 2 de marzo de 1871\n\nPagaré, a más tardar, el 28 del corriente.", "1871-03-28"),
        ("pt", "Porto, 2 de março de 1871\n\nPago o mais tardar a 28 do corrente.", "1871-03-28"),
    ],
)
def test_a_day_of_the_current_month_is_of_the_letters(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert tagger.tag(text, language)[-1].edtf == day


@pytest.mark.parametrize(
    ("language", "letters", "words"),
    [
        (
            "en",
            "Cork, 14 March 1846\n\nI landed yesterday.\n\nSligo, June 2nd, 1847\n\nWe arrived yesterday.",
            "yesterday",
        ),
        (
            "fr",
            "Nantes, le 14 mars 1846\n\nJe suis arrivé hier.\n\nBrest, le 2 juin 1847\n\nIl a plu hier.",
            "hier",
        ),
        (
            "es",
            "Vigo, 14 de marzo de 1846\n\nLlegué ayer.\n\nJaca, miércoles 2 de junio de 1847\n\nAyer nevó.",
            "ayer",
        ),
        (
            "de",
            "Köln, den 14. März 1846\n\nGestern kam ich an.\n\nBonn, den 2. Juni 1847\n\nEs regnete gestern.",
            "gestern",
        ),
        (
            "it",
            "Pisa, 14 marzo 1846\n\nArrivai ieri.\n\nLucca, 2 giugno 1847\n\nIeri è piovuto.",
            "ieri",
        ),
    ],
)
def test_each_letter_of_a_collection_counts_from_its_own_dateline(
    tagger: Tagger, language: str, letters: str, words: str
) -> None:
    found = [timex.edtf for timex in tagger.tag(letters, language) if timex.text.lower() == words]
    assert found == ["1846-03-13", "1847-06-01"]


def test_a_feast_with_its_year_dates_a_letter_and_a_preface_none(tagger: Tagger) -> None:
    text = (
        "Edited in 1932.\n\nCork, 14 March 1846\n\nI landed on Tuesday.\n\nSligo, 2 June 1846\n\nIt rained."
        "\n\nDerry, New Year's Day 1847\n\nTen days ago I took a room."
    )
    found = {timex.text: (timex.edtf, timex.role) for timex in tagger.tag(text, "en")}
    assert found["New Year's Day 1847"] == ("1847-01-01", Role.ISSUE)
    assert found["Ten days ago"] == ("1846-12-22", Role.EVENT)


def test_what_a_letter_told_lends_the_next_no_year(tagger: Tagger) -> None:
    text = (
        "Cork, 14 March 1846\n\nMy father fought in May 1798.\n\nSligo, 2 June 1847\n\n"
        "The fair was on 20 May. We go on 9 June."
    )
    assert [timex.edtf for timex in tagger.tag(text, "en")][-2:] == ["1847-05-20", "1847-06-09"]


def test_datelines_that_close_their_acts_begin_no_letters(tagger: Tagger) -> None:
    text = (
        "Tenders open on 3 May 2011.\n\nCork, 14 March 2011\n\nTenders close on 9 July 2011.\n\n"
        "Sligo, 2 June 2011\n\nAnnex of 4 August 2011."
    )
    context = document_context(DocumentClues([tagger.recognise(Passage(one)) for one in text.split("\n\n")]))
    assert not context.letters


def test_the_days_of_a_tour_begin_no_letters(tagger: Tagger) -> None:
    days = ["Cork, 14 March 2011", "Sligo, 16 March 2011", "Derry, 18 March 2011", "Tickets from Monday."]
    assert not document_context(DocumentClues([tagger.recognise(Passage(one)) for one in days])).letters


@pytest.mark.parametrize(
    ("language", "letters", "days"),
    [
        (
            "en",
            "Cork, 14 March 1846. Dear Father, I landed yesterday.\n\nSligo, June 2nd, 1847. We go tomorrow.",
            ["1846-03-14", "1846-03-13", "1847-06-02", "1847-06-03"],
        ),
        (
            "de",
            (
                "Bern, den 3. Mai 1911. Lieber Bruder, ich kam gestern an.\n\n"
                "Thun, den 9. Juni 1911. Liebe Mutter, morgen fahre ich."
            ),
            ["1911-05-03", "1911-05-02", "1911-06-09", "1911-06-10"],
        ),
        (
            "fr",
            (
                "Lyon, le 2 mars 1871. Cher ami, je suis arrivé hier.\n\n"
                "Dijon, le 9 avril 1871. Ma mère, je pars demain."
            ),
            ["1871-03-02", "1871-03-01", "1871-04-09", "1871-04-10"],
        ),
        (
            "en",
            (
                "PORT ELLIS, March 19, 1904 – The board met yesterday.\n\n"
                "MILLTOWN, March 22, 1904 – The bridge closed on Monday."
            ),
            ["1904-03-19", "1904-03-18", "1904-03-22", "1904-03-21"],
        ),
        (
            "en",
            (
                "Cork, 14 March 1846. Father, I landed yesterday.\n\nSligo, June 2nd. We go tomorrow.\n\n"
                "The road is bad; on Friday we shall rest."
            ),
            ["1846-03-14", "1846-03-13", "1846-06-02", "1846-06-03", "1846-06-05"],
        ),
    ],
)
def test_a_letter_that_runs_on_after_its_dateline_counts_from_it(
    tagger: Tagger, language: str, letters: str, days: list[str]
) -> None:
    assert [one.edtf for one in tagger.tag(letters, language)] == days


def test_a_preface_is_not_of_the_day_of_the_first_letter(tagger: Tagger) -> None:
    text = (
        "Found in a desk in March 1950 and edited on 4 May 1951.\n\nCork, 14 March 1846"
        "\n\nI landed yesterday.\n\nSligo, June 2nd, 1847\n\nWe leave tomorrow."
    )
    found = tagger.tag(text, "en")
    assert [(one.edtf, one.planned) for one in found] == [
        ("1950-03", False),
        ("1951-05-04", False),
        ("1846-03-14", False),
        ("1846-03-13", False),
        ("1847-06-02", False),
        ("1847-06-03", True),
    ]


def test_who_signs_under_an_act_heads_no_letter(tagger: Tagger) -> None:
    text = (
        "Se convoca la plaza desde el 3 de mayo de 2011. Toledo, 4 de mayo de 2011. El Alcalde, Juan Ruiz."
        "\n\nCuenca, 9 de mayo de 2011. El Alcalde, Luis Mora.\n\nMañana se cierra el plazo."
    )
    assert tagger.tag(text, "es")[-1].edtf == "2011-05-05"


def test_what_a_letter_planned_is_no_plan_in_a_later_one(tagger: Tagger) -> None:
    text = (
        "Cork, 14 March 1846\n\nWe shall sail on 3 May.\n\nSligo, June 2nd, 1846\n\nWe sailed on 3 May.\n\n"
        "Boston, July 9, 1846\n\nThe ship planned for 9 May never came."
    )
    found = tagger.tag(text, "en")
    assert [(one.edtf, one.planned, one.role is Role.ISSUE) for one in found] == [
        ("1846-03-14", False, True),
        ("1846-05-03", True, False),
        ("1846-06-02", False, True),
        ("1846-05-03", False, False),
        ("1846-07-09", False, True),
        ("1846-05-09", False, False),
    ]


def test_the_editors_note_plans_nothing(tagger: Tagger) -> None:
    text = (
        "Edited in 1932.\n\nCork, 14 March 1846\n\nI go tomorrow.\n\nSligo, June 2nd, 1847\n\nWe go."
        "\n\n[It came on 4 June 1847; she died in 1871.]"
    )
    assert [one.edtf for one in tagger.tag(text, "en") if one.planned] == ["1846-03-15"]


def test_the_point_of_a_short_month_parts_a_label_from_its_entry(tagger: Tagger) -> None:
    text = "Sat. 23rd Dec. 1939. Snow.\n\nTues. 26th Dec. Christmas was on Monday. Tom came yesterday."
    assert [one.edtf for one in tagger.tag(text, "en")][-2:] == ["1939-12-25", "1939-12-25"]


def test_a_head_with_ce_and_a_day_of_the_republic_anchors_its_letter(tagger: Tagger) -> None:
    text = (
        "Nantes, ce 4 messidor an III\n\nHier, 3 messidor, le port a rouvert. Le 12 floréal de l'an dernier, "
        "il était fermé.\n\nBrest, ce 9 messidor an III\n\nNous partons demain."
    )
    assert [one.edtf for one in tagger.tag(text, "fr")] == [
        "1795-06-22",
        "1795-06-21",
        "1795-06-21",
        "1794-05-01",
        "1795-06-27",
        "1795-06-28",
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Rouen, le 3 novembre 1870", "Dieppe, 28 janvier 1871"),
        (
            "Rouen, le 3 novembre 1870",
            "Rouen, le 24 décembre",
            "Dieppe, 28 janvier 1871",
            "Paris, ce 2 mars 1872",
        ),
    ],
)
def test_a_collection_is_of_none_of_its_letters_days(tagger: Tagger, heads: tuple[str, ...]) -> None:
    passages = [Passage(text) for head in heads for text in (head, "Hier, nous avons caché le blé.")]
    recognised = [tagger.recognise(passage, "fr") for passage in passages]
    assert document_date_candidates(DocumentClues(recognised)) == ()
