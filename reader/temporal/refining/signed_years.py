"""Years that a minus counts before our era: "en −52", "vers −1213", "from −500 to −480".

In: the mentions of a passage with its text. Out: the same with such years. A year with a sign is one after a
word that leads to years (`[cues]` early_year) or to about a time; the next of a pair or a list follows it. Of
less than four figures it is `early` unless the passage tells of such times: it counts if the story does.
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.counted import is_before_counted
from reader.temporal.refining.counted_nouns import is_plural
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import is_measured

_RULE = "/signed-year"
_SIGNED = re.compile(r"(?<=[ (])-[1-9]\d{1,3}(?![\w°%]|[.,/:']\d|-\d| \d)")
_LEAD = re.compile(r"(?<![\w-])([^\W\d_]+\.?)['’]? \(?$")
_LEAD_REACH = 24
_NOUN = re.compile(r" ([^\W\d_]{4,})(?!['’])")
_FOUR_FIGURES = 1000
_WEAK, _STRONG = 1, 2  # how well a word leads to a year


def add_signed_years(draft: Draft, *, told: bool) -> bool:
    """Adds the years of a passage that bear a minus; `told`: it names early times otherwise.

    Returns: whether it names early times, with them.
    """
    chains = [chain for chain in _chains(draft) if not any(_counts(draft, one) for one in chain)]
    leads = [_lead(draft, chain) for chain in chains]
    strong = [one for chain, lead in zip(chains, leads, strict=True) if lead == _STRONG for one in chain]
    told = told or any((one.reading.year or 0) >= _FOUR_FIGURES for one in strong)
    least = _WEAK if told else _STRONG
    led = [chain for chain, lead in zip(chains, leads, strict=True) if lead >= least]
    found = [replace(one, early=not told) for chain in led for one in chain]
    if found:
        kept = [
            one
            for one in draft.mentions
            if not any(one.start < other.end and other.start < one.end for other in found)
        ]
        draft.mentions[:] = sorted([*kept, *found], key=lambda mention: mention.start)
    return told


def is_signed(mention: Mention) -> bool:
    """Whether a minus says the era of a year."""
    return mention.rule.endswith(_RULE)


def _chains(draft: Draft) -> list[list[Mention]]:
    """The signed numbers of a passage, those together that a range or a list joins."""
    chains: list[list[Mention]] = []
    for number in _SIGNED.finditer(draft.text) if "-" in draft.text else ():
        one = _year(draft, number)
        if chains and draft.gap(chains[-1][-1], one) in _connectors(draft):
            chains[-1].append(one)
        else:
            chains.append([one])
    return chains


def _lead(draft: Draft, chain: list[Mention]) -> int:
    """How well a word leads to years; one that leads to anything ("de", "of") does to two of them alone."""
    language = draft.language
    lead = _LEAD.search(draft.text, max(0, chain[0].start - _LEAD_REACH), chain[0].start)
    if lead is None:
        return 0
    mods = language.tables.get("mod")
    if mods is not None and mods.values.get(lead[1]) == "APPROX":
        return _STRONG
    word = lead[1].removesuffix(".")
    if word in language.glue.get("of", ()) and word not in language.cues.get("year_lead", ()):
        return _WEAK if len(chain) == 1 else _STRONG
    leads = language.cues.get("early_year", frozenset())
    if len(chain) > 1:
        leads |= language.cues.get("year_lead", frozenset())  # "dated −1213 to −1200"
    return _STRONG if language.is_among(word, leads) else 0


def _connectors(draft: Draft) -> frozenset[str]:
    rows = draft.language.joins.get("range", ())
    return frozenset(row[-1] for row in rows) | draft.language.glue.get("list", frozenset())


def _counts(draft: Draft, mention: Mention) -> bool:
    """Whether a measure, a sum or a plural follows a number."""
    return (
        is_measured(draft, mention)
        or is_before_counted(draft, mention)
        or is_plural(draft, _NOUN.match(draft.spoken, mention.end))
    )


def _year(draft: Draft, number: re.Match[str]) -> Mention:
    tag = draft.language.tag
    return Mention(
        number.start(), number.end(), f"{tag}{_RULE}", Reading(year=-int(number[0]), era="bce"), language=tag
    )


__all__ = ["add_signed_years", "is_signed"]
