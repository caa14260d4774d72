"""A length for which something has lasted, where the language says "since" as it says "ago"."""

from __future__ import annotations

import pytest

from reader.resources import resource
from reader.temporal.tagger import Tagger, load_languages

TAGGER = Tagger(load_languages([resource("languages")]))
DCT = "2024-05-15"


@pytest.mark.parametrize(
    "text",
    ["يعمل على هذا الخط منذ 17 عاما.", "ما زالوا ينتظرون منذ ثلاثة أسابيع.", "وتسكن الدار منذ عشر سنوات."],
)
def test_what_lasts_until_now_is_a_length(text: str) -> None:
    (found,) = TAGGER.tag(text, "ar", DCT)
    assert found.type == "DURATION"


def test_what_happened_so_long_ago_is_a_day() -> None:
    (found,) = TAGGER.tag("زاره الوزير منذ ثلاثة أسابيع.", "ar", DCT)
    assert found.edtf == "2024-04-24"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("انطلقت الحملة أمس وتتواصل إلى غاية يوم الجمعة.", "2024-05-17"),
        ("تعود العبّارة إلى رحلاتها يوم الجمعة.", "2024-05-17"),
        ("لم تبدأ العبّارة رحلاتها يوم الجمعة.", "2024-05-10"),
    ],
)
def test_a_verb_tells_its_tense_behind_a_clitic(text: str, edtf: str) -> None:
    assert TAGGER.tag(text, "ar", DCT)[-1].edtf == edtf


def test_a_participle_belongs_to_the_verb_of_the_future_after_it() -> None:
    text = "امتحانات در ماه قوس گرفته خواهد شد."
    assert TAGGER.tag(text, "fa", "2020-09-03")[-1].edtf == "2020-11-21/2020-12-20"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("قدم مصر سنة 784هـ، وبعد سنتين ولي القضاء.", "1384-03-03/1385-02-19"),
        ("كثرت الهجرة في العقد الأخير من القرن التاسع عشر.", "189X"),
        ("نشط في النصف الثاني من الستينيات.", "196X~"),
    ],
)
def test_years_go_on_in_the_calendar_they_were_told_in(text: str, edtf: str) -> None:
    assert TAGGER.tag(text, "ar")[-1].edtf == edtf
