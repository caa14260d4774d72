"""Tables drawn with lines: cells of several lines, empty, spanning; and what only looks like a grid."""

from __future__ import annotations

import json
from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.file.rules import find_grids
from reader.document.model import Box, Paragraph, ParagraphRole
from reader.document.paragraph_reader import read_paragraphs

MADE = Path(__file__).parents[2] / "pages" / "made"
TRUTH: dict[str, list[list[str]]] = json.loads((MADE / "truth.json").read_text("utf-8"))
Drawing = list[tuple[tuple[float, float], tuple[float, float]]]


def read(path: Path) -> list[Paragraph]:
    with open_document(str(path)) as document:
        return [part for part in read_paragraphs(document) if part.role is not ParagraphRole.FURNITURE]


def rows(path: Path) -> list[Paragraph]:
    return [part for part in read(path) if part.role is ParagraphRole.TABLE_ROW]


def page_with(folder: Path, words: list[tuple[float, float, str]], lines: Drawing) -> Path:
    """A page of 400 by 400 points with words at (x, baseline) and drawn lines."""
    path = folder / "drawn.pdf"
    with pymupdf.open() as file:
        page = file.new_page(width=400, height=400)
        for x, y, text in words:
            page.insert_text((x, y), text, fontsize=10)
        for start, end in lines:
            page.draw_line(start, end, width=0.5)
        file.save(path)
    return path


def net(xs: list[float], ys: list[float]) -> Drawing:
    """All lines of a grid."""
    return [((xs[0], y), (xs[-1], y)) for y in ys] + [((x, ys[0]), (x, ys[-1])) for x in xs]


@pytest.mark.parametrize("name", sorted(name for name in TRUTH if name.startswith("ruled-")))
def test_each_row_stands_under_its_header(name: str) -> None:
    head, *body = rows(MADE / f"{name}.pdf")
    if name.startswith("ruled-heads"):
        second, *body = body
        assert (head.context, second.context) == ("", "")
        assert {row.context for row in body} == {f"{head.text} | {second.text}"}
    else:
        assert head.context == ""
        assert {row.context for row in body} == {head.text}


@pytest.mark.parametrize("name", ["ruled-pages-chromium", "ruled-pages-libreoffice"])
def test_a_header_printed_again_on_the_next_page_is_no_row(name: str) -> None:
    with open_document(str(MADE / f"{name}.pdf")) as document:
        everything = read_paragraphs(document)
    head = next(part for part in everything if part.role is ParagraphRole.TABLE_ROW)
    again = [part.role for part in everything if part.text == head.text]
    assert again == [ParagraphRole.TABLE_ROW, ParagraphRole.FURNITURE]


def test_a_row_that_the_page_cuts_goes_on_in_its_cell() -> None:
    last = rows(MADE / "ruled-libreoffice.pdf")[-1]
    assert "le maître de port | Relevés" in last.text
    assert {place.page_index for place in last.boxes()} == {0, 1}


def test_a_cell_that_spans_rows_labels_them(tmp_path: Path) -> None:
    xs, ys = [40.0, 120.0, 330.0], [50.0, 66.0, 82.0, 98.0, 114.0]
    lines = [line for line in net(xs, ys) if line[0] != (40.0, 66.0)] + [((120.0, 66.0), (330.0, 66.0))]
    words = [
        (44.0, 62.0, "May 1866"), (124.0, 62.0, "The ferry ran aground on the bar"),
        (124.0, 78.0, "Two days later she was towed off"),
        (44.0, 94.0, "June 1866"), (124.0, 94.0, "An inquiry was opened"),
        (44.0, 110.0, "July 1866"), (124.0, 110.0, "The pilot was dismissed"),
    ]  # fmt: skip
    found = rows(page_with(tmp_path, words, lines))
    assert [row.text for row in found] == [
        "May 1866 | The ferry ran aground on the bar", "Two days later she was towed off",
        "June 1866 | An inquiry was opened", "July 1866 | The pilot was dismissed",
    ]  # fmt: skip
    assert found[1].context == "May 1866"


def test_words_that_the_engine_ran_together_over_a_line_are_parted(tmp_path: Path) -> None:
    xs, ys = [40.0, 92.0, 330.0], [50.0, 66.0, 82.0]
    words = [
        (42.0, 62.0, "7 May 1866"), (95.0, 62.0, "The ferry ran aground"),
        (42.0, 78.0, "9 May 1866"), (95.0, 78.0, "She was towed off"),
    ]  # fmt: skip
    wide = [(44.0, 30.0, "Left"), (250.0, 30.0, "Right of it, in the same line")]
    path = page_with(tmp_path, [*words, *wide], net(xs, ys))
    assert [row.text for row in rows(path)][1:] == [
        "7 May 1866 | The ferry ran aground", "9 May 1866 | She was towed off",
    ]  # fmt: skip
    with open_document(str(path)) as document:
        row = next(part for part in read_paragraphs(document) if "ferry" in part.text)
        start = row.text.index("ferry")
        (place,) = document.measure(row, [(start, start + 5)]).boxes(start, start + 5)
    with pymupdf.open(path) as other:
        (seen,) = other[0].search_for("ferry")
    assert place.box.x0 == pytest.approx(seen.x0, abs=1.0)


def test_a_frame_around_a_page_is_no_table(tmp_path: Path) -> None:
    words = [(50.0, 60.0 + 14 * i, f"Line {i} of a notice that was posted in 1887") for i in range(8)]
    words += [(50.0, 200.0, "Seen"), (300.0, 200.0, "Signed")]
    path = page_with(tmp_path, words, net([30.0, 370.0], [30.0, 370.0]))
    assert [row.text for row in rows(path)] == ["Seen | Signed"]


def test_a_chart_is_no_table(tmp_path: Path) -> None:
    lines = net([60.0 + 30 * i for i in range(10)], [40.0 + 30 * i for i in range(9)])
    words = [(36.0, 44.0 + 60 * i, f"{100 - 20 * i}") for i in range(5)]
    words += [(60.0 + 60 * i, 300.0, f"{1900 + 10 * i}") for i in range(5)]
    assert rows(page_with(tmp_path, words, lines)) == []


def test_a_page_of_columns_is_not_asked_for_its_drawings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [(40.0, 60.0 + 13 * i, "Columns of prose fill their lines to the") for i in range(12)]
    words += [(220.0, x_y[1], x_y[2]) for x_y in words]
    path = page_with(tmp_path, words, [])
    with open_document(str(path)) as document:
        monkeypatch.setattr(document, "drawn_boxes", lambda _index: pytest.fail("asked"))
        assert read_paragraphs(document)


def test_browsers_draw_borders_in_pieces() -> None:
    """The corner, then the border up to the next corner, for each cell of two rows and columns."""
    boxes = []
    for y in (10.0, 30.0, 50.0):
        for x in (10.0, 60.0):
            boxes += [Box(x, y, x + 1, y + 1), Box(x + 1, y, x + 50, y + 1)]
    for x in (10.0, 60.0, 110.0):
        boxes += [Box(x, y + 1, x + 1, y + 20) for y in (10.0, 30.0)]
    (grid,) = find_grids(boxes)
    assert (len(grid.xs), len(grid.ys)) == (3, 3)
    assert grid.cells == ((0, 1), (2, 3))


def test_cells_drawn_as_rectangles_form_a_grid() -> None:
    boxes = [Box(x, y, x + 50, y + 20) for x in (10.0, 60.0) for y in (10.0, 30.0, 50.0)]
    (grid,) = find_grids(boxes)
    assert grid.cells == ((0, 1), (2, 3), (4, 5))


def test_a_drawing_of_thousands_of_lines_is_left_alone() -> None:
    assert find_grids(Box(0.0, 5.0 * i, 300.0, 5.0 * i + 1) for i in range(5000)) == []


def test_rows_of_a_table_with_lines_only_under_its_head_are_rows(tmp_path: Path) -> None:
    names = ["Philippa", "Rita", "Stan the Second", "Tammy", "Vince"]
    words = [(55.0, 62.0, "Storm"), (155.0, 62.0, "Place"), (255.0, 62.0, "Dead")]
    for number, name in enumerate(names):
        y = 80.0 + 12 * number
        words += [(55.0, y, name), (155.0, y, f"Bay {number}"), (255.0, y, str(6 * number + 5))]
    lines = net([50.0, 150.0, 250.0, 350.0], [50.0, 67.0, 140.0])
    found = [row.text for row in rows(page_with(tmp_path, words, lines))]
    assert found == [
        "Storm | Place | Dead",
        *(f"{name} | Bay {number} | {6 * number + 5}" for number, name in enumerate(names)),
    ]
