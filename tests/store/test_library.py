"""The library knows what was read and where one left off, and forgets when told to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest

from reader.store.cache import Reading, TimelineCache
from reader.store.database import Database
from reader.store.library import FILE_NAME, KEEP_DOCUMENT, STEPS, Library, PlaceRead, RecentDocument
from reader.store.logfile import logging_to_file
from reader.store.paths import UserFolders
from tests.store.rights import locked
from tests.store.timelines import SHA256, full_timeline

PATH = "/home/reader/accord.pdf"
OTHER = "0f" * 32
PLACE = PlaceRead(page_index=7, top=120.5, left=3.25, zoom_mode="scale", scale=1.75, turn=3)


@pytest.fixture
def library(folders: UserFolders) -> Iterator[Library]:
    with Library(folders) as opened:
        yield opened


@pytest.fixture
def cache(folders: UserFolders) -> Iterator[TimelineCache]:
    with TimelineCache(folders, limit_megabytes=10) as opened:
        yield opened


def test_a_document_opens_where_it_was_left_after_a_restart(folders: UserFolders) -> None:
    with Library(folders) as library:
        assert library.document_opened(SHA256, PATH, "L’accord", 12, now=100) is None
        library.remember_place(SHA256, PLACE)
    with Library(folders) as library:
        assert library.document_opened(SHA256, PATH, "L’accord", 12, now=200) == PLACE


def test_what_was_left_before_pages_could_be_turned_opens_upright(folders: UserFolders) -> None:
    with Database(folders.state / FILE_NAME, STEPS[:1]) as before:
        before.write(
            (KEEP_DOCUMENT, [SHA256, PATH, "L’accord", 12, 1]),
            ("UPDATE documents SET page_index = 4, top = 9, left = 0, zoom_mode = 'fit_page', scale = 1", []),
        )
    with Library(folders) as library:
        assert library.place(SHA256) == PlaceRead(4, 9.0, 0.0, "fit_page", 1.0, turn=0)


def test_the_date_set_for_a_document_is_kept_with_it_wherever_it_lies(folders: UserFolders) -> None:
    with Library(folders) as library:
        library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
        assert library.date_at(PATH) is None
        library.remember_date(SHA256, "2019-05-04")
    with Library(folders) as library:
        assert library.date_at(PATH) == "2019-05-04"
        library.document_opened(SHA256, "/mnt/moved.pdf", "L’accord", 12, now=2)
        assert library.date_by_hand(SHA256) == "2019-05-04"
        library.document_opened(OTHER, "/mnt/moved.pdf", "L’accord", 13, now=3)  # it was written again
        assert library.date_by_hand(OTHER) == "2019-05-04"
        library.remember_date(OTHER, None)
        assert library.date_at("/mnt/moved.pdf") is None


def test_a_moved_file_is_known_by_its_content(library: Library) -> None:
    library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
    library.remember_place(SHA256, PLACE)
    assert library.document_opened(SHA256, "/mnt/moved.pdf", "L’accord", 12, now=2) == PLACE
    assert [each.path for each in library.recent_documents(9)] == ["/mnt/moved.pdf"]


def test_a_changed_file_goes_on_where_it_was_left_and_stands_once(library: Library) -> None:
    library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
    library.remember_place(SHA256, PLACE)
    assert library.document_opened(OTHER, PATH, "L’accord, revu", 9, now=2) == PLACE
    assert library.place(OTHER) == PLACE
    assert [each.sha256 for each in library.recent_documents(9)] == [OTHER]


def test_a_changed_file_that_lost_the_page_begins_at_its_beginning(library: Library) -> None:
    library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
    library.remember_place(SHA256, PLACE)
    assert library.document_opened(OTHER, PATH, "L’accord, abrégé", 7, now=2) is None


def test_recent_documents_come_latest_first_and_no_more_than_asked(library: Library) -> None:
    for number in range(5):
        library.document_opened(f"{number:064}", f"/{number}.pdf", f"n° {number}", 10, now=number)
    library.document_opened(f"{1:064}", "/1.pdf", "n° 1", 10, now=9)
    library.remember_place(f"{1:064}", PLACE)
    assert [each.title for each in library.recent_documents(3)] == ["n° 1", "n° 4", "n° 3"]
    assert library.recent_documents(1) == (
        RecentDocument(f"{1:064}", "/1.pdf", "n° 1", 10, 9, PLACE.page_index),
    )
    assert library.recent_documents(0) == ()


def test_the_place_of_a_document_never_opened_is_not_kept(library: Library) -> None:
    library.remember_place(SHA256, PLACE)
    assert library.place(SHA256) is None


def test_the_window_keeps_its_shape(folders: UserFolders) -> None:
    with Library(folders) as library:
        assert library.window_state("splitter") is None
        library.remember_window_state("splitter", "AAAA/w==")
        library.remember_window_state("splitter", "AAAB/w==")
    with Library(folders) as library:
        assert library.window_state("splitter") == "AAAB/w=="


def test_a_forgotten_document_is_nowhere(
    folders: UserFolders, library: Library, cache: TimelineCache
) -> None:
    with logging_to_file(folders):
        for sha256, path in ((SHA256, PATH), (OTHER, "/home/reader/other.pdf")):
            library.document_opened(sha256, path, "Titre", 12, now=1)
            library.remember_place(sha256, PLACE)
            cache.keep(Reading(sha256, "rules"), full_timeline(path), now=1)
            logging.getLogger("reader.ui").info("opened %s", path)
        library.forget(SHA256, cache)
        assert library.place(SHA256) is None
        assert cache.find(Reading(SHA256, "rules"), PATH, now=2) is None
        kept = b"".join(
            file.read_bytes() for folder in (folders.state, folders.cache) for file in folder.iterdir()
        )
    assert b"accord.pdf" not in kept
    assert SHA256.encode() not in kept
    assert library.place(OTHER) == PLACE
    assert cache.find(Reading(OTHER, "rules"), PATH, now=2) is not None
    assert b"other.pdf" in kept


def test_a_document_the_library_never_knew_is_forgotten_all_the_same(
    library: Library, cache: TimelineCache
) -> None:
    cache.keep(Reading(SHA256, "rules"), full_timeline(PATH), now=1)
    library.forget(SHA256, cache)
    assert cache.find(Reading(SHA256, "rules"), PATH, now=2) is None


def test_all_is_forgotten_but_the_window(
    folders: UserFolders, library: Library, cache: TimelineCache
) -> None:
    library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
    library.remember_window_state("splitter", "AAAA/w==")
    cache.keep(Reading(SHA256, "rules"), full_timeline(PATH), now=1)
    library.forget_all(cache)
    assert library.recent_documents(9) == ()
    assert cache.find(Reading(SHA256, "rules"), PATH, now=2) is None
    assert library.window_state("splitter") == "AAAA/w=="
    kept = b"".join(
        file.read_bytes() for folder in (folders.state, folders.cache) for file in folder.iterdir()
    )
    assert b"accord.pdf" not in kept


def test_two_windows_share_the_library(folders: UserFolders, library: Library) -> None:
    with Library(folders) as second:
        second.document_opened(SHA256, PATH, "L’accord", 12, now=1)
        library.remember_place(SHA256, PLACE)
        assert second.place(SHA256) == PLACE


def test_without_a_folder_the_library_lasts_for_the_run(
    unusable: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("nothing will be remembered")
    with Library(unusable) as library:
        library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
        library.remember_place(SHA256, PLACE)
        assert library.place(SHA256) == PLACE


def test_in_folders_that_may_not_be_written_everything_works_for_the_run(
    folders: UserFolders, library: Library, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"library\.sqlite cannot be used, nothing will be remembered")
    expected_log(r"timelines\.sqlite cannot be used, nothing will be remembered")
    expected_log("no log is kept")
    library.document_opened(OTHER, PATH, "L’accord", 12, now=1)
    with (
        locked(folders) as found,
        logging_to_file(found),
        Library(found) as theirs,
        TimelineCache(found, limit_megabytes=1) as cache,
    ):
        theirs.document_opened(SHA256, PATH, "L’accord", 12, now=2)
        theirs.remember_place(SHA256, PLACE)
        cache.keep(Reading(SHA256, "rules"), full_timeline(PATH), now=2)
        assert theirs.place(SHA256) == PLACE
        assert cache.find(Reading(SHA256, "rules"), PATH, now=3) == full_timeline(PATH)
        theirs.forget(SHA256, cache)


def test_a_ruined_library_is_begun_anew(folders: UserFolders, expected_log: Callable[[str], None]) -> None:
    expected_log("is damaged and begun anew")
    (folders.state / FILE_NAME).write_bytes(b"ruin" * 4000)
    with Library(folders) as library:
        assert library.recent_documents(9) == ()
        library.document_opened(SHA256, PATH, "L’accord", 12, now=1)
        assert len(library.recent_documents(9)) == 1
