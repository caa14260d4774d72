"""A person points at links of the document and follows them; what leads outside asks first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.document.model import Box, Link
from reader.ui.dialogs.link_dialog import LinkDialog
from reader.ui.main_window import MainWindow
from reader.worker.messages import PageText
from tests.ui.conftest import Desk, settle

INSIDE = Link(Box(72, 80, 200, 92), 4, 300.0)
OUTSIDE = Link(Box(72, 120, 200, 132), None, address="https://example.org/a?b=<i>c</i>")
ON_INSIDE, ON_OUTSIDE, BESIDE = (100, 86), (100, 126), (400, 126)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that is given to the browser."""
    addresses: list[str] = []

    def note(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return addresses


@pytest.fixture
def linked(desk: Desk, window: MainWindow) -> Iterator[MainWindow]:
    """The window on a page with a link inside the document and one that leads outside."""
    desk.open()
    desk.answer(PageText(desk.job_id, 0, (), (INSIDE, OUTSIDE)))
    settle()
    yield window
    for dialog in window.findChildren(LinkDialog):
        dialog.close()


def spot(window: MainWindow, point: tuple[int, int]) -> QPoint:
    """A point of the first page in the view."""
    view = window.pages
    assert view.layout_of_pages is not None
    rect = view.layout_of_pages.to_pixels(0, Box(*point, *point))
    return QPoint(round(rect.x), round(rect.y)) - QPoint(
        view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    )


def shape_at(qtbot: QtBot, window: MainWindow, point: tuple[int, int]) -> Qt.CursorShape:
    qtbot.mouseMove(window.pages.viewport(), spot(window, point))
    settle()
    return window.pages.viewport().cursor().shape()


def click(qtbot: QtBot, window: MainWindow, point: tuple[int, int]) -> None:
    qtbot.mouseClick(window.pages.viewport(), LEFT, pos=spot(window, point))
    settle()


def asked(window: MainWindow) -> LinkDialog:
    assert isinstance(window.dialogs.shown, LinkDialog)
    return window.dialogs.shown


def test_the_mouse_over_a_link_is_a_hand_and_says_where_it_leads(qtbot: QtBot, linked: MainWindow) -> None:
    tips = []
    for point in (ON_INSIDE, ON_OUTSIDE, BESIDE):
        is_hand = shape_at(qtbot, linked, point) is Qt.CursorShape.PointingHandCursor
        assert is_hand == (point is not BESIDE)
        tips.append(linked.pages.viewport().toolTip())
    assert "page \u20685\u2069" in tips[0]
    assert "example.org" in tips[1]
    assert "<i>" not in tips[1], "an address is shown letter by letter, not as markup"
    assert tips[2] == ""


def test_a_link_inside_the_document_is_followed_and_one_comes_back(qtbot: QtBot, linked: MainWindow) -> None:
    click(qtbot, linked, ON_INSIDE)
    place = linked.session.place
    assert (place.page_index, round(place.top)) == (4, 300)
    linked.session.go_back()
    assert linked.session.place.page_index == 0


def test_a_link_to_a_page_there_is_not_does_no_harm(qtbot: QtBot, desk: Desk, linked: MainWindow) -> None:
    desk.answer(PageText(desk.job_id, 0, (), (Link(INSIDE.box, 4000),)))
    shape_at(qtbot, linked, ON_INSIDE)
    click(qtbot, linked, ON_INSIDE)
    assert linked.session.place.page_index == 5


def test_a_link_that_leads_outside_shows_its_address_and_opens_nothing_by_itself(
    qtbot: QtBot, linked: MainWindow, opened: list[str]
) -> None:
    click(qtbot, linked, ON_OUTSIDE)
    dialog = asked(linked)
    assert dialog.address.toPlainText() == "https://example.org/a?b=%3Ci%3Ec%3C/i%3E"
    assert "example.org" in dialog.host.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert opened == []


def test_only_a_click_on_open_gives_the_address_to_the_browser(
    qtbot: QtBot, linked: MainWindow, opened: list[str]
) -> None:
    click(qtbot, linked, ON_OUTSIDE)
    qtbot.mouseClick(asked(linked).open_button, LEFT)
    assert [QUrl(address).host() for address in opened] == ["example.org"]


def test_the_address_can_be_copied_instead(qtbot: QtBot, linked: MainWindow, opened: list[str]) -> None:
    click(qtbot, linked, ON_OUTSIDE)
    qtbot.mouseClick(asked(linked).copy_button, LEFT)
    assert QGuiApplication.clipboard().text().startswith("https://example.org/")
    assert opened == []


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://аррӏе.com/", "xn--"),  # Cyrillic letters that look like Latin ones
        ("https://bank.example@evil.example/", "evil.example"),
        ("mailto:someone@example.org", "someone@example.org"),
    ],
)
def test_an_address_is_shown_as_it_would_be_sent(
    qtbot: QtBot, desk: Desk, linked: MainWindow, address: str, shown: str
) -> None:
    desk.answer(PageText(desk.job_id, 0, (), (Link(OUTSIDE.box, None, address=address),)))
    click(qtbot, linked, ON_OUTSIDE)
    dialog = asked(linked)
    assert shown in (dialog.host.text() if not dialog.host.isHidden() else dialog.address.toPlainText())


def test_an_address_that_is_none_cannot_be_opened(qtbot: QtBot, desk: Desk, linked: MainWindow) -> None:
    desk.answer(PageText(desk.job_id, 0, (), (Link(OUTSIDE.box, None, address="https://a b:x/%%"),)))
    click(qtbot, linked, ON_OUTSIDE)
    assert not asked(linked).open_button.isEnabled()


def test_a_drag_over_a_link_follows_nothing(qtbot: QtBot, linked: MainWindow) -> None:
    viewport, start = linked.pages.viewport(), spot(linked, ON_INSIDE)
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(0, -60))
    qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(0, -60))
    settle()
    assert linked.session.place.page_index == 0


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_on_a_link_copies_its_address(linked: MainWindow) -> None:
    place = spot(linked, ON_OUTSIDE)
    viewport = linked.pages.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = next(child for child in linked.pages.findChildren(QMenu) if child.isVisible())
    (copy,) = (action for action in menu.actions() if action.text() == "Copy the address")
    copy.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == OUTSIDE.address


def test_links_of_another_document_are_forgotten(qtbot: QtBot, desk: Desk, linked: MainWindow) -> None:
    desk.open("another.pdf")
    settle()
    assert shape_at(qtbot, linked, ON_INSIDE) is not Qt.CursorShape.PointingHandCursor
