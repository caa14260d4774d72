"""Pages without text, read by Tesseract."""

from __future__ import annotations

import pymupdf
import pytest

from reader.document.ocr import (
    OcrError,
    OcrProgram,
    Raster,
    data_name,
    find_ocr,
    lines_of_tsv,
    recognise,
)

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def word(line: int, left: int, width: int, text: str, confidence: float = 95.0) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{100 * line}\t{width}\t40\t{confidence}\t{text}"


def test_words_become_lines_with_places() -> None:
    table = "\n".join([HEAD, word(1, 100, 80, "July"), word(1, 200, 80, "1789"), word(2, 100, 60, "next")])
    first, second = lines_of_tsv(table, scale=4.0)
    assert (first.text, second.text) == ("July 1789", "next")
    assert first.edges is not None
    start = first.text.index("1789")
    assert (first.edges[2 * start], first.edges[-1]) == (50.0, 70.0)


def test_words_from_the_right_keep_their_places() -> None:
    table = "\n".join([HEAD, word(1, 300, 80, "كتاب"), word(1, 200, 80, "جديد")])
    (line,) = lines_of_tsv(table, scale=1.0)
    assert line.text == "كتاب جديد"
    assert line.edges is not None
    assert line.edges[:2] == (360.0, 380.0)


def test_stains_are_no_words() -> None:
    assert lines_of_tsv("\n".join([HEAD, word(1, 0, 9, "~|", confidence=12.0)]), scale=1.0) == ()


def test_missing_language_data_is_named() -> None:
    program = OcrProgram("/usr/bin/tesseract", frozenset({"eng", "fra"}))
    assert program.missing(["fr-CH", "ar", "en"]) == ("ara",)
    assert data_name("zh-Hant") == "chi_tra"


def test_languages_of_the_document_come_first_and_no_others_are_tried() -> None:
    program = OcrProgram("/usr/bin/tesseract", frozenset({"eng", "fra", "ara", "deu", "osd"}))
    assert program.choose(known=["ar"], likely=["en"]) == ("ara", "eng")
    assert program.choose(known=["ja"], likely=["fr"]) == ("fra",)


def test_a_document_of_pictures_only_may_be_in_any_language_installed() -> None:
    program = OcrProgram("/usr/bin/tesseract", frozenset({"eng", "ara", "fra", "osd"}))
    assert program.choose(known=[], likely=["ar"]) == ("ara", "fra", "eng")


def picture_of(text: str, *, margin: int = 0) -> Raster:
    """A page of 300 x 100 points with one line, at 200 dpi; its rows end in `margin` bytes of nothing."""
    with pymupdf.open() as document:
        document.new_page(width=300, height=100).insert_text((30, 50), text, fontsize=16)
        drawn = document[0].get_pixmap(dpi=200)
    rows = [
        drawn.samples[top : top + 3 * drawn.width]
        for top in range(0, drawn.stride * drawn.height, drawn.stride)
    ]
    samples = b"".join(row + bytes(margin) for row in rows)
    return Raster(memoryview(samples), drawn.width, drawn.height, 3 * drawn.width + margin, 200 / 72)


@pytest.fixture
def program() -> OcrProgram:
    found = find_ocr()
    if found is None or "eng" not in found.languages:
        pytest.skip("Tesseract with English data is not on this machine")
    return found


@pytest.mark.parametrize("margin", [0, 5])
def test_a_picture_is_read_and_its_words_keep_their_places(program: OcrProgram, margin: int) -> None:
    (line,) = recognise(program, ["eng"], picture_of("Signed on 14 July 1789.", margin=margin))
    assert line.text == "Signed on 14 July 1789."
    assert line.box.x0 == pytest.approx(30, abs=3)
    assert line.edges is not None
    year = line.text.index("1789")
    width = pymupdf.get_text_length("Signed on 14 July ", fontsize=16)
    assert line.edges[2 * year] == pytest.approx(30 + width, abs=3)


def test_what_nobody_waits_for_is_left(program: OcrProgram) -> None:
    with pytest.raises(OcrError):
        recognise(program, ["eng"], picture_of("A page. " * 4), wanted=lambda: False)


def test_a_program_that_fails_says_so(program: OcrProgram) -> None:
    with pytest.raises(OcrError):
        recognise(program, ["no_such_language"], picture_of("A page."))


def test_only_a_picture_of_one_colour_is_blank() -> None:
    assert picture_of("").is_blank
    assert not picture_of("A page.").is_blank
