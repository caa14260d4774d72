"""Lines with right-to-left letters, put into logical order from the places of their glyphs.

A file holds such lines in the order in which its producer drew them: words moved, numbers before or behind.
What cannot be wrong is where each glyph stands. So the letters are taken from left to right (`drawn_lines`),
and the Unicode bidirectional algorithm is run backwards over them: the rules that would lay out the logical
text, undone. Numbers and words in Latin letters are the islands that run the other way; which signs belong to
an island is what the rules are about.

In: the letters of one line with their edges, and what belongs to each. Out: the same in logical order.
Source: UAX #9 (Unicode 15.1), rules W1-W7 and N1-N2. The library python-bidi runs the algorithm forward
in the tests, which lay out what was repaired here and compare it with what stands on the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")

# One letter a class, so that the rules can be written as patterns over a whole line:
# l Latin and all else that runs right, e European and a Arabic number, r Hebrew and A Arabic letter,
# m mark, "-" ES, "," CS, ":" the colon, "%" ET, "(" and ")" brackets, n neutral.
_CLASS = {
    "L": "l", "EN": "e", "AN": "a", "R": "r", "AL": "A", "NSM": "m", "ES": "-", "CS": ",", "ET": "%",
}  # fmt: skip
# Only these blocks hold anything but L (and scripts of antiquity, which count as L here).
_BLOCKS = (range(0x0900), range(0x2000, 0x3100), range(0xFB1D, 0xFF66), range(0x10800, 0x10900))
_LAST_OF_FIRST_PLANE = 0xFFFF


_OPENING, _CLOSING = "([{<«‹", ")]}>»›"
_SIGNS = {":": ":"} | dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")")


class _Classes(dict[int, str | int]):
    """For `str.translate`: the class of each character, found when it is first met (all at once: 10 ms)."""

    def __missing__(self, code: int) -> str | int:
        """One of the letters above; outside the blocks the character itself."""
        kind = unicodedata.bidirectional(chr(code))
        found: str | int = code
        if not kind and code <= _LAST_OF_FIRST_PLANE:  # given to no character
            found = "l"
        elif chr(code) in _SIGNS:
            found = _SIGNS[chr(code)]
        elif any(code in block for block in _BLOCKS):
            found = _CLASS.get(kind, "n")
        self[code] = found
        return found


_CLASSES = _Classes()

_NOT_RTL = re.compile("[^rA]*[lea][^rA]*")  # the space between two words is none worth looking at
# W4: one separator between two numbers of a kind leaves one number; ES only between European ones.
# A full stop right of a number, with a space beyond, is none of UAX #9's doing: simple producers turn words
# round but leave "1898." as it is. A colon there was typed before its number: "المدة :04".
_STOP = "(?:,(?=[n()]))?"
_NUMBERS_AFTER_ARABIC = re.compile(f"[ea]+(?:[,:][ea]+)*{_STOP}")
_NUMBERS = re.compile(f"%*e+(?:[-,:]e+)*%*{_STOP}|a+(?:[,:]a+)*{_STOP}")
_LATIN_RUN = re.compile("[lea](?:.*[lea])?")
# At the end of a line, where "1936-" goes on in the next: rule W7 and the like know the whole paragraph.
_BROKEN_AT_HYPHEN = re.compile("-n")
_RTL_RUN = re.compile("[rAa](?:[^l]*[rAa])?m*")  # Arabic numbers beside Arabic letters belong to them

# On a page of one direction, a line with this share of letters of the other, and a few words, runs its way.
_OTHER_WAY = 0.8
_SENTENCE = 5  # words
_LATIN_WORD = re.compile("l+")
_RTL_WORD = re.compile("[rA]+")
# "1. Smith J. … 2001." as a right-to-left paragraph sets it: ".Smith J. … 2001 .1".
_NUMBER_RIGHT = re.compile(r"\s[.)]\s?(\d{1,3})\s*$")
_STOP_LEFT = re.compile(r"\s*[.!?](?=[^\W\d_])")
SET_FROM_RIGHT = re.compile(f"{_NUMBER_RIGHT.pattern}|^{_STOP_LEFT.pattern}")

_MIRRORED = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_BRACKET = re.compile(r"[()\[\]{}<>«»‹›]")


# Characters from one index up to another, and whether they are read from the last to the first.
Run = tuple[int, int, bool]


@dataclass(slots=True)
class Characters:
    """A line's characters in one order: text, and the lower and higher edge of each.

    `tails` are the marks and joiners after each, where a line has any.
    """

    text: str
    low: list[float]
    high: list[float]
    tails: list[str] = field(default_factory=list)

    def cut(self, runs: Sequence[Run]) -> Characters:
        """The same characters by runs, one after the other."""
        text: list[str] = []
        low: list[float] = []
        high: list[float] = []
        tails: list[str] = []
        for start, stop, turned in runs:
            step = -1 if turned else 1
            text.append(self.text[start:stop][::step])
            low += self.low[start:stop][::step]
            high += self.high[start:stop][::step]
            tails += self.tails[start:stop][::step]
        return Characters("".join(text), low, high, tails)

    def turned(self) -> Characters:
        """The same characters from the last to the first."""
        return Characters(self.text[::-1], self.low[::-1], self.high[::-1], self.tails[::-1])

    def written_out(self) -> Characters:
        """The same with what belongs to a letter after it, at its left edge."""
        if not self.tails:
            return self
        text: list[str] = []
        low: list[float] = []
        high: list[float] = []
        for letter, left, right, tail in zip(self.text, self.low, self.high, self.tails, strict=True):
            text += (letter, tail)
            low += [left] * (1 + len(tail))
            high += (right, *[left] * len(tail))
        return Characters("".join(text), low, high)


def logical_order(line: Characters, *, right_to_left: bool | None = None) -> Characters:
    """The characters of a line in the order in which the text is read and typed.

    Args:
        line: from left to right, presentation forms not yet folded.
        right_to_left: the direction of the page around it; None: what most letters of the line have. A line
            that is nearly all of the other direction keeps its own.
    """
    if right_to_left and _one_way().fullmatch(line.text):
        return line.turned()
    kinds = line.text.translate(_CLASSES)
    guest = right_to_left is not None and _goes_against(kinds, right_to_left=right_to_left)
    if guest and right_to_left and SET_FROM_RIGHT.search(line.text):
        runs = _guest(line.text, kinds)
    else:
        if right_to_left is None or guest:
            right_to_left = kinds.count("r") + kinds.count("A") >= kinds.count("l")
        runs = _from_right(kinds) if right_to_left else _from_left(kinds)
    logical = line.cut(runs)
    if _BRACKET.search(logical.text):
        turned = [turned for start, stop, turned in runs for _ in range(start, stop)]
        logical.text = _with_brackets(logical.text, turned)
    return logical


def _goes_against(kinds: str, *, right_to_left: bool) -> bool:
    """Whether a line on a page of this direction is a sentence of the other, not just names in it."""
    rtl, ltr = kinds.count("r") + kinds.count("A"), kinds.count("l")
    against, words = (ltr, _LATIN_WORD) if right_to_left else (rtl, _RTL_WORD)
    return against > _OTHER_WAY * (rtl + ltr) and len(words.findall(kinds)) >= _SENTENCE


NON_JOINER = "\u200c"
JOINERS = f"{NON_JOINER}\u200d"


@cache
def _one_way() -> re.Pattern[str]:
    """A line of right-to-left words and signs between them only: no number, bracket, mark or other script."""
    signs = "".join(
        re.escape(chr(code))
        for code in chain(range(0x20, 0x900), range(0xFB1D, 0xFF00))
        if _CLASSES[code] in ("r", "A", "n", "-", ",", ":", "%")
    )
    return re.compile(f"[{signs}]*")


def _from_right(kinds: str) -> list[Run]:
    """Runs of visual indices in logical order for a line that runs from right to left."""
    runs: list[Run] = []
    end = len(kinds)
    for first, last in reversed(_islands(kinds)):
        runs += ((last, end, True), (first, last, False))
        end = first
    runs.append((0, end, True))
    return runs


def _guest(text: str, kinds: str) -> list[Run]:
    """Runs of a Latin line in a right-to-left paragraph: its number stands right, its full stop left."""
    number, stop = _NUMBER_RIGHT.search(text), _STOP_LEFT.match(text)
    start, end = stop.end() if stop else 0, number.start() if number else len(text)
    runs = [(number.start(1), number.end(1), False), (end, number.start(1), True)] if number else []
    runs += [(start + first, start + last, turned) for first, last, turned in _from_left(kinds[start:end])]
    return [*runs, (0, start, True)]


def _islands(kinds: str) -> list[tuple[int, int]]:
    """The runs of a right-to-left line that run from left to right, as visual ranges."""
    islands: list[tuple[int, int]] = []
    if _LATIN_RUN.search(kinds) is None:
        return islands
    for run in _NOT_RTL.finditer(kinds):
        start, stop = run.span()
        if "l" in run[0]:
            inner = _LATIN_RUN.search(kinds, start, stop)
            islands += [_with_own_brackets(kinds, *inner.span())] if inner else []
        else:
            # W2: after an Arabic letter a European number counts as Arabic. Right of the run is before it; a
            # line of Arabic goes on where another ended, most likely after such a letter.
            arabic = kinds[stop : stop + 1] == "A" or (stop == len(kinds) and kinds[start - 1 : start] == "A")
            found = (_NUMBERS_AFTER_ARABIC if arabic else _NUMBERS).finditer(kinds, start, stop)
            islands += [match.span() for match in found]
    if islands and _BROKEN_AT_HYPHEN.match(kinds, islands[0][1]) and not kinds[: islands[0][0]].strip("n"):
        islands[0] = islands[0][0], islands[0][1] + 1
    return islands


def _with_own_brackets(kinds: str, start: int, stop: int) -> tuple[int, int]:
    """An island with the bracket beside it whose other half stands inside: "P(3; 5)", "(x-2)(x+2) = 0"."""
    open_inside = kinds.count("(", start, stop) - kinds.count(")", start, stop)
    while open_inside > 0 and kinds[stop : stop + 1] == ")":
        open_inside, stop = open_inside - 1, stop + 1
    while open_inside < 0 < start and kinds[start - 1] == "(":
        open_inside, start = open_inside + 1, start - 1
    return start, stop


def _from_left(kinds: str) -> list[Run]:
    """Runs of visual indices in logical order for a line that runs from left to right."""
    runs: list[Run] = []
    end = 0
    for run in _RTL_RUN.finditer(kinds):
        place = run.start()
        runs.append((end, place, False))
        runs += [(place + start, place + stop, turned) for start, stop, turned in _from_right(run[0])]
        end = run.end()
    runs.append((end, len(kinds), False))
    return runs


def _with_brackets(text: str, turned: Sequence[bool]) -> str:
    """Brackets in turned runs as they are typed.

    Some producers map the mirrored glyph to the sign it shows, others to the sign that was typed. Where a
    bracket stands tells which it must be: an opening one has a space before it and none after it.
    """
    letters = list(text)
    mirrored: list[int] = []  # whether those are for which their place tells
    doubtful: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if not turned[place]:
            continue
        space_before = place == 0 or text[place - 1].isspace() or text[place - 1] in _MIRRORED
        if space_before == _is_space_after(text, place):
            doubtful.append(place)
            continue
        mirrored.append((match[0] in _CLOSING) == space_before)
        if mirrored[-1]:
            letters[place] = _MIRRORED[match[0]]
    # A producer does it one way; so what tells of most tells of the others, as in "راه [" or "1-1[2]".
    for place in doubtful if 2 * sum(mirrored) > len(mirrored) else ():
        letters[place] = _MIRRORED[text[place]]
    return "".join(letters)


def _is_space_after(text: str, place: int) -> bool:
    """Whether no letter, number or sign of mathematics follows a place."""
    following = text[place + 1 : place + 2]
    return not (following.isalnum() or unicodedata.category(following or " ") == "Sm")
