"""A day and the feast that names it are one date; a feast beside another day is a second one."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "before", "words", "day"),
    [
        ("en", "It closed on ", "25 December 1950, Christmas Day", "1950-12-25"),
        ("fr", "Le ", "lundi de Pâques, 5 avril 2021", "2021-04-05"),
        ("de", "Am ", "24. Juni 1947, dem Johannistag", "1947-06-24"),
        ("es", "Se detuvo ", "el 27 de marzo de 2016, Domingo de Resurrección", "2016-03-27"),
        ("it", "Nacque ", "il 19 marzo 1947, giorno di San Giuseppe", "1947-03-19"),
    ],
)
def test_a_day_and_its_name_are_one(tagger: Tagger, language: str, before: str, words: str, day: str) -> None:
    found = tagger.tag(f"{before}{words}.", language, None)
    assert [(timex.text, timex.edtf) for timex in found] == [(words, day)]


def test_a_feast_beside_another_day_stays_apart(tagger: Tagger) -> None:
    found = tagger.tag("It was closed on 10 April 1950, Whit Sunday and 1 May.", "en", None)
    assert [timex.text for timex in found] == ["10 April 1950", "Whit Sunday", "1 May"]


def test_a_movable_feast_names_a_day_without_a_year_too(tagger: Tagger) -> None:
    (found,) = tagger.tag("It stopped on 27 March, Easter Sunday, with 38 on board.", "en", "2016-11-03")
    assert found.text == "27 March, Easter Sunday"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("24 Dec | Christmas truce | 12 men", ["24 Dec"]),
        ("25 December 1914 | Christmas Day at sea", ["25 December 1914"]),
        ("26 Dec 1914 | Mail of Christmas comes", ["26 Dec 1914"]),
        ("31 Dec | New Year's Eve ball", ["31 Dec"]),
        ("10 April 1998 | Accord of Good Friday", ["10 April 1998"]),
        ("3 May 1914 | Paid until Christmas", ["3 May 1914", "Christmas"]),
        ("24 Dec 1914 | Truce until Easter Monday", ["24 Dec 1914", "Easter Monday"]),
        ("24 Dec | Truce, ended on 27 Dec", ["24 Dec", "27 Dec"]),
    ],
)
def test_the_feast_of_a_row_is_its_own_day(tagger: Tagger, row: str, found: list[str]) -> None:
    mentions = tagger.recognise(Passage(row, "en", is_table_row=True)).mentions
    assert [row[mention.start : mention.end] for mention in mentions] == found


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "On 10 May 1975, a Saturday, the ferry sank.", ["1975-05-10"]),
        ("de", "Am 10. Mai 1975, einem Samstag, sank die Fähre.", ["1975-05-10"]),
        ("fr", "Le 10 mai 1975, un samedi, le bac coula.", ["1975-05-10"]),
        ("it", "Il 10 maggio 1975, un sabato, il traghetto affondò.", ["1975-05-10"]),
    ],
)
def test_a_weekday_that_describes_a_day_is_no_day_of_its_own(
    tagger: Tagger, language: str, text: str, days: list[str]
) -> None:
    found = tagger.tag(text, language, "2020-05-04")
    assert [timex.edtf for timex in found] == days


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Noël tomba le 25 décembre 1870.", "le 25 décembre 1870"),
        ("en", "Armistice Day was kept on 11 November 1919.", "11 November 1919"),
    ],
)
def test_a_feast_whose_day_a_sentence_tells_is_no_part_of_the_day(
    tagger: Tagger, language: str, text: str, words: str
) -> None:
    assert [timex.text for timex in tagger.tag(text, language)] == [words]


def test_the_eve_of_the_kings_is_a_feast(tagger: Tagger) -> None:
    text = "La víspera de Reyes de 1702 ardió el molino; la noche de Reyes de 1832, el teatro."
    assert [timex.edtf for timex in tagger.tag(text, "es", None)] == ["1702-01-05", "1832-01-05"]
