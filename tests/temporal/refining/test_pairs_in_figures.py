"""A day and its month in figures, "9/11": a date after what leads to a day, else a fraction or a score."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "We met on 9/11 in the hall.", "2019-09-11"),
        ("fr", "Nous nous sommes vus le 9/11 à la mairie.", "2019-11-09"),
        ("fr", "Les travaux durent du 4/5 au 21/5.", "2020-05-04/2020-05-21"),
        ("es", "Nos vimos el 9/11 en la sala.", "2019-11-09"),
        ("it", "Ci vedemmo il 9/11 in sala.", "2019-11-09"),
        ("pt", "Vimo-nos no dia 9/11 na sala.", "2019-11-09"),
        ("nl", "We zagen elkaar op 9/11 in de zaal.", "2019-11-09"),
        ("ar", "التقينا يوم 9/11 في القاعة.", "2019-11-09"),
    ],
)
def test_a_pair_led_to_as_a_day_is_one(tagger: Tagger, language: str, text: str, day: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2020-03-01")] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They won 6/4 and ate 3/4 of it."),
        ("en", "It depends on 3/4 of the members."),
        ("fr", "Le 3/4 des élus a voté, le score fut 6/4."),
        ("es", "El 3/4 de los socios votó."),
        ("it", "Il 3/4 dei soci votò."),
    ],
)
def test_a_fraction_is_no_day(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language, "2020-03-01") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "À l'entrée, tension 19/11, diurèse 1600 ml."),
        ("fr", "TA 19/11, pouls 80."),
        ("fr", "La tension artérielle était de 14/9."),
        ("en", "Blood pressure 14/9, pulse 80."),
        ("en", "BP 14/9 on admission."),
        ("es", "TA 14/9, FC 80."),
        ("es", "Presión arterial: 14/9."),
        ("es", "La tensión era de 13/8."),
        ("pt", "PA 14/9, FC 80."),
        ("pt", "Pressão arterial de 14/9."),
        ("it", "PA 14/9, FC 80."),
        ("it", "La pressione era di 14/9."),
        ("it", "Pressione arteriosa 13/8"),
        ("ca", "TA 14/9"),
        ("ca", "Tensió arterial 13/8"),
        ("ro", "TA 14/9 la internare."),
        ("ro", "Tensiunea arterială 13/8."),
        ("nl", "Bloeddruk 14/9, pols 80."),
        ("nl", "RR 14/9"),
        ("pl", "RR 14/9"),
        ("pl", "Ciśnienie 14/9."),
        ("de", "RR 14/9"),
        ("de", "Blutdruck 14/9."),
        ("tr", "Tansiyon 14/9 idi."),
        ("tr", "Kan basıncı 13/8."),
        ("el", "Πίεση 14/9."),
        ("el", "ΑΠ 14/9."),
        ("fa", "فشار خون ۱۴/۹ بود."),
        ("fa", "فشار خون: ۱۳/۸"),
        ("ur", "بلڈ پریشر 14/9"),
        ("hi", "रक्तचाप 14/9"),
        ("ru", "Давление 14/9, пульс 80."),
        ("ru", "АД 14/9"),
        ("uk", "Тиск 14/9"),
        ("bg", "Кръвно налягане 14/9"),
        ("cs", "Tlak 14/9"),
        ("sk", "Tlak 14/9"),
        ("hr", "Krvni tlak 14/9"),
        ("hu", "Vérnyomás 14/9"),
        ("fi", "Verenpaine 14/9"),
        ("sv", "Blodtryck 14/9"),
        ("da", "Blodtryk 14/9"),
        ("no", "Blodtrykk 14/9"),
        ("id", "Tekanan darah 14/9"),
        ("ja", "血圧 14/9"),
        ("zh", "血压 14/9"),
        ("ko", "혈압 14/9"),
        ("fr", "TA : 19/11 à droite et 18/10 à gauche."),
        ("fr", "Tension à 14/8 puis 15/9."),
    ],
)
def test_the_pressure_of_blood_is_no_day(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language, "2020-03-01") == ()


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "La tension, mesurée le 19/11, était bonne.", "2019-11-19"),
        ("fr", "La tension du 19/11 était bonne.", "2019-11-19"),
        ("fr", "Bonne tension. Réunion du service 19/11 à midi.", "2020-11-19"),
        ("it", "La pressione del 19/11 era buona.", "2019-11-19"),
        ("es", "La tensión del 19/11 era buena.", "2019-11-19"),
        ("nl", "De bloeddruk op 19/11 was goed.", "2019-11-19"),
    ],
)
def test_a_day_beside_the_pressure_of_blood_is_one(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2020-03-01")][:1] == [day]


@pytest.mark.parametrize(("head", "days"), [("Inv.-Nr. | Objekt", 0), ("Tag | Objekt", 1)])
def test_a_pair_under_a_head_of_numbers_is_no_day(tagger: Tagger, head: str, days: int) -> None:
    row = Passage("14/3 | Standuhr", "de", head, is_table_row=True)
    assert len(tagger.recognise(row, "de").mentions) == days
