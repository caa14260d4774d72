"""What a person can do so that pictures of text are read: a sentence with the packages of their system.

In: which pages, which language data is missing. Out: a `Sentence` of the table `ocr`. Names of packages:
Debian and Ubuntu (`tesseract-ocr-fra`), Homebrew (`tesseract-lang`, all languages); else the data's name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from reader.document.ocr.ocr import data_name
from reader.sentences import Sentence

# Longer lists of pages say less than their first ones.
_MOST_STRETCHES = 6
_SYSTEMS = {"win32": "windows", "darwin": "macos"}


def no_program(path: str, pages: Iterable[int], languages: Sequence[str]) -> Sentence:
    """There is no Tesseract; `languages` (BCP 47) are those its data is wanted for."""
    names = [name for name in map(data_name, languages) if name] or ["eng"]
    return _sentence("no_program", path, pages, names)


def no_language(path: str, pages: Iterable[int], data: Sequence[str]) -> Sentence:
    """There is a Tesseract without any of the language data that is wanted."""
    return _sentence("no_language", path, pages, data)


def other_language(path: str, pages: Iterable[int], data: Sequence[str]) -> Sentence:
    """The pages are read, but with the data of other languages than theirs."""
    return _sentence("other_language", path, pages, data)


def _sentence(kind: str, path: str, pages: Iterable[int], data: Sequence[str]) -> Sentence:
    system = _SYSTEMS.get(sys.platform, "linux")
    packages = [f"tesseract-ocr-{name.replace('_', '-')}" for name in data]
    if kind == "no_program":
        packages.insert(0, "tesseract-ocr")
    return Sentence(
        f"ocr.{kind}_{system}",
        {
            "path": path,
            "pages": page_ranges(pages),
            "packages": ", ".join(packages) if system == "linux" else ", ".join(data),
        },
    )


def page_ranges(pages: Iterable[int]) -> str:
    """Page indices as numbers from 1, stretches joined: "1-3, 7"."""
    stretches: list[list[int]] = []
    for number in sorted(index + 1 for index in pages):
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    said = [str(first) if first == last else f"{first}-{last}" for first, last in stretches]
    return ", ".join([*said[:_MOST_STRETCHES], *(["…"] if len(said) > _MOST_STRETCHES else [])])
