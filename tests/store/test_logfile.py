"""The log: private, bounded, and free of a document that is to be forgotten."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

import pytest

from reader.store import logfile
from reader.store.logfile import forget_in_log, log_path, logging_to_file
from reader.store.paths import UserFolders

log = logging.getLogger("reader.test")


def test_what_is_logged_stands_in_the_file(folders: UserFolders) -> None:
    with logging_to_file(folders):
        log.info("opened %s", "a ‘quoted’ name, \udcff and العربية")
    text = log_path(folders).read_text()
    assert "INFO" in text
    assert "reader.test: opened a ‘quoted’ name, \\udcff and العربية" in text


def test_the_root_logger_is_left_as_it_was(folders: UserFolders) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    with logging_to_file(folders):
        assert len(root.handlers) == len(before[1]) + 1
    assert (root.level, root.handlers) == before


@pytest.mark.skipif(os.name != "posix", reason="no limit can be set there")
def test_a_line_that_a_full_disk_refuses_is_lost_in_silence(
    folders: UserFolders, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource as limits  # noqa: PLC0415 - not on Windows

    before = limits.getrlimit(limits.RLIMIT_FSIZE)
    with logging_to_file(folders):
        limits.setrlimit(limits.RLIMIT_FSIZE, (0, before[1]))
        log.info("this has no room")
        limits.setrlimit(limits.RLIMIT_FSIZE, before)
        log.info("this has")
    assert capsys.readouterr().err == ""
    assert "this has\n" in log_path(folders).read_text()


def test_the_log_turns_over_before_it_grows(folders: UserFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logfile, "LARGEST", 2_000)
    with logging_to_file(folders):
        for number in range(200):
            log.info("line %d of many", number)
    files = sorted(folders.state.iterdir())
    assert [file.name for file in files] == ["timeleaf.log", "timeleaf.log.1", "timeleaf.log.2"]
    assert all(file.stat().st_size <= 2_000 for file in files)
    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_document_to_be_forgotten_goes_from_all_files_while_the_log_goes_on(
    folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logfile, "LARGEST", 1_500)
    with logging_to_file(folders):
        for number in range(12):
            log.info("opened secret.pdf %d", number)
            log.info("opened other.pdf %d", number)
        gone = forget_in_log(folders, "secret.pdf", "")
        log.info("still here")
    text = "".join(file.read_text() for file in folders.state.iterdir())
    assert gone == 12
    assert "secret" not in text
    assert text.count("other.pdf") == 12
    assert "still here" in text


def test_without_a_folder_the_program_goes_on_without_a_log(
    unusable: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("no log is kept")
    with logging_to_file(unusable):
        log.info("nobody hears")
