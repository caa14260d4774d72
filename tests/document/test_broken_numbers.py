"""Pages whose numbers make no sense are read as well as can be: what `fuzz_documents` has found."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import ParagraphReader, read_paragraphs
from tests.benchmarks.mutations import unpacked
from tests.worker.small_pdf import write_pdf

MADE = Path(__file__).parents[1] / "pages" / "made"
SENTENCE = "On 12 March 1100 the treaty was signed in Paris."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"BT /F 0.001 Tf 72 712 Td (Words that nobody can see) Tj ET ", id="letters of no size"),
    ],
)
def test_the_sentence_beside_broken_text_is_read(tmp_path: Path, content: bytes) -> None:
    with open_document(write_pdf(tmp_path / "a.pdf", 1, content=content)) as document:
        assert SENTENCE in [paragraph.text for paragraph in read_paragraphs(document)]


def test_a_tag_whose_name_is_no_text_leaves_the_page_its_words(tmp_path: Path) -> None:
    tagged = unpacked(next(MADE.glob("tagged-cells-libreoffice.pdf")).read_bytes())
    broken = tagged.replace(b"/S/Standard", b"/S/\xff\xfe")
    assert broken != tagged
    path = tmp_path / "broken.pdf"
    path.write_bytes(broken)
    with open_document(str(path)) as document:
        assert read_paragraphs(document)
        assert ParagraphReader(document).read(0).paragraphs
