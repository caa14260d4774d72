"""How the small pictures of pages are laid out."""

from __future__ import annotations

import pytest

from reader.document.model import PageSize
from reader.ui.thumbnails.tiles import SIDE, tiles_for
from tests.ui.conftest import A4

SLIDE = PageSize(720, 405)


@pytest.mark.parametrize(("room", "columns"), [(100, 1), (150, 1), (247, 1), (300, 2), (600, 4)])
def test_more_stand_beside_each_other_in_more_room(room: int, columns: int) -> None:
    tiles = tiles_for(room, 20, [A4])
    assert tiles.columns == columns
    assert tiles.columns * tiles.width <= room
    assert room < 2 * SIDE + 96 or tiles.picture_width + 2 * SIDE <= tiles.width


def test_a_tile_has_the_shape_of_most_pages_and_the_others_fit_into_it() -> None:
    slides = tiles_for(247, 20, [SLIDE, A4, SLIDE, SLIDE])
    assert slides.picture_height == round(slides.picture_width * 405 / 720)
    scale = slides.scale_of(A4)
    assert A4.height * scale == pytest.approx(slides.picture_height)
    assert A4.width * scale < slides.picture_width


@pytest.mark.parametrize("size", [PageSize(10, 5000), PageSize(5000, 10)])
def test_a_page_like_a_ribbon_makes_no_ribbon_of_the_tiles(size: PageSize) -> None:
    tiles = tiles_for(247, 20, [size])
    assert 0.5 <= tiles.picture_height / tiles.picture_width <= 1.5


def test_a_document_without_pages_has_tiles_all_the_same() -> None:
    assert tiles_for(247, 20, []).height > 0


def test_the_pages_in_sight_are_found_without_looking_at_the_others() -> None:
    tiles = tiles_for(310, 20, [A4])
    height = tiles.height
    assert list(tiles.between(0, height - 1, 9)) == [0, 1]
    assert list(tiles.between(height, height, 9)) == [2, 3]
    assert list(tiles.between(height * 4, height * 6, 9)) == [8]
    assert list(tiles.between(-height, 0, 9)) == [0, 1]
    assert list(tiles.between(0, height, 0)) == []
