"""Make the generated pages: `python tests/pages/make_pages.py [NAME …]`.

Writes `made/<layout>-<producer>.pdf` and `made/truth.json`, which holds for each file the role and text of
its paragraphs in reading order. Producers that are not on this machine are named and their files left as they
are. MuPDF's Story is always there, so its pages are not kept but made by the tests; so are those of
`fresh_catalogue`, where their producer is installed.
Needs, for all of them: Chromium, LibreOffice Writer, pdfLaTeX, the PyPI package `typst`, and the Noto fonts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.pages.catalogue import catalogue
from tests.pages.producers import MissingProducerError, tidy

FOLDER = Path(__file__).parent / "made"
ALWAYS_THERE = "story"


def main(wanted: list[str]) -> None:
    """Make the files whose names contain one of `wanted`, or all."""
    FOLDER.mkdir(exist_ok=True)
    truth_file = FOLDER / "truth.json"
    truth = json.loads(truth_file.read_text("utf-8")) if truth_file.exists() else {}
    for layout in catalogue():
        name = f"{layout.name}-{layout.producer}"
        if layout.producer == ALWAYS_THERE or (wanted and not any(part in name for part in wanted)):
            continue
        try:
            pdf = tidy(layout.make())
        except MissingProducerError as missing:
            print(f"{name}: {missing} is not installed, left as it is")  # noqa: T201 - a script
            continue
        (FOLDER / f"{name}.pdf").write_bytes(pdf)
        truth[name] = [list(paragraph) for paragraph in layout.truth]
        print(f"{name}: {len(pdf)} bytes")  # noqa: T201 - a script
    written = json.dumps(dict(sorted(truth.items())), ensure_ascii=False, indent=1)
    truth_file.write_text(written + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
