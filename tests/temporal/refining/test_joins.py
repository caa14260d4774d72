"""Parts of a date that stand beside each other are one date."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Ils viendront dès le début du mois de juillet.", "le début du mois de juillet"),
        ("es", "Llegarán a principios del mes de julio.", "a principios del mes de julio"),
        ("it", "Arrivano all'inizio del mese di luglio.", "all'inizio del mese di luglio"),
        ("pt", "Chegam no início do mês de julho.", "no início do mês de julho"),
        ("en", "They come at the end of the month of July.", "the end of the month of July"),
        ("de", "Sie kommen Anfang des Monats Juli.", "Anfang des Monats Juli"),
    ],
)
def test_the_edge_of_a_named_month_is_one_date(tagger: Tagger, language: str, text: str, words: str) -> None:
    found = [(timex.text, timex.value) for timex in tagger.tag(text, language, "2000-06-20")]
    assert found == [(words, "2000-07")]


@pytest.mark.parametrize("dash", ["--", " -- ", "-", " – "])
def test_years_are_joined_by_any_dash(tagger: Tagger, dash: str) -> None:
    text = f"He was its bishop (1924{dash}1931) and friend."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)] == ["1924/1931"]


def test_a_range_goes_on_after_the_comma_behind_a_year(tagger: Tagger) -> None:
    text = "The siege lasted from June 3, 1863, to July 9, 1863."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)] == ["1863-06-03/1863-07-09"]
    text = "He was held from 22 Thermidor, Year II, to 3 Fructidor."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)] == ["1794-08-09/1794-08-20"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Er starb am letzten Tag des Jahres 1918.", "letzten Tag des Jahres 1918"),
        ("es", "Murió el último día del año 1918.", "el último día del año 1918"),
        ("en", "He died on the last day of 1918.", "the last day of 1918"),
    ],
)
def test_the_last_day_of_a_year_is_that_day(tagger: Tagger, language: str, text: str, words: str) -> None:
    assert [(timex.text, timex.edtf) for timex in tagger.tag(text, language, None)] == [(words, "1918-12-31")]


def test_the_last_day_of_an_early_year_is_of_it(tagger: Tagger) -> None:
    found = tagger.tag("In 264 BC they landed; they left on the last day of 218.", "en", None)
    assert [timex.edtf for timex in found] == ["-0263", "-0217-12-31"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Cette même année 1912, il partit.", "Cette même année 1912"),
        ("it", "Nello stesso anno 1912 partì.", "Nello stesso anno 1912"),
        ("nl", "In datzelfde jaar 1912 vertrok hij.", "datzelfde jaar 1912"),
        ("pt", "Nesse mesmo ano de 1912 partiu.", "Nesse mesmo ano de 1912"),
    ],
)
def test_the_same_year_and_its_number_are_one_date(
    tagger: Tagger, language: str, text: str, words: str
) -> None:
    assert [(timex.text, timex.value) for timex in tagger.tag(text, language)] == [(words, "1912")]


@pytest.mark.parametrize("words", ["Sept.–Oct.", "Sept.-Oct.", "Nov.–Dec."])
def test_short_months_are_a_range_of_their_headings_year(tagger: Tagger, words: str) -> None:
    passages = [
        Passage("1915", "en", is_heading=True),
        Passage(f"{words} The line held.", "en", context="1915"),
    ]
    recognised = [tagger.recognise(passage) for passage in passages]
    context = document_context(DocumentClues(recognised))
    (found,) = tagger.resolve(recognised, context)[1]
    assert found.text == words
    assert found.edtf in {"1915-09/1915-10", "1915-11/1915-12"}


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "On the Tuesday after 3 May 1921 he resigned.", "1921-05-10"),
        ("en", "On the Friday before 3 May 1921 he resigned.", "1921-04-29"),
        ("de", "Am Dienstag nach dem 3. Mai 1921 trat er zurück.", "1921-05-10"),
        ("de", "Am Freitag vor dem 3. Mai 1921 trat er zurück.", "1921-04-29"),
        ("fr", "Le mardi après le 3 mai 1921, il démissionna.", "1921-05-10"),
        ("es", "El martes siguiente al 3 de mayo de 1921 dimitió.", "1921-05-10"),
        ("es", "El viernes antes del 3 de mayo de 1921 dimitió.", "1921-04-29"),
        ("it", "Il martedì successivo al 3 maggio 1921 si dimise.", "1921-05-10"),
        ("pt", "Na terça-feira seguinte a 3 de maio de 1921 demitiu-se.", "1921-05-10"),
        ("nl", "Op de dinsdag na 3 mei 1921 trad hij af.", "1921-05-10"),
        ("ru", "Во вторник после 3 мая 1921 года он ушёл.", "1921-05-10"),
    ],
)
def test_a_weekday_is_counted_from_the_day_it_stands_beside(
    tagger: Tagger, language: str, text: str, edtf: str
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language)] == [edtf]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ودخلوا المدينة في شهر صفر من عام ستة وخمسين وستمائة.", "1258-02-14/1258-03-14"),
        ("وقدم في شهر رجب من عام ألف وتسعمائة وسبعة وستين.", "1967-10-04/1967-11-02"),
    ],
)
def test_an_early_year_is_counted_as_its_month_is(tagger: Tagger, text: str, days: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, "ar")] == [days]
