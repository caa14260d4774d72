"""Pages as offices and courts type them: blank lines, two leadings, titles set like the text, or turned."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest

from reader.document.model import ParagraphRole
from tests.document.set_pages import LEFT_HALF, LINES, RIGHT_HALF, Pages, prose


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "pages.pdf")


def typed(text: str) -> list[str]:
    """The lines of a text as a typist breaks it."""
    return wrap(text, 56)


def test_a_blank_line_between_two_addresses_ends_the_first(pages: Pages) -> None:
    for name in ("Anna Lund", "Hans Holm", "Paul Ness", "Ivar Moen"):
        lines = [f"{name}, harbour men", "12 Quay Road and Court", "Farne, Northern Island"]
        pages.set_lines(lines, (40.0, 0.0), font="cour")
        pages.y += 12
    assert pages.first_words() == ["Anna", "Hans", "Paul", "Ivar"]


def test_wide_lines_over_close_notes_make_one_paragraph(pages: Pages) -> None:
    text = (
        "The board met again in the year 1887 and it asked the clerk for the book in which the height of the"
        " water is written down so that it is read to all before 1:00 p.m. the following day, as the clerk"
        " himself wrote it down. He did not say who had asked for it, and nobody else has said so since May."
    )
    lines = typed(text)
    assert lines[2].endswith("p.m.")
    pages.set_lines(lines, (40.0, 0.0), step=24, font="cour")
    pages.y += 40
    note = "1 The book of the year 1887 tells the same story, but for the name of the clerk. " * 4
    pages.set_lines(typed(note), (40.0, 0.0), font="cour")
    assert pages.first_words() == ["The", "1"]


@pytest.mark.parametrize(
    "title", ["THE YEARS OF OLD LIGHTS AND OF THE STORMS", "THE YEARS OF OLD LIGHTS AND OF THE LAST STORMS"]
)
def test_a_title_in_capitals_is_no_part_of_the_text_under_it(pages: Pages, title: str) -> None:
    every = (
        "Every morning the keeper of the light wrote down the height of the water and the way of the wind. "
    )
    pages.set_lines(typed(every * 2), (40.0, 0.0), step=12, font="cour")
    pages.y += 12
    pages.set_lines([title], (40.0, 0.0), font="cour")
    pages.set_lines(typed("Emboldened by them the board met again. " + every * 2), (40.0, 0.0), font="cour")
    assert pages.first_words() == ["Every", "THE", "Emboldened"]


def test_a_man_named_at_the_head_of_a_line_begins_no_point(pages: Pages) -> None:
    pages.set_lines(
        [
            "Le gardien du phare a remis son rapport au conseil.",
            "M. Lund, le maire, l\u2019a lu le 4 mai 1887.",
        ],
        (40.0, 380.0),
    )
    assert pages.first_words() == ["Le"]


def test_a_section_cited_at_the_head_of_a_line_begins_no_point(pages: Pages) -> None:
    pages.set_lines(
        ["The keepers of the lights are paid as is said in 14 U.S.C.", "\u00a7 521 of the year 1939."],
        (40.0, 380.0),
    )
    assert pages.first_words() == ["The"]


def test_a_number_before_capitals_is_that_of_a_section_but_in_the_contents(pages: Pages) -> None:
    pages.set_lines(["2.1 THE OLD LIGHTS . . . . . . . . . . 17"], step=24)
    pages.set_lines(["2.1 THE OLD LIGHTS"], step=24)
    pages.set_lines(typed("Every morning the keeper wrote down the height of the water. " * 6), (40.0, 0.0))
    roles = [part.role for part in pages.paragraphs()]
    assert roles == [ParagraphRole.LIST_ITEM, ParagraphRole.HEADING, ParagraphRole.BODY]


def test_a_bold_title_is_whole_though_its_number_is_smaller(pages: Pages) -> None:
    pages.page.insert_text((40, pages.y), "4.2", fontsize=9, fontname="hebo")
    pages.set_lines(["Organizing the Lights of the Northern Coasts"], (75.0, 0.0), font="hebo")
    pages.set_lines(["and of Their Keepers in 1903"], (75.0, 0.0), step=24, font="hebo")
    pages.set_lines(typed("Every morning the keeper wrote down the height of the water. " * 6), (40.0, 0.0))
    title, text = pages.paragraphs()
    assert title.role is ParagraphRole.HEADING
    assert title.text.endswith("Coasts and of Their Keepers in 1903")
    assert text.text.startswith("Every")


def test_an_exhibit_has_a_caption(pages: Pages) -> None:
    pages.set_lines(["Exhibit 52. The boats of the years 1887 to 1903"], font="hebo", step=30)
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 5, "there."))
    assert pages.paragraphs()[0].role is ParagraphRole.CAPTION


def test_a_full_title_of_a_point_ends_before_the_indented_line_under_it(pages: Pages) -> None:
    pages.set_lines(["(1) Rules of the harbour and of the boats and of the ships"], (40.0, 379.0))
    pages.set_lines(["1887-1903 is the time of the rules of boats and ships"], (52.0, 380.0))
    pages.set_lines([*LINES, "there."])
    assert pages.first_words() == ["(1)", "1887-1903"]


def test_a_name_a_place_and_a_day_far_apart_on_one_line_are_cells(pages: Pages) -> None:
    for x, text in ((40, "Anna Lund, keeper"), (180, "Farne Light"), (310, "May 23, 1903")):
        pages.page.insert_text((x, pages.y), text, fontsize=10)
    pages.y += 24
    pages.set_lines(typed("Every morning the keeper wrote down the height of the water. " * 6), (40.0, 0.0))
    first, prose = pages.paragraphs()
    assert (first.role, first.text) == (
        ParagraphRole.TABLE_ROW,
        "Anna Lund, keeper | Farne Light | May 23, 1903",
    )
    assert prose.role is ParagraphRole.BODY


def test_text_below_words_at_both_edges_is_no_part_of_their_row(pages: Pages) -> None:
    for x in (40, 350):
        for line, text in enumerate(("L 704", "1903")):
            pages.page.insert_text((x, 60 + 12 * line), text, fontsize=10)
    pages.y = 94
    text = "The keepers of the lights may ask the board for boats and for men when the water is high. " * 4
    pages.set_lines(wrap(text, 42), (80.0, 0.0), step=22, font="cour")
    (paragraph,) = [part for part in pages.paragraphs() if part.text.startswith("The keepers")]
    assert paragraph.role is ParagraphRole.BODY
    assert len(paragraph.fragments) == len(wrap(text, 42))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_shown_turned_reads_as_it_does_upright(pages: Pages, turn: int) -> None:
    below = pages.y
    pages.set_lines(["The first column begins here", *LINES], LEFT_HALF, size=7, step=10)
    pages.set_lines(["and it ends in 1844."], LEFT_HALF, size=7, step=10)
    pages.y = below
    pages.set_lines(["The second column begins here", *LINES], RIGHT_HALF, size=7, step=10)
    pages.set_lines(["and it ends in 1863."], RIGHT_HALF, size=7, step=10)
    pages.page.set_rotation(turn)
    texts = [part.text.split() for part in pages.paragraphs()]
    assert [(text[1], text[-1]) for text in texts] == [("first", "1844."), ("second", "1863.")]
