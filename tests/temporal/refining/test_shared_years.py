"""Neighbours of a list share the year that the last of them names."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Nació en 1950. Los tratados del 7 de febrero y del 29 de junio de 1679 siguen."),
        ("fr", "Né en 1950. Les traités du 7 février et du 29 juin 1679 demeurent."),
        ("it", "Nato nel 1950. I trattati del 7 febbraio e del 29 giugno 1679 restano."),
        ("pt", "Nasceu em 1950. Os tratados de 7 de fevereiro e de 29 de junho de 1679 ficaram."),
        ("en", "Born in 1950. It burnt on 7 February and on 29 June 1679."),
        ("de", "Geboren 1950. Die Verträge vom 7. Februar und vom 29. Juni 1679 bleiben."),
    ],
)
def test_one_word_that_leads_to_both_holds_them_together(tagger: Tagger, language: str, text: str) -> None:
    found = [timex.value for timex in tagger.tag(text, language)]
    assert found == ["1950", "1679-02-07", "1679-06-29"]
