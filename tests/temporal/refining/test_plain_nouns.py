"""Four digits right after a noun: its number, or the year of what comes by the year."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def found(text: str, language: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le patient occupe le hamac 1714 et lit la notule 1823."),
        ("en", "Clients older than gizmo 1850 can no longer connect."),
        ("es", "Pasó las aduanas con el talón 1974."),
        ("it", "Il quaderno, segnato 1564 bis, andò perduto."),
        ("it", "La popolazione scese da 2400 a 1850 anime."),
        ("pt", "Guardou a pá junto ao alpendre 1822."),
        ("nl", "Hij sliep in hangmat 1702 van het schip."),
        ("ru", "Он спал в гамаке 1702 у окна."),
        ("pl", "Spał w hamaku 1702 przy oknie."),
        ("ar", "فتح عيادته في الكوخ 1540 قرب السوق."),
        ("fa", "او در اتاقک ۱۳۵۰ کار می‌کرد."),
        ("da", "I sæk 1620 lå der korn."),
        ("da", "Bageriet solgte 1450 brød til byen."),
        ("no", "I sekk 1620 lå det korn."),
        ("no", "Båten gikk med 1490 passasjerer."),
        ("ro", "În sacul 1620 era grâu."),
        ("ro", "Registrul numără 1740 file."),
        ("he", "כוורת 1938 מתה."),
        ("he", "לפי תעודה 1536 נמכר המגרש."),
        ("pl", "Mówił przed 1700 słuchaczami."),
        ("pl", "Organy mają 1524 piszczałki."),
        # what opens a sentence, its number, and what it does
        ("de", "Stock 1938 starb aus."),
        ("de", "Vorgang 1876 liegt bei Gericht."),
        ("sv", "Kupa 1938 dog ut."),
        ("da", "Vogn 1872 løb af sporet."),
        ("no", "Vogn 1872 sporet av."),
        ("ro", "Cutia 1688 conține scrisori."),
        ("en", "Boiler 1412 was scrapped."),
        # where years stand free, a noun that wants its article
        ("de", "In Sack 1620 steckte ein Zettel."),
        ("sv", "I säck 1620 låg en lapp."),
        ("de", "Die Orgel hat 1524 Pfeifen."),
        ("de", "Die Bäckerei verkaufte 1450 Brote die Stunde."),
        # what is usually numbered, wherever no article stands before it
        ("de", "Zuerst kommt Kasten 1902 am Chor an die Reihe."),
        ("sv", "Hon fann tunna 1744 bakom dörren."),
        ("de", "Das Steinhaus kostete 1750 Reichsmark."),
        ("de", "Seil 1902 aus der Gründerzeit liegt im Magazin."),
        ("de", "Der Haken hängt dort, Pickel 1911 ist verschollen."),
        ("de", "Am Steig hängt die Tafel mit der Höhenangabe 1836."),
        ("da", "Dengang arbejdede 1460 polske piger her."),
        ("ro", "Bariera 1827 rămâne coborâtă."),
        ("pt", "O estrado 1822 fica reservado."),
        ("de", "Es gab 1500 verletzte Soldaten."),
        ("nl", "Sleutel 1822 past nog op het hek."),
        ("sv", "Ångpanna 1744 är den äldsta."),
        # an article makes a noun of what ends like a verb; a first word is no name by its capital
        ("it", "Il cavo 1744 si spezzò."),
        ("it", "L'arnia 1938 era vuota."),
        ("nl", "Onder stempel 1938 staat niets."),
        ("nl", "Het orgel heeft 1524 pijpen."),
        ("ru", "Пароход шёл с 1490 пассажирами."),
        ("fa", "هر تیر ۱۳۰۵ دینار خرج برداشت."),
        # what follows where years bear endings
        ("tr", "Vakfın akarları arasında 1450 zeytin ağacı vardı."),
        ("tr", "Planda yapı 1542 numara ile gösterilir."),
        # what a verb counts
        ("en", "The bell cost 1850 in all."),
        ("es", "La campana costó 1850 y pesa 1640."),
        ("en", "The steward entered 1640 under candles."),
        ("en", "The mint struck 1900 of them."),
        ("fr", "L'aiguille indiquait 1850 puis rien."),
        ("es", "El farero contó 1720 sobre las rocas."),
        # a maker's name, and a sentence's capital that is no name
        ("en", "He hired a Liebherr 1630 by the day."),
        ("fr", "Elle tapait sur une machine Olivetti 1950 rouge."),
        ("es", "Trajeron una bomba Worthington del tipo 1898."),
        ("en", "See entry 1733 in the ledger."),
        # a determiner makes a noun of what ends like an adverb or a participle
        ("fr", "Le baraquement 1506 fut vidé, le relevé 1844 aussi."),
        # codes and colours
        ("fr", "Le pli 1A 1538 est revenu, la porte est en RAL 2004."),
        # a number that some noun was said to have
        ("nl", "Zijn stamboeknummer is 1666."),
    ],
)
def test_the_number_of_a_plain_noun_is_no_year(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Coupe du monde 1998 a eu lieu en France."),
        ("fr", "Le budget supplémentaire 1998 fut voté."),
        ("fr", "La maison fut achevée 1998 par son fils."),
        ("fr", "La Coupe Davis 1927 fut française."),
        ("fr", "Il mourut célèbre, mais né 1812 à Vire."),
        ("es", "Nacida 1823, murió joven."),
        ("es", "El ejercicio 2021 cerró con saldo."),
        ("en", "Rome had a secret 1902 pact with France."),
        ("en", "Born 1923, she was early famous."),
        ("en", "They fought well into 1941."),
        ("es", "La temporada 1998 fue mala."),
        ("it", "La vendemmia 1998 fu ottima."),
        ("nl", "De begroting 1998 was krap."),
        ("ar", "كانت ثورة 1919 بداية."),
        ("fa", "انقلاب ۱۳۵۷ پیروز شد."),
        ("ru", "Сезон 1998 был плохим."),
        ("tr", "Kubbe 1999 depreminde çöktü."),
        ("tr", "Vakıf 1826'da bağlandı."),
        ("de", "Als der Krieg 1918 endete, kam er heim."),
        ("de", "Dann zog die Familie 1886 nach Lahr."),
        ("de", "Nach dem Anschluss 1938 floh er."),
        ("de", "Kriegsbeginn 1939 war ein Schock."),
        ("de", "Vater 1938 verhaftet."),
        ("de", "In Bielefeld 1938 brannte es."),
        ("de", "Ein in seinem 1994 erschienenen Buch genannter Ort."),
        ("de", "Er hatte 1938 Werkzeug gekauft."),
        ("de", "Die alte Glocke 1923 ist aus Apolda."),
        ("de", "Sie bauten die Brücke 1885 neu."),
        ("de", "Um 1800 beschäftigte sie viele."),
        ("de", "Rathaus 1902 mit Turm"),
        ("da", "Skolen brændte 1907."),
        ("da", "Han flyttede 1886 til Odense."),
        ("fa", "جنگ ۱۳۲۰ شهر را ویران کرد."),
        ("ru", "В 1938 войсками города командовал он."),
        ("fr", "Je serais dehors 2015."),
        ("sv", "Då köpte brodern 1912 gården."),
        ("sv", "Panna och skorsten togs ur drift 1931."),
        ("sv", "Efter examen 1923 for han till Paris."),
        ("da", "Foreningen, stiftet 1889, trives."),
        ("ro", "Recolta 1935 a fost slabă."),
        ("he", "קיץ 1911 היה יבש."),
        ("he", "בבחירות 1949 לא קיבל קולות."),
        ("pl", "Szkoła spłonęła w 1907."),
    ],
)
def test_what_comes_by_the_year_keeps_it(language: str, text: str) -> None:
    assert len(found(text, language)) == 1


def test_a_whole_date_in_figures_stays_behind_a_numbered_noun() -> None:
    assert found("Paid 3/4/2021, invoice 25/04/2021.", "en") == ["2021-04-03", "2021-04-25"]


def test_a_clause_that_is_dated_counts_its_plural() -> None:
    tagger = installed_tagger()
    for language, text in (
        ("de", "Letzten Monat haben wir 1980 Gläser abgefüllt."),
        ("de", "Im Sommer 2003 kamen 1936 Gäste."),
        ("sv", "Förra månaden sålde vi 1980 burkar."),
    ):
        assert len(tagger.tag(text, language, "2020-05-04")) == 1, text
    assert len(tagger.tag("Im Mai fiel die Stadt, und 1945 kamen Flüchtlinge.", "de", "2020-05-04")) == 2


def test_a_year_that_no_number_names_leads_none_in() -> None:
    found = installed_tagger().tag("Sie half im vergangenen Jahr 214-mal.", "de", "2020-05-04")
    assert [timex.edtf for timex in found] == ["2019"]
