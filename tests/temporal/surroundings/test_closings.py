"""When a place is shut is told ahead, that it was shut back; what lasts until a day ends later."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 24. und 31. Dezember geschlossen."),
        ("de", "Das Amt ist am 24. Dezember geschlossen."),
        ("en", "Closed on 24 and 31 December."),
        ("en", "Our offices are closed on 24 December."),
        ("fr", "Fermé les 24 et 31 décembre."),
        ("fr", "Le musée est fermé le 24 décembre."),
        ("es", "Cerrado el 24 y el 31 de diciembre."),
        ("it", "Chiuso il 24 e il 31 dicembre."),
        ("pt", "Encerrado a 24 e 31 de dezembro."),
        ("nl", "Gesloten op 24 en 31 december."),
        ("ar", "مغلق يومي 24 و31 ديسمبر."),
        ("fa", "در ۲۴ دسامبر تعطیل است."),
        ("ru", "Закрыто 24 и 31 декабря."),
    ],
)
def test_a_notice_of_closing_looks_ahead(tagger: Tagger, language: str, text: str) -> None:
    found = tagger.tag(text, language, "2024-03-01")
    assert (found[0].edtf or "").startswith("2024-12-24")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Fabrik wurde am 24. Dezember geschlossen."),
        ("en", "The factory closed on 24 December."),
        ("en", "The factory was closed on 24 December."),
        ("fr", "L'usine a fermé le 24 décembre."),
        ("fr", "La ferme est à nous : il y neigeait le 24 décembre."),
        ("fr", "Le musée est fermé depuis le 24 décembre."),
        ("es", "La fábrica fue cerrada el 24 de diciembre."),
    ],
)
def test_what_was_shut_lies_behind(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2024-03-01")] == ["2023-12-24"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bis Ende September wird gebaut."),
        ("fr", "Les travaux dureront jusqu'à fin septembre."),
        ("en", "The works will last until the end of September."),
        ("es", "Las obras durarán hasta finales de septiembre."),
    ],
)
def test_what_lasts_until_a_time_ends_after_the_writing(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2021-10-04")] == ["2022-09~"]
