"""Settings are what the user chose, whatever the file has been through."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from reader.store.paths import UserFolders
from reader.store.settings import (
    FILE_NAME,
    Settings,
    SettingsFile,
    changed,
    options,
)
from tests.store.rights import locked


@pytest.fixture
def file(folders: UserFolders) -> SettingsFile:
    return SettingsFile(folders.config / FILE_NAME)


def test_without_a_file_everything_is_as_shipped(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert not file.path.exists()


def test_what_was_chosen_is_found_again(file: SettingsFile) -> None:
    chosen = changed(Settings(), theme="dark", recent_documents=5, show_sources=True)
    assert file.save(chosen)
    assert file.load() == chosen


def test_the_file_holds_only_what_differs_from_the_defaults(file: SettingsFile) -> None:
    file.save(changed(Settings(), theme="dark"))
    assert json.loads(file.path.read_text()) == {"format": 1, "theme": "dark"}
    file.save(Settings())
    assert json.loads(file.path.read_text()) == {"format": 1}


@pytest.mark.skipif(os.name != "posix", reason="rights are other things on Windows")
def test_the_file_is_the_users_alone(file: SettingsFile) -> None:
    file.save(Settings())
    assert file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", 3),
        ("show_sources", "yes"),
        ("show_sources", 1),
        ("recent_documents", 51),
        ("recent_documents", -1),
        ("recent_documents", True),
        ("recent_documents", 3.5),
        ("language", None),
        ("theme", ["dark"]),
    ],
)
def test_a_value_that_cannot_be_gives_way_to_the_default_and_stays_in_the_file(
    name: str, value: object, file: SettingsFile, expected_log: Callable[[str], None]
) -> None:
    expected_log(f"setting {name} cannot be")
    file.path.write_text(json.dumps({name: value, "timeline_side": "right"}))
    found = file.load()
    assert found == changed(Settings(), timeline_side="right")
    file.save(changed(found, show_issue_date=False))
    kept = json.loads(file.path.read_text())
    assert kept[name] == value
    assert kept["show_issue_date"] is False


def test_what_a_newer_version_wrote_survives_this_one(file: SettingsFile) -> None:
    file.path.write_text(json.dumps({"format": 2, "reading_voice": "calm", "theme": "dark"}))
    file.save(changed(file.load(), theme="light"))
    assert json.loads(file.path.read_text()) == {"format": 2, "reading_voice": "calm", "theme": "light"}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null", b"theme = dark"])
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(
    content: bytes, file: SettingsFile, expected_log: Callable[[str], None]
) -> None:
    expected_log("the settings are damaged")
    file.path.write_bytes(content)
    assert file.load() == Settings()
    assert file.path.with_name(f"{FILE_NAME}.broken").read_bytes() == content
    assert file.save(changed(Settings(), theme="dark"))
    assert file.load().theme == "dark"


def test_where_nothing_can_be_written_the_program_goes_on(
    unusable: UserFolders, expected_log: Callable[[str], None]
) -> None:
    expected_log("the settings cannot be")
    file = SettingsFile(unusable.config / FILE_NAME)
    assert not file.save(Settings())
    assert file.load() == Settings()


def test_settings_that_may_not_be_written_are_read(
    folders: UserFolders, file: SettingsFile, expected_log: Callable[[str], None]
) -> None:
    expected_log("the settings cannot be saved")
    file.save(changed(Settings(), theme="dark"))
    with locked(folders) as found:
        theirs = SettingsFile(found.config / FILE_NAME)
        assert theirs.load().theme == "dark"
        assert not theirs.save(Settings())
        assert theirs.load().theme == "dark"


@pytest.mark.parametrize("values", [{"theme": "sepia"}, {"nothing": 1}, {"recent_documents": 99}])
def test_an_impossible_change_is_refused(values: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="no such setting"):
        changed(Settings(), **values)


def test_two_processes_that_save_at_once_leave_a_whole_file(file: SettingsFile) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from reader.store.settings import *\n"
        "file = SettingsFile(Path(sys.argv[1]))\n"
        "for number in range(60):\n"
        "    assert file.save(changed(Settings(), recent_documents=number % 12, theme=sys.argv[2]))\n"
        "    assert file.load().theme in ('light', 'dark')\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", code, str(file.path), theme])  # noqa: S603 - our own lines
        for theme in ("light", "dark")
    ]
    assert [child.wait() for child in started] == [0, 0]
    assert file.load().theme in ("light", "dark")
    assert [each.name for each in file.path.parent.iterdir()] == [FILE_NAME]


def test_every_default_is_allowed() -> None:
    assert [option.name for option in options() if not option.allows(option.default)] == []
