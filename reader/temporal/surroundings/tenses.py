"""What a sentence tells of tense: by the verb or the word nearest to a date.

In: a mention, the folded text, where its sentences end. Out: -1 past, -2 before what is past, -3 past and
going on, 1 future, 2 a future that is never a past's, 0 unsaid. The words are the language's (`[cues]`
future, past …).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.temporal.mention import BEFORE_PAST, LASTING, Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft
from reader.temporal.words import tokens
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

# The signs of vowels of Devanagari belong to their word, though Unicode counts them as no letters.
WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*")
_CUE_REACH = 80
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"))
_BIRTH_REACH = 40  # characters: "nata a Reggio nell'Emilia il "
_LED = 8  # characters between "by" or "until" and its date
_INFLECTED = 5  # letters; shorter words end like inflected ones by chance
_OTHER_CLAUSE = 9  # commas; the verb before belongs to the clause before, where verbs come last
_NOUN_REACH = 50  # characters
_FIGURES = 8  # characters
_SHUT = Sign(r"\b(?:<shut>)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\d.,])\d{1,3} $")
_CLAUSE_SIGN = re.compile(r"[,;:()«»“”\"،؛]| - ")


def words_of(text: str) -> list[str]:
    """The words of a text, with the signs of vowels that belong to them."""
    return tokens.words_of(text) if text.isascii() else WORD.findall(text)


def tense_of(draft: Draft, mention: Mention, ends: list[int]) -> int:
    """What the sentence of a mention tells of tense."""
    if mention.reading.short_year is not None and _tells_birth(draft, mention):
        return -1
    tense = _tense(draft, mention, ends)
    return 0 if tense > 0 and _is_of_what_was(draft, mention) else tense


def _tells_birth(draft: Draft, mention: Mention) -> bool:
    """Whether what has been born or built leads to it: "née à Namur le 07/03/44"."""
    said = WORD.findall(draft.text, max(0, mention.start - _BIRTH_REACH), mention.start)
    return not draft.language.cues.get("born", frozenset()).isdisjoint(said)


def _sentence(text: str, mention: Mention, ends: list[int]) -> tuple[int, int]:
    index = bisect_right(ends, mention.start)
    start = ends[index - 1] if index else 0
    end = ends[index] if index < len(ends) else len(text)
    start, end = max(start, mention.start - 2 * _CUE_REACH), min(end, mention.end + 2 * _CUE_REACH)
    for opening, closing in _QUOTES:  # «In January it may be worse», he said: his words tell
        begin = text.rfind(opening, start, mention.start) + 1
        stop = text.find(closing, mention.end, end)
        if begin > 0 <= stop and text.find(closing, begin, mention.start) < 0:
            return begin, stop
    return start, end


@dataclass(slots=True)
class _Heard:
    """What the words of a sentence read so far tell of a date.

    Attributes:
        start: where the sentence begins.
        states: whether a verb of it says how things stood.
        tense: of the nearest verb.
        away: how far that is, in clauses and in characters.
        ends_at: where it ends.
        unless_told: what a word before the date tells where no verb does.
        by_then: whether "by" or "until" leads to the date.
        sure: whether any verb is a future that is never a past's.
        happened: whether any verb behind the date is of the past.
    """

    start: int
    states: bool
    tense: int = 0
    away: tuple[int, int] = (10**9, 0)
    ends_at: int = -1
    unless_told: int = 0
    by_then: bool = False
    sure: bool = False
    happened: bool = False


def _tense(draft: Draft, mention: Mention, ends: list[int]) -> int:
    """What the nearest cue of the sentence says: -1 past, -2 before it, 1 future, 0 when there is none."""
    if _needs_no_tense(draft, mention):
        return 0
    start, end = _sentence(draft.text, mention, ends)
    since = draft.language.cues.get("since", frozenset())
    weak = draft.language.cues.get("past_weak", ())
    past_states = draft.language.cues.get("past_state", ())
    heard = _Heard(start, any(f" {verb} " in draft.spoken[start:end] for verb in past_states))
    for match, word, before in _words(draft, mention, start, end):
        led_by = 0 <= mention.start - match.end() <= _LED
        if led_by and word in since and word not in weak:
            return _since(draft.spoken[start:end], draft.language)
        if _is_no_verb(heard, draft.language, mention, match):
            continue
        # "after the harvest, in February, it will begin": no participle leads over a sign
        leads = led_by and not _CLAUSE_SIGN.search(draft.text, match.end(), mention.start)
        tense = _told(word, before, draft.language) or (leads and _leads_back(word, before, draft.language))
        if tense:
            _hear(heard, draft, mention, match, tense)
    return _settled(heard, draft, mention, end)


def _words(draft: Draft, mention: Mention, start: int, end: int) -> Iterator[tuple[re.Match[str], str, str]]:
    """The words of a sentence that may tell a date's tense, each in small letters, and the one before it."""
    language = draft.language
    never, bare_after = (language.cues.get(cue, frozenset()) for cue in ("no_tense", "bare_after"))
    capital_nouns = language.options.get("nouns") == "capital"
    timed = {  # "2 May" holds no verb, nor does "in negen minuten"
        place
        for one in draft.mentions
        if (one.reading.month is not None or one.reading.count) and one.start < end
        for place in range(max(start, one.start), one.end)
    }
    ends = {one.end for one in draft.mentions}
    previous, left_at = "", 0
    for match in WORD.finditer(draft.spoken, start, end):
        word = match[0].lower()
        # "tre anni fa, terminerà": what stands beyond a sign leads to nothing.
        before = previous if draft.spoken[left_at : match.start()] == " " else ""
        previous, left_at = word, match.end()
        within = mention.start <= match.start() < mention.end
        if within and not language.word_boundaries and match.end() > mention.end:
            within = False  # the verb is written together with it
        is_noun = capital_nouns and match[0][0].isupper() and match.start() > start + 1  # "Lasten", no verb
        # "to be completed": the participle tells no tense; "in May and October": no verb
        # "by 19 votes to 11": so many of them, no verb
        led = _COUNT.search(draft.spoken, max(0, match.start() - _FIGURES), match.start())
        counted = led is not None and match.start() - 1 not in ends
        if not (
            within or is_noun or counted or word in never or before in bare_after or match.start() in timed
        ):
            yield match, word, before


def _is_no_verb(heard: _Heard, language: Language, mention: Mention, match: re.Match[str]) -> bool:
    """Whether a word leads to dates and is done with; what it tells by itself is heard."""
    cues, word = language.cues, match[0].lower()
    led_by = 0 <= mention.start - match.end() <= _LED
    # "ab": "sie liegt ab dem 15. August aus"; "desde": closed since Monday, but to open from Monday on
    ahead = led_by and word in cues.get("future_weak", ())
    leans = ahead - (word in cues.get("past_weak", ()) and match.end() <= mention.start)
    if leans:
        heard.unless_told = leans
        return True
    if word not in cues.get("by_then", frozenset()):
        return False
    if not led_by:
        return True  # "invited by letter of 9 March"
    heard.by_then = True
    if match.start() <= heard.start + 1 or heard.states:
        heard.unless_told = 1  # "Até sexta-feira contabilizavam 602 mortos": the verb tells
        return True
    return False


def _hear(heard: _Heard, draft: Draft, mention: Mention, match: re.Match[str], tense: int) -> None:
    """Weigh what a verb tells against the nearest so far."""
    verb_last = draft.language.options.get("verb") == "last"
    heard.sure = heard.sure or tense > 1
    if tense > 1 and heard.tense < 0 and heard.ends_at == match.start() - 1:
        heard.tense = tense  # "گرفته خواهد شد": the participle is the future's own
    left, right = sorted((match.span(), (mention.start, mention.end)))
    clauses = len(_CLAUSE_SIGN.findall(draft.text, left[1], right[0]))
    tense = _of_another_clause(tense, mention.reading) if clauses else tense
    if verb_last and match.start() < mention.start:
        clauses += _OTHER_CLAUSE
    # "who visited in August may remember": what stands before a date leads to it.
    led = _LED if match.end() <= mention.start and not verb_last else 0
    away = clauses, right[0] - left[1] - led
    if away < heard.away:
        heard.tense, heard.away, heard.ends_at = tense, away, match.end()
    heard.happened = heard.happened or (tense < 0 and match.start() > mention.end)


def _settled(heard: _Heard, draft: Draft, mention: Mention, end: int) -> int:
    """What a whole sentence tells."""
    if _is_notice_of_closing(draft, heard.start, end):
        return 2
    tense = heard.tense or _is_told_now(draft, heard.start, end)
    # "By August they had rebuilt it", "in August they had already rebuilt it"
    if tense == BEFORE_PAST and (heard.by_then or _has_come_so_far(draft, heard.start, end)):
        tense = -1
    if tense == 1 and heard.happened and _is_between_commas(draft, mention):
        return -1  # "the hearing, planned for 24 March, was put off"
    if tense == 1 and heard.sure:
        return 2  # "the next fair begins on 9 May"
    if heard.by_then and heard.sure:
        return 2  # "it will be repaired by the owner by the summer": the verb tells more than "by".
    return tense or heard.unless_told or _announces(draft, heard.start, mention.start)


def _is_notice_of_closing(draft: Draft, start: int, end: int) -> bool:
    """Whether a sentence says when a place is shut: "Closed on 24 December", "Am 24. Dezember geschlossen".

    "The mill closed on 24 December", "wurde am 24. Dezember geschlossen" tell what was.
    """
    cues, shut = draft.language.cues, _SHUT.of(draft.language)
    if shut.search(draft.spoken, start, end) is None:
        return False
    words = [word.lower() for word in WORD.findall(draft.spoken, start, end)]
    others = [word for word in words if not shut.fullmatch(word)]
    now = cues.get("be_now", frozenset())
    if any(tells_past(word, draft.language) for word in others if word not in now):
        return False
    ends = tuple(cues.get("participle_endings", ()))
    if ends and any(one in now and two in others and two.endswith(ends) for one, two in pairwise(words)):
        return False  # "est restée fermée"
    lasts = now | cues.get("present_state", frozenset())
    return words[0] not in others or words[-1] not in others or not lasts.isdisjoint(others)


def _is_between_commas(draft: Draft, mention: Mention) -> bool:
    """Whether a date closes a few words set off by commas."""
    closes = draft.text.startswith(",", mention.end)
    before = draft.text[max(0, mention.start - _NOUN_REACH) : mention.start].rpartition(",")
    return closes and bool(before[1]) and not _CLAUSE_SIGN.search(before[2])


def _announces(draft: Draft, start: int, place: int) -> int:
    """1 where a sentence without a verb announces: "Guided tour on Saturday at 3"."""
    heads = draft.language.cues.get("announced", frozenset())
    words = WORD.findall(draft.text, start, place)[:2] if heads else ()
    return int(any(word in heads for word in words))


def _is_told_now(draft: Draft, start: int, end: int) -> int:
    """1 where a verb of the present stands amid its clause: "das Theater eröffnet am Samstag die Saison".

    At the end of a clause the same form is a participle: "am Samstag eröffnet".
    """
    cues = draft.language.cues
    endings = tuple(cues.get("present_endings", ()))
    if not endings:
        return 0
    never = cues.get("no_tense", frozenset())
    for word in WORD.finditer(draft.spoken, start, end):
        form = word[0]
        if len(form) >= _INFLECTED and form.endswith(endings) and form.islower() and form not in never:
            following = draft.spoken[word.end() : word.end() + 2]
            if following[:1] == " " and following[1:].isalnum():
                return 1
    return 0


def _since(sentence: str, language: Language) -> int:
    """What has lasted "since March" began in the past; "it is closed since March" tells of now."""
    told = frozenset(WORD.findall(sentence))
    cues = language.cues
    goes_on = not told.isdisjoint(cues.get("present_state", ()))
    return LASTING if goes_on and told.isdisjoint(cues.get("past_state", ())) else -1


def _needs_no_tense(draft: Draft, mention: Mention) -> bool:
    """Whether it names its year, counts by itself or is a length."""
    reading = mention.reading
    if reading.year is not None or reading.type is TimexType.DURATION:
        return True
    # "next year": the story's in a sentence of the past, the writer's in one of what is to come
    tells = reading.base not in {"later", "tense"} and reading.unit != "WE" and not reading.counts_on
    return bool(reading.shift) and tells and not may_last(draft, mention)


def _has_come_so_far(draft: Draft, start: int, end: int) -> bool:
    return any(f" {word} " in draft.spoken[start:end] for word in draft.language.cues.get("so_far", ()))


def _is_of_what_was(draft: Draft, mention: Mention) -> bool:
    """Whether it dates what came before: "it will stay closed after the landslide of 18 September"."""
    words = WORD.findall(draft.text, max(0, mention.start - _NOUN_REACH), mention.start)[-5:]
    cues = draft.language.cues
    if not words or words[-1] not in cues.get("of_a_noun", ()):
        return False
    return not cues.get("after_what", frozenset()).isdisjoint(words)


def _of_another_clause(tense: int, reading: Reading) -> int:
    """What a verb beyond a sign tells: "removed in April, it will be shown"; of today nothing."""
    if reading.base == "now" and reading.unit == "D" and reading.shift == 0:
        return 0  # "it was built in 1890; today it houses a museum"
    return min(tense, 1)


def _told(word: str, before: str, language: Language) -> int:
    """The tense a word tells after the one before it: 2 for a future that is never a past's, -2 for "had"."""
    cues = language.cues
    sure_endings, future_endings, future_beginnings, past_endings, *_ = language.verb_forms
    sure = cues.get("future_sure", ())
    future, past, looking_back = (cues.get(name, frozenset()) for name in ("future", "past", "pluperfect"))
    long = len(word) >= _INFLECTED and word not in past  # "il expira" is no "il ira"
    if long and word.endswith(sure_endings):
        return 2
    # "they had intended to close it at the end of March"
    intends = before in cues.get("intends", ()) and word in cues.get("infinitive_mark", ())
    bare = word[1:] if word[:1] in cues.get("verb_clitics", ()) else word  # "وتبدأ": "and it begins"
    is_future = intends or word in future or bare in future or (long and word.endswith(future_endings))
    foreseen = is_future and before in looking_back  # "more rust than we had expected in June"
    if is_future and not foreseen:
        return 2 if word in sure or before in sure else 1
    if long and word.startswith(future_beginnings):
        return 1
    is_verb = before not in cues.get("determiner", ())  # "seine zwölfte Spielzeit"
    told = foreseen or word in past or bare in past
    if told or (long and is_verb and word.endswith(past_endings)):
        if looking_back and any(language.folding.word(one) in looking_back for one in (word, before)):
            return BEFORE_PAST
        # "sarà riparato", "resterà chiusa"
        return 2 if before in sure or (len(before) >= _INFLECTED and before.endswith(sure_endings)) else -1
    return 0


def _leads_back(word: str, before: str, language: Language) -> int:
    """-1 for a participle right before a date: "le dossier, déposé en janvier, sera examiné"."""
    *_, endings, never = language.verb_forms
    is_participle = len(word) >= _INFLECTED and word.endswith(endings) and not word.endswith(never)
    to_come = language.cues.get("future", frozenset()) | language.cues.get("before_participle", frozenset())
    return -int(is_participle and before not in to_come)  # "doit être inauguré en mai"


def tells(words: Sequence[str], language: Language) -> bool:
    """Whether any of some words tells a tense: "tram will run"."""
    small = [word.lower() for word in words]
    return any(_told(word, before, language) for before, word in zip(["", *small], small, strict=False))


def tells_past(word: str, language: Language) -> bool:
    """Whether a verb by itself tells what was: "abolished", "créa", "was"."""
    return _told(word.lower(), "", language) < 0


def may_last(draft: Draft, mention: Mention) -> bool:
    """Whether "in 24 hours" stands there, which looks ahead or says how long something took."""
    reading = mention.reading
    if reading.shift is None or reading.shift <= 0 or not reading.count or reading.base != "now":
        return False
    first = draft.text[mention.start : mention.end].partition(" ")[0]
    return first in draft.language.cues.get("lasting", ())
