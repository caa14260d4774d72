"""What a child may take before it is ended. Plain numbers, so that a test can make them small."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes. Of 5,893 public and made PDFs 99.9 % need less than 4.5 s and 1 GB in all.

    `patience_with_words` multiplies `page_seconds` for what the program does with the words of a page: the
    first page of a language has its grammar compiled, half a second that a busy machine makes ten of.
    `patience_without_page` multiplies `page_seconds` for work on the document as a whole, where no single
    page is to blame: dating 180,000 mentions anew at the end of 10,000 pages takes some 10 s. A start takes
    half a second, on a machine that is just waking up many.
    """

    page_seconds: float = 10.0
    patience_with_words: int = 3
    patience_without_page: int = 12
    starting_seconds: float = 60.0
    memory_bytes: int = 3 << 30
    asking_seconds: float = 0.4  # a child at rest ends 20 ms after it is asked
    ending_seconds: float = 1.6  # with the above: never more than 2 s to end
