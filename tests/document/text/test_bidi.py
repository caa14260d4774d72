"""Lines are laid out by the Unicode algorithm, torn into glyphs, and read back."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from reader.document.text.bidi import Characters, logical_order

SENTENCES = [
    "افتتحت المكتبة في ١٢ آذار/مارس ١٩٦٣ في بناء من طابقين.",
    "وفي عام 1975 احترق الجناح الشرقي، ثم رمم بين سنتي 1978 و1980",
    "غرة شوال 1445 هـ الموافق 10 نيسان 2024",
    "وافتتح القسم يوم 12/10/1961 بحضور الوزير",
    "بين سنتي ١٩٧٨-١٩٨٠ في المدينة",
    "مع مكتبة باريس (Bibliothèque nationale) في 3 مارس 1988",
    "نسبة النمو ٢٫٥٪ في السنة",
    "בין השנים 1936-1939 שימש הבניין מחסן",
    "הוא נפתח מחדש ב-15/10/1953 כספרייה (ספריית העיר).",
    "در زمستان ۱۳۴۷ بخش سنگی جدا شد",
    "المدة :04 ساعات و30 دقيقة",
]
IN_LEFT_TO_RIGHT = [
    "Le manuscrit porte « تم في ١٥ رجب ١٢٩٨ » en marge.",
    "The inscription كتاب الحيوان is older.",
    "Le mot שלום, puis le mot סוף.",
]


def read_back(text: str, *, right_to_left: bool) -> str:
    shown = get_display(text, base_dir="R" if right_to_left else "L")
    places = list(range(len(shown)))
    line = Characters(shown, [float(x) for x in places], [float(x + 1) for x in places])
    return logical_order(line, right_to_left=right_to_left).text


@pytest.mark.parametrize("text", SENTENCES)
def test_a_right_to_left_line_reads_as_it_was_typed(text: str) -> None:
    assert read_back(text, right_to_left=True) == text


@pytest.mark.parametrize("text", IN_LEFT_TO_RIGHT)
def test_a_quotation_in_a_left_to_right_line_reads_as_it_was_typed(text: str) -> None:
    assert read_back(text, right_to_left=False) == text


@pytest.mark.parametrize(
    "text",
    [
        "1. Nadim A, Faghih M. The epidemiology of leishmaniasis in the",
        "province of Iran, told in five chapters.",
    ],
)
def test_a_latin_line_of_a_right_to_left_paragraph_has_its_number_first_and_its_stop_last(text: str) -> None:
    assert read_back(text, right_to_left=True) == text


def read_visual(shown: str) -> str:
    line = Characters(shown, [float(x) for x in range(len(shown))], [x + 1.0 for x in range(len(shown))])
    return logical_order(line, right_to_left=True).text


@pytest.mark.parametrize("formula", ["P(3;-5)", "(z-4)(z+2) = 0", "f(x, y)"])
def test_a_bracket_stays_with_the_formula_that_holds_its_other_half(formula: str) -> None:
    assert read_visual(f"اب {formula} تث") == f"ثت {formula} با"


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        # As typed, unlike what is seen: the bracket whose place does not tell goes with those that do.
        ("( هار ) هن (هار) ب", "ب (راه) نه ( راه )"),
        ("اب ]2[1-1 تث", "ثت 1-1[2] با"),
    ],
)
def test_brackets_whose_place_tells_nothing_are_as_the_others_of_their_line(shown: str, typed: str) -> None:
    assert read_visual(shown) == typed


@given(
    st.lists(
        st.text("ابتثج", min_size=1, max_size=4) | st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True),
        min_size=1,
    )
)
def test_whatever_is_read_back_would_be_shown_as_it_was(words: list[str]) -> None:
    text = "ا " + " ".join(words)
    shown = get_display(text, base_dir="R")
    assert get_display(read_back(text, right_to_left=True), base_dir="R") == shown


@given(st.text("ابت١٢34,./-:% ()abc", min_size=1, max_size=30))
def test_no_character_is_lost_whatever_the_line(text: str) -> None:
    places = [float(x) for x in range(len(text))]
    line = Characters(text, places, [x + 1 for x in places])
    brackets = str.maketrans("()", "((")
    assert sorted(logical_order(line).text.translate(brackets)) == sorted(text.translate(brackets))


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        # Right of the number nothing stands, but an Arabic line goes on where another ended.
        ("باتك %12", "12% كتاب"),
        ("باتك 1918-1914", "1914-1918 كتاب"),
        # W2 is for Arabic letters alone.
        ("רפס 1936-1939", "1936-1939 ספר"),
        ("-1936 םינש", "שנים 1936-"),
        ("COVID- ةرخاب", "باخرة COVID-"),
    ],
)
def test_a_number_at_the_end_of_a_line_reads_as_its_paragraph_has_it(shown: str, typed: str) -> None:
    assert read_visual(shown) == typed


def test_what_belongs_to_a_letter_goes_with_it_whatever_its_place() -> None:
    line = Characters("قن", [0.0, 4.0], [4.0, 8.0], ["", "\u064f"])
    logical = logical_order(line, right_to_left=True).written_out()
    assert (logical.text, logical.low) == ("ن\u064fق", [4.0, 4.0, 0.0])
