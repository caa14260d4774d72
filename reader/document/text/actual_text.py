"""One line from two witnesses: what /ActualText says its text is, and what its glyphs say.

Chromium writes the text of every Arabic cluster beside its glyphs. That keeps what a font has no sign for (a
zero-width non-joiner, which of two digits a glyph stands for), but the engine piles the letters of a
cluster on its first glyph or loses the letter that a mark follows. The glyphs know every letter, and no mark
that the font draws without naming. So the text is the first, with the letters only the second has; where
letters are piled the second, with the marks only the first has.
"""

from __future__ import annotations

import unicodedata

from reader.document.text.bidi import NON_JOINER
from reader.document.text.glyphs import UNKNOWN, Glyphs, Row

_ONE_SPOT = 0.5  # points: closer than this two characters stand in one place
_BESIDE = 3.0  # points: a mark may stand so far outside its line


def both_sources(named: Glyphs, drawn: Glyphs) -> Glyphs:
    """The characters of a line.

    Args:
        named: with /ActualText.
        drawn: without.
    """
    edges = [(low, high) for letter, low, high, _ in (*named.rows(), *drawn.rows()) if _is_letter(letter)]
    if edges:
        ends = min(edges)[0] - _BESIDE, max(high for _, high in edges) + _BESIDE
        named, drawn = _without_strays(named, ends), _without_strays(drawn, ends)
    if not _is_piled(named):
        return _with_lost_letters(named, drawn)
    mended = _with_marks(_with_signs(drawn, named), named)
    return mended if mended.text.count(UNKNOWN) <= named.text.count(UNKNOWN) else named


def handed_on(line: Glyphs, following: Glyphs) -> tuple[Glyphs, Glyphs]:
    """Two lines, the mark at the end of the first given to the second where it is not on its own letter.

    A line from right to left is drawn from its left end; where a letter with a mark stands there, the mark
    comes first, and the engine takes it for one of the letter drawn last, a line above.
    """
    rows, others = line.rows(), following.rows()
    if len(rows) < 2 or not others:  # noqa: PLR2004 - a letter and its mark
        return line, following
    (_, _, high, _), (mark, place, _, _) = rows[-2:]
    if not unicodedata.combining(mark) or place < high + _ONE_SPOT:
        return line, following
    given = with_first_mark(following, mark)
    return (line, following) if given is following else (line.with_rows(rows[:-1]), given)


def stray_mark(line: Glyphs) -> str:
    """The mark that ends a line after a figure, which bears none: it is of the line below; "" for none."""
    last, before = line.text[-1:], line.text[-2:-1]
    return last if last and unicodedata.combining(last) and before.isdecimal() else ""


def with_first_mark(line: Glyphs, mark: str) -> Glyphs:
    """A line from right to left, and a mark on the letter at its left end, if a letter stands there."""
    rows = line.rows()
    left = min(rows, key=lambda row: row[1])
    if not _is_letter(left[0]) or left[0].isdecimal():
        return line
    return line.with_rows([(mark, left[1], left[1], False), *rows])


def within(glyphs: Glyphs, left: float, right: float) -> Glyphs | None:
    """Those of some characters that stand between two places of their line; None where none does."""
    rows = [row for row in glyphs.rows() if left - _ONE_SPOT <= row[1] and row[2] <= right + _ONE_SPOT]
    return glyphs.with_rows(rows) if any(_is_letter(row[0]) for row in rows) else None


def _without_strays(glyphs: Glyphs, ends: tuple[float, float]) -> Glyphs:
    """Without marks of another line, which the engine hangs on the line drawn before theirs."""
    rows = glyphs.rows()
    kept = [
        row
        for row, before in zip(rows, ["", *glyphs.text[:-1]], strict=True)
        if not unicodedata.combining(row[0]) or (ends[0] <= row[1] <= ends[1] and not before.isdigit())
    ]
    return glyphs if len(kept) == len(rows) else glyphs.with_rows(kept)


def _is_piled(glyphs: Glyphs) -> bool:
    """Whether letters stand on one spot without a width of their own."""
    return any(high <= low and _is_letter(character) for character, low, high, _ in glyphs.rows())


def _with_signs(drawn: Glyphs, named: Glyphs) -> Glyphs:
    """The glyphs, with the joiners and digits that are named where they stand: a blank and "٦" say less."""
    signs = [(low, sign) for sign, low, _, _ in named.rows() if sign == NON_JOINER or sign.isdecimal()]
    if not signs:
        return drawn
    found: list[Row] = []
    for character, low, high, synthetic in drawn.rows():
        here = [sign for place, sign in signs if abs(place - low) < _ONE_SPOT]
        kinds = character.isdecimal(), character == " "
        same = [sign for sign in here if (sign.isdecimal(), sign == NON_JOINER) == kinds]
        found.append((same[0] if same and any(kinds) else character, low, high, synthetic))
    return drawn.with_rows(found)


def _with_marks(drawn: Glyphs, named: Glyphs) -> Glyphs:
    """The glyphs, and for those of unknown meaning what is named in their place."""
    if UNKNOWN not in drawn.text:
        return drawn
    marks = [row for row in named.rows() if unicodedata.combining(row[0])]
    letters = [row for row in named.rows() if _is_letter(row[0])]
    found: list[Row] = []
    rows = drawn.rows()
    for index, row in enumerate(rows):
        character, low, high, _ = row
        here = [mark for mark, place, _, _ in marks if abs(place - low) < _ONE_SPOT]
        if character == UNKNOWN and high <= low and here:
            found += [(mark, low, high, False) for mark in here]
        elif character == UNKNOWN and high > low:
            # One glyph for several letters, as the name of God has.
            told = _letters_of(letters, drawn, low, high) or _letters_between(letters, rows, index)
            found += _set_apart(told, low, high) or [row]
        else:
            found.append(row)
    return drawn.with_rows(found)


def _letters_of(letters: list[Row], drawn: Glyphs, low: float, high: float) -> list[str]:
    """The letters named in the place of one glyph, but those drawn beside it."""
    own = {(letter, round(place)) for letter, place, _, _ in drawn.rows()}
    return [
        letter
        for letter, place, _, _ in letters
        if low - _ONE_SPOT <= place <= high + _ONE_SPOT and (letter, round(place)) not in own
    ]


def _letters_between(letters: list[Row], drawn: list[Row], unknown: int) -> list[str]:
    """The letters named before the one drawn after a glyph of unknown meaning, piled where its mark is.

    Where the mark of a cluster is drawn first, the engine sets all letters of it down there.
    """
    after = next((row for row in drawn[unknown + 1 :] if _is_letter(row[0])), None)
    places = [
        index
        for index, row in enumerate(letters)
        if after and row[0] == after[0] and abs(row[1] - after[1]) < _ONE_SPOT
    ]
    if not places:
        return []
    first = last = places[0]
    while first > 0 and letters[first - 1][2] <= letters[first - 1][1]:
        first -= 1
    return [row[0] for row in letters[first:last]]


def _set_apart(told: list[str], low: float, high: float) -> list[Row]:
    """The letters of one glyph side by side from the right: the engine names a cluster from its end."""
    step = (high - low) / max(1, len(told))
    return [
        (letter, high - (place + 1) * step, high - place * step, False)
        for place, letter in enumerate(reversed(told))
    ]


def _with_lost_letters(named: Glyphs, drawn: Glyphs) -> Glyphs:
    """The named characters, and after each the letters that stand there among the glyphs alone."""
    rows = named.rows()
    free = {index for index, row in enumerate(rows) if _is_letter(row[0])}
    lost: dict[int, list[Row]] = {}
    last = -1
    for character, low, high, _ in drawn.rows():
        for letter in unicodedata.normalize("NFKC", character):
            if not _is_letter(letter):
                continue
            here = [index for index in free if abs(rows[index][1] - low) < _ONE_SPOT]
            if here:
                last = min((rows[index][0] != letter, index) for index in here)[1]
                free.discard(last)
            else:
                lost.setdefault(last, []).append((letter, low, high, False))
    if not lost:
        return named
    found = list(lost.get(-1, ()))
    for index, row in enumerate(rows):
        found += [row, *lost.get(index, ())]
    return named.with_rows(found)


def _is_letter(character: str) -> bool:
    return not (character.isspace() or character == UNKNOWN or unicodedata.combining(character))
