"""The head of a ruling names its own day, whatever lines stand between its court and its title."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "COUR D'APPEL DE RIOM 2ème chambre civile ARRÊT DU 14 MAI 2018"),
        ("fr", "Tribunal judiciaire de Brest Pôle social Jugement du 14 mai 2018"),
        (
            "fr",
            "AU NOM DU PEUPLE FRANÇAIS COUR DE CASSATION Chambre sociale Audience publique du 14 mai 2018",
        ),
        ("fr", "COUR D'APPEL DE RIOM 2ème chambre civile ARRÊT DU 14 MAI 2018 N° RG 16/00412"),
        ("fr", "COUR D'APPEL DE RIOM ARRÊT DU : 14 MAI 2018 N° RG 16/00412 - N° Portalis DBVX-V-B7C-K0412"),
        ("en", "HIGH COURT OF JUSTICE Family Division JUDGMENT DELIVERED ON 14 MAY 2018"),
        ("en", "County Court at Derby Small Claims Order of 14 May 2018"),
        ("es", "AUDIENCIA PROVINCIAL DE SORIA Sección Primera SENTENCIA DE 14 DE MAYO DE 2018"),
        ("es", "Juzgado de lo Social de Lugo Sala única Sentencia de 14 de mayo de 2018"),
        ("de", "LANDGERICHT ULM 2. Zivilkammer URTEIL VOM 14. MAI 2018"),
        ("de", "Bundesgerichtshof VIII. Zivilsenat Beschluss vom 14. Mai 2018"),
        ("it", "Tribunale di Asti Sezione lavoro Sentenza del 14 maggio 2018"),
        ("ar", "محكمة الاستئناف بعدن الدائرة الثانية حكم بتاريخ 14 مايو 2018"),
        ("ar", "محكمة التمييز الغرفة الجزائية قرار صادر في 14 مايو 2018"),
    ],
)
def test_a_chamber_between_court_and_title_leaves_the_ruling_its_day(
    tagger: Tagger, language: str, text: str
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.ISSUE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cour d'appel de Riom, 2ème chambre, arrêt du 14 mai 2018"),
        ("fr", "Décision du conseil de prud'hommes, au fond, du 14 mai 2018"),
        ("fr", "Jugement déféré à la cour : tribunal de Riom, décision du 14 mai 2018"),
        ("en", "On appeal from the County Court, order of 14 May 2018"),
        ("es", "Sentencia apelada del Juzgado de Lugo de 14 de mayo de 2018"),
        ("de", "Angefochtenes Urteil des Amtsgerichts Ulm vom 14. Mai 2018"),
        ("de", "Amtsgericht Ulm, Urteil vom 14. Mai 2018"),
        ("ar", "الحكم المستأنف الصادر بتاريخ 14 مايو 2018"),
    ],
)
def test_a_ruling_that_is_cited_or_reviewed_is_a_source(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.SOURCE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Landgericht Ulm, Urteil vom 14. Mai 2018, Az. 4 O 1320/14"),
        ("fr", "Tribunal de grande instance de Riom, jugement du 14 mai 2018, n° RG 18/01437"),
        ("es", "Juzgado de lo Social de Lugo, sentencia de 14 de mayo de 2018"),
    ],
)
def test_a_heading_cites_no_ruling(tagger: Tagger, language: str, text: str) -> None:
    (heading,) = tagger.recognise(Passage(text, language, is_heading=True), language).mentions
    (cited,) = tagger.recognise(Passage(text, language), language).mentions
    assert (heading.role, cited.role) == (Role.ISSUE, Role.SOURCE)
