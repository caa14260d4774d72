"""The card of an event and the message bar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.sentences import Sentences
from reader.text_direction import is_right_to_left
from reader.timeline.model import AlternativeDate, EventDate
from reader.ui.notice import Level, Notice
from reader.ui.panels.event_card import EventCard, FloatingCard, place_beside
from reader.ui.panels.message_bar import MessageBar
from reader.ui.quotes import LONGEST_QUOTE, quote_html
from reader.ui.theme import Theme
from tests.ui.conftest import LEFT, make_event


@pytest.fixture
def card(sentences: Sentences, theme: Theme, qtbot: QtBot) -> EventCard:
    made = EventCard(sentences, theme)
    qtbot.addWidget(made)
    return made


def words_of(card: EventCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if not label.isHidden())


def test_a_card_tells_when_where_and_why(card: EventCard) -> None:
    card.show_event(make_event(1, day=739_022, page=2))
    words = words_of(card)
    assert "May 16, 2024" in words
    assert ">16 May 2024</b> the bridge was opened." in words
    assert "“\u206816 May 2024\u2069”" in words
    assert "→ that day" in words
    assert "Page\n3" in words
    assert "Certainty" not in words


def test_the_names_and_words_of_facts_stand_on_one_base_line(card: EventCard) -> None:
    card.show_event(make_event(1, text="في ١٦ أيار 2024 افتُتح الجسر.", written="١٦ أيار 2024"))
    roles = QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole
    for row in range(card.facts.rowCount()):
        items = [card.facts.itemAt(row, role) for role in roles]
        tops = [base_line(item.widget()) for item in items if item is not None]
        assert max(tops) - min(tops) <= 1, row


def base_line(label: QWidget | None) -> float:
    """How far under its own top the first letters of a label stand."""
    assert isinstance(label, QLabel)
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    ascent = layout.createLine()
    ascent.setLineWidth(300)
    layout.endLayout()
    return label.contentsMargins().top() + ascent.ascent()


def test_a_card_shows_the_other_calendar_and_that_both_agree(card: EventCard) -> None:
    event = make_event(1, day=739_482)
    hijri = EventDate(
        "2025-08-19", 739_482, 739_482, "day", "islamic-umalqura", "25 Safar 1447 AH", "1447-02-25"
    )
    card.show_event(replace(event, other_dates=(hijri,), agreement="Both calendars give the same day."))
    assert card.calendars.text() == "25 Safar 1447 AH · Both calendars give the same day."
    assert not card.calendars.isHidden()


def test_a_card_confesses_doubts_other_readings_and_uncertainty(card: EventCard) -> None:
    event = make_event(1)
    other = AlternativeDate(replace(event.date, first_day=738_886, last_day=738_886), "day and month swapped")
    card.show_event(
        replace(event, doubts=("That day was a <Tuesday>.",), alternatives=(other,), confidence=0.62)
    )
    words = words_of(card)
    assert "⚠ That day was a &lt;Tuesday&gt;." in words
    assert "Jan 1, 2024: day and month swapped" in words
    assert "62 %" in words


def test_a_card_that_is_filled_again_keeps_nothing_of_the_event_before(card: EventCard) -> None:
    card.show_event(replace(make_event(1), confidence=0.5, doubts=("Strange.",)))
    card.show_event(make_event(2))
    words = words_of(card)
    assert "50 %" not in words
    assert "Strange" not in words


def test_a_quote_is_escaped_shortened_and_runs_as_its_script_does() -> None:
    text = "a <b> & c " * 60 + "on 16 May 2024 " + "d " * 300
    mention = make_event(1, text=text).mentions[0]
    html = quote_html(mention, "red")
    assert "<b> & c" not in html
    assert "&lt;b&gt; &amp; c" in html
    assert 'dir="ltr"' in html
    assert html.count("…") == 2
    assert len(html) < LONGEST_QUOTE * 3
    arabic = make_event(2, text="افتُتح الجسر في 16 May 2024").mentions[0]
    assert 'dir="rtl"' in quote_html(arabic, "red")
    assert not is_right_to_left("25 %")


def test_the_card_beside_the_mouse_comes_after_a_rest_and_stays_clear_of_it(
    sentences: Sentences, theme: Theme, qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    floating = FloatingCard(sentences, theme, owner)
    area = QRect(100, 100, 60, 20)
    floating.point_at(make_event(1), area)
    assert not floating.isVisible()
    qtbot.waitUntil(floating.isVisible)
    assert not floating.geometry().intersects(area)
    assert floating.screen().availableGeometry().contains(floating.geometry())
    floating.point_at(None, QRect())
    assert not floating.isVisible()


SCREEN = QRect(0, 0, 1200, 800)


@pytest.mark.parametrize(
    ("area", "place"),
    [
        (QRect(100, 100, 60, 20), QPoint(100, 129)),
        (QRect(100, 700, 60, 20), QPoint(100, 490)),
        (QRect(1150, 100, 40, 20), QPoint(809, 129)),
        (QRect(900, 300, 300, 60), QPoint(510, 300)),
        (QRect(0, 300, 300, 60), QPoint(309, 300)),
        (QRect(900, 750, 300, 60), QPoint(510, 589)),
    ],
    ids=[
        "under a date",
        "over one far down",
        "within the screen",
        "left of a row",
        "right of a row",
        "not too low",
    ],
)
def test_a_card_stands_clear_of_what_it_speaks_of(area: QRect, place: QPoint) -> None:
    size = QSize(380, 200)
    assert place_beside(area, size, SCREEN) == place
    assert not QRect(place, size).intersects(area)
    assert SCREEN.contains(QRect(place, size))


def test_a_notice_is_shown_until_it_is_put_away(sentences: Sentences, theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(sentences, theme)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_notice(Notice(Level.ERROR, "“a<b>.pdf” is empty."))
    assert not bar.isHidden()
    assert bar.text.text() == "“a<b>.pdf” is empty."
    assert bar.accessibleName() == "“a<b>.pdf” is empty."
    theme.set_mode("dark")
    bar.show_notice(Notice(Level.WARNING, "Page 3 is damaged."))
    assert bar.text.text() == "Page 3 is damaged."
    qtbot.mouseClick(bar.dismiss_button, LEFT)
    assert bar.isHidden()
