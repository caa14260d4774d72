r"""The pattern of a rule: words, named slots and small groups, read and made into a regular expression.

A pattern is written as the text is: `'{day}\.? {month} {year}( {era})?'`. Allowed are letters and signs as
they stand, a space (one to three spaces in the text), `{slot}`, groups `(a|b)`, a class `[.,]`, `?` after any
of these, `<context >` around what must stand before or after the mention without being part of it, and `\`
before a sign that has a meaning here. There is no `*` and no `+`: every pattern matches a bounded stretch,
which keeps matching linear on any text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from reader.temporal.words.trie import SPACE

_SLOT = re.compile(r"\{([a-z_]+)(\d*)\}")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W_]")
# A rule that says more than this is several rules; the limit keeps reading a file fast.
_MOST_VARIANTS = 400
_FEW_VARIANTS = 50  # beyond it an optional letter no longer makes two variants of one
_BREAK = "\x00"


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What may stand in a slot.

    Attributes:
        pattern: makes its regular expression, without named groups (made when a rule first needs it).
        first: characters it may begin with; None for "any".
        spawns: it is rare and telling enough to make the engine look for rules around it.
        heads: the words it may begin with, "ein…" for all that begin so, "#" for digits, "#4" for so many;
            None where that cannot be said.
        whole: those of the words it may begin with that may fill it alone; None for all.
        phrases: gives its texts of several words that begin with a word, as far as they can be listed.
        inside: gives the words that may come second in its other texts; None where that cannot be said.
    """

    pattern: Callable[[], str]
    first: frozenset[str] | None
    spawns: bool
    heads: frozenset[str] | None = None
    whole: frozenset[str] | None = None
    phrases: Callable[[], Iterable[str]] = tuple
    inside: Callable[[], frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """A group of the expression and the slot it reads: `day2` is the second value of the slot `day`."""

    group: str
    name: str
    slot: str


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a pattern."""

    kind: str  # "text", "slot", "class", "group", "begin", "finish"
    text: str = ""
    number: str = ""
    options: tuple[tuple[Node, ...], ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A pattern, read.

    Attributes:
        needs: the variants of the rule, each the slots and words ("=word") it cannot do without.
        first: the characters a match may begin with; None for "any".
        bindings: the groups of `regex()`, in order.
    """

    nodes: tuple[Node, ...]
    needs: tuple[frozenset[str], ...]
    first: frozenset[str] | None
    bindings: tuple[Binding, ...]
    slots: Mapping[str, Slot] = field(repr=False)

    def regex(self) -> str:
        """The regular expression, with one named group per binding."""
        groups = iter(self.bindings)
        return "".join(_regex(node, self.slots, groups) for node in self.nodes)


def read_template(pattern: str, slots: Mapping[str, Slot], fold: Callable[[str], str]) -> Template:
    """Reads a pattern.

    Args:
        pattern: the rule as written.
        slots: the slots it may use.
        fold: makes its words like the folded text; one character for one.

    Raises:
        PatternError: a slot nobody declared, an open group, a sign without its meaning.
    """
    nodes = _Parser(pattern, slots, fold).sequence()
    bindings: list[Binding] = []
    _number(nodes, bindings)
    first, nullable = _first(nodes, slots)
    if nullable:
        raise PatternError("matches nothing at all: some part must not be optional")
    return Template(nodes, tuple(set(_needs(nodes))), first, tuple(bindings), slots)


@dataclass
class _Parser:
    """Reads a pattern sign by sign."""

    pattern: str
    slots: Mapping[str, Slot]
    fold: Callable[[str], str]
    at: int = 0

    def sequence(self, *, inside: bool = False) -> tuple[Node, ...]:
        """A run of parts, up to the end or, inside a group, to its next bar or bracket."""
        nodes: list[Node] = []
        while self.at < len(self.pattern) and not (inside and self.pattern[self.at] in "|)"):
            char = self.pattern[self.at]
            if char in "<>" and not inside:
                nodes += self._context(char, nodes)
                continue
            node = self._part(char)
            if self.pattern[self.at : self.at + 1] == "?":
                node, self.at = replace(node, optional=True), self.at + 1
            nodes.append(node)
        return tuple(nodes)

    def _part(self, char: str) -> Node:
        if char == "(":
            return self._group()
        if char == "{":
            match = _SLOT.match(self.pattern, self.at)
            if not match or match[1] not in self.slots:
                end = self.pattern.find("}", self.at) + 1 or len(self.pattern)
                raise PatternError(f"no such slot: {self.pattern[self.at : end]}")
            self.at = match.end()
            return Node("slot", match[1], match[2])
        if char == "[":
            close = self.pattern.find("]", self.at)
            if close < 0:
                raise PatternError("'[' without ']'")
            text, self.at = self.pattern[self.at + 1 : close], close + 1
            return Node("class", self.fold(text))
        if char in "*+|)}":
            raise PatternError(
                f"{char!r} at {self.at} has no meaning here; write '\\{char}' for the sign itself"
            )
        self.at += char == "\\"
        if self.at >= len(self.pattern):
            raise PatternError("'\\' at the end")
        self.at += 1
        return Node("text", self.fold(self.pattern[self.at - 1]))

    def _group(self) -> Node:
        options: list[tuple[Node, ...]] = []
        while True:
            self.at += 1
            options.append(self.sequence(inside=True))
            if self.at >= len(self.pattern):
                raise PatternError("'(' without ')'")
            if self.pattern[self.at] == ")":
                self.at += 1
                return Node("group", options=tuple(options))

    def _context(self, char: str, nodes: list[Node]) -> list[Node]:
        """Reads "<à >{hour}": the context before ends where the mention begins."""
        self.at += 1
        has_begin = any(node.kind == "begin" for node in nodes)
        if char == "<":
            return [Node("finish")] if nodes else []
        if any(node.kind == "finish" for node in nodes):
            return []
        if has_begin or not self.pattern.startswith("<"):
            raise PatternError("'>' without '<'")
        return [Node("begin")]


def _number(nodes: tuple[Node, ...], bindings: list[Binding]) -> None:
    for node in nodes:
        if node.kind == "slot":
            bindings.append(Binding(f"g{len(bindings)}", node.text + node.number, node.text))
        for option in node.options:
            _number(option, bindings)


def _regex(node: Node, slots: Mapping[str, Slot], groups: object) -> str:
    if node.kind in {"begin", "finish"}:
        return f"(?P<{node.kind}>)"
    if node.kind == "slot":
        body = f"(?P<{next(groups).group}>{slots[node.text].pattern()})"  # type: ignore[call-overload] # an iterator
    elif node.kind == "group":
        options = ["".join(_regex(part, slots, groups) for part in option) for option in node.options]
        body = f"(?:{'|'.join(options)})"
    elif node.kind == "class":
        body = f"[{re.escape(node.text)}]"
    else:
        body = SPACE if node.text == " " else re.escape(node.text)
        if node.optional and node.text == " ":
            return " {0,3}"
    return f"(?:{body})?" if node.optional and node.kind != "text" else body + "?" * node.optional


def _first(nodes: tuple[Node, ...], slots: Mapping[str, Slot]) -> tuple[frozenset[str] | None, bool]:
    """The characters a sequence may begin with, and whether it may be empty."""
    chars: set[str] = set()
    for node in nodes:
        nullable = node.optional or node.kind in {"begin", "finish"}
        if node.kind == "slot":
            first = slots[node.text].first
            if first is None:
                return None, False
            chars |= first
        elif node.kind == "group":
            for option in node.options:
                first, empty = _first(option, slots)
                if first is None:
                    return None, False
                chars |= first
                nullable = nullable or empty
        else:
            chars |= set(node.text)
        if not nullable:
            return frozenset(chars), False
    return frozenset(chars), True


def may_be_glued(rest: tuple[Node, ...], slots: Mapping[str, Slot]) -> bool:
    """Whether the rest of a sequence may go on with a letter, at once."""
    first, nullable = _first(rest, slots)
    if first is None:
        return True
    return any(_WORD.match(char) for char in first) and not (nullable and not first)


def _needs(nodes: tuple[Node, ...]) -> list[frozenset[str]]:
    """Per variant: the slots it needs, and the whole words it needs."""
    needs: list[frozenset[str]] = []
    for text, wanted in _variants(nodes):
        words = (
            match[0]
            for match in _WORD.finditer(text)
            if _BREAK not in text[max(0, match.start() - 1) : match.end() + 1]
        )
        needs.append(wanted | {f"={word}" for word in words})
    return needs


def _parts_words(node: Node, end: int) -> bool:
    """Whether what a part begins (0) or ends (-1) with is surely no letter."""
    if node.kind == "group":
        return all(
            option and not option[end].optional and _parts_words(option[end], end) for option in node.options
        )
    return node.kind in {"text", "class"} and not _LETTER.search(node.text)


def _is_letter(node: Node) -> bool:
    return node.kind == "text" and _LETTER.match(node.text) is not None


def _variants(nodes: tuple[Node, ...]) -> list[tuple[str, frozenset[str]]]:
    """The flat forms of a sequence without its optional parts (each leaves a break that ends a word)."""
    columns: list[list[tuple[str, frozenset[str]]]] = []
    size = 1
    for node in nodes:
        if node.kind in {"begin", "finish"}:
            column = [("", frozenset[str]())]
        elif node.optional and _is_letter(node) and size < _FEW_VARIANTS:
            column = [("", frozenset[str]()), (node.text, frozenset[str]())]  # "siècles?": two words
        elif node.optional:
            # What begins or ends with a space cannot make a word beside it longer; anything else may.
            column = [
                ("".join(" " if _parts_words(node, end) else _BREAK for end in (0, -1)), frozenset[str]())
            ]
        elif node.kind == "slot":
            column = [("0", frozenset((node.text,)))]
        elif node.kind == "class":
            column = [(_BREAK if _LETTER.search(node.text) else " ", frozenset[str]())]
        elif node.kind == "group":
            column = [variant for option in node.options for variant in _variants(option)]
        else:
            column = [(node.text, frozenset[str]())]
        columns.append(column)
        size *= len(column)
        if size > _MOST_VARIANTS:
            raise PatternError("too many variants; make it several rules")
    return [
        ("".join(text for text, _ in parts), frozenset[str]().union(*(wanted for _, wanted in parts)))
        for parts in product(*columns)
    ]
