"""Diaries whose headings name a day and no year: each entry speaks from the day it stands under."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, TimexType
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger

_CREATED = "2026-11-22"

# Language, paragraphs ("# " a heading), days in order of the words that name them.
_DIARIES = [
    (
        "en",
        [
            "# A Winter in Cork",
            "# Jan. 14, 1811.",
            "Mended the pump. On the 9th it had burst. Next Monday we sail.",
            "# Feb. 3, 1811",
            "Yesterday the packet came in.",
            "# March 5, 1811",
            "Tomorrow I write home.",
        ],
        [
            "1811-01-14",
            "1811-01-09",
            "1811-01-21",
            "1811-02-03",
            "1811-02-02",
            "1811-03-05",
            "1811-03-06",
        ],
    ),
    (
        "en",
        [
            "# A Surveyor's Diary, 1876",
            "# Sat. 23rd Dec.",
            "Frost all day. Walked to the mill in the evening and found it shut since yesterday.",
            "# Sun. 24th",
            "To church. Tomorrow we dine with the Harpers.",
            "# Thurs. 28th Dec.",
            "Paid the men. On Tuesday the thaw had begun.",
            "# Mon. 1st Jan.",
            "New year, new boots. The bailiff came last night.",
            "# Tues. 2nd",
            "Measured the weir; the report goes off on Friday.",
        ],
        [
            "1876",
            "1876-12-23",
            "1876-12-23",
            "1876-12-22",
            "1876-12-24",
            "1876-12-25",
            "1876-12-28",
            "1876-12-26",
            "1877-01-01",
            "1877-01-01",
            "1876-12-31",
            "1877-01-02",
            "1877-01-05",
        ],
    ),
    (
        "en",
        [
            "My grandmother kept these notes in the winter of 1931.",
            "Sat. 28th Nov.",
            "Snow. We fetched the sheep in yesterday.",
            "Mon. 30th",
            "Dull. Sold two ewes this morning.",
            "Wed. 2nd",
            "The vet comes on Friday.",
            "Fri. 4th",
            "He came today and shook his head.",
        ],
        [
            "1931-24",
            "1931-11-28",
            "1931-11-27",
            "1931-11-30",
            "1931-11-30",
            "1931-12-02",
            "1931-12-04",
            "1931-12-04",
            "1931-12-04",
        ],
    ),
    (
        "fr",
        [
            "# Carnet de route, août 1914",
            "# Samedi 29",
            "Marche de nuit. Hier, nous étions encore à Rethel.",
            "# Lundi 31",
            "Pluie. On nous promet du repos pour demain.",
            "# Mardi 1er",
            "Repos, enfin. Dans la soirée, ordre de départ.",
            "# Jeudi 3",
            "Le convoi est parti hier matin.",
        ],
        [
            "1914-08",
            "1914-08-29",
            "1914-08-28",
            "1914-08-31",
            "1914-09-01",
            "1914-09-01",
            "1914-09-01",
            "1914-09-03",
            "1914-09-02",
        ],
    ),
    (
        "de",
        [
            "# Tagebuch einer Lehrerin 1911",
            "# 14. Mai, Sonntag",
            "Heute früh Regen. Gestern war der Inspektor da.",
            "# 15. Mai, Montag",
            "Am Abend bei Frau Keller.",
            "# 31. Mai, Mittwoch",
            "Morgen beginnen die Ferien.",
            "# 3. Juni, Samstag",
            "Seit Donnerstag ist das Haus leer.",
        ],
        [
            "1911",
            "1911-05-14",
            "1911-05-14",
            "1911-05-13",
            "1911-05-15",
            "1911-05-15",
            "1911-05-31",
            "1911-06-01",
            "1911-06-03",
            "1911-06-01",
        ],
    ),
    (
        "de",
        [
            "Aus dem Kriegstagebuch meines Großvaters, 1917/18",
            "Mo., 24. Dez.",
            "Ein Baum aus Draht. Gestern kam Post.",
            "Di., 25.",
            "Ruhe. Übermorgen Ablösung.",
            "Mo., 31.",
            "Um Mitternacht Glocken.",
            "Di., 1. Jan.",
            "Neujahr. Vorgestern fiel Leutnant Groth.",
        ],
        [
            "1917/1918",
            "1917-12-24",
            "1917-12-23",
            "1917-12-25",
            "1917-12-27",
            "1917-12-31",
            "1917-12-31",
            "1918-01-01",
            "1918-01-01",
            "1917-12-30",
        ],
    ),
    (
        "es",
        [
            "# Diario de un maestro rural (1932)",
            "# Sábado, 30 de enero",
            "Ayer llovió otra vez. Los niños no vinieron.",
            "# Domingo, 31",
            "Mañana llega el inspector.",
            "# Lunes, 1",
            "El inspector llegó por la tarde.",
            "# Martes, 2 de febrero",
            "Se marchó anoche.",
        ],
        [
            "1932",
            "1932-01-30",
            "1932-01-29",
            "1932-01-31",
            "1932-02-01",
            "1932-02-01",
            "1932-02-01",
            "1932-02-02",
            "1932-02-01",
        ],
    ),
    (
        "it",
        [
            "# Quaderno di bordo, 1908",
            "# Sab. 26 dic.",
            "Mare calmo. Ieri cena con il capitano.",
            "# Lun. 28",
            "Stamattina abbiamo sentito una scossa.",
            "# Ven. 1° genn.",
            "Capodanno a bordo. Domani si riparte.",
            "# Sab. 2",
            "Siamo ripartiti all'alba.",
        ],
        [
            "1908",
            "1908-12-26",
            "1908-12-25",
            "1908-12-28",
            "1908-12-28",
            "1909-01-01",
            "1909-01-01",
            "1909-01-02",
            "1909-01-02",
        ],
    ),
]


@pytest.mark.parametrize(("language", "paragraphs", "days"), _DIARIES)
def test_an_entry_speaks_from_the_day_above_it(
    tagger: Tagger, language: str, paragraphs: list[str], days: list[str]
) -> None:
    title = paragraphs[0].removeprefix("# ") if paragraphs[0].startswith("# ") else ""
    passages = [
        Passage(one.removeprefix("# "), language, context=title, is_heading=one.startswith("# "))
        for one in paragraphs
    ]
    recognised = [tagger.recognise(one, language) for one in passages]
    context = document_context(DocumentClues(recognised, created=_CREATED, modified=_CREATED))
    found = [one for timexes in tagger.resolve(recognised, context) for one in timexes]
    dated = (TimexType.DATE, TimexType.TIME)
    assert [one.edtf for one in found if one.type in dated and one.edtf is not None] == days


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Sat. 30th May 1931. Rain. Ann left yesterday.\n\nTues. 2nd. Dry.", "1931-06-02"),
        ("fr", "Samedi 23 août 1851. Pluie.\n\nLundi 1er. Beau temps.", "1851-09-01"),
        ("es", "Sábado, 30 de enero de 1932. Lluvia.\n\nLunes, 1. Sol.", "1932-02-01"),
    ],
)
def test_a_day_that_opens_its_entry_goes_on_into_the_next_month(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert tagger.tag(text, language)[-1].edtf == day


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The fair closed on 14 May 1911, Sunday.", "14 May 1911, Sunday"),
        ("de", "Tagebuch\n\n14. Mai 1911, Sonntag", "14. Mai 1911, Sonntag"),
        ("fr", "La foire ferma le 14 mai 1911, dimanche.", "le 14 mai 1911, dimanche"),
    ],
)
def test_a_day_and_the_weekday_after_it_are_one(tagger: Tagger, language: str, text: str, words: str) -> None:
    assert [one.text for one in tagger.tag(text, language) if one.edtf == "1911-05-14"] == [words]


def test_a_weekday_that_a_clause_begins_with_is_its_own(tagger: Tagger) -> None:
    found = tagger.tag("Am 14. Mai 1911, Montag war frei, kam er an.", "de")
    assert [one.text for one in found] == ["14. Mai 1911", "Montag"]
