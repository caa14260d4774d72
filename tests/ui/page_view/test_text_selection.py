"""From points to characters and to the words that are copied, in both directions."""

from __future__ import annotations

from reader.document.model import Box, Line
from reader.ui.page_view.text_selection import (
    LineSpan,
    TextPlace,
    boxes_of,
    offset_in,
    paragraph_around,
    place_near,
    text_of,
    word_at,
)

LETTER, HEIGHT = 6.0, 12.0


def line(text: str, *, x: float = 72, y: float = 80) -> Line:
    """A line that runs from left to right, every letter as wide."""
    edges = tuple(x + LETTER * (at + side) for at in range(len(text)) for side in (0, 1))
    return Line(text, Box(x, y, x + LETTER * len(text), y + HEIGHT), HEIGHT, edges=edges)


def set_line(text: str, seats: list[int], *, right: float = 500, y: float = 80) -> Line:
    """A line whose letter i stands on seat `seats[i]`, counted from the left."""
    left = right - LETTER * len(text)
    edges = tuple(left + LETTER * (seat + side) for seat in seats for side in (0, 1))
    return Line(text, Box(left, y, right, y + HEIGHT), HEIGHT, edges=edges)


def leftward(text: str, *, right: float = 500, y: float = 80) -> Line:
    return set_line(text, list(reversed(range(len(text)))), right=right, y=y)


# Seven letters and a space from the right, then the number from left to right on the four seats left of them.
WITH_NUMBER = set_line("في سنة 1945", [10, 9, 8, 7, 6, 5, 4, 0, 1, 2, 3])


def whole(*lines: Line) -> list[LineSpan]:
    return [LineSpan(number, 0, len(each.text)) for number, each in enumerate(lines)]


def test_a_point_in_the_nearer_half_of_a_letter_is_before_it() -> None:
    bridge = line("bridge")
    assert offset_in(bridge, 72 + 2 * LETTER + 1) == 2
    assert offset_in(bridge, 72 + 2 * LETTER + 5) == 3
    assert (offset_in(bridge, 0), offset_in(bridge, 900)) == (0, 6)


def test_in_arabic_the_right_half_of_a_letter_is_before_it() -> None:
    bridge = leftward("الجسر")
    assert offset_in(bridge, 499) == 0
    assert offset_in(bridge, 500 - LETTER + 1) == 1
    assert offset_in(bridge, 0) == 5


def test_a_mark_is_never_parted_from_its_letter() -> None:
    # Two letters, each with a mark on its left edge.
    edges = (20.0, 30.0, 20.0, 20.0, 10.0, 20.0, 10.0, 10.0)
    vowelled = Line("ب\u064eت\u0650", Box(10, 80, 30, 92), HEIGHT, edges=edges)
    assert [offset_in(vowelled, x) for x in (29, 21, 20, 19, 11, 9)] == [0, 2, 2, 2, 4, 4]


def test_a_number_in_an_arabic_line_runs_to_the_right() -> None:
    left = WITH_NUMBER.box.x0
    assert offset_in(WITH_NUMBER, left + 1) == 7
    assert offset_in(WITH_NUMBER, left + 4 * LETTER - 1) == 11


def test_what_stands_apart_on_the_page_has_two_boxes() -> None:
    left = WITH_NUMBER.box.x0
    boxes = boxes_of(WITH_NUMBER, 3, 9)  # the second word, and the first half of the number
    assert [(box.x0 - left, box.x1 - left) for box in boxes] == [(0, 12), (24, 48)]


def test_the_nearest_line_is_meant_beside_the_text() -> None:
    lines = [line("one", y=80), line("two", y=120)]
    assert place_near(4, lines, 400, 130) == TextPlace(4, 1, 3)
    assert place_near(4, [], 400, 130) is None


def test_a_word_is_taken_with_its_vowel_signs_and_without_its_comma() -> None:
    assert word_at("a bridge, built", 4) == (2, 8)
    assert word_at("كَتَبَ الرجل", 2) == (0, 6)
    assert word_at("a, b", 1) == (1, 2)


def test_lines_of_a_paragraph_are_joined_and_their_hyphens_undone() -> None:
    lines = [
        line("The bridge over the river was ope-", y=80),
        line("ned in May, and nobody crossed it", y=95),
        line("before June.", y=110),
        line("The ferry went on for some years", y=125),
    ]
    assert text_of(lines, whole(*lines)) == (
        "The bridge over the river was opened in May, and nobody crossed it before June.\n"
        "The ferry went on for some years"
    )
    assert paragraph_around(lines, 1) == (0, 2)


def test_arabic_lines_are_joined_in_the_order_they_are_read() -> None:
    lines = [
        leftward("افتتح الجسر الكبير في المدينة", y=80),
        leftward("سنة ثلاث وستين", y=95),
    ]
    assert text_of(lines, whole(*lines)) == "افتتح الجسر الكبير في المدينة سنة ثلاث وستين"


def test_lines_far_apart_stay_lines_and_cells_stay_beside_each_other() -> None:
    lines = [line("May", y=80), line("1945", x=300, y=80), line("June", y=160)]
    assert text_of(lines, whole(*lines)) == "May\t1945\nJune"


def test_a_full_line_with_room_under_it_ends_its_paragraph() -> None:
    lines = [
        line("This agreement is made between the two of us", y=80),
        line("1.1 The buyer pays within thirty days of the", y=101),
        line("date of this agreement, and in any event by", y=112),
        line("the end of June.", y=123),
    ]
    first, second = text_of(lines, whole(*lines)).split("\n")
    assert first.endswith("the two of us")
    assert second.endswith("in any event by the end of June.")


def test_double_spaced_lines_are_one_paragraph() -> None:
    words = ["The bridge over the river was opened", "in May, and nobody ever crossed it so", "far."]
    lines = [line(text, y=80 + 24 * number) for number, text in enumerate(words)]
    assert text_of(lines, whole(*lines)) == " ".join(words)


def test_a_table_is_copied_as_a_spreadsheet_wants_it() -> None:
    lines = [
        line("Deposit", y=80),
        line("paid on", x=200, y=75),
        line("28/02/2024", x=200, y=88),
        line("Seller", x=400, y=80),
        line("Letter", y=120),
        line("open", x=200, y=120),
        line("Buyer", x=400, y=120),
    ]
    assert text_of(lines, whole(*lines)) == "Deposit\tpaid on 28/02/2024\tSeller\nLetter\topen\tBuyer"


def test_near_cells_that_the_engine_has_in_one_line_are_told_by_the_rows_beside_them() -> None:
    lines = [
        line("Letter", y=80),
        line("Me", x=300, y=80),
        line("2023", x=336, y=80),
        line("Deposit of", y=100),
        line("Buyer 2024", x=300, y=100),
        line("Nobody knows the day on which it may open", y=160),
    ]
    assert text_of(lines, whole(*lines)) == (
        "Letter\tMe\t2023\nDeposit of\tBuyer\t2024\nNobody knows the day on which it may open"
    )


def test_a_table_that_runs_from_right_to_left_too() -> None:
    lines = [leftward("السنة", y=80), leftward("الحدث", right=300, y=80), leftward("1963", y=100)]
    assert text_of(lines, whole(*lines)) == "السنة\tالحدث\n1963"


def cells(first: str, second: str, *, y: float) -> Line:
    """A line that holds two cells from right to left, the second 66 points further."""
    blank = 66 - LETTER * len(first)
    edges: list[float] = []
    for text, right in ((first, 500.0), (second, 434.0)):
        left = right - LETTER * len(text)
        for at in range(len(text)):
            seat = at if text.isdigit() else len(text) - 1 - at
            edges += [left + LETTER * seat, left + LETTER * (seat + 1)]
        if text is first:
            edges += [left - blank, left]
    low = min(edges)
    return Line(f"{first} {second}", Box(low, y, 500, y + HEIGHT), HEIGHT, edges=tuple(edges))


def test_rows_from_right_to_left_that_the_engine_has_in_one_line_each() -> None:
    body = leftward("في هذا الجدول عدد الكتب في المكتبة في كل سنة", y=60)
    lines = [body, cells("السنة", "الكتب", y=100), cells("1980", "٢٠٠", y=124), cells("1990", "٣٠٠", y=148)]
    copied = text_of(lines, whole(*lines))
    assert copied == f"{body.text}\nالسنة\tالكتب\n1980\t٢٠٠\n1990\t٣٠٠"


def test_such_rows_are_told_where_the_table_stands_alone() -> None:
    lines = [cells("السنة", "الكتب", y=100), cells("1980", "٢٠٠", y=116), cells("1990", "٣٠٠", y=132)]
    assert text_of(lines, whole(*lines)) == "السنة\tالكتب\n1980\t٢٠٠\n1990\t٣٠٠"


def test_a_wide_blank_in_one_line_from_right_to_left_is_no_cell() -> None:
    lines = [leftward("في هذا الجدول عدد الكتب", y=60), cells("السنة", "الكتب", y=100)]
    assert "\t" not in text_of(lines, whole(*lines))


def test_a_part_of_a_line_is_cut_where_it_was_selected() -> None:
    lines = [line("The bridge was opened", y=80)]
    assert text_of(lines, [LineSpan(0, 4, 10)]) == "bridge"
