"""How fast texts are tagged, as characters a second and against `re` finding four digits in the same run.

    python tests/benchmarks/bench_tagger.py [FOLDER of corpora in JSON Lines]

Prints, asserts nothing. Without a folder it tags the corpora of this project, repeated to a megabyte.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.resources import resource
from reader.temporal.model import Passage
from reader.temporal.tagger import DocumentContext, Tagger, load_languages

LENGTH = 5_000_000
NAMES = ("wikiwars_en", "timebank_fr")


def passages(folder: Path) -> list[tuple[str, str]]:
    """Paragraphs and their languages, repeated until they are long enough."""
    files = [path for name in NAMES if (path := folder / f"{name}.jsonl").exists()] or sorted(
        folder.glob("*.jsonl")
    )
    lines = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(part, line["lang"]) for line in lines for part in line["text"].split("\n") if part]
    length = sum(len(text) for text, _ in found)
    return found * max(1, LENGTH // length)


def main() -> None:
    """Times start-up, recognition, resolution and the plain search."""
    default = Path(__file__).resolve().parents[1] / "corpora"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    start = time.process_time()
    tagger = Tagger(load_languages([resource("languages")]))
    tagger.recognise(Passage("Le 3 mai 1912, il partit."), "fr")
    print(f"start-up and the first passage: {1000 * (time.process_time() - start):.0f} ms")  # noqa: T201 - its work
    texts = passages(folder)
    length = sum(len(text) for text, _ in texts)
    start = time.process_time()
    recognised = [tagger.recognise(Passage(text), language) for text, language in texts]
    tagging = time.process_time() - start
    start = time.process_time()
    mentions = sum(map(len, tagger.resolve(recognised, DocumentContext())))
    dating = time.process_time() - start
    digits = re.compile(r"\d{4}")
    start = time.process_time()
    for text, _ in texts:
        digits.findall(text)
    plain = time.process_time() - start
    print(f"{length / tagging:,.0f} characters a second recognised, language detected")  # noqa: T201 - its work
    print(f"{mentions / dating:,.0f} mentions a second dated")  # noqa: T201 - its work
    print(f"{tagging / plain:.0f} times the time of finding four digits")  # noqa: T201 - its work


if __name__ == "__main__":
    main()
