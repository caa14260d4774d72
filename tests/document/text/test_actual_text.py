"""What Chromium writes beside its Arabic clusters, and what the engine makes of it (places as measured)."""

from __future__ import annotations

from reader.document.text.actual_text import both_sources, handed_on, stray_mark, with_first_mark, within
from reader.document.text.glyphs import Glyphs


def line(*characters: tuple[str, float, float]) -> Glyphs:
    text, low, high = zip(*characters, strict=True)
    return Glyphs("".join(text), list(low), list(high), [False] * len(text), 0)


def test_a_letter_that_its_mark_has_swallowed_comes_back() -> None:
    named = line(("\u0654", 180.3, 180.3), ("ه", 194.1, 199.6), ("ف", 189.8, 194.1), ("ت", 185.9, 189.8))
    drawn = line(
        ("\u0654", 180.3, 180.3), ("\ufeeb", 194.1, 199.6), ("\ufed4", 189.8, 194.1),
        ("\ufe98", 185.9, 189.8), ("\ufeea", 180.9, 185.9),
    )  # fmt: skip
    found = both_sources(named, drawn)
    assert found.text == "\u0654هفته"
    assert (found.low[-1], found.high[-1]) == (180.9, 185.9)


def test_the_alef_of_a_lam_alef_with_its_mark_comes_back() -> None:
    named = line(("\u064b", 528.3, 528.3), ("أ", 539.1, 541.7), ("و", 534.0, 539.1), ("ل", 528.3, 534.0))
    drawn = line(
        ("\u064b", 528.3, 528.3), ("أ", 539.1, 541.7), ("و", 534.0, 539.1), ("ل", 528.3, 534.0),
        ("ا", 528.3, 528.3),
    )  # fmt: skip
    assert both_sources(named, drawn).text == "\u064bأولا"


def test_a_digit_is_the_one_named_and_not_the_one_that_looks_alike() -> None:
    named = line(("\u064e", 9.0, 9.0), ("۶", 10.0, 15.0), ("۲", 5.0, 10.0))
    drawn = line(("\u064e", 9.0, 9.0), ("٦", 10.0, 15.0), ("۲", 5.0, 10.0))
    assert both_sources(named, drawn).text == "\u064e۶۲"


def test_a_mark_the_font_does_not_name_is_taken_from_the_named_text() -> None:
    named = line(("ّ", 253.5, 253.5), ("َ", 253.5, 253.5), ("ل", 253.5, 253.5), ("م", 240.0, 250.0))
    drawn = line(("\ufffd", 253.5, 253.5), ("ﻠ", 253.5, 255.9), ("م", 240.0, 250.0))
    assert both_sources(named, drawn).text == "ّ" + "َ" + "ﻠم"


def test_a_mark_of_the_next_line_is_not_this_lines() -> None:
    named = line(("2", 529.1, 535.4), ("4", 535.4, 541.7), ("\u064b", 70.3, 70.3))
    assert both_sources(named, named).text == "24"


def test_no_digit_bears_a_mark() -> None:
    named = line(("2", 529.1, 535.4), ("4", 535.4, 541.7), ("\u064b", 541.7, 541.7))
    assert both_sources(named, named).text == "24"


def test_a_mark_at_the_left_end_of_a_line_is_not_left_on_the_line_above() -> None:
    above = line(("ر", 524, 528), ("ٔ", 541, 541))
    own = line(("ه", 80, 85), ("د", 85, 90))
    first, second = handed_on(above, own)
    assert (first.text, second.text) == ("ر", "\u0654هد")
    assert second.low[0] == 80


def test_a_mark_on_its_own_letter_stays_there() -> None:
    own = line(("ه", 80, 85), ("ٔ", 82, 82))
    assert handed_on(own, line(("د", 85, 90))) == (own, line(("د", 85, 90)))


def test_joiners_and_digits_are_those_that_are_named() -> None:
    named = line(("ل", 50, 50), ("\u200c", 40, 42), ("ع", 50, 58), ("۶", 30, 35))
    drawn = line(("ل", 50, 52), (" ", 40, 42), ("ع", 53, 58), ("٦", 30, 35))
    assert both_sources(named, drawn).text == "ل\u200cع۶"


def test_a_mark_that_the_engine_hangs_on_a_figure_is_of_the_line_below() -> None:
    above, own = line(("۸", 524, 528), ("٦", 528, 538), ("ٔ", 538, 538)), line(("ه", 80, 85), ("د", 85, 90))
    assert stray_mark(above) == "ٔ"
    assert with_first_mark(own, "ٔ").text == "ٔهد"
    assert stray_mark(own) == ""


def test_of_a_longer_line_only_the_letters_between_two_places_are_compared() -> None:
    drawn = line(("ﻪ", 180.9, 185.9), ("د", 194.1, 199.6), ("م", 240.0, 250.0), (" ", 250.0, 252.0))
    beside = within(drawn, 180.0, 200.0)
    assert beside is not None
    assert beside.text == "ﻪد"
    assert within(drawn, 249.9, 260.0) is None


def test_the_letters_of_one_glyph_stand_side_by_side() -> None:
    named = line(
        ("ا", 468.9, 471.7), ("\u0650", 468.9, 468.9), ("ه", 468.9, 468.9), ("ل", 458.0, 468.9),
        ("ل", 460.0, 460.0), ("ر", 444.6, 444.6),
    )  # fmt: skip
    drawn = line(("ا", 468.9, 471.7), ("\ufffd", 458.0, 468.9), ("\u0650", 457.8, 457.8), ("ر", 443.3, 447.7))
    assert both_sources(named, drawn).text == "الله\u0650ر"


def test_a_letter_that_only_the_text_of_its_cluster_names_is_found_though_its_mark_is_drawn_first() -> None:
    named = line(("ُ", 527.2, 527.2), ("ب", 527.2, 527.2), ("ن", 527.0, 529.7), ("ي", 524.4, 527.0))
    drawn = line(("\ufffd", 529.7, 532.3), ("ُ", 529.7, 529.7), ("ن", 527.0, 529.7), ("ي", 524.4, 527.0))
    found = both_sources(named, drawn)
    assert found.text == "بُني"
    assert (found.low[0], found.high[0]) == (529.7, 532.3)
