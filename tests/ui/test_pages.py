"""Sizes and labels of pages, known bit by bit."""

from __future__ import annotations

from reader.document.model import PageSize
from reader.ui.pages import Pages

A4, A3 = PageSize(595, 842), PageSize(842, 1191)


def test_until_they_are_measured_all_pages_are_like_the_first() -> None:
    pages = Pages.alike(3, A4)
    assert pages.sizes == (A4, A4, A4)
    assert pages.label(1) == "2"
    assert not pages.has_own_label(1)


def test_sizes_and_labels_arrive_in_parts() -> None:
    pages = Pages.alike(4, A4).with_sizes(1, (A3, A3), ("ii", "iii"))
    assert pages.sizes == (A4, A3, A3, A4)
    assert pages.labels == ("", "ii", "iii", "")
    assert pages.has_own_label(1)
    assert pages.index_of(" III ") == 2
    assert pages.index_of("iv") is None


def test_pages_of_one_size_share_it() -> None:
    """To see that nothing has changed in a document of a million pages is then no comparing of numbers."""
    pages = Pages.alike(4, A4).with_sizes(1, tuple(PageSize(595, 842) for _ in range(3)), ())
    assert {id(size) for size in pages.sizes} == {id(A4)}


def test_more_sizes_than_pages_are_not_believed() -> None:
    assert Pages.alike(2, A4).with_sizes(1, (A3, A3, A3), ("a", "b", "c")).sizes == (A4, A3)


def test_sizes_without_labels_keep_the_labels() -> None:
    pages = Pages.alike(2, A4).with_sizes(0, (A4, A4), ("i", "ii")).with_sizes(0, (A3, A3), ())
    assert pages.labels == ("i", "ii")
