"""Years of few figures are years where the story stands in early times, and have the era it tells in."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "It broke out in 264 and ended in 241 BC, on 10 March.", ["-0263", "-0240", "-0240-03-10"]),
        ("en", "In the autumn of 218 he marched; in 202 BC he lost.", ["-0217-23", "-0201"]),
        (
            "en",
            "Built in the first century AD, it burnt in 79 and on 4 May 192.",
            ["00XX", "0079", "0192-05-04"],
        ),
        ("fr", "En 305 av. J.-C. il est roi; il meurt en 283.", ["-0304", "-0282"]),
        ("fr", "Les Wisigoths y entrent au Ve siècle; le duc (590-612) s'enfuit.", ["04XX", "0590/0612"]),
        ("fr", "Prise en 49 av. J.-C., elle a un évêque dès 314.", ["-0048", "0314"]),
        ("de", "Er fiel 301 v. Chr.; Seleukos nahm 305 den Titel an.", ["-0300", "-0304"]),
        ("it", "Nel 485 a.C. la prese; il 5 agosto del 470 vinse.", ["-0484", "-0469-08-05"]),
        ("es", "En 209 a. C. cayó, y en 197 se dividió.", ["-0208", "-0196"]),
        ("ar", "بناها سنة 50 هـ ثم عزل سنة 55.", ["0670-02-01/0671-01-20", "0674-12-09/0675-11-27"]),
    ],
)
def test_a_small_number_is_a_year_beside_early_ones(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)] == dates


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("fr", "La légion campa tout l'hiver en 49 av. J.-C. près du gué.", ["-0048-24"]),
        ("es", "Pasaron el verano en 206 a. C. junto al río.", ["-0205-22"]),
    ],
)
def test_a_season_and_the_whole_year_that_follows_are_one_date(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)] == dates


def test_a_life_of_about_so_many_years_tells_the_age(tagger: Tagger) -> None:
    text = "Theodor (c. 314 – 368) was a monk. In 348 the abbot died."
    assert [timex.edtf for timex in tagger.tag(text, "en", None, Domain.NARRATIVE)] == ["0314/0368", "0348"]
    pages = "Smith (314–368) gives the tables."
    assert tagger.tag(pages, "en", None, Domain.NARRATIVE) == ()


def test_the_story_tells_the_era_of_the_next_paragraph(tagger: Tagger) -> None:
    text = "Carthage fell in 146 BC.\n\nIn 133 Gracchus was killed."
    assert [timex.edtf for timex in tagger.tag(text, "en", None, Domain.NARRATIVE)] == ["-0145", "-0132"]


@pytest.mark.parametrize(
    "text", ["In 264 cases it failed in 1998.", "In 264 he saw nothing.", "It took 264 men."]
)
def test_where_nothing_is_early_it_is_none(tagger: Tagger, text: str) -> None:
    assert all(timex.text == "1998" for timex in tagger.tag(text, "en", "2024-05-15"))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("the second quarter of the eighth century BC", ["-0774/-0750"]),
        ("in the first half of the 19th century", ["1801/1850"]),
        ("in the second half of 1998", ["1998-41"]),
    ],
)
def test_a_part_of_a_century_has_its_years(tagger: Tagger, text: str, dates: list[str]) -> None:
    assert [timex.edtf for timex in tagger.tag(text, "en")] == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They landed on 5/15 November 1688.", "1688-11-15"),
        ("He died on 1 July 1690 (O.S.).", "1690-07-11"),
    ],
)
def test_a_day_of_the_old_calendar_is_told_in_ours(tagger: Tagger, text: str, date: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, "en")] == [date]


def test_last_year_lends_itself_to_the_months_of_its_sentence(tagger: Tagger) -> None:
    found = tagger.tag("Last year it stood still, and in November it closed.", "en", "2023-09-14")
    assert [timex.edtf for timex in found] == ["2022", "2022-11"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It was struck in 483/2 BC.", ["-0482/-0481"]),
        ("The lists cover 378 BC; in 330/29 they count more.", ["-0377", "-0329/-0328"]),
        ("Caesar (100-44 BC) fell.", ["-0099/-0043"]),
    ],
)
def test_years_that_began_in_summer_lie_in_two_of_ours(tagger: Tagger, text: str, dates: list[str]) -> None:
    assert [timex.edtf for timex in tagger.tag(text, "en", None, Domain.NARRATIVE)] == dates


def test_a_bare_day_goes_on_in_the_month_of_its_calendar(tagger: Tagger) -> None:
    found = tagger.tag("Le 4 pluviôse an II, il dénonce; le 22, il part.", "fr", None, Domain.NARRATIVE)
    assert [timex.edtf for timex in found] == ["1794-01-23", "1794-02-10"]


@pytest.mark.parametrize(
    "text",
    ["« Hier on vola », note-t-il le 4 mai 1920.", "Le 4 mai 1920, il écrit : « Hier on vola. »"],
)
def test_a_quotation_counts_from_the_day_it_was_said(tagger: Tagger, text: str) -> None:
    assert "1920-05-03" in {timex.edtf for timex in tagger.tag(text, "fr")}


def test_a_month_with_a_surname_is_a_person(tagger: Tagger) -> None:
    assert tagger.tag("August Böckh edited them.", "en", "2024-05-15") == ()
    assert tagger.tag("In August Napoleon marched.", "en", "2024-05-15") != ()


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "it",
            "Nel 509 a.C., l'anno 245 ab Urbe condita, finì. Nel 494 ricominciò.",
            ["-0508", "-0508", "-0493"],
        ),
        ("en", "He fell in 44 BC, 710 AUC.", ["-0043", "-0043"]),
        ("fr", "En l'an 701 de la fondation de Rome, il passe le fleuve.", ["-0052"]),
        ("de", "Er starb im September 9 v. Chr. und wurde begraben.", ["-0008-09"]),
    ],
)
def test_years_of_the_city_and_months_of_small_years(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    found = [timex.edtf or "" for timex in tagger.tag(text, language, None)]
    assert [one.partition("-01-01/")[0] for one in found] == dates


def test_who_was_it_is_counted_by_no_year(tagger: Tagger) -> None:
    text = "In der Silvesternacht 406 kamen sie. Bonifatius wurde 746 Bischof. Die Stadt zählte 746 Bürger."
    assert [timex.edtf for timex in tagger.tag(text, "de", None)] == ["0406-12-31", "0746"]


def test_thousands_set_apart_are_no_years(tagger: Tagger) -> None:
    text = "En el 210 a. C. la tomó. Calculaba en 40 000 los hombres de las minas."
    assert [timex.edtf for timex in tagger.tag(text, "es", None)] == ["-0209"]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        (
            "es",
            "Un santuario entre los siglos IV y I a. C. y una villa abandonada hacia el año 260.",
            "0260~",
        ),
        ("fr", "Un sanctuaire du IVe au Ier siècle av. J.-C. et une villa abandonnée vers 260.", "0260~"),
        ("en", "A shrine of the fourth to the first century BC and a villa left around 260.", "0260~"),
    ],
)
def test_a_story_goes_on_from_the_end_of_its_centuries(
    tagger: Tagger, language: str, text: str, edtf: str
) -> None:
    assert tagger.tag(text, language, None)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "en",
            "The Council of Nicaea (325) condemned him; Theodosius (379–95) agreed.",
            ["0325", "0379/0395"],
        ),
        ("fr", "Le concile de Nicée (325) ; la bataille d'Andrinople (378).", ["0325", "0378"]),
        ("de", "Das Konzil von Nicäa (325) und die Schlacht von Adrianopel (378).", ["0325", "0378"]),
        ("es", "El concilio de Nicea (325) y la batalla de Guadalete (711).", ["0325", "0711"]),
        ("it", "Il concilio di Nicea (325) e la battaglia di Adrianopoli (378).", ["0325", "0378"]),
        (
            "en",
            "The siege of Tyre (332) and Hiero II (269–215) came before 241 BC.",
            ["-0331", "-0268/-0214"],
        ),
        ("en", "The battle of Leeds (325 dead) was lost; see Rome (237).", []),
    ],
)
def test_what_had_one_year_has_it_in_brackets(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language)][: len(dates) or None] == dates
