"""Dates in words, never more exact than they are known."""

from __future__ import annotations

import pytest
from babel import Locale

from reader.sentences import available_languages, load_sentences
from reader.temporal.words.year_words import ORDINAL_RULES, roman
from reader.timeline.date_words import DateWords
from reader.timeline.model import EventDate
from tests.timeline.chronicle import day_number, hijri_issue_date

FRENCH = DateWords(load_sentences("fr"))
ENGLISH = DateWords(load_sentences("en"))
ARABIC = DateWords(load_sentences("ar"))


def said(words: DateWords, first: int | None, last: int | None, grain: str, *, rough: bool = False) -> str:
    return words.date(EventDate("", first, last, grain, "gregorian", "as written", approximate=rough))


def test_a_day_a_month_and_a_year_are_said_as_such():
    assert said(FRENCH, day_number(2025, 8, 16), day_number(2025, 8, 16), "day") == "16 août 2025"
    assert said(FRENCH, day_number(2025, 4, 1), day_number(2025, 4, 30), "month") == "avril 2025"
    assert said(FRENCH, day_number(2019), day_number(2020) - 1, "year") == "2019"
    assert said(ENGLISH, day_number(2025, 8, 16), day_number(2025, 8, 16), "day") == "Aug 16, 2025"
    assert said(ARABIC, day_number(2025, 8, 16), day_number(2025, 8, 16), "day") == "16 أغسطس 2025"


def test_the_ides_of_march_are_before_our_era():
    ides = day_number(-43, 3, 15)
    assert said(FRENCH, ides, ides, "day") == "15 mars 44 av. J.-C."
    assert said(ENGLISH, day_number(-43), day_number(-42) - 1, "year") == "44 BCE"


def test_decades_centuries_and_longer_stretches():
    assert said(ENGLISH, day_number(1990), day_number(2000) - 1, "decade") == "1990s"
    assert said(FRENCH, day_number(1901), day_number(2001) - 1, "century") == "XXe siècle"
    assert said(ENGLISH, day_number(1901), day_number(2001) - 1, "century") == "20th century"
    assert said(ENGLISH, day_number(-99), day_number(1) - 1, "century") == "1st century BCE"
    assert said(FRENCH, day_number(1990), day_number(2000) - 1, "decade") == "années 1990"
    assert said(ENGLISH, day_number(1801), day_number(1821) - 1, "century") == "early 19th century"
    assert said(FRENCH, day_number(1881), day_number(1901) - 1, "century") == "fin du XIXe siècle"
    assert said(ENGLISH, day_number(1801), day_number(1851) - 1, "century") == "1801–1850"
    assert said(FRENCH, day_number(2017, 6), day_number(2017, 9) - 1, "season") == "été 2017"
    assert said(ENGLISH, day_number(-500), day_number(-490) - 1, "decade") == "501–492 BCE"


def test_a_few_days_share_their_month():
    first, last = day_number(2025, 8, 12), day_number(2025, 8, 19)
    assert said(FRENCH, first, last, "day") == "12–19 août 2025"
    assert said(FRENCH, first, day_number(2025, 9, 2), "day") == "12 août 2025 – 2 sept. 2025"
    assert (
        said(FRENCH, day_number(2025, 4, 1), day_number(2025, 7, 1) - 1, "quarter")
        == "avril 2025 – juin 2025"
    )


def test_an_open_end_is_left_open():
    assert said(FRENCH, None, day_number(2031) - 1, "year") == "jusqu’en 2030"
    assert said(ENGLISH, day_number(2019), None, "year") == "from 2019"
    assert said(ENGLISH, day_number(2025, 4, 1), None, "month") == "from April 2025"
    assert said(ENGLISH, None, day_number(2025, 8, 16), "day") == "until Aug 16, 2025"
    assert said(ENGLISH, None, None, "day") == "as written"


@pytest.mark.parametrize(
    ("bound", "english", "french", "arabic"),
    [
        ("before", "before 1789", "avant 1789", "قبل 1789"),
        ("by", "by 1789", "au plus tard en 1789", "بحلول 1789"),
        ("until", "until 1789", "jusqu’en 1789", "حتى 1789"),
        ("since", "since 1789", "depuis 1789", "منذ 1789"),
        ("from", "from 1789", "dès 1789", "ابتداءً من 1789"),
        ("after", "after 1789", "après 1789", "بعد 1789"),
    ],
)
def test_a_bound_is_said_as_the_text_says_it(bound: str, english: str, french: str, arabic: str):
    year = EventDate("1789", day_number(1789), day_number(1790) - 1, "year", "gregorian", "1789", bound=bound)
    assert (ENGLISH.date(year), FRENCH.date(year), ARABIC.date(year)) == (english, french, arabic)


def test_what_is_foreseen_is_said_as_such():
    by = EventDate("../2030", None, day_number(2031) - 1, "year", "gregorian", "", bound="by")
    assert (ENGLISH.date(by), FRENCH.date(by), ARABIC.date(by)) == ("by 2030", "d’ici 2030", "بحلول 2030")


def test_what_begins_with_a_day_or_a_century_has_an_article_in_french():
    day = day_number(1789, 7, 14)
    assert FRENCH.date(EventDate("", day, day, "day", "gregorian", "", bound="until")) == (
        "jusqu’au 14 juil. 1789"
    )
    century = EventDate(
        "18XX", day_number(1801), day_number(1901) - 1, "century", "gregorian", "", bound="since"
    )
    assert FRENCH.date(century) == "depuis le XIXe siècle"
    assert ENGLISH.date(century) == "since the 19th century"
    decade = EventDate(
        "199X", day_number(1990), day_number(2000) - 1, "decade", "gregorian", "", bound="until"
    )
    assert (ENGLISH.date(decade), FRENCH.date(decade)) == ("until the 1990s", "jusqu’aux années 1990")


def test_a_bound_that_is_itself_rough_says_both():
    year = EventDate(
        "1815~",
        day_number(1815),
        day_number(1816) - 1,
        "year",
        "gregorian",
        "",
        approximate=True,
        bound="before",
    )
    assert (ENGLISH.date(year), FRENCH.date(year)) == ("before 1815 or so", "avant 1815 environ")
    first, last = day_number(1850), day_number(1860) - 1
    decade = EventDate("185X~", first, last, "decade", "gregorian", "", approximate=True, bound="until")
    told = "until the 1850s or so", "jusqu’aux années 1850 environ"
    assert (ENGLISH.date(decade), FRENCH.date(decade)) == told


def test_before_a_year_is_not_before_its_first_day():
    assert said(ENGLISH, None, day_number(1948), "year") == "until 1948"


def test_a_rough_date_says_that_it_is_rough():
    assert said(FRENCH, day_number(1945), day_number(1946) - 1, "year", rough=True) == "vers 1945"


def test_two_calendars_stand_together():
    assert FRENCH.all_dates(hijri_issue_date()) == "19 août 2025 · 25 Safar 1447 H"
    assert ARABIC.all_dates(hijri_issue_date()) == "19 أغسطس 2025 · 25 صفر 1447 هـ"


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_all_hijri_months_have_a_name_of_their_own(tag):
    words = DateWords(load_sentences(tag))
    assert len({words.hijri_month(month) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(("number", "letters"), [(1, "I"), (4, "IV"), (19, "XIX"), (21, "XXI"), (40, "XL")])
def test_roman_numerals(number, letters):
    assert roman(number) == letters


@pytest.mark.parametrize("tag", available_languages())
def test_names_and_their_order_are_those_of_cldr(tag: str):
    words, locale = DateWords(load_sentences(tag)), Locale.parse(tag)
    for width in ("wide", "abbreviated"):
        for table in (locale.months["format"], locale.months["stand-alone"]):
            assert [words.month(month, width) for month in range(1, 13)] == list(table[width].values())
    weekdays = locale.days["stand-alone"]["abbreviated"]
    assert [words.weekday(day) for day in range(7)] == [weekdays[day] for day in range(7)]
    assert locale.first_week_day == 0
    for skeleton, said_so in (("yMMM", words.month_and_year(2025, 8)), ("yMMMd", words.day((2025, 8, 16)))):
        month = words.month(8, "wide" if skeleton == "yMMM" else "abbreviated")
        pattern = str(locale.datetime_skeletons[skeleton])
        assert pattern.replace("d", "16").replace("y", "2025").replace("MMM", month) == said_so


@pytest.mark.parametrize("tag", sorted(ORDINAL_RULES))
def test_numbers_in_a_row_end_as_in_cldr(tag: str):
    locale = Locale.parse(tag)
    assert [ORDINAL_RULES[tag](n) for n in range(1, 130)] == [locale.ordinal_form(n) for n in range(1, 130)]


def test_languages_without_a_rule_for_a_row_have_one_form_for_all():
    for tag in set(available_languages()) - ORDINAL_RULES.keys():
        assert {Locale.parse(tag).ordinal_form(number) for number in range(1, 130)} == {"other"}


def test_the_first_day_of_a_month_is_the_first_in_french():
    assert FRENCH.day((2024, 5, 1)) == "1er mai 2024"
    assert FRENCH.iso("2024-05-11") == "11 mai 2024"
    assert ENGLISH.day((2024, 5, 1)) == "May 1, 2024"
    assert ARABIC.day((2024, 5, 1)) == "1 مايو 2024"


def test_a_date_the_text_is_not_sure_of_says_so():
    day = day_number(2024, 5, 1)
    sure = EventDate("2024-05-01?", day, day, "day", "gregorian", "")
    assert FRENCH.short_forms(sure) == ("1er mai 2024 (?)",)
    first, last = day_number(2024), day_number(2025) - 1
    about = EventDate("2024%", first, last, "year", "gregorian", "", approximate=True)
    assert ENGLISH.date(about) == "about 2024 (?)"


def test_about_a_day_or_a_decade_has_an_article():
    day = day_number(2024, 5, 1)
    about = EventDate("2024-05-01~", day, day, "day", "gregorian", "", approximate=True)
    assert (FRENCH.date(about), ENGLISH.date(about)) == ("vers le 1er mai 2024", "about May 1, 2024")
    first, last = day_number(1980), day_number(1990) - 1
    decade = EventDate("198X~", first, last, "decade", "gregorian", "", approximate=True)
    assert (FRENCH.date(decade), ENGLISH.date(decade)) == ("vers les années 1980", "about the 1980s")


def test_a_julian_day_says_its_calendar():
    day = day_number(1187, 10, 9)
    event = EventDate("1187-10-09", day, day, "day", "julian", "2 octobre 1187", original="1187-10-02")
    assert FRENCH.original(event) == "2 oct. 1187 (calendrier julien)"
    assert ENGLISH.original(event) == "Oct 2, 1187 (Julian calendar)"


def test_a_date_in_the_documents_own_words_keeps_their_direction_in_a_window_that_runs_the_other_way():
    day = day_number(1795, 7, 30)
    latin = EventDate("1795-07-30", day, day, "day", "french_republican", "12 thermidor an 3", original="")
    arabic = EventDate("1795-07-30", day, day, "day", "coptic", "٢٤ أبيب ١٥١١", original="")
    assert ARABIC.original(latin) == "\u206812 thermidor an 3\u2069"
    assert ENGLISH.original(arabic) == "\u2068٢٤ أبيب ١٥١١\u2069"
    assert (FRENCH.original(latin), ARABIC.original(arabic)) == ("12 thermidor an 3", "٢٤ أبيب ١٥١١")


def test_a_date_is_said_in_ever_fewer_words():
    first, *shorter = ENGLISH.forms(hijri_issue_date())
    assert first.endswith("1447 AH")
    assert shorter == ["Aug 19, 2025", "2025"]


def test_years_alone_stand_for_days_and_months_where_there_is_little_room():
    def year(first: int, last: int | None, **more: object) -> str:
        return ENGLISH.years_alone(EventDate("", first, last, "day", "gregorian", "as written", **more))  # type: ignore[arg-type] # handed on as given

    day = day_number(1781, 11, 1)
    assert year(day, day) == "1781"
    assert year(day_number(-43, 3, 1), day_number(-43, 3, 31)) == "44 BCE"
    assert year(day_number(1801, 9, 23), day_number(1802, 9, 22)) == "1801–1802"
    assert year(day_number(-44, 11, 1), day_number(-43, 1, 31)) == "45–44 BCE"
    nineties = EventDate("199X", day_number(1990), day_number(2000) - 1, "decade", "gregorian", "as written")
    assert ENGLISH.years_alone(nineties) == ""
    assert year(day, None) == ""
    assert year(day, day, bound="before") == ""
    assert year(day, day, approximate=True) == ""
