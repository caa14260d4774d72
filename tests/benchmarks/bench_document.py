"""What reading costs, as ratios to the engine's own plain text of the same pages in the same run.

    python -m tests.benchmarks.bench_document FILE.pdf … [--pages 300]

Prints, for each file: the engine's text (1.00), lines (`read_page`), paragraphs (`ParagraphReader`), the
exact places of one span a page, and the engine's rawdict for comparison. Medians of interleaved rounds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

import pymupdf

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import ParagraphReader

ROUNDS = 5


def engine_text(path: str, pages: int) -> None:
    """The yardstick."""
    with pymupdf.open(path) as document:
        for index in range(min(pages, document.page_count)):
            document[index].get_text()


def engine_characters(path: str, pages: int) -> None:
    """What every character with its box would cost by the binding's own way."""
    with pymupdf.open(path) as document:
        for index in range(min(pages, document.page_count)):
            document[index].get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT)


def lines(path: str, pages: int) -> None:
    """Pages into lines."""
    with open_document(path) as document:
        for index in range(min(pages, document.page_count)):
            document.read_page(index)


def paragraphs(path: str, pages: int) -> None:
    """Pages into paragraphs."""
    with open_document(path) as document:
        reader = ParagraphReader(document)
        for index in range(min(pages, document.page_count)):
            reader.read(index)


def places(path: str, pages: int) -> None:
    """Paragraphs, and the exact place of a word in the first of each page."""
    with open_document(path) as document:
        reader = ParagraphReader(document)
        for index in range(min(pages, document.page_count)):
            for part in reader.read(index).paragraphs[:1]:
                document.measure(part, [(0, min(4, len(part.text)))])


def timed(work: Callable[[str, int], None], path: str, pages: int) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work(path, pages)
    return time.perf_counter() - start


def main() -> None:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--pages", type=int, default=300)
    options = parser.parse_args()
    works = (engine_text, lines, paragraphs, places, engine_characters)
    for path in options.files:
        rounds = [[timed(work, path, options.pages) for work in works] for _ in range(ROUNDS)]
        first = median(row[0] for row in rounds)
        print(f"{path}: engine's text {first:.3f} s")  # noqa: T201 - a script
        for place, work in enumerate(works):
            print(f"  {work.__name__:18} {median(row[place] for row in rounds) / first:5.2f}")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
