"""Laying out a page: nothing is lost, and paragraphs run on where they should."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole

SIZE = PageSize(400.0, 600.0)
TEXTS = [
    "1843",
    "Le phare",
    "fut allumé le 12 mars 1843.",
    "1- Un point",
    "•",
    "Reconstruc-",
    "tion en 1874",
    "كتاب",
    "港",
]


def line(text: str, x: float, y: float, width: float = 0.0, size: float = 10.0) -> Line:
    return Line(text, Box(x, y, x + (width or 5.0 * len(text)), y + 1.2 * size), size, baseline=y + size)


@given(
    st.lists(
        st.builds(
            line,
            st.sampled_from(TEXTS),
            st.floats(0, 380),
            st.integers(0, 45).map(lambda row: 13.0 * row),
            st.floats(0, 300),
            st.sampled_from([8.0, 10.0, 16.0]),
        ),
        max_size=40,
    )
)
def test_every_line_of_a_page_stands_in_one_paragraph(lines: list[Line]) -> None:
    page = Page(0, "1", SIZE, tuple(lines))
    paragraphs = join_pages([layout_page(page)])
    found = Counter(part.line for paragraph in paragraphs for part in paragraph.fragments)
    assert found == Counter(range(len(lines)))
    for paragraph in paragraphs:
        for part in paragraph.fragments:
            assert lines[part.line].text.startswith(paragraph.text[part.start : part.end])
        assert len(paragraph.boxes()) == len(paragraph.fragments)


def prose(*texts: str, top: float = 60.0) -> tuple[Line, ...]:
    """Lines that fill a column of 300 points, the last as wide as its text."""
    filled = [line(text, 50.0, top + 13.0 * n, 300.0) for n, text in enumerate(texts[:-1])]
    return (*filled, line(texts[-1], 50.0, top + 13.0 * (len(texts) - 1), 4.5 * len(texts[-1])))


def joined(*pages: tuple[Line, ...]) -> list[tuple[str, str, list[int]]]:
    layouts = [layout_page(Page(index, str(index + 1), SIZE, lines)) for index, lines in enumerate(pages)]
    return [
        (part.id, part.text, sorted({fragment.page_index for fragment in part.fragments}))
        for part in join_pages(layouts)
        if part.role is not ParagraphRole.FURNITURE
    ]


def test_a_sentence_runs_over_the_page() -> None:
    first = prose(
        "The harbour board met for the first time on 4", "May 1887 and it weighed, as its minutes show, every"
    )
    second = prose("expenditure with care until the end of the year", "1899.", top=60.0)
    (only,) = joined(first, second)
    assert only == (
        "p0.0",
        (
            "The harbour board met for the first time on 4 May 1887 and it weighed, as its minutes show,"
            " every expenditure with care until the end of the year 1899."
        ),
        [0, 1],
    )


def test_a_word_runs_over_the_page() -> None:
    first = prose(
        "La reconstruction du quai ne fut achevée qu'en octo-",
        "bre 1874, et le rapport de l'ingénieur le décri-",
    )
    second = prose("vit avec une précision qui étonne encore les", "historiens.")
    texts = [text for _, text, _ in joined(first, second)]
    assert len(texts) == 1
    assert "octobre 1874" in texts[0]
    assert "décrivit" in texts[0]


def test_a_point_begins_on_the_new_page() -> None:
    first = prose(
        "1- The first point ends with a sentence on a", "full line of the column, before the page's end."
    )
    second = prose("2- The second point begins the page and it goes", "on to 1921.")
    assert [text[:2] for _, text, _ in joined(first, second)] == ["1-", "2-"]


def test_a_paragraph_of_the_middle_page_alone_has_the_same_name() -> None:
    pages = [
        Page(
            index,
            str(index + 1),
            SIZE,
            prose(f"Page {index} begins with a sentence of its own which", "ends here."),
        )
        for index in range(3)
    ]
    layouts = [layout_page(page) for page in pages]
    assert [part.id for part in join_pages(layouts)] == ["p0.0", "p1.0", "p2.0"]
    assert [part.id for part in join_pages(layouts[1:2])] == ["p1.0"]


def test_a_heading_stands_over_what_follows_it() -> None:
    lines = (
        line("The year 1943", 50.0, 40.0, size=16.0),
        *prose("On 12 March the bridge was closed to", "traffic."),
    )
    (heading, body) = join_pages([layout_page(Page(0, "1", SIZE, lines))])
    assert heading.role is ParagraphRole.HEADING
    assert body.context == "The year 1943"


def test_a_full_line_amid_a_sentence_ends_no_paragraph_before_an_indent() -> None:
    body = prose("The mills of the valley ground flour for two centuries and", "then stood still.")
    entries = (
        line("Boisson (Pierre), « Les moulins », Bulletin de la", 50.0, 120.0, 300.0),
        line("Société des amis de Nontron, 1899, p. 166.", 72.0, 133.0),
        line("Reynard (Claude), Histoires de papier, Clermont, Presses de", 50.0, 146.0, 300.0),
        line("Basse-Auvergne, 2001.", 72.0, 159.0),
    )
    found = join_pages([layout_page(Page(0, "1", SIZE, (*body, *entries)))])
    assert [paragraph.text[:7] for paragraph in found] == ["The mil", "Boisson", "Reynard"]


def test_a_small_letter_goes_on_after_a_colon() -> None:
    lines = prose("Watkins, T. Settlement in the Scottish Iron Age:", "rescue work at Leuchars, 1980.")
    assert len(join_pages([layout_page(Page(0, "1", SIZE, lines))])) == 1


def texts(*lines: Line) -> list[str]:
    return [paragraph.text for paragraph in join_pages([layout_page(Page(0, "1", SIZE, lines))])]


def column(x: float, top: float, *said: str, width: float = 140.0, size: float = 10.0) -> list[Line]:
    return [line(text, x, top + 13.0 * n, width, size) for n, text in enumerate(said)]


LEFT = (
    "The ferry was built in the yard at",
    "Lauberg and carried carts until the",
    "war came, when she lay at anchor.",
)
RIGHT = (
    "After it she was lengthened by four",
    "metres and given an engine that was",
    "made for a tank, as people said then.",
)


def test_a_title_over_two_columns_may_end_in_a_short_line() -> None:
    title = [
        line("The last ferry on the upper river and", 50.0, 40.0, 290.0, 16.0),
        line("her crew", 50.0, 60.0, 60.0, 16.0),
    ]
    found = texts(*title, *column(50.0, 100.0, *LEFT), *column(210.0, 100.0, *RIGHT))
    assert found[0] == "The last ferry on the upper river and her crew"
    assert [text[:9] for text in found[1:]] == ["The ferry", "After it "]


def test_a_heading_under_two_columns_heads_what_follows_over_both() -> None:
    columns = [*column(50.0, 60.0, *LEFT, "She then"), *column(210.0, 60.0, "sailed on.", *RIGHT)]
    below = [
        line("Sources", 50.0, 130.0, 50.0, 14.0),
        *column(50.0, 155.0, "Kühn, J.: The ferries of the upper river.", width=300.0),
    ]
    assert [text[:8] for text in texts(*columns, *below)][-2:] == ["Sources", "Kühn, J."]


def test_a_line_between_two_tables_heads_the_second() -> None:
    rows = [
        ("Round", "Day", "Match"),
        ("1", "8 Oct.", "Riotuerto and Sobarzo"),
        ("2", "15 Oct.", "Sobarzo and Torres"),
    ]
    tables = [
        line(cell, x, top + 20.0 * n)
        for top in (60.0, 150.0)
        for n, row in enumerate(rows)
        for cell, x in zip(row, (50.0, 110.0, 180.0), strict=True)
    ]
    found = texts(*tables, line("Second half of the season", 50.0, 128.0))
    assert found[0] == found[4] == "Round | Day | Match"
    assert found[3] == "Second half of the season"
    assert found[5] == "1 | 8 Oct. | Riotuerto and Sobarzo"


def test_white_space_between_rows_tells_where_a_cell_goes_on() -> None:
    rows = [("14 Dec. to 23", "6.45"), ("24 Dec.", "7.15"), ("25 Dec.", "8.00"), ("26 Dec.", "9.00")]
    cells = [
        line(cell, x, 60.0 + 13.0 * (n > 0) + 21.0 * n)
        for n, row in enumerate(rows)
        for cell, x in zip(row, (50.0, 180.0), strict=True)
    ]
    assert texts(*cells, line("January", 50.0, 73.0)) == [
        "14 Dec. to 23 January | 6.45",
        "24 Dec. | 7.15",
        "25 Dec. | 8.00",
        "26 Dec. | 9.00",
    ]


def test_a_sidebar_with_headings_of_its_own_is_no_column_of_labels() -> None:
    bar = [
        line("Contact", 50.0, 60.0, size=12.0),
        *column(50.0, 75.0, "14 Marine Parade", "Born 1976", width=80.0),
    ]
    bar += [line("Grants", 50.0, 105.0, size=12.0), *column(50.0, 120.0, "Two of them.", width=60.0)]
    main = [
        *column(180.0, 62.0, "Lecturer at the university of the", "coast, and head of its laboratory."),
        line("Studies", 180.0, 92.0, size=12.0),
        *column(180.0, 107.0, "Physics at Leiden, then ice at the", "institute of Bergen, until 2006."),
    ]
    found = texts(*bar, *main)
    assert found[0] == "Contact"
    assert "Lecturer at the university of the coast, and head of its laboratory." in found


@pytest.mark.parametrize("height", [12.0, 8.6])  # as MuPDF and as pdfTeX make the raised figure
def test_a_raised_figure_tells_no_size(height: float) -> None:
    def at(text: str, y: float, width: float, size: float, height: float) -> Line:
        return Line(text, Box(50.0, y, 50.0 + width, y + height), size, baseline=y + 10.0)

    note = (
        at("1 D. Nardone, News of the town of Gravina, printed at", 500.0, 300.0, 6.0, height),
        at("Gravina in 1922, p. 33.", 512.0, 120.0, 8.0, height - 1.5),
        at("2 The papers were burnt.", 524.0, 120.0, 6.0, height),
    )
    assert texts(*prose("The town was taken", "by storm."), *note)[1:] == [
        "1 D. Nardone, News of the town of Gravina, printed at Gravina in 1922, p. 33.",
        "2 The papers were burnt.",
    ]


def paragraphs(lines: list[Line]) -> list[tuple[str, ParagraphRole]]:
    page = Page(0, "1", SIZE, tuple(lines))
    return [(one.text, one.role) for one in join_pages([layout_page(page)])]


def points(*markers: str, text: str = "of a list that tells what was decided") -> list[Line]:
    """Points of a list whose markers are lines of their own, each text of two lines."""
    lines = []
    for number, marker in enumerate(markers):
        top = 60.0 + 30.0 * number
        first = f"{'The' if number else 'A'} long point {text} in"
        lines += [
            line(marker, 50.0, top),
            line(first, 80.0, top, 250.0),
            line(f"the year 19{number}2.", 80.0, top + 13.0),
        ]
    return lines


@pytest.mark.parametrize(
    "markers", [("!", "!", "!"), ("\uf0b7",) * 3, ("2.1", "2.2", "2.3"), ("1.", "2.", "3.")]
)
def test_points_whose_markers_stand_apart_are_no_table(markers: tuple[str, ...]) -> None:
    found = paragraphs(points(*markers))
    assert [text.partition(" ")[0] for text, _ in found] == list(markers)
    assert all(" | " not in text and text.endswith("2.") for text, _ in found)
    assert ParagraphRole.TABLE_ROW not in {role for _, role in found}


def test_rows_that_begin_with_figures_stay_a_table() -> None:
    rows = [("12", "Arrest"), ("14", "Trial"), ("15", "Appeal")]
    lines = [
        part
        for number, (day, what) in enumerate(rows)
        for part in (line(day, 50.0, 60.0 + 13.0 * number), line(what, 90.0, 60.0 + 13.0 * number))
    ]
    assert [text for text, _ in paragraphs(lines)] == ["12 | Arrest", "14 | Trial", "15 | Appeal"]


def test_a_word_in_small_capitals_begins_a_paragraph_and_ends_none() -> None:
    texts = [
        "NATO projects that the total of all the",
        "United States will rise between 1951 and",
        "the end.",
    ]
    lines = list(prose(*texts))
    small = lines[0]
    lines[0] = replace(small, font_size=8.0)  # the engine tells the size of a line's first letter
    assert [text for text, _ in paragraphs(lines)] == [" ".join(texts)]


def test_a_bold_word_that_begins_a_line_breaks_no_paragraph() -> None:
    said = [
        "The fleet of the company ran on every",
        "Monday of the year until the spring of",
        "1951 when it ended.",
    ]
    lines = [line(text, 50.0, 60.0 + 13.0 * n, 250.0) for n, text in enumerate(said)]
    lines[1] = replace(lines[1], bold=True)  # the engine tells the weight of a line's first letter
    wide = line("A line above that is as wide as the column and ends here.", 50.0, 30.0, 300.0)
    assert [text for text, _ in paragraphs([wide, *lines])][-1] == " ".join(said)


def test_a_sum_in_open_brackets_begins_no_point() -> None:
    said = ("The revenue of the firm will grow this year again (2024:", "8.8 million), as it did before.")
    assert [text for text, _ in paragraphs(list(prose(*said)))] == [" ".join(said)]


@pytest.mark.parametrize(
    ("letter", "rest", "begins"),
    [
        ("T", "he ferry was built in the yard of", "The ferry was"),
        ("A", "man of the town bought her and kept", "A man of the"),
        ("O", "ctober came and the Rhine in october", "October came"),
    ],
)
def test_a_large_first_letter_belongs_to_its_word(letter: str, rest: str, begins: str) -> None:
    body = [
        line(text, 80.0 if n < 2 else 50.0, 62.0 + 13.0 * n, 270.0) for n, text in enumerate([rest, *RIGHT])
    ]
    ((text, _),) = paragraphs([line(letter, 50.0, 55.0, 26.0, 33.0), *body])
    assert text.startswith(begins)


def test_a_number_that_closes_a_bracket_begins_no_point() -> None:
    lines = prose(
        "The firm made the first studies, and work began; Lambton (1953:",
        "227) and others (1989) told of the tenures of this plain.",
        "So did the maps.",
    )
    paragraphs = join_pages([layout_page(Page(0, "1", SIZE, lines))])
    assert [one.text.count("227) and others") for one in paragraphs] == [1]


def test_a_subtitle_over_two_columns_is_no_part_of_the_first() -> None:
    subtitle = line("The hull comes back to the lake in spring", 50.0, 75.0, 200.0)
    found = texts(subtitle, *column(50.0, 100.0, *LEFT), *column(210.0, 100.0, *RIGHT))
    assert [text[:9] for text in found] == ["The hull ", "The ferry", "After it "]


def test_the_second_line_of_a_work_stands_further_in_and_begins_none() -> None:
    lines = [
        line("References", 50.0, 40.0, 70.0, 14.0),
        line("[1] S. Dale, Drought and wells by the sea, Hydrol.", 50.0, 70.0, 300.0),
        line("Process., vol. 22, 2008.", 65.0, 83.0, 120.0),
    ]
    assert texts(*lines)[1:] == [
        "[1] S. Dale, Drought and wells by the sea, Hydrol. Process., vol. 22, 2008."
    ]


def test_a_note_at_the_foot_is_none_of_the_works_above_it() -> None:
    lines = [
        line("Wells of the coast", 50.0, 60.0, 150.0, 16.0),
        *column(50.0, 100.0, *LEFT, *RIGHT, width=300.0),
        line("References", 50.0, 380.0, 70.0, 14.0),
        line("[1] S. Dale, Drought and wells, York, 2008.", 50.0, 410.0, 220.0, 8.0),
        line("[2] A. Holm, The wells, Lund, 2011.", 50.0, 425.0, 180.0, 8.0),
        line("1 Two wells were lost to fire.", 50.0, 500.0, 150.0, 8.0),
    ]
    found = join_pages([layout_page(Page(0, "1", SIZE, tuple(lines)))])
    assert [one.context for one in found[-3:]] == ["References", "References", "Wells of the coast"]
    assert [one.role for one in found[-3:]] == [
        ParagraphRole.LIST_ITEM,
        ParagraphRole.LIST_ITEM,
        ParagraphRole.FOOTNOTE,
    ]


def test_a_day_at_the_head_of_a_line_amid_a_sentence_is_no_point_of_the_list() -> None:
    lines = (
        line("2. Eine Untersuchung hatte im April stattgefunden und am", 50, 60, 400),
        line("12. Juli stellte der Arzt einen alten Schaden fest, den", 50, 73, 400),
        line("niemand bemerkt hatte.", 50, 86),
        line("3. Die Frist verstrich.", 50, 99),
    )
    assert [text[:2] for text in texts(*lines)] == ["2.", "3."]
