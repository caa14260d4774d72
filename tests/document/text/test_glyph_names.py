"""Letters that only the names of their glyphs tell, in pages MuPDF's Story has set."""

from __future__ import annotations

from pathlib import Path

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import read_paragraphs
from tests.pages.producers import story


def test_lams_and_lam_alefs_of_a_story_are_read(tmp_path: Path) -> None:
    text = "خلال القرن الأول لم يبق في السلط إلا ثلاثة"
    path = tmp_path / "story.pdf"
    path.write_bytes(story(f'<p dir="rtl" lang="ar">{text}</p>', "*{font-family:serif}"))
    with open_document(str(path)) as document:
        assert [part.text for part in read_paragraphs(document)] == [text]
