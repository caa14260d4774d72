"""Running heads, page numbers, print stamps."""

from __future__ import annotations

from reader.document.layout.furniture import find_furniture
from reader.document.layout.margins import read_margins
from reader.document.layout.paragraphs import layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole

SIZE = PageSize(400.0, 600.0)


def line(text: str, y: float, size: float = 10.0) -> Line:
    return Line(text, Box(50.0, y, 50.0 + 5 * len(text), y + 12), size, baseline=y + 10)


def page(index: int, head: str, foot: str) -> Page:
    body = tuple(line(f"Body text number {n} of the page.", 120.0 + 14 * n) for n in range(20))
    return Page(index, str(index + 1), SIZE, (line(head, 30.0), *body, line(foot, 570.0)))


def texts_set_aside(pages: list[Page], index: int) -> list[str]:
    margins = [read_margins(one) for one in pages]
    found = find_furniture(pages[index], margins[index], margins)
    return [pages[index].lines[number].text for number in sorted(found)]


def test_heads_that_differ_in_their_numbers_only_are_set_aside() -> None:
    pages = [page(index, f"Annual report 2021 {index + 1}", f"{index + 1}") for index in range(5)]
    assert texts_set_aside(pages, 2) == ["Annual report 2021 3", "3"]


def test_left_and_right_pages_may_differ() -> None:
    heads = ["The harbour", "Chapter 2"]
    pages = [page(index, heads[index % 2], "") for index in range(4)]
    pages = [Page(p.index, p.label, p.size, p.lines[:-1]) for p in pages]
    assert texts_set_aside(pages, 1) == ["Chapter 2"]


def test_a_title_that_stands_once_is_kept() -> None:
    pages = [page(index, f"Title of part {chr(65 + index)}", "") for index in range(3)]
    pages = [Page(p.index, p.label, p.size, p.lines[:-1]) for p in pages]
    assert texts_set_aside(pages, 1) == []


def test_a_page_number_is_known_on_a_single_page() -> None:
    for number in ("3", "- 3 -", "Page 3 of 12", "3/12", "xii", "صفحة 3"):
        assert texts_set_aside([page(0, "A heading in the body's type", number)], 0) == [number]


def test_a_year_in_the_last_line_of_the_text_is_kept() -> None:
    assert texts_set_aside([page(0, "Heading", "Paris, 14 July 1789")], 0) == []


def test_a_small_lone_line_at_the_edge_is_furniture_on_a_single_page() -> None:
    one = page(0, "Heading", "")
    one = Page(0, "1", SIZE, (line("Gazette · 21 May 2024", 20.0, size=8.0), *one.lines[1:-1]))
    assert texts_set_aside([one], 0) == ["Gazette · 21 May 2024"]


def printed(*foot: Line) -> Page:
    """A page of a browser's print: a short body, and a foot of small lines beside each other."""
    body = tuple(line(f"Body text number {n} of the page.", 120.0 + 14 * n) for n in range(9))
    return Page(0, "1", SIZE, (*body, *foot))


def set_at(x: float, text: str, y: float = 580.0, size: float = 8.0) -> Line:
    return Line(text, Box(x, y, x + 4 * len(text), y + 10), size, baseline=y + 8)


def test_the_foot_of_a_browser_s_print_is_known_on_a_single_page() -> None:
    foot = printed(set_at(24, "file:///home/ada/report.html"), set_at(370, "1/1"))
    assert texts_set_aside([foot], 0) == ["file:///home/ada/report.html", "1/1"]
    head = printed(set_at(24, "11/23/26, 6:46 AM", 14), set_at(200, "Annual report", 14))
    assert texts_set_aside([head], 0) == ["11/23/26, 6:46 AM", "Annual report"]


def test_an_address_and_a_number_amid_the_text_are_kept() -> None:
    last = line("and that is the end of it.", 584.0)
    page = printed(set_at(24, "https://example.org/report", 560, 10), set_at(370, "7", 560, 10), last)
    assert texts_set_aside([page], 0) == []
    columns = printed(set_at(24, "1910", 580, 10), set_at(370, "1911", 580, 10))
    assert texts_set_aside([columns], 0) == []


def test_a_line_cut_in_a_word_that_the_body_goes_on_with_is_kept() -> None:
    pages = [page(index, "Minutes of the depart-", f"{index + 1}") for index in range(3)]
    going_on = [
        Page(p.index, p.label, p.size, (p.lines[0], line(f"ment, sitting {p.index}", 80.0), *p.lines[1:]))
        for p in pages
    ]
    assert texts_set_aside(going_on, 1) == ["2"]


def test_a_running_head_of_two_lines_keeps_its_cut_word_whole() -> None:
    pages = [
        Page(
            index,
            str(index + 1),
            SIZE,
            (line("Ministry of For-", 20.0), *page(index, "eign Affairs", "").lines[:-1]),
        )
        for index in range(3)
    ]
    margins = [read_margins(one) for one in pages]
    heads = [
        part.text for part in layout_page(pages[1], margins).parts if part.role is ParagraphRole.FURNITURE
    ]
    assert heads == ["Ministry of Foreign Affairs"]


def test_a_day_that_is_another_on_every_page_is_what_the_page_tells() -> None:
    days = ["14 May 1990", "21 May 1990", "4 May 1991", "11 May 1991", "2 May 1992"]
    pages = [page(index, f"Meeting of {day}", f"{index + 1}") for index, day in enumerate(days)]
    for index in range(len(pages)):
        assert texts_set_aside(pages, index) == [f"{index + 1}"]


def test_the_same_day_on_every_page_is_set_aside() -> None:
    pages = [page(index, f"Bulletin of 14 May 1990 {index + 1}", "") for index in range(3)]
    assert "Bulletin of 14 May 1990 2" in texts_set_aside(pages, 1)


def register(index: int, entry: str, foot: str) -> Page:
    """A page that is filled with lines alike, up to its edges."""
    lines = [line(entry.format(index * 40 + n), 20.0 + 14 * n) for n in range(39)]
    return Page(index, str(index + 1), SIZE, (*lines, line(foot, 570.0)))


def test_the_first_entries_of_a_register_are_kept() -> None:
    pages = [register(index, "Entry {} of the register of ships", f"{index + 1}") for index in range(3)]
    assert texts_set_aside(pages, 1) == ["2"]


def test_the_entries_of_a_log_that_begin_with_the_clock_are_kept() -> None:
    pages = [register(index, "12.05.2024 10:{} pump started", f"{index + 1}") for index in range(3)]
    assert texts_set_aside(pages, 1) == ["2"]


def test_a_head_of_several_pieces_is_known_on_a_single_page() -> None:
    pieces = [(24, "Lohbach Gazette"), (160, "26 November 2022"), (370, "Page 17")]
    head = printed(*(set_at(x, text, 14) for x, text in pieces))
    assert texts_set_aside([head], 0) == [text for _, text in pieces]


def test_the_sign_of_a_point_at_the_head_of_each_page_is_no_page_number() -> None:
    def recitals(index: int) -> Page:
        sign = Line(f"({index + 30})", Box(50.0, 40.0, 68.0, 52.0), 10.0, baseline=50.0)
        text = Line(f"Persons {'may ' * (index + 3)}be named.", Box(80.0, 40.0, 350.0, 52.0), 10.0)
        return Page(
            index, "", SIZE, (sign, text, *(line(f"Then {n} more.", 60.0 + 14 * n) for n in range(9)))
        )

    assert texts_set_aside([recitals(index) for index in range(3)], 1) == []


def test_numbers_that_count_the_lines_of_a_page_are_set_aside() -> None:
    numbers = [
        Line(str(n + 1), Box(30.0 - 4 * (n > 8), 90.0 + 18 * n, 36.0, 102.0 + 18 * n), 10.0)
        for n in range(25)
    ]
    text = [
        Line("on the order to show cause why it", Box(50.0, y, 350.0, y + 12), 10.0)
        for y in range(92, 540, 20)
    ]
    paper = Page(0, "1", SIZE, (*numbers, *text))
    assert len(texts_set_aside([paper], 0)) == 25


def test_numbers_before_the_rows_of_a_list_are_no_line_numbers() -> None:
    numbers = [Line(str(n + 1), Box(30.0, 90.0 + 18 * n, 36.0, 102.0 + 18 * n), 10.0) for n in range(12)]
    names = [
        Line(f"Member {n} of the board", Box(50.0, 90.0 + 18 * n, 190.0, 102.0 + 18 * n), 10.0)
        for n in range(12)
    ]
    assert texts_set_aside([Page(0, "1", SIZE, (*numbers, *names))], 0) == []


def test_raised_figures_in_a_row_are_no_numbers_of_lines() -> None:
    signs = tuple(line(sign, 120.0 + 14 * n) for n, sign in enumerate("⁰⁴⁵⁶⁷⁸⁹²³"))
    assert texts_set_aside([Page(0, "1", SIZE, signs)], 0) == []


WORDS = ("harbour", "castle", "bridge", "market", "tower")
END = line("The end.", 400.0)


def far_off(number: str, y: float = 30.0) -> Line:
    return Line(number, Box(330.0, y, 340.0, y + 12), 10.0)


def headed(index: int, *edges: Line) -> Page:
    body = [line(f"Body text number {n} of the page.", 120.0 + 14 * n) for n in range(20)]
    return Page(index, str(index + 1), SIZE, (*edges[:-1], *body, edges[-1]))


def test_a_head_that_names_its_section_is_known_by_the_number_on_its_row() -> None:
    pages = [
        headed(
            n,
            line(f"Of the {WORDS[n]}", 30.0),
            far_off(f"{n + 41}"),
            END,
        )
        for n in range(5)
    ]
    assert texts_set_aside(pages, 2) == ["Of the bridge", "43"]


def test_a_head_and_the_number_at_the_far_end_of_its_line_count_on_together() -> None:
    def head(n: int) -> Line:
        return Line(f"Of the {WORDS[n]} {n + 41}", Box(50.0, 30.0, 350.0, 42.0), 10.0)

    pages = [headed(n, head(n), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == ["Of the bridge 43"]


def test_titles_that_are_numbered_page_by_page_are_kept() -> None:
    pages = [headed(n, line(f"The {WORDS[n]} {n + 1}", 30.0), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == []


def test_a_head_that_names_a_day_beside_the_number_of_its_page_is_kept() -> None:
    pages = [headed(n, line(f"{n + 3} May 1904", 30.0), far_off(f"{n + 41}"), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == ["43"]


def test_a_number_far_from_the_edge_is_that_of_the_page_if_it_counts_on() -> None:
    pages = [headed(n, line(f"{n + 7}", 500.0)) for n in range(5)]
    assert texts_set_aside(pages, 2) == ["9"]
    assert texts_set_aside([headed(0, line("1", 500.0))], 0) == ["1"]
    assert texts_set_aside([headed(0, line("1904", 500.0))], 0) == []
    assert texts_set_aside([headed(n, line(f"{9 - n}", 500.0)) for n in range(5)], 2) == []


def test_a_page_with_nothing_but_its_number_has_nothing_to_tell() -> None:
    pages = [
        headed(0, line("1", 500.0)),
        Page(1, "2", SIZE, (line("2", 500.0),)),
        headed(2, line("3", 500.0)),
    ]
    assert texts_set_aside(pages, 1) == ["2"]


def test_a_note_in_small_type_at_the_foot_of_a_page_is_kept() -> None:
    assert texts_set_aside([headed(0, line("9. See the letter of 1904.", 575.0, 7.0))], 0) == []
    assert texts_set_aside([headed(0, line("9. Mai 1904", 575.0, 7.0))], 0) == ["9. Mai 1904"]


def test_notes_that_count_on_at_the_foot_of_each_page_are_kept() -> None:
    def note(n: int) -> Line:
        text = f"{n + 1} The {WORDS[n]} was built of stone from the quarry"
        return Line(text, Box(50.0, 535.0, 50.0 + 5 * len(text), 547.0), 6.0)

    pages = [headed(n, note(n)) for n in range(5)]
    assert texts_set_aside(pages, 2) == []


def _register(index: int) -> Page:
    """A page of a register down to the foot: a year, and what was seen in it."""
    rows = range(36)
    years = [line(f"{1840 + 36 * index + n}", 60.0 + 14 * n) for n in rows]
    words = [
        Line(f"Boat {n}", Box(120.0, 60.0 + 14 * n, 160.0, 72.0 + 14 * n), 10.0, baseline=70.0 + 14 * n)
        for n in rows
    ]
    lines = [one for row in zip(years, words, strict=True) for one in row]
    return Page(index, str(index + 1), SIZE, tuple(lines))


def test_the_years_of_a_table_that_reaches_the_edges_are_no_page_numbers() -> None:
    assert texts_set_aside([_register(index) for index in range(3)], 1) == []


def test_a_page_number_below_a_table_is_one() -> None:
    pages = [_register(index) for index in range(3)]
    pages = [
        Page(one.index, one.label, SIZE, (*one.lines[:-8], line(f"{one.index + 1}", 580.0))) for one in pages
    ]
    assert texts_set_aside(pages, 1) == ["2"]


def test_a_foot_further_in_is_known_by_two_other_pages() -> None:
    pages = [headed(n, line("Annals, vol. 7. Printed in August 1904.", 500.0, 8.0)) for n in range(4)]
    assert texts_set_aside(pages, 1) == ["Annals, vol. 7. Printed in August 1904."]
    assert texts_set_aside(pages[:2], 1) == []


def test_a_head_further_in_is_known_by_the_number_on_its_row() -> None:
    pages = [headed(n, line(f"Of the {WORDS[n]}", 64.0), far_off(f"{n + 41}", 64.0), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == ["Of the bridge", "43"]


def test_years_that_count_on_at_the_head_of_tables_are_kept() -> None:
    pages = [headed(n, far_off(f"{2006 + n}", 100.0), line("Fishing boats", 100.0), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == []


def test_two_numbers_that_follow_each_other_by_chance_count_no_pages() -> None:
    sums = (7, 15, 16, 31, 42)
    pages = [
        headed(n, far_off(f"{sums[n]}", 500.0), line(f"Lamps of the {WORDS[n]}", 500.0)) for n in range(5)
    ]
    assert texts_set_aside(pages, 2) == []


def test_a_head_close_above_the_text_is_known_by_its_number_all_the_same() -> None:
    pages = [headed(n, line(f"Of the {WORDS[n]}", 100.0), far_off(f"{n + 41}", 100.0), END) for n in range(5)]
    assert texts_set_aside(pages, 2) == ["Of the bridge", "43"]


NAMES = ("that the miller owed", "that nobody had paid", "that was long due")


def _formulas(index: int, *edges: str) -> Page:
    """A page full of text, whose first and last lines are these."""
    head, *feet = edges
    own = [
        head,
        *(f"the mill was let for {n + index} years, and nobody spoke of the roof" for n in range(36)),
        *filter(None, feet),
    ]
    lines = (
        Line(text, Box(50.0, 30.0 + 14 * n, 350.0, 42.0 + 14 * n), 10.0, baseline=40.0 + 14 * n)
        for n, text in enumerate(own)
    )
    return Page(index, str(index + 1), SIZE, tuple(lines))


def test_lines_amid_a_paragraph_that_formulas_repeat_are_no_running_heads() -> None:
    edges = (
        "of the rent, which was nine pounds, and nothing was paid",
        "again. It was heard before the bench in 1743 and in 1744",
        "The clerk wrote so in the book that lies in the office",
    )
    assert texts_set_aside([_formulas(index, *edges) for index in range(3)], 1) == []


def test_the_last_words_of_a_paragraph_that_formulas_repeat_are_no_running_head() -> None:
    pages = [_formulas(index, "and there it rests.", "") for index in range(3)]
    short = [
        Page(one.index, one.label, SIZE, (line("and there it rests.", 30.0), *one.lines[1:])) for one in pages
    ]
    assert texts_set_aside(short, 1) == []


def test_a_head_set_apart_from_the_text_is_set_aside_though_it_is_as_wide() -> None:
    head = Line("the annual report of the harbour board", Box(50.0, 10.0, 350.0, 22.0), 10.0, baseline=20.0)
    pages = [_formulas(index, f"of the rent {NAMES[index]}", "") for index in range(3)]
    headed = [Page(one.index, one.label, SIZE, (head, *one.lines)) for one in pages]
    assert texts_set_aside(headed, 1) == [head.text]


def test_a_short_head_close_above_the_text_is_set_aside() -> None:
    pages = [_formulas(index, f"of the rent {NAMES[index]}", "") for index in range(3)]
    headed = [Page(one.index, one.label, SIZE, (line("Annual report", 16.0), *one.lines)) for one in pages]
    assert texts_set_aside(headed, 1) == ["Annual report"]
