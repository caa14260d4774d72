"""What the codec writes it reads back equal, and nothing else passes for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.model import Box
from reader.sentences import Sentence
from reader.timeline.codec import Codec, CodecError
from reader.timeline.model import Event, ParagraphPlace, Timeline
from tests.store.timelines import full_timeline


@pytest.fixture
def codec() -> Codec[Timeline]:
    return Codec(Timeline, shared=(ParagraphPlace,))


def values_in(value: object) -> list[object]:
    """The value and all values it holds."""
    inner = (
        [getattr(value, each.name) for each in fields(value)]
        if is_dataclass(value)
        else list(value)
        if isinstance(value, tuple)
        else []
    )
    return [value, *(part for each in inner for part in values_in(each))]


def test_a_timeline_comes_back_equal_down_to_the_types(codec: Codec[Timeline]) -> None:
    written = full_timeline()
    found = codec.loads(codec.dumps(written))
    assert found == written
    assert [type(value) for value in values_in(found)] == [type(value) for value in values_in(written)]


def test_a_paragraph_shared_by_mentions_is_written_once_and_shared_again(codec: Codec[Timeline]) -> None:
    content = codec.dumps(full_timeline())
    assert content.count("𝒳".encode()) == 1
    first, second = codec.loads(content).events[0].mentions
    assert first.paragraph is second.paragraph


def test_the_empty_timeline_comes_back(codec: Codec[Timeline]) -> None:
    written = Timeline(full_timeline().document)
    assert codec.loads(codec.dumps(written)) == written


def test_parts_are_read_one_by_one_and_share_what_they_shared() -> None:
    whole = full_timeline().events
    codec = Codec(tuple[Event, ...], shared=(ParagraphPlace,))
    written = (whole[0], replace(whole[0], id="e2", label="with a\nline\u2028and \udcff"))
    parts = codec.parts(codec.dumps_parts(written))
    assert len(parts) == 2
    assert (parts[1], parts[0]) == (written[1], written[0])
    assert parts[0].mentions[0].paragraph is parts[1].mentions[1].paragraph


@pytest.mark.parametrize("content", [b"", b"x", b"0\n[]", b"0\n{", b"1\n[0,[1]]\n[]", b"9"])
def test_parts_of_anything_else_are_refused(content: bytes) -> None:
    codec = Codec(tuple[Event, ...], shared=(ParagraphPlace,))
    with pytest.raises(CodecError):
        codec.parts(content)[0]


@given(st.floats(allow_nan=False), st.floats(allow_nan=False), st.integers())
def test_numbers_come_back_exactly(x: float, y: float, whole: int) -> None:
    codec = Codec(Box)
    assert codec.loads(codec.dumps(Box(x, y, -0.0, whole))) == Box(x, y, -0.0, whole)


@given(st.text(st.characters()), st.dictionaries(st.text(), st.integers() | st.text()))
def test_any_text_comes_back(key: str, slots: Mapping[str, str | int]) -> None:
    codec = Codec(Sentence)
    assert codec.loads(codec.dumps(Sentence(key, slots))) == Sentence(key, slots)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"[[],[]]",
        b"[[],null]",
        b"[[[0,[1]]],[]]",
        b"[[[-9,[]]],[]]",
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused(content: bytes, codec: Codec[Timeline]) -> None:
    with pytest.raises(CodecError):
        codec.loads(content)


def test_no_part_may_be_changed_for_another_type(codec: Codec[Timeline]) -> None:
    """Each leaf in turn is replaced by a list: never a timeline with a list where a text was."""
    whole = json.loads(codec.dumps(full_timeline()).decode("utf-8", "surrogatepass"))

    def damaged(node: list[object]) -> int:
        seen = 0
        for place, part in enumerate(node):
            if isinstance(part, list):
                seen += damaged(part)
                continue
            node[place] = [["damage"]]
            with pytest.raises(CodecError):
                codec.loads(json.dumps(whole).encode())
            node[place] = part
            seen += 1
        return seen

    assert damaged(whole) > 80


@dataclass(frozen=True)
class Old:
    name: str


@dataclass(frozen=True)
class Ended:
    name: str
    number: int = 3
    others: tuple[str, ...] = ()
    inner: Ended | None = None


@pytest.mark.parametrize(
    ("value", "row"),
    [
        (Ended("a"), b'["a"]'),
        (Ended("a", others=("b",)), b'["a",3,["b"]]'),
        (Ended("", 3, (), Ended("b", 4)), b'["",3,[],["b",4]]'),
    ],
)
def test_what_the_last_fields_have_of_their_own_is_not_written(value: Ended, row: bytes) -> None:
    codec = Codec(Ended)
    assert codec.dumps(value) == b"[[]," + row + b"]"
    assert codec.loads(codec.dumps(value)) == value


@pytest.mark.parametrize("row", [b"[]", b'["a",3,[],null,0]', b'["a",null]'])
def test_a_row_too_short_too_long_or_of_other_types_is_refused(row: bytes) -> None:
    with pytest.raises(CodecError):
        Codec(Ended).loads(b"[[]," + row + b"]")


def test_the_shape_tells_one_version_of_a_value_from_the_next() -> None:
    @dataclass(frozen=True)
    class New:
        name: str
        number: int = 0

    New.__qualname__ = Old.__qualname__
    assert Codec(Old).shape != Codec(New).shape
    assert Codec(Old).shape == Codec(Old).shape


@dataclass(frozen=True)
class Unclear:
    either: Box | Old


@dataclass(frozen=True)
class Strange:
    anything: object


@pytest.mark.parametrize("kind", [Unclear, Strange])
def test_a_value_without_a_plain_form_is_refused_at_once(kind: type) -> None:
    with pytest.raises(TypeError):
        Codec(kind)
