"""A long timeline is kept in parts, read a page at a time, and never half."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from reader.store.cache import FILE_NAME, Reading, TimelineCache
from reader.store.entry import PART, entry_parts
from reader.store.paths import UserFolders
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents, pack
from tests.store.timelines import SHA256, full_timeline

READING = Reading(SHA256, "rules")
PATH = "/home/reader/accord.pdf"
PAGES = 12


def long_timeline() -> Timeline:
    """Twelve pages of some 300 kB each once compressed; page 5 has no events."""
    chance = random.Random(1)  # noqa: S311 - filler that does not compress
    event = full_timeline(PATH).events[0]
    pages = [
        pack(index, [replace(event, label=chance.randbytes(300_000).hex())] if index != 5 else [])
        for index in range(PAGES)
    ]
    return replace(full_timeline(PATH), events=PackedEvents(pages))


def test_the_parts_of_a_long_timeline_make_it_whole_again(folders: UserFolders) -> None:
    timeline = long_timeline()
    parts = list(entry_parts(timeline))
    assert len(parts) > 2
    assert max(len(part.data) for part in parts) < 2 * PART
    with TimelineCache(folders, 50) as cache:
        assert all(cache.keep_part(READING, part, now=1) for part in parts)
        assert cache.find(READING, PATH, now=2) == timeline


def test_some_pages_are_read_alone(folders: UserFolders) -> None:
    timeline = long_timeline()
    assert isinstance(timeline.events, PackedEvents)
    with TimelineCache(folders, 50) as cache:
        assert cache.pages(READING, {3}) is None
        cache.keep(READING, timeline, now=1)
        wanted: list[PageEvents] = [page for page in timeline.events.pages if page.page_index in {4, 5, 6}]
        assert cache.pages(READING, range(4, 7)) == tuple(wanted)
        assert cache.pages(READING, {5, 99}) == ()


def test_what_was_not_written_to_its_end_is_no_timeline(
    folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("damaged")
    timeline = long_timeline()
    *all_but_last, last = entry_parts(timeline)
    with TimelineCache(folders, 50) as cache:
        for part in all_but_last:
            cache.keep_part(READING, part, now=1)
        assert cache.find(READING, PATH, now=2) is None
        assert not cache.keep_part(READING, last, now=3), "what it was the beginning of is gone"
        cache.keep(READING, timeline, now=4)
        assert cache.find(READING, PATH, now=5) == timeline


def test_a_timeline_kept_anew_takes_the_place_of_the_one_before(folders: UserFolders) -> None:
    with TimelineCache(folders, 50) as cache:
        cache.keep(READING, long_timeline(), now=1)
        cache.keep(READING, full_timeline(PATH), now=2)
        assert cache.find(READING, PATH, now=3) == full_timeline(PATH)


def test_where_nothing_can_be_written_nothing_is_said_to_be_kept(
    folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("nothing will be remembered")
    (folders.cache / FILE_NAME).mkdir()
    with TimelineCache(folders, 50) as cache:
        assert not any(cache.keep_part(READING, part, now=1) for part in entry_parts(long_timeline()))
