"""Four digits that measure or count, told from years by how each language counts."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage, Role

_TODAY = "2020-05-04"


def _years(text: str, language: str) -> list[str]:
    return [timex.edtf for timex in installed_tagger().tag(text, language, _TODAY) if timex.edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La trave, spessa 1920 millimetri, regge il tetto."),
        ("es", "La viga mide 1640 por 800 milímetros."),
        ("nl", "Het doek meet 1620 bij 950 millimeter."),
        ("ru", "Глубина шурфа 1870 сантиметров."),
        ("de", "Der Motor leistet 1910 Kilowatt."),
        ("es", "La linterna del muelle, de 1500 vatios, ya no se enciende."),
        ("fr", "Le radiateur, de 2000 watts, chauffe la salle."),
        ("it", "Una lampada da 1500 watt illumina la volta."),
        ("pt", "Um holofote de 1500 watts ilumina o cais."),
    ],
)
def test_a_measure_written_out_is_no_year(language: str, text: str) -> None:
    assert _years(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "He sang before 2000 listeners.", []),
        ("en", "It closed before 2000 for good.", ["2000"]),
        ("es", "Se terminó en 1987 jornadas de campo.", []),
        ("es", "En 1987 mineros de Galicia bajaron allí.", ["1987"]),
        ("es", "Entonces éramos 1700 socios de pago.", []),
        ("ru", "Мост выдерживал до 1900 возов в день.", []),
        ("ru", "К 1850 остров был пуст.", ["1850"]),
        ("pl", "Zbudowano go z 1800 klocków.", []),
        ("uk", "Завод дав до 1900 плугів.", []),
        ("cs", "Vyrobil přes zimu až 1900 hrnců.", []),
    ],
)
def test_a_plural_that_years_do_not_have_is_counted(language: str, text: str, years: list[str]) -> None:
    assert _years(text, language) == years


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("nl", "De inventarisnummers 1820 tot en met 1850 ontbreken.", []),
        ("nl", "Hij bleef er van 1820 tot en met 1850.", ["1820/1850"]),
        ("ru", "Рапорт лежит в архиве (фонд 1921, опись 3).", []),
        ("pl", "Plany są w zespole 1902, teczka 1911.", []),
        ("tr", "Envanter 1932 numarasız; vagon 1956 sergide.", []),
        ("he", "פריט 1936 עומד בארון 1921.", []),
    ],
)
def test_what_archives_and_stores_number_is_no_year(language: str, text: str, years: list[str]) -> None:
    assert _years(text, language) == years


@pytest.mark.parametrize(
    ("language", "head", "row"),
    [
        ("nl", "Molen | Verkocht | Hoogte", "De Haas | 1904 | 1266"),
        ("es", "Molino | Derribado | Altura", "La Liebre | 1904 | 1266"),
        ("pt", "Moinho | Demolido | Altura", "A Lebre | 1904 | 1266"),
        ("pl", "Młyn | Rozebrany | Wysokość", "Zając | 1904 | 1266"),
        ("ru", "Мельница | Снесена | Высота", "Заяц | 1904 | 1266"),
        ("tr", "Değirmen | Açılışı | Yükseklik", "Tavşan | 1904 | 1266"),
        ("sv", "Kvarn | Riven | Höjd", "Haren | 1904 | 1266"),
    ],
)
def test_the_head_of_a_column_tells_its_years_in_other_languages(language: str, head: str, row: str) -> None:
    passage = Passage(row, language, head, is_table_row=True)
    mentions = installed_tagger().recognise(passage).mentions
    assert [row[one.start : one.end] for one in mentions] == ["1904"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Tabel samengesteld op 4 mei 2011 door de kring."),
        ("pl", "Wykaz sporządzono dnia 4 maja 2011 r."),
        ("ru", "Перечень составлен 4 мая 2011 г."),
        ("en", "Inventory compiled 4 May 2011 by the warden."),
    ],
)
def test_a_list_is_of_the_day_it_was_compiled(language: str, text: str) -> None:
    roles = [one.role for one in installed_tagger().recognise(Passage(text, language)).mentions]
    assert roles == [Role.ISSUE]


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("it", "Metodi. Le prove, fatte nel 2003, seguono Conti et al. (1999).", [Role.EVENT, Role.SOURCE]),
        ("en", "2. Methods. Rods were set in 2003 as in Marsh et al. (1999).", [Role.EVENT, Role.SOURCE]),
        ("de", "Hollmann, K.: Wetterbuch der Eifel. Trier 1987.", [Role.SOURCE]),
        ("tr", "Sonuç tartışmalıdır (Ertan ve Sezer 1987).", [Role.SOURCE]),
    ],
)
def test_only_what_cites_is_a_source(language: str, text: str, roles: list[Role]) -> None:
    assert [one.role for one in installed_tagger().recognise(Passage(text, language)).mentions] == roles


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("it", "Il teatro, aperto nel 1911, custodisce 1934 costumi.", ["1911"]),
        ("it", "Nel 1911 artisti di ogni paese vi recitarono.", ["1911"]),
        ("it", "L'anno finì; nel 1911 poi riaprì.", ["1911"]),
        ("de", "Im Jahr 1999 kamen 900 Leute, zuletzt waren es nur noch 1890.", ["1999"]),
        ("es", "La casa de la finca 1921 está vacía.", []),
    ],
)
def test_what_no_preposition_leads_in_is_counted(language: str, text: str, years: list[str]) -> None:
    assert _years(text, language) == years


@pytest.mark.parametrize(
    ("language", "head", "row", "years"),
    [
        ("pt", "Torre | Ampliada | Altura", "A Lebre | 1904 | 1266", ["1904"]),
        ("it", "Torre | Intonacata | Altezza", "La Lepre | 1904 | 1266", ["1904"]),
        ("es", "Torre | Recaudado (€) | Altura", "La Liebre | 1904 | 1266", []),
    ],
)
def test_a_column_of_what_was_done_holds_years(language: str, head: str, row: str, years: list[str]) -> None:
    mentions = installed_tagger().recognise(Passage(row, language, head, is_table_row=True)).mentions
    assert [row[one.start : one.end] for one in mentions] == years


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "3. Bilan. Au XVe siècle il gela neuf fois. L'indice vaut 0,1968."),
        ("de", "Lindauer Bote, Dienstag, 5. September 2017"),
    ],
)
def test_neither_a_section_nor_a_masthead_is_an_entry(language: str, text: str) -> None:
    roles = [one.role for one in installed_tagger().recognise(Passage(text, language)).mentions]
    assert roles
    assert Role.SOURCE not in roles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "DE LA TOUR B., 1971, Les marais de l'ouest, Nantes, Ouest-Livres."),
        ("ru", "Зимин К. О. Туманы над озером. М.: Прибой, 1971. 188 с."),
        ("ru", "Зимин К. О., Рябов Л. Д. Иней // Записки погоды. 1971. № 2. С. 40–44."),
    ],
)
def test_entries_of_other_habits_are_sources(language: str, text: str) -> None:
    mentions = installed_tagger().recognise(Passage(text, language)).mentions
    assert [one.role for one in mentions] == [Role.SOURCE]


def test_a_name_that_numbers_elsewhere_may_be_cited() -> None:
    assert _years("Two phases are likely (Noble and Page 1997; Rook et al. 2012).", "en") == ["1997", "2012"]
    assert _years("It is on page 1997.", "en") == []


def test_to_have_is_no_month() -> None:
    assert _years("Roboty mają ruszyć.", "pl") == []
    assert _years("Roboty ruszyły 3 maja 2011 roku.", "pl") == ["2011-05-03"]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fa", "شماره پرونده‌ی من ۱۳۱۹ است.", []),
        ("fa", "سال ساخت آن ۱۳۱۹ است.", ["1940-03-21/1941-03-20"]),
        ("es", "El número de la puerta es el 1921.", []),
        ("en", "The number of the door was 1921.", []),
        ("pt", "Relemos 1892 cartas.", []),
    ],
)
def test_the_number_that_something_has_is_no_year(language: str, text: str, years: list[str]) -> None:
    assert _years(text, language) == years


def test_what_the_highest_court_held_under_its_number_is_cited() -> None:
    passage = Passage("La chambre l'a redit le 8 juin 2011 (n° 10-15.433).", "fr")
    assert [one.role for one in installed_tagger().recognise(passage).mentions] == [Role.SOURCE]
