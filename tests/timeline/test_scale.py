"""Days over pixels: there and back, zooming around a day, fitting, flying, and never getting lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.timeline.scale import NARROWEST, TimeScale, between, cluster, fitted
from tests.timeline.chronicle import day_number

days = st.floats(min_value=-4_000_000, max_value=4_000_000)  # 10,000 BCE … beyond 9999 CE
spans = st.floats(min_value=3, max_value=5_000_000)
widths = st.floats(min_value=100, max_value=4000)
scales = st.builds(lambda first, span, width: TimeScale(first, first + span, width), days, spans, widths)


@given(scales, st.floats(min_value=-5000, max_value=5000))
def test_a_place_leads_to_a_day_and_the_day_back_to_the_place(scale, place):
    assert scale.place(scale.day_at(place)) == pytest.approx(place, abs=1e-3)


@given(scales, st.floats(min_value=0.1, max_value=10), st.floats(min_value=0, max_value=1))
def test_zooming_leaves_the_day_under_the_mouse_where_it_is(scale, factor, part):
    place = part * scale.width
    zoomed = scale.zoomed(factor, place)
    assert zoomed.day_at(place) == pytest.approx(scale.day_at(place), abs=1e-3)
    assert zoomed.span == pytest.approx(scale.span * factor)


@given(scales, st.floats(min_value=-2000, max_value=2000))
def test_dragging_carries_each_day_with_the_mouse(scale, pixels):
    day = scale.day_at(pixels)
    assert scale.moved(pixels).place(day) == pytest.approx(0, abs=1e-3)


@given(scales, days, spans)
def test_from_wherever_one_strays_the_events_are_still_in_view(scale, first, span):
    held = scale.held(first, first + span)
    assert held.first < first + span
    assert held.last > first
    assert held.span >= NARROWEST


def test_all_of_a_document_fits_with_margins_from_caesar_to_a_forecast():
    first, last = day_number(-43, 3, 15), day_number(2031)
    scale = fitted(first, last, 420)
    assert scale.holds(first, last)
    assert 20 < scale.place(first) < 30
    assert 390 < scale.place(last) < 400


def test_a_lone_day_is_shown_within_its_month_and_not_blown_up():
    scale = fitted(day_number(2025, 8, 16), day_number(2025, 8, 17), 420)
    assert scale.span == pytest.approx(30)


@given(scales, scales, st.floats(min_value=0, max_value=1))
def test_a_flight_begins_and_ends_where_it_should_and_never_overshoots(start, end, part):
    end = TimeScale(end.first, end.last, start.width)
    assert between(start, end, 0).span == pytest.approx(start.span)
    arrived = between(start, end, 1)
    assert arrived.first == pytest.approx(end.first, abs=end.span * 1e-2)
    assert arrived.last == pytest.approx(end.last, abs=end.span * 1e-2)
    low, high = sorted((start.span, end.span))
    assert low * 0.999 <= between(start, end, part).span <= high * 1.001


def test_halfway_into_a_zoom_by_a_hundred_one_has_zoomed_by_ten():
    start, end = TimeScale(0, 1000, 500), TimeScale(400, 410, 500)
    assert between(start, end, 0.5).span == pytest.approx(100)


def test_the_view_moves_no_further_than_needed_to_show_a_day():
    scale = TimeScale(0, 100, 500)
    assert scale.showing(40, 41) == scale
    assert scale.showing(150, 151).last == pytest.approx(157)
    assert scale.showing(-50, -49).first == pytest.approx(-56)


def test_what_is_longer_than_the_view_is_centred():
    moved = TimeScale(0, 100, 500).showing(200, 600)
    assert (moved.first + moved.last) / 2 == pytest.approx(400)
    assert moved.span == pytest.approx(100)


def test_the_cluster_of_a_briefing_is_its_last_months_without_yalta_and_without_2030():
    august = [day_number(2025, 8, day) for day in (12, 13, 14, 15, 16, 16, 19)]
    known = sorted([day_number(1945), day_number(2019), *august, day_number(2030, 12, 31)])
    assert cluster(known) == (august[0], august[-1])


def test_a_single_date_is_its_own_cluster():
    assert cluster([5.0]) == (5.0, 5.0)
