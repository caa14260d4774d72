"""Type whose size the engine cannot tell is as large as its letters are wide, and its words make lines."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.model import Line

LETTERS = "".join(map(chr, range(12, 123)))
LINES = ("The mill at the weir was", "built in two summers by", "a man of Alder, in 1871")


def in_bitmaps(path: Path, words: list[tuple[float, float, str]], unit: float = 45) -> Path:
    """A page in a font as TeX makes them: letters 45 units wide, set in a type of 0.1 points."""
    document = pymupdf.open()
    page = document.new_page(width=300, height=200)
    procedure = document.get_new_xref()
    document.update_object(procedure, "<<>>")
    document.update_stream(procedure, f"{unit} 0 0 0 {unit - 5} 60 d1 0 0 {unit - 5} 60 re f".encode())
    names = " ".join(f"/a{ord(letter)}" for letter in LETTERS)
    procedures = " ".join(f"/a{ord(letter)} {procedure} 0 R" for letter in LETTERS)
    font = document.get_new_xref()
    document.update_object(
        font,
        "<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 0 0]"
        f"/FirstChar {ord(LETTERS[0])}/LastChar {ord(LETTERS[-1])}/Widths[{f'{unit} ' * len(LETTERS)}]"
        f"/CharProcs<<{procedures}>>/Encoding<</Differences[{ord(LETTERS[0])} {names}]>>>>",
    )
    document.xref_set_key(page.xref, "Resources", f"<</Font<</TeX {font} 0 R>>>>")
    shown = (f"1 0 0 1 {x} {200 - y} Tm ({word}) Tj" for x, y, word in words)
    content = document.get_new_xref()
    document.update_object(content, "<<>>")
    document.update_stream(content, f"BT /TeX 0.1 Tf {' '.join(shown)} ET".encode("latin-1"))
    page.set_contents(content)
    document.save(path)
    return path


def lines_of(path: Path) -> tuple[Line, ...]:
    with open_document(str(path)) as document:
        return document.read_page(0).lines


def spread(lines: tuple[str, ...], width: float) -> list[tuple[float, float, str]]:
    """The words of lines with their places, 12 points from line to line."""
    found = []
    for number, line in enumerate(lines):
        x = 40.0
        for word in line.split():
            found.append((x, 50.0 + 12 * number, word))
            x += width * len(word) + 3.3
    return found


def test_words_in_bitmap_letters_make_lines_of_their_true_size(tmp_path: Path) -> None:
    lines = lines_of(in_bitmaps(tmp_path / "a.pdf", spread(LINES, 4.5)))
    assert [line.text for line in lines] == list(LINES)
    for line, baseline in zip(lines, (50, 62, 74), strict=True):
        assert line.font_size == pytest.approx(10, abs=1)
        assert baseline - 9 < line.box.y0 < baseline - 5
        assert baseline < line.box.y1 < baseline + 4


def test_a_word_torn_by_kerning_is_one(tmp_path: Path) -> None:
    words = [(40.0, 50.0, "Hea"), (53.1, 50.0, "vy"), (65.4, 50.0, "rain")]
    assert [line.text for line in lines_of(in_bitmaps(tmp_path / "a.pdf", words))] == ["Heavy rain"]


def test_columns_of_bitmap_letters_stay_apart(tmp_path: Path) -> None:
    words = [(40.0, 50.0, "left"), (160.0, 50.0, "right")]
    assert [line.text for line in lines_of(in_bitmaps(tmp_path / "a.pdf", words))] == ["left", "right"]


def test_a_ligature_that_has_only_its_code_is_read(tmp_path: Path) -> None:
    words = [(40.0, 50.0, "a"), (47.8, 50.0, "de\\014nite"), (90.0, 50.0, "e\\016ort")]
    assert "definite" in lines_of(in_bitmaps(tmp_path / "a.pdf", words))[0].text


def test_a_torn_line_measured_alone_has_an_edge_for_each_letter(tmp_path: Path) -> None:
    with open_document(str(in_bitmaps(tmp_path / "a.pdf", spread(LINES, 4.5)))) as document:
        line = document.exact_line(0, 1)
    assert line is not None
    assert line.edges is not None
    assert line.text == LINES[1]
    assert len(line.edges) == 2 * len(line.text)
    second = line.text.index("in")
    assert line.edges[2 * second] == pytest.approx(40 + 5 * 4.5 + 3.3, abs=0.1)


def test_blanks_of_no_size_tear_no_line(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=300, height=200)
    page.insert_font(fontname="helv")
    page.insert_font(fontname="tiro")
    shown = []
    for number, line in enumerate(LINES):
        x, y = 40.0, 150 - 12 * number
        for word in line.split():
            blank = f"1 0 0 1 {x - 3.3} {y} Tm /tiro 0.001 Tf ( ) Tj"
            shown.append(f"{blank} 1 0 0 1 {x} {y} Tm /helv 10 Tf ({word}) Tj")
            x += pymupdf.get_text_length(word, "helv", 10) + 3.3
    content = document.get_new_xref()
    document.update_object(content, "<<>>")
    document.update_stream(content, f"BT {' '.join(shown)} ET".encode())
    page.set_contents(content)
    document.save(tmp_path / "a.pdf")
    lines = lines_of(tmp_path / "a.pdf")
    assert [line.text for line in lines] == list(LINES)
    assert {round(line.font_size) for line in lines} == {10}
