"""Four digits right after a plain noun, which they number: "dans le lit 1714", "with build 1850".

In: a passage and a bare number in it. Out: whether it is the number of the noun before it. In languages that
lead their years in ("en 1998", "سنة 1998"; `[options]` years = "led") a noun takes a year only where it names
what comes by the year: a season, a budget, a law (`[cues]` year_named), or belongs to a name ("Coupe du monde
1998") that is no maker's ("a Liebherr 1630"). Verbs, adverbs and small words before a year are told by
`year_leads`; a finite verb in the past counts (`[cues]` counting_endings). Nouns without an article are
`bare_nouns`.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.bare_nouns import counts_in_dated_clause, numbers_bare_noun
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.year_leads import comes_by_the_year, ends_unlike_noun, is_lead
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

_REACH = 60
_CHAIN = re.compile(r"(?:[^\W\d_]+(?:[-\u200c][^\W\d_]+)*[ '’]+){1,6}$")
_GOES_ON = Sign(r" (?:<number_goes_on>)(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u200c][^\W\d_]+)*")
_PHRASE_AFTER = re.compile(r" [^\W\d_A-ZÇĞİÖŞÜ]{2,}(?: [^\W\d_A-ZÇĞİÖŞÜ]+)?")
_NEXT = re.compile(r" ([^\W\d_]+)")
_BEGINS = re.compile(r"(?:^|[.!?:;…] ?)$")
_SHORTEST = 3  # letters
_NEAR = 3  # words, in scripts without capitals
# Verbs beside which a year may stand without a word that leads it in: "Born 1923".
_IN_ITS_YEAR = ("begun", "born", "done_to_it", "year_lead", "year_named")


def follows_plain_noun(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number is the number of the noun that stands right before it, or what a verb counts."""
    way = draft.language.options.get("years")
    if draft.in_table or mention.until is not None or not way:
        return False
    if way == "followed":
        return _precedes_plain_noun(draft, mention)
    if way == "free":
        return numbers_bare_noun(draft, mention) or counts_in_dated_clause(draft, mention)
    return numbers_bare_noun(draft, mention) or _is_unled(draft, mention)


def _is_unled(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number stands after a noun where years are led in."""
    language = draft.language
    if _GOES_ON.of(language).match(draft.text, mention.end):
        return True  # "il registro, segnato 1564 bis"
    places = _phrase_before(draft, mention)
    if not places:
        return False
    words = [draft.text[start:end] for start, end in places]
    last = draft.spoken[places[-1][0] : places[-1][1]]
    is_noun = len(last) >= _SHORTEST and not last[0].isupper()
    is_noun = is_noun and not is_lead(language, words[-1], last.lower())
    is_noun = is_noun and (_is_marked(language, words) or not ends_unlike_noun(language, last.lower()))
    capitals = [draft.spoken[start].isupper() for start, _ in places]
    if len(words) > 1 and _BEGINS.search(draft.spoken, max(0, places[0][0] - 2), places[0][0]):
        capitals[0] = False  # "See entry 1733": a sentence's capital names nothing
    amounts = words[-1] in language.cues.get("amounts_to", ())
    if amounts or _is_of_model(draft, words, capitals) or _is_finite(language, words, last.lower()):
        return True
    return is_noun and not _phrase_comes_by_the_year(draft, mention, words, capitals)


def _precedes_plain_noun(draft: Draft, mention: Mention) -> bool:
    """Whether a noun is counted where years bear endings of their own: "1450 zeytin", but "1999 depremi"."""
    found = _PHRASE_AFTER.match(draft.spoken, mention.end)
    if found is None or not draft.is_bare_year(mention):
        return False
    words = draft.text[found.start() : found.end()].split()
    language = draft.language
    named = language.cues.get("year_named", frozenset()) | language.function_words | language.year_after
    if words[0].endswith(tuple(language.cues.get("possessed_endings", ()))):
        return False  # "1768 seferinin": what is counted belongs to no number
    beside = any(one.start == found.start() + 1 for one in draft.mentions)
    return not beside and named.isdisjoint(words) and not words[0].isdigit()


def _phrase_before(draft: Draft, mention: Mention) -> list[tuple[int, int]]:
    """The places of the words before a number, back to a sign; none where they are no part of a sentence."""
    found = _CHAIN.search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    if found is None or not draft.is_bare_year(mention):
        return []
    low = found.start()
    is_title = low == 0 and mention.end == len(draft.text)  # "élections municipales 2020"
    if is_title or any(
        low < one.end < mention.start and not draft.gap(one, mention) for one in draft.mentions
    ):
        return []  # "domingo hoy 2018"
    return [one.span() for one in _WORD.finditer(draft.spoken, low, mention.start)]


def _is_marked(language: Language, words: list[str]) -> bool:
    """Whether a determiner makes a noun of what may end like an adverb or participle: "le relevé 1844"."""
    return len(words) > 1 and words[-2] in language.cues.get("determiner", ())


def _is_finite(language: Language, words: list[str], written: str) -> bool:
    """Whether a verb in the past counts what follows it: "el farero contó 1720", "the clerk entered 1640".

    What was born, begun or built has its year right after the verb in short style; where a participle ends
    like the past, only a subject that begins the sentence tells them apart.
    """
    cues = language.cues
    endings = tuple(cues.get("counting_endings", ()))
    if not endings or not written.endswith(endings):
        return False
    if any(
        written in cues.get(name, frozenset()) or words[-1] in cues.get(name, frozenset())
        for name in _IN_ITS_YEAR
    ):
        return False
    subjects = cues.get("article", frozenset()) | cues.get("pronoun", frozenset())
    return language.options.get("adjectives") != "first" or not subjects.isdisjoint(words[:-1])


def _is_of_model(draft: Draft, words: list[str], capitals: list[bool]) -> bool:
    """Whether a maker's name stands between a noun and a number: "a Liebherr 1630", "la grue Potain 1630".

    What is held or made by the year keeps it: "la Coupe Davis 1927", "l'exposition Picasso 1932".
    """
    cues = draft.language.cues
    if draft.spoken.isupper() or not capitals[-1] or any(capitals[-3:-1]):
        return False
    named = cues.get("year_named", frozenset())
    if not named.isdisjoint(words[-_NEAR:]):
        return False
    of_one, of_any = cues.get("indefinite", frozenset()), cues.get("determiner", frozenset())
    if len(words) > 1 and words[-2] in of_one:
        return True
    small = draft.language.function_words | cues.get("no_noun", frozenset())
    return len(words) >= _NEAR and words[-3] in of_one | of_any and words[-2] not in small


def _phrase_comes_by_the_year(draft: Draft, mention: Mention, words: list[str], capitals: list[bool]) -> bool:
    """Whether a noun of the phrase before a number, back to its article, takes a year."""
    language = draft.language
    articles, of = (language.cues.get(name, frozenset()) for name in ("article", "within_name"))
    small = language.function_words | language.cues.get("no_noun", frozenset())
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if comes_by_the_year(language, word) or (capitals[index] and word not in small):
            return True
        if word in articles and not (index and words[index - 1] in of):
            found = _NEXT.match(
                draft.text, mention.end
            )  # "a secret 1902 pact", not "the mint struck 1900 of"
            goes_on = found is not None and found[1] not in language.function_words
            return goes_on and language.options.get("adjectives") == "first"
        if word in small and word not in of:
            return False
        if word.upper() == word.lower() and len(words) - index >= _NEAR:
            return False
    return False


__all__ = ["follows_plain_noun"]
