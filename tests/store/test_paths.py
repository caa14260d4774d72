"""Where the program keeps things: in the system's folders, or where the user says, for the user alone."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.resources import resource_folder
from reader.store.paths import PORTABLE_FOLDER, UserFolders, folders_under, program_folder, user_folders
from tests.store.rights import locked

posix = pytest.mark.skipif(os.name != "posix", reason="rights are other things on Windows")


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of the XDG specification")
def test_on_linux_the_folders_are_those_of_the_xdg_specification(own_home: Path) -> None:
    found = user_folders()
    assert found.config == own_home / ".config/timeleaf"
    assert found.data == own_home / ".local/share/timeleaf"
    assert found.state == own_home / ".local/state/timeleaf"
    assert found.cache == own_home / ".cache/timeleaf"
    assert found.languages == own_home / ".local/share/timeleaf/languages"


def test_asking_makes_nothing(own_home: Path) -> None:
    before = sorted(own_home.rglob("*"))
    user_folders()
    assert sorted(own_home.rglob("*")) == before


def test_a_folder_of_the_users_choice_holds_all_four(tmp_path: Path) -> None:
    found = user_folders(tmp_path / "mine", portable=True)
    assert {folder.parent for folder in (found.config, found.data, found.state, found.cache)} == {
        tmp_path / "mine"
    }


def test_portable_keeps_all_beside_the_program() -> None:
    assert user_folders(portable=True) == folders_under(resource_folder().parent / PORTABLE_FOLDER)


@pytest.mark.parametrize(
    ("executable", "folder"),
    [("stick/Timeleaf/timeleaf", "stick/Timeleaf"), ("Apps/Timeleaf.app/Contents/MacOS/timeleaf", "Apps")],
)
def test_the_frozen_program_lies_in_its_folder_or_beside_its_bundle(
    executable: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / executable))
    assert program_folder() == (tmp_path / folder).resolve()


def test_a_program_with_its_folder_beside_it_is_portable_without_being_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "timeleaf"))
    assert user_folders().config.parent != (tmp_path / PORTABLE_FOLDER)
    (tmp_path / PORTABLE_FOLDER).mkdir()
    assert user_folders() == folders_under((tmp_path / PORTABLE_FOLDER).resolve())


@posix
def test_every_folder_made_is_the_users_alone(folders: UserFolders, tmp_path: Path) -> None:
    made = [tmp_path / "memory", folders.config, folders.data, folders.state, folders.cache]
    assert [folder.stat().st_mode & 0o777 for folder in made] == [0o700] * 5


@posix
def test_a_folder_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    found = folders_under(tmp_path)
    found.state.mkdir(mode=0o755)
    assert found.create()
    assert found.state.stat().st_mode & 0o777 == 0o700


def test_folders_that_cannot_be_made_are_said_in_the_log(
    unusable: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("a user folder cannot be made")
    assert not unusable.create()


@pytest.mark.parametrize(
    ("total", "free", "keeps"), [(10**9, 16_000, False), (10**9, 10**8, True), (0, 0, True)]
)
def test_a_full_disk_keeps_nothing(
    total: int, free: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keeps: bool
) -> None:
    found = folders_under(tmp_path)
    found.create()
    usage = SimpleNamespace(total=total, used=total - free, free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert found.may_be_written is keeps


@posix
def test_folders_that_may_only_be_read_keep_nothing(tmp_path: Path) -> None:
    found = folders_under(tmp_path / "memory")
    assert not found.may_be_written
    assert found.create()
    assert found.may_be_written
    with locked(found) as closed:
        assert not closed.may_be_written
