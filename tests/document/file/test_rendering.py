"""Pages as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import OpenDocument, open_document
from reader.document.file.rendering import BYTES_A_PIXEL, MOST_PIXELS, Picture, draw_page, picture_bytes
from reader.document.model import Box


@pytest.fixture
def document(tmp_path: Path) -> Iterator[OpenDocument]:
    """A page of 200 by 100 points, its left half red; turned by 90 degrees on page 2; a huge page 3."""
    path = tmp_path / "red.pdf"
    with pymupdf.open() as made:
        for turn in (0, 90):
            page = made.new_page(width=200, height=100)
            page.draw_rect(pymupdf.Rect(0, 0, 100, 100), color=None, fill=(1, 0, 0))
            page.set_rotation(turn)
        made.new_page(width=14400, height=14400)
        made.save(path)
    with open_document(str(path)) as opened:
        yield opened


RED, WHITE = b"\xff\x00\x00", b"\xff\xff\xff"


def test_a_page_is_drawn_at_its_scale(document: OpenDocument) -> None:
    picture = draw_page(document, 0, 2.0)
    assert (picture.width, picture.height, picture.scale) == (400, 200, 2.0)
    middle = 100 * picture.stride
    assert picture.samples[middle : middle + 3] == RED
    assert picture.samples[middle + 3 * 390 : middle + 3 * 391] == WHITE


def test_a_turned_page_is_drawn_upright(document: OpenDocument) -> None:
    picture = draw_page(document, 1, 1.0)
    assert (picture.width, picture.height) == (100, 200)
    assert picture.samples[3 * 50 : 3 * 51] == RED


def corners(picture: Picture) -> list[bytes]:
    """Upper left, upper right, lower right, lower left."""
    right, last = BYTES_A_PIXEL * (picture.width - 1), picture.stride * (picture.height - 1)
    return [picture.samples[at : at + BYTES_A_PIXEL] for at in (0, right, last + right, last)]


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_reader_turns_a_page_clockwise(document: OpenDocument, turn: int) -> None:
    picture = draw_page(document, 0, 2.0, turn=turn)
    assert (picture.width, picture.height) == ((200, 400) if turn % 2 else (400, 200))
    upright = [RED, WHITE, WHITE, RED]
    assert corners(picture) == upright[4 - turn :] + upright[: 4 - turn]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_parts_of_a_turned_page_fit_together_to_the_whole(document: OpenDocument, turn: int) -> None:
    whole = draw_page(document, 0, 1.0, turn=turn)
    half = Box(0, 0, whole.width, whole.height / 2)
    upper = draw_page(document, 0, 1.0, half, turn=turn)
    lower = draw_page(document, 0, 1.0, Box(0, half.y1, half.x1, whole.height), turn=turn)
    assert upper.samples + lower.samples == whole.samples


def test_a_part_is_drawn_alone(document: OpenDocument) -> None:
    picture = draw_page(document, 0, 1.0, Box(110, 10, 150, 30))
    assert (picture.width, picture.height) == (40, 20)
    assert picture.samples[:3] == WHITE


def test_bytes_go_where_they_are_wanted(document: OpenDocument) -> None:
    memory = bytearray(picture_bytes(200, 100, 1.0))
    picture = draw_page(document, 0, 1.0, into=memoryview(memory))
    assert picture.samples == b""
    assert memory[:3] == RED
    with pytest.raises(ValueError, match="fit"):
        draw_page(document, 0, 3.0, into=memoryview(memory))


def test_no_picture_is_larger_than_memory_allows(document: OpenDocument) -> None:
    picture = draw_page(document, 2, 4.0)
    assert picture.width * picture.height <= MOST_PIXELS * 1.01
    assert picture.scale < 1
    assert len(picture.samples) <= picture_bytes(14400, 14400, 4.0)
