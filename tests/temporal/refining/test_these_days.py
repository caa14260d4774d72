"""“Today” beside a verb of what lasts is no day; what is said or done today is told of the day."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

_DAY = "2018-03-27"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La ville compte aujourd'hui 3 000 habitants."),
        ("fr", "Aujourd'hui, le bâtiment abrite un musée."),
        ("fr", "Il ne reste aujourd'hui que deux tours."),
        ("en", "Today the firm employs 300 people."),
        ("en", "The town today counts 300 souls."),
        ("de", "Heute leben hier 300 Menschen."),
        ("de", "Das Haus dient heute als Museum."),
        ("es", "La villa cuenta hoy con 300 vecinos."),
        ("it", "Il palazzo ospita oggi un museo."),
        ("pt", "Emprega-se hoje um total de 640 pessoas."),
        ("nl", "Vandaag telt het dorp 300 inwoners."),
    ],
)
def test_what_lasts_today_is_of_these_days(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.value for timex in tagger.tag(text, language, _DAY)] == ["PRESENT_REF"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire a annoncé aujourd'hui que la ville compte 300 habitants."),
        ("en", "The minister said today that the firm employs 300 people."),
        ("en", "The minister arrives today."),
        ("de", "Der Minister sagte heute, hier leben 300 Menschen."),
        ("es", "Hoy se reúne el consejo."),
        ("pt", "O ministro disse hoje que a lei muda."),
    ],
)
def test_what_is_said_or_done_today_is_of_the_day(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.value for timex in tagger.tag(text, language, _DAY)] == [_DAY]
