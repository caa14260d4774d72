"""Characters as a reader means them."""

from __future__ import annotations

from reader.document.text.normalisation import fold, one_set_of_digits


def test_a_persian_line_has_persian_digits() -> None:
    assert one_set_of_digits("سال ۲۰۱٦") == "سال ۲۰۱۶"
    assert one_set_of_digits("٦ گل") == "۶ گل"


def test_an_arabic_line_keeps_its_own() -> None:
    assert one_set_of_digits("عام ٢٠١٦") == "عام ٢٠١٦"


def test_a_hamza_of_another_line_is_left_out() -> None:
    assert fold("فٔکر") == ("فکر", (0, 2, 3))
    assert fold("دههٔ") == ("دههٔ", None)


def test_codes_of_tex_fonts_are_dashes_and_quotation_marks() -> None:
    assert fold("in 1989\x1590")[0] == "in 1989–90"
    assert fold("the depart\x7f")[0] == "the depart-"
    assert fold("Schr\x7fodinger")[0] == "Schrodinger"
    assert fold("the \x10\x1crst\x11 trench")[0] == "the “first” trench"


def test_signs_of_chinese_stay_wide_and_its_figures_do_not() -> None:
    assert fold("２０１８年，水门（旧）：完")[0] == "2018年，水门（旧）：完"


def test_the_end_of_a_line_that_stands_for_a_blank_is_one() -> None:
    assert fold("is delivered\n by the charity") == (
        "is delivered by the charity",
        (*range(13), *range(14, 28)),
    )


def test_a_soft_hyphen_before_a_capital_is_the_hyphen_of_its_font() -> None:
    assert fold("the pseudo\u00adAvicenne of 978\u00ad88")[0] == "the pseudo-Avicenne of 978-88"
    assert fold("Octo\u00adbre 1874")[0] == "Octobre 1874"
