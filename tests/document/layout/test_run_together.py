"""Cells that stand a blank apart, and sentences that nothing parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.model import Paragraph, ParagraphRole
from reader.document.paragraph_reader import read_paragraphs

_FONT, _SIZE, _BLANK = "helv", 10.0, 2.78
TABLE = (
    ("Year", "Ships", "Remark"),
    ("1947", "1066", "Reopened on 2 June"),
    ("1948", "1982", "Storm on 14 November"),
    ("1949", "1120", "Closed from 1 April"),
)
PROSE = (
    "The keepers of the light counted the ships by night and by day and wrote down what became of them. "
    "In 1947 there were 1066 of them and in 1949 there were 1120 and two of these were lost on 3 May. "
)


def width(text: str) -> float:
    return float(pymupdf.get_text_length(text, fontname=_FONT, fontsize=_SIZE))


class Sheet:
    """A page of 400 by 400 points on which words are set one by one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = pymupdf.open()
        self.page = self.file.new_page(width=400, height=400)
        self.y = 40.0

    def set(self, x: float, text: str) -> None:
        self.page.insert_text((x, self.y), text, fontname=_FONT, fontsize=_SIZE)

    def set_rows(self, rows: Sequence[Sequence[str]], gap: float = _BLANK) -> None:
        """Set rows of cells in columns as wide as their widest cell."""
        widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            x = 40.0
            for cell, wide in zip(row, widths, strict=True):
                self.set(x, cell)
                x += wide + gap
            self.y += 13

    def set_words(self, line: str, until: float = 0.0) -> None:
        """Set the words of a line one by one, none of the blanks; to the edge `until` where there is one."""
        words = line.split()
        room = until - 40.0 - sum(map(width, words))
        gap = room / (len(words) - 1) if until else _BLANK
        x = 40.0
        for word in words:
            self.set(x, word)
            x += width(word) + gap
        self.y += 13

    def save(self) -> Path:
        self.file.save(self.path)
        return self.path

    def paragraphs(self) -> list[Paragraph]:
        with open_document(str(self.save())) as document:
            return list(read_paragraphs(document))

    def texts(self) -> list[str]:
        return [part.text for part in self.paragraphs()]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "a.pdf")


def test_cells_a_blank_apart_are_cells(sheet: Sheet) -> None:
    sheet.set_rows(TABLE)
    assert sheet.texts() == [" | ".join(row) for row in TABLE]
    assert {part.context.split(" | ")[0] for part in sheet.paragraphs()[1:]} == {"Year"}


def test_a_cell_is_marked_where_it_stands(sheet: Sheet) -> None:
    sheet.set_rows(TABLE)
    with open_document(str(sheet.save())) as document:
        row = read_paragraphs(document)[2]
        start = row.text.index("1982")
        (place,) = document.measure(row, [(start, start + 4)]).boxes(start, start + 4)
    (seen,) = sheet.page.search_for("1982")
    assert (place.box.x0, place.box.x1) == pytest.approx((seen.x0, seen.x1), abs=0.5)


def test_a_table_between_paragraphs_has_its_first_and_last_row(sheet: Sheet) -> None:
    for line in (*wrap(PROSE, 60), ""):
        sheet.set(40.0, line)
        sheet.y += 13
    sheet.set_rows(TABLE)
    sheet.y += 13
    for line in wrap(PROSE, 60):
        sheet.set(40.0, line)
        sheet.y += 13
    assert sheet.texts() == [PROSE.strip(), *(" | ".join(row) for row in TABLE), PROSE.strip()]


def test_columns_of_typewriting_stand_two_blanks_apart(sheet: Sheet) -> None:
    widths = (6, 7, 0)
    for row in TABLE:
        text = "".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True))
        sheet.page.insert_text((40.0, sheet.y), text, fontname="cour", fontsize=_SIZE)
        sheet.y += 13
    assert sheet.texts() == [" | ".join(row) for row in TABLE]


def test_a_column_without_a_gap_below_it_is_none(sheet: Sheet) -> None:
    for name in ("1947 Ferry", "1948 Storm", "1949 A new lamp"):
        sheet.set(40.0, name)
        sheet.y += 13
    assert " | " not in "".join(sheet.texts())


def test_prose_whose_blanks_are_not_set_is_left_whole(sheet: Sheet) -> None:
    *lines, last = wrap(PROSE * 5, 60)
    for line in lines:
        sheet.set_words(line, 320.0)
    sheet.set_words(last)
    (paragraph,) = sheet.paragraphs()
    assert paragraph.text == (PROSE * 5).strip()
    assert paragraph.role is ParagraphRole.BODY


def test_lines_with_blanks_not_set_are_rows_only_where_all_stand_below_each_other(sheet: Sheet) -> None:
    lines = ["1947 the ferry came", "1948 a storm broke", "1949 it was mended", "1950 nobody saw it"]
    for line in lines:
        sheet.set_words(line)
    assert " | " not in "".join(sheet.texts())


def test_points_whose_sign_a_tab_follows_are_points(sheet: Sheet) -> None:
    for number in range(1, 5):
        sheet.set(40.0, f"{number}.")
        sheet.set(51.0, f"The boats came in on {number} May 1866.")
        sheet.y += 13
    found = sheet.paragraphs()
    assert [part.text for part in found] == [f"{n}. The boats came in on {n} May 1866." for n in range(1, 5)]
    assert {part.role for part in found} == {ParagraphRole.LIST_ITEM}


def test_a_gap_in_two_lines_is_no_gutter(sheet: Sheet) -> None:
    sheet.set_rows([("1947", "Ferry"), ("1948", "Storm")])
    for year in (1949, 1950):
        sheet.set(40.0, f"{year} nothing was seen")
        sheet.y += 13
    assert " | " not in "".join(sheet.texts())


def test_a_gutter_that_makes_no_table_parts_no_lines(sheet: Sheet) -> None:
    texts = (
        "and the boats that came in", "by night were counted and", "written down by a clerk in",
        "a book that lies with the", "minutes of the board and",
    )  # fmt: skip
    lines = [(f"{12 + n} lights burnt along and", text) for n, text in enumerate(texts)]
    sheet.set_rows(lines)
    assert " ".join(sheet.texts()) == " ".join(map(" ".join, lines))


def test_a_page_of_prose_is_not_asked_for_its_gaps(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in wrap(PROSE * 3, 60):
        sheet.set(40.0, line)
        sheet.y += 13
    with open_document(str(sheet.save())) as document:
        monkeypatch.setattr(document, "unset_gaps", lambda *_: pytest.fail("asked"))
        assert read_paragraphs(document)


def test_a_header_as_evenly_spaced_as_justified_text_stays_in_its_columns(sheet: Sheet) -> None:
    sheet.set(40.0, PROSE[:60])
    sheet.y += 13
    heads = ("Year", "Ships", "Remark")
    places = [40.0, 40.0 + width("Year") + 12, 40.0 + width("Year") + 24 + width("Ships")]
    for row in (heads, *TABLE[1:]):
        for x, cell in zip(places, row, strict=True):
            sheet.set(x, cell)
        sheet.y += 18
    assert "Year | Ships | Remark" in sheet.texts()
