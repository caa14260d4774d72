"""What a program leaves in its user's folders, seen from outside: read, compared, made newer.

In: a home folder in a clean room. Out: what is remembered there, and what was lost of it. Only the standard
library: the clean-room test runs on the bare system's own Python.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTINGS = Path(".config/timeleaf/settings.json")
LIBRARY = Path(".local/state/timeleaf/library.sqlite")
OWN = Path(".local/share/timeleaf")
NEWER_SCHEMA = 99
FUTURE = "from_a_newer_version"


@dataclass(frozen=True)
class Remembered:
    """A user's settings, documents (digest -> page left at), own files (name -> content), newer schemas."""

    settings: dict[str, Any]
    documents: dict[str, int | None]
    own: dict[str, bytes]
    newer: frozenset[str]


def remembered(home: Path) -> Remembered:
    """What is kept under `home` between two runs."""
    settings = home / SETTINGS
    documents = {}
    if (home / LIBRARY).exists():
        with closing(sqlite3.connect(home / LIBRARY)) as library:
            documents = dict(library.execute("SELECT sha256, page_index FROM documents").fetchall())
    files = [path for path in (home / OWN).rglob("*") if path.is_file() and path.suffix != ".sqlite"]
    return Remembered(
        json.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {},
        documents,
        {path.relative_to(home).as_posix(): path.read_bytes() for path in files},
        frozenset(path.name for path in _databases(home) if _version(path) == NEWER_SCHEMA),
    )


def lost(before: Remembered, after: Remembered) -> list[str]:
    """What was there before and is not any more, or is otherwise; nothing if all is well."""
    return [
        *(f"setting {key}" for key, value in before.settings.items() if after.settings.get(key) != value),
        *(f"document {key[:8]}" for key in before.documents if key not in after.documents),
        *(f"file {name}" for name, content in before.own.items() if after.own.get(name) != content),
        *(f"schema of {name}" for name in before.newer - after.newer),
    ]


def make_own(home: Path) -> None:
    """Put what a user sets and adds: a setting, a language file."""
    settings, language = home / SETTINGS, home / OWN / "languages" / "eo.toml"
    for path, text in ((settings, '{"theme": "dark"}'), (language, OWN_LANGUAGE)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def make_newer(home: Path) -> None:
    """Turn what is kept into what a newer version would leave: a setting more, columns more, schemas more."""
    settings = home / SETTINGS
    known = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps({**known, FUTURE: True}), encoding="utf-8")
    for path in _databases(home):
        with closing(sqlite3.connect(path)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                database.execute(f"ALTER TABLE {name} ADD COLUMN {FUTURE} TEXT DEFAULT 'kept'")
            database.execute(f"PRAGMA user_version = {NEWER_SCHEMA}")
            database.commit()


def _databases(home: Path) -> Iterator[Path]:
    for folder in (".local/state/timeleaf", ".local/share/timeleaf", ".cache/timeleaf"):
        yield from sorted((home / folder).rglob("*.sqlite"))


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


OWN_LANGUAGE = """\
tag = "eo"
name = "Esperanto"
commonest = "la kaj de en estas"
cldr = true
"""
