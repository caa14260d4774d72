"""Pages as printers set them: notes closer than text, text beside pictures, sentences cut by small print."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document.model import ParagraphRole
from tests.document.set_pages import LEFT_HALF, LINES, RIGHT_HALF, Pages, prose


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "pages.pdf")


def test_notes_set_closer_and_longer_than_the_text_leave_its_lines_together(pages: Pages) -> None:
    pages.set_lines([*prose("Every morning the keeper of the light wrote down", 14, "and Nansen")])
    pages.set_lines([*prose("Admiralty papers tell the rest, which is that the", 5, "in Paris.")])
    pages.y += 60
    for number in (1, 2, 3):
        pages.set_lines(
            prose(f"{number} In 1851 the keeper wrote down, as others did,", 8, "here."), size=7, step=8
        )
    text, *notes = pages.paragraphs()
    assert (text.role, text.text[:5], text.text[-6:]) == (ParagraphRole.BODY, "Every", "Paris.")
    assert [note.role for note in notes] == [ParagraphRole.FOOTNOTE] * 3


def test_text_is_no_heading_where_a_box_of_small_print_holds_more_letters(pages: Pages) -> None:
    pages.set_lines(
        prose("Every visitor of the light has to sign the book and", 18, "there."), size=8, step=9
    )
    pages.y += 40
    pages.set_lines(["Old Laws"], size=16)
    pages.set_lines(prose("No boat may leave without a light after the sun is", 9, "below the sea."), size=10)
    pages.y += 20
    pages.set_lines(["Section 5 says no more"], size=10)
    assert [part.role for part in pages.paragraphs() if len(part.text) < 25] == [
        ParagraphRole.HEADING,
        ParagraphRole.LIST_ITEM,
    ]


def test_a_title_of_two_lines_is_one_heading(pages: Pages) -> None:
    pages.set_lines(["The Signals of the Northern Coast"], size=20, step=26)
    pages.set_lines(["and Their Keepers, 1851 to 1903"], (70.0, 350.0), size=20, step=22)
    pages.set_lines(["Anna Lund, Peter Holm, Member of the Academy, and Paul Ness"], size=11, step=30)
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 9, "there."))
    title = pages.paragraphs()[0]
    assert title.text == "The Signals of the Northern Coast and Their Keepers, 1851 to 1903"
    assert title.role is ParagraphRole.HEADING


def test_a_sentence_goes_on_past_the_small_print_at_the_foot_of_its_column(pages: Pages) -> None:
    pages.set_lines(prose("In 1874 the lamp was changed for a new", 8, "as long as that old"), LEFT_HALF)
    pages.y += 30
    pages.set_lines(["Received 17 March 1901. This notice may be", "copied."], LEFT_HALF, size=7, step=8)
    pages.y = 80
    pages.set_lines(prose("office stood, and the harbour with it; he wrote", 10, "there."), RIGHT_HALF)
    text, notice = pages.paragraphs()
    assert "as long as that old office stood" in text.text
    assert notice.text.startswith("Received")


def test_a_sentence_goes_on_past_a_figure_at_the_head_of_the_next_page(pages: Pages) -> None:
    pages.set_lines(
        prose("In 1874 the lamp was changed for a new", 8, "and the keepers stayed as long as that old")
    )
    pages.next_page()
    pages.y = 110
    pages.set_lines(["North tower"], (60.0, 90.0), size=7, step=40)
    pages.set_lines(["Figure 3: The two towers in 1875."], size=9, step=30)
    pages.set_lines(prose("office stood, and the harbour with it; he wrote", 10, "there."))
    texts = [part.text for part in pages.paragraphs()]
    assert any("as long as that old office stood" in text for text in texts)
    assert "Figure 3: The two towers in 1875." in texts


def test_paragraphs_beside_a_picture_are_whole(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 4, "or so they said of it."))
    pages.set_lines(["The storm of 1903 took the mast; neither"], (54.0, 220.0))
    pages.set_lines(
        ["Nansen nor Scott saw the light of the Farne", "Islands in that summer, and so the office"],
        (40.0, 220.0),
    )
    pages.set_lines(["Amundsen had asked for help in vain left the", "keeper."], (40.0, 220.0))
    pages.set_lines(["No light was seen then, and in the end the"], (54.0, 220.0))
    pages.set_lines(["Admiralty asked no more."], (40.0, 220.0))
    pages.set_lines(prose("   After that summer the keeper of the light wrote", 4, "there."))
    assert pages.first_words() == ["Every", "The", "No", "After"]


def test_below_a_picture_on_the_left_the_sentence_goes_on(pages: Pages) -> None:
    pages.set_lines(
        prose(
            "Every morning the keeper of the light wrote down",
            4,
            "and the storm did not spare the men who had",
        )
    )
    pages.set_lines(["come to see the old light go", *LINES], RIGHT_HALF)
    pages.set_lines(prose("»Northern Light« and others, who had seen it before,", 4, "there."))
    assert pages.first_words() == ["Every"]


def test_a_short_finished_line_ends_a_paragraph_of_justified_text_under_headings(pages: Pages) -> None:
    pages.set_lines(["The first years"], size=14, step=24)
    pages.set_lines(
        prose(
            "Every morning the keeper of the light wrote down",
            4,
            "so as they all did in the years before 1900.",
        )
    )
    pages.set_lines(prose("In 1890 the keeper of the light still wrote down", 4, "there."))
    pages.y += 20
    pages.set_lines(["The last years"], size=14, step=24)
    pages.set_lines(prose("Every evening the keeper of the light wrote down", 4, "there."))
    assert pages.first_words() == ["The", "Every", "In", "The", "Every"]


def test_a_name_under_a_quotation_is_not_joined_to_the_next_column(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper wrote down", 5, "there."), LEFT_HALF)
    pages.set_lines(["A keeper"], LEFT_HALF)
    pages.y = 80
    pages.set_lines(prose("Our Lights in the year 1890 were run by", 6, "there."), RIGHT_HALF)
    assert pages.first_words() == ["Every", "A", "Our"]


def test_what_is_printed_along_the_margin_is_joined_to_nothing(pages: Pages) -> None:
    pages.set_lines(
        prose("Every morning the keeper wrote down and down", 5, "and the sheets went on to the harbour and")
    )
    pages.page.insert_text((20, 400), "downloaded on 4 May 2019", fontsize=10, rotate=90)
    assert pages.first_words() == ["Every", "downloaded"]


def test_a_sign_and_its_word_beside_a_paragraph_are_no_rows_of_it(pages: Pages) -> None:
    pages.set_lines(["Boats of the second class can not", "be brought into the port by night"], (80.0, 230.0))
    pages.set_lines(["and have to use the Old Quay in"], (80.0, 226.0))
    pages.set_lines(["June 1904 and in all the months of the", "winter."], (40.0, 230.0))
    pages.page.insert_text((55, 92), "!", fontsize=10)
    pages.page.insert_text((45, 104), "CARE", fontsize=8)
    assert pages.first_words() == ["!", "CARE", "Boats"]


def test_points_after_a_larger_bullet_are_points_of_their_own(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 4, "there."))
    pages.y += 12
    for text in ("Dilworth Mail: the Monday post and all", "Federal Mail: the Thursday post and the"):
        pages.page.insert_text((40, pages.y), "\u00b7", fontsize=14)
        pages.set_lines([text], (45.0, 200.0))
        pages.set_lines(["Old boat."], (40.0, 200.0))
    first, *points = pages.paragraphs()
    assert first.text.startswith("Every")
    assert [(part.role, part.text[-9:]) for part in points] == [(ParagraphRole.LIST_ITEM, "Old boat.")] * 2


def test_a_line_printed_twice_to_look_bold_is_read_once(pages: Pages) -> None:
    pages.page.insert_text((40, 80), "Old Laws of the Harbour", fontsize=14)
    pages.page.insert_text((40.4, 80), "Old Laws of the Harbour", fontsize=14)
    assert [part.text for part in pages.paragraphs()] == ["Old Laws of the Harbour"]


def test_a_word_that_begins_like_photo_is_no_caption(pages: Pages) -> None:
    pages.set_lines(["PHOTOVOLTAIC CELLS"], size=8)
    assert pages.paragraphs()[0].role is not ParagraphRole.CAPTION


def test_numbers_set_apart_from_their_titles_go_before_them(pages: Pages) -> None:
    for number in range(1, 5):
        pages.y += 24
        pages.page.insert_text((40, pages.y), str(number), fontsize=10)
        pages.set_lines([f"The harbour in the year {1900 + number}"], (70.0, 0.0), step=24)
        for point in (1, 2):
            pages.page.insert_text((60, pages.y), f"{number}.{point}", fontsize=10)
            pages.set_lines([f"Ships and boats of kind {point}, {1900 + number}."], (90.0, 0.0), step=24)
    assert pages.first_words() == [f"{n}{p}" for n in range(1, 5) for p in ("", ".1", ".2")]


def test_entries_of_a_calendar_are_paragraphs(pages: Pages) -> None:
    pages.set_lines(["Oct. 24 - Staff day of all the men"], (100.0, 0.0))
    pages.set_lines(["Oct. 31 - Parade of all the boats of the harbour"], (100.0, 0.0))
    pages.set_lines(["Nov. 3 - Board of the harbour meets"], (100.0, 0.0))
    assert [part.text[:7] for part in pages.paragraphs()] == ["Oct. 24", "Oct. 31", "Nov. 3 "]


def test_the_first_line_of_a_paragraph_under_a_numbered_title_is_its_own(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 2, "there."))
    pages.y += 12
    pages.set_lines(["(2) Rules of the harbour"])
    pages.set_lines(["The rules say of boats and ships of all kinds what"], (52.0, 380.0))
    pages.set_lines([*LINES, "there."])
    assert pages.first_words() == ["Every", "(2)", "The"]


def test_a_large_letter_beside_three_lines_opens_the_first(pages: Pages) -> None:
    pages.page.insert_text((40, 106), "O", fontsize=36)
    pages.set_lines(
        ["ver the past three decades pressure from", "over others, and over the old societies"], (70.0, 300.0)
    )
    pages.set_lines(["of the coast and the governments and the"], (70.0, 299.0))
    pages.set_lines(["United Nations, has made the keepers leave the", "old lights."], (40.0, 300.0))
    (text,) = pages.paragraphs()
    assert text.text.startswith("Over the past three decades")


def test_the_lines_of_a_note_reach_the_margin_below_its_number(pages: Pages) -> None:
    for _ in range(2):
        pages.page.insert_text((40, pages.y), "\u00b7", fontsize=10)
        pages.set_lines(prose("The board met in the year 1887 and it heard", 3, "there."), (75.0, 380.0))
        pages.y += 14
        pages.set_lines(prose("Every morning the keeper of the light wrote down", 3, "there."))
        pages.y += 14
    pages.page.insert_text((40, pages.y), "\u00b7", fontsize=10)
    pages.set_lines(["The board met in the year 1888 and heard it all."], (75.0, 380.0))
    pages.y += 14
    pages.page.insert_text((40, pages.y), "35.", fontsize=8)
    pages.set_lines(["The book of that year says no more about the men of"], (75.0, 380.0), size=8, step=9)
    pages.set_lines(["the board than their names and towns, some of which are", "lost."], size=8, step=9)
    note = pages.paragraphs()[-1]
    assert (note.text[:3], note.text[-5:]) == ("35.", "lost.")


@pytest.mark.parametrize("signs", [("(b)", "(c)"), ("(ii)", "(iii)"), ("c)", "d)")])
def test_a_point_that_goes_on_with_and_is_followed_by_the_next(pages: Pages, signs: tuple[str, str]) -> None:
    one, two = signs
    pages.set_lines(["The keeper shall, in every year and at his own cost:"])
    pages.set_lines([f"{one} write down what was done to the lamp in May; and"], (60.0, 0.0))
    pages.set_lines([f"{two} send the sheets to the office of the harbour."], (60.0, 0.0))
    assert [part.text.split()[0] for part in pages.paragraphs()] == ["The", one, two]


def test_a_note_goes_on_at_the_foot_of_the_next_page(pages: Pages) -> None:
    for words, number in (
        ("1 The book was found in 1934 with two letters", 1),
        ("which the clerk copied in", 2),
    ):
        pages.y = 80
        pages.set_lines(prose("Every morning the keeper of the light wrote down", 20, "so he wrote."))
        pages.y = 500
        lines = [words, *LINES[:2]] if number == 1 else [f"{words} {LINES[0]}", "May 1935."]
        pages.set_lines(lines, (40.0, 0.0), size=7, step=8)
        if number == 1:
            pages.next_page()
    first, note, second = pages.paragraphs()
    assert (first.role, second.role) == (ParagraphRole.BODY, ParagraphRole.BODY)
    assert note.role is ParagraphRole.FOOTNOTE
    assert "which the clerk copied in" in note.text
    assert note.text.endswith("twice May 1935.")


def test_a_year_that_ends_a_note_at_the_foot_is_no_page_number(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 20, "so he wrote."))
    pages.y = 540
    pages.set_lines(
        ["2 The plate of the engine gives another year, the clerk no year at all, but the list has it under"],
        (40.0, 0.0),
        size=7,
        step=10,
    )
    pages.set_lines(["1840."], (40.0, 0.0), size=7)
    assert pages.paragraphs()[-1].text.endswith("has it under 1840.")


def test_notes_whose_numbers_stand_apart_are_one_each(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 20, "so he wrote."))
    pages.y = 520
    for number, text in (
        (8, "The letter book of the agent, a copy of 1811, leaf 41"),
        (9, "The list of boats"),
    ):
        pages.y -= number - 8
        pages.set_lines([str(number)], (40.0, 0.0), size=7, step=0)
        pages.set_lines([text], (60.0, 0.0), size=7, step=9)
    assert pages.first_words() == ["Every", "8", "9"]


def test_a_box_in_larger_type_is_no_heading(pages: Pages) -> None:
    text = "The path along the river is closed from 1 November to 31 March, and the bridge carries no more"
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 12, "so he wrote."))
    pages.y += 20
    pages.set_lines([text[:50], text[50:] + " than six."], (40.0, 0.0), size=14, step=17)
    assert {part.role for part in pages.paragraphs()} == {ParagraphRole.BODY}


def test_works_whose_first_lines_end_sentences_are_one_each(pages: Pages) -> None:
    pages.set_lines(["References"], size=14, step=20)
    for name, title in (("Lund, A. (1934)", "Boats of the north"), ("Holm, P. (1978)", "A book of lights")):
        pages.set_lines([f"{name}. {title} and of the men who made."], (40.0, 380.0), step=12)
        lines = ["Harbour Papers, 12(3), pages 141 to 166, with a map of", "the harbour."]
        pages.set_lines(lines if "Lund" in name else lines[:1], (52.0, 0.0), step=12)
    assert pages.first_words() == ["References", "Lund,", "Holm,"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Johann Holm the younger, gest. 9.", "2. 1635 in that town"),
        ("Anna Holm, geb.", "17. 3. 1571, in that"),
    ],
)
def test_a_day_that_goes_on_in_the_next_line_begins_no_point(pages: Pages, before: str, after: str) -> None:
    pages.set_lines(prose("Every morning the keeper of the light wrote down", 4, "so he wrote."))
    pages.y += 10
    pages.set_lines(["The office of the harbour was led by men of one", before, after, "and by others."])
    _, second = pages.paragraphs()
    assert f"{before} {after}" in second.text


def test_a_day_goes_on_at_the_head_of_the_next_column(pages: Pages) -> None:
    pages.set_lines(prose("Every morning the keeper wrote", 6, "Johann Holm, gest. 9."), (40.0, 200.0))
    pages.y = 80
    pages.set_lines(prose("2. 1635 in that old town of", 6, "there."), (220.0, 380.0))
    [only] = pages.paragraphs()
    assert "gest. 9. 2. 1635 in" in only.text
