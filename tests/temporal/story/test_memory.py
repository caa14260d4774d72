"""What a story stands at: its section's year, and back to it after an aside."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


def _values(tagger: Tagger, text: str, language: str = "en") -> list[str]:
    return [timex.value for timex in tagger.tag(text, language, None, Domain.NARRATIVE)]


def test_a_title_lends_its_year_to_every_paragraph_of_its_section(tagger: Tagger) -> None:
    text = "1862\n\nIn June they came.\n\nThe town, founded in 1690, fell.\n\nIn August it rained."
    assert _values(tagger, text) == ["1862", "1862-06", "1690", "1862-08"]


def test_a_day_titles_no_section(tagger: Tagger) -> None:
    text = "Case 12, filed 14 September 2018\n\nHe came in March 2016.\n\nOn 18 April he fell."
    assert _values(tagger, text)[-1] == "2016-04-18"


def test_a_section_ends_where_a_paragraph_tells_of_other_years_only(tagger: Tagger) -> None:
    text = "1862\n\nIn June it began.\n\nHe was born in 1901 and died in 1950.\n\nIn May there was a feast."
    assert _values(tagger, text)[-1] == "1950-05"


def test_a_single_leap_to_another_age_is_an_aside(tagger: Tagger) -> None:
    text = "In 1812 the war began.\n\nHis grandson robbed banks until 1881.\n\nIn October the city burned."
    assert _values(tagger, text)[-1] == "1812-10"


def test_a_story_that_goes_on_after_a_leap_has_moved(tagger: Tagger) -> None:
    text = "In 1812 the war began.\n\nIn 1881 he sold it; in 1882 he left.\n\nIn October the city burned."
    assert _values(tagger, text)[-1] == "1882-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Prussian in 1812, Polish today."), ("de", "Heute ist es Polen.")],
)
def test_today_in_a_story_is_these_days(tagger: Tagger, language: str, text: str) -> None:
    assert _values(tagger, text, language)[-1] == "PRESENT_REF"


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "fr",
            "Le 3 novembre 1787, il écrivit. Dès 1771, on saisit ; l'an suivant, rien. En décembre, il fuit.",
            ["1787-11-03", "1771", "1772", "1787-12"],
        ),
        (
            "en",
            "On 17 March 2018 she bought a car first registered in May 2015; two years later she sold it.",
            ["2018-03-17", "2015-05", "2020"],
        ),
    ],
)
def test_a_sentence_that_opens_with_a_look_back_goes_on_from_it(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None)] == dates


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        (
            "en",
            "In 2022 it sold more, compared with 2021. In May the line stood still.",
            "2022-05",
        ),
        ("fr", "En 2022, la vente a crû, en comparaison de 2021. En mai, la ligne s'est arrêtée.", "2022-05"),
    ],
)
def test_no_story_goes_on_from_what_something_is_compared_with(
    tagger: Tagger, language: str, text: str, last: str
) -> None:
    assert _values(tagger, text, language)[-1] == last


def test_the_same_year_after_a_date_in_brackets_is_its_year(tagger: Tagger) -> None:
    text = "It came out in 1858.\n\nWith the charter (5 August 1906) it grew. In May of that year it fell."
    assert _values(tagger, text)[-1] == "1906-05"


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "fr",
            "Le 7 août 2016, M. Roux, qui avait été jugé le 30 janvier 2009, partit. Le lendemain, rien.",
            ["2016-08-07", "2009-01-30", "2016-08-08"],
        ),
        (
            "es",
            "El 7 de agosto de 2016, Ruiz, que había sido juzgado el 30 de enero de 2009, huyó. Volvió el 9.",
            ["2016-08-07", "2009-01-30", "2016-08-09"],
        ),
        (
            "en",
            "They came on 12 June 1798, 24 Prairial Year VI, and stayed until the 18th.",
            ["1798-06-12", "1798-06-12", "1798-06-18"],
        ),
    ],
)
def test_a_look_back_and_another_calendar_leave_the_story_where_it_stands(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    found = tagger.tag(text, language, None, Domain.NARRATIVE)
    assert [timex.edtf for timex in found if timex.edtf] == dates


def test_what_goes_on_that_same_night_goes_on_in_its_year(tagger: Tagger) -> None:
    story = "On 7 August 2016 he drove.\n\nThat same night it struck a car. He was charged on 9 September."
    signed = "\n\nOslo, 20 November 2017"
    dates = [timex.edtf for timex in tagger.tag(story + signed, "en", None)]
    assert dates[-2:] == ["2016-09-09", "2017-11-20"]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        # What is said in passing before a story has begun is no place it goes back to.
        (
            "pt",
            "A ré existe desde 1992. Em 7 de março de 2016 foi citada.\n\nEm abril desse ano pagou.",
            "2016-04",
        ),
        # What a few words between commas tell of a thing is none either.
        (
            "fr",
            "Le 7 mars 2016, il partit.\n\nLe camion, construit en mai 2004, brûla le 9 mars.",
            "2016-03-09",
        ),
        # Nor what has been going on since, nor what brackets say of a thing.
        ("en", "In May 2004 he came. He has kept bees since 1998. In July he left.", "2004-07"),
        ("en", "Ann died in 1914 (oil on canvas, 1915). Her sister followed two years later.", "1916"),
        # Early in a year, its summer is still to come.
        ("es", "A comienzos de 2018 volvió. El verano siguiente se fue.", "2018-SU"),
    ],
)
def test_what_is_said_in_passing_moves_no_story(tagger: Tagger, language: str, text: str, last: str) -> None:
    assert _values(tagger, text, language)[-1] == last


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        (
            "fr",
            "Le 4 octobre 2020, il la mordit.\n\nIl avait déjà mordu en 2019.\n\nGuérie le 18 novembre.",
            "2020-11-18",
        ),
        ("de", "Er kündigte am 29. August 2013 zum 31. März 2014; am selben Tag ging er.", "2013-08-29"),
        (
            "nl",
            "Op 14 september 2016 viel hij.\n\nZij beheert het sinds 2009. In oktober ging hij.",
            "2016-10",
        ),
        (
            "en",
            "On 16 September 2013 he sued. V., hired in 2006, is younger. On 10 October he lost.",
            "2013-10-10",
        ),
    ],
)
def test_what_had_been_or_takes_effect_moves_no_story(
    tagger: Tagger, language: str, text: str, last: str
) -> None:
    assert _values(tagger, text, language)[-1] == last


def test_a_year_that_opens_a_paragraph_begins_what_it_tells(tagger: Tagger) -> None:
    # Beside a line that someone was hired in passing: there the story goes on from the day before.
    text = "2009: drilled the long core in April 2009.\n\n2006 Doctorate, Bergen. Thesis defended on 12 May."
    assert _values(tagger, text, "en")[-1] == "2006-05-12"


def test_a_birth_opens_no_story_in_a_text_that_is_dated(tagger: Tagger) -> None:
    text = "Oslo, 8 November 2022\n\nMr Aldous, born 23 March 1951, is a joiner.\n\nI saw him on 3 November."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)][-1] == "2022-11-03"


def test_what_is_counted_on_from_a_leap_moves_the_story_there(tagger: Tagger) -> None:
    text = "In 1881 the railway came. The mill burned in 1926, but ran the following year.\n\nIn May it sold."
    assert _values(tagger, text)[-1] == "1927-05"


def test_a_history_of_old_times_strides_on_by_centuries(tagger: Tagger) -> None:
    text = "A boat was built here in 850 BC. Caesar came in 58 BC.\n\nIn 197 a stone named the town."
    assert _values(tagger, text) == ["BC0850", "BC0058", "0197"]
