"""Decisions as the courts of the common law cite them are sources."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Role


def found(text: str) -> list[tuple[str, Role]]:
    return [(timex.edtf or "", timex.role) for timex in installed_tagger().tag(text, "en", "2020-05-04")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("See Fox v. Hare Corp., 496 U.S. 384 (1990).", "1990"),
        ("We follow Doe v. Roe, 965 F.2d 597, 601 n. 3 (8th Cir. 1992), in this.", "1992"),
        ("So held in Ash, 42 Cal. App. 4th 531, 535-36 (1996).", "1996"),
        ("See State v. Elm [1965] IR 70 at 120.", "1965"),
        ("[2001] IESC 63", "2001"),
        ("The rule in Oak v Beech [1893] 1 QB 256 still stands.", "1893"),
    ],
)
def test_the_year_of_a_report_is_a_source(text: str, year: str) -> None:
    assert found(text) == [(year, Role.SOURCE)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The mill made 384 sacks (1990) and closed.", [("1990", Role.EVENT)]),
        ("The notes [12, 1998] tell nothing.", []),
    ],
)
def test_other_brackets_are_as_before(text: str, years: list[tuple[str, Role]]) -> None:
    assert found(text) == years
