"""A number that goes on from a number that was no time is none either."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def found(text: str, language: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "La recette s'élève à 1990 et la dépense à 1530.", []),
        ("es", "La cima está a 1912 de altitud y el refugio a 1540.", []),
        ("es", "Se esperan 1950 viajeros este mes, y 2025 cuando abra la pista.", ["2020-05"]),
        ("fr", "On comptait 1540 curistes par saison, et 2030 en 1883.", ["1883"]),
        ("en", "They counted 1540 guests in June 1880, and 2030 in June 1883.", ["1880-06", "1883-06"]),
    ],
)
def test_the_next_of_a_number_of_things_counts_too(language: str, text: str, edtf: list[str]) -> None:
    assert found(text, language) == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The fair drew 1540 guests in 1880 and 1883.", ["1880", "1883"]),
        ("fr", "Les 1540 curistes vinrent en 1880 et 1883.", ["1880", "1883"]),
        ("es", "Hubo 1540 viajeros entre 1880 y 1883.", ["1880/1883"]),
        ("en", "They sold 1540 casks in 1880. The custom goes back to 1640.", ["1880", "1640"]),
    ],
)
def test_a_year_beside_a_number_of_things_stays(language: str, text: str, edtf: list[str]) -> None:
    assert found(text, language) == edtf
