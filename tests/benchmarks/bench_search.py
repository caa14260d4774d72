"""What searching costs: all pages of a file made ready, then searched for words rare, common and absent.

    python -m tests.benchmarks.bench_search FILE.pdf [--pages 10000] [WORD …]

Without words, the last word of the last page is looked for, one that stands on every page, and one on none.
Prints milliseconds of processor time a search and their ratio to finding the same word in one lower-cased
string of the whole text, in the same run; the bytes a page takes while it is kept; and what making it ready
adds to reading it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

from reader.document.file.pdf import open_document
from reader.document.paragraph_reader import ParagraphReader
from reader.search.folding import Folding
from reader.search.model import SearchablePage, SearchWords
from reader.search.page_text import searchable, unpacked
from reader.search.text_index import TextIndex

ROUNDS = 7
WAYS = {
    "plain": SearchWords(""),
    "whole words": SearchWords("", whole_words=True),
    "exact letters": SearchWords("", exact=True),
}


def ready(path: str, pages: int) -> tuple[list[SearchablePage], float, float]:
    """The pages of a file, and the seconds of processor time that reading them and folding them took."""
    made, folding, reading, packing = [], Folding(), 0.0, 0.0
    with open_document(path) as document:
        reader = ParagraphReader(document)
        for index in range(min(pages, document.page_count)):
            start = time.process_time()
            read = reader.read(index)
            between = time.process_time()
            made.append(searchable(read, folding))
            reading += between - start
            packing += time.process_time() - between
    return made, reading, packing


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time: the middle one of several rounds."""
    took = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return median(took)


def main() -> None:
    """Measure the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file")
    parser.add_argument("words", nargs="*")
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    pages, reading, packing = ready(options.file, options.pages)
    print(f"{len(pages)} pages; making them ready adds {packing / reading:.0%} to reading them")  # noqa: T201 - a script
    for name, size in (("folded", "folded"), ("packed", "packed")):
        print(f"{name}: {sum(len(getattr(page, size)) for page in pages) / len(pages):.0f} bytes a page")  # noqa: T201 - a script
    index = TextIndex(len(pages))
    index.add(pages)
    whole = "\n".join(unpacked(page).text for page in pages).lower()
    last = max(pages[-1].folded.decode().split(), key=len)
    for word in options.words or [last, "the", "absent-from-it"]:
        yardstick = seconds(lambda word=word: whole.count(word.lower()))  # type: ignore[misc] # mypy cannot tell the type of a lambda with a default
        print(f"“{word}”: the yardstick counts {whole.count(word.lower())} in {yardstick * 1000:.0f} ms")  # noqa: T201 - a script
        for name, way in WAYS.items():
            words = SearchWords(word, way.exact, way.whole_words)
            took = seconds(lambda words=words: list(index.search(words)))  # type: ignore[misc] # as above
            found = sum(count.hits for count in index.search(words))
            print(f"  {name:13} {found:9} hits {took * 1000:7.0f} ms  × {took / yardstick:.1f}")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
