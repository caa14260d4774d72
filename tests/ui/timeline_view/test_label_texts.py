"""Labels measured and cut: the date, the words, and words that run from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.timeline.date_words import DateWords
from reader.timeline.model import Event
from reader.ui.timeline_view.event_layout import PlacedEvent, Room
from reader.ui.timeline_view.label_texts import BETWEEN, LabelColors, LabelTexts, direction_of
from tests.timeline.chronicle import day_event, day_number, event, hijri_issue_date

ARABIC = "افتتاح المؤتمر الدولي في العاصمة بحضور وفود كثيرة"
ROOMY = Room(600, 400, 40, two_lines=True, crowd_height=0, source_height=0)
LOW = Room(600, 100, 22, two_lines=False, crowd_height=0, source_height=0)


@pytest.fixture
def labels(qapp: QApplication, sentences) -> LabelTexts:
    return LabelTexts(DateWords(sentences), qapp.font())


def picture_of(
    labels: LabelTexts, event: Event, width: float, room: Room = ROOMY, *, is_before: bool = False
) -> QImage:
    labels.set_events((event,))
    picture = QImage(600, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    placed = PlacedEvent(0, 0, 0, 10, 20, width, is_inside=False, is_before=is_before)
    colors = LabelColors(QColor("white"), QColor("black"))  # the date unseen, the words plain
    labels.draw(painter, placed, 0, room, colors)
    painter.end()
    return picture


def ink(picture: QImage, low: int, high: int) -> int:
    return sum(
        picture.pixelColor(x, y).lightness() < 128 for x in range(low, high) for y in range(picture.height())
    )


def test_a_label_stays_within_its_width(labels):
    picture = picture_of(labels, day_event("summit", 2025, 8, 16, label="many words " * 20), 200)
    assert ink(picture, 20, 222) > 100
    assert ink(picture, 222, 600) == 0
    assert ink(picture, 0, 19) == 0


def test_arabic_words_keep_their_beginning_and_end_in_dots_on_their_left(labels):
    whole = picture_of(labels, day_event("summit", 2025, 8, 16, label=ARABIC), 500)
    width = labels.width(0, two_lines=True)
    cut = picture_of(labels, day_event("summit", 2025, 8, 16, label=ARABIC), 200)
    shown = 200 - 60  # a stretch at the right end, where the words begin, alike in both but for its place
    assert ink(cut, 222 - 60, 222) == pytest.approx(
        ink(whole, int(20 + width) - 60, int(20 + width)), rel=0.35
    )
    assert ink(cut, 20, 20 + shown) > 0
    assert direction_of(ARABIC) == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("text", ["2025: le sommet", "« Yalta »", "1945", ""])
def test_words_in_latin_letters_run_from_left_to_right_even_after_figures(text):
    assert direction_of(text) == Qt.LayoutDirection.LeftToRight


def test_figures_alone_run_as_the_window_does():
    assert direction_of("1978–1980", otherwise=True) == Qt.LayoutDirection.RightToLeft
    assert direction_of("Aug 16, 2025", otherwise=True) == Qt.LayoutDirection.LeftToRight


def test_words_that_have_no_room_for_three_letters_are_left_out(labels):
    event = day_event("summit", 2025, 8, 16, label="wonderful words")
    labels.set_events((event,))
    date = labels.width(0, two_lines=False) - labels.metrics.horizontalAdvance("wonderful words")
    picture = picture_of(labels, event, date + 16, LOW)
    assert ink(picture, 20, 600) == 0, "the date is drawn white here, and no lone ellipsis"
    assert ink(picture_of(labels, event, date + 60, LOW), 20, 600) > 0


def test_the_date_stands_next_to_the_mark_on_whichever_side_that_lies(labels):
    event = day_event("summit", 2025, 8, 16, label="wonderful words")
    labels.set_events((event,))
    words = labels.metrics.horizontalAdvance("wonderful words")
    date = labels.width(0, two_lines=False) - words - BETWEEN
    after = picture_of(labels, event, 300, LOW)
    before = picture_of(labels, event, 300, LOW, is_before=True)
    assert ink(after, 20, int(20 + date)) == 0, "the date is drawn white here"
    assert ink(before, int(320 - date), 320) == 0
    assert ink(before, int(320 - date - BETWEEN - words) - 1, 320) == pytest.approx(
        ink(after, 0, 600), rel=0.1
    )


def test_figures_before_arabic_words_do_not_turn_them_round():
    assert direction_of("3 فبراير 2023") == Qt.LayoutDirection.RightToLeft


def test_the_other_calendar_has_its_place_where_the_date_has_a_line_of_its_own(labels):
    event = hijri_issue_date()
    labels.set_events((event, day_event("plain", 2025, 8, 19, label=event.label)))
    assert labels.width(0, two_lines=True) > labels.width(1, two_lines=True)
    assert labels.width(0, two_lines=False) == labels.width(1, two_lines=False)


def date_shown(labels: LabelTexts, event: Event, width: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """What of a date is drawn in so many pixels."""
    drawn: list[str] = []
    monkeypatch.setattr(labels, "_put", lambda _painter, text, *_rest: drawn.append(text.text()))
    picture_of(labels, event, width, LOW)
    return next((text for text in drawn if text and not text.startswith("w")), "")


def test_a_date_without_room_is_its_year_and_never_half_a_number(labels, monkeypatch):
    day = day_event("opened", 1781, 11, 1, label="words")
    whole = labels.date_metrics.horizontalAdvance("Nov 1, 1781")
    assert date_shown(labels, day, whole, monkeypatch) == "Nov 1, 1781"
    assert date_shown(labels, day, whole - 8, monkeypatch) == "1781"
    reign = event("reign", day_number(1299), day_number(1923) - 1, "year", label="words")
    whole = labels.date_metrics.horizontalAdvance("1299–1922")
    assert date_shown(labels, reign, whole, monkeypatch) == "1299–1922"
    assert date_shown(labels, reign, whole - 8, monkeypatch) == "", "1299 alone would be another date"
