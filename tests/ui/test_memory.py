"""What the window remembers, and that it can be told to remember nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.store.library import PlaceRead
from reader.store.paths import folders_under
from reader.ui.memory import Memory
from tests.ui.conftest import info


def remembering(folder: Path) -> Memory:
    return Memory(folders_under(folder), lambda: 1_000.0)


def test_a_document_is_found_again_where_it_was_left(tmp_path: Path) -> None:
    memory = remembering(tmp_path)
    assert memory.opened(info("a.pdf")) is None
    memory.left(info("a.pdf"), PlaceRead(3, 120.5, zoom_mode="scale", scale=1.5))
    memory.keep_window_state("splitter", "abc")
    memory.change(theme="dark")
    memory.close()

    again = remembering(tmp_path)
    assert again.settings.theme == "dark"
    assert again.window_state("splitter") == "abc"
    assert [each.path for each in again.recent()] == [str(Path.cwd() / "a.pdf")]
    assert again.page_left("a.pdf") == 3
    assert again.page_left("b.pdf") == 0
    assert again.opened(info("a.pdf")) == PlaceRead(3, 120.5, zoom_mode="scale", scale=1.5)
    again.close()


def test_places_are_not_restored_when_one_does_not_want_it(tmp_path: Path) -> None:
    memory = remembering(tmp_path)
    memory.opened(info("a.pdf"))
    memory.left(info("a.pdf"), PlaceRead(3))
    memory.change(restore_place=False)
    assert memory.opened(info("a.pdf")) is None
    assert memory.page_left("a.pdf") == 0
    memory.close()


def test_documents_are_not_remembered_when_one_does_not_want_it(tmp_path: Path) -> None:
    memory = remembering(tmp_path)
    memory.change(remember_documents=False)
    memory.opened(info("a.pdf"))
    assert memory.recent() == ()
    memory.close()


def test_for_testing_no_file_is_written(tmp_path: Path) -> None:
    memory = Memory(None, lambda: 0.0)
    memory.opened(info("a.pdf"))
    memory.left(info("a.pdf"), PlaceRead(1))
    memory.change(theme="dark")
    memory.keep_window_state("geometry", "x")
    assert memory.recent() == ()
    assert memory.window_state("geometry") is None
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="no such setting"):
        memory.change(colour="green")
    memory.close()
