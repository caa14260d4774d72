"""Four digits that measure, price or count are no years; years in the same places stay."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def found(text: str, language: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a noun of measure and "of"
        ("en", "The hamlet had a population of 1640 and no inn."),
        ("en", "The bench imposed the fine of 1750 and left."),
        ("fr", "La jauge donna une lecture de 1733 que l'on jugea fausse."),
        ("es", "Le impusieron una multa de 1750 y las costas."),
        ("ar", "حُكم عليه بدفع غرامة قدرها 1750 فورا."),
        # a noun of measure and a verb that equates
        ("en", "The reserve price was 1780; nobody bid."),
        ("fr", "La mise à prix était de 1780 ; personne n'enchérit."),
        ("es", "El precio de salida era de 1780; nadie pujó."),
        # rising and falling to
        ("en", "The ration was cut to 1600 by the purser."),
        ("en", "The wreck lies at 1720 and cannot be reached."),
        ("fr", "Le sentier culmine à 1912 et redescend."),
        ("es", "El camino sube a 1912 y vuelve a bajar."),
        ("ar", "ارتفع عدد العمال إلى 1850 دفعة واحدة."),
        ("fr", "Le loyer passa de 1700 à 1950 sans préavis."),
        ("es", "El jornal pasó de 1700 a 1950 sin aviso."),
        ("fr", "Le curage a porté le fond du bassin à 1415 sans effet."),
        ("es", "El recrecido elevó la cota del muro a 1415 sin problemas."),
        ("en", "The dredger lowered the bed to 1640 and stopped."),
        ("ar", "ارتفع عدد النزلاء من 1700 إلى 1950 نزيلا."),
        ("en", "Locks of class 1500 jam; the crank has 1800 teeth."),
        ("en", "With 1700 aboard the ferry left; nearly all 1680 were saved."),
        ("en", "The weir, 1800 long, gave way."),
        ("fr", "Le quai, long de 1800, fut repavé."),
        ("fr", "Nous étions 1930 dans le pré, il en reste 1580."),
        ("fr", "Sa part fut de 1750 et il n'en garda que 1600."),
        ("es", "Éramos 1930 en el prado y quedan 1580."),
        # sold for, by the unit of time, and dialled
        ("en", "The clock was sold to a neighbour for 1650."),
        ("en", "The ovens turned out 1950 a night."),
        ("fr", "Les abonnés paient 1900 par foyer."),
        ("es", "Llame al 1940 o escriba."),
        ("en", "The tenant stood 2015 in arrears."),
        ("ar", "زار الواحة وعدّ فيها 1700 بستان."),
        # so many of those that were told
        ("en", "Half of the 1640 turned back at the ford."),
        ("en", "Of the 1850 who enlisted, few returned."),
        ("fr", "On revit peu des 1640 recrues."),
        ("es", "Volvieron pocos de los 1850 que embarcaron."),
    ],
)
def test_an_amount_is_no_year(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "In June 2018, 1500 ferry passengers were stranded.", "2018-06"),
        ("es", "En junio de 2018 1500 viajeros quedaron en tierra.", "2018-06"),
        ("ar", "في حزيران 2018، 1500 شجرة سقطت.", "2018-06"),
    ],
)
def test_what_follows_a_frame_of_time_is_counted(language: str, text: str, edtf: str) -> None:
    assert found(text, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The survey runs from 1850 to 1975 and beyond.", "1850/1975"),
        ("en", "The custom goes back to 1640.", "1640"),
        ("en", "The constitution of 1791 was short.", "1791"),
        ("en", "In 2018, 2019 and 2021 the fair was held.", "2018"),
        ("fr", "La coutume remonte à 1640.", "1640"),
        ("fr", "Une lettre de 1733 le prouve.", "1733"),
        ("fr", "On y chassa tout au long de 1788.", "1788"),
        ("es", "Se firmó a lo largo de 1988.", "1988"),
        ("fr", "Dès 1640 on y pêchait.", "1640"),
        ("fr", "Le guichet ouvre les 14 et 28 juin.", "2020-06-14"),
        ("es", "Una carta de 1733 lo prueba.", "1733"),
        ("es", "La obra duró de 1700 a 1750.", "1700/1750"),
        ("ar", "امتدت الأشغال من 1900 إلى 1912.", "1900/1912"),
    ],
)
def test_a_year_in_the_same_place_stays(language: str, text: str, edtf: str) -> None:
    assert edtf in found(text, language)
