"""Days before 1582 beside the same day of another calendar are counted as in their time."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "day", "original"),
    [
        (
            "ar",
            "دخل صلاح الدين القدس يوم الجمعة 27 رجب 583 هـ الموافق 2 أكتوبر 1187م.",
            "1187-10-09",
            "1187-10-02",
        ),
        ("ar", "توفي ابن خلدون في 25 رمضان 808 هـ (17 مارس 1406).", "1406-03-26", "1406-03-17"),
        ("ar", "وسقطت غرناطة في 2 يناير 1492، أي في 2 ربيع الأول 897 هـ.", "1492-01-11", "1492-01-02"),
        ("fr", "Le 2 octobre 1187 (27 rajab 583), Saladin entra à Jérusalem.", "1187-10-09", "1187-10-02"),
    ],
)
def test_a_pair_that_agrees_in_the_julian_calendar_is_one_day(
    tagger: Tagger, language: str, text: str, day: str, original: str
) -> None:
    first, second = tagger.tag(text, language)
    julian = first if first.calendar == "julian" else second
    assert (julian.calendar, julian.value, julian.original) == ("julian", day, original)
    assert first.group == second.group >= 0


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le 2 octobre 1187, Saladin entra à Jérusalem.", "1187-10-02"),
        ("fr", "Le 9 octobre 1187 (27 rajab 583), Saladin entra à Jérusalem.", "1187-10-09"),
        ("fr", "Le 19 août 2025 (25 safar 1447), il pleuvait.", "2025-08-19"),
        ("fr", "Le 5 mai 1187 (27 rajab 583), Saladin entra à Jérusalem.", "1187-05-05"),
    ],
)
def test_other_days_stay_as_they_are_written(tagger: Tagger, language: str, text: str, day: str) -> None:
    ours = tagger.tag(text, language)[0]
    assert (ours.calendar, ours.value) == ("gregorian", day)
