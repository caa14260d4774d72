"""How a rule may begin: the first word and the second, never fewer than its pattern matches."""

from __future__ import annotations

import pytest

from reader.temporal.matching.openings import OpeningReader
from reader.temporal.words.template import Slot, read_template

SLOTS = {
    "day": Slot(
        lambda: r"\d\d?",
        frozenset("0123456789"),
        spawns=True,
        heads=frozenset({"#1", "#2"}),
        inside=frozenset,
    ),
    "month": Slot(
        lambda: "mai|juin|mois d'août",
        frozenset("mj"),
        spawns=True,
        heads=frozenset({"mai", "juin", "mois"}),
        whole=frozenset({"mai", "juin"}),
        phrases=lambda: ["mois d'août"],
        inside=frozenset,
    ),
}


def begins(pattern: str, first: str, second: str, *, endings: bool = False) -> bool:
    """Whether a rule is tried where these two words stand."""
    nodes = read_template(pattern, SLOTS, str.lower).nodes
    return any(
        (
            first in opening.heads
            or any(first.startswith(head[:-1]) for head in opening.heads if head[-1] == "…")
        )
        and (opening.seconds is None or second in opening.seconds)
        for opening in OpeningReader(SLOTS, endings=endings).openings(nodes)
    )


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [
        ("(le |du )?{day} {month}", "le", "#2"),
        ("(le |du )?{day} {month}", "#2", "juin"),
        ("{month} {day}", "mois", "d"),
        ("{month}", "mai", "whatever"),
        ("{month}s? {day}", "mais", "#1"),
        ("jours?,? {month}", "jours", "mai"),
        ("[lL]e {day}", "le", "#1"),
        ("(il y a )?{day}\\.?-{month}", "#1", "mois"),
        ("<du >{day} {month}", "du", "#1"),
    ],
)
def test_it_is_tried_where_it_may_match(pattern: str, first: str, second: str) -> None:
    assert begins(pattern, first, second)


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [
        ("le {day} {month}", "le", "mai"),
        ("le {day} {month}", "la", "#1"),
        ("{month} {day}", "mois", "de"),
        ("{month} {day}", "mai", "juin"),
        ("{day}s? {month}", "#1", "jour"),
    ],
)
def test_it_is_not_tried_where_the_second_word_tells_against_it(
    pattern: str, first: str, second: str
) -> None:
    assert not begins(pattern, first, second)


def test_an_ending_may_follow_any_word() -> None:
    assert begins("{day} {month}", "#1", "maista", endings=True)
    assert not begins("{day} {month}", "#1", "maista")
