"""Days counted on from another: a weekday said beside "yesterday" must be the one that was."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "value", "doubts"),
    [
        # 11 February 2025 is a Tuesday.
        ("en", "He said yesterday, Monday, that it was late.", "2025-02-10", 0),
        ("en", "He said yesterday, Tuesday, that it was late.", "2025-02-11", 1),
        ("en", "He said yesterday, Thursday, that it was late.", "2025-02-06", 1),
        ("en", "We leave tomorrow, Monday.", "2025-02-17", 1),
        ("fr", "Il l'a dit hier lundi.", "2025-02-10", 0),
        ("fr", "Il l'a dit hier mardi.", "2025-02-11", 1),
        ("ar", "وقال المتحدث أمس الاثنين إن الاجتماع انتهى.", "2025-02-10", 0),
        ("ar", "وقال المتحدث أمس الثلاثاء إن الاجتماع انتهى.", "2025-02-11", 1),
        ("ar", "وقال المتحدث أمس الخميس إن الاجتماع انتهى.", "2025-02-06", 1),
    ],
)
def test_the_weekday_is_surer_than_the_day_of_writing_and_what_differs_is_told(
    tagger: Tagger, language: str, text: str, value: str, doubts: int
) -> None:
    (timex,) = tagger.tag(text, language, "2025-02-11")
    assert timex.value == value
    assert [doubt.key for doubt in timex.doubts] == ["doubt.weekday"] * doubts


@pytest.mark.parametrize(
    ("language", "text"),
    [("it", "Il teatro riapre dopo trentatré anni"), ("en", "Two days later the mill stood still.")],
)
def test_what_counts_from_nothing_told_has_no_date(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2013-10-18")] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le roi mourut en 1213. Il y a 2000 ans, un prophète prêchait ici."),
        ("en", "The king died in 1213. A prophet preached here 2,000 years ago."),
        ("de", "Der König starb 1213. Vor 2000 Jahren predigte hier ein Prophet."),
        ("es", "El rey murió en 1213. Hace 2000 años predicó aquí un profeta."),
        ("ar", "مات الملك سنة 1213. قبل 2000 سنة وعظ هنا نبي."),
    ],
)
def test_thousands_of_years_ago_are_counted_from_our_times(tagger: Tagger, language: str, text: str) -> None:
    dated = [timex.edtf for timex in tagger.tag(text, language, "2024-05-15", Domain.NARRATIVE)]
    assert dated == ["1213", "0024"]
    undated = tagger.tag(text, language, None, Domain.NARRATIVE)
    assert [timex.edtf for timex in undated][-1] is None


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "es",
            "Se levantó en la segunda mitad del siglo VI a. C. y la puerta se tapió un siglo después.",
            ["-0549/-0500", "-0449/-0400"],
        ),
        ("en", "Mills stood here in 1523. Walls: 12th century. Two centuries later they fell.", "13XX"),
        (
            "fr",
            "Le bourg date de 1281, la tour du XIVe siècle ; deux cents ans plus tard, elle tomba.",
            "15XX",
        ),
        ("en", "In 1523 he wrote. A century later all was forgotten.", "1623"),
    ],
)
def test_centuries_are_counted_on_from_the_century_just_told(
    tagger: Tagger, language: str, text: str, dates: str | list[str]
) -> None:
    found = [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)]
    assert (found if isinstance(dates, list) else found[-1]) == dates
