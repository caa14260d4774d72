"""What a mention's surroundings make of it: sentence, tense, role, the citation that closes a quotation.

In: refined mentions and the folded text. Out: the same mentions with these noted. The words are the
language's (`[cues]` in its file), the signs (brackets, quotation marks) are everybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import Role, TimexType
from reader.temporal.refining import cited_years
from reader.temporal.refining.acquisitions import tells_acquisition
from reader.temporal.refining.draft import Draft
from reader.temporal.surroundings import (
    acts,
    asides,
    bounds,
    citations,
    court_heads,
    datelines,
    issue_lines,
    laws,
    lengths,
    mails,
    minutes,
    reservations,
    tenses,
)
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

# The point after a day ("am 17. März") ends no sentence, nor one after a title or an initial: "M. Roux",
# "Dr. Hill". The sign first: it is found ten times as quickly.
_SENTENCE_END = re.compile(
    r"[.!?。！？؟…](?:(?<![\s(]\d.)(?<![\s(]\d\d.)(?<![\s(][A-Z]\.)(?<![\s(][DFHMS][rt]\.)"
    r"['\")»”\]]?(?= +[^ a-zà-ÿ]| *$)|(?<=[。！？]))"
)
_SPEECH = re.compile(r"^\W?[«“\"„‘][^»”\"’]*[»”\"’],? ")  # "«El viernes a las 9», escribió el 2 de mayo"
_STOP_AFTER = re.compile(r"\. +[^ a-zà-ÿ]")
_BRACKETED = re.compile(r"\(([^()]{0,120})\)")
_CUE_REACH = 80
_DATED = {TimexType.DATE, TimexType.TIME}
_LATER = {"then", "later"}
_SHORT_HEAD = 60
_PLACE = 20  # characters of a place before the bracket of its dateline
_LONGEST_HEAD = 150  # "Ainsi jugé et prononcé par mise à disposition au greffe le"
_COORDINATED_REACH = 60
_COORDINATED = Sign(r" ?,? ?(?:<and>) (?:(?:<that_one>) )?(?:<of_day>) ?(?:le )?", re.IGNORECASE)
_NUMBERED = Sign(
    r"(?:<number_mark>) ?(?:[^\W\d_]{1,6}/)?\d[\w/.-]*,? ?(?:[^\W\d_]+ ?){0,4}$"
    r"|\b\d{1,4}/\d{1,4}(?:/[a-z]{2,4})?,?"
    r"(?: [^\W\d_]*(?:<maker_of_acts>)[^\W\d_]*,?| (?:<between_acts>)\b){1,14} ?$"
    r"|[א-ת][\"״][א-ת] ?-$"  # "חוק המכר, התשל״ג-1973"
    r"|\d[\d/.-]* (?:<number_tie>) $"  # "نظریهٔ مشورتی ۷/۹۶/۱۹۸۴ مورخ"
)
_STOPPED = re.compile(r"\d\. [^\W\d_]")  # "loi n° 145. Le maire a répondu le"
_FIGURE = re.compile(r"[\d-]")  # what every number of an act has
_IS_DATED = Sign(r" (?:<is_before>) (?:<dates_a_thing>) $")
_YEAR_TOLD = re.compile(r"\d{4},? $")
_YEAR_REACH = 8
_LIFE = re.compile(r"\d{4} ?[-–—] ?[^()]*[^\W\d_][^()]*\d{4}")
_APPOSED = re.compile(r"(?:,|،)(?: [^\W\d_]{1,3})? |(?:,|،) (?:[^\W\d_]{1,3})?")  # ", on ", "، في "
_CLAUSE = re.compile(r"[;:!?]")
_NEAR = 16  # characters: "prorogée jusqu'au "
_NONE: frozenset[str] = frozenset()
_BRACKET = 120  # the longest citation in brackets


def note_surroundings(draft: Draft) -> None:
    """Notes sentence, tense, role and closing citation of every mention of a draft."""
    if not draft.mentions:
        return
    ends = _sentence_ends(draft)
    mentions = [_noted(draft, mention, ends) for mention in _marked(draft)]
    _go_on(draft, mentions)
    _like_the_one_before(draft, mentions)
    _line_goes_on(draft, mentions)
    mentions = [_lasted(draft, _like_twin(one, mentions)) for one in mentions]
    _after_so_long(draft, mentions)
    draft.mentions[:] = citations.cited(draft, [_bounded(draft, one) for one in mentions])


def _sentence_ends(draft: Draft) -> list[int]:
    """Where the sentences of a passage end, in order."""
    ends = {match.end() for match in _SENTENCE_END.finditer(draft.spoken)}
    # "à 18 h 30. Le": what has been read to its end is no day with its point.
    clocks = (one.end for one in draft.mentions if one.reading.has_clock)
    return sorted(ends.union(end + 1 for end in clocks if _STOP_AFTER.match(draft.spoken, end)))


def _bounded(draft: Draft, mention: Mention) -> Mention:
    if mention.role is Role.ISSUE:
        # "se expide el presente, válido hasta el 29 de septiembre": what it lasts until is not its day.
        event = replace(mention, role=Role.EVENT)
        bound = bounds.bound_of(draft, event)
        return replace(event, bound=bound) if bound == "until" else mention
    bound = bounds.bound_of(draft, mention)
    return replace(mention, bound=bound) if bound else mention


def _noted(draft: Draft, mention: Mention, ends: list[int]) -> Mention:
    cites = cited_years.cites(draft, mention)
    role = _role(draft, mention, cites)  # what is cited has been: "the minutes of 4 April will be approved"
    tense = -1 if role is Role.SOURCE else tenses.tense_of(draft, mention, ends)
    if role is not Role.SOURCE and issue_lines.is_to_come(draft, mention):
        role = Role.EVENT  # "Next meeting: 4 December 2014" dates no document
        tense = tense or int(draft.spoken[: mention.start].rstrip().endswith((":", "：")))
    elif role is not Role.SOURCE and _was_acquired(draft, mention):
        role, tense = Role.EVENT, -1
    return replace(
        mention,
        sentence=bisect_right(ends, mention.start),
        tense=tense,
        role=role,
        cites=cites == 1,
        only_cited=role is Role.SOURCE
        and (laws.is_in_force(draft, mention, ends) or citations.is_referred_to(draft, mention)),
        aside=(mention.reading.year or mention.reading.weekday) is not None
        and asides.is_aside(draft, mention),
        sent=mails.is_sending(draft, mention),
        passing=asides.is_passing(draft, mention),
        compares=asides.compares(draft, mention),
        reserved=reservations.is_reserved(draft, mention),
    )


def _go_on(draft: Draft, mentions: list[Mention]) -> None:
    """Days that stand in a row with an act's are acts' too."""
    act: Mention | None = None
    for index, mention in enumerate(mentions):
        if act is not None and mention.role is Role.EVENT and acts.goes_on(draft, mention, act):
            mentions[index] = replace(mention, role=Role.SOURCE)
        if mentions[index].role is Role.SOURCE and mention.reading.day is not None:
            act = mentions[index]


def _line_goes_on(draft: Draft, mentions: list[Mention]) -> None:
    """The other days of a line of issue: "Received: 23 May 2016 Revised: 4 September 2016"."""
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if left.role is Role.ISSUE and right.role is Role.EVENT and issue_lines.goes_on(draft, left, right):
            mentions[index] = replace(right, role=Role.ISSUE)
    if any(one.role is Role.ISSUE for one in mentions) and issue_lines.fills_line(draft):
        issued = {one.sentence for one in mentions if one.role is Role.ISSUE}
        for index, one in enumerate(mentions):
            told = one.role is Role.SOURCE and not draft.text.endswith(": ", 0, one.start)
            if not told and one.sentence in issued and not _is_of_something_else(draft, one):
                mentions[index] = replace(one, role=Role.ISSUE)


def _like_the_one_before(draft: Draft, mentions: list[Mention]) -> None:
    """A second day of the same kind of act: "arrest van 15 november 1985 (…) en van 27 april 2001"."""
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if left.role is not Role.SOURCE or right.role is not Role.EVENT or not _names_a_day(left):
            continue
        if not _names_a_day(right) or right.start - left.end > _COORDINATED_REACH:
            continue
        between = _BRACKETED.sub("", draft.spoken[left.end : right.start])
        if _COORDINATED.of(draft.language).fullmatch(between):
            mentions[index] = replace(right, role=Role.SOURCE)


def _names_a_day(mention: Mention) -> bool:
    return mention.reading.day is not None or mention.reading.pair is not None


def _like_twin(mention: Mention, mentions: list[Mention]) -> Mention:
    """The same day in two calendars does the same: "décret du 14 frimaire an II (4 décembre 1793)"."""
    if mention.twin < 0 or mention.role is not Role.EVENT:
        return mention
    return replace(mention, role=mentions[mention.twin].role)


def _marked(draft: Draft) -> list[Mention]:
    if not _stand_alone(draft):
        return draft.mentions
    return [
        replace(one, alone=_names_a_day(one) and not _is_of_something_else(draft, one))
        for one in draft.mentions
    ]


def _is_of_something_else(draft: Draft, mention: Mention) -> bool:
    """Whether it can be no day of issue: "about 1 May 2024", "Amended 12/11/2024", "Valid 2 to 25 May"."""
    if issue_lines.goes_on_for_days(mention) and tenses.WORD.search(draft.text, 0, mention.start):
        return True
    if issue_lines.is_to_come(draft, mention) or _was_acquired(draft, mention):
        return True
    before = tenses.words_of(draft.text[max(0, mention.start - _NEAR) : mention.start])
    return bool(mention.reading.mod) or not draft.language.cues.get("done_to_it", _NONE).isdisjoint(before)


def _was_acquired(draft: Draft, mention: Mention) -> bool:
    """A whole day on which a thing came into a collection: "Purchased on 3 March 1925"."""
    return issue_lines.names_day(mention) and tells_acquisition(draft, mention.start)


def _lasted(draft: Draft, mention: Mention) -> Mention:
    """A length of time where its words say so: "1,912 seats were sold in 24 hours"."""
    lasted = mention.tense < 0 and tenses.may_last(draft, mention)
    return lengths.as_length(mention) if lasted or lengths.is_length(draft, mention) else mention


def _after_so_long(draft: Draft, mentions: list[Mention]) -> None:
    """How long it took until a date told right before or after, as an apposition.

    "He took it in July 332 BC after seven months", "half a century later, on 3 May 1846, it fell".
    """
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        # Days are counted out: "five days later, on 27 pluviôse" names one day twice.
        rough = left.reading.unit not in {"", "D"}
        later = left.reading.base in _LATER and rough and (left.reading.shift or 0) > 0
        if later and issue_lines.names_day(right) and right.reading.year is not None:
            if _APPOSED.fullmatch(draft.text, left.end, right.start):
                mentions[index - 1] = lengths.as_length(left)
            continue
        reading = right.reading
        counted = reading.base in _LATER and reading.count and (reading.shift or 0) > 0
        year = left.reading.year or (left.reading.of is not None and left.reading.of.year)
        # "w 1957 r. Rok później": the point of the year's sign ended a sentence.
        begins = draft.spoken[right.start].isupper() and draft.text[left.end - 1] == "."
        if counted and year and not begins and not draft.text[left.end : right.start].strip():
            mentions[index] = lengths.as_length(right)


def _role(draft: Draft, mention: Mention, cites: int) -> Role:  # noqa: PLR0911 - one return per sign
    """Source where it dates a publication, law or letter; issue where it dates the document."""
    text = draft.text
    if mention.reading.type not in _DATED:
        return Role.EVENT
    if text.find("(", max(0, mention.start - _BRACKET), mention.start + 1) >= 0:
        role = _role_in_brackets(draft, mention)
        if role is not None:
            return role
    if (draft.is_entry and mention.start < draft.cited_to) or cites > 1:
        own = issue_lines.opens_masthead(draft, mention) or issue_lines.is_of_history(draft, mention)
        return Role.ISSUE if own else Role.SOURCE
    if (
        issue_lines.dates_a_thing(draft, mention)
        or acts.is_cited_line(draft, mention)
        or citations.is_referred_to(draft, mention)
        or court_heads.heads_reviewed(draft, mention)
    ):
        return Role.SOURCE
    before = text[max(0, mention.start - _CUE_REACH) : mention.start]
    # The word right before tells of most dates that no cue leads up to them.
    word = (before.split() or [""])[-1]
    led = not word.isalpha() or word in draft.language.cue_ends or word in _number_marks(draft)
    if (
        datelines.is_dateline(draft, mention)
        or (led and issue_lines.is_issue_line(draft, mention))
        or issue_lines.stands_apart(draft, mention)
        or issue_lines.is_masthead(draft, mention)
        or issue_lines.stands_under_title(draft, mention)
        or minutes.opens_minutes(draft, mention)
        or acts.is_own(draft, mention)
        or court_heads.is_head(draft, mention)
    ):
        return Role.ISSUE
    if _is_numbered(before, draft.language) or _follows_act(draft, mention, before if led else ""):
        return Role.ISSUE if issue_lines.is_title(draft, mention) else Role.SOURCE
    if mention.alone or (led and issue_lines.opens_with_cue(draft, mention)) or _is_issued(draft, mention):
        return Role.ISSUE
    return Role.SOURCE if acts.is_ruling(draft, mention) else Role.EVENT


def _role_in_brackets(draft: Draft, mention: Mention) -> Role | None:
    """What the brackets around a mention, or before it, make of it; None where they tell nothing."""
    text = draft.text
    for bracket in _BRACKETED.finditer(text, max(0, mention.start - _BRACKET), mention.end + _BRACKET):
        if bracket.start() > mention.start:
            break
        if mention.reading.day and bracket.end() > mention.end and _LIFE.search(bracket[1]):
            return Role.EVENT  # "(Cartagena, 7 de octubre de 1852 – Santander, 30 de enero de 1921)"
        opens = bracket.start() <= _PLACE and len(text) > bracket.end() + _SHORT_HEAD
        if opens and datelines.is_dateline(draft, mention):
            return Role.ISSUE  # "(Roma, 3 maggio 2021) - Il ministro …", "هرات (پژواک، ۲ قوس ۱۴۰۱): والی …"
        if bracket.end() >= mention.end and citations.is_citation(draft, mention, bracket):
            return Role.SOURCE
    return None


def _is_issued(draft: Draft, mention: Mention) -> bool:
    """Whether words of issue open the sentence of a date, or it ends the title of the document."""
    if issue_lines.is_title(draft, mention) or issue_lines.says_when_made(draft, mention):
        return True
    if not (issue_lines.names_day(mention) or issue_lines.names_month(mention)):
        return False
    after = draft.language.cues.get("issue_after")
    if after and any(cue in draft.text[mention.end : mention.end + _CUE_REACH] for cue in after):
        lead = draft.text[max(0, mention.start - _CUE_REACH) : mention.start].rstrip()
        return not lead.endswith(draft.language.cue_forms.get("not_issued", ()))
    cues = draft.language.cues
    made = cues.get("issue_by", _NONE) if draft.text.endswith(", ", 0, mention.start) else _NONE
    if len(draft.text) <= _LONGEST_HEAD and not tenses.WORD.search(draft.text, mention.end):
        made = cues.get("issue_made_by", _NONE)  # "Établi par les services techniques le 18 janvier 2016."
    low = max(0, mention.start - _LONGEST_HEAD)
    lead_up = draft.text[low : mention.start]
    # "Compiled for the Trustees, July 1998", but not "Prepared for the hearing on 13 June".
    rows = (*_leads(cues.get("issue_head", _NONE)), *_leads(made))
    leads = tuple([lead for first, lead in rows if first in lead_up])
    if not leads:
        return False
    # "Feito no Porto, em 12 de setembro de 2022" may close a contract's last article; the first day is meant.
    dated = [one.end for one in draft.mentions if one.end <= mention.start and issue_lines.names_day(one)]
    begins = [0, *(one.end() for one in _SENTENCE_END.finditer(draft.spoken, low, mention.start))]
    # After a title, too: "Article 1 – Parties: this lease, made on".
    begins.append(draft.text.rfind(": ", low, mention.start) + 1)
    heads = [
        " ".join(tenses.words_of(draft.text[begin : mention.start]))
        for begin in begins
        if begin >= max((low, *dated))
    ]
    return any(f"{head} ".startswith(leads) for head in heads)


@lru_cache(maxsize=64)
def _leads(cues: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Cues as a sentence begins with them, each after its first word."""
    # "حرر بصنعاء": the place is written together with the word before it
    return tuple((cue.partition(" ")[0], f"{cue} ".removesuffix("- ")) for cue in cues)


def _follows_act(draft: Draft, mention: Mention, before: str) -> bool:
    """After a law, ruling or letter that is cited; `before` is empty where no cue can end before the date."""
    # "The survey of last July found cracks": none is cited so.
    vague = mention.reading.direction is not None and mention.reading.day is None
    if mention.until is not None or mention.reading.shift is not None or vague:
        return False  # an act has one day; "they amended the Act three weeks later"
    sources = draft.language.cues.get("source", frozenset())
    noun = acts.noun_before(draft, mention, sources) if before else None
    # "Esta Portaria entra em vigor a contar de 30 de janeiro"
    does = noun is not None and (acts.is_instrument(draft, noun) or bounds.is_led(draft, mention))
    said_of_it = _IS_DATED.of(draft.language).search(before)  # "the contract is dated 17 January 2005"
    if does or said_of_it or acts.is_led_by(draft, mention):
        return False  # "بموجب رسالة مؤرخة في 9 مارس"
    after = draft.language.cues.get("source_after")
    following = tenses.WORD.match(draft.text, mention.end + 1) if after else None
    if after and following is not None and following[0] in after:
        return True  # "29 Ekim 1998 tarihli rapor"
    if noun is not None or not before:
        return noun is not None
    if not _names_a_day(mention) and _is_dated(draft, before):
        return False  # "inscrição datada de 1280"
    # "Under the Act of 1750, Wednesday 2 September": the act has its date.
    told = _YEAR_TOLD.search(draft.text, max(0, mention.start - _YEAR_REACH), mention.start)
    marks = _number_marks(draft)
    tail = " ".join([word for word in tenses.words_of(before) if word not in marks])
    return told is None and f" {tail}".endswith(draft.language.last_of_cues.get("source", ()))


def _number_marks(draft: Draft) -> frozenset[str]:
    return draft.language.cues.get("number_mark", frozenset())


def _is_dated(draft: Draft, before: str) -> bool:
    tail = " ".join(tenses.words_of(before))
    return f" {tail}".endswith(draft.language.last_of_cues.get("dated", ()))


def _is_numbered(before: str, language: Language) -> bool:
    """After a law or decision with its number: "délibération du conseil n° 2022/87 en date du"."""
    for said in language.cues.get("of_date", ()):  # "resolución n.º 44 del Consejo, de fecha 16 de diciembre"
        before = before.removesuffix(f", {said} ")
    number = _NUMBERED.of(language).search(before) if _FIGURE.search(before) else None
    if number is None or _STOPPED.search(number[0]):
        return False
    cues = language.cues
    nouns = {cue.split()[0] for cue in cues.get("source", ())} | cues.get("source_numbered", frozenset())
    heads = _CLAUSE.split(before[: number.start()])[-1]
    return any(acts.names_act(language, word[0], nouns) for word in tenses.WORD.finditer(heads))


def _stand_alone(draft: Draft) -> bool:
    """Whether a short passage says nothing but its dates: "25 Safar 1447 / 19 août 2025"."""
    text = draft.text
    if len(text) > _SHORT_HEAD or draft.in_table or _SPEECH.search(text):
        return False
    outside = [*text]
    for mention in draft.mentions:
        # What ties a day to its twin says no more than they do: "۲۵ اردیبهشت ۱۴۰۳ برابر با ۱۴ مه ۲۰۲۴".
        twin = draft.mentions[mention.twin] if mention.twin >= 0 else mention
        end = max(mention.end, twin.end)
        outside[mention.start : end] = " " * (end - mention.start)
    return len(tenses.WORD.findall("".join(outside))) <= 1
