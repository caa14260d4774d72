"""Laws, judgments and letters named by their day: "arrêt de la Cour de cassation du 15 janvier 1992".

In: a mention, the words before it. Out: whether it dates an act that is cited, or one by which something was
done ("par ordonnance du 17 novembre 2020, le juge a commis un expert"), which is an event of its own. The
words are the language's (`[cues]` source: noun and preposition; act_lead: "by" before an act; act_linking,
act_and: what stands between an act, its court and its day; one_act; `[signs]` instrument_end, own_act,
court, file_number).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from reader.temporal.mention import Mention
from reader.temporal.refining.columns import CELL
from reader.temporal.refining.draft import Draft
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 100  # characters
_MOST_WITHOUT_CAPITALS = 6  # words; no capitals tell which of them are names
_MOST_WORDS = 12  # "sentencia del Tribunal de Justicia de la Unión Europea de"
_NEAR = 20  # characters of the longest preposition, and a blank
# "решением суда от", "decyzją z dnia"
_INSTRUMENT = Sign(r"(?:<instrument_end>)$")
_COMPOUND_HEAD = 4  # letters
_ADJECTIVE = 4  # letters; shorter words are "its", "une", "dem"
_LONGEST_ENDING = 3  # letters: "приказ-ами"
_BREAK = re.compile(r"[;:.!?()|\d]")
_CLAUSE_END = re.compile(r"[.;:!?] ")
_COURT_REACH = 60
_OWN = Sign(r"(?:<own_act>)\b", re.IGNORECASE)
_MADE = Sign(r"\b(?:<act_made>)\b", re.IGNORECASE)  # "is made on 3 May", not "expires on"
_MADE_REACH = 120  # characters behind the day: "zwischen der X GmbH und Herrn Y geschlossen"
# "بموجب رسالة مؤرخة في": the words that lead to an act are written together with it, or before it.
_BY_ACT = Sign(r"(?<!\w)(?:<by_act>)(?!\w)[^.;:!?()،؛\d]{0,40}$")
_AMID = frozenset("сзіz")  # "с договором", "z umową": with it, not by it
# Courts as lawyers shorten them, then chambers and places, up to the day.
_COURT = Sign(r"(?<![\w.])(?:<court>)\b\.?(?:,? [\w.'’]{1,12}){0,5},? $")
# The highest courts are cited, whatever they did: "The Court of Cassation, by ruling of 25 March 2019, held".
_HIGH_COURT = Sign(r"\b(?:<high_court>)\b", re.IGNORECASE)
# The files of German federal courts and of the French: "(VII ZR 46/17)", "(1 BvR 12/15)", "(n° 17-28.021)".
_DOCKET = re.compile(
    r" \((?:(?:[IVX]+|\d{1,2}) [A-Z][A-Za-z]?[RB] (?:\([A-Z]{2,5}\) )?\d{1,4}/\d\d\b"
    r"|n[°º] ?\d\d-\d\d\.\d{3}\b)"
)
_FILE_NUMBER = Sign(
    r",? (?:\([^()\d]{1,12}(?:\d\w{1,3}, )?)?(?:<file_number>) ?\d|,? ?[(,]? ?ecli:", re.IGNORECASE
)
# What a court orders by an act that bears the name of a law: "ordonnance de référé", "decreto ingiuntivo".
_COURT_ORDER = Sign(r"\b(?:<court_order>)\b", re.IGNORECASE)
_SENTENCE_REACH = 200
_ITS_NUMBER = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\.?[º°]? ?\d[\d./-]*")  # ", nº 757, de 2 de dezembro"
_WITHOUT_CASE = re.compile(r"(?<=[^aeiou\W])e?s$")  # "des Landpachtgesetzes vom"


def is_ruling(draft: Draft, mention: Mention) -> bool:
    """A ruling by its court or its number: "Cass. soc., 7 décembre 2016", "12 marzo 2015, n. 4912"."""
    if mention.start == 0 or mention.reading.weekday is not None or mention.reading.year is None:
        return False
    if mention.reading.day is None and mention.reading.pair is None:
        return False
    if _FILE_NUMBER.of(draft.language).match(draft.text, mention.end):
        return True
    if _DOCKET.match(draft.spoken, mention.end):
        return True
    before = draft.spoken[max(0, mention.start - _COURT_REACH) : mention.start]
    return not before.islower() and _COURT.of(draft.language).search(before) is not None


def is_cited_line(draft: Draft, mention: Mention) -> bool:
    """Whether an act's noun opens a line that the day and a stop close: "Letter to Rossi, 12-IV-1890."."""
    if not 0 < mention.start <= _REACH or draft.text[mention.end :].strip() != ".":
        return False
    first = _WORD.match(draft.text)
    nouns = _first_words(draft.language.cues.get("source", frozenset()))
    return (
        first is not None
        and names_act(draft.language, first[0], nouns)
        and draft.text.endswith(", ", 0, mention.start)
    )


def noun_before(draft: Draft, mention: Mention, cues: frozenset[str]) -> int | None:
    """Where the noun of the act begins that the mention dates; None where none does."""
    near = draft.text[max(0, mention.start - _NEAR) : mention.start].strip()
    nouns = _nouns(cues).get(near.rpartition(" ")[2])
    if not nouns:
        return None
    low = max(0, mention.start - _REACH)
    said = draft.spoken[low : mention.start]
    most = _MOST_WORDS if said.lower() != said.upper() else _MOST_WITHOUT_CAPITALS
    words = list(_WORD.finditer(draft.text, low, mention.start))[-most:]
    if draft.language.options.get("acts") == "stems":
        return _noun_in_case(draft, mention, words, nouns)
    # "Reichsseuchengesetz vom", "raadsbesluit van": short nouns end other words by chance.
    written_together = draft.language.options.get("compounds")
    compounds = tuple(one for one in nouns if len(one) >= _COMPOUND_HEAD) if written_together else ()
    linking, named = draft.language.cues.get("act_linking", ()), False
    by_year = mention.reading.day is None and mention.reading.pair is None
    laws = draft.language.cues.get("law", ())
    for word in reversed(words[:-1]):
        if _BREAK.search(draft.text, word.end(), mention.start):
            return None
        plural = word[0].endswith("s") and (word[0][:-1] in nouns or word[0][:-2] in nouns)
        if word[0] in nouns or plural or (compounds and _WITHOUT_CASE.sub("", word[0]).endswith(compounds)):
            return word.start() if not (named and by_year) or word[0] in laws else None
        if word[0] in linking:
            named = False
            continue
        letter = draft.spoken[word.start()]
        if letter.isupper() or letter.upper() == letter.lower():
            continue  # a name, or a script that tells none
        if named:
            return None
        named = True  # whose it is: "la lettre du préfet du 3 mars", "la loi électorale de 1831"
    return None


def _noun_in_case(
    draft: Draft, mention: Mention, words: Sequence[re.Match[str]], nouns: Collection[str]
) -> int | None:
    """The noun before genitives without end: "решением Заречного районного суда города Тулы от"."""
    noun = next((word for word in reversed(words) if names_act(draft.language, word[0], nouns)), None)
    if noun is None or _BREAK.search(draft.text, noun.end(), mention.start):
        return None
    return noun.start()


def is_own(draft: Draft, mention: Mention) -> bool:
    """Whether a document speaks of itself: "This Agreement is dated", "le présent contrat, daté du"."""
    if mention.start > _REACH or _OWN.of(draft.language).match(draft.spoken) is None:
        return False
    end = mention.end + _MADE_REACH
    if "act_made" in draft.language.signs and not _MADE.of(draft.language).search(draft.spoken, 0, end):
        return False
    return not _BREAK.search(draft.text, 0, mention.start)


def goes_on(draft: Draft, mention: Mention, before: Mention) -> bool:
    """Whether a day goes on from an act's: "sentencias de 8 de septiembre de 2014 y (las de) 25 de marzo"."""
    if mention.reading.day is None or mention.until is not None:
        return False
    gap = _ITS_NUMBER.sub("", draft.text[before.end : mention.start])
    if CELL in gap:
        return False  # "Reprint of the Ordinances of 1614 | 12 March 2021"
    cues = draft.language.cues
    between = cues.get("act_linking", frozenset()) | cues.get("act_and", frozenset())
    if len(gap) <= _NEAR and between.issuperset(_WORD.findall(gap)):
        return not _BREAK.search(gap)
    again = cues.get("source_again", ())
    return any(gap.rstrip().endswith(f" {cue}") for cue in again)


def is_instrument(draft: Draft, noun: int) -> bool:
    """Whether the act whose noun begins there is that by which something was done."""
    named = _WORD.match(draft.text, noun)
    clause = _CLAUSE_END.split(draft.text[max(0, noun - _REACH) : noun])[-1]
    if named is not None and named[0].endswith(tuple(draft.language.cues.get("law", ()))):
        # "par la loi du": laws are cited, whatever they did; "par ordonnance, le juge a commis" is a court's.
        begin = noun - len(clause)
        end = noun + len(_CLAUSE_END.split(draft.text[noun : noun + _SENTENCE_REACH])[0])
        if _COURT_ORDER.of(draft.language).search(draft.spoken, begin, end) is None:
            return False
    if _HIGH_COURT.of(draft.language).search(clause):
        return False
    if named is not None and _INSTRUMENT.of(draft.language).search(draft.spoken, noun, named.end()):
        courts = draft.text[noun : noun + _COURT_REACH]
        amid = draft.text[:noun].rstrip().rpartition(" ")[2] in _AMID
        return not amid and not _HIGH_COURT.of(draft.language).search(courts)
    words = _WORD.findall(draft.spoken, max(0, noun - _REACH), noun)
    cues = draft.language.cues
    leads = cues.get("act_lead", frozenset())
    if named is not None and named[0] in cues.get("deed", ()):  # "en contrato de", but not "en sentencia de"
        leads |= cues.get("deed_lead", frozenset())
    if len(words) > 1 and words[-1] in draft.language.cues.get("one_act", ()):
        words.pop()  # "by a letter of"
    if words and words[-1] == "e":
        words.pop()  # "bij e-mail van"
    if words and len(words[-1]) >= _ADJECTIVE and words[-1].islower() and words[-1] not in leads:
        words.pop()  # "mit notariellem Vertrag vom", not "Discrimination in Employment Act of"
    return bool(words) and words[-1].lower() in leads


def is_led_by(draft: Draft, mention: Mention) -> bool:
    """Whether words that lead to an act by which something was done stand before its day."""
    low = max(0, mention.start - _REACH)
    led = _BY_ACT.of(draft.language).search(draft.spoken, low, mention.start)
    return led is not None and not _HIGH_COURT.of(draft.language).search(draft.spoken, low, mention.start)


def names_act(language: Language, word: str, nouns: Collection[str]) -> bool:
    """Whether a word is one of some nouns, in any case where a language names acts by their stems."""
    if language.options.get("acts") != "stems":
        return word in nouns
    return any(word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING for stem in nouns)


@lru_cache(maxsize=64)
def _first_words(cues: frozenset[str]) -> frozenset[str]:
    return frozenset(cue.partition(" ")[0] for cue in cues)


@lru_cache(maxsize=64)
def _nouns(cues: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The nouns of acts by the preposition that ties a day to them."""
    found: dict[str, set[str]] = {}
    for cue in cues:
        noun, _, preposition = cue.partition(" ")
        if preposition and " " not in preposition:
            found.setdefault(preposition, set()).add(noun)
    return {preposition: frozenset(nouns) for preposition, nouns in found.items()}
