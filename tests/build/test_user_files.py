"""The clean room sees what an upgrade or downgrade loses; what a newer version leaves is kept by this one."""

from __future__ import annotations

import json

from build import user_files
from reader.store.cache import TimelineCache
from reader.store.library import Library, PlaceRead
from reader.store.paths import UserFolders
from reader.store.settings import SettingsFile


def folders_in(home):
    return UserFolders(
        config=home / ".config/timeleaf",
        data=home / ".local/share/timeleaf",
        state=home / ".local/state/timeleaf",
        cache=home / ".cache/timeleaf",
    )


def read_a_document(home):
    folders = folders_in(home)
    folders.create()
    with TimelineCache(folders, limit_megabytes=1), Library(folders) as library:
        library.document_opened("digest", "/a/file.pdf", "A title", 9, now=1)
        library.remember_place("digest", PlaceRead(4))


def test_nothing_is_lost_by_a_run_of_the_same_version(tmp_path):
    user_files.make_own(tmp_path)
    read_a_document(tmp_path)
    before = user_files.remembered(tmp_path)
    assert before.documents == {"digest": 4}
    assert before.settings == {"theme": "dark"}
    assert list(before.own) == [".local/share/timeleaf/languages/eo.toml"]
    read_a_document(tmp_path)
    assert user_files.lost(before, user_files.remembered(tmp_path)) == []


def test_an_older_version_works_on_with_what_a_newer_one_left_and_harms_nothing(tmp_path):
    user_files.make_own(tmp_path)
    read_a_document(tmp_path)
    user_files.make_newer(tmp_path)
    newer = user_files.remembered(tmp_path)
    assert newer.newer == {"library.sqlite", "timelines.sqlite"}
    assert SettingsFile(tmp_path / user_files.SETTINGS).load().theme == "dark"
    read_a_document(tmp_path)
    settings = SettingsFile(tmp_path / user_files.SETTINGS)
    settings.save(settings.load())
    after = user_files.remembered(tmp_path)
    assert user_files.lost(newer, after) == []
    assert after.settings[user_files.FUTURE] is True


def test_each_loss_is_named(tmp_path):
    user_files.make_own(tmp_path)
    read_a_document(tmp_path)
    user_files.make_newer(tmp_path)
    before = user_files.remembered(tmp_path)
    (tmp_path / user_files.SETTINGS).write_text(json.dumps({"theme": "light"}), encoding="utf-8")
    (tmp_path / user_files.LIBRARY).unlink()
    (tmp_path / user_files.OWN / "languages" / "eo.toml").write_text("", encoding="utf-8")
    assert user_files.lost(before, user_files.remembered(tmp_path)) == [
        "setting theme",
        "setting from_a_newer_version",
        "document digest",
        "file .local/share/timeleaf/languages/eo.toml",
        "schema of library.sqlite",
    ]
