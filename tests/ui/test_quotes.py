"""Words of one direction in sentences of another, as Qt sets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextLayout, QTextLine, QTextOption

from reader.sentences import load_sentences
from reader.text_direction import isolated
from reader.ui.quotes import led, told

RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
IN_ARABIC = "«31 avril 1901»: لا يوجد هذا اليوم في التقويم."
IN_ENGLISH = "“١٢ آذار 1963” → 12 March 1963"


def direction_of_label(text: str) -> Qt.LayoutDirection:
    """How a label runs whose text can be selected: Qt sets it as a document."""
    document = QTextDocument()
    document.setPlainText(text)
    document.size()
    return document.firstBlock().textDirection()


def seen_order(text: str, words: tuple[str, ...], direction: Qt.LayoutDirection) -> list[str]:
    """The words from left to right as they are seen in a line of that direction, by their second letters."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()

    return sorted(words, key=lambda word: place_of(line, text.index(word) + 1))


def place_of(line: QTextLine, at: int) -> float:
    """How far from the left a letter begins."""
    place = line.cursorToX(at)
    assert isinstance(place, tuple)
    return float(place[0])


@pytest.mark.usefixtures("qapp")
def test_a_sentence_that_begins_with_a_foreign_quote_runs_as_its_language_does() -> None:
    arabic, english = load_sentences("ar"), load_sentences("en")
    assert direction_of_label(IN_ARABIC) == LEFT_TO_RIGHT, "what would go wrong"
    assert direction_of_label(told(IN_ARABIC, arabic)) == RIGHT_TO_LEFT
    assert direction_of_label(told(IN_ENGLISH, english)) == LEFT_TO_RIGHT
    assert direction_of_label(led(f"«{isolated('/home/a.pdf')}» تالف.", arabic)) == RIGHT_TO_LEFT


@pytest.mark.usefixtures("qapp")
def test_a_day_that_begins_with_a_number_keeps_its_order_in_an_arabic_sentence() -> None:
    words = ("31", "avril", "1901")
    assert seen_order(IN_ARABIC, words, RIGHT_TO_LEFT) != list(words), "what would go wrong"
    assert seen_order(told(IN_ARABIC, load_sentences("ar")), words, RIGHT_TO_LEFT) == list(words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“31 April”: the calendar has no such day."),
        ("fr", "« 31 avril » : le calendrier n’a pas ce jour."),
        ("ar", "لا يبيّن النص أيّ يوم هو المقصود."),
    ],
)
def test_no_letter_is_lost_and_no_mark_is_set_where_none_is_needed(language: str, text: str) -> None:
    sentences = load_sentences(language)
    assert led(text, sentences) == text
    assert "".join(char for char in told(text, sentences) if char not in "\u2068\u2069") == text
