"""Pages without text, read by Tesseract."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.file.rendering import draw_page
from reader.document.ocr.ocr import (
    OcrError,
    OcrProgram,
    Raster,
    data_name,
    find_ocr,
    recognise,
)


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


TEXT = (
    "The bridge was opened on 14 July 1789,",
    "and nobody who stood there had seen",
    "a longer one. It was closed for repairs",
    "from 3 March 1790 until the summer,",
    "when the river had fallen again.",
)
PAGE = pymupdf.Rect(0, 0, 320, 200)


def printed_and_scanned(folder: Path, turn: int, shown: int) -> tuple[str, str]:
    """A page as text and as a picture, turned inside by `turn`, shown turned by `shown`; both are cropped."""
    with pymupdf.open() as upright:
        page = upright.new_page(width=PAGE.width, height=PAGE.height)
        for number, line in enumerate(TEXT):
            page.insert_text((30, 40 + 22 * number), line, fontsize=13)
        picture = page.get_pixmap(dpi=250).tobytes("png")
        place = PAGE if turn in (0, 180) else pymupdf.Rect(0, 0, PAGE.height, PAGE.width)
        place = pymupdf.Rect(place.x0 + 40, place.y0 + 25, place.x1 + 40, place.y1 + 25)
        paths = []
        for kind in ("printed", "scanned"):
            with pymupdf.open() as made:
                page = made.new_page(width=place.x1 + 60, height=place.y1 + 70)
                if kind == "printed":
                    page.show_pdf_page(place, upright, 0, rotate=turn)
                else:
                    page.insert_image(place, stream=picture, rotate=turn)
                page.set_cropbox(place)
                page.set_rotation(shown)
                paths.append(str(folder / f"{kind}.pdf"))
                made.save(paths[-1])
    return paths[0], paths[1]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("is_mended", [True, False])
def test_words_of_a_turned_scan_stand_where_printed_ones_do(
    program: OcrProgram,
    tmp_path: Path,
    turn: int,
    is_mended: bool,  # noqa: FBT001 - whether /Rotate turns the page upright again
) -> None:
    if "osd" not in program.languages:
        pytest.skip("Tesseract's data of orientation is not on this machine")
    printed, scanned = printed_and_scanned(tmp_path, turn, shown=turn if is_mended else 0)
    with open_document(printed) as document:
        expected = document.exact_lines(0)
    memory = memoryview(bytearray(16_000_000))
    with open_document(scanned) as document:
        drawn = draw_page(document, 0, 300 / 72, None, memory)
    raster = Raster(
        memory[: drawn.stride * drawn.height], drawn.width, drawn.height, drawn.stride, drawn.scale
    )
    found = {line.text: line for line in recognise(program, ["eng"], raster)}
    assert list(found) == list(TEXT)
    for line in expected:
        twin = found[line.text]
        assert (twin.rotation, twin.vertical) == (line.rotation, line.vertical)
        assert line.edges is not None
        assert twin.edges is not None
        word = line.text.split()[1]
        edges = slice(2 * line.text.index(word), 2 * (line.text.index(word) + len(word)))
        for end in (min, max):
            assert end(twin.edges[edges]) == pytest.approx(end(line.edges[edges]), abs=2)
        assert (twin.box.x0, twin.box.y0) == pytest.approx((line.box.x0, line.box.y0), abs=6)


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
