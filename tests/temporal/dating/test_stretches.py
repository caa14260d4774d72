"""A stretch of months or days without a year: what is over has ended before the text was written."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

WRITTEN = "2019-04-08"


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The reading room was closed between June and September.", "2018-06/2018-09"),
        ("fr", "La salle est restée fermée de juin à septembre.", "2018-06/2018-09"),
        ("it", "La sala è rimasta chiusa tra giugno e settembre.", "2018-06/2018-09"),
        ("es", "La sala cerrará de junio a septiembre.", "2019-06/2019-09"),
        ("en", "The fair runs from 20 April to 5 May.", "2019-04-20/2019-05-05"),
    ],
)
def test_its_end_tells_which_year_is_meant(tagger: Tagger, language: str, text: str, edtf: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, WRITTEN)] == [edtf]
