"""Hits are numbered through the document, in whatever order its pages were counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.model import PageCount
from reader.ui.hit_counts import HitCounts


@given(st.dictionaries(st.integers(0, 50), st.integers(1, 5)), st.randoms())
def test_every_hit_has_its_number_and_every_number_its_hit(pages: dict[int, int], random: object) -> None:
    counts = HitCounts()
    coming = list(pages.items())
    random.shuffle(coming)  # type: ignore[attr-defined] # hypothesis gives a Random
    for page, hits in coming:
        counts.add([PageCount(page, hits, page)])
    places = [(page, number) for page in sorted(pages) for number in range(pages[page])]
    assert [counts.place_of(row) for row in range(counts.total)] == places
    assert [counts.row_of(*place) for place in places] == list(range(counts.total))


def test_a_page_counted_anew_has_its_new_number() -> None:
    counts = HitCounts()
    counts.add([PageCount(3, 2, 3)])
    counts.add([PageCount(3, 5, 3)])
    assert (counts.total, counts.on(3), counts.on(4)) == (5, 5, 0)


def test_a_text_that_runs_on_is_known_on_the_pages_it_runs_over() -> None:
    counts = HitCounts()
    counts.add([PageCount(3, 2, 5), PageCount(4, 1, 4)])
    assert [list(counts.reaching(page)) for page in range(3, 7)] == [[3], [3, 4], [3], []]
    assert [counts.page_from(page) for page in (0, 4, 5)] == [3, 4, None]
