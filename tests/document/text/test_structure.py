"""Tagged files: what their trees tell is used where it is sound, and harms nothing where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.model import Paragraph, ParagraphRole
from reader.document.paragraph_reader import read_paragraphs
from tests.document.tagged_file import Node, TaggedFile, written
from tests.pages.scoring import score

MADE = Path(__file__).parents[2] / "pages" / "made"
TRUTH: dict[str, list[list[str]]] = json.loads((MADE / "truth.json").read_text("utf-8"))
# Three paragraphs whose look tells nothing: full lines, no space, no indent, no sentence that ends a line.
LINES = [
    (0, 40.0, 40.0, "The mill was let in 1812 to a family from the hills, who kept it"),
    (0, 40.0, 52.0, "through two floods and paid their rent in flour every Easter and"),
    (1, 40.0, 64.0, "The bridge was paid for by subscription and opened in June 1840,"),
    (1, 40.0, 76.0, "a week after the first cart had crossed it without leave and so"),
    (2, 40.0, 88.0, "The school began with eleven children, in the year 1851, behind"),
    (2, 40.0, 100.0, "the chapel whose roof it shared until the two were parted again"),
]
STARTS = ["The mill", "The bridge", "The school"]
PARAGRAPHS = [("P", [0]), ("P", [1]), ("P", [2])]


def read(file: TaggedFile, folder: Path) -> list[Paragraph]:
    path = folder / "tagged.pdf"
    path.write_bytes(file.bytes())
    with open_document(str(path)) as document:
        return list(read_paragraphs(document))


def starts(paragraphs: list[Paragraph]) -> list[str]:
    return [" ".join(part.text.split()[:2]) for part in paragraphs]


def test_paragraphs_that_only_the_tags_divide(tmp_path: Path) -> None:
    found = read(TaggedFile(LINES, [("Document", PARAGRAPHS)]), tmp_path)
    assert starts(found) == STARTS
    assert found[1].text.endswith("leave and so")
    assert found[1].boxes()[0].box.y0 < found[1].boxes()[1].box.y0


def test_without_its_tags_the_same_page_is_one_paragraph(tmp_path: Path) -> None:
    bare = [(None, x, y, text) for _, x, y, text in LINES]
    assert starts(read(TaggedFile(bare, [("Document", [])]), tmp_path)) == ["The mill"]


def test_tags_know_a_heading_that_looks_like_its_text(tmp_path: Path) -> None:
    found = read(TaggedFile(LINES, [("Document", [("H2", [0]), ("P", [1]), ("P", [2])])]), tmp_path)
    assert found[0].role is ParagraphRole.HEADING
    assert found[1].context.startswith("The mill")


def test_a_role_map_says_what_a_producers_own_types_are(tmp_path: Path) -> None:
    tree = [("Document", [("Absatz", [0]), ("Absatz", [1]), ("Zitat", [2])])]
    roles = {"Absatz": "Text", "Text": "P", "Zitat": "P"}
    assert starts(read(TaggedFile(LINES, tree, roles), tmp_path)) == STARTS


def test_a_role_map_that_runs_in_a_circle_ends(tmp_path: Path) -> None:
    tree = [("Document", [("A", [0]), ("P", [1]), ("P", [2])])]
    found = read(TaggedFile(LINES, tree, {"A": "B", "B": "A", "P": "P"}), tmp_path)
    assert starts(found) == STARTS


def test_a_tree_in_the_wrong_order_is_not_followed(tmp_path: Path) -> None:
    found = read(TaggedFile(LINES, [("Document", PARAGRAPHS[::-1])]), tmp_path)
    assert found[0].text.startswith("The mill")
    assert [part.text.index("The school") for part in found if "The school" in part.text] != [0]


def test_a_tree_of_half_the_page_is_not_followed(tmp_path: Path) -> None:
    found = read(TaggedFile(LINES, [("Document", PARAGRAPHS[:1])]), tmp_path)
    assert starts(found) == ["The mill"]
    assert "parted again" in found[0].text


def test_a_tree_with_a_paragraph_for_every_line_is_not_followed(tmp_path: Path) -> None:
    lines = [(number, x, y, text) for number, (_, x, y, text) in enumerate(LINES)]
    found = read(TaggedFile(lines, [("Document", [("P", [number]) for number in range(6)])]), tmp_path)
    assert starts(found) == ["The mill"]


def test_a_tree_that_reads_across_columns_is_not_followed(tmp_path: Path) -> None:
    left = [f"row {number} of the left column goes on" for number in range(6)]
    right = [f"row {number} of the right column too" for number in range(6)]
    lines = []
    for number in range(6):
        lines += [(0, 30.0, 40.0 + 12 * number, left[number]), (0, 220.0, 40.0 + 12 * number, right[number])]
    found = read(TaggedFile(lines, [("Document", [("P", [0])])]), tmp_path)
    text = " ".join(part.text for part in found)
    assert text.index("row 5 of the left") < text.index("row 0 of the right")


@pytest.mark.parametrize("parent", ["7 0 R", "8 0 R", "99 0 R", "3 0 R", "(none)"])
def test_a_way_up_that_does_not_lead_to_the_root_is_no_way(parent: str, tmp_path: Path) -> None:
    file = TaggedFile(LINES, [("Document", PARAGRAPHS)], extra={0: f"/P {parent}"})
    assert starts(read(file, tmp_path)) == ["The mill"]


def test_a_tree_too_deep_to_be_meant_is_not_climbed(tmp_path: Path) -> None:
    file = TaggedFile(LINES, [("P", [0])])
    file.bytes()
    chain = 10_000
    objects = file.objects
    holder = len(objects)
    for number in range(chain):
        parent = holder + number + 2 if number + 1 < chain else 6
        objects.append(f"<< /Type /StructElem /S /Div /P {parent} 0 R /K [{holder + number} 0 R] >>")
    objects[holder - 1] = objects[holder - 1].replace("/P 6 0 R", f"/P {holder + 1} 0 R")
    path = tmp_path / "deep.pdf"
    path.write_bytes(written(objects))
    with open_document(str(path)) as document:
        assert starts(list(read_paragraphs(document))) == ["The mill"]


def test_more_marks_than_any_page_has_are_not_looked_at(tmp_path: Path) -> None:
    file = TaggedFile(LINES, [("Document", [*PARAGRAPHS, ("P", [50_000])])])
    assert starts(read(file, tmp_path)) == ["The mill"]


def test_words_outside_of_the_tree_at_the_edge_are_furniture(tmp_path: Path) -> None:
    lines = [*LINES, (None, 40.0, 380.0, "Copy for the parish, not for sale")]
    found = read(TaggedFile(lines, [("Document", PARAGRAPHS)]), tmp_path)
    assert starts(found)[:3] == STARTS
    assert found[3].role is ParagraphRole.FURNITURE


def test_a_few_words_outside_of_the_tree_amid_the_page_are_not_lost(tmp_path: Path) -> None:
    lines = [*LINES, (None, 40.0, 130.0, "Seen, 1852")]
    found = read(TaggedFile(lines, [("Document", PARAGRAPHS)]), tmp_path)
    assert starts(found) == [*STARTS, "Seen, 1852"]
    assert found[3].role is not ParagraphRole.FURNITURE


def test_replaced_text_is_read_as_the_file_says(tmp_path: Path) -> None:
    tree: list[Node] = [("Document", [("P", [0]), ("P", [1]), ("P", [("Span", [2])])])]
    file = TaggedFile(LINES[:5], tree, extra={4: "/ActualText (The school house of 1851)"})
    assert [part.text for part in read(file, tmp_path)][2] == "The school house of 1851"


def test_a_cell_over_two_rows_belongs_to_the_first(tmp_path: Path) -> None:
    lines = [
        (0, 40.0, 40.0, "1901"), (1, 120.0, 40.0, "Ice in the harbour"), (2, 120.0, 54.0, "A late spring"),
        (3, 40.0, 68.0, "1902"), (4, 120.0, 68.0, "The pier rebuilt"),
    ]  # fmt: skip
    rows = [
        ("TR", [("TD", [0]), ("TD", [1])]),
        ("TR", [("TD", [2])]),
        ("TR", [("TD", [3]), ("TD", [4])]),
    ]
    found = read(TaggedFile(lines, [("Document", [("Table", rows)])]), tmp_path)
    assert [part.text for part in found] == [
        "1901 | Ice in the harbour", "A late spring", "1902 | The pier rebuilt",
    ]  # fmt: skip
    assert {part.role for part in found} == {ParagraphRole.TABLE_ROW}


def test_two_cells_that_the_engine_joined_into_one_line_are_parted(tmp_path: Path) -> None:
    lines = [
        (0, 40.0, 40.0, "7 May 1866"), (1, 94.0, 40.0, "The ferry ran aground"),
        (2, 40.0, 54.0, "9 May 1866"), (3, 94.0, 54.0, "She was towed off"),
    ]  # fmt: skip
    rows = [("TR", [("TD", [0]), ("TD", [1])]), ("TR", [("TD", [2]), ("TD", [3])])]
    path = tmp_path / "tagged.pdf"
    path.write_bytes(TaggedFile(lines, [("Document", [("Table", rows)])]).bytes())
    with open_document(str(path)) as document:
        first, second = read_paragraphs(document)
        assert (first.text, second.text) == (
            "7 May 1866 | The ferry ran aground", "9 May 1866 | She was towed off",
        )  # fmt: skip
        start = first.text.index("ferry")
        exact = document.measure(first, [(start, start + 5)])
        (place,) = exact.boxes(start, start + 5)
    with pymupdf.open(path) as other:
        (seen,) = other[0].search_for("ferry")
    assert place.box.x0 == pytest.approx(seen.x0, abs=1.0)
    assert place.box.x1 == pytest.approx(seen.x1, abs=1.0)


def test_a_table_that_arranges_a_page_has_no_rows(tmp_path: Path) -> None:
    words = "The council met on the first Monday of each month and wrote down what it had heard"
    lines = [(number, 40.0, 40.0 + 13 * number, f"{words[number:]}.") for number in range(20)]
    cell = ("TD", [("P", list(range(10))), ("P", list(range(10, 20)))])
    found = read(TaggedFile(lines, [("Document", [("Table", [("TR", [cell])])])]), tmp_path)
    assert ParagraphRole.TABLE_ROW not in {part.role for part in found}


def test_cells_that_the_tree_takes_for_paragraphs_are_rows(tmp_path: Path) -> None:
    """Browsers take a table without lines and header for a means of layout."""
    words = [("1901", "Ice in the harbour"), ("1902", "The pier rebuilt"), ("1903", "A late spring"),
             ("1904", "The lamp lit again")]  # fmt: skip
    lines = []
    for row, (year, text) in enumerate(words):
        lines += [(2 * row, 40.0, 40.0 + 16 * row, year), (2 * row + 1, 120.0, 40.0 + 16 * row, text)]
    tree: list[Node] = [("Document", [("P", [number]) for number in range(8)])]
    found = read(TaggedFile(lines, tree), tmp_path)
    assert [part.text for part in found] == [" | ".join(row) for row in words]


def test_a_row_of_lists_that_stand_beside_each_other_is_as_many_rows(tmp_path: Path) -> None:
    names, dates = ["Ada Holm", "Ben Ro", "Cy Tal"], ["born 3 May 1866", "born 9 June 1867", "born 1868"]
    lines = [(0, 40.0, 40.0, "Name of the child"), (1, 200.0, 40.0, "Entry")]
    for row in range(3):
        lines += [(2, 40.0, 56.0 + 14 * row, names[row]), (3, 200.0, 56.0 + 14 * row, dates[row])]
    rows: list[Node] = [("TR", [("TH", [0]), ("TH", [1])]), ("TR", [("TD", [2]), ("TD", [3])])]
    _, *found = read(TaggedFile(lines, [("Document", [("Table", rows)])]), tmp_path)
    assert [part.text for part in found] == [
        f"{name} | {date}" for name, date in zip(names, dates, strict=True)
    ]
    assert {part.context for part in found} == {"Name of the child | Entry"}


def test_notes_stand_after_the_text_they_interrupt(tmp_path: Path) -> None:
    lines = [*LINES[:4], (3, 40.0, 300.0, "1 Parish register, folio 9."), *LINES[4:]]
    tree: list[Node] = [("Document", [("P", [0, ("Note", [3])]), ("P", [1]), ("P", [2])])]
    found = read(TaggedFile(lines, tree), tmp_path)
    assert starts(found) == [*STARTS, "1 Parish"]
    assert found[3].role is ParagraphRole.FOOTNOTE


def test_looking_at_the_tags_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "tagged.pdf"
    path.write_bytes(TaggedFile(LINES, [("Document", PARAGRAPHS)]).bytes())
    with open_document(str(path)) as document:
        before = document.exact_lines(0)
        assert document.structure(0) is not None
        again = document.structure(0)
        assert again is not None
        assert len(again.marks) == len(LINES)
        assert document.exact_lines(0) == before


def test_a_file_without_tags_is_not_asked() -> None:
    with open_document(str(MADE / "points-libreoffice.pdf")) as document:
        assert document.structure(0) is None


def test_what_stands_after_a_paragraph_and_outside_of_the_tree_is_not_part_of_it(tmp_path: Path) -> None:
    """The engine counts it to the paragraph, whose marked content was the last."""
    lines = [*LINES, (None, 200.0, 116.0, "Stamp 4412")]
    found = read(TaggedFile(lines, [("Document", PARAGRAPHS)]), tmp_path)
    assert [part.text for part in found if "4412" in part.text] == ["Stamp 4412"]


@pytest.mark.parametrize("name", sorted(name for name in TRUTH if name.startswith("tagged-")))
def test_tags_beat_the_look_of_a_page(name: str, tmp_path: Path) -> None:
    """The same file without its tree reads worse, or at best as well; the tree is what makes it right."""
    bare = tmp_path / "bare.pdf"
    with pymupdf.open(MADE / f"{name}.pdf") as file:
        file.xref_set_key(file.pdf_catalog(), "StructTreeRoot", "null")
        file.save(bare)
    truth = [text for _, text in TRUTH[name]]
    figures = []
    for path in (MADE / f"{name}.pdf", bare):
        with open_document(str(path)) as document:
            body = [part for part in read_paragraphs(document) if part.role is not ParagraphRole.FURNITURE]
        figures.append(score(truth, [part.text for part in body]).boundaries)
    assert figures[0] >= figures[1]
    assert figures[0] == 1.0


def test_a_cell_alone_under_the_head_of_a_table_is_no_part_of_the_head(tmp_path: Path) -> None:
    lines = [
        (0, 40.0, 40.0, "Day"), (1, 120.0, 40.0, "Place"), (2, 40.0, 54.0, "2018"),
        (3, 40.0, 68.0, "5 January"), (4, 120.0, 68.0, "Town hall"),
        (5, 40.0, 82.0, "2019"), (6, 40.0, 96.0, "2 March"), (7, 120.0, 96.0, "Harbour"),
    ]  # fmt: skip
    rows = [
        ("TR", [("TH", [0]), ("TH", [1])]), ("TR", [("TH", [2])]), ("TR", [("TD", [3]), ("TD", [4])]),
        ("TR", [("TH", [5])]), ("TR", [("TD", [6]), ("TD", [7])]),
    ]  # fmt: skip
    found = read(TaggedFile(lines, [("Document", [("Table", rows)])]), tmp_path)
    assert [part.context for part in found[1:]] == ["Day | Place | Day", "Day | Place"] * 2
    assert [part.date_columns for part in found] == [(), (0,), (), (0,), ()]
