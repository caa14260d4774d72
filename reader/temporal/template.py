"""The pattern of a rule: words, named slots and small groups, read and made into a regular expression.

A pattern is written as the text is: `'{day}\\.? {month} {year}( {era})?'`. Allowed are letters and signs as
they stand, a space (one to three spaces in the text), `{slot}`, groups `(a|b)`, a class `[.,]`, `?` after any of
these, `<context >` around what must stand before or after the mention without being part of it, and `\\`
before a sign that has a meaning here. There is no `*` and no `+`: every pattern matches a
bounded stretch, which keeps matching linear on any text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product

from reader.temporal.trie import SPACE

_SLOT = re.compile(r"\{([a-z_]+)(\d*)\}")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W_]")
# A rule that says more than this is several rules; the limit keeps reading a file fast.
_MOST_VARIANTS = 400
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
    """

    pattern: Callable[[], str]
    first: frozenset[str] | None
    spawns: bool


@dataclass(frozen=True, slots=True)
class Binding:
    """A group of the expression and the slot it reads: `day2` is the second value of the slot `day`."""

    group: str
    name: str
    slot: str


@dataclass(frozen=True, slots=True)
class _Node:
    kind: str  # "text", "slot", "class", "group", "begin", "finish"
    text: str = ""
    number: str = ""
    options: tuple[tuple[_Node, ...], ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A pattern, read.

    Attributes:
        needs: the variants of the rule, each the slots and words ("=word") it cannot do without.
        first: the characters a match may begin with; None for "any".
        bindings: the groups of `regex()`, in order.
    """

    nodes: tuple[_Node, ...]
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
    nodes, end = _sequence(pattern, 0, slots, fold, depth=0)
    if end != len(pattern):
        raise PatternError(f"')' without '(' at {end}")
    bindings: list[Binding] = []
    _number(nodes, bindings)
    first, nullable = _first(nodes, slots)
    if nullable:
        raise PatternError("matches nothing at all: some part must not be optional")
    return Template(nodes, tuple(set(_needs(nodes))), first, tuple(bindings), slots)


def _sequence(
    pattern: str, at: int, slots: Mapping[str, Slot], fold: Callable[[str], str], depth: int
) -> tuple[tuple[_Node, ...], int]:
    nodes: list[_Node] = []
    while at < len(pattern) and not (depth and pattern[at] in "|)"):
        char = pattern[at]
        node: _Node
        if char == "(":
            options: list[tuple[_Node, ...]] = []
            while True:
                option, at = _sequence(pattern, at + 1, slots, fold, depth + 1)
                options.append(option)
                if at >= len(pattern):
                    raise PatternError("'(' without ')'")
                if pattern[at] == ")":
                    break
            node, at = _Node("group", options=tuple(options)), at + 1
        elif char == "{":
            match = _SLOT.match(pattern, at)
            if not match or match[1] not in slots:
                raise PatternError(f"no such slot: {pattern[at : pattern.find('}', at) + 1] or pattern[at:]}")
            node, at = _Node("slot", match[1], match[2]), match.end()
        elif char in "<>" and not depth:
            # "<à >{hour}": the context before closes with the mention's begin; the one after opens with its end.
            if char == ">" and not any(node.kind == "begin" for node in nodes) and "<" not in pattern[:at]:
                raise PatternError("'>' without '<'")
            opens_late = char == "<" and any(node.kind not in {"begin"} for node in nodes)
            at += 1
            if char == "<" and not opens_late:
                continue
            if char == ">" and any(node.kind == "finish" for node in nodes):
                continue
            nodes.append(_Node("finish" if char == "<" else "begin"))
            continue
        elif char == "[":
            close = pattern.find("]", at)
            if close < 0:
                raise PatternError("'[' without ']'")
            node, at = _Node("class", fold(pattern[at + 1 : close])), close + 1
        elif char in "*+|)}":
            raise PatternError(f"{char!r} at {at} has no meaning here; write '\\{char}' for the sign itself")
        else:
            at += char == "\\"
            node, at = _Node("text", fold(pattern[at])), at + 1
        if at < len(pattern) and pattern[at] == "?":
            node, at = _Node(node.kind, node.text, node.number, node.options, optional=True), at + 1
        nodes.append(node)
    return tuple(nodes), at


def _number(nodes: tuple[_Node, ...], bindings: list[Binding]) -> None:
    for node in nodes:
        if node.kind == "slot":
            bindings.append(Binding(f"g{len(bindings)}", node.text + node.number, node.text))
        for option in node.options:
            _number(option, bindings)


def _regex(node: _Node, slots: Mapping[str, Slot], groups: object) -> str:
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


def _first(nodes: tuple[_Node, ...], slots: Mapping[str, Slot]) -> tuple[frozenset[str] | None, bool]:
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


def _needs(nodes: tuple[_Node, ...]) -> list[frozenset[str]]:
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


def _variants(nodes: tuple[_Node, ...]) -> list[tuple[str, frozenset[str]]]:
    """The flat forms of a sequence without its optional parts (each leaves a break that ends a word)."""
    columns: list[list[tuple[str, frozenset[str]]]] = []
    size = 1
    for node in nodes:
        if node.kind in {"begin", "finish"}:
            column = [("", frozenset[str]())]
        elif node.optional:
            # An optional space cannot make a longer word; anything else may.
            column = [(" " if node.text == " " else _BREAK, frozenset[str]())]
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
    joined = []
    for parts in product(*columns):
        joined.append(("".join(text for text, _ in parts), frozenset().union(*(wanted for _, wanted in parts))))
    return joined
