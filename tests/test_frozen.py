"""Values made by the million behave as frozen dataclasses do."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields, replace

import pytest

from reader.frozen import frozen


@frozen
class Place:
    """A value, as any room has them."""

    page: int
    names: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that `dataclasses` freezes itself."""

    place: Place


def test_equal_values_are_one_key_and_others_are_not() -> None:
    assert Place(3) == Place(3) != Place(4)
    assert {Place(3), Place(3), Place(3, ("Paris",))} == {Place(3), Place(3, ("Paris",))}
    assert Kept(Place(3)) == Kept(Place(3))


def test_a_changed_copy_leaves_the_value_as_it_was() -> None:
    place = Place(3)
    assert replace(place, names=("Paris",)) == Place(3, ("Paris",))
    assert place == Place(3)


def test_it_crosses_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Place(3, ("Paris",)))) == Place(3, ("Paris",))  # noqa: S301 - our own bytes


def test_it_has_its_fields_and_no_others() -> None:
    assert [each.name for each in fields(Place)] == ["page", "names"]
    with pytest.raises(AttributeError):
        setattr(Place(3), "pages", 4)  # noqa: B010 - mypy refuses the plain way
