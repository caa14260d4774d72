"""The title of a table that names the year of its rows."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.layout.joining import Ending, Start
from reader.document.layout.parts import Part
from reader.document.layout.table_titles import titles_of_tables
from reader.document.model import ParagraphRole
from reader.document.paragraph_reader import read_paragraphs

ROWS = (
    ("Day", "Vessel", "Place"),
    ("3 Feb", "Augusta", "Hook"),
    ("17 Mar", "Juno", "Texel"),
    ("5 Oct", "Leda", "Wick"),
)


def contexts(path: Path, above: str, below: str = "") -> list[str]:
    """What stands over the rows of a table with a line above it and one below it."""
    file = pymupdf.open()
    page = file.new_page(width=420, height=595)
    page.insert_text((40, 60), "The harbours of the north", fontsize=16)
    page.insert_text(
        (40, 90), "They were counted again by the board, as the law wants it, and told.", fontsize=10
    )
    page.insert_text((40, 120), above, fontsize=10)
    for number, row in enumerate(ROWS):
        for x, cell in zip((40, 140, 260), row, strict=True):
            page.insert_text((x, 140 + 13 * number), cell, fontsize=10)
    page.insert_text((40, 205), below, fontsize=10)
    file.save(path)
    with open_document(str(path)) as document:
        found = [one for one in read_paragraphs(document) if one.role is ParagraphRole.TABLE_ROW]
    return [one.context.partition(" | ")[0] for one in found[1:]]


@pytest.mark.parametrize(
    "title", ["Table 3. Vessels (year 1932)", "Vessels lost in 1932", "Tableau 2 : navires perdus en 1932"]
)
def test_the_title_above_a_table_completes_its_rows(tmp_path: Path, title: str) -> None:
    assert contexts(tmp_path / "one.pdf", title) == [title] * 3


def test_the_caption_below_a_table_completes_its_rows(tmp_path: Path) -> None:
    caption = "Table 3. Vessels lost in 1932"
    assert contexts(tmp_path / "one.pdf", "The board had these from the pilots.", caption) == [caption] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Table 3. Vessels of the harbour board",
        "Table 3. Vessels lost from 1932 to 1934",
        "Table 3. Vessels lost in 1932/33",
        "The board lost some of them in 1932.",
        "Leith, 4 November 1932",
    ],
)
def test_a_line_that_is_no_title_of_one_year_leaves_the_heading(tmp_path: Path, line: str) -> None:
    assert contexts(tmp_path / "one.pdf", line) == ["The harbours of the north"] * 3


def test_a_title_may_name_its_year_in_figures_of_another_script() -> None:
    title = "الجدول ٤. السفن في سنة ١٩٣٢"
    caption = Part(title, (), ParagraphRole.CAPTION, Start.CLOSED, Ending.CLOSED, 10.0)
    row = Part("٣ شباط | ١٢", (), ParagraphRole.TABLE_ROW, Start.CLOSED, Ending.CLOSED, 10.0)
    assert titles_of_tables([caption, row, row]) == {1: title, 2: title}
