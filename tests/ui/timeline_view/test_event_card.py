"""The card of a hovered event: date in both calendars, quote, page and why."""

from __future__ import annotations

from dataclasses import replace

from reader.timeline.date_words import DateWords
from reader.ui.timeline_view.event_card import card_html
from tests.timeline.chronicle import day_event, hijri_issue_date


def test_it_tells_the_date_in_both_calendars_the_page_and_why(sentences, theme):
    event = replace(hijri_issue_date(), agreement="Both calendars agree.", doubts=("It was no Monday.",))
    card = card_html(event, DateWords(sentences), sentences, theme)
    for words in (
        "Aug 19, 2025 · 25 Safar 1447 AH",
        "Both calendars agree.",
        "Date of the document",
        "p. 1",
        "The words say so.",
        "It was no Monday.",
    ):
        assert words in card


def test_the_date_as_written_is_set_off_in_its_sentence_and_the_text_cannot_be_markup(sentences, theme):
    event = day_event("16/08/2025", 2025, 8, 16, label="a <b>bold</b> move")
    card = card_html(event, DateWords(sentences), sentences, theme)
    assert ">16/08/2025</b>" in card
    assert "&lt;b&gt;bold&lt;/b&gt;" in card
    assert "&amp; more" in card


def test_arabic_words_keep_their_direction(sentences, theme):
    event = day_event("16/08/2025", 2025, 8, 16, label="اجتماع في ألاسكا")
    mention = event.mentions[0]
    arabic = replace(mention.paragraph, text="اجتماع " + mention.paragraph.text)
    event = replace(event, mentions=(replace(mention, paragraph=arabic),))
    assert '<p dir="rtl"' in card_html(event, DateWords(sentences), sentences, theme)
