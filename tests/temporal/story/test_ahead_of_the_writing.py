"""A history without a day of writing: its "next year" of what is to come is the writer's, not the story's."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The canal was finished in 1917. The new lock, due next year, will fill in nine minutes."),
        ("en", "The museum opened in 1917. A second hall is planned for next year."),
        (
            "fr",
            "Le canal fut achevé en 1917. La nouvelle écluse, prévue pour l'an prochain, sera plus large.",
        ),
        ("fr", "Le musée fut fondé en 1917. Il rouvrira en juin prochain."),
        ("es", "El canal se acabó en 1917. La nueva esclusa, prevista para el próximo año, será más ancha."),
        ("es", "La sociedad se fundó en 1917. Dentro de dos años cambiará de sede."),
        ("de", "Der Verein wurde 1917 gegründet. Im nächsten Jahr wird er ein Fest feiern."),
        ("de", "Das Museum wurde 1917 gegründet. Nächstes Jahr öffnet ein zweiter Saal."),
        (
            "it",
            "Il canale fu terminato nel 1917. La nuova chiusa, prevista per l'anno prossimo, sarà più larga.",
        ),
        ("pt", "O canal foi acabado em 1917. A nova eclusa, prevista para o próximo ano, será mais larga."),
        ("nl", "Het kanaal werd in 1917 voltooid. De sluis, gepland voor volgend jaar, zal breder zijn."),
        ("nl", "De sluis werd in 1917 gebouwd. Volgend jaar opent een tweede kolk."),
        ("ar", "تأسست الشركة عام 1917. وستحتفل في السنة المقبلة بعيدها."),
        ("ar", "انتهى حفر القناة عام 1917. وستُفتح البوابة الجديدة العام القادم."),
        ("fa", "کانال در ۱۹۱۷ پایان یافت. دریچه جدید سال آینده باز خواهد شد."),
        ("ru", "Канал закончили в 1917 году. Новый шлюз откроют в следующем году."),
    ],
)
def test_what_is_to_come_is_counted_from_no_story(tagger: Tagger, language: str, text: str) -> None:
    found = [timex.edtf for timex in tagger.tag(text, language) if timex.value[:2] != "PT"]
    assert found[0] == "1917"
    assert len(found) > 1
    assert set(found[1:]) == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The vote was taken in May 1917. Next year they built the lock."),
        ("en", "In 1917 the mayor spoke. “Next year we will build a lock,” he said."),
        ("en", 'In 1917 the mayor spoke. "Next year we will build a lock," he said.'),
        ("en", "In 1917 it was agreed that the lock will be built next year."),
        ("fr", "Le vote eut lieu en 1917. « L'année prochaine nous bâtirons une écluse », dit le maire."),
        ("de", "1917 wurde abgestimmt. Im nächsten Jahr baute man die Schleuse."),
    ],
)
def test_what_was_said_or_done_is_counted_from_the_story(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language)[-1].edtf == "1918"


def test_who_says_when_he_writes_has_his_next_year(tagger: Tagger) -> None:
    text = "The canal was finished in 1917. The new lock, due next year, will be wider."
    assert [timex.edtf for timex in tagger.tag(text, "en", "2024-05-15")] == ["1917", "2025"]
