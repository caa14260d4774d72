"""What a sentence tells of tense: by the verb or the word nearest to a date.

In: a mention, the folded text, where its sentences end. Out: -1 past, -2 before what is past, -3 past and
going on, 1 future, 2 a future that is never a past's, 0 unsaid. The words are the language's (`[cues]`
future, past …).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.temporal.mention import BEFORE_PAST, LASTING, Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.joins import Draft
from reader.temporal.words.language import Language

# The signs of vowels of Devanagari belong to their word, though Unicode counts them as no letters.
WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*")
_CUE_REACH = 80
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"))
_BIRTH_REACH = 40  # characters: "nata a Reggio nell'Emilia il "
_LED = 8  # characters between "by" or "until" and its date
_INFLECTED = 5  # letters; shorter words end like inflected ones by chance
_OTHER_CLAUSE = 9  # commas; the verb before belongs to the clause before, where verbs come last
_NOUN_REACH = 50  # characters
_CLAUSE_SIGN = re.compile(r"[,;:()«»“”\"،؛]| - ")


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


def _tense(draft: Draft, mention: Mention, ends: list[int]) -> int:  # noqa: C901, PLR0912, PLR0915 - rules for a cue
    """What the nearest cue of the sentence says: -1 past, -2 before it, 1 future, 0 when there is none."""
    if _needs_no_tense(draft, mention):
        return 0
    reading, language = mention.reading, draft.language
    start, end = _sentence(draft.text, mention, ends)
    never, bare_after = (language.cues.get(cue, frozenset()) for cue in ("no_tense", "bare_after"))
    verb_last = language.options.get("verb") == "last"
    capital_nouns = language.options.get("nouns") == "capital"
    states = any(f" {verb} " in draft.spoken[start:end] for verb in language.cues.get("past_state", ()))
    by_then = language.cues.get("by_then", frozenset())
    weak_future = language.cues.get("future_weak", ())  # "ab": "sie liegt ab dem 15. August aus"
    weak = language.cues.get("past_weak", ())  # "desde": closed since Monday, but to open from Monday on
    since = language.cues.get("since", frozenset()) - set(weak)
    best, distance, previous, left_at, unless_told, told_at = 0, (10**9, 0), "", 0, 0, -1
    until = sure = happened = False
    months = {  # "2 May" holds no verb
        place
        for one in draft.mentions
        if one.reading.month is not None and one.start < end
        for place in range(max(start, one.start), one.end)
    }
    for match in WORD.finditer(draft.spoken, start, end):
        word = match[0].lower()
        # "tre anni fa, terminerà": what stands beyond a sign leads to nothing.
        follows = previous if draft.spoken[left_at : match.start()] == " " else ""
        previous, left_at = word, match.end()
        within = mention.start <= match.start() < mention.end
        if within and not language.word_boundaries and match.end() > mention.end:
            within = False  # the verb is written together with it
        is_noun = capital_nouns and match[0][0].isupper() and match.start() > start + 1  # "Lasten", no verb
        if within or is_noun or word in never or follows in bare_after or match.start() in months:
            continue  # "to be completed": the participle tells no tense; "in May and October": no verb
        led_by = 0 <= mention.start - match.end() <= _LED
        leans = (led_by and word in weak_future) - (word in weak and match.end() <= mention.start)
        if led_by and word in since:
            return _since(draft.spoken[start:end], language)
        if leans:
            unless_told = leans
            continue
        if word in by_then and not led_by:
            continue  # "invited by letter of 9 March"
        until = until or word in by_then
        if word in by_then and (match.start() <= start + 1 or states):
            unless_told = 1  # "Até sexta-feira contabilizavam 602 mortos": the verb tells
            continue
        tense = _told(word, follows, language) or (led_by and _leads_back(word, follows, language))
        if not tense:
            continue
        sure = sure or tense > 1
        if tense > 1 and best < 0 and told_at == match.start() - 1:
            best = tense  # "گرفته خواهد شد": the participle is the future's own
        left, right = sorted((match.span(), (mention.start, mention.end)))
        clauses = len(_CLAUSE_SIGN.findall(draft.text, left[1], right[0]))
        tense = _of_another_clause(tense, reading) if clauses else tense
        if verb_last and match.start() < mention.start:
            clauses += _OTHER_CLAUSE
        # "who visited in August may remember": what stands before a date leads to it.
        led = _LED if match.end() <= mention.start and not verb_last else 0
        away = clauses, right[0] - left[1] - led
        if away < distance:
            best, distance, told_at = tense, away, match.end()
        happened = happened or (tense < 0 and match.start() > mention.end)
    best = best or _is_told_now(draft, start, end)
    # "By August they had rebuilt it", "in August they had already rebuilt it"
    best = -1 if best == BEFORE_PAST and (until or _has_come_so_far(draft, start, end)) else best
    if best == 1 and happened and _is_between_commas(draft, mention):
        return -1  # "the hearing, planned for 24 March, was put off"
    if best == 1 and sure:
        return 2  # "the next fair begins on 9 May"
    # "it will be repaired by the owner by the summer": the verb tells more than "by".
    return 2 if until and sure else best or unless_told or _announces(draft, start, mention.start)


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
    tells = reading.base not in {"later", "tense"} and reading.unit != "WE"
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


def may_last(draft: Draft, mention: Mention) -> bool:
    """Whether "in 24 hours" stands there, which looks ahead or says how long something took."""
    reading = mention.reading
    if reading.shift is None or reading.shift <= 0 or not reading.count or reading.base != "now":
        return False
    first = draft.text[mention.start : mention.end].partition(" ")[0]
    return first in draft.language.cues.get("lasting", ())
