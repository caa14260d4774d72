"""A long timeline is kept in parts as they come, some pages are read alone, and it is never half."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.store.cache import FILE_NAME, Reading, TimelineCache
from reader.store.paths import UserFolders
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents, pack
from tests.store.timelines import SHA256, full_timeline

READING = Reading(SHA256, "rules")
PATH = "/home/reader/accord.pdf"
PAGES = 12
A_PART = 5  # pages


def long_timeline() -> Timeline:
    """Twelve pages of some 300 kB each once compressed; page 5 has no events."""
    chance = random.Random(1)  # noqa: S311 - filler that does not compress
    event = full_timeline(PATH).events[0]
    pages = [
        pack(index, [replace(event, label=chance.randbytes(300_000).hex())] if index != 5 else [])
        for index in range(PAGES)
    ]
    return replace(full_timeline(PATH), events=PackedEvents(pages))


def begin(cache: TimelineCache, timeline: Timeline) -> tuple[PageEvents, ...]:
    """Keep a timeline as far as its head; its pages."""
    assert isinstance(timeline.events, PackedEvents)
    pages = timeline.events.pages
    cache.begin(READING, now=1)
    for start in range(0, len(pages), A_PART):
        cache.add(READING, pages[start : start + A_PART])
    return pages


def test_a_timeline_that_came_in_parts_is_whole_again(folders: UserFolders) -> None:
    timeline = long_timeline()
    with TimelineCache(folders, 50) as cache:
        pages = begin(cache, timeline)
        assert cache.complete(READING, timeline, len(pages), now=2)
        assert cache.find(READING, PATH, now=3) == timeline


def test_some_pages_are_read_alone(folders: UserFolders) -> None:
    timeline = long_timeline()
    with TimelineCache(folders, 50) as cache:
        assert cache.pages(READING, {3}) is None
        pages = begin(cache, timeline)
        assert cache.pages(READING, {3}) is None, "it is not whole yet"
        cache.complete(READING, timeline, len(pages), now=1)
        wanted = tuple(page for page in pages if page.page_index in {4, 5, 6})
        assert cache.pages(READING, range(4, 7)) == wanted
        assert cache.pages(READING, {0, 11}) == (pages[0], pages[-1])
        assert cache.pages(READING, {5, 99}) == ()
        assert cache.pages(READING, ()) == ()


def test_what_was_not_written_to_its_end_is_no_timeline(folders: UserFolders) -> None:
    timeline = long_timeline()
    with TimelineCache(folders, 50) as cache:
        pages = begin(cache, timeline)
        assert cache.find(READING, PATH, now=2) is None
        assert begin(cache, timeline) == pages, "it is begun again"
        assert cache.complete(READING, timeline, len(pages), now=4)
        assert cache.find(READING, PATH, now=5) == timeline


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM timeline_parts WHERE first = 0",
        "UPDATE timeline_parts SET body = substr(body, 1, 1000)",
        "UPDATE timeline_parts SET body = x'01'",
        "UPDATE timeline_parts SET body = 'text'",
        "UPDATE timeline_parts SET body = CAST(body || x'00' AS BLOB)",
        "UPDATE timeline_parts SET body = CAST(x'ffffffff' || substr(body, 5) AS BLOB)",
    ],
)
def test_a_timeline_that_lost_a_part_is_dropped_and_made_again(
    harm: str, folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("a remembered timeline is damaged")
    with TimelineCache(folders, 50) as cache:
        timeline = long_timeline()
        cache.complete(READING, timeline, len(begin(cache, timeline)), now=1)
        connection = sqlite3.connect(folders.cache / FILE_NAME, isolation_level=None)
        connection.execute(harm)
        assert cache.find(READING, PATH, now=2) is None
        assert connection.execute("SELECT count(*) FROM timeline_parts").fetchone() == (0,)
        connection.close()
        cache.keep(READING, timeline, now=3)
        assert cache.find(READING, PATH, now=4) == timeline


def test_a_timeline_kept_anew_takes_the_place_of_the_one_before(folders: UserFolders) -> None:
    with TimelineCache(folders, 50) as cache:
        cache.keep(READING, long_timeline(), now=1)
        cache.keep(READING, full_timeline(PATH), now=2)
        assert cache.find(READING, PATH, now=3) == full_timeline(PATH)


def test_a_part_of_what_had_to_make_room_is_not_kept(folders: UserFolders) -> None:
    timeline = long_timeline()
    with TimelineCache(folders, 50) as cache:
        pages = begin(cache, timeline)
        cache.forget_all()
        cache.add(READING, pages[-1:])
        assert not cache.complete(READING, timeline, len(pages), now=2)
        assert cache.find(READING, PATH, now=3) is None


def test_where_nothing_can_be_written_nothing_is_said_to_be_kept(
    folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("nothing will be remembered")
    (folders.cache / FILE_NAME).mkdir()
    timeline = long_timeline()
    with TimelineCache(folders, 50) as cache:
        assert not cache.complete(READING, timeline, len(begin(cache, timeline)), now=1)
