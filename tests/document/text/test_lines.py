"""A line measured by itself stands where it stands on its page, whatever way it runs."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.model import Box, Line
from reader.document.text.lines import is_legible
from tests.document.tagged_file import TaggedFile

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSans-Regular.ttf"
MADE = sorted((Path(__file__).parents[2] / "pages" / "made").glob("*.pdf"))


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_a_line_measured_alone_is_the_line_of_the_page(path: Path) -> None:
    with open_document(str(path)) as document:
        lines = document.read_page(0).lines
        put_together = {number: line for number, line in enumerate(lines) if line.edges is not None}
        for number, line in put_together.items():
            alone = document.exact_line(0, number)
            assert alone is not None
            assert alone.text == line.text
            # A mark may be drawn with the line before its own: its place is known a little less well alone.
            assert alone.edges == pytest.approx(line.edges, abs=0.5)


@pytest.mark.parametrize(
    ("font", "bold", "italic"),
    [
        ("AdvOT3b30f6db.B", True, False),
        ("AdvOT3b30f6db.BI", True, True),
        ("AdvOT3b30f6db.I", False, True),
        ("AdvOT3b30f6db", False, False),
        ("ExampleNeueLTStd-HvIt", True, False),
        ("ExamplePro-SemiBold", True, False),
        ("Example-Bdr", False, False),
    ],
)
def test_a_font_says_by_its_name_that_it_is_bold(tmp_path: Path, font: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 - a row of the table above
    made = TaggedFile([(None, 40.0, 60.0, "The old light")], []).bytes()
    path = tmp_path / "a.pdf"
    path.write_bytes(made.replace(b"/Helvetica /Encoding", f"/{font} /Encoding".encode(), 1))
    with open_document(str(path)) as document:
        (line,) = document.read_page(0).lines
    assert (line.bold, line.italic) == (bold, italic)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_short_word_beside_turned_lines_is_turned_as_they_are(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as file:
        page = file.new_page(width=400, height=400)
        for place, words in enumerate(("Reopened on 2 June", "1947", "Ships", "7", "12")):
            page.insert_text((200 + 20 * place, 200 + 20 * place), words, fontsize=10, rotate=turn)
        page.insert_text((20, 20), "1948", fontsize=10)
        file.save(path)
    with open_document(str(path)) as document:
        *turned, upright = document.read_page(0).lines
    assert {line.rotation for line in turned} == {(360 - turn) % 360}
    assert upright.rotation == 0


@pytest.mark.parametrize("named", [True, False])
def test_a_page_whose_letters_the_file_does_not_name_has_no_text_to_read(tmp_path: Path, named: bool) -> None:  # noqa: FBT001 - a row of the table above
    path = tmp_path / "a.pdf"
    with pymupdf.open() as file:
        page = file.new_page()
        page.insert_font("F0", fontfile=str(FONT))
        page.insert_text((40, 80), "The harbour office was opened in June 1904.", fontname="F0")
        font = page.get_fonts()[0][0]
        file.save(path)
    if not named:
        # As programs leave it that keep the glyphs of a font and drop all else.
        with pymupdf.open(path) as file:
            file.xref_set_key(font, "ToUnicode", "null")
            file.saveIncr()
    with open_document(str(path)) as document:
        assert document.read_page(0).has_text is named


def test_a_formula_of_unknown_signs_is_text() -> None:
    assert is_legible([Line("\ufffd\ufffd = 3", Box(0.0, 0.0, 9.0, 9.0), 9.0)])
    assert not is_legible([])
