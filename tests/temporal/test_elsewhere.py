"""Dates of other calendars fall on the days their readers mean, whatever is left unsaid."""

from __future__ import annotations

import pytest

from reader.temporal import timex3
from reader.temporal.model import Domain, Passage
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "La loi du 22 prairial an II", "1794-06-10"),
        ("fr", "Au IIIe siècle de l'hégire", "0816/0913"),
        ("en", "Ramadan 2024 began early.", "2024-03-11/2024-04-09"),
        ("en", "It was signed on 5 Iyar 5708.", "1948-05-14"),
        ("ar", "توفي ليلة الجمعة 12 ذي القعدة 1382هـ", "1963-04-05TNI"),
        ("ar", "اجتمعوا لعشر بقين من رمضان سنة 1440هـ", "2019-05-25"),
        ("fa", "در دهه شصت", "1981/1991"),
        ("he", "בשנת תרמ״ב", "1881-09-24/1882-09-13"),
    ],
)
def test_a_date_of_another_calendar_is_counted_in_our_days(
    tagger: Tagger, language: str, text: str, value: str
) -> None:
    (record,) = timex3.records(tagger.tag(text, language, "2024-05-15", Domain.NEWS))
    assert record["value"] == value


def test_a_story_stays_in_the_year_of_its_calendar(tagger: Tagger) -> None:
    found = tagger.tag("وصل سنة 548 هـ وغادر في جمادى الآخرة.", "ar", None, Domain.NARRATIVE)
    assert [timex.original for timex in found] == ["0548", "0548-06"]


def test_the_weekday_tells_which_moon_was_seen(tagger: Tagger) -> None:
    by_table, by_weekday = (
        tagger.tag(text, "ar", None, Domain.REPORT)[0].interval
        for text in ("27 صفر 1447هـ", "الجمعة 27 صفر 1447هـ")
    )
    assert by_table is not None
    assert by_weekday is not None
    assert by_weekday.first == (by_table.first or 0) + 1


def test_a_day_said_in_two_calendars_is_one_expression(tagger: Tagger) -> None:
    found = tagger.tag("صدر في 583هـ/1187م.", "ar", None, Domain.REPORT)
    assert {timex.group for timex in found} == {0}
    assert [record["value"] for record in timex3.records(found)] == ["1187"]


def test_a_year_no_calendar_has_reached_is_no_date_of_it(tagger: Tagger) -> None:
    assert not [timex for timex in tagger.tag("9 thermidor 1990", "fr") if timex.calendar != "gregorian"]


@pytest.mark.parametrize(
    ("language", "text", "written", "day"),
    [
        ("fa", "در عاشورا ۱۳۵۵ تظاهرات شد.", "2024-05-15", "1976-12-31"),  # its first Ashura lay in 1354
        ("fa", "در عید فطر ۱۳۵۷", "2024-05-15", "1978-09-03"),
        ("ar", "في عاشوراء سنة 1397هـ", "2024-05-15", "1976-12-31"),
        ("ar", "وقعت في عاشوراء", "1976-02-02", "1976-01-11"),
        ("ar", "وقعت في عاشوراء", "1977-01-05", "1976-12-31"),  # the second of that year
    ],
)
def test_a_feast_falls_in_the_year_of_whatever_calendar(
    tagger: Tagger, language: str, text: str, written: str, day: str
) -> None:
    (found,) = tagger.tag(text, language, written, Domain.NEWS)
    assert found.edtf == day


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf"),
    [
        ("en", "Nowruz 1403 was a feast.", "Nowruz 1403", "2024-03-20"),
        ("en", "Nowruz 2024 was a feast.", "Nowruz 2024", "2024-03-20"),
        ("fr", "Norouz 1403 fut célébré.", "Norouz 1403", "2024-03-20"),
        ("en", "He was born in Shōwa 20 near Kyoto.", "Shōwa 20", "1945"),
        ("fr", "Il est né en Heisei 5 près de Kyoto.", "Heisei 5", "1993"),
        ("de", "Sie heirateten in Reiwa 5.", "Reiwa 5", "2023"),
        ("en", "He was born on 3 May, Shōwa 20, near Kyoto.", "3 May, Shōwa 20", "1945-05-03"),
    ],
)
def test_years_of_persia_and_japan_in_latin_letters(
    tagger: Tagger, language: str, text: str, words: str, edtf: str
) -> None:
    assert [(timex.text, timex.edtf) for timex in tagger.tag(text, language)] == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("سه‌ماههٔ آخر سال ۱۳۷۰", "1991-12-22/1992-03-20"),
        ("در ده ماههٔ نخست سال ۱۴۰۱", "2022-03-21/2023-01-20"),
        ("در دو ماه پایانی سال ۱۴۰۱", "2023-01-21/2023-03-20"),
        ("در نیمهٔ دوم قرن هفتم هجری", "1253/1301"),
        ("در سال پنجاه و هفت", "1978-03-21/1979-03-20"),
        ("پس از شهریور بیست به شهر آمد", "1941-08-23/1941-09-22"),
    ],
)
def test_parts_of_a_year_are_counted_in_its_own_months(tagger: Tagger, text: str, edtf: str) -> None:
    (found,) = (one for one in tagger.tag(text, "fa", "2024-05-15", Domain.NEWS) if one.interval)
    assert found.edtf == edtf


def test_a_quarter_of_last_year_is_one_of_the_year_that_the_document_counts(tagger: Tagger) -> None:
    texts = ["تاریخ انتشار: ۱۵ بهمن ۱۴۰۱", "در سه‌ماههٔ سوم سال گذشته صادرات رشد کرد."]
    recognised = [tagger.recognise(Passage(text), "fa") for text in texts]
    dated = tagger.resolve(recognised, document_context(DocumentClues(recognised)))
    assert [one.edtf for one in dated[1]] == ["2021-09-23/2021-12-21"]


def test_a_short_year_is_none_of_an_age_that_wrote_none(tagger: Tagger) -> None:
    text = "نبرد در سال ۲۱ هجری بود. پدرم در سال ۵۷ از آن نوشت."
    assert [one.original for one in tagger.tag(text, "fa", None, Domain.NARRATIVE)] == ["0021", "1357"]
