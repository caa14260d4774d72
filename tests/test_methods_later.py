"""A class whose methods are compiled late does what any dataclass does. Tried in new processes."""

from __future__ import annotations

import subprocess
import sys

import pytest

VALUE = """
from __future__ import annotations
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from reader.methods_later import compile_methods_later
compile_methods_later()
compile_methods_later()

@dataclass(frozen=True, slots=True, order=True)
class Day:
    "A day."
    year: int
    month: int = 1
    names: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.month > 12:
            raise ValueError(self.month)

@dataclass
class Diary:
    self: Day
    lines: list[str] = field(default_factory=list)

@dataclass
class Kept(Diary):
    place: str = ""

    def __init__(self, day: Day, place: str) -> None:
        super().__init__(day)
        self.place = place
"""

USES = {
    "it is made, with what it needs and no more": """
assert (Day(2025).year, Day(2025).month, Day(2025, month=8).month) == (2025, 1, 8)
for wrong in ((), (1, 2, (), 4)):
    try:
        Day(*wrong)
    except TypeError as error:
        assert "__init__" in str(error), error
    else:
        raise AssertionError(wrong)
try:
    Day(2025, 13)
except ValueError:
    pass
else:
    raise AssertionError
""",
    "equal values are one key, others are not": """
assert Day(2025) == Day(2025) != Day(2024)
assert {Day(2025): 1}[Day(2025)] == 1
assert len({Day(1), Day(1), Day(2)}) == 2
assert Day(2025) != (2025, 1, ())
assert sorted([Day(3), Day(1, 2), Day(1)]) == [Day(1), Day(1, 2), Day(3)]
""",
    "it says what it is": """
assert repr(Day(2025)) == str(Day(2025)) == "Day(year=2025, month=1)"
assert repr(Diary(Day(1))) == "Diary(self=Day(year=1, month=1), lines=[])"
""",
    "it stays as it is": """
day = Day(2025)
for change in (lambda: setattr(day, "year", 1), lambda: delattr(day, "year")):
    for _ in range(2):
        try:
            change()
        except FrozenInstanceError as error:
            assert "year" in str(error)
        else:
            raise AssertionError
assert day == Day(2025)
""",
    "it is copied, changed in the copy, and sent": """
assert replace(Day(2025), month=8) == Day(2025, 8)
assert pickle.loads(pickle.dumps(Day(2025, 8, ("x",)))) == Day(2025, 8, ("x",))
assert [each.name for each in fields(Day)] == ["year", "month", "names"]
""",
    "what is derived from it may begin as it does": """
kept = Kept(Day(1), "here")
assert (kept.self, kept.lines, kept.place) == (Day(1), [], "here")
assert Kept(Day(1), "here").lines is not kept.lines
assert Diary(Day(2)).self == Day(2)
""",
    "once called, a method is the one `dataclasses` writes": """
before = Day.__init__, Day.__eq__
Day(2025) == Day(2025)
assert Day.__init__ is not before[0] and Day.__eq__ is not before[1]
assert Day.__init__.__code__.co_varnames[:3] == ("self", "year", "month")
assert Day.__init__.__qualname__ == "Day.__init__"
assert before[0].__qualname__ == "Day.__init__"
""",
}


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="there all methods of a class are compiled at a time")
@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_a_value_behaves_as_any_other(use: str) -> None:
    program = VALUE + use + 'print("well")'
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert done.stdout == "well\n", done.stderr
