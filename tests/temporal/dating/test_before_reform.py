"""Days before 1582 beside the same day of another calendar agree where they do in the Julian one."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ar", "دخل صلاح الدين القدس يوم الجمعة 27 رجب 583 هـ الموافق 2 أكتوبر 1187م.", "1187-10-02"),
        ("ar", "توفي ابن خلدون في 25 رمضان 808 هـ (17 مارس 1406).", "1406-03-17"),
        ("ar", "وسقطت غرناطة في 2 يناير 1492، أي في 2 ربيع الأول 897 هـ.", "1492-01-02"),
        ("fr", "Le 2 octobre 1187 (27 rajab 583), Saladin entra à Jérusalem.", "1187-10-02"),
        ("fr", "Le 19 août 2025 (25 safar 1447), il pleuvait.", "2025-08-19"),
    ],
)
def test_a_pair_that_agrees_as_people_counted_leaves_no_doubt(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    first, second = tagger.tag(text, language)
    ours = first if first.calendar == "gregorian" else second
    assert ours.value == day  # as it is written
    assert first.group == second.group >= 0
    assert first.doubts == second.doubts == ()


def test_a_pair_that_agrees_in_no_calendar_is_doubted(tagger: Tagger) -> None:
    first, _second = tagger.tag("Le 5 mai 1187 (27 rajab 583), Saladin entra à Jérusalem.", "fr")
    assert [doubt.key for doubt in first.doubts] == ["doubt.double_date"]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("The fire broke out on Sunday 2 September 1666.", []),
        ("He landed on Monday, 5 November 1688.", []),
        ("He landed on Tuesday, 5 November 1688.", ["doubt.weekday"]),
        ("It was read on Wednesday 2 September 1752.", []),
        ("It was read on Wednesday 2 September 1812.", []),
        ("It was read on Friday 14 September 1812.", ["doubt.weekday"]),
    ],
)
def test_a_weekday_true_in_the_julian_calendar_leaves_no_doubt_before_the_reform(
    tagger: Tagger, text: str, doubts: list[str]
) -> None:
    (timex,) = tagger.tag(text, "en")
    assert [doubt.key for doubt in timex.doubts] == doubts


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "He died on 23 April 1616 (Julian).", "1616-05-03"),
        ("fr", "Il mourut le 23 avril 1616 (calendrier julien).", "1616-05-03"),
        ("en", "On 12 May 1950 Julian Hart arrived.", "1950-05-12"),
    ],
)
def test_a_day_named_julian_in_brackets_is(tagger: Tagger, language: str, text: str, day: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language)] == [day]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It broke out on Sunday 2 September 1666. The following Thursday it was out.", "1666-09-06"),
        ("en", "It broke out on Sunday 2 September 1666. On Wednesday the wind fell.", "1666-09-05"),
        ("en", "Sunday 2 September 1666\n\nFire.\n\nMon. 3rd\n\nMore.\n\nThurs. 6th\n\nOut.", "1666-09-06"),
        # By our calendar it was a Thursday.
        ("en", "It broke out on Thursday 2 September 1666. The following Monday it was out.", "1666-09-06"),
        ("fr", "Le dimanche 2 septembre 1666, tout brûla. Le jeudi suivant, c'était fini.", "1666-09-06"),
    ],
)
def test_a_weekday_counts_on_from_one_of_the_julian_calendar(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert tagger.tag(text, language)[-1].edtf == day
