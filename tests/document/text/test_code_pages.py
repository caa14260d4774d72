"""Russian and Greek that a file passes off as accented Latin."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.document.file.pdf import open_document
from reader.document.text.code_pages import code_page_of, read_by

RUSSIAN = (
    "Музей истории города открыт в старом здании вокзала, который построен инженером Петровым в 1904 году"
)
GREEK = "Το μουσείο της πόλης άνοιξε στο παλιό κτίριο του σταθμού που χτίστηκε το έτος 1904 από τον μηχανικό"
VIETNAMESE = "Năm 1904 nhà ga được xây dựng ở đây, và đến nay vẫn còn là một bảo tàng của thành phố"
FRENCH = "L'été où l'on a fêté l'œuvre achevée, le musée a été créé là où était née l'idée, à côté de la gare"


@pytest.mark.parametrize(("text", "code_page"), [(RUSSIAN, "cp1251"), (GREEK, "cp1253")])
def test_letters_of_another_code_page_are_read_by_it(text: str, code_page: str) -> None:
    shown = text.encode(code_page).decode("latin-1")
    assert code_page_of(shown) == code_page
    assert read_by(code_page, shown) == text


@pytest.mark.parametrize("text", [FRENCH, VIETNAMESE, RUSSIAN, FRENCH.upper()])
def test_letters_that_are_what_they_seem_are_left(text: str) -> None:
    assert code_page_of(text) == ""


def test_latin_words_beside_them_are_left() -> None:
    assert read_by("cp1251", "MÜLLER \u00e8 Café: \u00e4\u00e0") == "MÜLLER и Café: да"


def test_a_page_of_such_letters_reads_as_it_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "museum.pdf"
    with pymupdf.open() as file:
        file.new_page().insert_text((40, 80), RUSSIAN.encode("cp1251").decode("latin-1"), fontsize=8)
        file.save(path)
    with open_document(str(path)) as document:
        [line] = document.read_page(0).lines
        assert line.text == RUSSIAN
        exact = document.exact_line(0, 0)
        assert exact is not None
        assert exact.text == RUSSIAN
