"""Folders that may be read and not written, for a test run by anybody, root included."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.store.paths import UserFolders, folders_under

NOBODY = 65534


@contextmanager
def locked(folders: UserFolders) -> Iterator[UserFolders]:
    """A copy of the folders that this process may not write while the block lasts.

    Root may write anywhere; so it becomes nobody meanwhile, in a place that nobody can reach.
    """
    if os.name != "posix":
        pytest.skip("rights are other things on Windows")
    root = Path(tempfile.mkdtemp(prefix="timeleaf-locked-"))
    shutil.copytree(folders.config.parent, root / "memory")
    places = [root, *root.rglob("*")]
    is_root = os.geteuid() == 0
    for place in places:
        if is_root:
            os.chown(place, NOBODY, NOBODY)
        place.chmod(0o500 if place.is_dir() else 0o400)
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield folders_under(root / "memory")
    finally:
        if is_root:
            os.seteuid(0)
        for place in places:
            place.chmod(0o700)
        shutil.rmtree(root)
