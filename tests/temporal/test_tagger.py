"""Text in, dated mentions out; any text, in linear time, the same each time."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.resources import resource
from reader.temporal.model import Domain, Passage, Timex
from reader.temporal.tagger import DocumentContext, Tagger, load_languages

TAGGER = Tagger(load_languages([resource("languages")]))
WORDS = """
3 12/4 2024 mai May lundi Friday le of the last il y a deux jours fin de - / « ( ) h 30 أمس ٣ رمضان هـ
XIXe siècle 31 avril 2021 av. J.-C. from to between and three days after
"""
PIECES = st.sampled_from(
    [*WORDS.split(), "\n", "\n\n", "\u0301", "\u202b", "il y a", "31 avril", "av. J.-C."]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=120)


def values(text: str, language: str | None = None, dct: str | None = None, domain: str = "news") -> list[str]:
    return [timex.value for timex in TAGGER.tag(text, language, dct, Domain(domain))]


@given(TEXTS, st.sampled_from(["fr", "en", "ar", None]), st.sampled_from(list(Domain)))
@settings(max_examples=300)
def test_no_text_breaks_it_and_every_span_is_in_the_text(
    text: str, language: str | None, domain: Domain
) -> None:
    timexes = TAGGER.tag(text, language, "2024-05-15", domain)
    for timex in timexes:
        assert 0 <= timex.span.start < timex.span.end <= len(text)
        assert text[timex.span.start : timex.span.end] == timex.text
        for part in timex.parts:
            assert timex.span.start <= part.span.start < part.span.end <= timex.span.end
    assert TAGGER.tag(text, language, "2024-05-15", domain) == timexes


def test_paragraphs_may_be_recognised_in_any_order() -> None:
    passages = [Passage("Le 3 mai 1912, il partit."), Passage("Le lendemain, il arriva.")]
    forward = [TAGGER.recognise(passage, "fr") for passage in passages]
    backward = [TAGGER.recognise(passage, "fr") for passage in reversed(passages)]
    assert forward == list(reversed(backward))
    dated = TAGGER.resolve(forward, DocumentContext())
    assert [timex.edtf for passage in dated for timex in passage] == ["1912-05-03", "1912-05-04"]


def test_what_is_recognised_crosses_processes() -> None:
    recognised = TAGGER.recognise(Passage("Du 3 au 15 mars 2024."), "fr")
    assert pickle.loads(pickle.dumps(recognised)) == recognised  # noqa: S301 - bytes made on this line


def test_an_arabic_line_in_a_french_document_is_read_as_arabic() -> None:
    timexes = TAGGER.tag("Il partit le 3 mai 1912.\n\nوصل في 5 أيار 1912 إلى المدينة.")
    assert [timex.language for timex in timexes] == ["fr", "ar"]


def test_a_language_without_a_file_has_its_full_dates() -> None:
    assert values("Rapat itu diadakan pada 17 Agustus 1945 di Jakarta.", "id") == ["1945-08-17"]


@pytest.mark.parametrize(
    "unit", ["1", "de ", "/", "1/", "يوم ", "may ", "1999 ", "(", "« ", "12.", "lundi "], ids=repr
)
def test_hostile_text_costs_what_its_length_costs(unit: str) -> None:
    def cost(length: int) -> float:
        passage = Passage((unit * length)[:length], "fr")
        best = 9.0
        for _ in range(5):
            start = time.process_time()
            TAGGER.recognise(passage)
            best = min(best, time.process_time() - start)
        return best

    cost(1_000)
    # Eight times the text is eight times the work; where it grew with the square it would be 64 times. The
    # bound lies between, far from both: the clock of a processor that others share is noisy.
    assert cost(160_000) < 24 * cost(20_000) + 0.05


def one(text: str, language: str = "fr", dct: str | None = "2025-08-19", domain: str = "news") -> Timex:
    return TAGGER.tag(text, language, dct, Domain(domain))[0]


def test_a_trace_says_which_rule_found_and_what_dated() -> None:
    stages = [line.stage for line in TAGGER.explain("Il part demain.", "fr", "2024-05-15")]
    assert stages[0] == "rule"
    assert stages[-1] == "anchor"


def test_wrapped_lines_are_one_paragraph_and_titles_are_not() -> None:
    wrapped = (
        "Les négociations ont été ouvertes à Istanbul en avril\n2025 et n'ont pas abouti depuis lors, dit-on."
    )
    assert values(wrapped, "fr")[0] == "2025-04"
    assert values(
        "Closed until Friday\nSeptember 18, 2008\nThe exchange said so on Monday.", "en", "2008-09-18"
    )[:2] == [
        "2008-09-19",
        "2008-09-18",
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("en", "Payment is due within thirty (30) days.", "thirty (30) days", "P30D"),
        ("en", "It lasts for twenty-four (24) months.", "twenty-four (24) months", "P24M"),
        ("en", "It lasts for 24 (twenty-four) months.", "24 (twenty-four) months", "P24M"),
        ("fr", "Dans un délai de trente (30) jours.", "trente (30) jours", "P30D"),
        ("fr", "La durée du bail est de 3 (trois) ans.", "3 (trois) ans", "P3Y"),
        ("de", "Die Frist beträgt dreißig (30) Tage.", "dreißig (30) Tage", "P30D"),
        ("es", "El plazo será de treinta (30) días.", "treinta (30) días", "P30D"),
        ("it", "Il termine è di trenta (30) giorni.", "trenta (30) giorni", "P30D"),
        ("pt", "O prazo é de 30 (trinta) dias.", "30 (trinta) dias", "P30D"),
        ("ru", "Срок составляет 30 (тридцать) дней.", "30 (тридцать) дней", "P30D"),
        ("ar", "خلال ثلاثين (30) يوما من تاريخ التوقيع.", "ثلاثين (30) يوما", "P30D"),
        ("fa", "ظرف سی (30) روز پرداخت شود.", "سی (30) روز", "P30D"),
        ("he", "המועד הוא שלושים (30) ימים.", "שלושים (30) ימים", "P30D"),
    ],
)
def test_contracts_say_a_number_twice(
    tagger: Tagger, language: str, text: str, words: str, value: str
) -> None:
    assert [(timex.text, timex.value) for timex in tagger.tag(text, language)] == [(words, value)]


def test_days_said_twice_are_counted_from_their_date(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Payment is due thirty (30) days after 1 March 2020.", "en")
    assert timex.edtf == "2020-03-31"


def test_so_much_a_year_is_no_year_before(tagger: Tagger) -> None:
    text = "It lost 1.9 metres a year before 1958."
    assert [timex.edtf for timex in tagger.tag(text, "en")] == ["1958"]


@pytest.mark.parametrize(
    "text", ["افتُتح الجســر في 3 مـايو 2010 وأُغلق في سنة 2015.", "عُقد في مــارس ٢٠١١ مؤتمر."]
)
def test_every_line_of_an_explanation_names_whole_words_of_the_text(tagger: Tagger, text: str) -> None:
    words = tagger.explain(text, "ar", "2020-01-01")
    assert words
    for line in words:
        around = text[line.start - 1 : line.start] + text[line.end : line.end + 1]
        assert not any(sign.isalnum() for sign in around), text[line.start : line.end]


def test_letters_of_the_last_centuries_count_their_months_and_hyphenate_their_days(tagger: Tagger) -> None:
    text = "Yours of the 20th ult. came to-day; I sail to-morrow, and am in Leeds on the 9th prox."
    found = [(timex.text, timex.edtf) for timex in tagger.tag(text, "en", "1846-06-02")]
    assert found == [
        ("the 20th ult.", "1846-05-20"),
        ("to-day", "1846-06-02"),
        ("to-morrow", "1846-06-03"),
        ("the 9th prox.", "1846-07-09"),
    ]
