"""The stretches of a text that speak of time: where it is worth trying a rule.

In: the telling words of a text. Out: windows around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# How far from the word that spawned it a match may begin or end: the longest rules of the first five
# languages reach 26 characters beyond ("the last three and a half months of …").
_REACH = 30
# A word that goes on repeating itself tells nothing more; so a megabyte of "may" costs no more than prose.
_MOST_REPEATS = 3


def around(telling: Iterable[tuple[int, str, int]]) -> Iterator[tuple[int, int, int]]:
    """Stretches around words that tell of time: start, end, kinds of time in sight.

    Args:
        telling: the words in order: place, word, kinds.
    """
    start = end = mask = 0
    last, after, repeats = "", 0, 0
    for place, word, kinds in telling:
        repeats = repeats + 1 if word == last and place - after <= 1 else 0
        last, after = word, place + len(word)
        if repeats > _MOST_REPEATS:
            continue
        if mask and place - end <= 2 * _REACH:
            mask |= kinds
        else:
            if mask:
                yield start, end + _REACH, mask
            start, mask = max(0, place - _REACH), kinds
        end = after
    if mask:
        yield start, end + _REACH, mask
