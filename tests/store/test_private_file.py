"""A private file is whole or absent, and nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.store.private_file import ensure_private, remove_set_aside, set_aside, write_private


def test_what_is_written_is_there_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_private(path, b"first")
    write_private(path, b"second")
    assert path.read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    write_private(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name != "posix", reason="rights are other things on Windows")
def test_a_file_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("kept")
    path.chmod(0o644)
    ensure_private(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text() == "kept"


def test_files_set_aside_do_not_cover_each_other_and_can_be_removed(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    for content in ("one", "two", "three"):
        path.write_text(content)
        set_aside(path)
    (tmp_path / "other.sqlite.broken").touch()
    assert sorted(each.read_text() for each in tmp_path.glob("library*")) == ["one", "three", "two"]
    remove_set_aside(path)
    assert [each.name for each in tmp_path.iterdir()] == ["other.sqlite.broken"]
