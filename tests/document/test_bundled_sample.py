"""The bundled sample as it is read: its Arabic line, its paragraphs."""

from __future__ import annotations

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import read_paragraphs
from reader.resources import resource


def test_the_arabic_line_of_the_sample_reads_as_it_was_written() -> None:
    # The file holds lam-alef as one ligature (U+FEFB), which folds into two letters that must not be turned.
    with open_document(str(resource("sample", "briefing-alaska.pdf"))) as document:
        texts = [paragraph.text for paragraph in read_paragraphs(document)]
    assert "انعقدت قمة ألاسكا في 16 أغسطس 2025 بعد تحضير قصير." in texts
