"""Pages without text, read by Tesseract."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.ocr import OcrProgram, data_name, find_ocr, lines_of_tsv, read_by_ocr
from reader.document.pdf import open_document

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


def test_a_scanned_page_is_read(tmp_path: Path) -> None:
    program = find_ocr()
    if program is None or "eng" not in program.languages:
        pytest.skip("Tesseract with English data is not on this machine")
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as text, pymupdf.open() as scan:
        text.new_page(width=300, height=100).insert_text((30, 50), "Signed on 14 July 1789.", fontsize=16)
        page = scan.new_page(width=300, height=100)
        page.insert_image(page.rect, pixmap=text[0].get_pixmap(dpi=200))
        scan.save(path)
    with open_document(str(path)) as document:
        assert not document.read_page(0).has_text
        read = read_by_ocr(document, 0, program, ["en"])
    assert read.from_ocr
    assert [line.text for line in read.lines] == ["Signed on 14 July 1789."]
    assert read.lines[0].box.x0 == pytest.approx(30, abs=3)
