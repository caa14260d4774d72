"""An hour belongs to the part of day that stands beside it."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("افتتح مساء أمس على الساعة السابعة والنصف.", "2024-05-14T19:30"),
        ("انتهى في الساعة السادسة من مساء أمس.", "2024-05-14T18:00"),
        ("بدأ صباح أمس على الساعة السابعة.", "2024-05-14T07:00"),
        ("بدأ أمس على الساعة السابعة.", "2024-05-14T07:00"),
    ],
)
def test_an_hour_takes_the_part_of_its_day(tagger: Tagger, text: str, clock: str) -> None:
    values = [timex.value for timex in tagger.tag(text, "ar", "2024-05-15", Domain.NEWS)]
    assert clock in values
