"""What a tag says a paragraph is, and what it is set as."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.document.file.pdf import open_document
from reader.document.model import ParagraphRole
from reader.document.paragraph_reader import read_paragraphs
from tests.document.tagged_file import BOLD, TaggedFile

TEXT = (
    "The board met in the year 1887 and heard the report of",
    "the keeper of the light, who had seen no boat at all.",
    "Nothing else was said of it.",
)


@pytest.mark.parametrize(
    ("kind", "line", "role"),
    [
        ("H2", "The light may burn until the first hour of the day.", ParagraphRole.BODY),
        ("H2", "3. The light may burn until the first hour of the day;", ParagraphRole.LIST_ITEM),
        ("H2", "The light and its keeper", ParagraphRole.HEADING),
        ("H2", BOLD + "Who keeps the light?", ParagraphRole.HEADING),
        ("LI", BOLD + "3. The light and its keeper", ParagraphRole.HEADING),
        ("LI", "3. The light and its keeper", ParagraphRole.LIST_ITEM),
    ],
)
def test_numbered_titles_and_numbered_sentences_are_what_they_are_set_as(
    tmp_path: Path, kind: str, line: str, role: ParagraphRole
) -> None:
    lines = [(0, 40.0, 60.0, line), *((n, 40.0, 70.0 + 12 * n, text) for n, text in enumerate(TEXT, 1))]
    node = (kind, [0]) if kind != "LI" else ("L", [("LI", [("LBody", [0])])])
    made = TaggedFile(lines, [node, ("P", [1, 2, 3])])
    path = tmp_path / "tagged.pdf"
    path.write_bytes(made.bytes())
    with open_document(str(path)) as document:
        first, second = read_paragraphs(document)
    assert first.role is role
    assert second.role is ParagraphRole.BODY


def test_the_dated_lines_of_one_tagged_paragraph_are_entries(tmp_path: Path) -> None:
    entries = [
        "1788 - First survey",
        "3 May 1791 - Act passed",
        "1795-97 - Digging stops",
        "Aug. 1846 - Railway opens",
        "c. 1912 - Bed filled in",
    ]
    lines = ["Key dates of it", *entries]
    text = [(9 + number, 40.0, 200.0 + 14 * number, line) for number, line in enumerate(TEXT)]
    told = [(number, 40.0, 60.0 + 14 * number, line) for number, line in enumerate(lines)]
    path = tmp_path / "a.pdf"
    tree = [("P", list(range(len(lines)))), ("P", [9, 10, 11])]
    path.write_bytes(TaggedFile([*told, *text], tree).bytes())
    with open_document(str(path)) as document:
        read = [part.text for part in read_paragraphs(document)]
    assert read == ["Key dates of it", *entries, " ".join(TEXT)]
