"""Many events at once: which are in view, how many lie where, which deserve a label."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.timeline.density import BIN_WIDTH, event_spans
from reader.timeline.model import EventKind
from reader.timeline.scale import TimeScale, fitted
from tests.timeline.chronicle import briefing, day_event, day_number, event, year_event

stretches = st.lists(st.tuples(st.integers(-5000, 5000), st.integers(0, 3000)), min_size=1, max_size=60)


def spans_of(days: list[tuple[int, int]]):
    return event_spans(
        event(f"e{index}", first, first + length) for index, (first, length) in enumerate(days)
    )


@given(stretches, st.integers(-6000, 6000), st.integers(3, 4000))
def test_in_view_is_what_touches_the_view_and_nothing_else(days, first, span):
    spans, scale = spans_of(days), TimeScale(first, first + span, 300)
    touching = [index for index in range(len(days)) if spans.touches(index, scale)]
    assert spans.between(scale.first, scale.last).tolist() == touching
    assert spans.count(scale) == len(touching)


@given(stretches, st.integers(-6000, 6000), st.integers(3, 4000), st.sets(st.integers(0, 59), max_size=5))
def test_each_column_counts_the_events_over_it(days, first, span, left_out):
    spans, scale = spans_of(days), TimeScale(first, first + span, 90)
    without = sorted(index for index in left_out if index < len(days))
    counts = spans.counts(scale, without)
    for column in range(30):
        begin, end = scale.day_at(column * BIN_WIDTH), scale.day_at((column + 1) * BIN_WIDTH)
        over = set(spans.between(begin, end).tolist()) - set(without)
        assert abs(counts[column] - len(over)) <= _on_edge(spans, begin, end)


def _on_edge(spans, *edges: float) -> int:
    """Events that begin or end within rounding of an edge may count for either side of it."""
    return sum(
        int((np.abs(ends - edge) < 1e-6).sum()) for ends in (spans.first, spans.last) for edge in edges
    )


@settings(deadline=None)
@given(stretches, st.integers(-6000, 6000), st.integers(3, 4000))
def test_every_event_in_view_is_weighed_for_a_label_while_they_are_few(days, first, span):
    spans, scale = spans_of(days), TimeScale(first, first + span, 300)
    assert sorted(spans.candidates(scale)) == spans.between(scale.first, scale.last).tolist()


def test_of_thousands_the_candidates_lie_all_over_the_view():
    spans = spans_of([(number * 3, 0) for number in range(5000)])
    places = [spans.first[index] for index in spans.candidates(TimeScale(0, 15_000, 1000))[:40]]
    assert max(np.diff(sorted([0, *places, 15_000]))) < 1500


def test_an_outlier_gets_its_label_beside_twenty_thousand_others_and_they_get_theirs():
    days = [(day_number(-43, 3, 15), 0), *((day_number(1990) + number % 9000, 0) for number in range(20_000))]
    spans = spans_of(days)
    candidates = spans.candidates(fitted(spans.bounds[0], spans.bounds[1], 420))
    assert 0 in candidates
    assert len(candidates) >= 40


def test_the_documents_own_date_and_what_is_certain_come_first():
    sure, unsure = year_event("sure", 2001), replace(year_event("unsure", 2001), confidence=0.3)
    issue = day_event("issue", 2001, 5, 5, kind=EventKind.ISSUE)
    spans = event_spans((unsure, sure, issue))
    ranked = [
        spans.events[index].id for index in spans.candidates(fitted(spans.bounds[0], spans.bounds[1], 20))
    ]
    assert ranked == ["issue", "sure", "unsure"]


def test_events_without_a_day_are_left_out_and_open_ones_stand_at_their_known_end():
    spans = event_spans((*briefing(), event("sometime", None, None)))
    assert [item.id for item in spans.events][-1] == "2030"
    assert spans.first[-1] == day_number(2030, 12, 31)
    assert spans.bounds == (day_number(1945), day_number(2031))
