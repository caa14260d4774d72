"""Four digits whose noun stands a step away, and nouns and units beside numbers in many languages."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def found(text: str, language: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a number's noun and what it is the number of
        ("pt", "O veleiro, número de vela 1972, ganhou a regata."),
        ("es", "El buque, código de barras 1954, sigue en el muelle."),
        ("fr", "La pompe, numéro de série 1838, tourne encore."),
        ("it", "La pompa, numero di fabbrica 1838, gira ancora."),
        ("ar", "الجهاز ذو الرقم التسلسلي 1955 معطل."),
        ("fa", "دستگاه با شماره سریال ۱۳۹۷ خراب است."),
        ("he", "המכשיר, מספר סידורי 1955, תקול."),
        ("pl", "Pompa, numer seryjny 1938, nadal działa."),
        ("de", "Seine Passage, Kontraktnummer 1836, kostet 40 Taler."),
        ("ar", "نصب يحمل الحروف م ن 1948 عند الباب."),
        # versions in titles
        ("en", "Harbour Server 1998.4"),
        ("de", "Laterne 1998.4"),
        ("fr", "Notes de version de Lanterne 1998.4"),
        ("ru", "Сервер Фонарь 1998.4"),
        ("es", "Farol 1998.4"),
        # prices by the unit
        ("es", "Nos vende queso a 2000 el kilo."),
        # letters between
        ("it", "Un furgone con targa svizzera TI 1976."),
        ("fr", "Les archives ont la cote 4 E 1846 pour ce registre."),
        ("pt", "O lugre, matrícula A 1521, foi lançado à água."),
        ("es", "El tren llegó; la locomotora era la 1911."),
        ("pt", "Pescaram-se 1830 bacalhaus."),
        ("de", "Läuferzahl 1460. Leihgabe der Pfarre."),
        # with so many, and no more is said
        ("pt", "O segundo ficou com 1790."),
        ("es", "El segundo se quedó con 1790; el tercero, con menos."),
        ("en", "He finished with 1790."),
        ("de", "Der Zweite kam mit 1790."),
        # nouns of what bears a number
        ("de", "Die Skizze (Los 1486) blieb liegen."),
        ("ar", "سُجّلت الرسائل تحت القيد 1533."),
        ("fr", "Un plan à l'échelle 1/2000 du bourg."),
        ("en", "The barrel bears hull 1938 and token 1850."),
        ("nl", "Zijn penning 1938 ligt in vitrine 1850."),
        ("ru", "Его жетон 1938 лежит в витрине 1850."),
        ("tr", "Parsel 1938 ile poliçe 1850 kayıptır."),
        # units and what is counted
        ("de", "Unter Licht von 1850 Lux untersucht; 1748 Dosen blieben."),
        ("en", "She carried 1804 cwt of coal and 1850 sheep."),
        ("ar", "استُبدلت 1480 بلاطة في السقف."),
        ("fa", "این پرده ۱۳۵۰ در ۹۰۰ میلی‌متر است."),
    ],
)
def test_what_a_noun_a_step_away_names_is_no_year(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("es", "El número de 1936 fue el último.", ["1936"]),
        ("en", "Compared with 1914, trade had doubled.", ["1914"]),
        ("fr", "Le numéro paru en 1936 manque.", ["1936"]),
        ("de", "Im Vergleich mit 1913 sank die Zahl.", ["1913"]),
        ("ar", "كانت ثورة 1919 بداية.", ["1919"]),
        ("it", "Il codice del 1942 vale ancora.", ["1942"]),
    ],
)
def test_a_year_stays_beside_the_words_of_numbers(language: str, text: str, years: list[str]) -> None:
    assert found(text, language) == years


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The older lease speaks of 1340 pans."),
        ("en", "The roll tells of 1250 sheep."),
        ("es", "La emisora se oye en el 1602 de la onda media."),
        ("es", "El coro canta los lunes en el 1485 de la FM."),
        ("fr", "Les cuves suivent la norme NF EN 1508."),
        ("en", "The lamps comply with EN 1838 and BS 1870."),
        ("de", "Die Leuchten sind nach DIN EN 1838 geprüft."),
        ("es", "Se fabrica conforme a la norma UNE-EN 1838."),
        ("fr", "Une conduite DN 1800 en fonte."),
    ],
)
def test_a_standard_a_band_and_what_is_spoken_of_give_no_year(language: str, text: str) -> None:
    assert not [year for year in found(text, language) if year.isdigit()]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "LA VILLE EN 1838", ["1838"]),
        ("fr", "EN 1838, la ville obtint un pont.", ["1838"]),
        ("es", "EN 1838 se fundó la villa.", ["1838"]),
        ("en", "The chapter speaks of 1848.", ["1848"]),
        ("en", "The station began in 1936 on short wave.", ["1936"]),
    ],
)
def test_a_year_stays_beside_capitals_and_verbs(language: str, text: str, years: list[str]) -> None:
    assert [year[-4:] for year in found(text, language)] == years


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "In the east wall only 14 of 1640 bird boxes were used.", 0),
        ("en", "The levy rests on Act No. 14 of 1987 alone.", 1),
        ("fr", "Dans le mur est, seuls 14 sur 1640 nichoirs servirent.", 0),
        ("en", "Cheques 1941–1948 were signed by the clerk.", 0),
        ("en", "It is set out in Annex 3.4.07 of the lease.", 0),
        ("fr", "Le point 3.4.07 de l’ordre du jour est remis.", 0),
        ("fr", "La délibération 22/06 est adoptée.", 0),
        ("fr", "La ferme se trouve 1848, route de la Forge.", 0),
        ("fr", "La ferme fut vendue en 1848, route faite.", 1),
    ],
)
def test_a_number_of_a_whole_or_a_paper_is_no_year(language: str, text: str, count: int) -> None:
    assert len(found(text, language)) == count


def test_what_has_a_number_is_told_by_it_in_a_turkish_participle() -> None:
    tagger = installed_tagger()
    assert not tagger.tag("Dosya numarası 1961 olan dava kapandı.", "tr", "2020-05-04")
    founded = tagger.tag("Kuruluş yılı 1961 olan kulüp dağıldı.", "tr", "2020-05-04")
    assert [one.edtf for one in founded] == ["1961"]
