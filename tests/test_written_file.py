"""A file is written where a person wants it, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.written_file import write_whole


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    write_whole(path, [b"one"])
    umask = os.umask(0)
    os.umask(umask)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o666 & ~umask
        path.chmod(0o640)
    write_whole(path, [b"two"])
    assert path.read_bytes() == b"two"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o640
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", [b"three"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dates.csv", "folder"]
