"""The sentence a date stands in, as rich text for cards: shortened, its expression set off, in its direction.

In: a mention. Out: HTML for a QLabel; every word of the document is escaped.
"""

from __future__ import annotations

import re

from reader.sentences import Sentences
from reader.temporal.model import Span
from reader.text_direction import is_right_to_left
from reader.timeline.captions import sentence_span
from reader.timeline.model import EventMention
from reader.timeline.sentence_ends import sentence_ends

LONGEST_QUOTE = 280  # characters: some five lines of a card
QUOTED = r"([“«]\s?)(.+?)(\s?[”»])"  # as the program's sentences quote, in every language it speaks
LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"


def quote_html(mention: EventMention, color: str, *, margin: int = 0) -> str:
    """The sentence of a mention with its date expression bold in `color` (CSS).

    Args:
        mention: where the date stands.
        color: of the expression.
        margin: pixels of air over and under the sentence, where no layout keeps any.
    """
    text = mention.paragraph.text
    start, end = min(mention.start, len(text)), min(mention.end, len(text))
    sentence = sentence_span(text, Span(start, end), sentence_ends(text, [Span(start, end)]))
    low = max(sentence.start, start - LONGEST_QUOTE // 2)
    high = min(sentence.end, end + LONGEST_QUOTE // 2)
    before, after = text[low:start], text[end:high]
    if low > sentence.start:
        before = "… " + before.partition(" ")[2]
    if high < sentence.end:
        after = after.rpartition(" ")[0] + " …"
    direction = "rtl" if is_right_to_left(text[low:high]) else "ltr"
    return (
        f'<p dir="{direction}" style="margin:{margin}px 0">{escaped(before)}'
        f'<b style="color:{color}">{escaped(text[start:end])}</b>{escaped(after)}</p>'
    )


def escaped(text: str) -> str:
    """A text as HTML. Python's `html` would read the names of 2,000 characters first, 4 ms of a start."""
    for mark, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(mark, written)
    return text


def led(text: str, sentences: Sentences) -> str:
    """A sentence of the program for a label of Qt's: begun with a mark where it would run the wrong way.

    UAX 9 (rule P2) passes over what is isolated when it looks for the first letter with a direction; the text
    documents of Qt, which labels have whose text can be selected, and tooltips, do not.
    """
    if is_right_to_left(text) == sentences.is_right_to_left:
        return text
    return (RIGHT_MARK if sentences.is_right_to_left else LEFT_MARK) + text


def told(text: str, sentences: Sentences) -> str:
    """A sentence that was worded below the window: its quotes keep their direction, and it its own."""
    return led(re.sub(QUOTED, "\\1\u2068\\2\u2069\\3", text, flags=re.DOTALL), sentences)
