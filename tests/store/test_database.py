"""The database outlives what happens to files: damage, other processes, other versions, full disks."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.store.database import Database

STEPS = ("CREATE TABLE notes (text TEXT); CREATE INDEX by_text ON notes (text)",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.sqlite"


def note(database: Database, *texts: str) -> bool:
    return database.write(*(("INSERT INTO notes (text) VALUES (?)", [text]) for text in texts))


def notes(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT text FROM notes ORDER BY rowid")]


def test_what_was_written_is_there_after_closing(path: Path) -> None:
    with Database(path, STEPS) as database:
        assert note(database, "one", "two")
    with Database(path, STEPS) as database:
        assert notes(database) == ["one", "two"]


@pytest.mark.skipif(os.name != "posix", reason="rights are other things on Windows")
def test_the_file_and_its_journal_are_the_users_alone(path: Path) -> None:
    with Database(path, STEPS) as database:
        note(database, "one")
        files = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert files == {"notes.sqlite": 0o600, "notes.sqlite-wal": 0o600, "notes.sqlite-shm": 0o600}


def test_statements_hold_together(path: Path) -> None:
    with Database(path, STEPS) as database:
        with pytest.raises(sqlite3.OperationalError):
            database.write(("INSERT INTO notes VALUES ('half')", []), ("INSERT INTO nowhere VALUES (1)", []))
        assert notes(database) == []
        assert note(database, "whole")


def test_an_older_file_is_brought_up_to_date_and_keeps_what_it_holds(path: Path) -> None:
    with Database(path, STEPS) as database:
        note(database, "old")
    newer = (*STEPS, "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
    with Database(path, newer) as database:
        assert database.rows("SELECT text, colour FROM notes") == [("old", "blue")]
    with Database(path, STEPS) as database:  # the version before works on with it
        assert note(database, "older again")
    with Database(path, newer) as database:
        assert database.rows("SELECT colour FROM notes") == [("blue",), ("blue",)]


def test_tables_that_are_not_ours_are_set_aside(path: Path, expected_log: Callable[[str], None]) -> None:
    expected_log("is damaged and begun anew")
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE notes (something_else)")
    foreign.close()
    with Database(path, STEPS) as database:
        assert note(database, "ours")


def test_a_step_that_fails_is_a_mistake_and_leaves_nothing_half_done(
    path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("is damaged and begun anew")
    with pytest.raises(sqlite3.OperationalError):
        Database(path, (*STEPS, "CREATE TABLE more (x); CREATE TABLE notes (x)"))
    with Database(path, STEPS) as database:
        assert database.rows("SELECT name FROM sqlite_master WHERE name = 'more'") == []
        assert database.rows("PRAGMA user_version") == [(1,)]


@pytest.mark.parametrize(
    "content", [b"no database at all, just words " * 200, b"SQLite format 3\0" + b"\xff" * 8000]
)
def test_a_ruined_file_is_set_aside_and_begun_anew(
    content: bytes, path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"notes\.sqlite is damaged and begun anew")
    path.write_bytes(content)
    with Database(path, STEPS) as database:
        assert notes(database) == []
        assert note(database, "new")
    assert path.with_name("notes.sqlite.broken").read_bytes() == content
    with Database(path, STEPS) as database:
        assert notes(database) == ["new"]


def test_damage_found_in_the_middle_of_a_session_is_mended_there(
    path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("is damaged and begun anew")
    with Database(path, STEPS) as database:
        note(database, *(f"{number} {'x' * 500}" for number in range(200)))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)  # the first page, with the schema, is whole
    path.write_bytes(content)
    with Database(path, STEPS) as database:
        assert notes(database) == []
        assert note(database, "after")
        assert notes(database) == ["after"]
    assert path.with_name("notes.sqlite.broken").exists()


@pytest.mark.parametrize("obstacle", ["folder in its place", "file where its folder should be"])
def test_where_no_file_can_be_memory_serves_for_the_run(
    obstacle: str, path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("cannot be used, nothing will be remembered")
    if obstacle.startswith("folder"):
        path.mkdir()
        place = path
    else:
        path.touch()
        place = path / "notes.sqlite"
    with Database(place, STEPS) as database:
        assert note(database, "for now")
        assert notes(database) == ["for now"]


def test_a_file_another_process_holds_is_waited_for_then_left(
    path: Path, expected_log: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log("was not written")
    monkeypatch.setattr("reader.store.database.PATIENCE_SECONDS", 0.05)
    with Database(path, STEPS) as database:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert not note(database, "too early")
        other.execute("ROLLBACK")
        other.close()
        assert note(database, "in time")
        assert notes(database) == ["in time"]


def test_four_processes_make_it_and_write_at_once_and_nothing_is_lost(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.store.database import Database\n"
        "with Database(Path(sys.argv[1]), sys.argv[3:]) as database:\n"
        "    for number in range(150):\n"
        "        assert database.write(('INSERT INTO notes VALUES (?)', [sys.argv[2] + str(number)]))\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", code, str(path), name, *STEPS])  # noqa: S603 - our own lines
        for name in "abcd"
    ]
    assert [child.wait() for child in started] == [0] * 4
    with Database(path, STEPS) as database:
        assert sorted(notes(database)) == sorted(
            f"{name}{number}" for name in "abcd" for number in range(150)
        )


def test_a_process_killed_while_writing_ruins_nothing(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from reader.store.database import Database\n"
        "database = Database(Path(sys.argv[1]), sys.argv[2:])\n"
        "database.write(('INSERT INTO notes VALUES (?)', ['done']))\n"
        "with database._transaction() as connection:\n"
        "    connection.execute('INSERT INTO notes VALUES (?)', ['half'])\n"
        "    os._exit(9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(path), *STEPS], check=False)  # noqa: S603 - our own lines
    assert ended.returncode == 9
    with Database(path, STEPS) as database:
        assert notes(database) == ["done"]


def test_what_is_deleted_without_trace_is_in_no_file(path: Path) -> None:
    with Database(path, STEPS) as database:
        note(database, "a secret name", "kept")
        database.write(("DELETE FROM notes WHERE text LIKE 'a secret%'", []))
        path.with_name("notes.sqlite.broken").write_bytes(b"a secret name")
        database.leave_no_trace()
        assert not any(b"secret" in file.read_bytes() for file in path.parent.iterdir())
        assert notes(database) == ["kept"]


def test_a_mistake_of_ours_is_not_hidden(path: Path) -> None:
    with Database(path, STEPS) as database:
        with pytest.raises(sqlite3.OperationalError):
            database.rows("SELECT nothing FROM nowhere")
        with pytest.raises(sqlite3.ProgrammingError):
            database.rows("SELECT text FROM notes WHERE text = ?")
