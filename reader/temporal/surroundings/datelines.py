"""Datelines: a place, a comma, a day: "PORT ELLIS, March 19, 2025 -", "Fait à Vienne, le 3 mars 2024".

In: a mention and its passage. Out: whether it is one. The words that tie a day to its place are the
language's (`[cues]` issue_link, act_link, issue_thing, place_mark; `[signs]` gives_act), the other signs
everybody's.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import without_clitic
from reader.temporal.surroundings.issue_lines import (
    DATELINE_REACH,
    ENDED,
    LONGEST_LINE,
    LONGEST_PLACE,
    WORD,
    names_day,
)
from reader.temporal.words.signs import Sign

_SHORT_PLACE = 2  # words of a place with no sign behind it
_AGENCY = re.compile(r" \([^()\d]{2,20}\) ?[-–—:]")  # "عمان 23 تشرين الثاني 2022 (بترا) – افتتح"
_LONGEST_LINK = 12  # characters between a place and its day
_AFTER_DATELINE = re.compile(
    r"\s*(?:[|·•/] |[-:]+(?!\w)|[.)]\s*[-:]+|\)(?=\s*(?:[-:.]|$))|\((?![^()]*\d)|$|\.\s*$|[,;] \d+\.?[ºª]"
    r"|\.\s+[^\W\d_]+(?: [^\W\d_]+){0,3}\.?\s*$)"
)
# Who gives the act on that day: "En Logroño, a 3 de mayo de 2019, ante mí, …".
_GIVEN = Sign(r",[^.;:!?\d]{0,80}(?<!\w)(?:<gives_act>)(?!\w)", re.IGNORECASE)
_SENTENCE_AFTER = re.compile(r"\. (?=[^\W\d_])")  # "ROSARIO, 16 de septiembre de 2022. El teatro …"
_AFTER_PLACE = frozenset({",", "،", "(", ")", "-", "–", "—", "ـ"})
_NUMBERED_FIRST = re.compile(r"n(?:[°º]|úm\.|um\.|ro\.|r\.|o\.) ?[\d./]+ ?[.,]? ?[-–—]+ ?", re.IGNORECASE)
_NUMBERED_THING = re.compile(r"(?:[^\W\d_]+ ){1,4}(?:n\.? ?[°º]|n[or]?\.)? ?\d{1,4} ?[,–—-]", re.IGNORECASE)
# What follows the date that closes an act: "Toledo, 4 de mayo de 2011.—El Alcalde, Juan Ruiz".
_SIGNED = re.compile(
    r"\. ?[-–—]+ ?[^\W\da-zà-ÿ_][^.;:\d]{3,80}\.?$"
    # "Logroño, 16 de julio de 2020. El Director General, Fermín Ochagavía"
    r"|\. [^\W\da-zà-ÿ_][^.,;:\d]{2,50}, (?:(?:[^\W\da-zà-ÿ_]\S*|[a-zà-ÿ]{1,3})(?: |$)){2,6}$"
)


def is_dateline(draft: Draft, mention: Mention) -> bool:
    """A place, a comma, a day, and then a dash or nothing: "PORT ELLIS, March 19, 2025 -"."""
    if mention.start == 0 or not names_day(mention) or draft.in_table:
        return False
    head, closes = draft.spoken[: mention.start].strip(), False
    head = _NUMBERED_FIRST.sub("", head, 1) if _NUMBERED_FIRST.match(head) else head  # "Núm. 412.- Santiago,"
    links = draft.language.cues.get("act_link", ())
    if (
        not WORD.search(draft.spoken, mention.end)
        or _SIGNED.match(draft.spoken, mention.end)
        or _GIVEN.of(draft.language).match(draft.spoken, mention.end)
    ):
        # "Juicio ordinario 1512/2019. En Castrillo, a 3 de mayo de 2021, vistos por mí los autos, …"
        *before, head = ENDED.split(head)  # "Ende: 21:15 Uhr. Für das Protokoll: S. Aigner, 21. März 2022"
        closes = bool(before)
    if len(head) > DATELINE_REACH + _LONGEST_LINK:
        return False
    words = WORD.findall(head)
    formal = bool(words) and words[-1] in links
    if any(char.isdigit() for char in head):
        things = draft.language.cues.get("issue_thing", ())  # "… until 3 October. Leaflet 21, 19 March 2014"
        return (
            closes
            and _NUMBERED_THING.fullmatch(head) is not None
            and any(word.lower() in things for word in words)
        )
    ties = draft.language.cues.get("issue_link", frozenset())
    while words and words[-1].lower() in ties:
        head = head[: head.rfind(words.pop())].rstrip()
    caseless = head.upper() == head.lower()
    if caseless and 0 < len(words) <= _SHORT_PLACE and _AGENCY.match(draft.text, mention.end):
        return True
    return _is_place(draft, head, words, formal=formal) and _ends_dateline(
        draft, mention, head, formal=formal, closes=closes
    )


def _is_place(draft: Draft, head: str, words: list[str], *, formal: bool) -> bool:
    """Whether some words may be a place, with a sign or a word that ties a day to it: "En Sevilla, a"."""
    if len(words) > 1 and words[0] in draft.language.cues.get("place_mark", ()):
        words = words[1:]  # "г. Псков, 3 марта 2012 г."
    if not 0 < len(words) <= LONGEST_PLACE or words[0][:1].islower() or len(head) > DATELINE_REACH:
        return False
    born = draft.language.cues.get("born", frozenset())
    if ":" not in head and any(draft.language.folding.word(word) in born for word in words):
        return False  # "Born Wexford, 12 November 1984"
    stroke = head[-1:] == "/" and head.upper() == head.lower()  # "بغداد / 22 نيسان 2013 - أعلنت"
    placed = (
        (head[-1:] in _AFTER_PLACE and without_clitic(head, draft.language) == head)  # "הוא מת ב-2 בינואר"
        or (stroke and len(words) <= _SHORT_PLACE)
        or (formal and len(draft.text) <= DATELINE_REACH)
    )
    return placed or head.isupper()


def _ends_dateline(draft: Draft, mention: Mention, head: str, *, formal: bool, closes: bool) -> bool:
    """Whether what follows a day after its place lets it be a dateline's."""
    twin = draft.mentions[mention.twin] if mention.twin >= 0 else mention
    end = mention.end
    if "(" not in draft.text[end : twin.start]:
        end = max(end, twin.end)  # "الرياض، 1 محرم 1444هـ الموافق 30 يوليو 2022م"
    after = _AFTER_DATELINE.match(draft.text, end)
    # "En Roma, el 3 de mayo de 1512, comparecen …" tells a story: Spanish acts say "a 3 de mayo".
    in_act = (formal or "act_link" not in draft.language.cues) and head.count(",") <= 1
    formal = formal and "," in head  # "En Sevilla, mi residencia, a 14 de mayo de 2012. Ante mí, …"
    after = after or _SIGNED.match(draft.spoken, end)
    if in_act:
        after = after or _GIVEN.of(draft.language).match(draft.spoken, end)
    if after is None and (formal or head.isupper() or any(_is_told_now(one) for one in draft.mentions)):
        after = _SENTENCE_AFTER.match(draft.text, end)
    return after is not None and (after.end() > end or closes or len(draft.text) <= LONGEST_LINE)


def _is_told_now(mention: Mention) -> bool:
    """Whether it counts from the day of writing: "Teruel, 14 de marzo de 2019. El alcalde dijo ayer …"."""
    reading = mention.reading
    if reading.weekday is not None and reading.day is None and reading.of is None:
        return reading.type is TimexType.DATE  # "Barbate, 8 de junio de 2023. La cofradía firmó el martes …"
    return reading.unit == "D" and reading.base == "now" and reading.shift is not None and not reading.count
