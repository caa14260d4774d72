"""What is kept of painted pages: the last ones seen, and all that is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from reader.ui.page_view.page_cache import PageCache, PictureKey

PICTURE = 100 * 100 * 4  # bytes


@pytest.fixture
def cache(qapp: QApplication) -> PageCache:
    """Room for three pictures."""
    del qapp
    return PageCache(3 * PICTURE)


def leaf_through(cache: PageCache, *pages: int) -> list[int]:
    """Have these pages painted one after the other; which of the first ten are kept then."""
    for page in pages:
        cache.put(PictureKey(page, 1.0), QPixmap(100, 100))
    return [page for page in range(10) if cache.get(PictureKey(page, 1.0)) is not None]


def test_the_pages_seen_last_are_kept(cache: PageCache) -> None:
    assert leaf_through(cache, 0, 1, 2, 3, 4) == [2, 3, 4]
    assert cache.bytes == 3 * PICTURE
    assert cache.nearest(PictureKey(0, 1.0)) is None


def test_a_page_looked_at_again_outlives_others(cache: PageCache) -> None:
    leaf_through(cache, 0, 1, 2)
    cache.get(PictureKey(0, 1.0))
    assert leaf_through(cache, 3) == [0, 2, 3]


def test_what_is_in_sight_is_kept_however_much_it_is(cache: PageCache) -> None:
    cache.want(frozenset(PictureKey(page, 1.0) for page in range(5)))
    assert leaf_through(cache, 0, 1, 2, 3, 4) == [0, 1, 2, 3, 4]


def test_what_was_in_sight_goes_like_the_rest(cache: PageCache) -> None:
    cache.want(frozenset(PictureKey(page, 1.0) for page in range(5)))
    leaf_through(cache, 0, 1, 2, 3, 4)
    cache.want(frozenset([PictureKey(7, 1.0)]))
    assert leaf_through(cache, 7) == [3, 4, 7]


def test_a_page_larger_than_the_limit_is_shown_all_the_same(cache: PageCache) -> None:
    cache.put(PictureKey(0, 3.0), QPixmap(300, 300))
    assert cache.get(PictureKey(0, 3.0)) is not None
