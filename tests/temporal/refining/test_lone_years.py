"""Numbers of four figures that are forms, sums and addresses, and the same numbers where they are years."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Domain, Passage
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.story.walk import resolve


def years(text: str, language: str = "en") -> list[str]:
    timexes = installed_tagger().tag(text, language, "2020-05-04")
    return [timex.edtf or "" for timex in timexes]


@pytest.mark.parametrize(
    "text",
    [
        "1040 Filing Status: check only one box.",
        "There are about 10, 100, and 1000 records in the three sets.",
        "Comments went to Boeing, 2600 Westminster, Seal Beach.",
        "Discharge for some periods was published in WSP 1303.",
    ],
)
def test_a_number_far_from_the_years_of_papers_is_none(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The abbey burnt in 1187.", ["1187"]),
        ("In 1204 the city fell; Venice, 1206, had its share.", ["1204", "1206"]),
        ("The seas may rise by a metre until 2150.", ["2150"]),
        ("The flood of 1342 eroded the banks.", ["1342"]),
        ("Frederick II (1212) was king.", ["1212"]),
    ],
)
def test_a_word_or_a_story_of_such_times_makes_it_one(text: str, expected: list[str]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Das Dorf wurde 1187 erstmals urkundlich erwähnt.", "de", ["1187"]),
        ("1203 wurde die Kapelle geweiht.", "de", ["1203"]),
        ("Die Brücke entstand 1342 am alten Furt.", "de", ["1342"]),
        ("Es wurden 1187 neue Wohnungen errichtet.", "de", []),
        ("Es wurden 1342 Häuser gegründet und erbaut.", "de", []),
        ("The mill (first mentioned 1187) stands by the ford.", "en", ["1187"]),
        ("By then they had built 1187 new houses.", "en", []),
    ],
)
def test_a_verb_that_tells_of_beginnings_makes_it_one(text: str, language: str, expected: list[str]) -> None:
    assert years(text, language) == expected


@pytest.mark.parametrize(("head", "years"), [("When | Where", ["1066"]), ("Men | Where", [])])
def test_a_number_under_a_head_of_dates_is_a_year_of_any_age(head: str, years: list[str]) -> None:
    row = Passage("1066 | Hastings", language="en", context=head, is_table_row=True)
    recognised = installed_tagger().recognise(row, "en")
    (dated,) = resolve([recognised], document_context(DocumentClues([recognised])))
    assert [timex.edtf for timex in dated] == years


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("El conde levantó el castillo hacia 912. El primer documento es del 3 de abril de 1084.", "0912~"),
        ("Vendió hacia 912. El segundo aviso es del 3 de abril de 1984.", "1984-04-03"),
    ],
)
def test_a_year_of_three_figures_stands_near_the_story_that_it_opens(text: str, dates: str) -> None:
    timexes = installed_tagger().tag(text, "es", None, Domain.NARRATIVE)
    assert timexes[0].edtf == dates
