"""Words found in the texts of pages.

In: what a person looks for, pages as they are kept. Out: how many hits a page has, quickly; where they stand
and what is around them, for the pages one asks about. Hits do not overlap and are counted from the front.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.search.folding import Folding
from reader.search.model import Hit, SearchablePage, SearchWords
from reader.search.page_text import PageText, unpacked

# Characters of context: a row of the list shows some 60; a little stands before so that the hit is in sight.
BEFORE, AFTER = 28, 90
_FIRST_IDEOGRAPH = "\u2e80"  # beyond it, words are not set apart


class Foldings:
    """Both ways of folding, kept together since they learn."""

    def __init__(self) -> None:
        self.loose = Folding()
        self.exact = Folding(exact=True)


class Finder:
    """Finds the same words on one page after the other."""

    def __init__(self, words: SearchWords, foldings: Foldings) -> None:
        self._words = words
        self._folding = foldings.exact if words.exact else foldings.loose
        self._loose = foldings.loose.fold(words.text).strip().encode("utf-8", "surrogatepass")
        self._wanted = self._folding.fold(words.text).strip()

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to look for: no words, or signs only that searching leaves out."""
        return not (self._loose and self._wanted)

    def may_be_in(self, folded: bytes) -> bool:
        """Whether a folded text of any length can hold a hit: quick, and never wrong when it says no."""
        return self._loose in folded

    def count(self, page: SearchablePage) -> int:
        """How many hits the text of a page has."""
        if self.is_idle:
            return 0
        found = page.folded.count(self._loose)
        if not found or not (self._words.exact or self._words.whole_words):
            return found
        if self._words.exact:
            return sum(1 for _ in self._starts(self._folding.fold(unpacked(page).text)))
        return sum(1 for _ in self._starts(page.folded.decode("utf-8", "surrogatepass")))

    def hits(self, page: SearchablePage) -> tuple[Hit, ...]:
        """Every hit of a page, in the order of its text."""
        if self.is_idle or self._loose not in page.folded:
            return ()
        whole = unpacked(page)
        folded, origins = self._folding.fold_placed(whole.text)
        found = []
        for start in self._starts(folded):
            last = start + len(self._wanted) - 1
            # Marks that were folded away belong to the letter before; a letter that became two is whole.
            end = next(place for place in origins[last + 1 :] if place > origins[last])
            hit = _hit(whole, origins[start], end)
            if hit is not None:
                found.append(hit)
        return tuple(found)

    def _starts(self, text: str) -> Iterator[int]:
        wanted, step = self._wanted, len(self._wanted)
        place = text.find(wanted)
        while place >= 0:
            if not self._words.whole_words or self._is_whole(text, place):
                yield place
            place = text.find(wanted, place + step)

    def _is_whole(self, text: str, start: int) -> bool:
        end = start + len(self._wanted)
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        return not _one_word(before, self._wanted[0]) and not _one_word(self._wanted[-1], after)


def _one_word(first: str, second: str) -> bool:
    """Whether two neighbouring characters stand in one word."""
    if not first or not second or max(first, second) >= _FIRST_IDEOGRAPH:
        return False
    return (first.isalnum() or first == "_") and (second.isalnum() or second == "_")


def _hit(page: PageText, start: int, end: int) -> Hit | None:
    parts = page.parts(start, end)
    if not parts:  # between two lines there is a space that stands on none of them
        return None
    text = page.text
    before = text[max(0, start - BEFORE) : start]
    if start > BEFORE and " " in before:
        before = "…" + before[before.index(" ") :]
    after = text[end : end + AFTER]
    if end + AFTER < len(text) and " " in after:
        after = after[: after.rindex(" ")] + "…"
    return Hit(parts, _one_line(before), _one_line(text[start:end]), _one_line(after))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
