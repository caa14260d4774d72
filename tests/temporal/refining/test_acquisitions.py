"""How a thing came into a collection is told of it: no day of issue, no year of print."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Модель баржи. Мастер И. Лаптев, 1913 г. Дерево, медь. Дар семьи Лаптевых, 2004."),
        ("de", "Schiffsmodell. Meister J. Lapp, 1913. Holz. Schenkung der Familie Lapp, 2004."),
        ("fr", "Maquette. Maître J. Lapierre, 1913. Bois. Don de la famille Lapierre, 2004."),
        ("en", "Barge. Master J. Lapworth, 1913. Wood. Gift of the Lapworth family, 2004."),
        ("es", "Maqueta. Maestro J. Lapeña, 1913. Madera. Donación de la familia Lapeña, 2004."),
        ("it", "Modello. Maestro G. Lapi, 1913. Legno. Dono della famiglia Lapi, 2004."),
        ("nl", "Model. Meester J. Lap, 1913. Hout. Schenking van de familie Lap, 2004."),
        ("pl", "Model. Mistrz J. Łapa, 1913. Drewno. Dar rodziny Łapów, 2004."),
        ("pt", "Modelo. Mestre J. Lapa, 1913. Madeira. Doação da família Lapa, 2004."),
        ("cs", "Model. Mistr J. Lapa, 1913. Dřevo. Dar rodiny Lapů, 2004."),
        ("sv", "Modell. Mästare J. Lapp, 1913. Trä. Gåva av familjen Lapp, 2004."),
        ("ca", "Maqueta. Mestre J. Lapa, 1913. Fusta. Donació de la família Lapa, 2004."),
        ("uk", "Модель. Майстер І. Лаптєв, 1913. Дерево. Дар родини Лаптєвих, 2004."),
    ],
)
def test_what_closes_with_a_gift_is_no_entry_of_a_list_of_works(
    tagger: Tagger, language: str, text: str
) -> None:
    found = [(timex.edtf, timex.role) for timex in tagger.tag(text, language)]
    assert found == [("1913", Role.EVENT), ("2004", Role.EVENT)]


@pytest.mark.parametrize(
    "text",
    ["Ada Lovelace and Wei Li. Gift exchange in harbours. Harbour Press, 2004.", "Ada Li. The Gift, 1990."],
)
def test_a_work_on_gifts_is_one(tagger: Tagger, text: str) -> None:
    assert [timex.role for timex in tagger.tag(text, "en")] == [Role.SOURCE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Портрет. Холст. Куплен музеем 3 марта 1925 года за 1450 рублей."),
        ("en", "Portrait. Purchased on 3 March 1925."),
        ("de", "Erworben am 3. März 1925"),
        ("fr", "Acheté le 3 mars 1925"),
        ("es", "Adquirido el 3 de marzo de 1925"),
        ("it", "Acquistato il 3 marzo 1925"),
        ("nl", "Aangekocht op 3 maart 1925"),
        ("pl", "Zakupiono 3 marca 1925"),
        ("pt", "Adquirido em 3 de março de 1925"),
    ],
)
def test_the_day_of_a_purchase_has_been_and_is_no_day_of_issue(
    tagger: Tagger, language: str, text: str
) -> None:
    (mention,) = tagger.recognise(Passage(text), language).mentions
    assert (mention.role, mention.tense) == (Role.EVENT, -1)
