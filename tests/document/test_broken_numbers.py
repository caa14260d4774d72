"""Pages whose numbers make no sense are read as well as can be: what `fuzz_documents` has found."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document.paragraph_reader import read_paragraphs
from reader.document.pdf import open_document
from tests.worker.small_pdf import write_pdf

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
