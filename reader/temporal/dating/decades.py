"""Decades: "the 1980s", "the sixties", whose century is that of the story or of the writer.

In: a reading with a decade, and a scope. Out: its ten years. Knows no language.
"""

from __future__ import annotations

from reader.temporal import moments
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.reading import Reading

_CENTURY = 100
_MIDDLE_OF_DECADE = 5
_NEAR_DECADE = 16  # years from a story to the middle of a decade that it means; else it is one of ours
_FIRST_OF_DECADES = 1700  # nobody calls the years of an older story "the eighties"
_LAST_CENTURY = 1900  # a story that has come so far calls its own decades by their tens


def first_of_decade(named: int, era: str | None) -> int:
    """The astronomical year a decade begins with; before our era it is named by its last."""
    return 1 - named - 9 if era == "bce" else named


def decade(reading: Reading, scope: Scope) -> Found:
    """Ten years; of two digits, those nearest to the story or the day of writing."""
    tens = reading.decade or 0
    if tens >= _CENTURY or reading.era:
        return Found(moments.decade(first_of_decade(tens, reading.era)))
    # "of the last century" is said from the writer's day, whatever the story has come to.
    base, name = scope.base("either" if reading.direction is None else "present")
    reference = base.year if base else 1999
    if 0 < reference < _FIRST_OF_DECADES and scope.century is None and scope.now is not None:
        reference = moments.day_of(scope.now).year  # who tells of Rome says "the nineties" of his own time
    if reading.direction is not None:
        first = (reference // _CENTURY + reading.direction) * _CENTURY + tens  # "of the last century"
    elif scope.century is not None and scope.century.year >= _FIRST_OF_DECADES:  # "20th century … sixties"
        first = scope.century.year // _CENTURY * _CENTURY + tens
    else:
        # The nearest to the story, but none that has not begun when it is told.
        told = reference + _CENTURY if base else reference
        present = moments.day_of(scope.now).year if scope.now is not None else told
        nearby = [(reference // _CENTURY + step) * _CENTURY + tens for step in (-1, 0, 1)]
        begun = [option for option in nearby if option <= present] or nearby
        middle = reference - _MIDDLE_OF_DECADE
        if scope.issued:  # what has its own date tells on: after 1900, the sixties are the 1960s
            begun = [option for option in begun if option + 10 > reference] or begun
        elif reference >= _LAST_CENTURY or all(abs(one - middle) > _NEAR_DECADE for one in begun):
            begun = [option for option in begun if option >= _LAST_CENTURY] or begun
        first = min(begun, key=lambda option: (abs(option - middle), -option))
    return Found(moments.decade(first), assumed=("century",), base=name, base_moment=base)
