"""What a text says will be, from the month or year it is written in on."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "planned"),
    [
        ("en", "The works will begin in March and end in June.", [True, True]),
        ("en", "The works began in March and will end in June.", [False, True]),
        ("en", "The museum will be closed in 2020 and 2021.", [True, True]),
        ("en", "In 2020 he said that it will close in 2021.", [False, True]),
        ("fr", "Les travaux commenceront en mars et s'achèveront en juin.", [True, True]),
        ("fr", "Le musée sera fermé en 2020 et 2021.", [True, True]),
        ("de", "Die Arbeiten werden im März beginnen und im Juni enden.", [True, True]),
        ("de", "Das Museum bleibt 2020 und 2021 geschlossen.", [True, True]),
        ("es", "Las obras empezarán en marzo y terminarán en junio.", [True, True]),
        ("it", "I lavori inizieranno a marzo e finiranno a giugno.", [True, True]),
        ("pt", "As obras começarão em março e terminarão em junho.", [True, True]),
        ("nl", "De werken zullen in maart beginnen en in juni eindigen.", [True, True]),
        ("ru", "Работы начнутся в марте и закончатся в июне.", [True, True]),
        ("ar", "ستبدأ الأشغال في مارس وتنتهي في يونيو.", [True, True]),
        ("ar", "سيغلق المتحف في 2020 و2021.", [True, True]),
        ("tr", "Müze 2020 ve 2021'de kapalı olacak.", [True, True]),
        ("en", "It was shown in 2019 and 2020.", [False, False]),
    ],
)
def test_dates_of_one_sentence_are_planned_alike(
    tagger: Tagger, language: str, text: str, planned: list[bool]
) -> None:
    assert [timex.planned for timex in tagger.tag(text, language, "2020-03-15")] == planned
