"""A line measured by itself stands where it stands on its page, whatever way it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document.file.pdf import open_document

MADE = sorted((Path(__file__).parents[2] / "pages" / "made").glob("*.pdf"))


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_a_line_measured_alone_is_the_line_of_the_page(path: Path) -> None:
    with open_document(str(path)) as document:
        lines = document.read_page(0).lines
        put_together = {number: line for number, line in enumerate(lines) if line.edges is not None}
        for number, line in put_together.items():
            alone = document.exact_line(0, number)
            assert alone is not None
            assert alone.text == line.text
            # A mark may be drawn with the line before its own: its place is known a little less well alone.
            assert alone.edges == pytest.approx(line.edges, abs=0.5)
