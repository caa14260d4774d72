"""A date that bounds what is told, "before 1789": its value is the date, the window says the rest."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "Before 1789 nobody asked.", "before"),
        ("en", "Nobody had asked prior to the year 1789.", "before"),
        ("en", "The ferry ran until 1920.", "until"),
        ("en", "He has lived here since 2008.", "since"),
        ("en", "She wrote nothing after April 1918.", "after"),
        ("en", "By 1960 the pit was closed.", "by"),
        ("en", "No later than 1920 the pit was closed.", "by"),
        ("en", "It cannot open before 1920.", "before"),
        ("en", "It opens not before May 2026.", "from"),
        ("fr", "Le bac a fonctionné jusque vers 1850.", "until"),
        ("it", "Vive a Roma dal 1990.", "from"),
        ("ru", "С 1990 года он живёт в Риге.", "from"),
        ("en", "The ferry ran in 1920.", ""),
        ("en", "The ferry ran from 1911 until 1920.", ""),
        ("fr", "Personne ne s'en souciait avant 1789.", "before"),
        ("fr", "À la veille de 1914, l'usine était fermée.", "before"),
        ("fr", "Au lendemain de 1918, l'usine rouvrit.", "after"),
        ("en", "On the eve of 1914 the works were closed.", "before"),
        ("es", "En vísperas de 1936 la fábrica cerró.", "before"),
        ("it", "Alla vigilia del 1914 la fabbrica chiuse.", "before"),
        ("fr", "Le bac a fonctionné jusqu’en 1920.", "until"),
        ("fr", "La Ve République dure depuis 1958.", "since"),
        ("fr", "Elle n'écrit plus après avril 1918.", "after"),
        ("fr", "Le parc ouvrira d'ici 2030.", "by"),
        ("fr", "La halle a brûlé dès 1920.", "from"),
        ("fr", "DÈS MAI 1920 ELLE ÉTAIT VIDE.", "from"),
        ("fr", "La halle rappelle celles des années 1920.", ""),
        ("ar", "كانت المدينة عامرة قبل عام 1948.", "before"),
        ("ar", "وظل يعمل فيها حتى عام 1949.", "until"),
        ("ar", "وهو يسكنها منذ سنة 1979.", "since"),
        ("de", "Das Haus steht seit 1837.", "since"),
        ("de", "Bis 1939 fuhr die Bahn.", "until"),
        ("es", "Vivía allí desde 1998.", "since"),
        ("it", "La chiesa fu chiusa fino al 1920.", "until"),
        ("pt", "A fábrica existe desde 1911.", "since"),
        ("nl", "Hij woont er sinds 1974.", "since"),
        ("ru", "Город стоял до 1941 года.", "until"),
        ("pl", "Mieszkał tu od 1945 roku.", "since"),
        ("sv", "Bron stod fram till 1814.", "until"),
        ("sv", "Bron ska stå klar senast 2030.", "by"),
        ("sv", "Han bodde där före 1814.", "before"),
        ("tr", "1990'dan beri orada yaşıyor.", "since"),
        ("zh", "1949年以前他住在北京。", "before"),
        ("ja", "1949年以来、彼は東京に住んでいる。", "since"),
        ("fa", "او از سال ۱۳۵۷ تاکنون در تهران زندگی می‌کند.", "since"),
        ("he", "הוא גר כאן מאז 1948.", "since"),
    ],
)
def test_a_bound_is_told_by_the_words_beside_it(tagger: Tagger, language: str, text: str, bound: str) -> None:
    (timex,) = tagger.tag(text, language, "2024-05-15")
    assert timex.bound == bound


def test_a_bound_keeps_the_date_it_names(tagger: Tagger) -> None:
    (timex,) = tagger.tag("He has lived here since 2008.", "en", "2024-05-15")
    assert (timex.value, timex.edtf) == ("2008", "2008")


def test_days_are_counted_from_no_year_but_from_a_day(tagger: Tagger) -> None:
    found = tagger.tag("Fermée à la veille de 1914, elle rouvrit à la veille du 3 mai 1920.", "fr")
    assert [timex.edtf for timex in found] == ["1914", "1920-05-02"]


def test_what_dates_a_source_or_the_document_bounds_nothing(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Available online since 23 May 2001", "en")
    assert timex.bound == ""


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "Closing must happen no later than 5:00 p.m. (London time) on February 29, 2024.", "by"),
        ("en", "It is due no later than 5:00 p.m. on February 29, 2024, in cash.", "by"),
        ("fr", "Il répond au plus tard à 17 h le 29 février 2024, par lettre.", "by"),
        ("en", "The doors are open from 9:00 a.m. (London time) on February 29, 2024.", ""),
        ("en", "The bell rang by 9 am. On February 29, 2024 it rained.", ""),
    ],
)
def test_a_clock_between_does_not_part_a_day_from_its_bound(
    tagger: Tagger, language: str, text: str, bound: str
) -> None:
    day = tagger.tag(text, language, "2024-01-15")[-1]
    assert day.value.startswith("2024-02-29")
    assert day.bound == bound
