"""Justified lines torn at wide spaces, and headings that what follows must not run into."""

from __future__ import annotations

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole

SIZE = PageSize(400.0, 600.0)


def line(text: str, x: float, y: float, width: float = 0.0, size: float = 10.0) -> Line:
    return Line(text, Box(x, y, x + (width or 5.0 * len(text)), y + 1.2 * size), size, baseline=y + size)


def paragraphs(lines: list[Line]) -> list[tuple[str, ParagraphRole]]:
    page = Page(0, "1", SIZE, tuple(lines))
    return [(part.text, part.role) for part in join_pages([layout_page(page)])]


def torn(y: float, words: str, starts: list[float], gap: float) -> list[Line]:
    """The words of a line, each a line of its own, with equal spaces between them."""
    ends = [start - gap for start in starts[1:]] + [280.0]
    places = zip(words.split(), starts, ends, strict=True)
    return [line(word, start, y, end - start) for word, start, end in places]


def test_words_that_stand_over_each_other_by_chance_part_no_torn_lines() -> None:
    lines = [
        *torn(60.0, "In that year a storm", [60, 94, 138, 172, 226], 14.0),
        *torn(74.0, "broke the lamp on every", [60, 101, 142, 183, 226], 11.0),
        line("tower of the coast, and the warden who", 60.0, 88.0, 220.0),
        line("saw it wrote it down in his book.", 60.0, 102.0, 220.0),
    ]
    [(text, _)] = paragraphs(lines)
    assert text.startswith("In that year a storm broke the lamp on every tower of the coast")


def test_a_latin_word_begins_a_paragraph_under_a_title_in_chinese() -> None:
    body = [line("port.bst 在灯塔和港口之间的道路上", 60.0, 120.0 + 16 * n, 300.0) for n in range(6)]
    found = paragraphs([line("使用方法", 60.0, 91.0, 60.0, 14.0), *body])
    assert found[0] == ("使用方法", ParagraphRole.HEADING)


def test_a_number_set_apart_before_capitals_is_that_of_a_section() -> None:
    body = [
        line("The keepers wrote down the height of the water and the wind", 60.0, 120.0 + 12 * n)
        for n in range(8)
    ]
    title = [line("8", 60.0, 96.0), line("KEEPERS AND BOATS", 80.0, 96.0)]
    assert paragraphs([*title, *body])[0] == ("8 KEEPERS AND BOATS", ParagraphRole.HEADING)


def test_a_line_put_together_in_two_steps_keeps_all_its_words() -> None:
    """Its last spaces are as wide as each other, its first is not; so words of a narrow column were lost."""
    words = [
        line(word, x0, 60.0, x1 - x0)
        for word, x0, x1 in (("In", 60, 75), ("that", 94, 114), ("dry", 128, 140), ("year", 154, 180))
    ]
    lines = [
        *words,
        *(line("the keeper of the tower", 60.0, 74.0 + 14 * n, 120.0) for n in range(4)),
        *(line("was asked for his book of", 200.0, 60.0 + 14 * n, 120.0) for n in range(5)),
    ]
    assert paragraphs(lines)[0][0].startswith("In that dry year the keeper")


def test_narrow_text_above_a_wide_box_keeps_its_own_distance_of_lines() -> None:
    full = ("the men came back from the", "north at the end of that", "winter, for they knew the")
    firsts = [line(text, 60.0, 60.0 + 10 * n, 120.0, 8.0) for n, text in enumerate(full)]
    last = line("sea and told nobody of it.", 60.0, 90.0, 112.0, 8.0)
    texts = [
        *firsts,
        last,
        line("In May they went out again", 60.0, 104.0, 120.0, 8.0),
        line("to it.", 60.0, 114.0, 0.0, 8.0),
    ]
    box = [line("No boat leaves before the light is lit on", 60.0, 120.0, 300.0), line("towers", 60.0, 134.0)]
    assert [text.split()[0] for text, _ in paragraphs([*texts, *box])] == ["the", "In", "No"]


def test_the_text_of_a_point_may_begin_with_the_sign_of_another() -> None:
    """Numbers of clauses, and below them letters, each beside its text: they are no columns of a table."""
    levels = (
        ("2.1", "The keeper shall:", 60.0), ("(a)", "open the tower to whoever asks for it, on not", 80.0),
        ("", "fewer than thirty days of the year;", 80.0), ("(b)", "tell the office of the harbour:", 80.0),
        ("(i)", "how many came on which day;", 100.0), ("(ii)", "what was done to the lamp in May", 100.0),
        ("", "and by whom;", 100.0), ("(c)", "keep the log begun in 1927.", 80.0),
        ("2.2", "What the keeper writes down is read by the", 60.0), ("", "clerk.", 60.0),
    )  # fmt: skip
    lines = []
    y = 60.0
    for sign, text, x in levels:
        y += 15.5 if sign else 13.5
        lines += [line(sign, x, y)] if sign else []
        lines.append(line(text, x + 20, y))
    found = paragraphs(lines)
    assert [text.split()[0] for text, _ in found] == [sign for sign, _, _ in levels if sign]
    assert {role for _, role in found} == {ParagraphRole.LIST_ITEM}


def test_two_lines_above_a_table_stand_as_far_apart_as_the_lines_of_the_page() -> None:
    above = (
        line("The board met in the spring and let the quay.", 50, 40, 300.0),
        line("It was dear, and nobody but the council would have it.", 50, 57),
    )
    rows = [line(text, x, 90.0 + 17 * n) for n in range(4) for text, x in ((f"184{n}", 50), ("boats", 200))]
    below = [
        line("and whoever came to it in that year had to pay", 50, 180.0 + 17 * n, 300.0) for n in range(6)
    ]
    texts = [text for text, _ in paragraphs([*above, *rows, *below])]
    assert texts[0].startswith("The board met in the spring and let the quay. It was dear,")
