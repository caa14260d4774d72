"""Lines of a German chronicle that open with their year, and counts that open a line as well."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def years(text: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, "de", "2020-05-04")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1187 Erste Nennung des Weilers", "1187"),
        ("1302 Graf Konrad verkauft die Mühle.", "1302"),
        ("1361 Die Seuche.", "1361"),
        ("1200 Der Abt baut eine Brücke.", "1200"),
        ("1388 Im Herbst brennt die Stadt.", "1388"),
    ],
)
def test_a_line_opens_with_its_year(text: str, year: str) -> None:
    assert year in years(text)


@pytest.mark.parametrize(
    "text",
    [
        "1200 Arbeiter streikten.",
        "1300 Einwohner Hamburgs zogen fort.",
        "1250 Fass Bier lagen im Keller.",
        "1200 Grafen Friedrichs Heer folgten.",
        "4130 Die Abgabe ist zu entrichten.",
    ],
)
def test_what_is_counted_opens_a_line_as_well(text: str) -> None:
    assert years(text) == []
