"""Several files are named at the start: one that cannot be opened keeps no other from being shown."""

from __future__ import annotations

from reader.sentences import Sentence
from reader.ui.files_asked import FilesAsked
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level
from reader.worker.messages import Opened, Refused
from tests.ui.conftest import Desk, info


def ask(window: MainWindow, *paths: str) -> None:
    FilesAsked(window.session, paths, window.door.open_file, window.message.show_notice)


def missing(job_id: int, path: str) -> Refused:
    return Refused(job_id, Sentence("error.missing_file", {"path": path}))


def told(window: MainWindow) -> tuple[Level, str]:
    assert window.message.notice is not None
    return window.message.notice.level, window.message.notice.text


def opened(desk: Desk) -> list[str]:
    return [path for path, _, _ in desk.client.opened]


def test_a_first_file_that_is_not_there_is_told_and_the_second_is_shown(
    window: MainWindow, desk: Desk
) -> None:
    ask(window, "gone.pdf", "chronicle.pdf")
    desk.answer(missing(1, "gone.pdf"))
    assert opened(desk) == ["gone.pdf", "chronicle.pdf"]
    desk.answer(Opened(2, info()))
    assert desk.session.document == info()
    level, text = told(window)
    assert level is Level.WARNING
    assert "gone.pdf" in text
    assert "one document at a time" not in text


def test_of_three_the_first_that_opens_is_shown_and_the_rest_is_counted(
    window: MainWindow, desk: Desk
) -> None:
    ask(window, "gone.pdf", "chronicle.pdf", "third.pdf")
    desk.answer(missing(1, "gone.pdf"))
    desk.answer(Opened(2, info()))
    assert opened(desk) == ["gone.pdf", "chronicle.pdf"]
    text = told(window)[1]
    assert "gone.pdf" in text
    assert "1 more was not opened" in text


def test_where_none_opens_all_reasons_are_told(window: MainWindow, desk: Desk) -> None:
    ask(window, "gone.pdf", "lost.pdf")
    desk.answer(missing(1, "gone.pdf"))
    desk.answer(missing(2, "lost.pdf"))
    level, text = told(window)
    assert level is Level.ERROR
    assert "gone.pdf" in text
    assert "lost.pdf" in text


def test_what_is_opened_later_and_refused_brings_none_of_them_back(window: MainWindow, desk: Desk) -> None:
    ask(window, "chronicle.pdf", "second.pdf")
    desk.answer(Opened(1, info()))
    assert told(window)[0] is Level.INFO
    desk.session.close()
    window.door.open_file("gone.pdf")
    desk.answer(missing(2, "gone.pdf"))
    assert opened(desk) == ["chronicle.pdf", "gone.pdf"]
