"""Lines that date their document: letter heads, mastheads, "Received 4 May", the title of a ruling.

In: a mention and its passage. Out: whether it is the document's own date. Words are the language's (`[cues]`:
issue, issue_head, issue_line, coming). Datelines have a file of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.temporal.mention import Mention
from reader.temporal.refining.columns import CELL
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

WORD = re.compile(r"[^\W\d_]+")
DATELINE_REACH = 60  # "SAN JUAN DE LA MAGUANA, República Dominicana, 3 de mayo"
LONGEST_PLACE = 6  # words, with an agency: "WASHINGTON, D.C. (Reuters),"
LONGEST_LINE = 90
_HEADED = re.compile(r": (?=[^\W\d_])")  # "Article history: Received 22 February 2016;"
_LABEL = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]* (?:[^\W\d_A-ZÀ-Ý]+ ){0,3}[^\W\d_]+: ?$")
_BYLINE = Sign(
    r"\s*[|·•]\s*[^\W\d_]|\s*[-–—]\s*(?:(?:<byline>)|(?:[^\W\d_]+ ?){1,3}[,،] (?:<agency>))",
    re.IGNORECASE,
)  # "Quarta-feira, 27 de junho de 2018 | Por Marina Falcão"
# A day and a clock time, and then nothing, a sign, or a code: "12 May 2020, 14:22 | News".
_CLOCKED = re.compile(
    r"\W{1,3}(?:[^\W\d_]{1,9} )?\d{1,2}[:.]\d\d(?: [^\W\d_]{1,4})?"
    r"\s*(?:$|[|·•]|(?:[^\W\d_]+ ){0,2}[^\W\d_]+ ?: ?[\w./-]*\s*$)"
)
# "Code: 85552317", "کد خبر: ۸۵۵۵۲۳۱۷": what the line of a day and a clock may begin with.
_CODED = re.compile(r"(?:\s*(?:[^\W\d_]+ ?){1,3}:? ?[\w/-]*\d[\w/-]*\W*)")
_REPORTER = Sign(r"(?:<reporter>)[^:]{0,24}:$", re.IGNORECASE)
_MADE_HERE = Sign(r"(?:^|[.!?:] )(?:<made_here>) $", re.IGNORECASE)
# Who signs, over the day: "Employment Judge R. Dalby 4 March 2022".
_SIGNER = re.compile(
    r"(?:^|[^\W\d_]{3,}\.? )(?:[^\W\d_a-zà-ÿ]\.[ -]?){1,3}[^\W\d_a-zà-ÿ][^\W\d_]+(?:-[^\W\d_]+)?$"
)
_OF_A_THING = Sign(r"\d[^\s,.;]*(?:,? [^\W\d_]+ [^\s,.;]+)?, (?:<dates_a_thing>) $", re.IGNORECASE)
_PART_SIGNS = ";|·•(\n—"
_NEXT_PART = re.compile(r" [-–/] |(?<=\d) +(?=[^\W\d_]+ ?: ?$)")  # "No. 28139 Date: 9 May 2019"
_CLOSED_PART = re.compile(r",|\. ")
_AFTER_PART = re.compile(r"\s*(?:[;|·•.)]| / |$)")
_APART = frozenset({"·", "|", "•", "–", "—", ";"})
# A sentence ends before the date; "No. 12", "St. Mary's" and "Jg. 40" end none.
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?] \S")
ENDED = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[\d)»”€%])|(?<=\d h))[.!?] (?=[^\W\da-zà-ÿ_])")
LONGEST_MASTHEAD = 140
# "Vol. 12 No. 3 October 5, 2018": no sign stands between.
_NUMBER_LAST = Sign(r"(?:<number_of_issue>) ?\d{1,4}$", re.IGNORECASE)
_NAME_LAST = Sign(r"\b(?:<periodical>)$", re.IGNORECASE)  # "Thornham Parish Magazine Summer 2018"
_TIE = Sign(r"(?<=[-–—|·•,]) (?:<issue_tie>)$")  # "n° 412 — du 30 décembre 2010"
_MOST_SAID = 4  # small words after the date: price, year of issue, "paraît le jeudi"
_LONGEST_WEEKEND = 3
_MOST_BETWEEN = 5  # words from one day of a line of issue to the next
_LONGEST_FILE = 40  # characters after a title's date: ", RG n° 19/01942"
_SHORT_WORD = 2  # letters: "Az.", "n°"
_MOST_TO_COME = 6  # words from "next" to its day: "the next meeting will be held on"
_STOPS = frozenset(".;,")
_OPENING_QUOTES = "«„“\"‘'"
_MOST_LEADING = 8  # words before the first of them
_WEEKDAY_TOO = re.compile(r"[^\W\d_]+/$")  # "Samstag/Sonntag, 25./26. Oktober 2008"
_MASTHEAD_SIGNS = _APART | {"-", ",", "،", "/", "(", ")"}
_PARTS = re.compile(r"[;|·•(\n—]| [-–/] |(?<=[^\W\d_]{4})[.!?] ")
_NEXT_SENTENCE = re.compile(r"\. [^\W\d_a-zà-ÿ]")
# "N° RG 16/00412 - N° Portalis DBVX-V-B7C-K0412"
_FILE_NUMBERS = re.compile(
    r"(?:[\s–—|-]{0,8}n[°º] ?(?:[^\W\d_]{1,16} ){0,2}[\w/.-]{0,20}\d[\w/.-]{0,20}){1,4}", re.IGNORECASE
)
_BRACKETED_TAIL = re.compile(r" ?\([^()]{1,40}\)\s*$")
_OWN_NUMBER = re.compile(r"\([^()]{0,3}\d[\d/.-]*\)")  # "قرار وزاري رقم (٤٥٢) وتاريخ ١٢/٧/١٤٤٣هـ"
# "N° 25", "Nr. 50", "Issue 212", "174. Jahrgang", "118e année", "Vol. 12".
_ISSUE_NUMBER = Sign(
    r"(?:<issue_number>) ?(?:n[°ºr]\.? ?)?(?:\d|[ivxlc]+\b)|\b(?:<year_of_issue>) ?(?:\d{1,3}\b|[ivxlc]+\b)"
    r"|\d(?:\.|e|ème|th|st|nd|rd|º|ª)? ?(?:<issue_in_year>)\b|\b(?:<founded_in>) \d{4}|\b(?:<periodical>)\b"
    r"|(?<![\w.])\d{1,3}p\b|[£€$] ?\d|\d ?(?:€|euros?\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _last_words(cues: frozenset[str], links: frozenset[str]) -> frozenset[str]:
    """The words before a date that the cues end with, their links left out."""
    words = [cue.split(" ") for cue in cues]
    linked = {cue[-2] for cue in words if cue[-1] in links and len(cue) > 1}
    return frozenset(linked | {cue[-1] for cue in words})


def _may_end(draft: Draft, before: str, cues: frozenset[str]) -> bool:
    """Whether the last word before a date ends a cue; most dates are told in the midst of a sentence."""
    nearest = words_of(before.rpartition(" ")[2] or before.rstrip().rpartition(" ")[2])
    links = draft.language.cues.get("issue_link", frozenset())
    return not nearest or nearest[-1] in _last_words(cues, links)


def _last_part(before: str) -> str:
    """The words after the last sign that parts a line."""
    # The label of a row: "Date of report | October 15, 2019".
    before = _NEXT_PART.sub(";", before.rstrip(" |"))
    return " ".join(words_of(before[max(map(before.rfind, _PART_SIGNS)) + 1 :]))


def is_issue_line(draft: Draft, mention: Mention) -> bool:
    """Words of issue fill the part of the line before the date: "Received 4 May 2021; accepted 7 June"."""
    cues = draft.language.cues.get("issue_line", frozenset())
    if not cues or not (names_day(mention) or names_month(mention)):
        return False
    before = draft.text[max(0, mention.start - LONGEST_LINE) : mention.start]
    if not _may_end(draft, before, cues) or _is_told_of(draft, mention):
        return False
    # A comma parts a line of issue ("Research, received 4 May 2021"), but also a clause that the sentence
    # goes on after ("the decree, published on 4 May 2019, says").
    twin = draft.mentions[mention.twin] if mention.twin >= 0 else mention
    closes = any(_AFTER_PART.match(draft.text, one.end) for one in (mention, twin))
    closes = closes or any(goes_on(draft, mention, one) for one in draft.mentions if one.start > mention.end)
    part = _last_part(_CLOSED_PART.sub(";", before) if closes else before)
    part = part if closes is False else _last_part(_HEADED.sub(";", _CLOSED_PART.sub(";", before)))
    label = _LABEL.search(draft.spoken, max(0, mention.start - LONGEST_LINE), mention.start)
    if label is not None:  # "Processo n.º 2418/11 Data do acórdão: 14-10-2014"
        words = WORD.findall(draft.text, label.start(), mention.start)
        # A name may stand before it: "بیمارستان نمازی تاریخ گزارش:", "Aurora Cacho Recibido:"
        said = WORD.findall(draft.spoken, label.start(), mention.start)
        named = next((at for at, word in enumerate(said) if word[0].islower()), len(said) - 1)
        if any(" ".join(words[begin:]) in cues for begin in range(named + 1)):
            return True
    if len(before) < mention.start and part == " ".join(WORD.findall(before)):
        return False  # the line goes on to the left of what was looked at
    return bool(part) and any(one in cues for one in _issue_forms(draft, part))


def is_of_history(draft: Draft, mention: Mention) -> bool:
    """One of two days or more after words of issue, among the authors: "A. Roe. Received …; accepted …"."""
    days = [one for one in draft.mentions if is_issue_line(draft, one)]
    return len(days) > 1 and mention in days


def dates_a_thing(draft: Draft, mention: Mention) -> bool:
    """After a thing with its number: "Service Bulletin 737-25, Revision 1, dated July 20, 2020"."""
    low = max(0, mention.start - DATELINE_REACH)
    return _OF_A_THING.of(draft.language).search(draft.spoken, low, mention.start) is not None


def is_to_come(draft: Draft, mention: Mention) -> bool:
    """A whole day whose phrase says that it is of the next: "Date of next meeting: 4 December 2014"."""
    coming = draft.language.cue_forms.get("coming", ())
    if not coming or not names_day(mention):
        return False
    low = max(0, mention.start - DATELINE_REACH)
    begin = max((end.end() for end in ENDED.finditer(draft.spoken, low, mention.start)), default=low)
    begin = max(begin, *(one.end for one in draft.mentions if names_day(one) and one.end <= mention.start), 0)
    words = words_of(draft.text[begin : mention.start])
    return any(word.startswith(coming) for word in words[-_MOST_TO_COME:])


def goes_on(draft: Draft, before: Mention, mention: Mention) -> bool:
    """Nothing but words of issue and signs stand between a date of issue and the next."""
    if mention.start - before.end > DATELINE_REACH or not names_day(mention):
        return False
    part = " ".join(WORD.findall(draft.text, before.end, mention.start))
    cues = draft.language.cues.get("issue_line", frozenset())
    return bool(part) and any(one in cues for one in _issue_forms(draft, part))


def fills_line(draft: Draft) -> bool:
    """Whether a passage is nothing but days and a few words: "Received 4 May 2019, resubmitted 2 June"."""
    mentions = draft.mentions
    if draft.in_table or len(mentions) == 1 or len(draft.text) > len(mentions) * LONGEST_LINE:
        return False
    if not all(names_day(one) or names_month(one) for one in mentions):
        return False
    ends = [0, *(one.end for one in mentions)]
    starts = [*(one.start for one in mentions), len(draft.text)]
    words = [len(WORD.findall(draft.text, *gap)) for gap in zip(ends, starts, strict=True)]
    return words[0] <= _MOST_LEADING and max(words[1:]) <= _MOST_BETWEEN


def _issue_forms(draft: Draft, part: str) -> Iterator[str]:
    """A part as it stands, with the word that ties a date to it, and without what it says was received."""
    # What is received, revised, accepted: "revidierte Fassung angenommen", "final version received".
    things = draft.language.cues.get("issue_thing", frozenset())
    links = draft.language.cues.get("issue_link", frozenset())
    words = part.split(" ")
    while True:
        said = " ".join(words)
        yield said
        yield from (f"{said} {link}" for link in links)
        if len(words) == 1 or words[0] not in things:
            return
        words.pop(0)


def opens_with_cue(draft: Draft, mention: Mention) -> bool:
    """Words of issue open the line, or end a short one with the date: "Rapport publié le 3 mai 2019".

    Amid a sentence they tell when something was published, which is an event.
    """
    cues = draft.language.cues.get("issue", frozenset())
    before = draft.text[max(0, mention.start - LONGEST_LINE) : mention.start]
    if not _may_end(draft, before, cues) or _is_told_of(draft, mention):
        return False
    words, part = " ".join(WORD.findall(before)), _last_part(before)
    if draft.in_table and not before.endswith(CELL):
        return False  # "Caveat entered; claim issued 14 March 2013"
    if part in cues and (len(before) == mention.start or part != words):
        return True
    closes = not WORD.search(draft.text, mention.end)
    ended = [*ENDED.finditer(draft.spoken, 0, mention.start)] if closes else []
    if ended:  # "Ore 17. Comunicato del"
        words = " ".join(WORD.findall(draft.text, ended[-1].end(), mention.start))
    forms = [words, *(f"{words} {link}" for link in draft.language.cues.get("issue_link", ()))]
    if ended:
        return not cues.isdisjoint(forms)
    ends = closes and len(draft.text) <= DATELINE_REACH
    labels = draft.language.cues.get("date_column", frozenset())  # "End of drilling date: 19.11.2019"
    leads = [
        form.removesuffix(f" {cue}")
        for cue in (cues if ends else ())
        if cue not in labels
        for form in forms
        if form.endswith(f" {cue}")
    ]
    said = WORD.findall(draft.spoken, max(0, mention.start - LONGEST_LINE), mention.start)
    return any(not _is_sentence(draft, said[: len(lead.split(" "))]) for lead in leads)


def _is_told_of(draft: Draft, mention: Mention) -> bool:
    """A verb after the day tells of another paper: "The minutes of the meeting held on 4 May were read"."""
    following = WORD.match(draft.text, mention.end + 1)
    cues = draft.language.cues
    states = cues.get("past", frozenset()) | cues.get("present_state", frozenset())
    return following is not None and draft.text[mention.end] == " " and following[0] in states


def says_when_made(draft: Draft, mention: Mention) -> bool:
    """A sentence says when the document at hand was made: "This list was drawn up on 5 September 2019"."""
    low = max(0, mention.start - LONGEST_LINE)
    return names_day(mention) and (
        _MADE_HERE.of(draft.language).search(draft.spoken, low, mention.start) is not None
    )


def _is_sentence(draft: Draft, lead: list[str]) -> bool:
    """Whether words before a cue make a sentence of it, about another thing: "The treaty was" (signed on)."""
    finite = lead[-1].lower() in draft.language.cues.get("past", ())
    return finite and lead[0].lower() not in draft.language.cues.get("of_itself", ())


def stands_apart(draft: Draft, mention: Mention) -> bool:
    """A day or a month set apart on a short line by its signs: "Eastfield Hospital · 30 May 2022"."""
    if draft.in_table or len(draft.text) > LONGEST_LINE or not names_issue(mention):
        return False
    before, after = draft.spoken[: mention.start].rstrip(), draft.spoken[mention.end :].lstrip()
    before = _WEEKDAY_TOO.sub("", before).rstrip()
    if not after and (_REPORTER.of(draft.language).search(before) or _SIGNER.search(before)):
        return True
    if not WORD.search(before) and _BYLINE.of(draft.language).match(draft.spoken, mention.end):
        return len(WORD.findall(after)) <= LONGEST_PLACE
    plain = not WORD.search(before) or _CODED.fullmatch(before)
    if plain and _CLOCKED.match(draft.spoken, mention.end):
        return True
    signs = _APART
    if draft.spoken[: mention.start].isupper():
        signs = _APART | {"."}  # "THE HARBOUR ECHO. Monday, 18 September 2023. No. 1,994"
    apart = before[-1:] in signs and (not after or after[0] in signs)
    first = draft.spoken.lstrip(_OPENING_QUOTES)[:1]  # "«Окская газета» · № 78 · 5 октября 2017 г."
    return apart and first.isalpha() and not first.islower() and not _SENTENCE.search(before)


def is_masthead(draft: Draft, mention: Mention) -> bool:
    """The date in a line with the number of an issue: "Weserbote Freitag, 28. Februar 2020 · Nr. 50"."""
    text = draft.spoken
    if len(text) > LONGEST_MASTHEAD or draft.in_table or not names_issue(mention):
        return False
    before, after = text[: mention.start].rstrip(), text[mention.end :].strip()
    number = _ISSUE_NUMBER.of(draft.language)
    if not (number.search(before) or number.search(after)) or _SENTENCE.search(text):
        return False
    told = number.search(before)
    acts = draft.language.cues.get("source_numbered", ())
    if told is not None and any(one.lower() in acts for one in WORD.findall(before[: told.start()])[-1:]):
        return False  # "Aplica-se o Decreto-Lei nº 25, de 30 de novembro de 1937, e a lei"
    named = mention.reading.weekday is not None and len(WORD.findall(before)) <= LONGEST_PLACE
    if sum(word == word.lower() for word in WORD.findall(after)) > _MOST_SAID:
        return False  # "2. On Friday, 3 May 1999, Mr Jones of No. 12 High Street complained …"
    before = _TIE.of(draft.language).sub("", before)
    begins = not before or before[-1] in _MASTHEAD_SIGNS or named
    begins = begins or any(sign.of(draft.language).search(before) for sign in (_NUMBER_LAST, _NAME_LAST))
    ends = not after or after[0] in _MASTHEAD_SIGNS or after.isalpha() or bool(number.match(after))
    return begins and ends and not text[:1].islower()


def opens_masthead(draft: Draft, mention: Mention) -> bool:
    """A masthead that begins with its number, though it looks like an entry: "Vol. 12, No. 3 | May 2018"."""
    return _ISSUE_NUMBER.of(draft.language).match(draft.spoken) is not None and is_masthead(draft, mention)


def stands_under_title(draft: Draft, mention: Mention) -> bool:
    """A day set apart under the title of minutes: "Gartenbauverein – 17. März 2022, 19:30"."""
    if not draft.heading or len(draft.text) > LONGEST_MASTHEAD or draft.in_table or not names_day(mention):
        return False
    before, after = draft.spoken[: mention.start].rstrip(), draft.spoken[mention.end :].lstrip()
    if _SENTENCE.search(draft.spoken) or before[:1].isdigit():
        return False
    nouns = draft.language.cue_forms.get("title", ())
    if not nouns or not draft.title.startswith(nouns):
        return False
    held = first_word(draft, 0) in draft.language.cues.get("held", ())
    if held and len(before) <= DATELINE_REACH:
        return True  # "Held at the Institute on Wednesday 5 November 2014 at 7.30 pm"
    before = _TIE.of(draft.language).sub("", before)
    return (not before or before[-1] in _MASTHEAD_SIGNS) and (not after or after[0] in _MASTHEAD_SIGNS)


def first_word(draft: Draft, place: int) -> str:
    """The word at a place or the next after it."""
    found = WORD.search(draft.text, place)
    return found[0] if found else ""


def names_issue(mention: Mention) -> bool:
    """A day, a month, or the days of a weekend: "25./26. Oktober 2008"."""
    reading, until = mention.reading, mention.until
    if until is not None and reading.day and until.day and reading.year and reading.month == until.month:
        return 0 < until.day - reading.day <= _LONGEST_WEEKEND
    return names_day(mention) or names_month(mention)


def names_month(mention: Mention) -> bool:
    """A month or a season with its year and no day."""
    reading = mention.reading
    fine = reading.day is None and (reading.month is not None or bool(reading.season))
    return fine and reading.year is not None and mention.until is None


def is_title(draft: Draft, mention: Mention) -> bool:
    """A document's own title, dated: "ARRÊT DU 12 MARS 2020", "Procès-verbal de la réunion du 3 mai 2019"."""
    if mention.start > LONGEST_MASTHEAD or draft.in_table or not names_day(mention):
        return False
    if _is_titled_after(draft, mention):
        return True
    if _opens_with_title(draft, mention):
        return True
    if not ends_title(draft.spoken[mention.end :]):
        return False
    head = draft.spoken[: mention.start]
    if len(head) <= DATELINE_REACH and head.replace("º", "").replace("ª", "").isupper():
        return True
    nouns = draft.language.cue_forms.get("title", ())
    part = _PARTS.split(_OWN_NUMBER.sub("", draft.text[: mention.start]))[-1].strip()
    return bool(nouns) and part.startswith(nouns) and not head[:1].islower()


def _opens_with_title(draft: Draft, mention: Mention) -> bool:
    """Whether a title and its day are a sentence of their own: "Decision dated 3 May 2019. Case no. 12"."""
    before = draft.text[: mention.start].split()
    nouns = draft.language.cues.get("title", ())
    tied = draft.language.cues.get("title_tie", ())
    lead = len(before) > 1 and before[0] in nouns and " ".join(before[1:]) in tied
    return lead and _NEXT_SENTENCE.match(draft.spoken, mention.end) is not None


def _is_titled_after(draft: Draft, mention: Mention) -> bool:
    """Whether the line is a day and the act it bears: "3 Mayıs 2019 tarihli karar"."""
    dated, acts = draft.language.cues.get("source_after", ()), draft.language.cues.get("title", ())
    after = draft.text[mention.end :].split()
    return not mention.start and bool(after) and after[0] in dated and " ".join(after[1:]) in acts


def ends_title(tail: str) -> bool:
    """Nothing follows, or the number of a file: "Urteil vom 17. Februar 2015 – 6 O 1871/14"."""
    if _FILE_NUMBERS.fullmatch(tail):
        return True
    tail = _BRACKETED_TAIL.sub("", tail)  # "DÉCISION du 3 mai 2019 (n° 12, 4 pages)"
    if len(tail) > _LONGEST_FILE and WORD.search(tail):
        return False
    words = words_of(tail)
    if words and not any(char.isdigit() for char in tail):
        return False
    stops = tail.rstrip()[-1:] in _STOPS
    return not stops and all(word.isupper() or len(word) <= _SHORT_WORD for word in words)


def names_day(mention: Mention) -> bool:
    """A whole day with its year."""
    reading = mention.reading
    has_day = reading.day is not None or reading.pair is not None
    has_year = reading.year is not None or reading.short_year is not None
    return has_day and has_year and not goes_on_for_days(mention)


def goes_on_for_days(mention: Mention) -> bool:
    """It is a range of days; "18.05.2021, 19:30–21:10" is one day."""
    until = mention.until
    return until is not None and not (until.has_clock and mention.reading.has_clock)
