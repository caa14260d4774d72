"""The engine's quick start: the binding at once, the rest of the package when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from reader.worker.engine_start import import_engine
import_engine()
from pymupdf import mupdf
import pymupdf
assert "pymupdf.table" not in sys.modules, "the whole package was loaded"
document = mupdf.PdfDocument()
page = mupdf.pdf_add_page(document, mupdf.FzRect(0, 0, 9, 9), 0, mupdf.PdfObj(), mupdf.FzBuffer())
mupdf.pdf_insert_page(document, -1, page)
assert pymupdf.TextPage.__module__ == "pymupdf"
assert "pymupdf.table" in sys.modules
assert mupdf.pdf_count_pages(document) == 1, "loading the rest has broken an open document"
del document, page
assert pymupdf.open().page_count == 0
print("well")
"""


def test_the_rest_of_the_package_loads_on_demand_under_an_open_document() -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "well"), done.stderr
