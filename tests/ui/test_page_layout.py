"""Pages in a column: points and pixels find each other, whatever the zoom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.model import Box, PageSize
from reader.ui.page_view.page_layout import GAP, LARGEST, MARGIN, PIXELS_PER_POINT, SMALLEST, PageLayout, Rect

A4, LANDSCAPE = PageSize(595, 842), PageSize(842, 595)


def layout(*sizes: PageSize, scale: float = 1.0) -> PageLayout:
    return PageLayout.of(sizes or (A4,) * 5).scaled(scale).viewed(800, 600)


def test_pages_follow_each_other_with_a_gap() -> None:
    column = layout()
    first, second = column.page_rect(0), column.page_rect(1)
    assert first.y == MARGIN
    assert second.y == first.y + first.height + GAP
    assert column.content_height == column.page_rect(4).y + 842 + MARGIN


def test_a_narrow_page_stands_in_the_middle_of_the_view() -> None:
    rect = layout().page_rect(0)
    assert rect.x == pytest.approx(800 - rect.x - rect.width, abs=1)


def test_a_wide_page_widens_the_column() -> None:
    column = layout(A4, LANDSCAPE, scale=2)
    assert column.content_width == 842 * 2 + 2 * MARGIN
    assert column.page_rect(1).x == MARGIN


def test_width_and_height_are_fitted_to_the_usual_page_not_to_a_fold_out() -> None:
    column = layout(A4, A4, PageSize(2000, 842), A4)
    assert column.scaled(column.fit_width_scale).page_rect(0).width == 800 - 2 * MARGIN
    assert column.scaled(column.fit_page_scale).page_rect(0).height == 600 - 2 * MARGIN


def test_zooming_steps_over_the_usual_zooms_and_stops_at_the_limits() -> None:
    column = layout(scale=PIXELS_PER_POINT)
    assert column.percent == 100
    assert column.scaled(column.next_scale(1)).percent == 110
    assert column.scaled(column.next_scale(-1)).percent == 90
    assert column.scaled(1000).scale == LARGEST
    assert column.scaled(0).scale == SMALLEST


def test_a_fitted_scale_just_beside_a_step_takes_a_step_one_can_see() -> None:
    assert layout(scale=PIXELS_PER_POINT * 1.0995).next_scale(1) == pytest.approx(PIXELS_PER_POINT * 1.25)


def test_pages_in_sight() -> None:
    column = layout()
    assert column.pages_between(0, 600) == range(1)
    assert column.pages_between(800, 1400) == range(2)
    gap = column.page_rect(0).y + column.page_rect(0).height
    assert column.pages_between(gap - 1, gap + 1) == range(1)
    assert list(column.pages_between(gap + 1, gap + 5)) == []


def test_an_empty_document_has_no_layout() -> None:
    with pytest.raises(ValueError, match="needs a page"):
        PageLayout.of(())


SIZES = st.lists(st.builds(PageSize, st.floats(50, 3000), st.floats(50, 3000)), min_size=1, max_size=30)


@given(SIZES, st.floats(SMALLEST, LARGEST), st.integers(0, 3), st.data())
def test_a_point_of_a_page_is_found_where_it_is_drawn(
    sizes: list[PageSize], scale: float, turn: int, data: st.DataObject
) -> None:
    column = PageLayout.of(sizes, turn).scaled(scale).viewed(900, 700)
    index = data.draw(st.integers(0, len(sizes) - 1))
    edge = 2 / scale  # a page stands on whole pixels, and the next one begins there
    x = data.draw(st.floats(edge, max(sizes[index].width - edge, edge)))
    y = data.draw(st.floats(edge, max(sizes[index].height - edge, edge)))
    pixels = column.to_pixels(index, Box(x, y, x, y))
    found, back_x, back_y = column.to_points(pixels.x, pixels.y)
    assert found == index
    assert back_x == pytest.approx(x, abs=0.01)
    assert back_y == pytest.approx(y, abs=0.01)


@pytest.mark.parametrize("turn", [1, 3])
def test_pages_that_lie_are_fitted_by_the_width_they_have_then(turn: int) -> None:
    column = PageLayout.of((A4,) * 5, turn).viewed(800, 600).fitted(whole=False)
    assert column.page_rect(0).width == 800 - 2 * MARGIN
    assert column.page_rect(1).height == pytest.approx((800 - 2 * MARGIN) * 595 / 842, abs=1)
    assert column.scaled(2).turn == turn


def test_a_page_turned_to_the_right_shows_its_left_part_above() -> None:
    column = PageLayout.of((A4,) * 5, 1).viewed(800, 600).scaled(1)
    page = column.page_rect(1)
    stretch = column.stretch(1, page.y, page.y + 200)
    assert (stretch.left, stretch.right) == pytest.approx((0, 200))
    assert stretch.top < 0
    assert stretch.bottom > 842


@given(SIZES, st.floats(SMALLEST, LARGEST), st.floats(0, 1))
def test_a_place_leads_back_to_its_height(sizes: list[PageSize], scale: float, part: float) -> None:
    column = PageLayout.of(sizes).scaled(scale).viewed(900, 700)
    y = part * column.content_height
    place = column.place_of(Rect(0, y, 900, 700))
    assert column.height_of(place) == pytest.approx(y, abs=1)
    assert 0 <= place.page_index < len(sizes)


def test_a_landscape_page_among_upright_ones_is_seen_whole_and_shrinks_no_other() -> None:
    column = layout(A4, A4, A4, LANDSCAPE, A4)
    for whole in (False, True):
        fitted = column.fitted(whole=whole)
        assert fitted.content_width == pytest.approx(800), "nothing to scroll sideways"
        for index in range(5):
            rect = fitted.page_rect(index)
            assert rect.x >= MARGIN
            assert rect.x + rect.width <= 800 - MARGIN + 1
            assert rect.height <= 600 - 2 * MARGIN or not whole
            below = fitted.page_rect(index + 1).y if index < 4 else fitted.content_height - MARGIN + GAP
            assert rect.y + rect.height + GAP == pytest.approx(below, abs=2)
        assert fitted.scale_of(0) == (column.fit_page_scale if whole else column.fit_width_scale)


def test_who_zooms_after_fitting_has_all_pages_at_one_scale() -> None:
    column = layout(A4, LANDSCAPE, A4).fitted(whole=False).scaled(2)
    assert column.page_rect(1).width == 842 * 2
    assert column.page_rect(2).y == pytest.approx(MARGIN + 2 * (842 + 595) + 2 * GAP, abs=1)
    assert column.view_width == 800


@given(SIZES, st.booleans(), st.data())
def test_a_point_of_a_fitted_page_is_found_where_it_is_drawn(
    sizes: list[PageSize],
    whole: bool,  # noqa: FBT001 - drawn by hypothesis
    data: st.DataObject,
) -> None:
    column = PageLayout.of(sizes).viewed(900, 700).fitted(whole=whole)
    index = data.draw(st.integers(0, len(sizes) - 1))
    x, y = data.draw(st.floats(0, sizes[index].width)), sizes[index].height / 2
    pixels = column.to_pixels(index, Box(x, y, x, y))
    found, back_x, back_y = column.to_points(pixels.x, pixels.y)
    assert found == index
    assert back_x == pytest.approx(x, abs=0.01)
    assert back_y == pytest.approx(y, abs=0.01)
