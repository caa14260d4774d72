"""Months that are verbs, and months."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.tagger import Tagger


def found(text: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, "en", "2020-05-04")]


@pytest.mark.parametrize(
    "text",
    [
        "May return 0 for documents with no pages.",
        "The stream is closed. May throw exceptions.",
        "Dropping them too early may result in crashes.",
        "These are the limits, though this may change.",
        "One may also notice that the gates differ.",
        "An action under section 1202 may be brought.",
        "FILES MAY BE DOWNLOADED FROM VARIOUS WEBSITES.",
        "The error is of the order of q2 for every gate.",
    ],
)
def test_a_verb_is_no_month(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May saw the first strikes.", "2020-05"),
        ("In May the strikes began.", "2020-05"),
        ("They met on 3 may 2019.", "2019-05-03"),
        ("The talks closed. May ended with a truce.", "2020-05"),
        ("THE TALKS BEGAN IN MAY WITH A TRUCE.", "2020-05"),
        ("Sales fell in Q2.", "2020-34"),
    ],
)
def test_a_month_is_one(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The farm of Easter Kinnear lies above Christmas Common.", []),
        ("en", "At Easter John came home.", ["2020-04-12"]),
        ("en", "On Christmas Eve the mill burnt.", ["2019-12-24"]),
        ("fr", "Le maire, Noël Dupont, a ouvert la séance.", []),
        ("it", "Il sindaco Natale Conti ha aperto la seduta.", []),
    ],
)
def test_a_feast_before_a_name_is_a_name(language: str, text: str, days: list[str]) -> None:
    assert [timex.edtf for timex in installed_tagger().tag(text, language, "2020-05-04")] == days


@pytest.mark.parametrize(
    "text",
    [
        "She founded the Summer Institute of Tongues.",
        "The Sunday Chronicle wrote of the bridge.",
        "They sang on Saturday Night Live.",
        "He played the lead in The Christmas Cottage.",
    ],
)
def test_a_name_is_no_season_feast_or_day(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday President Ames spoke of it.", "2020-05-03"),
        ("On Christmas Day Ann came home.", "2019-12-25"),
        ("They left in the Spring of 2019.", "2019-21"),
        ("At Easter John had come.", "2020-04-12"),
    ],
)
def test_a_name_after_a_time_leaves_it(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Forty came to the Christmas dinner.", 0),
        ("en", "Forty came home at Christmas.", 1),
        ("fr", "Le marché de Noël occupe la place.", 0),
        ("fr", "La place est occupée à Noël.", 1),
        ("es", "La cesta de Navidad pesaba mucho.", 0),
        ("it", "L'albero di Natale è acceso.", 0),
    ],
)
def test_a_feast_that_names_a_thing_says_no_day(tagger: Tagger, language: str, text: str, count: int) -> None:
    assert len(tagger.tag(text, language, "2020-05-05")) == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Jardin d'Hiver ouvrit en 1884."),
        ("it", "Il Palazzo d'Inverno fu preso nel 1884."),
        ("es", "El Palacio de Verano ardió en 1884."),
    ],
)
def test_a_season_that_ends_a_name_is_no_time(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.value for timex in tagger.tag(text, language)] == ["1884"]


def test_a_man_called_july_is_no_month(tagger: Tagger) -> None:
    assert tagger.tag("Ibáñez Rueda Julio Bernabé", "es", "2024-05-04") == ()
    assert [one.value for one in tagger.tag("En julio Pedro volvió.", "es", "2024-05-04")] == ["2024-07"]


def test_a_court_that_sat_is_no_saturday() -> None:
    assert found("The court sat 12 in all.") == []
    assert found("We left on Sat 2, with the others.") == ["2020-05-02"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The October Revolution came.", []),
        ("en", "The July Monarchy and the May Coup were over.", []),
        ("en", "The October Revolution of 1917 ended it.", ["1917"]),
        ("en", "In October the revolution began, and the July days were hot.", ["1821-10", "1821-07"]),
        ("es", "La Revolución de Octubre cambió Rusia.", []),
        ("it", "La Rivoluzione d'Ottobre cambiò la Russia.", []),
        ("pt", "A Revolução de Outubro mudou a Rússia.", []),
        ("ar", "ثم غيرت ثورة أكتوبر روسيا.", []),
        ("ar", "ثم جاءت ثورة يوليو 1952.", ["1952-07"]),
    ],
)
def test_an_event_known_by_its_month_is_not_of_the_storys_year(
    tagger: Tagger, language: str, text: str, values: list[str]
) -> None:
    story = {"en": "In 1821 there was war.", "es": "En 1821 hubo guerra.", "it": "Nel 1821 ci fu guerra."}
    story |= {"pt": "Em 1821 houve guerra.", "ar": "في عام 1821 كانت الحرب."}
    assert [one.value for one in tagger.tag(f"{story[language]} {text}", language)] == ["1821", *values]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill was let to Cpt. March for nine pounds."),
        ("en", "Aunt May and Mrs June came by the early boat."),
        ("en", "May be we go to the island."),
        ("fr", "Le moulin fut loué à Madame Avril pour neuf livres."),
        ("de", "Die Mühle wurde an Herrn März verpachtet."),
        ("es", "El molino se arrendó a Don Julio por nueve reales."),
        ("it", "Il mulino fu affittato alla Signora Maggio."),
        ("en", "The tolls went to J. May of Whitby and P. March."),
        ("en", "The brig May was lost with the barque Queen of August."),
        ("en", "The May foundered off the isle with all hands."),
        ("en", "Ropes came from May and Sons."),
        ("de", "Das Schiff August lief auf Grund."),
        ("fr", "La goélette Avril fut perdue."),
        ("es", "La goleta Mayo se perdió."),
        ("en", "The keys went to Cllrs Ash, May, August, and Mrs April March."),
        ("en", "Cllr Friday spoke for the allotments."),
        ("en", "Messrs May and August signed."),
        ("fr", "Les clefs furent remises à MM. Avril et Mars, à Mme Pâques."),
        ("fr", "M. Mardi parla des jardins, M. Août des chemins."),
        ("de", "Die Schlüssel bekamen die Herren Mai und August."),
        ("de", "Stadtrat Freitag sprach über die Gärten."),
        ("es", "Las llaves fueron para los señores Mayo y Peña."),
    ],
)
def test_a_month_after_a_title_is_a_name(language: str, text: str) -> None:
    assert installed_tagger().tag(text, language, "2020-05-04") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Alder came back in March with the boat.", ["2020-03"]),
        ("He asked the Dr. March 2019 was dry.", ["2019-03"]),
        ("The captain, March being over, sailed.", ["2020-03"]),
        ("The ship was lost in May.", ["2020-05"]),
        ("May and June were wet.", ["2020-05", "2020-06"]),
        ("The May election was lost.", ["2020-05"]),
        ("Mr Ash came on Friday, and Cllr Birch in May.", ["2020-05-01", "2020-05"]),
    ],
)
def test_a_month_beside_a_man_is_one(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("es", "Alquiló la casa a don Benito Mayo sin contrato.", 0),
        ("fr", "Le bail fut cédé à Mme Claire Mars sans acte.", 0),
        ("es", "Volvió a Santiago en Mayo de 1998.", 1),
        ("fr", "Il revint de Rome en Mars.", 1),
    ],
)
def test_a_month_after_a_first_name_is_a_surname(
    tagger: Tagger, language: str, text: str, count: int
) -> None:
    assert len(tagger.tag(text, language, "2020-05-05")) == count
