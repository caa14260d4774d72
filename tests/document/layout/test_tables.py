"""Tables that no line is drawn for: their rows are found by the places of their cells."""

from __future__ import annotations

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole


def line(text: str, x: float, y: float, size: float = 10.0) -> Line:
    return Line(text, Box(x, y, x + 5.0 * len(text), y + 1.2 * size), size, baseline=y + size)


def test_the_lines_of_a_header_may_stand_on_heights_of_their_own() -> None:
    places = {"NUMBER": (20, 24), "DAY": (100, 20), "POSTED": (100, 34), "PAID TO": (180, 24)}
    head = [line(text, x, y, size=12.0) for text, (x, y) in places.items()]
    rows = [
        one
        for place, day in enumerate(("05/03/2019", "05/24/2019", "06/13/2019", "07/10/2019"))
        for one in (
            line(f"K2019000{place}", 20, 60 + 26 * place),
            line(day, 100, 60 + 26 * place),
            line("CARRIERS", 180, 60 + 26 * place),
            line("A CRATE BY RAIL AND BACK", 180, 73 + 26 * place),
        )
    ]
    page = Page(0, "1", PageSize(400.0, 600.0), (*head, *rows))
    found = [(one.text, one.role) for one in join_pages([layout_page(page)])]
    assert ("K20190001 | 05/24/2019 | CARRIERS", ParagraphRole.TABLE_ROW) in found


def test_prose_below_a_table_runs_in_its_own_direction() -> None:
    rows = [
        one
        for n in range(6)
        for one in (
            line(f"{11 + n} May 1887", 20.0, 40.0 + 15 * n),
            line(f"Boat {n}", 150.0, 40.0 + 15 * n),
            line(f"{700 + n}", 250.0, 40.0 + 15 * n),
        )
    ]
    word = "\u0627\u0644\u0628\u062d\u0631 "
    starts = (120.0, 150.0, 130.0, 160.0, 125.0, 155.0)
    prose = [
        Line((word * 6).strip(), Box(x, y, 350.0, y + 12.0), 10.0, edges=(x, 350.0), baseline=y + 10.0)
        for y, x in zip(range(160, 250, 15), starts, strict=True)
    ]
    page = Page(0, "1", PageSize(400.0, 600.0), (*rows, *prose))
    found = join_pages([layout_page(page)])
    assert [part.role for part in found[:6]] == [ParagraphRole.TABLE_ROW] * 6
    assert [len(part.fragments) for part in found[6:]] == [len(starts)]


def rows_read(*levels: tuple[float, dict[float, str]]) -> list[tuple[str, str]]:
    """The rows of a page whose lines stand at these heights and places, each with what stands over it."""
    lines = tuple(line(text, x, y) for y, level in levels for x, text in level.items())
    found = join_pages([layout_page(Page(0, "1", PageSize(400.0, 600.0), lines))])
    return [(part.text, part.context) for part in found if part.role is ParagraphRole.TABLE_ROW]


def test_a_year_in_the_middle_of_a_table_is_a_row_of_its_own() -> None:
    remarks = {"May": "Ice until the 3rd", "June": "Regatta on the 14th", "August": "Quay closed on 2 August"}
    levels = [(20.0, {20.0: "Month", 90.0: "Boats", 150.0: "Remark"})]
    for year in ("1914", "1915"):
        levels.append((levels[-1][0] + 14.0, {132.0: year}))
        for month, remark in remarks.items():
            levels.append((levels[-1][0] + 14.0, {20.0: month, 90.0: "12", 150.0: remark}))
    texts = [text for text, _ in rows_read(*levels)]
    assert texts[4:6] == ["August | 12 | Quay closed on 2 August", "1915"]
    assert texts[1] == "1914"


def test_a_word_alone_in_the_last_line_of_a_cell_belongs_to_it() -> None:
    levels = [(20.0, {20.0: "Month", 90.0: "Boats", 150.0: "Remark"})]
    for month in ("May", "June", "July"):
        levels.append((levels[-1][0] + 14.0, {20.0: month, 90.0: "12", 150.0: "Quay closed on 2 August"}))
        levels.append((levels[-1][0] + 14.0, {150.0: "1914"}))
    texts = [text for text, _ in rows_read(*levels)]
    assert texts[1] == "May | 12 | Quay closed on 2 August 1914"


def test_words_of_a_header_go_on_in_small_letters() -> None:
    levels = [
        (20.0, {20.0: "Year of", 90.0: "Ships", 150.0: "What the keeper"}),
        (34.0, {20.0: "landing", 90.0: "seen", 150.0: "remarked"}),
        *((48.0 + 14 * n, {20.0: f"{1947 + n}", 90.0: f"{80 + n}", 150.0: "Storms"}) for n in range(5)),
    ]
    head, *rows = rows_read(*levels)
    assert head[0] == "Year of landing | Ships seen | What the keeper remarked"
    assert all(context.startswith(head[0]) for _, context in rows)


def test_years_over_days_are_a_header() -> None:
    levels = [
        (20.0, {20.0: "Festival", 120.0: "1998", 200.0: "1999", 280.0: "2000"}),
        *(
            (34.0 + 14 * n, {20.0: name, 120.0: f"{n + 3} May", 200.0: f"{n + 5} May", 280.0: f"{n + 1} May"})
            for n, name in enumerate(("Opening", "Regatta", "Closing"))
        ),
    ]
    assert [context for _, context in rows_read(*levels)] == ["", *["Festival | 1998 | 1999 | 2000"] * 3]


def test_years_among_years_are_no_header() -> None:
    levels = [(20.0 + 14 * n, {20.0: "Series", 120.0: f"{1998 + n}", 200.0: f"{1999 + n}"}) for n in range(4)]
    assert {context for _, context in rows_read(*levels)} <= {"", "  |  | ", " |  | "}


def test_rows_apart_by_white_space_hold_cells_of_many_lines() -> None:
    """Most lines have two cells or more, and white space stands between few of them."""
    levels: list[tuple[float, dict[float, str]]] = []
    for place, day in enumerate(("3 May 1866", "2 June 1867", "1 March 1868")):
        top = 20.0 + 70 * place
        levels += [
            (top, {20.0: day, 100.0: "The ferry ran aground on", 260.0: "Inquiry opened on"}),
            (top + 13, {100.0: "the bar below the light", 260.0: "the quay, and the pilot"}),
            (top + 26, {100.0: "and lay there for a day", 260.0: "was dismissed by the"}),
            (top + 39, {100.0: "before she was freed", 260.0: "board of the harbour"}),
        ]
    assert [text.partition(" | ")[0] for text, _ in rows_read(*levels)] == [
        "3 May 1866", "2 June 1867", "1 March 1868",
    ]  # fmt: skip
    assert rows_read(*levels)[0][0].endswith(
        "| Inquiry opened on the quay, and the pilot was dismissed by the board of the harbour"
    )


def test_rows_hold_cells_of_many_lines_also_in_the_column_of_their_dates() -> None:
    dates = (("14", "November", "1866"), ("From 2 June", "to 8 July", "1867"), ("28", "September", "1867"))
    levels: list[tuple[float, dict[float, str]]] = [(20.0, {20.0: "Date", 100.0: "Fact", 260.0: "Sequel"})]
    for place, day in enumerate(dates):
        top = 36.0 + 70 * place
        levels += [
            (top, {20.0: day[0], 100.0: "The ferry ran aground on", 260.0: "Inquiry opened on"}),
            (top + 13, {20.0: day[1], 100.0: "the bar below the light", 260.0: "the quay, and the pilot"}),
            (top + 26, {20.0: day[2], 100.0: "and lay there for a day", 260.0: "was dismissed by the"}),
            (top + 39, {100.0: "before she was freed", 260.0: "board of the harbour"}),
            (top + 52, {100.0: "by the boats of Ster"}),
        ]
    assert [text.partition(" | ")[0] for text, _ in rows_read(*levels)] == ["Date", *map(" ".join, dates)]


def tall(text: str, x: float, y: float, size: float) -> Line:
    """A line of a font that reaches high and low."""
    return Line(text, Box(x, y, x + 5.2 * len(text), y + 1.48 * size), size, baseline=y + 1.2 * size)


def test_a_title_and_its_authors_beside_the_end_of_the_other_column_are_no_rows() -> None:
    left = [(69.5, "Cut peat, moor and finds", 16.5), (91.0, "Of Old in Bogs: a look", 16.5)]
    left += [(112.4, "Assessed", 16.5), (149.0, "By two who dug there for many days.", 11)]
    left += [(163.3, "Sent in on 4 March 2019,", 11), (177.6, "accepted on 27 June 2019.", 11)]
    left += [(202.9 + 14.3 * n, f"What grew here was cut {n + 3} years, and", 11) for n in range(20)]
    right = [(57.2, "Review 82, p. 64-91. no. 10.1515/2007"), (71.5, "pz.82.64")]
    right += [
        (96.8, "Dieck, A. (1965): All of the finds"),
        (111.1, "Northern Finds. Bremen:"),
        (125.4, "Tower Hall."),
    ]
    right += [(150.7, "Ory, W. (1996): Mummies drawn out of"), (165.0, "the Moor. Paris: Batavian Lion.")]
    lines = [tall(text, 65, y, size) for y, text, size in left] + [
        tall(text, 320, y, 11) for y, text in right
    ]
    found = join_pages([layout_page(Page(0, "1", PageSize(595.0, 842.0), tuple(lines)))])
    assert not any(part.role is ParagraphRole.TABLE_ROW for part in found)
    assert found[-1].text.endswith("Batavian Lion.")


def test_text_beside_a_table_is_none_of_its_cells() -> None:
    words = (
        "of the ships that came in",
        "by night and by day, as",
        "the board had asked him to",
        "since the spring of the",
    )
    prose = [
        line(text, 20.0, 18.0 + 13 * n) for n, text in enumerate(("The keeper kept a list", *words, *words))
    ]
    rows = [("Year", "Ships", "Cost"), *((f"{1947 + n}", f"{980 + 7 * n}", f"{12 + n}") for n in range(6))]
    cells = [
        line(text, x, 20.0 + 17 * n)
        for n, row in enumerate(rows)
        for x, text in zip((190.0, 240.0, 290.0), row, strict=True)
    ]
    page = Page(0, "1", PageSize(400.0, 600.0), (*prose, *cells))
    found = join_pages([layout_page(page)])
    assert [one.text for one in found if one.role is ParagraphRole.TABLE_ROW] == [
        " | ".join(row) for row in rows
    ]


def test_a_form_in_two_columns_is_read_by_its_lines() -> None:
    cells = (
        ("Name:", "Anna Lind", "Father:", "Pierre Lind"),
        ("Born:", "3 May 1866 in Kerity", "Married:", "12 August 1889"),
        ("Trade:", "Keeper of the light", "Children:", "three"),
        ("Named:", "1 June 1891", "Moved:", "in March 1927 to Ster"),
        ("Left:", "31 December 1926", "Died:", "9 January 1940"),
    )
    places = (20.0, 70.0, 190.0, 250.0)
    levels = [(20.0 + 16 * n, dict(zip(places, row, strict=True))) for n, row in enumerate(cells)]
    assert [text for text, _ in rows_read(*levels)] == [" | ".join(row) for row in cells]


def test_a_header_that_spans_two_columns_leaves_them_two() -> None:
    """Its words touch the next column, and its lines stand on heights of their own."""
    levels = [
        (20.0, {20.0: "Item", 150.0: "Work on it as done", 330.0: "Cost in"}),
        (33.0, {330.0: "pounds"}),
        (37.0, {150.0: "Begun", 240.0: "Finished"}),
    ]
    works = (
        ("The weir", "and its oak piles"),
        ("A boiler", "and a house for it"),
        ("The wires", "to the church"),
    )
    for number, (work, rest) in enumerate(works):
        y = 56.0 + 32 * number
        levels += [
            (y, {20.0: work, 150.0: f"3 May 184{number}", 240.0: f"7 July 186{number}", 330.0: "412"}),
            (y + 13.0, {20.0: rest, 240.0: "at last"}),
        ]
    header = "Item | Work on it as done Begun | Finished | Cost in pounds"
    assert rows_read(*levels)[1:3] == [
        ("The weir and its oak piles | 3 May 1840 | 7 July 1860 at last | 412", header),
        ("A boiler and a house for it | 3 May 1841 | 7 July 1861 at last | 412", header),
    ]


def test_rows_that_fill_all_columns_stay_apart_under_a_header_that_spans_some() -> None:
    levels = [(20.0, {20.0: "Boats", 150.0: "By the south and the east", 330.0: "All"})]
    for number in range(6):
        y = 40.0 + 13 * number + 8 * (number > 2)  # white above a sum
        levels.append((y, {20.0: f"Quay {number}", 150.0: "18", 240.0: "29", 330.0: f"4{number}"}))
    assert [text for text, _ in rows_read(*levels)][1:3] == ["Quay 0 | 18 | 29 | 40", "Quay 1 | 18 | 29 | 41"]


def test_a_line_in_all_columns_after_the_rest_of_a_cell_begins_a_row() -> None:
    """Between its row and the one above a browser left hardly more than between the lines of a cell."""
    levels = [(20.0, {20.0: "Year", 90.0: "Event", 300.0: "Place"})]
    years = (
        (36.0, "1843", "Tower"),
        (65.0, "1874", "Quay"),
        (93.5, "1902", "Tower"),
        (122.5, "1937", "Town"),
    )
    for y, year, place in years:
        levels.append((y, {20.0: year, 90.0: "Work on the lamp and on", 300.0: place}))
        levels.append((y + 13.5, {90.0: "the house"}))
    texts = [text for text, _ in rows_read(*levels)]
    assert texts[2:4] == [
        "1874 | Work on the lamp and on the house | Quay",
        "1902 | Work on the lamp and on the house | Tower",
    ]
