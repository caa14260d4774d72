"""How two lines of one paragraph become one text: with a space, with nothing, with or without the hyphen.

In: the end of one line, the start of the next, the words of the surrounding pages as evidence. Out: how much
of the first is kept and what stands between. "Octo-" + "bre" is one word; "États-" + "Unis" keeps its hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from reader.document.text.normalisation import SOFT_HYPHEN

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = ("'", "’")
_ENDS_IN_HYPHEN = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)?)[{_HYPHENS}]$")
_LATIN_CONSONANTS = frozenset("BCDFGHJKLMNPQRSTVWXZÇÑŁŠŽ")
# No word in Latin letters is without; those of other scripts are taken to have one.
_VOWEL = re.compile(r"[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿ]|[^\x00-\u024f]", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CJK = "\u2e80-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_FIRST_CJK = "\u2e80"
_JOINING = f"{_HYPHENS}{SOFT_HYPHEN}–/"  # after any other sign before those of CJK comes a space
_CJK_BREAK = re.compile(f"[{_CJK}]\n[{_CJK}]")
_NUMBER_DASH = re.compile(r"\d[-–/]\n\d")
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}'’][^\W\d_]+)*")

# First halves that keep their hyphen though a small letter follows (fr, en, de, es, it, pt).
_KEEPING_FIRST = frozenset(
    word
    for row in (
        "anglo afro américano arabo austro demi euro ex franco germano gréco hispano indo israélo italo",
        "judéo luso mi nippo non nord nu peut pro quasi russo self semi sino sud soi sous est ouest turco",
        "ukraino vice well half all cross co c’est-à c'est-à vis-à grand quelques celui celle ceux celles",
        "lui elle eux",
        "moi toi nous vous dit fait là ci au par twenty thirty forty fifty sixty seventy eighty ninety",
        "vingt trente quarante cinquante soixante quatre dix avant après week",
    )
    for word in row.split()
)
# Second halves that do (French enclitics and compounds, Portuguese weekdays).
_KEEPING_SECOND = frozenset(
    word
    for row in (
        "ci là même mêmes être dire vis il elle on je tu ils elles ce moi toi nous vous lui leur en y t",
        "dessus dessous delà devant dehors dedans lieu t-il t-elle t-on feira feiras",
    )
    for word in row.split()
)
# "Vor- und Nachteile", "pre- and post-war": the hyphen stands for a half left out.
_AFTER_CUT_WORD = frozenset(
    ("und", "oder", "bis", "sowie", "et", "ou", "and", "or", "to", "y", "o", "e", "ed", "en", "of", "och")
)


def join_lines(first: str, second: str, words: Callable[[], AbstractSet[str]]) -> tuple[int, str]:
    """How `first` and `second`, two lines of one paragraph, are put together.

    Args:
        first: the text so far, trimmed.
        second: the line that follows, trimmed.
        words: the words of the surroundings, asked for only where a hyphen leaves a doubt.
    Returns: how many characters of `first` stay, and what stands between the two ("" or " ").
    """
    last = first[-1:]
    if last < _FIRST_CJK and last not in _JOINING:
        return len(first), " "
    if last == SOFT_HYPHEN:
        return len(first) - 1, ""
    if last in _HYPHENS:
        return _at_hyphen(first, second, words)
    seam = f"{last}\n{second[:1]}"
    if _CJK_BREAK.match(seam) or _NUMBER_DASH.match(f"{first[-2:]}\n{second[:1]}"):
        return len(first), ""
    if last == "/" and first[-2:-1] != " ":
        return len(first), ""
    return len(first), " "


def stands_alone(letter: str, rest: str, words: Callable[[], AbstractSet[str]]) -> bool:
    """Whether the large letter that opens a paragraph is a word: "A" before "man", not "T" before "he".

    A consonant of the Latin letters never is, nor what stands before a word without a vowel ("E", "n");
    others are where the text has no such word as they would make.
    """
    if not (letter.isupper() and rest[:1].islower()):
        return True
    if letter in _LATIN_CONSONANTS:
        return False
    after = _FIRST_WORD.match(rest)
    if after is None:
        return True
    return _VOWEL.search(after[0]) is not None and (letter + after[0]).casefold() not in words()


def cuts_word(first: str, second: str) -> bool:
    """Whether a line ends in a word that the next one goes on with."""
    return first[-1:] in _HYPHENS and first[-2:-1].isalpha() and second[:1].islower()


def _at_hyphen(first: str, second: str, words: Callable[[], AbstractSet[str]]) -> tuple[int, str]:
    before = _ENDS_IN_HYPHEN.search(first)
    after = _FIRST_WORD.match(second)
    if before is None:
        # "1914-" + "1918", or a dash set off by a space.
        return len(first), " " if first[-2:-1] in ("", " ") else ""
    if after is None:
        return len(first), ""
    if not second[0].islower():
        # Capitals do not tell a compound's second half; the document may have the word whole elsewhere.
        whole = before[1].isupper() and after[0].isupper() and (before[1] + after[0]).casefold() in words()
        return len(first) - whole, ""
    if after[0] in _AFTER_CUT_WORD:
        return len(first), " "
    elided = len(after[0]) == 1 and second[1:2] in _APOSTROPHES  # "main-" + "d'œuvre"
    if elided or _is_compound(before[1].casefold(), after[0].casefold(), words()):
        return len(first), ""
    return len(first) - 1, ""


def _is_compound(left: str, right: str, words: AbstractSet[str]) -> bool:
    """Whether the hyphen belongs to the word: first the document's own use, then known halves."""
    if left + right in words:
        return False
    if f"{left}-{right}" in words or SOFT_HYPHEN in words:
        return True
    if left in _KEEPING_FIRST or right in _KEEPING_SECOND:
        return True
    return f"{left}-" in words


def words_of(text: str) -> AbstractSet[str]:
    """The words of a text, folded; of compounds also each beginning up to a hyphen ("russo-").

    Among them is the soft hyphen, where most lines that are cut end in one: then no other hyphen cuts a word.
    """
    soft, other = (text.count(f"{hyphen}\n") for hyphen in (SOFT_HYPHEN, "-"))
    found: set[str] = {SOFT_HYPHEN} if soft and soft >= 2 * other else set()
    for match in _WORD.finditer(text.casefold()):
        word = match[0].replace("\u2010", "-").replace("\u2011", "-")
        found.add(word)
        place = word.find("-")
        while place >= 0:
            found.add(word[: place + 1])
            place = word.find("-", place + 1)
    return found
