"""What surrounds a date tells what it does: an event, a source, the document's own day."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le traité fut signé le 28 juin 1919."),
        ("fr", "L'accord a été signé le 3 mai 1850."),
        ("fr", "Le décret avait été publié le 3 mai 1850."),
        ("fr", "L'armistice fut signé le 11 novembre 1918."),
        ("en", "The survey was published on 3 May 1850."),
        ("en", "The Armistice was signed on 11 November 1918."),
        ("en", "Armistice Day was kept on 11 November 1919."),
        ("es", "La ley fue publicada el 3 de mayo de 1850."),
        ("pt", "A lei foi publicada em 3 de maio de 1850."),
        ("de", "Weihnachten war am 25. Dezember 1950."),
    ],
)
def test_a_sentence_that_tells_when_another_thing_was_done_dates_no_document(
    tagger: Tagger, language: str, text: str
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.EVENT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This list was published on 3 May 2019."),
        ("fr", "Ce document a été publié le 3 mai 2019."),
        ("es", "Esta nota fue publicada el 3 de mayo de 2019."),
        ("pt", "Esta nota foi publicada em 3 de maio de 2019."),
        ("fr", "Rapport publié le 3 mai 2019"),
    ],
)
def test_a_sentence_about_the_document_itself_dates_it(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.ISSUE]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Le sommet a échoué (Le Courrier, 16/8/2025).", Role.SOURCE),
        ("fr", "La loi du 29 juillet 1881 sur la presse s'applique.", Role.SOURCE),
        ("fr", "Fait à Paris, le 12 mai 2021.", Role.ISSUE),
        ("fr", "19 août 2025", Role.ISSUE),
        ("en", "Decision dated 7 March 2021. Case reference BR/12.", Role.ISSUE),
        ("es", "Auto de fecha 7 de marzo de 2021. Rollo 12.", Role.ISSUE),
        (
            "es",
            "Autoridad del Lago. Relación cerrada a 7 de marzo de 2021. Es parcial.",
            Role.ISSUE,
        ),
        ("ar", "استند الباحث إلى الوثائق، ويرى الحداد (1913) أن القناة أقدم.", Role.SOURCE),
        ("ar", "وقعت معركة حطين (1187) قرب طبرية.", Role.EVENT),
        ("en", "This inventory was drawn up by the bursar on 5 September 2019. It has gaps.", Role.ISSUE),
        ("fr", "Le présent état a été dressé le 5 septembre 2019. Il est incomplet.", Role.ISSUE),
        ("es", "Esta relación se cerró el 5 de septiembre de 2019. Tiene lagunas.", Role.ISSUE),
        ("ar", "أُعد هذا الجرد بتاريخ 5 سبتمبر 2019 وفيه نقص.", Role.ISSUE),
        ("en", "This church was completed on 5 September 1819. It burnt.", Role.EVENT),
        (
            "en",
            "This chronology is agreed by both sides and was filed on 5 May 2017. See page 9.",
            Role.ISSUE,
        ),
        ("en", "This claim was filed on 5 May 2017. See page 9.", Role.EVENT),
        ("es", "Este libro se acabó de imprimir el 14 de agosto de 1998 en Lugo.", Role.ISSUE),
        ("nl", "Notulen van de vergadering, gehouden op donderdag 18 juni 2015 te Oudenhoek", Role.ISSUE),
        ("en", "Minutes of the meeting of the board held on Thursday 18 June 2015 at Oldham", Role.ISSUE),
        ("en", "The minutes of the meeting held on 18 June 2015 were approved.", Role.EVENT),
        ("fr", "Délibération n° 2022-45 du 28-09-2022 ; décret n° 2010-1525 ; norme ISO 9001.", Role.SOURCE),
        ("ar", "استقر القضاء على ذلك (نقض مدني، جلسة 22 مايو 1995).", Role.SOURCE),
        (
            "es",
            "Autos 12/2021. En Lugo, a 3 de mayo de 2021, el tribunal dicta el presente auto.",
            Role.ISSUE,
        ),
        (
            "es",
            "Autos 12/2021. En Lugo, el 3 de mayo de 2021, el tribunal dicta el presente auto.",
            Role.EVENT,
        ),
        ("fr", "Le maire (élu le 3 mai 2020) a parlé.", Role.EVENT),
        ("ru", "«Окская газета» · № 12 (4 310) · 5 октября 2017 г.", Role.ISSUE),
        ("en", "Thornham Parish Magazine Summer 2018", Role.ISSUE),
        ("pl", "Stan na dzień 12 lutego 2021 r.", Role.ISSUE),
        ("ru", "По состоянию на 12 февраля 2021 года", Role.ISSUE),
        ("nl", "Stand per 12 februari 2021", Role.ISSUE),
        ("ru", "По данным городского музея на 1 марта 2019 г.", Role.ISSUE),
        ("ru", "Статья поступила в редакцию 14.02.2011.", Role.ISSUE),
        ("zh", "收稿日期：2018-12-04", Role.ISSUE),
        ("ja", "受付：2018年12月4日", Role.ISSUE),
        ("pl", "Data przyjęcia do druku: 30 maja 2011", Role.ISSUE),
        ("sv", "Mottagen 14 februari 2011", Role.ISSUE),
        ("en", "Valid 21 March to 25 October 2008", Role.EVENT),
        ("it", "4 Lettera del conte Ximenes al granduca, 3 maggio 1769, in ASF, Reggenza, 676.", Role.SOURCE),
        ("en", "The act of 4 August 1914 was repealed.", Role.SOURCE),
        ("en", "Born 6 June 1951", Role.EVENT),
        ("fr", "Décédée le 6 juin 1951", Role.EVENT),
        ("it", "Nato il 6 giugno 1951", Role.EVENT),
        ("ru", "Родился 6 июня 1951 г.", Role.EVENT),
        ("fr", "Lyon, le 6 juin 1951", Role.ISSUE),
        ("de", "Das Zunftprotokoll von 1612 nennt ihn.", Role.SOURCE),
        ("ar", "صدر النظام بموجب المرسوم الملكي رقم (م/8) بتاريخ 6 يونيو 1951.", Role.SOURCE),
        (
            "uk",
            "Надійшло рішення Вишневої сільської ради Яблунівського району від 2 травня 2014 року.",
            Role.SOURCE,
        ),
        ("ru", "Решением Заречного районного суда города Тулы от 2 мая 2014 года иск отклонён.", Role.EVENT),
        ("ru", "Актом осмотра от 2 мая 2014 г. № 7 здание признано годным.", Role.SOURCE),
        ("ru", "Обоз шёл от Тулы 2 мая 1812 года.", Role.EVENT),
        ("pl", "Wyrokiem Sądu Okręgowego w Toruniu z dnia 2 maja 2014 r. skargę oddalono.", Role.EVENT),
        ("pl", "Uchwałą Rady Gminy nr XII/34/2014 z dnia 2 maja 2014 r. park otwarto.", Role.SOURCE),
        ("cs", "Rozsudkem Krajského soudu v Brně ze dne 2. května 2014 byla žaloba zamítnuta.", Role.SOURCE),
        ("pt", "A pena conta-se do último facto do artigo 7.º (ou seja, 2.5.2014).", Role.EVENT),
        ("en", "The last entry (i.e. 2 May 2014) counts.", Role.EVENT),
        (
            "pt",
            "O aviso foi publicado no Diário n.º 94, de 2 de maio de 2014, pág. 3, com erros.",
            Role.SOURCE,
        ),
        ("it", "Il bando è stato pubblicato nella Gazzetta n. 94 del 2 maggio 2014.", Role.SOURCE),
        ("es", "Se propone la de la Sala de Burgos de 2 de mayo de 2014, (rec. 46/2014).", Role.SOURCE),
        ("en", "The bridge opened on 4 August 1914.", Role.EVENT),
        ("en", "Niamh Corrigan, surveyor. Born Wexford, 12 November 1984", Role.EVENT),
        ("fr", "Jean Rol. Né à Gap, le 12 novembre 1984", Role.EVENT),
        ("es", "Aurora Cacho Recibido: 5-2-2018.", Role.ISSUE),
        ("it", "La perizia del luglio scorso ha trovato lesioni.", Role.EVENT),
    ],
)
def test_a_date_has_the_role_its_surroundings_give_it(
    tagger: Tagger, language: str, text: str, role: Role
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Voir page 1912, article 1984 et la salle 2012.",
        "Tél. 04 72 19 98 00, ISBN 978-2-07-036822-8.",
        "Il coûte 2000 euros et pèse 1500 kg.",
        "Le convoi comptait 1200 hommes.",
        "norme ISO 9001:2015 ; cotes 1815 à 1830",
        "doi:10.1000/1999 et https://example.org/2021/05",
        "version 2019.1 du modèle 2008",
    ],
)
def test_numbers_that_are_no_dates_never_come_through(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text, "fr", "2024-05-15") == ()


def test_a_dateline_is_told_by_the_weekdays_that_count_from_it(tagger: Tagger) -> None:
    text = "Barbate, 8 de junio de 2023. La cofradía firmó el martes la cesión de la lonja."
    assert [timex.role for timex in tagger.tag(text, "es")] == [Role.ISSUE, Role.EVENT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أخذ المدينة في تموز 332 ق.م بعد سبعة أشهر."),
        ("fa", "شهر را در سال ۱۳۲۵ دو سال بعد گرفتند."),
    ],
)
def test_how_long_it_took_until_a_date_is_no_other_date(tagger: Tagger, language: str, text: str) -> None:
    assert len([timex for timex in tagger.tag(text, language) if timex.interval]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nächste Sitzung: 4. Dezember 2014."),
        ("de", "Datum der nächsten Sitzung: 4. Dezember 2014"),
        ("fr", "Prochaine réunion le 12 janvier 2017."),
        ("fr", "La prochaine séance sera tenue le 12 janvier 2017."),
        ("en", "The next meeting will be held on 12 January 2017."),
        ("en", "Next issue published on 12 January 2017."),
        ("it", "La prossima si terrà il 12 gennaio 2017."),
        ("es", "Próxima reunión: 12 de enero de 2017"),
        ("pt", "Próxima reunião: 12 de janeiro de 2017"),
        ("nl", "Volgende vergadering: 12 januari 2017"),
        ("sv", "Nästa möte: 12 januari 2017"),
        ("da", "Næste møde: 12. januar 2017"),
        ("no", "Neste møte: 12. januar 2017"),
        ("fi", "Seuraava kokous: 12. tammikuuta 2017"),
        ("pl", "Data następnego posiedzenia: 12 stycznia 2017"),
        ("cs", "Příští schůze: 12. ledna 2017"),
        ("ru", "Следующее заседание: 12 января 2017 г."),
        ("uk", "Наступне засідання: 12 січня 2017 р."),
        ("bg", "Следващо заседание: 12 януари 2017 г."),
        ("ro", "Data următoarei ședințe: 12 ianuarie 2017"),
        ("hr", "Sljedeća sjednica: 12. siječnja 2017."),
        ("hu", "Következő ülés: 2017. január 12."),
        ("tr", "Sonraki toplantı tarihi: 12 Ocak 2017"),
        ("el", "Επόμενη συνεδρίαση: 12 Ιανουαρίου 2017"),
        ("ca", "Propera reunió: 12 de gener de 2017"),
        ("ar", "الجلسة القادمة بتاريخ 12 كانون الثاني 2017"),
        ("fa", "تاریخ جلسه آینده: ۱۲ دی ۱۳۹۵"),
        ("ur", "آئندہ اجلاس کی تاریخ: 12 جنوری 2017"),
        ("he", "הישיבה הבאה: 12 בינואר 2017"),
        ("hi", "अगली बैठक की तिथि: 12 जनवरी 2017"),
        ("id", "Tanggal rapat berikutnya: 12 Januari 2017"),
        ("ja", "次回会議：2017年1月12日"),
        ("zh", "下次会议日期：2017年1月12日"),
        ("ko", "다음 회의: 2017년 1월 12일"),
    ],
)
def test_the_day_of_the_next_meeting_dates_no_document(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.recognise(Passage(text), language).mentions[-1].role is Role.EVENT


def test_a_next_one_told_before_leaves_a_day_of_issue_what_it_is(tagger: Tagger) -> None:
    text = "Next meeting: 12 January 2017. Updated on 3 March 2016"
    assert [timex.role for timex in tagger.tag(text, "en")] == [Role.EVENT, Role.ISSUE]


@pytest.mark.parametrize(
    ("text", "tense"),
    [("Next meeting: 12 January 2017", 1), ("The next meeting was held on 12 January 1917.", 0)],
)
def test_a_label_of_what_is_next_puts_its_day_ahead(tagger: Tagger, text: str, tense: int) -> None:
    assert [one.tense for one in tagger.recognise(Passage(text), "en").mentions] == [tense]


def test_a_line_of_a_code_a_day_and_a_clock_is_of_issue(tagger: Tagger) -> None:
    assert tagger.tag("کد خبر: ۸۵۵۵۲۳۱۷ ۱۴۰۳/۰۵/۱۲ - ۰۹:۴۵", "fa")[0].role is Role.ISSUE


def test_a_day_in_figures_and_its_day_of_the_moon_do_the_same(tagger: Tagger) -> None:
    text = "صدر القرار رقم 8 بتاريخ 09/02/1443هـ الموافق 16/09/2021م ثم ألغي."
    first, second = tagger.tag(text, "ar")
    assert (first.role, first.group) == (second.role, second.group) == (Role.SOURCE, 0)


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("pt", "16/03/2018 PLENÁRIO", [Role.ISSUE]),
        ("fr", "Ces trois journées (27, 28, 29 juillet 1830) ont suffi.", [Role.EVENT, Role.EVENT]),
        ("pt", "Assim o HC 137.701, Rel. Min. Dias, Tribunal Pleno, DJe de 13/3/2017.", [Role.SOURCE]),
    ],
)
def test_a_day_in_figures_does_what_one_in_words_does(
    tagger: Tagger, language: str, text: str, roles: list[Role]
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == roles


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Se expide el presente, válido hasta el 29 de septiembre de 2015."),
        ("en", "Issued to the owner and valid until 29 September 2015."),
    ],
)
def test_the_day_until_which_a_document_holds_is_not_its_own(
    tagger: Tagger, language: str, text: str
) -> None:
    assert [(timex.edtf, timex.role) for timex in tagger.tag(text, language)] == [("2015-09-29", Role.EVENT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La séance commença à 18 h 30. Le 3 mai 1980, on la reprit."),
        ("de", "Der Laden schloss um 18 Uhr 30. Am 3. Mai 1980 brannte er."),
        ("nl", "De winkel sloot om 18.30. Op 3 mei 1980 brandde hij af."),
        ("en", "The shop closed at 18:30. On 3 May 1980 it burnt."),
        ("es", "La tienda cerraba a las 18.30. El 3 de mayo de 1980 ardió."),
        ("pt", "A loja fechava às 18h30. A 3 de maio de 1980 ardeu."),
        ("it", "Il negozio chiudeva alle ore 18.30. Il 3 maggio 1980 bruciò."),
        ("ru", "Магазин закрылся в 18.30. Вечером 3 мая 1980 года он сгорел."),
        ("tr", "Dükkân saat 18.30. 3 Mayıs 1980 günü yandı."),
    ],
)
def test_a_sentence_ends_after_its_clock(tagger: Tagger, language: str, text: str) -> None:
    first, *_, last = tagger.tag(text, language, "1985-01-01")
    assert first.interval is None
    assert last.edtf == "1980-05-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "DÉCISION du 3 mai 2019 (n° 12, 4 pages)"),
        ("fr", "Audience publique du 3 mai 2019"),
        ("es", "Audiencia pública del 3 de mayo de 2019"),
        ("es", "Decisión de 3 de mayo de 2019"),
        ("it", "Udienza pubblica del 3 maggio 2019"),
        ("pt", "Sessão pública de 3 de maio de 2019"),
        ("pt", "Decisão de 3 de maio de 2019"),
        ("de", "Öffentliche Sitzung vom 3. Mai 2019"),
        ("nl", "Openbare terechtzitting van 3 mei 2019"),
        ("en", "Public hearing of 3 May 2019"),
        ("ru", "Решение от 3 мая 2019 года"),
        ("ar", "الجلسة العلنية المنعقدة بتاريخ 3 مايو 2019"),
        ("fa", "جلسهٔ علنی مورخ ۱۳ اردیبهشت ۱۳۹۸"),
        ("tr", "3 Mayıs 2019 tarihli karar"),
        ("pl", "Wyrok z dnia 3 maja 2019 r."),
        ("uk", "Рішення від 3 травня 2019 року"),
        ("ca", "Sentència de 3 de maig de 2019"),
        ("sv", "Beslut den 3 maj 2019"),
        ("da", "Kendelse af 3. maj 2019"),
        ("no", "Kjennelse av 3. mai 2019"),
        ("ro", "Decizia din 3 mai 2019"),
    ],
)
def test_a_line_that_names_an_act_and_its_day_is_the_documents_own(
    tagger: Tagger, language: str, text: str
) -> None:
    (timex,) = tagger.tag(text, language)
    assert (timex.edtf, timex.role) == ("2019-05-03", Role.ISSUE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Issue 12 – Friday 14 March 2025 – Term 2"),
        ("fr", "Le Petit Journal de l'école – n° 12 – vendredi 14 mars 2025 – 2e trimestre"),
        ("de", "Schulbrief Nr. 12 – Freitag, 14. März 2025 – 2. Halbjahr"),
        ("es", "Boletín escolar n.º 12 – viernes 14 de marzo de 2025 – 2.º trimestre"),
        ("it", "Giornalino n. 12 – venerdì 14 marzo 2025 – 2° trimestre"),
        ("pt", "Boletim escolar n.º 12 – sexta-feira, 14 de março de 2025 – 2.º trimestre"),
        ("nl", "Nieuwsbrief nr. 12 – vrijdag 14 maart 2025 – 2e kwartaal"),
        ("ru", "Школьная газета № 12 – пятница, 14 марта 2025 г. – 2 квартал"),
    ],
)
def test_a_masthead_with_its_number_and_its_term_dates_the_issue(
    tagger: Tagger, language: str, text: str
) -> None:
    found = [timex for timex in tagger.tag(text, language) if timex.role is Role.ISSUE]
    assert [timex.edtf for timex in found] == ["2025-03-14"]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "es",
            "En Valdera, a dos de mayo de dos mil doce, la magistrada dicta la siguiente sentencia.",
            Role.ISSUE,
        ),
        (
            "es",
            "En Valdera, a 2 de mayo de 2012, ante mí, notario de la villa, comparecen los dos.",
            Role.ISSUE,
        ),
        ("pt", "Em Valdera, a 2 de maio de 2012, perante mim, notário, compareceram os dois.", Role.ISSUE),
        (
            "es",
            "Juicio ordinario 1512/2019. En Valdera, a 2 de mayo de 2012, ante mí comparece don Luis.",
            Role.ISSUE,
        ),
        (
            "es",
            "Juicio verbal 88/2018. En Valdera, a 2 de mayo de 2012, vistos por mí los autos, dicto esta.",
            Role.ISSUE,
        ),
        ("pt", "Processo n.º 412/2018. Em Valdera, a 2 de maio de 2012, perante mim, vieram.", Role.ISSUE),
        ("es", "Llegó el barco. En Valdera, a 2 de mayo de 1512, se embarcaron todos.", Role.EVENT),
        ("en", "Letter to Rossi, 12 April 1890.", Role.SOURCE),
        ("fr", "En notre étude, le 2 mai 2012, Maître Jean Corbon a reçu le présent acte.", Role.ISSUE),
        ("es", "En Valdera, a 2 de mayo de 1512, murió el abad.", Role.EVENT),
        ("es", "Según el acta, en Valdera, a 2 de mayo de 2012, ante mí, comparecieron dos.", Role.EVENT),
        ("es", "Según el burofax de 2 de mayo de 2012, nada se debía.", Role.SOURCE),
        ("es", "Contestó mediante burofax de 2 de mayo de 2012.", Role.EVENT),
    ],
)
def test_who_gives_an_act_after_its_place_and_day_tells_that_it_is_its_own(
    tagger: Tagger, language: str, text: str, role: Role
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [role]


def test_received_and_accepted_are_days_of_issue_after_the_names_of_authors(tagger: Tagger) -> None:
    text = "سلمى الحداد ونادر قاسم. ورد البحث في 4 مايو 2019 وقُبل للنشر في 2 ديسمبر 2019."
    assert [timex.role for timex in tagger.tag(text, "ar")] == [Role.ISSUE, Role.ISSUE]
