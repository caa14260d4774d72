"""Relative words are counted from what a reader would count them from, and say so."""

from __future__ import annotations

import pytest

from reader.sentences import load_sentences
from reader.temporal import explanation
from reader.temporal.model import DayInterval, Domain, Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Il partit le 3 mai 1912. Le lendemain, il arriva.", ["1912-05-03", "1912-05-04"]),
        ("fr", "Le pont fut ouvert en 1890 et fermé la même année.", ["1890", "1890"]),
        ("fr", "En 1890, on le répara. À la veille de la fête, il tomba.", ["1890"]),
        ("en", "The mill burnt down in May 1850. Two years later it was rebuilt.", ["1850-05", "1852"]),
        ("en", "In November 1850 it burnt. In March it was rebuilt.", ["1850-11", "1851-03"]),
        ("en", "The day after Easter 1916 the post office was taken.", ["1916-04-24"]),
    ],
)
def test_a_story_counts_from_the_date_said_before(
    tagger: Tagger, language: str, text: str, values: list[str]
) -> None:
    found = [
        timex.value for timex in tagger.tag(text, language, "2010-01-01", Domain.NARRATIVE) if timex.value
    ]
    assert found == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le conseil se réunira mardi.", "2024-05-21"),
        ("fr", "Le conseil s'est réuni mardi.", "2024-05-14"),
        ("fr", "La piscine rouvrira en juin.", "2024-06"),
        ("en", "The bridge was closed in December.", "2023-12"),
        ("en", "They met two days ago.", "2024-05-13"),
    ],
)
def test_news_counts_from_its_own_day_by_tense(tagger: Tagger, language: str, text: str, value: str) -> None:
    assert [timex.value for timex in tagger.tag(text, language, "2024-05-15", Domain.NEWS)] == [value]


def test_a_quotation_counts_from_the_citation_that_closes_it(tagger: Tagger) -> None:
    text = "« Le ministre a dit mercredi que la visite prévue vendredi aurait lieu » (La Gazette, 14/8/2025)."
    before, after, source = tagger.tag(text, "fr", "2025-09-30")
    assert (before.edtf, after.edtf, source.edtf) == ("2025-08-13", "2025-08-15", "2025-08-14")
    assert source.role is Role.SOURCE
    assert explanation.say(before, load_sentences("en")) == (
        "“mercredi” before the citation of Thursday, August 14, 2025 → Wednesday, August 13, 2025"
    )


def test_only_a_year_known_is_never_its_first_day(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Le moulin date de 1850.", "fr")
    assert (timex.edtf, timex.interval) == ("1850", DayInterval(675334, 675698))


def test_an_open_end_is_open(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Le parc ouvrira d'ici 2030.", "fr", "2024-05-15")
    assert timex.edtf == "../2030"
    assert timex.interval is not None
    assert timex.interval.first is None
    assert timex.planned


def test_a_range_is_one_mention_with_two_ends(tagger: Tagger) -> None:
    (timex,) = tagger.tag("La foire se tient du 3 au 15 mars 2024.", "fr")
    assert timex.edtf == "2024-03-03/2024-03-15"
    assert [part.value for part in timex.parts] == ["2024-03-03", "2024-03-15"]


def test_an_impossible_date_is_a_doubt_and_no_day(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Signé le 31 avril 2021.", "fr")
    assert timex.interval is None
    assert [doubt.key for doubt in timex.doubts] == ["doubt.impossible_date"]


def test_a_weekday_is_checked_against_its_date(tagger: Tagger) -> None:
    (wrong,) = tagger.tag("le lundi 14 juillet 1789", "fr")
    assert [doubt.key for doubt in wrong.doubts] == ["doubt.weekday"]
    (right,) = tagger.tag("le mardi 14 juillet 1789", "fr")
    assert right.doubts == ()


def test_other_readings_are_kept(tagger: Tagger) -> None:
    (timex,) = tagger.tag("La réunion a eu lieu mardi.", "fr", "2024-05-15")
    assert [other.edtf for other in timex.alternatives] == ["2024-05-07", "2024-05-21"]
    assert timex.assumed == ("week",)


def test_years_before_our_era_count_backwards(tagger: Tagger) -> None:
    (timex,) = tagger.tag("César meurt le 15 mars 44 av. J.-C.", "fr")
    assert (timex.value, timex.edtf) == ("BC0044-03-15", "-0043-03-15")


def test_the_same_day_in_two_calendars_is_one_group(tagger: Tagger) -> None:
    hijri, gregorian = tagger.tag("25 Safar 1447 AH / 19 août 2025", "fr")
    assert hijri.group == gregorian.group >= 0
    assert hijri.interval == gregorian.interval
    assert hijri.original == "1447-02-25"


def test_these_days_in_a_history_are_no_day_and_do_not_carry_it_off(tagger: Tagger) -> None:
    text = (
        "The war began on 28 July 1914. The border of what is today Slovenia was drawn on 12 November 1920. "
        "In 1915 Italy joined. On 23 May 1915 it declared war. On 4 June 1916 the offensive began. Today the "
        "place is a park. On 11 November they met."
    )
    values = [timex.value for timex in tagger.tag(text, "en", "2018-07-05")]
    assert values.count("PRESENT_REF") == 2
    assert values[-1] == "1916-11-11"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Il est né à Dinant le 07/03/41.", "1941-03-07"),
        ("it", "Nata a Lecce il 7/3/41, vive a Trani.", "1941-03-07"),
        ("de", "Karl Ott, geb. 07.03.41, wohnhaft in Ulm", "1941-03-07"),
        ("fr", "Le bail prendra fin le 07/03/41.", "2041-03-07"),
    ],
)
def test_who_is_born_in_a_year_of_two_figures_has_been_born(
    tagger: Tagger, language: str, text: str, day: str
) -> None:
    assert [timex.value for timex in tagger.tag(text, language, "2026-05-04")] == [day]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "it",
            "Chiuso dal 3 marzo 2016, il ponte riaprirà domenica. Lo ha detto martedì il sindaco.",
            ["2016-03-03", "2017-10-15", "2017-10-10"],
        ),
        (
            "en",
            "Closed since 3 March 2016, the bridge will open on Sunday. The mayor said so on Tuesday.",
            ["2016-03-03", "2017-10-15", "2017-10-10"],
        ),
        (
            "en",
            "The bridge fell on 3 March 2016. On Sunday it was rebuilt.",
            ["2016-03-03", "2016-03-06"],
        ),
    ],
)
def test_a_weekday_that_has_been_does_not_follow_a_day_to_come(
    tagger: Tagger, language: str, text: str, days: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2017-10-13")] == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Members passed the budget by 14 votes to 9 on Tuesday.", ["2017-10-10"]),
        ("en", "The chamber votes on Tuesday.", ["2017-10-17"]),
        ("es", "La casa mostrará los muebles hallados en agosto.", ["2017-08"]),
        ("es", "La casa será ampliada en agosto.", ["2018-08"]),
        ("es", "La obra empezará tras la vendimia acabada, en noviembre.", ["2017-11"]),
        ("es", "La salida en agosto será temprana.", ["2018-08"]),
        (
            "en",
            "Digging begins next week. Members passed the budget on Tuesday night.",
            ["2017-10-16/2017-10-22", "2017-10-10"],
        ),
    ],
)
def test_the_verb_tells_which_of_two(tagger: Tagger, language: str, text: str, days: list[str]) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2017-10-13")] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle est entrée à l'usine à l'automne 1955. En février, elle partit."),
        ("en", "She joined the firm in the autumn of 1955. In February she left."),
        ("de", "Sie trat im Herbst 1955 in die Firma ein. Im Februar verließ sie sie."),
        ("es", "Entró en la fábrica en el otoño de 1955. En febrero la dejó."),
        ("it", "Entrò in fabbrica nell'autunno 1955. In febbraio la lasciò."),
        ("pt", "Entrou na fábrica no outono de 1955. Em fevereiro deixou-a."),
        ("nl", "Ze begon in de herfst van 1955 bij de fabriek. In februari ging ze weg."),
        ("ru", "Осенью 1955 года она поступила на завод. В феврале она ушла."),
        ("ar", "دخلت المصنع في خريف 1955. وفي فبراير تركته."),
    ],
)
def test_a_month_told_after_a_season_goes_on_from_it(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.value for timex in tagger.tag(text, language)] == ["1955-FA", "1956-02"]


def test_a_month_of_the_season_just_told_is_in_it(tagger: Tagger) -> None:
    text = "She came in the summer of 1955. In July she fell ill, in May she had been well."
    assert [timex.value for timex in tagger.tag(text, "en")] == ["1955-SU", "1955-07", "1955-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We meet on Friday at 9,” she wrote on 30 April 1980 to her brother in Cork."),
        ("en", "'Friday at 9,' she wrote on 30 April 1980 to her brother in Cork."),
        ("fr", "« Vendredi à 9 heures », écrivit-elle le 30 avril 1980 à son frère de Brest."),
        ("de", "„Freitag um 9 Uhr“, schrieb sie am 30. April 1980 ihrem Bruder nach Köln."),
        ("es", "«El viernes a las 9», escribió el 30 de abril de 1980 a su hermano de Vigo."),
        ("it", "«Venerdì alle 9», scrisse il 30 aprile 1980 al fratello di Pisa."),
        ("pt", "«Sexta-feira às 9», escreveu a 30 de abril de 1980 ao irmão do Porto."),
        ("nl", "‘Vrijdag om 9 uur’, schreef ze op 30 april 1980 aan haar broer in Gent."),
        ("ru", "«В пятницу в 9 часов», — написала она 30 апреля 1980 года брату в Тулу."),
        ("ar", "«يوم الجمعة في الساعة التاسعة»، هكذا كتبت في 30 أبريل 1980 إلى أخيها في حلب."),
        ("tr", "“Cuma saat 9'da” diye yazdı 30 Nisan 1980'de kardeşine."),
        ("fa", "«جمعه ساعت ۹»، او در ۳۰ آوریل ۱۹۸۰ به برادرش نوشت."),
    ],
)
def test_a_day_and_its_clock_that_are_quoted_count_from_the_day_of_the_speech(
    tagger: Tagger, language: str, text: str
) -> None:
    first, *_, last = tagger.tag(text, language, "1995-01-01")
    assert (first.edtf, last.edtf) == ("1980-05-02", "1980-04-30")
