"""What is printed on a page, and what a file claims that is printed there."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from reader.document.file.pdf import open_document


def pdf_of(*texts: str) -> pymupdf.Document:
    document = pymupdf.open()
    for text in texts:
        document.new_page(width=300, height=200).insert_text((40, 60), text)
    return document


def test_labels_are_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "labels.pdf"
    with pdf_of(*"abcd") as document:
        document.set_page_labels(
            [
                {"startpage": 0, "style": "r"},
                {"startpage": 2, "style": "D", "prefix": "A-", "firstpagenum": 7},
            ]
        )
        document.save(path)
    with open_document(str(path)) as document:
        assert [document.page_label(index) for index in range(4)] == ["i", "ii", "A-7", "A-8"]


def with_labels(path: Path, *trees: str) -> list[str]:
    """The labels of three pages whose label tree is written by hand, its first node the root of it."""
    with pdf_of(*"abc") as document:
        numbers = [document.get_new_xref() for _ in trees]
        for number, tree in zip(numbers, trees, strict=True):
            document.update_object(number, tree.format(*(f"{other} 0 R" for other in numbers)))
        document.xref_set_key(document.pdf_catalog(), "PageLabels", f"{numbers[0]} 0 R")
        document.save(path)
    with open_document(str(path)) as document:
        return [document.page_label(index) for index in range(3)]


def test_a_label_as_long_as_a_book_is_cut_to_what_a_corner_holds(tmp_path: Path) -> None:
    labels = with_labels(tmp_path / "a.pdf", "<</Nums[0<</S/D/P(" + "A\n" * 500_000 + ")>>]>>")
    assert labels == ["A " * 20 + str(number) for number in (1, 2, 3)]


def test_a_space_before_the_number_of_a_page_stays(tmp_path: Path) -> None:
    assert with_labels(tmp_path / "a.pdf", "<</Nums[0<</S/D/P(p. )>>]>>")[0] == "p. 1"


def test_a_label_tree_that_comes_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    """Every branch names the next ten thousand times: to follow them all would take for ever."""
    again = "{1} " * 10_000
    root, branch = f"<</Kids[{again}{{0}}]>>", f"<</Kids[{again}]/Nums[{'0<</S/r>>' * 10_000}]>>"
    assert with_labels(tmp_path / "a.pdf", root, branch) == ["i", "ii", "iii"]
