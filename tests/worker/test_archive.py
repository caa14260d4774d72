"""A document that was read before shows its timeline at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.document.model import DocumentInfo
from reader.store.cache import FILE_NAME
from reader.store.paths import UserFolders, user_folders
from reader.worker.archive import Archive
from reader.worker.messages import EventsFound, ReadingFinished, ReadOptions
from tests.worker.answers import PATIENCE, Answers, running
from tests.worker.test_reading_desk import FAKES, SHORT, pages_of

MEGABYTES = 50


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    folders = user_folders(tmp_path / "own")
    folders.create()
    return folders


class NotingArchive(Archive):
    """An archive that tells when it was given something to keep."""

    def __init__(self, folders: UserFolders) -> None:
        super().__init__(folders, MEGABYTES, lambda: 1_000_000.0)
        self.given = threading.Event()

    def keep(self, info: DocumentInfo, options: ReadOptions, body: bytes) -> None:
        super().keep(info, options, body)
        self.given.set()


def read(folders: UserFolders, options: ReadOptions | None = None, password: str | None = None) -> Answers:
    archive = NotingArchive(folders)
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(archive)
        client.open("/fake?pages=5", password, 0, options or ReadOptions())
        answers.wait_for(ReadingFinished)
        if answers.of(EventsFound) and password is None:
            assert archive.given.wait(PATIENCE)
    return answers


def test_the_second_opening_brings_the_whole_timeline_without_reading(folders: UserFolders) -> None:
    first = read(folders)
    second = read(folders)
    assert first.of(EventsFound)
    assert not second.of(EventsFound)
    assert pages_of(second.of(ReadingFinished)[0]) == list(range(5))


def test_another_language_of_the_window_is_read_anew(folders: UserFolders) -> None:
    read(folders)
    assert read(folders, ReadOptions(interface_language="ar")).of(EventsFound)


def test_a_document_under_a_password_leaves_no_timeline_on_the_disk(folders: UserFolders) -> None:
    read(folders, password="secret")  # noqa: S106 - a test's password
    assert read(folders).of(EventsFound)


def test_a_ruined_cache_costs_a_second_reading_and_nothing_else(
    folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    read(folders)
    expected_log("ruined|damaged|aside")
    (folders.cache / FILE_NAME).write_bytes(b"no database at all" * 1000)
    assert pages_of(read(folders).of(ReadingFinished)[0]) == list(range(5))
