"""Which way the lines of a column run."""

from __future__ import annotations

import pytest

from reader.document.layout.frames import place_lines, reads_right_to_left
from reader.document.model import Box, Line, PageSize


@pytest.mark.parametrize(
    ("texts", "runs_left"),
    [
        (
            [
                "3.2 The article",
                "The letter ل is quiet before شمس, as in",
                "the name الشمس, where it is not.",
            ],
            False,
        ),
        (["في سنة 1923 انتقل القسم إلى بناية", "شركة Lloyd Triestino التي بنيت في المرفأ"], True),
    ],
)
def test_a_column_runs_as_most_letters_of_its_lines_do(texts: list[str], runs_left: bool) -> None:  # noqa: FBT001 - a case of the table
    lines = [
        Line(text, Box(50.0, 80.0 + 14 * n, 300.0, 92.0 + 14 * n), 10.0, edges=(50.0, 300.0))
        for n, text in enumerate(texts)
    ]
    [group] = place_lines(lines, PageSize(400.0, 600.0))
    assert reads_right_to_left(group) is runs_left
