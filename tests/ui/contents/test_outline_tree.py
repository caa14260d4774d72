"""Who stands under whom in an outline, what a place belongs to, and what has some words."""

from __future__ import annotations

from reader.document.model import OutlineEntry
from reader.ui.contents.outline_tree import MOST_LEVELS, ROOT, OutlineTree

BOOK = (
    OutlineEntry("Preface", 0, 0),
    OutlineEntry("Part I", 0, 2, is_open=True),
    OutlineEntry("1. The Bridge", 1, 2, 80.0),
    OutlineEntry("1.1 L’Été", 2, 3, 300.0),
    OutlineEntry("2. الجسر القديم", 1, 5),
    OutlineEntry("On the web", 0, None),
)


def tree(*depths: int) -> OutlineTree:
    return OutlineTree([OutlineEntry(f"{depth}", depth, 0) for depth in depths], 1)


def test_entries_stand_under_those_before_them_that_are_less_deep() -> None:
    assert OutlineTree(BOOK, 6).parents == [ROOT, ROOT, 1, 2, 1, ROOT]
    assert OutlineTree(BOOK, 6).above(3) == [2, 1]


def test_depths_that_leave_levels_out_or_run_wild_make_a_tree_all_the_same() -> None:
    assert tree(3, 7, 7, -4, 2).parents == [ROOT, 0, 0, ROOT, 3]


def test_a_very_deep_outline_has_as_many_levels_as_can_be_shown() -> None:
    deep = tree(*range(64))
    assert len(deep.above(63)) == MOST_LEVELS - 1
    assert len(deep.branches()[MOST_LEVELS - 2]) == 64 - MOST_LEVELS + 1


def test_a_page_that_is_not_there_is_led_to_by_nothing() -> None:
    assert OutlineTree(BOOK, 4).entries[4].page_index is None
    assert OutlineTree([OutlineEntry("a", 0, -3)], 4).node_at(3, 0) is None


def test_a_place_belongs_to_the_last_entry_that_begins_before_it() -> None:
    book = OutlineTree(BOOK, 6)
    places = [(0, 0.0), (1, 500.0), (2, 10.0), (2, 80.0), (3, 0.0), (3, 300.0), (5, 0.0), (5, 900.0)]
    assert [book.node_at(*place) for place in places] == [0, 0, 1, 2, 2, 3, 4, 4]
    assert OutlineTree([OutlineEntry("a", 0, 2)], 6).node_at(1, 0) is None


def test_of_entries_that_begin_together_the_innermost_is_meant() -> None:
    assert tree(0, 1, 2).node_at(0, 0) == 2


def test_capitals_accents_and_forms_of_letters_make_no_difference_to_a_filter() -> None:
    book = OutlineTree(BOOK, 6)
    assert book.having("bridge") == {2}
    assert book.having("THE brid") == {2}
    assert book.having("ete") == {3}
    assert book.having("القديم الجسر") == {4}
    assert book.having("part bridge") == frozenset()
    assert book.with_those_above([3]) == {3, 2, 1}


def test_it_is_open_as_the_file_has_it_and_a_single_root_always() -> None:
    assert OutlineTree(BOOK, 6).open_nodes() == [1]
    assert tree(0, 1, 1).open_nodes() == [0]
    assert tree(0, 1, 0).open_nodes() == []
