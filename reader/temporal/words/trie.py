"""Many words as one regular expression that reads each letter once.

`re` tries the branches of an alternation in turn; factoring common beginnings into a tree makes a list of
hundreds of words cost about as much as its longest path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""
# Justified lines leave up to three spaces between two words; bounded, so that matching stays linear.
SPACE = " {1,3}"


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches exactly the given words, the longest first; a space matches one to three.

    Raises:
        ValueError: there is no word.
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    if not root:
        raise ValueError("no words")
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches: list[str] = []
    letters: list[str] = []
    for char, child in sorted(node.items()):
        if char == _END:
            continue
        head = SPACE if char == " " else re.escape(char)
        if set(child) == {_END} and char != " ":
            letters.append(head)
        else:
            branches.append(head + _pattern(child))
    if letters:
        branches.append(letters[0] if len(letters) == 1 else f"[{''.join(letters)}]")
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "|".join(branches)
    if _END in node:
        return f"(?:{body})?"
    return body if len(branches) == 1 else f"(?:{body})"
