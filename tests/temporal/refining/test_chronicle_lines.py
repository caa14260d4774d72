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


@pytest.mark.parametrize(
    "line",
    [
        "1350 Brand der Mühle",
        "1348 Große Not im Tal.",
        "1350 Kirche der Vorstadt brennt ab.",
        "1310 Otto wird Vogt.",
    ],
)
def test_what_no_number_counts_leaves_a_year_in_an_old_story(line: str) -> None:
    assert years(f"Das Kloster wurde im Jahr 1301 gegründet.\n\n{line}") == ["1301", line[:4]]
    assert years(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "1250 Mann fielen.",
        "1200 Häuser zerstört",
        "1200 Menschen getötet und 300 verletzt",
        "1300 Wohnungen der Vorstadt stehen leer.",
        "1200 Hektar Wald brennen.",
        "1200 Liter Milch kostet das.",
    ],
)
def test_what_is_counted_is_no_year_in_an_old_story(line: str) -> None:
    assert years(f"Das Kloster wurde im Jahr 1301 gegründet.\n\n{line}") == ["1301"]
