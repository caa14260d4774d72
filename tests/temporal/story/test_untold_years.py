"""A date without its year is of the year that the dates about it tell."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

WRITTEN = "\n\nDone at Cork, 10 September 2012."


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "He booked a cottage on 12 April 2010 for 24 July.\n\nOn 26 July a rail of the balcony broke.",
            ["2010-04-12", "2010-07-24", "2010-07-26"],
        ),
        # What is farther from the story than from the writing is of the writer's year.
        (
            "He booked a cottage on 12 April 2010.\n\nThe court sat on 3 September and heard him.",
            ["2010-04-12", "2012-09-03"],
        ),
    ],
)
def test_a_day_beside_the_story_is_of_the_story(tagger: Tagger, text: str, dates: list[str]) -> None:
    found = [timex.edtf for timex in tagger.tag(text + WRITTEN, "en", None)]
    assert found == [*dates, "2012-09-10"]


def test_what_was_said_to_begin_is_counted_from_the_day_it_was_said(tagger: Tagger) -> None:
    text = "El 28 de febrero de 2014 se comunica que a partir del 17 de marzo se incorporará.\n\nMadrid, "
    found = tagger.tag(text + "7 de diciembre de 2016.", "es", None)
    assert [timex.edtf for timex in found] == ["2014-02-28", "2014-03-17", "2016-12-07"]


def test_what_began_later_than_planned_is_of_the_year_planned(tagger: Tagger) -> None:
    text = (
        "1) Elle a commandé un toit le 6 mars 2018.\n\n2) La pose, prévue pour fin juin 2018, a commencé le "
    )
    found = tagger.tag(text + "4 septembre.\n\nFait à Lyon, le 28 janvier 2021.", "fr", None)
    assert [timex.edtf for timex in found] == ["2018-03-06", "2018-06~", "2018-09-04", "2021-01-28"]


def test_both_ends_of_a_stretch_are_of_one_story(tagger: Tagger) -> None:
    text = (
        "Le toit, prévu pour fin juin 2018, fut posé le 4 septembre. On arrêta du 14 septembre au 8 octobre."
    )
    found = tagger.tag(text + "\n\nFait à Lyon, le 28 janvier 2021.", "fr", None)
    assert found[2].edtf == "2018-09-14/2018-10-08"


def test_a_day_inside_a_stretch_just_named_is_of_its_year(tagger: Tagger) -> None:
    text = "We sampled from 3 to 28 March 2021 and in October of that year. Rain on 14 March broke it."
    found = tagger.tag(text + "\n\nLeeds, 5 September 2022", "en", None)
    assert found[2].edtf == "2021-03-14"


def test_the_date_that_follows_tells_the_year_of_the_one_before(tagger: Tagger) -> None:
    text = "In 1860 the town grew.\n\nOn 16 August the guns arrived. On 27 August 1861 it fell."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)] == ["1860", "1861-08-16", "1861-08-27"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "es",
            (
                "La casa, alzada entre 1874 y 1879, fue hospital en la guerra (julio de 1936-abril de 1939). "
                "El 18 de julio ocuparon la plaza.\n\nSevilla, 14 de septiembre de 2019"
            ),
            "1936-07-18",
        ),
        (
            "en",
            (
                "The mill, built in 1874, was a hospital in the war (August 1914 to November 1918). "
                "On 4 August the looms stopped.\n\nLeeds, 14 March 2019"
            ),
            "1914-08-04",
        ),
        (
            "de",
            (
                "Die Mühle von 1874 war im Krieg (August 1914 bis November 1918) ein Lazarett. "
                "Am 4. August standen die Stühle still.\n\nKöln, den 14. März 2019"
            ),
            "1914-08-04",
        ),
        # Another date has been told since.
        (
            "en",
            (
                "The shop (opened in July 2012) was sold this year. On 18 July the board met."
                "\n\nLeeds, 14 August 2019"
            ),
            "2019-07-18",
        ),
    ],
)
def test_a_day_of_a_month_just_named_with_its_year_is_of_it(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert tagger.tag(text, language)[-2].edtf == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Er kam 1632 an. Sie starb am 1.4.36. In den 1640er Jahren kam Frieden.", "1636-04-01"),
        ("en", "Begun in 1832, on 14/5/36 it was roofed, and in 1841 it was done.", "1836-05-14"),
        ("de", "Er kam 1932 an. Sie starb am 1.4.36. In den 1940er Jahren kam Frieden.", "1936-04-01"),
        ("de", "Er kam 1632 an. Das Archiv öffnete am 1.4.36. Im Jahr 1990 schloss es.", "1936-04-01"),
    ],
)
def test_two_figures_between_years_of_one_century_are_of_it(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert tagger.tag(text, language)[1].edtf == day
