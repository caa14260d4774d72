"""Frozen values as plain JSON and back, without loss: an internal form, no exchange format.

In: a dataclass type. Out: `Codec`, made once for it from its annotations: a value becomes the list of its
fields' values, in order, without those at its end that are the fields' own. Types named as `shared` are
written once into a table and then by their number there, so that the paragraph of forty events stands once.
`shape` changes whenever a field does, so an old form is never read as a new one. A tuple can be written in
parts, each of which is read when it is asked for.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import partial
from itertools import takewhile
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Convert = Callable[[Any], Any]

BAD_BYTES = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
PLAIN = (str, int, float, bool, NoneType)
# No frozen value holds itself.
WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
ANY: frozenset[type] = frozenset((*PLAIN, list, dict))  # all that JSON has


class CodecError(ValueError):
    """What was read is not what was written."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Both ways of one type."""

    encode: Convert
    decode: Convert


class Codec(Generic[Value]):
    """Both ways of a whole value. For one thread: the table belongs to the call under way."""

    def __init__(self, kind: type[Value], shared: tuple[type, ...] = ()) -> None:
        """Read the annotations of `kind` and of all it holds.

        Raises:
            TypeError: it holds something that has no plain form here.
        """
        self._shared = shared
        self._pairs: dict[type, Pair] = {}
        self._described: list[str] = []
        self._table: list[Any] = []  # of the call under way: what was written, or read so far
        self._raw: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._pair = self._each = self._pair_of(kind)
        if get_origin(kind) is tuple:
            self._each = self._pair_of(get_args(kind)[0])
        self.shape = hashlib.sha256("\n".join(self._described).encode()).hexdigest()

    def dumps(self, value: Value) -> bytes:
        """The value as JSON."""
        self._table, self._numbers = [], {}
        with _collector_paused():
            return _bytes(WRITER.encode([self._table, self._pair.encode(value)]))

    def dumps_parts(self, parts: Value) -> bytes:
        """The parts of a tuple of any length as lines of JSON: how many shared values, those, the parts."""
        self._table, self._numbers = [], {}
        with _collector_paused():
            rows = self._pair.encode(parts)
            return _bytes("\n".join(map(WRITER.encode, (len(self._table), *self._table, *rows))))

    def loads(self, content: bytes) -> Value:
        """The value that `dumps` was given.

        Raises:
            CodecError: the bytes are something else.
        """
        try:
            body = self._opened(content)
            with _collector_paused():
                value: Value = self._pair.decode(body)
        except BAD_BYTES as error:
            raise CodecError(str(error)) from error
        return value

    def parts(self, content: bytes) -> Parts[Any]:
        """The parts that `dumps_parts` was given, not yet read.

        Raises:
            CodecError: the bytes are something else.
        """
        try:
            first, *lines = content.split(b"\n")
            count = int(first)
        except ValueError as error:
            raise CodecError(str(error)) from error
        return Parts(self, lines[:count], [None] * count, lines[count:])

    def part(self, parts: Parts[Any], index: int) -> Any:
        """One part of a tuple; see `parts`."""
        self._raw, self._table = parts.raw, parts.table
        try:
            return self._each.decode(_read(parts.lines[index]))
        except BAD_BYTES as error:
            raise CodecError(str(error)) from error

    def _opened(self, content: bytes) -> Any:
        with _collector_paused():
            raw, body = _read(content)
        self._raw, self._table = raw, [None] * len(raw)
        return body

    def _pair_of(self, kind: Any) -> Pair:
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in PLAIN:
            return Pair(_same, _checked(kind))
        if origin in (Union, UnionType):
            return self._union(arguments)
        if origin in (tuple, Sequence):
            return self._tuple(arguments if origin is tuple else (*arguments, Ellipsis))
        if origin is not None and issubclass(origin, Mapping):
            return Pair(dict, _checked(dict))
        if isinstance(kind, type) and issubclass(kind, Enum):
            self._described.append(f"{kind.__qualname__}: {[member.value for member in kind]}")
            # JSON writes a text that is a member of an enum as any other text.
            return Pair(_same if issubclass(kind, StrEnum) else lambda member: member.value, kind)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._by_number(kind) if kind in self._shared else self._dataclass(kind)
        raise TypeError(f"{kind} has no plain form")

    def _dataclass(self, kind: type) -> Pair:
        if kind not in self._pairs:
            hints = get_type_hints(kind)
            names = [each.name for each in fields(kind)]
            ends = [each.default for each in fields(kind)]
            # `MISSING` is written with its place in memory, which is another in every process.
            defaults = ["" if end is MISSING else repr(end) for end in ends]
            described = [(name, str(hints[name]), end) for name, end in zip(names, defaults, strict=True)]
            self._described.append(f"{kind.__qualname__}: {described}")
            # A value may hold one of its own kind; until its pair is made, that is asked for by name.
            self._pairs[kind] = Pair(partial(self._encode_later, kind), partial(self._decode_later, kind))
            pairs = [self._pair_of(hints[name]) for name in names]
            encode = _row_maker(names, [pair.encode for pair in pairs], ends)
            needed = sum(end is MISSING for end in ends)
            self._pairs[kind] = Pair(encode, _value_maker(kind, [pair.decode for pair in pairs], needed))
        return self._pairs[kind]

    def _encode_later(self, kind: type, value: Any) -> Any:
        return self._pairs[kind].encode(value)

    def _decode_later(self, kind: type, raw: Any) -> Any:
        return self._pairs[kind].decode(raw)

    def _by_number(self, kind: type) -> Pair:
        whole, place = self._dataclass(kind), self._shared.index(kind)

        def encode(value: Any) -> int:
            # By identity: the value in hand keeps every object alive, so no address is used twice.
            number = self._numbers.get(id(value))
            if number is None:
                raw = whole.encode(value)
                number = self._numbers[id(value)] = len(self._table)
                self._table.append((place, raw))
            return number

        def decode(number: Any) -> Any:
            if number < 0:
                raise CodecError("a number before the table")
            if self._table[number] is None:
                written = self._raw[number]
                kind, raw = _read(written) if isinstance(written, bytes) else written
                self._table[number] = self._pairs[self._shared[kind]].decode(raw)
            return self._table[number]

        return Pair(encode, decode)

    def _tuple(self, arguments: tuple[Any, ...]) -> Pair:
        if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
            each = self._pair_of(arguments[0])
            if arguments[0] in PLAIN:
                return Pair(_same, lambda raw: tuple(map(each.decode, _list(raw))))
            return Pair(
                lambda value: [each.encode(part) for part in value],
                lambda raw: tuple([each.decode(part) for part in _list(raw)]),
            )
        pairs = [self._pair_of(argument) for argument in arguments]
        return Pair(
            lambda value: [pair.encode(part) for pair, part in zip(pairs, value, strict=True)],
            lambda raw: tuple(pair.decode(part) for pair, part in zip(pairs, _list(raw), strict=True)),
        )

    def _union(self, arguments: tuple[Any, ...]) -> Pair:
        if all(argument in PLAIN for argument in arguments):
            return Pair(_same, _checked(*arguments))
        inner = [argument for argument in arguments if argument is not NoneType]
        if len(inner) != 1:
            raise TypeError(f"cannot tell {arguments} apart")
        pair = self._pair_of(inner[0])
        return Pair(
            lambda value: None if value is None else pair.encode(value),
            lambda raw: None if raw is None else pair.decode(raw),
        )


@dataclass(frozen=True, slots=True)
class Parts(Generic[Value]):
    """A tuple whose parts are made when they are asked for; shared values are made once for all of them."""

    codec: Codec[Any]
    raw: list[bytes]
    table: list[Any]
    lines: list[bytes]

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self.lines)

    def __getitem__(self, index: int) -> Value:
        """A part. Raises CodecError where the bytes were something else."""
        value: Value = self.codec.part(self, index)
        return value


def _row_maker(names: list[str], encoders: list[Convert], ends: list[Any]) -> Convert:
    """A value's fields as a list; most are plain, and those are fetched in one go (18,000 events: ×3).

    Args:
        names: of the fields.
        encoders: of each.
        ends: what each has of its own; those at the end that have it still are left out.
    """
    if len(names) == 1:
        return lambda value: [encoders[0](getattr(value, names[0]))]
    fetch = attrgetter(*names)
    others = [(place, encode) for place, encode in enumerate(encoders) if encode is not _same]
    places = zip(range(len(ends) - 1, -1, -1), reversed(ends), strict=True)
    tail = list(takewhile(lambda each: each[1] is not MISSING, places))

    def encode(value: Any) -> list[Any]:
        row = list(fetch(value))
        last = len(row)
        for place, end in tail:
            if row[place] != end:
                break
            last = place
        del row[last:]
        for place, convert in others:
            if place < last:
                row[place] = convert(row[place])
        return row

    return encode


def _value_maker(kind: type, decoders: list[Convert], needed: int) -> Convert:
    """A value of its fields' list; the types of all plain fields are looked at in one go.

    Args:
        kind: its class.
        decoders: of each field.
        needed: how many fields have no value of their own.
    """
    plain = [each.allowed if isinstance(each, _Checked) else ANY for each in decoders]
    others = [(place, decode) for place, decode in enumerate(decoders) if plain[place] is ANY]

    def decode(raw: Any) -> Any:
        row = _list(raw).copy()
        length = len(row)
        if not needed <= length <= len(plain) or not all(map(frozenset.__contains__, plain, map(type, row))):
            raise CodecError(f"{row!r} is no {kind.__name__}")
        for place, convert in others:
            if place < length:
                row[place] = convert(row[place])
        return kind(*row)

    return decode


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare the collector of cycles from walking a million new values that have none.

    On 20,000 events reading takes 0.6 s so, and 1.7 s with it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _read(content: bytes) -> Any:
    return json.loads(content.decode("utf-8", "surrogatepass"))


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class _Checked:
    """Lets pass what has one of these types; a whole float is written by JSON with its point."""

    allowed: frozenset[type]

    def __call__(self, raw: Any) -> Any:
        if type(raw) not in self.allowed:
            raise CodecError(f"{raw!r} is none of {sorted(kind.__name__ for kind in self.allowed)}")
        return raw


def _checked(*kinds: type) -> _Checked:
    return _Checked(frozenset((*kinds, int)) if float in kinds else frozenset(kinds))


def _list(raw: Any) -> list[Any]:
    if type(raw) is not list:
        raise CodecError("a list was expected")
    return raw
