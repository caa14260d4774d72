"""Folders for the memory of one test, and helpers of a person who looks at their rights."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.store.paths import UserFolders, folders_under


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    """Empty folders, made as the program makes them."""
    made = folders_under(tmp_path / "memory")
    assert made.create()
    return made


@pytest.fixture
def unusable(tmp_path: Path) -> UserFolders:
    """Folders that cannot be made, even by root: a file stands where they should be."""
    (tmp_path / "file").write_text("in the way")
    return folders_under(tmp_path / "file")
