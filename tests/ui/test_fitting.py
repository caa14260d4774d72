"""What is shown of a date and of words where there is not room for all."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from reader.ui.fitting import cut_to_fit, longest_that_fits

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_date_without_room_is_said_in_fewer_words_and_not_cut_in_its_year() -> None:
    forms, metrics = ("Aug 19, 2025 · 25 Safar 1447 AH", "Aug 19, 2025", "2025"), QFontMetricsF(QFont())
    for form in forms:
        assert longest_that_fits(forms, metrics, metrics.horizontalAdvance(form) + 1) == form
    assert longest_that_fits(forms, metrics, metrics.horizontalAdvance(forms[0]) - 5) == forms[1]
    assert longest_that_fits(forms, metrics, metrics.horizontalAdvance("2025") - 2) == ""


def test_words_without_room_end_with_a_whole_word() -> None:
    metrics, text = QFontMetricsF(QFont()), "The harbour was closed, and the ships went to Lisbon"
    assert cut_to_fit(text, metrics, metrics.horizontalAdvance(text) + 1) == text
    amid_lisbon = metrics.horizontalAdvance("The harbour was closed, and the ships went to Lis…")
    assert cut_to_fit(text, metrics, amid_lisbon + 1) == "The harbour was closed, and the ships went to…"
    amid_and = metrics.horizontalAdvance("The harbour was closed, an…")
    assert cut_to_fit(text, metrics, amid_and + 1) == "The harbour was closed…", "no comma before the dots"


def test_of_one_long_word_and_of_a_script_without_spaces_as_much_is_shown_as_has_room() -> None:
    metrics = QFontMetricsF(QFont())
    for text in ("Verfassungsgerichtsbarkeit", "憲法が公布された日の朝の新聞", "An internationalisation"):
        shown = cut_to_fit(text, metrics, metrics.horizontalAdvance(text) * 0.8)
        assert shown.endswith("…")
        assert len(shown) > len(text) * 0.5, text
