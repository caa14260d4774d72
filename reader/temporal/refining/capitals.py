"""Words that are time only with a capital: "may" and "march" are verbs, the "sun" shines, "August" is a man.

In: the mentions of a passage, whole by now. Out: the same without such words, and without seasons, feasts
and weekdays that begin a name after an `article` ("the Winter Carnival") or end one ("le Cirque d'Hiver").
Which words need a capital stands in the language's `capital`; English "May" opens sentences as a verb ("May
return 0") or shouts ("IT MAY BE"): what follows tells (`[cues]` after_verb; after_month, after_month_endings:
a month's predicate and what else a sentence goes on with).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.months_as_names import is_name
from reader.temporal.words.signs import Sign

_CONTEXT = 24
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[.:]? ?\(?$")
_SURNAME = re.compile(r" (?:v[ao]n )?[^\W\d_a-zà-ÿ][^\W\d_]{2,}")
_NAME_GOES_ON = re.compile(r" (?!Day\b)[^\W\d_a-zà-ÿ][a-zà-ÿ]{2,}")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_WORDS_BEFORE = re.compile(r"([^\W\d_]+) ([^\W\d_]+)[ '’]$")
_NAME_OF = re.compile(r"[^\W\d_a-zà-ÿ][\w-]+ (?:de |di |del |da |of |van |d['’])$")
_LAST_WORD = re.compile(r"([^\W\d_][\w]*)$")
# Its day before it: "3 may", "the first of may".
_DAY_BEFORE = Sign(r"(?:(?<!\d)\d{1,2}(?:<day_ending>)?| (?:<before_small_month>)) $")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;|•*/…][)\"”’]? ?|\n ?)$")

_UNLIKE_SPELT = Sign(r"(?:<no_time_spelt>)")  # "أب", a father, where the month is "آب"


def drop_small(draft: Draft) -> None:
    """Drops words of time in small letters that need a capital, first names, and verbs."""
    names = draft.language.cues.get("first_names", frozenset())
    # Where the language lists none, its days and seasons have no capitals, or all its nouns have.
    articles = draft.language.cues.get("article", frozenset())
    unlike = _UNLIKE_SPELT.of(draft.language) if "no_time_spelt" in draft.language.signs else None
    verbs = draft.language.cues.get("verb_months", frozenset())
    things = draft.language.cues.get("feast_thing", frozenset())
    events = draft.language.cues.get("month_event", frozenset())
    kept = []
    for mention in draft.mentions:
        words = draft.text[mention.start : mention.end]
        if (
            _is_small(draft, mention, words, verbs)
            or (words in names and _is_first_name(draft, mention))
            or is_name(draft, mention)
            or (words in verbs and _is_verb(draft, mention))
            or (things and mention.reading.holiday and _names_thing(draft, mention, things))
            or (events and _names_event(draft, mention, events))
            or (articles and _opens_name(draft, mention, articles))
            or (mention.reading.season and _closes_name(draft, mention))
            or (unlike is not None and unlike.fullmatch(draft.spoken, mention.start, mention.end))
        ):
            draft.note("drop", "small letter", mention)
        else:
            kept.append(mention)
    draft.mentions[:] = kept


def _is_small(draft: Draft, mention: Mention, words: str, verbs: frozenset[str]) -> bool:
    """Whether what needs a capital has none: "sun", "this may", "section 1202 may"."""
    if words in draft.language.capital or (
        # "The court sat 12"
        mention.rule.endswith("/weekday-short-day") and words.partition(" ")[0] in draft.language.capital
    ):
        return not draft.spoken[mention.start].isupper()
    last = _LAST_WORD.search(words) if verbs and mention.reading.month else None
    if last is None or last[1] not in verbs:
        return False
    place = mention.start + last.start(1)
    return not draft.spoken[place].isupper() and not _DAY_BEFORE.of(draft.language).search(
        words[: last.start(1)]
    )


def _is_first_name(draft: Draft, mention: Mention) -> bool:
    """Whether a month or feast has a name after it, no word of time before: "August Böckh", "Easter Ross"."""
    if not _SURNAME.match(draft.spoken, mention.end):
        return False
    before = _WORD_BEFORE.search(draft.text[max(0, mention.start - _CONTEXT) : mention.start])
    kind = "before_feast" if mention.reading.holiday else "before_month"
    return before is None or not draft.language.is_among(
        before[1], draft.language.cues.get(kind, frozenset())
    )


def _names_thing(draft: Draft, mention: Mention, things: frozenset[str]) -> bool:
    """Whether a feast says what kind of thing it is, not when: "Christmas dinner", "le marché de Noël"."""
    if mention.reading.has_year or mention.reading.direction is not None:
        return False
    following = _WORD_AFTER.match(draft.text, mention.end)
    if following is not None and following[1] in things:
        return True
    before = _WORDS_BEFORE.search(draft.text, max(0, mention.start - _CONTEXT), mention.start)
    return before is not None and before[1] in things and before[2] in draft.language.cues.get("of", ())


def _names_event(draft: Draft, mention: Mention, events: frozenset[str]) -> bool:
    """Whether a month says which event is meant: "the October Revolution", "la Revolución de Octubre"."""
    reading = mention.reading
    if not reading.month or reading.day or reading.has_year or reading.direction is not None or mention.until:
        return False
    following = _WORD_AFTER.match(draft.text, mention.end)
    if following is not None and following[1] in events and draft.spoken[following.start(1)].isupper():
        return True
    of, low = draft.language.cues.get("of"), max(0, mention.start - _CONTEXT)
    if of is None:  # "ثورة أكتوبر"
        before = _WORD_BEFORE.search(draft.text, low, mention.start)
        return before is not None and before[1] in events
    before = _WORDS_BEFORE.search(draft.text, low, mention.start)
    return before is not None and before[1] in events and before[2] in of


def _opens_name(draft: Draft, mention: Mention, articles: frozenset[str]) -> bool:
    """Whether a season, feast or weekday begins a name: "the Winter Carnival", "Saturday Night Live"."""
    reading, spoken = mention.reading, draft.spoken
    if not (reading.season or reading.holiday or reading.weekday) or reading.has_year or mention.until:
        return False
    last = spoken.rfind(" ", mention.start, mention.end) + 1 or mention.start
    named = spoken[last].isupper() and _NAME_GOES_ON.match(spoken, mention.end) is not None
    if not named or reading.month or reading.day or reading.direction is not None:
        return False
    if reading.part and last > mention.start:
        return True
    before = _WORD_BEFORE.search(draft.text, max(0, mention.start - _CONTEXT), last)
    return before is not None and before[1] in articles


def _closes_name(draft: Draft, mention: Mention) -> bool:
    """Whether a season with a capital ends a name: "le Cirque d'Hiver", "il Palazzo d'Inverno"."""
    season = _LAST_WORD.search(draft.spoken, mention.start, mention.end)
    if season is None or not season[1][0].isupper() or mention.reading.has_year or mention.until:
        return False
    low = max(0, mention.start - _CONTEXT)
    return _NAME_OF.search(draft.spoken, low, season.start(1)) is not None


def _is_verb(draft: Draft, mention: Mention) -> bool:
    """Whether a month's name is a verb: it opens a sentence or shouts, and no predicate follows."""
    following = _WORD_AFTER.match(draft.spoken, mention.end)
    if following is None:
        return False
    before = draft.spoken[max(0, mention.start - _CONTEXT) : mention.start]
    if following[1].isupper() and draft.spoken[mention.start : mention.end].isupper():
        leading = _WORD_BEFORE.search(before.lower())
        if leading is not None and draft.language.is_among(leading[1], draft.language.cues["before_month"]):
            return False
    elif not following[1].islower() or not _SENTENCE_BEGINS.search(before):
        return False
    word, cues = following[1].lower(), draft.language.cues
    if word in cues.get("after_verb", ()):
        return True
    goes_on = word in draft.language.function_words or word in cues.get("after_month", ())
    return not goes_on and not word.endswith(tuple(cues.get("after_month_endings", ())))


__all__ = ["drop_small"]
