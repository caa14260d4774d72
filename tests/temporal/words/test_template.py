"""Patterns say what they need, refuse what they cannot mean, and always match a bounded stretch."""

from __future__ import annotations

import re

import pytest

from reader.temporal.words.template import PatternError, Slot, Template, read_template

SLOTS = {
    "day": Slot(lambda: r"\d\d?", frozenset("0123456789"), spawns=True, heads=frozenset("#")),
    "month": Slot(lambda: "mai|juin", frozenset("mj"), spawns=True, heads=frozenset({"mai", "juin"})),
}


def read(pattern: str) -> Template:
    return read_template(pattern, SLOTS, str.lower)


def test_a_pattern_matches_what_it_shows() -> None:
    template = read(r"le {day}\. {month}( prochain)?")
    assert re.fullmatch(template.regex(), "le 3. mai prochain")
    assert not re.fullmatch(template.regex(), "le 3 mai")


def test_a_second_value_has_its_own_binding() -> None:
    assert [binding.name for binding in read("{day}-{day2} {month}").bindings] == ["day", "day2", "month"]


def test_a_rule_needs_the_slots_of_each_variant() -> None:
    assert set(read("({month}|le {day})").needs) == {frozenset({"month"}), frozenset({"day", "=le"})}


def test_context_is_no_part_of_the_mention() -> None:
    found = re.match(read("<du >{day} {month}").regex(), "du 3 mai")
    assert found is not None
    assert found.start("begin") == 3


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{year}", "no such slot"),
        ("({day}", r"without '\)'"),
        ("{day})", "no meaning here"),
        ("{day}*", "no meaning here"),
        ("(a)?", "matches nothing"),
        ("[ab", "without"),
        ("{day}\\", "at the end"),
    ],
)
def test_a_pattern_that_cannot_be_meant_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        read(pattern)
