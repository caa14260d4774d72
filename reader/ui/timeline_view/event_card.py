"""What a hovered event tells: the date in both calendars, the sentence it stands in, the page, and why.

In: an event. Out: rich text for a tooltip. All words of the document are escaped and keep their direction.
"""

from __future__ import annotations

from html import escape

from reader.sentences import Sentences
from reader.timeline.date_words import DateWords
from reader.timeline.model import Event, EventKind
from reader.ui.quotes import quote_html, told
from reader.ui.theme import Theme

CARD_WIDTH = 340  # pixels
AROUND_QUOTE = 5  # pixels


def card_html(event: Event, words: DateWords, sentences: Sentences, theme: Theme) -> str:
    """The card of an event as rich text."""
    muted = theme.color("text_muted").name()
    lines = [f"<b>{escape(words.all_dates(event))}</b>"]
    if event.agreement:
        lines.append(_small(told(event.agreement, sentences), muted))
    if role := role_of(event, sentences):
        lines.append(_small(role, muted))
    if event.mentions:
        mention = event.mentions[0]
        lines.append(quote_html(mention, theme.color("accent").name(), margin=AROUND_QUOTE))
        lines.append(_small(sentences("timeline_view.page", page=mention.page_label), muted))
    if event.resolution:
        lines.append(_small(told(event.resolution, sentences), muted))
    lines += [
        f"<div style='color:{theme.color('warning').name()}'>{escape(told(doubt, sentences))}</div>"
        for doubt in event.doubts
    ]
    return f"<table width='{CARD_WIDTH}'><tr><td>{''.join(_block(line) for line in lines)}</td></tr></table>"


def role_of(event: Event, sentences: Sentences) -> str:
    """What the date does in its document, when that is more than telling of an event."""
    if event.kind is EventKind.ISSUE:
        return sentences("timeline_view.issue")
    if event.kind is EventKind.SOURCE:
        return sentences("timeline_view.source")
    return sentences("timeline_view.planned") if event.planned else ""


def _block(line: str) -> str:
    return line if line.startswith(("<p", "<div")) else f"<div>{line}</div>"


def _small(text: str, color: str) -> str:
    return f"<div style='color:{color}'>{escape(text)}</div>"
