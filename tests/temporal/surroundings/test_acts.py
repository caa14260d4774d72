"""What a text tells of an act is of the same kind in every language: contracts, rulings, letters."""

from __future__ import annotations

import pytest

from reader.temporal.model import Role
from reader.temporal.tagger import Tagger

OWN, TOLD, CITED = Role.ISSUE, Role.EVENT, Role.SOURCE


def roles(tagger: Tagger, language: str, text: str) -> list[Role]:
    return [timex.role for timex in tagger.tag(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le présent contrat est conclu le 3 mai 2019 entre la société X et M. Y."),
        ("en", "This contract is made on 3 May 2019 between X Ltd and Mr Y."),
        ("es", "El presente contrato se celebra el 3 de mayo de 2019 entre la sociedad X y don Y."),
        ("de", "Dieser Vertrag wird am 3. Mai 2019 zwischen der X GmbH und Herrn Y geschlossen."),
        ("it", "Il presente contratto è stipulato il 3 maggio 2019 tra la società X e il signor Y."),
        ("pt", "O presente contrato é celebrado em 3 de maio de 2019 entre a sociedade X e o senhor Y."),
        ("ru", "Настоящий договор заключён 3 мая 2019 года между обществом Х и гражданином У."),
        ("ar", "أبرم هذا العقد بتاريخ 3 مايو 2019 بين شركة س والسيد ص."),
    ],
)
def test_a_contract_names_its_own_day(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [OWN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le présent bail expire le 31 mai 2022."),
        ("en", "This lease expires on 31 May 2022."),
        ("es", "El presente contrato vence el 31 de mayo de 2022."),
        ("de", "Dieser Vertrag endet am 31. Mai 2022."),
        ("it", "Il presente contratto scade il 31 maggio 2022."),
        ("pt", "O presente contrato expira em 31 de maio de 2022."),
        ("ru", "Настоящий договор истекает 31 мая 2022 года."),
        ("ar", "ينتهي هذا العقد في 31 مايو 2022."),
    ],
)
def test_the_day_a_contract_ends_is_told(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [TOLD]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le contrat de bail du 4 avril 2015 et l'avenant du 12 mars 2017 sont résiliés."),
        ("en", "The lease dated 4 April 2015 is terminated, and so is the contract of 12 March 2017."),
        (
            "es",
            "El contrato de arrendamiento de 4 de abril de 2015 y la adenda de 12 de marzo de 2017 cesan.",
        ),
        ("de", "Der Mietvertrag vom 4. April 2015 und der Nachtrag vom 12. März 2017 enden."),
        ("it", "Il contratto di locazione del 4 aprile 2015 e l'accordo del 12 marzo 2017 cessano."),
        (
            "pt",
            "O contrato de arrendamento de 4 de abril de 2015 e o aditamento de 12 de março de 2017 cessam.",
        ),
        ("ru", "Договор аренды от 4 апреля 2015 года и соглашение от 12 марта 2017 года расторгаются."),
        ("ar", "يفسخ عقد الإيجار المؤرخ في 4 أبريل 2015 والملحق المؤرخ في 12 مارس 2017."),
    ],
)
def test_an_older_contract_is_cited(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [CITED, CITED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Par jugement du 6 février 2018, le tribunal a débouté M. Y."),
        ("en", "By judgment of 6 February 2018 the district court dismissed the claim."),
        ("es", "Por sentencia de 6 de febrero de 2018, el juzgado desestimó la demanda."),
        ("de", "Mit Urteil vom 6. Februar 2018 hat das Amtsgericht die Klage abgewiesen."),
        ("it", "Con sentenza del 6 febbraio 2018 il tribunale ha respinto la domanda."),
        ("pt", "Por sentença de 6 de fevereiro de 2018, o tribunal julgou improcedente a ação."),
        ("ru", "Решением от 6 февраля 2018 года районный суд отказал в иске."),
        ("ru", "Решением Тульского районного суда от 6 февраля 2018 года в иске отказано."),
        ("ru", "Районный суд определением от 6 февраля 2018 года отклонил жалобу."),
        ("ar", "بموجب حكم صادر بتاريخ 6 فبراير 2018 رفضت المحكمة الدعوى."),
        ("ar", "قضت محكمة حلب بحكمها الصادر بتاريخ 6 فبراير 2018 برفض الدعوى."),
        ("pl", "Wyrokiem Sądu Rejonowego w Toruniu z dnia 6 lutego 2018 r. powództwo oddalono."),
        ("uk", "Рішенням від 6 лютого 2018 року районний суд відмовив у позові."),
        ("fr", "Par lettre du 9 mars 2018, le bailleur a donné congé."),
        ("ru", "Письмом от 9 марта 2018 года арендодатель отказался от договора."),
        ("ar", "بموجب رسالة مؤرخة في 9 مارس 2018 أنهى المؤجر العقد."),
        ("ru", "Нотариальным договором от 5 мая 2016 года он продал дом."),
    ],
)
def test_an_act_by_which_something_was_done_is_told(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [TOLD]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В соответствии с законом от 6 июля 1989 года договор ничтожен."),
        ("ru", "Указом от 6 июля 1989 года введено новое правило."),
        ("ru", "Постановлением Конституционного Суда от 6 июля 2009 года норма отменена."),
        ("ar", "نقضت محكمة النقض بقرارها الصادر بتاريخ 6 يوليو 2009 الحكم."),
        ("ar", "عملا بالقانون المؤرخ في 6 يوليو 1989 يعد العقد باطلا."),
        ("ru", "Гражданин обжаловал решение от 6 февраля 2018 года."),
    ],
)
def test_laws_and_the_highest_courts_are_cited(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [CITED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Beslutet av den 4 mars 2011 upphävdes."),
        ("sv", "I dom den 12 juni 2009 slog rätten fast detta."),
        ("da", "Afgørelsen af 4. marts 2011 blev ophævet."),
        ("da", "Lejekontrakten af 4. marts 2011 gælder."),
        ("no", "Vedtaket av 4. mars 2011 ble opphevet."),
        ("ro", "Decizia nr. 44 din 4 martie 2011 a fost anulată."),
        ("it", "La deliberazione del 14 settembre 2021 è pubblica."),
        ("ro", "Dispoziția din 3 februarie 2009 se abrogă."),
        ("de", "Die Marktordnung vom 5. April 1984 tritt außer Kraft."),
        ("pl", "Decyzja z dnia 4 marca 2011 r. została uchylona."),
        ("nl", "Het deskundigenrapport van 9 augustus 2013 bevestigt dit."),
        ("fa", "طبق قانون مصوب ۸ تیر ۱۳۷۵ مجوز لازم است."),
    ],
)
def test_decisions_and_reports_are_cited(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [CITED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Decyzją z dnia 4 marca 2011 r. wójt zamknął szkołę."),
        ("ro", "Prin decizia din 4 martie 2011 s-a închis școala."),
        ("da", "Ved afgørelse af 4. marts 2011 lukkede man skolen."),
        ("da", "Helligdommen fra 4. marts 1811 står endnu."),
        ("sv", "Anmälan senast den 20 maj 2011."),
        ("nl", "De afslag werd geopend op 2 april 1912."),
        ("he", "הוא מת ב-2 בינואר 1947."),
    ],
)
def test_what_was_done_by_them_is_told(tagger: Tagger, language: str, text: str) -> None:
    assert roles(tagger, language, text) == [TOLD]


def test_a_place_may_bear_its_mark(tagger: Tagger) -> None:
    assert roles(tagger, "ru", "г. Псков, 3 марта 2012 г.") == [OWN]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Par ordonnance de référé du 22 septembre 2016, M. Lemoine a été désigné.", TOLD),
        ("fr", "L'expert, désigné par ordonnance du 14 mars 2017, a déposé son rapport.", TOLD),
        ("fr", "Par ordonnance du 17 novembre 2020, le juge a commis un notaire.", TOLD),
        ("fr", "Par ordonnance du 3 mai 1825, le roi érigea la paroisse.", CITED),
        ("it", "Con decreto ingiuntivo del 3 maggio 2018 fu chiesto il pagamento.", TOLD),
        ("it", "Con decreto del 3 maggio 1818 fu soppressa la diocesi.", CITED),
    ],
)
def test_what_a_court_orders_is_told_though_its_act_bears_the_name_of_a_law(
    tagger: Tagger, language: str, text: str, role: Role
) -> None:
    assert roles(tagger, language, text) == [role]
