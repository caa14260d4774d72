"""Four digits beside what they number: reports, pages, sections, streets, files."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.tagger import Tagger


def found(text: str, language: str = "en") -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pub. L. No. 105-304, 112 Stat. 1860 (Oct. 28, 1998).", ["1998-10-28"]),
        ("Entangled states of ions. Nature 453, 1508–1515 (2008).", ["2008"]),
        ("See Communications 32 (1989), 1451–1455.", ["1989"]),
        ("The authority is in section 205(a), 1872 and 1875 of the Act, as amended in 1999.", ["1999"]),
        ("Claims Department, 2020 Technology Parkway, Suite 100.", []),
        ("Airworthiness Section, 1900 South 216th St., Des Moines.", []),
        ("GO SJ 2012-122590518 was destroyed.", []),
        ('SCALE: 1/16" = 1\'-0"', []),
        ("They follow 2001 CPD ¶ 177 at 2.", []),
        ("The items 22-10-01B, 22-10-02, 22-10-03 and 22-11-08-01A of the list.", []),
        ("It was seen on 22-10-03 and on 23-10-03.", ["2003-10-22", "2003-10-23"]),
        ("Its speed is 1450 r/min in all.", []),
        ("Of the women 1790 (97%) were seen.", []),
        ("The rate rose from 3% in 2000 to 6% in 2015 (12%).", ["2000", "2015"]),
        ("It uses the 2011 and 2017 censuses.", ["2011", "2017"]),
        ("Settled between 5000 and 2000 B.P. by hunters.", []),
        ("The plant runs 24/7 here.", []),
        ("Some 1500 German soldiers fell, and 1250 Russian prisoners.", []),
        ("In 1939 German troops marched in after the 1958 Iraqi coup.", ["1939", "1958"]),
        ("So say Small (2010) and (Fan et al., 2013; Hei & Turano 2011).", ["2010", "2013", "2011"]),
    ],
)
def test_a_number_is_its_things(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Where to send Medicare 1490 claims by mail.",
        "Form CMS-1490S is for patients.",
        "FORM CMS-1490S",
    ],
)
def test_the_numbers_of_forms_are_no_years(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["THE 1960S AND AFTER", "the mid-1960s", "The Expo 1900 opens."])
def test_decades_in_capitals_and_shows_with_their_year_stay(text: str) -> None:
    assert len(found(text)) == 1


def test_a_town_whose_name_ends_like_the_sign_of_a_number_has_years(tagger: Tagger) -> None:
    assert [one.edtf for one in tagger.tag("Storia di Lodi, Milano 1987; Livorno 1961", "it")] == [
        "1987",
        "1961",
    ]
    assert tagger.tag("Consultas al interno 1966, legajo no 1861", "es") == ()


def test_a_number_in_words_that_counts_is_no_year() -> None:
    assert found("Mil doscientas ovejas cruzaron el puente.", "es") == []
    assert found("En mil novecientos dos cruzaron el puente.", "es") == ["1902"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La protessero con 1900 sacchi di sabbia."),
        ("it", "Ebbe quasi 1850 visitatori."),
        ("nl", "Beschermd met 1900 zakken zand."),
        ("es", "Un capital de 1940 duros."),
        ("it", "Donò 1530 ducati al convento."),
        ("de", "Sie stiftete 1640 Dukaten."),
    ],
)
def test_what_is_counted_is_no_year(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language, None) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Nel 2013 ha vinto il premio della giuria.", ["2013"]),
        ("es", "Desde 2010 ha dirigido la banda.", ["2010"]),
        ("pt", "Em 2009 há notícia de obras na ponte.", ["2009"]),
        ("ro", "În 1998 l-a numit director, iar în 2001 m-am mutat.", ["1998", "2001"]),
        ("it", "Il bosco copre 2000 ha di terreno.", []),
        ("es", "Ardieron 1950 ha de monte.", []),
        ("pt", "Arderam 1950 ha de mato.", []),
        ("de", "Der Wald misst 1950 ha Fichten.", []),
    ],
)
def test_hectares_and_litres_are_units_where_no_verb_looks_like_them(
    language: str, text: str, expected: list[str]
) -> None:
    assert found(text, language) == expected


def test_no_bare_number_far_ahead_is_a_year() -> None:
    assert found("Het doek ging weg voor 2500 Belgische frank.", "nl") == []


def test_until_and_with_in_short_is_no_ton() -> None:
    assert found("De wedstrijd was in Zandvoort (1973, 1975 t/m 1982 en 1984).", "nl") == [
        "1973",
        "1975/1982",
        "1984",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In zijn werk van 1986 keren carnaval en maskers terug."),
        ("de", "Karneval prägt sein Werk von 1986."),
    ],
)
def test_carnival_as_a_subject_is_no_day(language: str, text: str) -> None:
    assert found(text, language) == ["1986"]


def test_years_in_the_name_of_a_company_are_its_name() -> None:
    assert found("The issuer is Harbour Loans 2024-32, LTD.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La causa estuvo paralizada (folios 1976 a 1990)."),
        ("it", "1 Archivio di Stato di Udine, b. 1596, c. 14r."),
        ("fr", "Le registre est perdu (feuillets 1812 à 1830)."),
    ],
)
def test_the_leaves_and_boxes_of_an_archive_are_no_years(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("years", ["١٨٠٥–١٨٤٨", "1805–1848", "1805-1848"])
def test_the_years_in_brackets_after_a_name_spelt_like_a_preposition(tagger: Tagger, years: str) -> None:
    (found,) = tagger.tag(f"حكم محمد علي ({years}) البلاد.", "ar")
    assert found.edtf == "1805/1848"
