"""One day said in both styles is one date, ours: "25 October (7 November) 1917"."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "mention", "edtf"),
    [
        ("en", "It fell on 25 October (7 November) 1917.", "25 October (7 November) 1917", "1917-11-07"),
        ("en", "It fell on 25 October/7 November 1917.", "25 October/7 November 1917", "1917-11-07"),
        ("en", "It fell on 25 October 1917 (7 November).", "25 October 1917 (7 November)", "1917-11-07"),
        ("en", "On 25 October (O.S.) or 7 November (N.S.) 1917 it fell.", "", "1917-11-07"),
        ("en", "He was born on 31 January [O.S. 19 January] 1882.", "", "1882-01-31"),
        ("en", "He was born on 22 February 1732 [O.S. 11 February 1731] there.", "", "1732-02-22"),
        ("en", "Signed on 24 December 1811 (5 January 1812) at last.", "", "1812-01-05"),
        (
            "en",
            "First shown on 28 December 1895 (9 January 1896).",
            "28 December 1895 (9 January 1896)",
            "1896-01-09",
        ),
        ("en", "(Shown on 28 December 1895/9 January 1896)", "28 December 1895/9 January 1896", "1896-01-09"),
        ("en", "He was born on 11/22 February 1732.", "11/22 February 1732", "1732-02-22"),
        ("en", "She wrote in February 1731/2 from London.", "February 1731/2", "1732-02"),
        ("fr", "Le 25 octobre (7 novembre) 1917, le palais tomba.", "", "1917-11-07"),
        ("fr", "Le 25 octobre/7 novembre 1917, le palais tomba.", "", "1917-11-07"),
        ("de", "Er wurde am 10./22. März 1801 ermordet.", "10./22. März 1801", "1801-03-22"),
        ("de", "Er wurde am 10. (22.) März 1801 ermordet.", "10. (22.) März 1801", "1801-03-22"),
        ("de", "Am 25. Oktober (7. November) 1917 fiel der Palast.", "", "1917-11-07"),
        ("es", "Murió el 10 (22) de marzo de 1801.", "10 (22) de marzo de 1801", "1801-03-22"),
        ("es", "El palacio cayó el 25 de octubre (7 de noviembre) de 1917.", "", "1917-11-07"),
        ("pt", "Morreu em 10 (22) de março de 1801.", "10 (22) de março de 1801", "1801-03-22"),
        ("ca", "Va morir el 10 (22) de març de 1801.", "10 (22) de març de 1801", "1801-03-22"),
        ("it", "Il palazzo cadde il 25 ottobre (7 novembre) 1917.", "", "1917-11-07"),
        ("pl", "Pałac padł 25 października (7 listopada) 1917 roku.", "", "1917-11-07"),
        ("ru", "Дворец пал 25 октября (7 ноября) 1917 года.", "", "1917-11-07"),
    ],
)
def test_a_day_in_both_styles_is_one(
    tagger: Tagger, language: str, text: str, mention: str, edtf: str
) -> None:
    (timex,) = tagger.tag(text, language)
    assert timex.edtf == edtf
    assert timex.text == mention or not mention


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on 25 October (and on 7 November) 1917.", 3),
        ("They met on 25 October/5 November 1917.", 2),
        ("It opened on 25 October 2017 (7 November).", 2),
    ],
)
def test_two_days_stay_two(tagger: Tagger, text: str, days: int) -> None:
    assert len(tagger.tag(text, "en")) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 5/6 June 1944 they jumped."),
        ("fr", "Le 5/6 juin 1944, ils sautèrent."),
        ("it", "Il 5/6 giugno 1944 saltarono."),
        ("es", "El 5/6 de junio de 1944 saltaron."),
    ],
)
def test_two_days_with_a_stroke_are_a_night(tagger: Tagger, language: str, text: str) -> None:
    (timex,) = tagger.tag(text, language)
    assert timex.edtf == "1944-06-05/1944-06-06"


@pytest.mark.parametrize(
    "text",
    [
        "He was born on 11 February 1731 O.S. (22 February 1732 N.S.) there.",
        "He was born on 11 February 1732 O.S. (22 February 1732 N.S.) there.",
    ],
)
def test_a_day_of_the_old_style_is_one_with_ours_though_its_year_began_in_march(
    tagger: Tagger, text: str
) -> None:
    found = tagger.tag(text, "en")
    assert [(timex.edtf, timex.doubts) for timex in found] == [("1732-02-22", ())] * 2
    assert found[0].group == found[1].group >= 0
