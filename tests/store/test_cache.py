"""A known document shows its timeline at once; nothing stale, damaged or forgotten comes back."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from pathlib import Path

import pytest

import reader
from reader.document.model import Box, Line
from reader.store.cache import FILE_NAME, Reading, TimelineCache, rules_version
from reader.store.paths import UserFolders
from tests.store.timelines import SHA256, full_timeline

READING = Reading(SHA256, "rules 1", ("fr", None, None))
PATH = "/home/reader/accord.pdf"


@pytest.fixture
def cache(folders: UserFolders) -> Iterator[TimelineCache]:
    with TimelineCache(folders, limit_megabytes=1) as opened:
        yield opened


def count(folders: UserFolders) -> int:
    """How many timelines there are, each with its one part."""
    connection = sqlite3.connect(folders.cache / FILE_NAME)
    try:
        timelines, parts = (
            int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - ours
            for table in ("timelines", "timeline_parts")
        )
        assert timelines == parts
        return timelines
    finally:
        connection.close()


def test_a_timeline_is_found_again_after_a_restart(folders: UserFolders) -> None:
    with TimelineCache(folders, 1) as cache:
        assert cache.find(READING, PATH, now=1) is None
        cache.keep(READING, full_timeline(PATH), now=2)
    with TimelineCache(folders, 1) as cache:
        assert cache.find(READING, PATH, now=3) == full_timeline(PATH)


def test_a_timeline_of_one_run_of_the_program_is_found_in_the_next(folders: UserFolders) -> None:
    # The key once held a place in memory, which is another in every process: nothing was ever found again.
    reading = replace(READING, rules=rules_version())
    with TimelineCache(folders, 1) as cache:
        cache.keep(reading, full_timeline(PATH), now=1)
    code = f"""
from pathlib import Path
from reader.store.cache import Reading, TimelineCache, rules_version
from reader.store.paths import UserFolders
folders = UserFolders(*map(Path, {[str(folder) for folder in astuple(folders)]!r}))
with TimelineCache(folders, 1) as cache:
    found = cache.find(Reading({SHA256!r}, rules_version(), {READING.options!r}), {PATH!r}, now=2)
print(len(found.events) if found else "nothing")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own lines
    assert done.stdout.split() == ["1"]


def test_the_same_file_elsewhere_has_its_timeline_and_its_own_path(cache: TimelineCache) -> None:
    cache.keep(READING, full_timeline(PATH), now=1)
    assert cache.find(READING, "/mnt/copy.pdf", now=2) == full_timeline("/mnt/copy.pdf")


@pytest.mark.parametrize(
    "other",
    [
        replace(READING, sha256="00" * 32),
        replace(READING, rules="rules 2"),
        replace(READING, options=("ar", None, None)),
        replace(READING, options=("fr", "fr", None)),
        replace(READING, options=("fr", None, "fr")),
    ],
)
def test_another_reading_is_another_timeline(other: Reading, cache: TimelineCache) -> None:
    cache.keep(READING, full_timeline(PATH), now=1)
    assert cache.find(other, PATH, now=2) is None


def test_both_readings_of_a_document_are_kept_but_none_of_older_rules(
    cache: TimelineCache, folders: UserFolders
) -> None:
    arabic = replace(READING, options=("ar", None, None))
    cache.keep(READING, full_timeline(PATH), now=1)
    cache.keep(arabic, full_timeline(PATH, "اتفاق"), now=2)
    assert count(folders) == 2
    cache.keep(replace(READING, rules="rules 2"), full_timeline(PATH), now=3)
    assert count(folders) == 1


@pytest.mark.parametrize("body", [b"no zlib", zlib.compress(b"{}"), zlib.compress(b"[[],[]]"), "", 7])
def test_a_damaged_entry_is_dropped_and_made_again(
    body: object, cache: TimelineCache, folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("a remembered timeline is damaged")
    cache.keep(READING, full_timeline(PATH), now=1)
    connection = sqlite3.connect(folders.cache / FILE_NAME, isolation_level=None)
    connection.execute("UPDATE timelines SET body = ?", [body])
    connection.close()
    assert cache.find(READING, PATH, now=2) is None
    assert count(folders) == 0
    cache.keep(READING, full_timeline(PATH), now=3)
    assert cache.find(READING, PATH, now=4) is not None


def test_the_longest_unused_go_when_the_limit_is_reached(folders: UserFolders) -> None:
    chance = random.Random(1)  # noqa: S311 - noise that repeats, no secret
    readings = [replace(READING, sha256=f"{number:064x}") for number in range(5)]
    # Some 230 kB each once compressed: four fit into a megabyte.
    timelines = [full_timeline(PATH, f"{chance.getrandbits(1_600_000):x}") for _ in readings]
    with TimelineCache(folders, 1) as cache:
        for number in range(4):
            cache.keep(readings[number], timelines[number], now=number)
        assert cache.find(readings[0], PATH, now=10) is not None  # used again: now the youngest
        cache.keep(readings[4], timelines[4], now=11)
        found = [cache.find(reading, PATH, now=12) is not None for reading in readings]
    assert found == [True, False, True, True, True]


def test_without_room_nothing_is_kept(folders: UserFolders) -> None:
    with TimelineCache(folders, 0) as cache:
        cache.keep(READING, full_timeline(PATH), now=1)
        assert cache.find(READING, PATH, now=2) is None


def test_a_forgotten_document_leaves_no_trace_and_the_others_stay(
    cache: TimelineCache, folders: UserFolders
) -> None:
    other = replace(READING, sha256="00" * 32)
    cache.keep(READING, full_timeline(PATH), now=1)
    cache.keep(other, full_timeline(PATH), now=1)
    cache.forget(SHA256)
    assert cache.find(READING, PATH, now=2) is None
    assert cache.find(other, PATH, now=2) is not None
    assert not any(SHA256.encode() in file.read_bytes() for file in folders.cache.iterdir())
    cache.forget_all()
    assert count(folders) == 0


def test_a_ruined_cache_is_begun_anew(folders: UserFolders, expected_log: Callable[[str], None]) -> None:
    expected_log("is damaged and begun anew")
    (folders.cache / FILE_NAME).write_bytes(b"ruin" * 4000)
    with TimelineCache(folders, 1) as cache:
        assert cache.find(READING, PATH, now=1) is None
        cache.keep(READING, full_timeline(PATH), now=2)
        assert cache.find(READING, PATH, now=3) == full_timeline(PATH)


def test_the_rules_change_with_a_language_of_the_users_and_with_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = rules_version()
    assert shipped == rules_version() == rules_version(tmp_path)
    (tmp_path / "eo.toml").write_text('tag = "eo"')
    with_esperanto = rules_version(tmp_path)
    assert with_esperanto != shipped
    (tmp_path / "eo.toml").write_text('tag = "epo"')
    assert rules_version(tmp_path) not in (shipped, with_esperanto)
    package = tmp_path / "program" / "reader"
    shutil.copytree(Path(reader.__file__).parent / "temporal", package / "temporal")
    (package / "__init__.py").touch()
    monkeypatch.setattr(reader, "__file__", str(package / "__init__.py"))
    before = rules_version()
    (package / "temporal" / "model.py").write_text("changed")
    assert rules_version() != before


LINE = Line("Signed in 1648.", Box(1, 2, 3, 4), 10.0, edges=(1.0, 1.5), baseline=3.5)


def test_what_was_read_of_pictures_outlasts_other_rules_and_goes_when_it_is_forgotten(
    cache: TimelineCache,
) -> None:
    cache.keep_recognised(SHA256, 3, (LINE,), now=1)
    cache.keep_recognised(SHA256, 4, (), now=1)
    cache.keep(replace(READING, rules="rules 2"), full_timeline(PATH), now=2)
    assert cache.recognised(SHA256, now=3) == {3: (LINE,), 4: ()}
    cache.forget(SHA256)
    assert cache.recognised(SHA256, now=4) == {}


def test_pages_of_documents_long_unused_go_when_room_is_short(folders: UserFolders) -> None:
    lines = tuple(replace(LINE, text=random.Random(i).randbytes(70).hex()) for i in range(9000))  # noqa: S311 - no secret
    with TimelineCache(folders, 1) as cache:
        cache.keep_recognised("old", 0, lines, now=1)
        cache.keep_recognised("new", 0, lines, now=2)
        assert (len(cache.recognised("old", 3)), len(cache.recognised("new", 3))) == (0, 1)
