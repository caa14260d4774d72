"""The lines of a picture of text, made of the words that Tesseract found in it.

In: its table of words and their boxes on the picture. Out: lines as a text layer would have them. The table
does not say which way a line runs, and a page may have been put on the scanner sideways; but its words come
in reading order, so the first and the last of a line tell, once one knows whether its script runs from the
right. Source: Tesseract 5 manual, output format TSV (level 5 are words).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from reader.document.model import Box, Line
from reader.document.text.bidi import RTL_LETTER

# Words it is less sure of than this are stains and rules.
_LEAST_CONFIDENCE = 30.0
_WORD_LEVEL = "5"
_COLUMNS = 12
# The share of a line's height that its letters' size is: ascender to descender is about 1.2 em.
_SIZE_OF_HEIGHT = 0.8
_SAME_SIZE = 0.3
# A word of three letters that is higher than wide by so much does not lie.
_STANDING = 1.5
_LEAST_LETTERS = 3
UPRIGHT, DOWNWARD, UPSIDE_DOWN, UPWARD = 0, 90, 180, 270  # clockwise turns
_UPWARD_OR_BACK = (UPSIDE_DOWN, UPWARD)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points on the page as it was painted."""

    text: str
    box: Box

    def extent(self, *, standing: bool) -> tuple[float, float]:
        """From where to where it goes along its line."""
        return (self.box.y0, self.box.y1) if standing else (self.box.x0, self.box.x1)

    def thickness(self, *, standing: bool) -> float:
        """Its height over the line."""
        low, high = self.extent(standing=not standing)
        return high - low


def lines_of_tsv(table: str, scale: float) -> tuple[Line, ...]:
    """Lines of Tesseract's TSV; `scale` is pixels a point."""
    sure = (cells for cells in _rows(table) if float(cells[10]) >= _LEAST_CONFIDENCE)
    lines = [
        [_word(cells, scale) for cells in group] for _, group in groupby(sure, key=lambda cells: cells[1:5])
    ]
    turns = _turns(lines)
    return _even_sizes([_line(words, turn) for words, turn in zip(lines, turns, strict=True)])


def confidence(table: str) -> float:
    """How sure Tesseract is of what it read, letter by letter, from 0 to 100; 100 where it read nothing."""
    rows = [(float(cells[10]), len(cells[11])) for cells in _rows(table)]
    letters = sum(count for _, count in rows)
    return sum(sure * count for sure, count in rows) / letters if letters else 100.0


def _rows(table: str) -> Iterator[list[str]]:
    """The cells of the rows that hold a word."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) >= _COLUMNS and cells[0] == _WORD_LEVEL and cells[11].strip():
            yield cells


def _word(cells: Sequence[str], scale: float) -> Word:
    left, top, width, height = (int(cell) / scale for cell in cells[6:10])
    return Word(cells[11].strip(), Box(left, top, left + width, top + height))


def _turns(lines: Sequence[Sequence[Word]]) -> list[int]:
    """How far each line is turned: as most of those that lie, or stand, as it does.

    One line alone may mislead, where a number or a foreign word stands at its end.
    """
    votes: dict[bool, Counter[int]] = {False: Counter({UPRIGHT: 0}), True: Counter({DOWNWARD: 0})}
    letters = Counter[bool]()
    for words in lines:
        if len(words) > 1:
            standing = _stands(words)
            count = sum(len(word.text) for word in words)
            letters[standing] += count
            votes[standing][_turn(words, standing=standing)] += count
    usual = letters[True] > letters[False]
    found = []
    for words in lines:
        standing = _stands(words, usual=usual)
        found.append(votes[standing].most_common(1)[0][0])
    return found


def _stands(words: Sequence[Word], *, usual: bool = False) -> bool:
    """Whether a line runs along the height of the page; a short one that does not tell is as is `usual`."""
    first, last = words[0].box, words[-1].box
    if len(words) > 1:
        return abs(last.y0 + last.y1 - first.y0 - first.y1) > abs(last.x0 + last.x1 - first.x0 - first.x1)
    width, height = first.x1 - first.x0, first.y1 - first.y0
    if len(words[0].text) >= _LEAST_LETTERS and not width / _STANDING < height < width * _STANDING:
        return height > width
    return usual


def _turn(words: Sequence[Word], *, standing: bool) -> int:
    """The turn of a line, by the way from its first word to its last."""
    forward = words[-1].extent(standing=standing)[0] > words[0].extent(standing=standing)[0]
    if forward != _runs_from_the_right(words):
        return DOWNWARD if standing else UPRIGHT
    return UPWARD if standing else UPSIDE_DOWN


def _runs_from_the_right(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return 2 * len(RTL_LETTER.findall(text)) > sum(letter.isalpha() for letter in text)


def _even_sizes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines about as large as most get the size of most: what was measured hangs on their letters."""
    if not lines:
        return ()
    usual = median(line.font_size for line in lines)
    return tuple(
        replace(line, font_size=usual) if abs(line.font_size - usual) < _SAME_SIZE * usual else line
        for line in lines
    )


def _line(words: Sequence[Word], turn: int) -> Line:
    """Words as a line; letters share a word's length evenly."""
    standing = turn in (DOWNWARD, UPWARD)
    text = ""
    edges: list[float] = []
    falling = _falls(words, turn, standing=standing)
    for word in words:
        low, high = word.extent(standing=standing)
        if text:
            text += " "
            edges += sorted((edges[-2] if falling else edges[-1], high if falling else low))
        step = (high - low) / len(word.text)
        places = reversed(range(len(word.text))) if falling else range(len(word.text))
        edges += [edge for place in places for edge in (low + place * step, low + (place + 1) * step)]
        text += word.text
    boxes = [word.box for word in words]
    box = Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )
    heights = sorted(word.thickness(standing=standing) for word in words)
    return Line(
        text,
        box,
        heights[len(heights) // 2] * _SIZE_OF_HEIGHT,
        vertical=standing,
        edges=tuple(edges),
        baseline=0.0 if turn else median(box.y1 for box in boxes),
        rotation=turn,
    )


def _falls(words: Sequence[Word], turn: int, *, standing: bool) -> bool:
    """Whether the places of a line's letters fall: to the left, or up the page."""
    if len(words) > 1:
        return words[0].extent(standing=standing)[0] > words[-1].extent(standing=standing)[0]
    return _runs_from_the_right(words) != (turn in _UPWARD_OR_BACK)
