"""A page on its sheet: as large as fits, in bands without a gap between them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.document.model import PageSize
from reader.ui.printing.sheet import BAND_PIXELS, MOST_DOTS_AN_INCH, bands, is_landscape, stand

A4, A3_WIDE, STRIP = PageSize(595, 842), PageSize(1191, 842), PageSize(20, 14_000)


@pytest.mark.parametrize("page", [A4, A3_WIDE, STRIP])
@pytest.mark.parametrize("dots", [72, 300, 1200])
def test_a_page_stands_in_the_middle_and_inside_the_sheet(page: PageSize, dots: int) -> None:
    width, height = 8 * dots, 11 * dots
    place = stand(page, width, height, dots)
    assert place.width == width or place.height == height
    assert abs(width - place.width - 2 * place.x) <= 1
    assert abs(height - place.height - 2 * place.y) <= 1
    assert place.scale * page.width <= 8 * MOST_DOTS_AN_INCH + 1


@pytest.mark.parametrize("page", [A4, A3_WIDE, STRIP])
@pytest.mark.parametrize("dots", [72, 300, 1200])
def test_bands_cover_the_page_without_a_gap_and_stay_small(page: PageSize, dots: int) -> None:
    place = stand(page, 8 * dots, 11 * dots, dots)
    cut = list(bands(page, place))
    assert (cut[0].clip.y0, cut[-1].clip.y1) == (0, page.height)
    assert (cut[0].top, cut[-1].bottom) == (place.y, place.y + place.height)
    for above, below in pairwise(cut):
        assert above.clip.y1 == below.clip.y0
        assert above.bottom == below.top
    largest = max((band.clip.y1 - band.clip.y0) * page.width * place.scale**2 for band in cut)
    assert largest <= BAND_PIXELS


def test_a_wide_page_turns_the_sheet() -> None:
    assert is_landscape(A3_WIDE)
    assert not is_landscape(A4)
