"""Pages as dark pictures: letters light, hues kept, pictures as they are."""

from __future__ import annotations

from colorsys import rgb_to_hsv
from pathlib import Path

import pymupdf
import pytest

from reader.document.file.dark_page import INK, PAPER
from reader.document.file.pdf import OpenDocument, open_document
from reader.document.file.rendering import BYTES_A_PIXEL, Picture, draw_page
from reader.document.model import Box

Rgb = tuple[int, int, int]
PAPER_SEEN: Rgb = (PAPER & 0xFF,) * 3
PHOTO: Rgb = (40, 90, 160)
AREA = pymupdf.Rect(20, 20, 80, 60)  # of a page of 200 by 100 points


def image(color: tuple[int, ...], *, clear_ground: bool = False) -> pymupdf.Pixmap:
    """A picture in one colour; on clear ground only its upper left quarter has it."""
    made = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 40), clear_ground)
    for y in range(40):
        for x in range(40):
            is_drawn = x < 20 and y < 20
            made.set_pixel(x, y, (*color, 255 if is_drawn else 0) if clear_ground else color)
    return made


@pytest.fixture
def page(tmp_path: Path):
    """Makes a document of one page of 200 by 100 points, drawn on by the test."""
    opened: list[OpenDocument] = []

    def make(draw) -> OpenDocument:
        with pymupdf.open() as made:
            draw(made.new_page(width=200, height=100))
            made.save(tmp_path / "page.pdf")
        opened.append(open_document(str(tmp_path / "page.pdf")))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def pixel(picture: Picture, x: int, y: int) -> Rgb:
    if picture.is_grey:
        return (picture.samples[y * picture.stride + x],) * 3
    at = y * picture.stride + BYTES_A_PIXEL * x
    red, green, blue = picture.samples[at : at + BYTES_A_PIXEL]
    return red, green, blue


def near(seen: Rgb, wanted: Rgb, by: int = 8) -> bool:
    return all(abs(a - b) <= by for a, b in zip(seen, wanted, strict=True))


def filled(color: tuple[float, ...], area: pymupdf.Rect = AREA):
    return lambda page: page.draw_rect(area, color=None, fill=color)


def test_black_on_white_becomes_light_on_dark_with_one_byte_a_pixel(page) -> None:
    document = page(filled((0, 0, 0)))
    picture = draw_page(document, 0, 1.0, dark=True)
    assert picture.is_grey
    assert picture.stride == picture.width
    assert pixel(picture, 5, 5) == PAPER_SEEN
    assert pixel(picture, 50, 40) == (INK & 0xFF,) * 3
    assert not draw_page(document, 0, 1.0).is_grey, "white pages are as they were"


def test_a_colour_keeps_its_hue_and_the_paper_is_that_of_other_pages(page) -> None:
    picture = draw_page(page(filled((0.6, 0, 0))), 0, 1.0, dark=True)
    assert not picture.is_grey
    red, green, blue = pixel(picture, 50, 40)
    assert red > green + 50
    assert red > blue + 50
    assert green > PAPER_SEEN[0], "dark red on white becomes light red on dark"
    for place in ((5, 5), (5, 40), (195, 40), (195, 95)):  # beside what is drawn, and above and below
        assert pixel(picture, *place) == PAPER_SEEN


@pytest.mark.parametrize(
    "color",
    [
        (1, 0, 0.63),
        (1, 0.5, 0),
        (0.08, 0.24, 0.78),
        (1, 0, 0),
        (0, 1, 1),
        (0.5, 0, 0.5),
        (0, 1, 0),
        (0.98, 0.92, 0.5),
    ],
)
@pytest.mark.parametrize("clip", [None, Box(30, 25, 70, 55)])
def test_a_strong_colour_keeps_its_hue_too(page, color: tuple[float, ...], clip: Box | None) -> None:
    picture = draw_page(page(filled(color)), 0, 1.0, clip, dark=True)
    seen = pixel(picture, 50, 40) if clip is None else pixel(picture, 20, 15)
    hue, kept = (rgb_to_hsv(*each)[0] * 360 for each in (color, [part / 255 for part in seen]))
    assert min(abs(hue - kept), 360 - abs(hue - kept)) <= 2


def test_a_picture_stays_as_it_is_with_the_words_over_it(page) -> None:
    def draw(made: pymupdf.Page) -> None:
        made.insert_image(AREA, pixmap=image(PHOTO), keep_proportion=False)
        made.draw_rect(pymupdf.Rect(40, 35, 60, 45), color=None, fill=(1, 1, 1))

    document = page(draw)
    picture = draw_page(document, 0, 2.0, dark=True)
    assert near(pixel(picture, 60, 60), PHOTO)
    assert pixel(picture, 100, 80) == (255, 255, 255)
    assert pixel(picture, 10, 10) == PAPER_SEEN


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_it_stays_so_on_a_turned_page_and_in_a_part_of_it(page, turn: int) -> None:
    document = page(lambda made: made.insert_image(AREA, pixmap=image(PHOTO), keep_proportion=False))
    x, y = {1: (60, 50), 2: (150, 60), 3: (40, 150)}[turn]
    assert near(pixel(draw_page(document, 0, 1.0, dark=True, turn=turn), x, y), PHOTO)
    part = draw_page(document, 0, 1.0, Box(x - 5, y - 5, x + 5, y + 5), dark=True, turn=turn)
    assert near(pixel(part, 5, 5), PHOTO)


def test_what_is_clipped_away_of_a_picture_is_no_picture(page) -> None:
    def draw(made: pymupdf.Page) -> None:
        made.insert_image(AREA, pixmap=image(PHOTO), keep_proportion=False)
        xref = made.get_contents()[-1]
        content = made.parent.xref_stream(xref)
        made.parent.update_stream(xref, b"q 0 0 50 100 re W n " + content + b" Q")

    picture = draw_page(page(draw), 0, 1.0, dark=True)
    assert near(pixel(picture, 30, 40), PHOTO)
    assert pixel(picture, 70, 40) == PAPER_SEEN


def test_a_scan_of_a_page_is_paper_and_a_photograph_as_large_is_not(page) -> None:
    whole = pymupdf.Rect(0, 0, 200, 100)
    scan = draw_page(
        page(lambda made: made.insert_image(whole, pixmap=image((250, 250, 245)))), 0, 1.0, dark=True
    )
    assert near(pixel(scan, 100, 50), PAPER_SEEN)
    photo = page(lambda made: made.insert_image(whole, pixmap=image(PHOTO), keep_proportion=False))
    assert near(pixel(draw_page(photo, 0, 1.0, dark=True), 100, 50), PHOTO)


def test_a_drawing_on_clear_ground_has_no_white_box_around_it(page) -> None:
    sign = image((200, 20, 20), clear_ground=True)
    picture = draw_page(page(lambda made: made.insert_image(AREA, pixmap=sign)), 0, 1.0, dark=True)
    assert pixel(picture, 65, 50) == PAPER_SEEN


def test_bytes_go_where_they_are_wanted(page) -> None:
    document = page(filled((0, 0, 0)))
    memory = bytearray(BYTES_A_PIXEL * 200 * 100)
    picture = draw_page(document, 0, 1.0, into=memoryview(memory), dark=True)
    assert picture.is_grey
    assert memory[0] == PAPER_SEEN[0]
    assert not any(memory[picture.stride * picture.height :])


def test_a_slide_that_is_dark_by_itself_stays_as_it_is(page) -> None:
    def slide(sheet: pymupdf.Page) -> None:
        sheet.draw_rect(sheet.rect, color=None, fill=(0.05, 0.05, 0.2))
        sheet.draw_rect(AREA, color=None, fill=(1, 1, 1))

    document = page(slide)
    dark, white = draw_page(document, 0, 1.0, dark=True), draw_page(document, 0, 1.0)
    for place in ((5, 5), (50, 40), (190, 90)):
        assert near(pixel(dark, *place), pixel(white, *place))


def test_a_page_with_a_dark_bar_is_a_light_page(page) -> None:
    document = page(filled((0, 0, 0), pymupdf.Rect(0, 0, 200, 30)))
    assert pixel(draw_page(document, 0, 1.0, dark=True), 100, 80) == PAPER_SEEN
