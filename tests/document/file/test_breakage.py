"""Damaged files that the engine repairs: whether their pages still hold anything."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file of one page, its contents an uncompressed stream."""
    return written(tmp_path / "page.pdf", b"BT ET 0 0 100 100 re f")


def written(path: Path, drawn: bytes) -> Path:
    with pymupdf.open() as document:
        document.new_page().insert_text((40, 60), "Signed on 14 July 1789.")
        document.update_stream(document[0].get_contents()[0], drawn, new=True, compress=False)
        document.save(path)
    return path


def is_broken(path: Path, damaged: bytes) -> bool:
    """What is said of the bytes once the engine cannot find their table of objects."""
    path.write_bytes(damaged.replace(b"startxref", b"startxxxx"))
    with open_document(str(path)) as document:
        return document.info.missing_part == "error.broken"


def test_a_repaired_file_is_broken_where_its_pages_have_lost_their_contents(page: Path) -> None:
    whole = page.read_bytes()
    assert is_broken(page, whole.replace(b"\nstream", b"\nstrxxm"))
    assert not is_broken(page, whole)


def test_contents_that_cannot_be_unpacked_are_lost(page: Path) -> None:
    locked = page.read_bytes().replace(b"<</Length", b"<</Filter/FlateDecode/Length")
    assert b"/FlateDecode" in locked
    assert is_broken(page, locked)


@pytest.mark.parametrize("drawn", [b"", b"q Q"])
def test_contents_that_draw_nothing_are_blank_by_right(tmp_path: Path, drawn: bytes) -> None:
    path = written(tmp_path / "blank.pdf", drawn)
    assert not is_broken(path, path.read_bytes())


def test_a_page_that_names_no_contents_is_blank_by_right(page: Path) -> None:
    assert not is_broken(page, page.read_bytes().replace(b"/Contents", b"/Nothings"))
