"""Four digits whose noun stands a step away: "número de vela 1972", "targa svizzera TI 1976".

In: a passage and a bare number in it that no word leads in as a year. Out: whether the words around name or
count it. The nouns are the language's (`not_before`, `[cues]` number_word, counted_things, `[signs]`
number_of, by_the_unit, accompanied, pressure).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_REACH = 40
# "la parcelle AB 1912", "targa svizzera TI 1976"
_CODE_BEFORE = re.compile(r"([^\W\d_]{4,}) (?:[a-zà-ÿ]{3,} )?(?:n[°º] ?)?([^\W\d_a-zà-ÿ]{1,3}) $")
# "NF EN 1508", "UNE-EN 1838", a pipe "DN 1800"; "EN" is an "en" where nothing small stands before it.
_STANDARD = re.compile(
    r"(?<!\w)(?:(?:DIN|NF|UNE|UNI|BS|SN|NBN|NEN|ISO|ÖNORM)(?:[ -](?:EN|ISO|IEC|CEI|[A-Z]))*"
    r"|AFNOR|ASTM(?: [A-Z])?|ANSI|IEC|JIS|VDE|RAL|NCS|DN|(?<=[^\W\d_A-ZÀ-Ý] )EN(?: ISO)?) $"
)
_WAVE_BAND = Sign(r" (?:<wave_band>)(?!\w)")
# "Kontraktnummer 1836", "klantnummer 1702"
_NUMBERED_COMPOUND = Sign(r"[^\W\d_](?:<numbered_compound>) $", re.IGNORECASE)
# "Lanternfish Server 1998.4", all that a line says; a sentence may end with a year and the figure of a note.
_NAME_BEFORE = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]+ $")
_VERSION_AFTER = re.compile(r"\.\d{1,2}$")
_LONGEST_TITLE = 6  # words
_LETTER_ALONE = re.compile(
    r"(?<![^\W\d_])[\u05d0-\u05d4\u05d6-\u05ea\u0621-\u0647\u0649-\u064a] $"
)  # "م ن 1948"
_NUMBERED_AFTER = Sign(r" (?:<numbered_after>)(?!\w)")  # "1542 numara ile"
_BY_THE_UNIT = Sign(r" ?(?:<by_the_unit>)(?!\w)")  # "a 2000 el kilo", "1500 the ton"
_NUMBER_OF = Sign(r"(?<!\w)(?:<number_of>)[^\W\d_]+ $", re.IGNORECASE)
_ACCOMPANIED = Sign(r"(?<!\w)(?:<accompanied>) $", re.IGNORECASE)
# "only 12 of 1610 nest boxes", but "Act No. 12 of 1987": a small word before the less
_WHOLE_OF = Sign(r"(?<![^\W\d_])([^\W\d_A-ZÀ-Ý]+) (\d{1,4}) (?:<part_of>) $")
_COMPARED = Sign(r"(?<!\w)(?:<compared_by>)")
_ENDS_PHRASE = re.compile(r" ?(?:[.,;:!?)،؛]|$)")
_IS_AFTER = Sign(r" (?:<is_after>)(?!\w)")
_IS_BEFORE = Sign(r"\b(?:<is_before>) $")
# In the same phrase: "la tension était de 19/11, puis de 14/9".
_PRESSURE = Sign(
    r"(?<![^\W\d_])(?:<pressure>)(?![^\W\d_])(?:[^.,;!?؟،؛。、\n]|(?<=\d)[.,]){0,24}$",
    re.IGNORECASE,
)
_UNLED = "/day-month-in-figures"  # the rule of a pair that no word leads to as a day
_CLAUSE = re.compile(r"[.,;:!?،؛]")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_AFTER = re.compile(r" ([^\W\d_]+(?:[-\u200c][^\W\d_]+)*)")


def is_named(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether a noun a step away names a number, or a sign after it does."""
    return (
        _NUMBERED_COMPOUND.of(draft.language).search(before) is not None
        or _LETTER_ALONE.search(before) is not None
        or _NUMBERED_AFTER.of(draft.language).match(draft.text, mention.end) is not None
        or _BY_THE_UNIT.of(draft.language).match(draft.text, mention.end) is not None
        or _NUMBER_OF.of(draft.language).search(before) is not None
        or _is_left_alone(draft, mention, before)
        or _is_version(draft, mention)
    )


def is_whole(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether so many are of this number of things: "12 of 1610 nest boxes", "12 sur 1610 nichoirs"."""
    found = _WHOLE_OF.of(draft.language).search(before)
    following = _WORD_AFTER.match(draft.text, mention.end)
    if found is None or following is None or following[1] in draft.language.function_words:
        return False
    language, before_less = draft.language, found[1].lower()
    marks = (language.not_before, *(language.cues.get(name, ()) for name in ("number_mark", "law")))
    return not any(before_less in words for words in marks) and int(found[2]) <= (mention.reading.year or 0)


def is_coded(draft: Draft, mention: Mention) -> bool:
    """Whether letters stand between a thing that is numbered and its number: "la parcelle AB 1912".

    So they do before a standard's, and a band follows the number of a station on the air.
    """
    low = max(0, mention.start - _REACH)
    if _STANDARD.search(draft.spoken, low, mention.start) and not draft.spoken.isupper():
        return True
    if _WAVE_BAND.of(draft.language).match(draft.text, mention.end):
        return True
    found = _CODE_BEFORE.search(draft.spoken, low, mention.start)
    small = draft.language.function_words | draft.language.cues.get("year_lead", frozenset())
    if found is None or (len(found[2]) > 1 and draft.text[slice(*found.span(2))] in small):
        return False
    return draft.text[found.start(1) : found.end(1)] in draft.language.not_before


def is_said_to_be(draft: Draft, mention: Mention, before: str, after: str) -> bool:
    """Whether a verb says what the number of something is: "شماره او ۱۳۱۲ است", "su número es 1936"."""
    here = _IS_AFTER.of(draft.language).match(after) or _IS_BEFORE.of(draft.language).search(before)
    clause = _CLAUSE.split(draft.text[max(0, mention.start - _REACH) : mention.start])[-1] if here else ""
    if draft.language.options.get("years") == "led" and not draft.language.not_before.isdisjoint(
        _WORD.findall(clause)
    ):
        return True  # "la locomotora era la 1911"
    nouns = tuple(draft.language.cues.get("number_word", ()))
    if draft.language.options.get("compounds"):
        return any(word.endswith(nouns) for word in _WORD.findall(clause)) if nouns else False
    return any(word in nouns for word in _WORD.findall(clause))


def is_of_pressure(draft: Draft, mention: Mention) -> bool:
    """Whether a pair tells the pressure of blood: "TA 19/11", but not "la tension le 19/11"."""
    low = max(0, mention.start - _REACH)
    return (
        mention.rule.endswith(_UNLED)
        and _PRESSURE.of(draft.language).search(draft.spoken, low, mention.start) is not None
    )


def _is_left_alone(draft: Draft, mention: Mention, before: str) -> bool:
    """Whether something is with so many of what was said: "o segundo ficou com 1790."."""
    language = draft.language
    if not _ACCOMPANIED.of(language).search(before) or not _ENDS_PHRASE.match(draft.text, mention.end):
        return False
    clause = draft.text[max(0, mention.start - _REACH) : mention.start]
    return _COMPARED.of(language).search(clause) is None


def _is_version(draft: Draft, mention: Mention) -> bool:
    """Whether a name and a number with its point are all of a title: "Lanternfish Server 1998.4"."""
    spoken = draft.spoken
    return (
        _VERSION_AFTER.match(spoken, mention.end) is not None
        and _NAME_BEFORE.search(spoken, 0, mention.start) is not None
        and len(_WORD.findall(spoken)) <= _LONGEST_TITLE
    )


__all__ = ["is_coded", "is_named", "is_of_pressure", "is_said_to_be", "is_whole"]
