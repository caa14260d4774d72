"""A day typed into the field of Ctrl+D means what its writer means, or is not taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt

from reader.sentences import load_sentences
from reader.ui.dialogs.typed_day import names_of_months, typed_day

SHOWN = QDate(2025, 11, 19)


def day_typed(typed: str, language: str) -> str | None:
    months = names_of_months(load_sentences(language)("document_day.read_in").split())
    day = typed_day(typed, SHOWN, months)
    return day.toString(Qt.DateFormat.ISODate) if day is not None else None


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en", "15 March 1999", "1999-03-15"),
        ("en", "march 15, 1999", "1999-03-15"),
        ("en", "1999 Mar 15", "1999-03-15"),
        ("en", "3rd Sept. 1939", "1939-09-03"),
        ("en", "15/3/1999", "1999-03-15"),
        ("en", "15.03.1999", "1999-03-15"),
        ("en", "1999-03-15", "1999-03-15"),
        ("en", "17", "2025-11-17"),
        ("en", "17 March", "2025-03-17"),
        ("en", "17/3", "2025-03-17"),
        ("fr", "1er août 1914", "1914-08-01"),
        ("fr", "15 FEVRIER 1999", "1999-02-15"),
        ("fr", "3 févr. 1999", "1999-02-03"),
        ("ar", "15 مارس 1999", "1999-03-15"),
        ("ar", "١٥ آذار ١٩٩٩", "1999-03-15"),
        ("ar", "١٥ اذار ١٩٩٩", "1999-03-15"),
        ("ar", "3 كانون الثاني 1999", "1999-01-03"),
        ("ar", "3 غشت 1999", "1999-08-03"),
    ],
)
def test_a_day_is_understood_as_it_is_written(language: str, typed: str, day: str) -> None:
    assert day_typed(typed, language) == day


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", ""),
        ("en", "March 1999"),
        ("en", "31 February 1999"),
        ("en", "3/15/1999"),
        ("en", "15 Foo 1999"),
        ("en", "15 Ma 1999"),
        ("en", "15/3/99"),
        ("en", "-0144-03-15"),
        ("en", "15 March 1999 17"),
        ("en", "19990315"),
        ("fr", "15 jui 1999"),
        ("ar", "3 تشرين 1999"),
    ],
)
def test_what_one_would_have_to_guess_is_no_day(language: str, typed: str) -> None:
    assert day_typed(typed, language) is None
