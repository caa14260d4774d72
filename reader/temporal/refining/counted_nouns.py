"""Four digits before a noun: "1850 shares", "1600 deniers", "mit 1500 Büchern", "1024 مريضًا".

In: a passage and the place of a bare number in it. Out: whether it counts the noun that follows, by the form
of that noun, by the words of the language that are counted, or by what stands before the number. Plurals,
what is counted and the words that lead in a year are the language's (`[cues]` plural_endings, no_plural,
counted_things, year_lead; `[signs]` counted_before, collective, whole_before, counted_form).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.year_leads import comes_by_the_year, ends_unlike_noun
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

_REACH = 40
_WORD_AFTER = re.compile(r" ((?:[^\W\d_]+-)?[^\W\d_]+)")
_TWO_AFTER = re.compile(r" ([^\W\d_]+(?:[-\u200c][^\W\d_]+)*)(?: ([^\W\d_]+(?:[-\u200c][^\W\d_]+)*))?")
_STRESSED = tuple("àèìòùáéíóú")  # how verbs of the past end, and no plural
# "before 2000 visitors.", "en 1998 sesiones de trabajo.": nothing is left that a year could tell.
_PLURAL_AND_STOP = re.compile(r" [^\W\d_]+(?: ([^\W\d_]+) [^\W\d_]+)?(?:[.;!?]|$)")
_YEARS_BEFORE = re.compile(r"([^\W\d_]+) (?:[12]\d{3}, )*[12]\d{3},? (?:[^\W\d_]+ |& )$")
_NAME_BEFORE = re.compile(r"[\w)][ -][^\W\d_a-zà-ÿа-яёґєії][^\W\d_]+ $")
_POSSESSIVE = ("'", "’")
_GAP = " '’"
_LAST_WORDS = re.compile(r"([^\W\d_]+)[ '’]+(?:([^\W\d_]+)[ '’]+)?$")
# "uma lista de 1808 nomes": of so many; the plural that follows tells it from "a campanha de 1808".
_COLLECTIVE = Sign(r"\b(?:<collective>) $", re.IGNORECASE)
_CLAUSE_START = Sign(r"(?:^|[.;:,] |\b(?:<and>) )$", re.IGNORECASE)
_NOUN_AND_VERB = Sign(r" [^\W\d_a-zà-ÿ][^\W\d_]+(?:<plural_noun_end>) ([^\W\d_A-ZÀ-Ý]{3,}) [^\W\d_]")
_ROUND = re.compile(r"\d\d[05]0")
_COUNTED_BEFORE = Sign(r"\b(?:<counted_before>) $", re.IGNORECASE)  # "von 1842 Proben"
# "Die Orgel hat 1524 Pfeifen.", but "sie hatte 1938 Bilder verkauft"
_OWNED_BEFORE = Sign(r"\b(?:<owned_before>) $", re.IGNORECASE)
_PLURAL_CLOSES = Sign(r" [^\W\d_a-zà-ÿ][^\W\d_]+(?:<plural_noun_end>)(?:[.;:!?]|, |$| und )")
# "Von 1648 abgegebenen Stimmen", but "der für 1920 geplante Bau"
_WHOLE_BEFORE = Sign(r"\b(?:<whole_before>) $", re.IGNORECASE)
_ATTRIBUTE_AND_NOUN = Sign(
    r" [^\W\d_A-ZÀ-Ý]+(?:<attribute_end>) [^\W\d_a-zà-ÿ][^\W\d_]+(?:<plural_noun_end>)(?!\w)"
)
# "1024 مريضًا": an ending that only what is counted bears after a number.
_COUNTED_FORM = Sign(r" [^\W\d_]+(?:<counted_form>)(?!\w)")
_FOUR_FIGURES = 1000
_MODERN = (1400, 2100)  # a bare number beyond these before a noun counts things (WikiWars, de)
_FIRST_IN_NAMES = 1500  # acts, shows and matches have borne their year since there was print


def counts_noun(draft: Draft, mention: Mention, *, led: bool) -> bool:
    """Whether a number counts the noun after it; `led` says that a word before it leads in a year."""
    before = draft.spoken[max(0, mention.start - _REACH) : mention.start]
    language = draft.language
    whole = _WHOLE_BEFORE.of(language).search(before)
    if whole and _ATTRIBUTE_AND_NOUN.of(language).match(draft.spoken, mention.end):
        return True
    if (whole or not led) and _COUNTED_FORM.of(language).match(draft.spoken, mention.end):
        return True
    if (not led or _is_led_weakly(draft, mention)) and is_counted_thing(draft, mention):
        return True
    if not led and _is_counted(draft, mention, before):
        return True
    counts = not led or _is_last_of_sentence(draft, mention) or _COLLECTIVE.of(language).search(before)
    return bool(counts and _is_before_plural(draft, mention, before)) or _opens_clause(draft, mention, before)


def is_counted_thing(draft: Draft, mention: Mention) -> bool:
    """Whether the language counts what follows by the thousand: "1850 shares", "1800 preference shares"."""
    found = _TWO_AFTER.match(draft.text, mention.end)
    if found is None:
        return False
    language = draft.language
    things = language.cues.get("counted_things", frozenset())
    if found[1] in things:
        return not draft.spoken.startswith(_POSSESSIVE, found.end(1))  # "the 1926 miners' strike"
    described = language.options.get("adjectives") == "first" and draft.spoken[found.start(1)].islower()
    told = found[1] in language.function_words or comes_by_the_year(language, found[1])
    return described and not told and found[2] in things


def _is_led_weakly(draft: Draft, mention: Mention) -> bool:
    """Whether a word leads in a number as easily as a year: "the 1200 coins", but "the spring of 1850"."""
    found = _LAST_WORDS.search(draft.text, max(0, mention.start - _REACH), mention.start)
    language = draft.language
    if found is None or (found[2] or found[1]) not in language.cues.get("weak_lead", ()):
        return False
    return found[2] is None or not comes_by_the_year(language, found[1])


def _is_last_of_sentence(draft: Draft, mention: Mention) -> bool:
    """Whether a sentence ends with the word after a number, or with what that word is of."""
    found = _PLURAL_AND_STOP.match(draft.spoken, mention.end)
    return found is not None and (not found[1] or found[1] in draft.language.cues.get("of", ()))


def _is_counted(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether a word that leads no year in stands before and a noun after: "con 1900 sacchi di sabbia"."""
    language = draft.language
    if language.options.get("nouns") == "capital" or not _COUNTED_BEFORE.of(language).search(before):
        return False
    noun = _WORD_AFTER.match(draft.spoken, mention.end)
    return noun is not None and noun[1].islower() and noun[1] not in language.function_words


def _opens_clause(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether a number and a noun open a clause whose verb comes second: "1860 Scheiben gingen zu Bruch".

    "1860 gingen Scheiben zu Bruch" has the year first.
    """
    language = draft.language
    if language.options.get("nouns") != "capital" or not _CLAUSE_START.of(language).search(before):
        return False
    found = _NOUN_AND_VERB.of(language).match(draft.spoken, mention.end)
    if found is None or draft.in_table:
        return False
    verb = draft.text[found.start(1) : found.end(1)]
    past, future = (language.cues.get(name, frozenset()) for name in ("past", "future"))
    return verb in past or verb in future or verb not in language.function_words


def _is_before_plural(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether a plural follows that no noun before the number claims: "1600 deniers"."""
    if not is_plural(draft, _WORD_AFTER.match(draft.spoken, mention.end)):
        return False
    if _is_noun_of(draft, mention):
        return True
    years = _YEARS_BEFORE.search(before.lower())
    if years is not None and years[1] in draft.language.cues.get("article", ()):
        return False  # "the 2011 and 2017 censuses"
    named = _NAME_BEFORE.search(before)
    names_year = (mention.reading.year or 0) >= _FIRST_IN_NAMES  # "send Medicare 1490 claims to"
    if named is not None and names_year and not draft.language.options.get("nouns"):
        return False  # "the Debts Act 1998 applies", "the Expo 1900 opens"
    # "les comptes 2019 arrêtés", "les données de 2017 disponibles": the plural belongs to what stands before.
    leading = _LAST_WORDS.search(draft.text[max(0, mention.start - _REACH) : mention.start])
    words = [one for one in (leading.groups() if leading else ()) if one]
    if not words and not before:
        return False
    if words and words[-1] not in draft.language.cues.get("of", ()):
        words = words[-1:]
    verbs = tuple(draft.language.cues.get("we_endings", ()))  # "lemos 1998 fólios"
    return not any(_ends_plural(draft, one) and not (verbs and one.endswith(verbs)) for one in words)


def _is_noun_of(draft: Draft, mention: Mention) -> bool:
    """Whether the plural has a complement, as nouns have: "1620 capi di bestiame", not "2019 arrêtés par"."""
    found = _TWO_AFTER.match(draft.text, mention.end)
    language = draft.language
    if found is None or found[2] is None or found[2] not in language.cues.get("of", ()):
        return False
    return found[1] not in language.function_words and not ends_unlike_noun(language, found[1])


def counts_people(draft: Draft, mention: Mention, following: re.Match[str]) -> bool:
    """Whether what follows is counted: "958 men", "1500 German men", but "in 1939 German troops"."""
    language = draft.language
    is_round = _ROUND.fullmatch(str(mention.reading.year)) is not None
    led_year = is_led_in(draft, mention) and not is_round
    four = (mention.reading.year or 0) >= _FOUR_FIGURES
    if following[1] not in language.cues.get("counted_with_noun", ()):
        # "in 1925 the school was built", where nouns have no article
        begins = led_year and four and following[1] in language.cues.get("subjects", ())
        return following[1] in language.not_after and not begins
    noun = _WORD_AFTER.match(draft.spoken, following.end())
    if noun is None or not (is_plural(draft, noun) or noun[1] in language.not_after):
        return False
    return not led_year


def is_before_noun(draft: Draft, mention: Mention, place: int) -> bool:
    """Whether a round or old number stands before a noun, where nouns bear capitals: "1500 Bücher".

    Not so "wurde 746 Bischof" (one was it, and one has no number) and "feierte 765 Weihnachten". `place` is
    where the word after the number begins.
    """
    language = draft.language
    if language.options.get("nouns") != "capital" or not draft.spoken[place].isupper():
        return False
    before = draft.spoken[max(0, mention.start - _REACH) : mention.start]
    if _last_word(before) in language.cues.get("one_is", ()) or any(
        one.start == place and one.reading.holiday for one in draft.mentions
    ):
        return False
    year = mention.reading.year or 0
    counted = _COUNTED_BEFORE.of(language).search(before) is not None or (
        _OWNED_BEFORE.of(language).search(before) is not None
        and _PLURAL_CLOSES.of(language).match(draft.spoken, mention.end) is not None
    )
    return counted or year % 100 == 0 or not _MODERN[0] <= year <= _MODERN[1]


def counts_plural(draft: Draft, mention: Mention) -> bool:
    """Whether a number in words that nothing leads in as a year counts a plural: "mil doscientas ovejas"."""
    if is_led_in(draft, mention):
        return False
    return is_plural(draft, _WORD_AFTER.match(draft.spoken, mention.end))


def is_led_in(draft: Draft, mention: Mention) -> bool:
    """Whether the word before a number leads in a year: "im", "en"."""
    last = _last_word(draft.text[max(0, mention.start - _REACH) : mention.start])
    return last in draft.language.cues.get("year_lead", ())


def is_plural(draft: Draft, noun: re.Match[str] | None) -> bool:
    """Whether a word in small letters, found in the text as it is spoken, is a plural by its ending."""
    if noun is None or not noun[1].islower() or noun[1].endswith(_STRESSED):
        return False  # "Nel 1912 partì."
    return _ends_plural(draft, draft.text[noun.start(1) : noun.end(1)])


def _ends_plural(draft: Draft, word: str) -> bool:
    cues = draft.language.cues
    return word.endswith(tuple(cues.get("plural_endings", ()))) and word not in cues.get("no_plural", ())


def _last_word(before: str) -> str:
    """The word that only spaces and apostrophes part from a number: "l'an " ends with "an"."""
    before = before.lower()
    head = before.rstrip(_GAP)
    words = words_of(head.rpartition(" ")[2]) if len(head) < len(before) else []
    return words[-1] if words and head.endswith(words[-1]) else ""


__all__ = [
    "counts_noun", "counts_people", "counts_plural", "is_before_noun", "is_counted_thing", "is_led_in",
    "is_plural",
]  # fmt: skip
