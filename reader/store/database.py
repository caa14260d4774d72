"""SQLite under the program's memory: one connection, numbered schema steps, a ruined file begun anew.

In: a path and the steps that make its tables. Out: rows. Several processes may use one file at once (WAL;
each waits up to five seconds for the other). A file that is damaged is set aside and begun anew; one that
cannot be written is replaced by memory for this run. Neither is an error to the caller: to remember is a
comfort, not a duty.

Source: sqlite.org/wal.html, sqlite.org/howtocorrupt.html.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reader.store.private_file import ensure_private, remove_set_aside, set_aside

PATIENCE_SECONDS = 5.0
IN_MEMORY = ":memory:"

log = logging.getLogger(__name__)

Values = tuple[Any, ...]


class Database:
    """An open database. Use it in one thread, and close it, best with `with`.

    `steps[n]` is SQL that brings version n of the schema to n + 1. A step only adds (tables, columns with
    defaults): so the version before can still work with the file, and a file of a newer version is used as it
    is.
    """

    def __init__(self, path: Path, steps: Sequence[str]) -> None:
        """Open or make the file; see the class."""
        self._path = path
        self._steps = tuple(steps)
        self.lasts = True  # False: what is written is gone when this is closed
        self._connection = self._open()

    def __enter__(self) -> Self:
        """The database itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let the file go; nothing works afterwards."""
        self._connection.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Values]:
        """The rows a query finds; none when the file turns out to be ruined, which makes it new."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            self._recover(error)
            return []

    def write(self, *statements: tuple[str, Sequence[Any]]) -> bool:
        """Carry out statements together or not at all; False, and a line in the log, where that failed."""
        try:
            with self._transaction() as connection:
                for sql, values in statements:
                    connection.execute(sql, values)
        except sqlite3.DatabaseError as error:
            self._recover(error)
            return False
        return True

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Values]:
        """As `rows`, one row at a time, for what is long: no more than one lies in memory."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.DatabaseError as error:
            self._recover(error)

    def leave_no_trace(self) -> None:
        """Make what was deleted unrecoverable: in the file, in its journal, in damaged files set aside."""
        self.rows("VACUUM")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        remove_set_aside(self._path)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        # IMMEDIATE: a transaction that reads first and writes later would fail instead of waiting.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # some errors have already rolled back
                self._connection.execute("ROLLBACK")
            raise

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect(str(self._path))
        except (sqlite3.DatabaseError, OSError) as error:
            if _is_outside(error):
                return self._without_file(error)
        # No database, a torn one, or one whose tables are not ours.
        return self._begin_anew()

    def _begin_anew(self) -> sqlite3.Connection:
        try:
            self._set_aside()
            return self._connect(str(self._path))
        except (sqlite3.DatabaseError, OSError) as error:
            if not _is_outside(error):
                raise
            return self._without_file(error)

    def _connect(self, name: str) -> sqlite3.Connection:
        if name != IN_MEMORY:
            # SQLite gives its -wal and -shm files the rights of the file itself.
            ensure_private(self._path)
        connection = sqlite3.connect(name, timeout=PATIENCE_SECONDS, isolation_level=None)
        try:
            _keep_journal(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            self._bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        if _version(connection) >= len(self._steps):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again: another process may have been first.
            for number in range(_version(connection), len(self._steps)):
                for statement in self._steps[number].split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _recover(self, error: sqlite3.DatabaseError) -> None:
        """Go on after an error: with a new file where this one is ruined, else with what there is."""
        if _is_ruined(error):
            self._connection.close()
            self._connection = self._begin_anew()
        elif _is_outside(error):
            log.warning("%s was not written: %s", self._path.name, error)
        else:
            raise error

    def _set_aside(self) -> None:
        log.warning("%s is damaged and begun anew; it lies now in %s", self._path.name, set_aside(self._path))
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _without_file(self, reason: Exception) -> sqlite3.Connection:
        log.warning("%s cannot be used, nothing will be remembered: %s", self._path.name, reason)
        self.lasts = False
        return self._connect(IN_MEMORY)


def _keep_journal(connection: sqlite3.Connection) -> None:
    """Write ahead: readers and one writer at once."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # For this one change SQLite does not wait by itself when another process makes it too.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_ruined(error: sqlite3.DatabaseError) -> bool:
    # The lowest byte is the primary code, the rest tells where.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _is_outside(error: sqlite3.DatabaseError | OSError) -> bool:
    """Whether the system is to blame (disk, rights, another process) and neither the file nor a statement."""
    if isinstance(error, OSError):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    )
