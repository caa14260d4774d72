"""Years before our era that a minus tells, and minuses that tell none."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("fr", "Le pharaon mourut vers −1213.", ["-1212~"]),
        ("fr", "Le pharaon mourut en -1213 et naquit vers −1303.", ["-1212", "-1302~"]),
        ("fr", "La campagne dura de −58 à −51 ; Rome tomba en 476 de notre ère.", ["-0057/-0050", "0476"]),
        ("fr", "La place se rendit en −52 ; le consul de 58 av. J.-C. vivait.", ["-0051", "-0057"]),
        ("fr", "Auguste régna de −27 à 14 ; Rome tomba en 476 de notre ère.", ["-0026/0014", "0476"]),
        ("en", "The king died in −1213; a battle was fought in −44.", ["-1212", "-0043"]),
        ("en", "From −1213 to −1200 the throne was empty.", ["-1212/-1199"]),
        ("en", "The tomb is dated −1213 to −1200.", ["-1212/-1199"]),
        ("en", "The pyramid of −2560 outlived the tomb of about -1320.", ["-2559", "-1319~"]),
        ("de", "Der König starb um −1213, sein Sohn im Jahr -1199.", ["-1212", "-1198"]),
        ("es", "El faraón murió hacia −1213 y su hijo en −1199.", ["-1212~", "-1198"]),
        ("it", "Il faraone morì nel −1213; il figlio nel -1199.", ["-1212", "-1198"]),
        ("ar", "مات الملك سنة -1213 وخلفه ابنه عام −1199.", ["-1212", "-1198"]),
    ],
)
def test_a_minus_after_a_word_that_leads_to_a_year_counts_before_our_era(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)] == dates


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "The war of 1914–1918 is told on pp. 12–44.", ["1914/1918"]),
        ("en", "The sample was kept in −1213 °C and in -44 degrees.", []),
        ("en", "The account stood about -1500 € after the sale.", []),
        ("en", "The stream ran in −44 and the valve in −52.", []),
        ("en", "The curve falls from −1213.5 to -1200.25.", []),
        ("en", "The seabed lies at −1213 metres.", []),
        ("fr", "Le solde passa de −1500 euros à −1200 euros.", []),
        ("fr", "Le thermomètre tomba de −12 à −18 en janvier 1954.", ["1954-01"]),
        ("de", "Die Temperatur fiel von −12 auf −18 Grad.", []),
        ("es", "El termómetro bajó de −12 a −18 grados.", []),
    ],
)
def test_a_minus_before_what_is_measured_is_no_years(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)] == dates


def test_a_small_year_with_its_minus_counts_where_the_story_stands_in_such_times(tagger: Tagger) -> None:
    text = "Carthage fell in 146 BC.\n\nIn −133 the tribune was killed."
    assert [timex.edtf for timex in tagger.tag(text, "en", None, Domain.NARRATIVE)] == ["-0145", "-0132"]
