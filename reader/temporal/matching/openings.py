"""How a rule may begin: the word at its head and the words that may come second.

In: the parts of a template. Out: its `Opening`s. They may allow more than the template matches, never less: a
rule is tried only where the two words in the text fit one of them. A word is written as it stands, "ein…" for
all that begin so, "#" for digits and "#4" for four of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from reader.temporal.words.template import Node, Slot, may_be_glued

ANY = "…"
LENGTHS = frozenset(f"#{length}" for length in range(1, 6))
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words: whole ones, and the beginnings of others."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings)


def words_of(texts: Iterable[str], *, endings: bool) -> Words:
    """Words as they are written here; with `endings` any letters may follow each."""
    every = frozenset(texts)
    cut = tuple(
        text.removesuffix(ANY) for text in every if text.endswith(ANY) or (endings and text[0] != "#")
    )
    return Words(every | LENGTHS if "#" in every else every, cut)


@dataclass(frozen=True)
class Opening:
    """One way to begin: `heads`, the words that may stand first, and how it goes on."""

    heads: frozenset[str]
    goes_on: Callable[[], frozenset[str] | None]
    endings: bool

    @cached_property
    def seconds(self) -> Words | None:
        """The words of which one must come second; None where none must."""
        found = self.goes_on()
        return None if found is None else words_of(found, endings=self.endings)


@dataclass
class OpeningReader:
    """Reads the openings of templates.

    Attributes:
        slots: the slots of a language.
        endings: whether any letters may follow a word.
    """

    slots: Mapping[str, Slot]
    endings: bool
    _longer: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def openings(self, nodes: tuple[Node, ...]) -> Iterator[Opening]:
        """The ways in which a sequence may begin."""
        if not nodes:
            return
        node, rest = nodes[0], nodes[1:]
        if node.optional:
            yield from self.openings(rest)
            node = replace(node, optional=False)
        if node.kind == "group":
            for option in node.options:
                yield from self.openings((*option, *rest))
            return
        if node.kind == "slot":
            yield from self._of_slot(node.text, rest)
            return
        word, length = _word((node, *rest))
        if length:
            rest = rest[length - 1 :]
            glued = may_be_glued(rest, self.slots)
            yield self._opening((word + ANY if glued else word,), lambda: self._followers(rest, glued=True))
            return
        if heads := _begun(node):
            yield self._opening(heads, lambda: None)
        if _has_sign(node):
            yield from self.openings(rest)

    def _opening(self, heads: Iterable[str], goes_on: Callable[[], frozenset[str] | None]) -> Opening:
        return Opening(frozenset(heads), goes_on, self.endings)

    def _of_slot(self, name: str, rest: tuple[Node, ...]) -> Iterator[Opening]:
        """A slot's words with what comes after them; of its longer texts the second word tells more."""
        slot = self.slots[name]
        glued = may_be_glued(rest, self.slots)
        longer = self._longer.get(name)
        if longer is None:
            longer = self._longer[name] = _longer(slot)
        for head, seconds in longer.items():
            yield self._opening((head,), partial(frozenset, seconds))
        heads = _heads(slot, glued=glued)
        if slot.whole is not None:
            heads = frozenset(head for head in heads if head.removesuffix(ANY) in slot.whole)
        yield self._opening(heads, lambda: self._after_slot(slot, rest, glued=glued))

    def _after_slot(self, slot: Slot, rest: tuple[Node, ...], *, glued: bool) -> frozenset[str] | None:
        following = self._followers(rest, glued=False)
        if following is None or slot.inside is None:
            return None
        apart = self._followers(rest, glued=True) if glued else frozenset[str]()
        return None if apart is None else slot.inside() | following | apart

    def _followers(self, nodes: tuple[Node, ...], *, glued: bool) -> frozenset[str] | None:
        """The words of which one must come next; None where none must.

        Args:
            nodes: what comes after a word.
            glued: letters at their beginning belong to that word.
        """
        if not nodes:
            return None
        node, rest = nodes[0], nodes[1:]
        ways: list[frozenset[str] | None] = [self._followers(rest, glued=glued)] if node.optional else []
        if node.kind == "group":
            ways += (self._followers((*option, *rest), glued=glued) for option in node.options)
        elif node.kind == "slot":
            heads = _heads(self.slots[node.text], glued=may_be_glued(rest, self.slots))
            ways.append(None if glued and any(head[0] != "#" for head in heads) else heads)
        else:
            word, length = _word((replace(node, optional=False), *rest))
            if length and glued:
                ways.append(self._followers(rest[length - 1 :], glued=True))
            elif length:
                more = may_be_glued(rest[length - 1 :], self.slots)
                ways.append(frozenset((word + ANY if more else word,)))
            elif chars := _begun(node):
                ways.append(None if glued else chars)
            if not length and _has_sign(node):
                ways.append(self._followers(rest, glued=glued and not node.text))
        return None if None in ways else frozenset[str]().union(*filter(None, ways))


def _longer(slot: Slot) -> dict[str, set[str]]:
    """Of the slot's texts of several words: the second words by the first."""
    found: dict[str, set[str]] = {}
    for head, second, *_ in map(_TOKEN.findall, slot.phrases()):
        found.setdefault(head, set()).add("#" if second.isdecimal() else second)
    return found


def _heads(slot: Slot, *, glued: bool) -> frozenset[str]:
    """What a slot may begin with; where letters may be glued to it, also as the beginning of a word."""
    if slot.heads is None:
        if slot.first is None:
            return frozenset((ANY, "#"))
        return frozenset("#" if char.isdecimal() else char + ANY for char in slot.first)
    if not glued:
        return slot.heads
    return frozenset(head if head[0] == "#" or head.endswith(ANY) else head + ANY for head in slot.heads)


def _word(nodes: tuple[Node, ...]) -> tuple[str, int]:
    """The letters that a sequence begins with, and how many parts they are."""
    length = 0
    while length < len(nodes) and nodes[length].kind == "text" and _is_letter(nodes[length]):
        length += 1
    return "".join(part.text for part in nodes[:length]), length


def _is_letter(node: Node) -> bool:
    return not node.optional and _TOKEN.fullmatch(node.text) is not None and not node.text.isdecimal()


def _begun(node: Node) -> frozenset[str]:
    """What a class or a figure may begin a word with."""
    return frozenset(
        "#" if char.isdecimal() else char + ANY for char in node.text if _TOKEN.match(char) is not None
    )


def _has_sign(node: Node) -> bool:
    return not node.text or any(_TOKEN.match(char) is None for char in node.text)
