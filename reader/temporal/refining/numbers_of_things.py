"""Four digits that count, number or name something: files, telephones, samples, kelvins, titles.

In: a passage and the place of a bare number or a bare range in it. Out: whether its neighbours make it a
thing's. Plurals and the words that lead in a year are the language's (`[cues]` plural_endings, no_plural,
year_lead), and so are its streets, shelves and lists (`[signs]`).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.counted_nouns import counts_noun, is_led_in
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.law_reports import is_reported
from reader.temporal.refining.named_numbers import is_coded, is_named, is_said_to_be, is_whole
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

_REACH = 40
_MEASURED = re.compile(
    r" ?(?:[km]?[%‰€$£¥°]"
    r"|(?:km|kg|cm|mm|m2|m²|kw|mw|hz|mhz|ghz|mb|gb|tb|usd|eur|chf|dh|mg|ml|ha|px|pt|kb|ft|lb|mph|m|g|t|l|h)"
    r"(?![\w'’]|-[^\W\d_]{1,2}\b|/m\b))"  # not "în 2013 l-a învins", "1975 t/m 1982"
)
_FIGURE = re.compile(r"\d")
# Another number beside it, with nothing but a space between: telephones, tables, axes of charts.
_NUMBER_BEFORE = re.compile(r"(?<![\w.,/-])\d{2,}(?: \d+)* $")
_NUMBER_AFTER = re.compile(r" \d{3,}(?![\w.,/-]*\d)")
_PART_OF = Sign(r" (?:<part_of>) (?=(\d[\d.,]*))")
# "L. 2212-2", "cote L 1794", "12 EWCA 1988", "112 Stat. 2860", "G1 1767"; not "J.-C. 49".
_LETTER_BEFORE = re.compile(
    r"(?:(?:^|[\s(])[^\W\d_a-zà-ÿ]\.|(?<![\w.])[B-DF-HJ-NP-UWZ](?= )|[\d\]] [A-Z]{2,8}(?: [A-Z][a-z]+)?"
    r"|(?<![\w.])(?:[A-Z]{1,3}\d{1,3}|\d{1,2}[A-Z]{1,2})(?= )|\d [A-Z][a-z](?= )|(?<![\w.])\d{1,3} [A-Z](?= )"
    r"|(?<![\w/.-])\d{1,4} [A-Z][a-z]{1,4}\.) ?$"
)
_UNIT_AFTER = re.compile(
    r" ?(?:±|(?:K|W|V|N|Pa|kPa|MPa|GPa|J|eV|BP|B\.P\.|Å|Ω|dB|ppb|m3|nm|[µμ]m|[kMG]Wh|CV|PS|tr/min|r/min)"
    r"(?![\w'’.]))"
)
# "Buckley, R. J. 1975.", "Groves, P. 1988": initials of an author, no mark of a number.
INITIALS_BEFORE = re.compile(r"[^\W\d_]{2,}[,،] (?:[^\W\d_a-zà-ÿ][a-zà-ÿ]+ )?(?:[^\W\d_a-zà-ÿ]\. ?-?){1,4}$")
_MANUSCRIPT = Sign(
    r"\b(?:<manuscript>)\.? (?:[^\W\d_]{1,5}\. ?){1,3}$", re.IGNORECASE
)  # "Ms. germ. qu. 1927"
# "leg. 1722", "fol. 1790", "caja 1850": where archives keep it.
_WORDS_BEFORE = re.compile(r"([^\W\d_]+)[.:]? ?(?:n[°ºo]\.? ?)?\(?$")
_HEBREW_YEAR = re.compile(r"[א-ת][\"״][א-ת] ?-$")
_SIGNS_OF_NUMBER = frozenset({"no", "nº"})
_LONGEST_SHELF = 20  # characters: "inventarisnummer. "
_SHELF_BEFORE = Sign(r"\b(?:<shelf>)\.? $", re.IGNORECASE)
_LONG_UNIT_AFTER = re.compile(
    r" ?(?:dpi|ppi|fps|rpm|ppm|psi|khz|mv|ma|cfm|mah|mbit|gbit|lux|hpa|mbar|kcal|kj|kva|bhp|cwt|gsm|baud"
    r"|[µμ]m|nm|[km]pa|[kmg]?hz|[kmg]wh|ng/m?l|pg/ml|mg/d?l|[mµu]mol/l|[ui]+/l|g/l|mm ?hg)(?!\w)",
    re.IGNORECASE,
)
# "lunga 2012 millimetri", "1900 Kilowatt": measures written out begin and go on alike in most languages.
_MEASURE_AFTER = re.compile(
    r" (?:mi[ck]r[oó]|mill?[ií]|[csz][eé]nt[ií]|d[eé][csz][ií]|(?:h|k|qu)e[ck]t[oó]|[ckq]u?il[oóòô]"
    r"|mega|giga|tera)"
    r"(?:m[eèéè]t|gram|lit|watt|vat|vol|hert|b[iy]t|octet|joul|amp|ton|pas[ck])"
    r"| (?:watts?|[wv]atios?|volts?|voltios?|amp[eè]res?|amperios?|joules?|newtons?|l[uú]men(?:es|s)?|bytes?"
    r"|octets?|p[ií]xel(?:es|s)?|d[eé]cib[eéè]l(?:es|s|ios)?)(?!\w)"
    r"| (?:микро|милли|мілі|санти|деци|гекто|кило|кіло|мега|гига|гіга)"
    r"(?:метр|грам|литр|літр|ват|вол|гер|байт|тон)",
    re.IGNORECASE,
)
# "calle de la Industria, ": small words and a name, its number following.
_STREET_BEFORE = re.compile(r"((?:[^\W\d_]+ ){1,4})(?<= )[^\W\d_a-zà-ÿ][^\W\d_]+, (?:n[.º°o]* ?)?$")
_STREET_AND_NAMES = Sign(r"([^\W\d_]+) (?:(?:<street_link>) )?(?:[^\W\d_a-zà-ÿ][^\W\d_]+ ){1,3}$")
# "residente in via Rivarola 1952"
_LIVES_IN_STREET = Sign(r"\b(?:<in_street>) (?:[^\W\d_]+ ){1,4}$", re.IGNORECASE)
# "ברחוב הגפן 1920": scripts without capitals, the name one word.
_STREET_PLAIN = re.compile(r"([\u0590-\u06ff]+) [\u0590-\u06ff]+,? $")
_NUMBERED_LIST = re.compile(
    r"([^\W\d_]{3,})\.? (?:§ ?)?\d[\w().]*(?:(?:, ?| [^\W\d_]{1,3} | & )\d[\w().]*)*(?:,? [^\W\d_]{1,3}|,) $"
)
_HOUSE = (Sign(r"\b(?:<house_at>) $"), re.compile(r" [A-Z][a-z]{3,}"))  # "seen at 1946 Lakeshore"
_LISTED = (Sign(r"\[[\d,; -]*$"), re.compile(r"[\d,; –-]*\]"))  # "[12, 1998]"
# "2002: 1745-1750", "32 (1989), 1051–1055", and before the year: "453, 1008–1015 (2008)".
_PAGES_OF = re.compile(r"(?:[12]\d{3}[a-h]?:|\([12]\d{3}[a-h]?\)[,:;]) ?$")
_PAGES_AFTER_VOLUME = re.compile(r"\d[\d()]*[,:] ?$")
_YEAR_AFTER_PAGES = re.compile(r" ?\([12]\d{3}[a-h]?\)")
_QUOTED = (Sign(r"[«»\"“„‘‚] ?$"), re.compile(r" ?[«»\"”“’‘]"))
_NAMED = (Sign(r"(?:<genitive>) $"), re.compile(r": ?[^\W\d_a-zà-ÿ]"))
_WORD_AFTER = re.compile(r" ((?:[^\W\d_]+-)?[^\W\d_]+)")
# "meet 1700 bij 900 millimeter", "1912 x 800 mm".
_SIDE_AFTER = Sign(
    r" ?(?:<by_length>) ?\d[\d.,]* ?(?:[kcm]?m\b|px|pix|feet|foot|ft|inch|f[uü]ß|pied|pouc"
    r"|(?:[csz]ent[ií]|mill?[ií]|kil[oó])?m[eèéê]t|[мсміл]{1,2}(?:\W|$)|(?:санти|милли|мілі)?метр"
    r"|(?:میلی|سانتی)?[\u200c ]?متر|س?م(?:\W|$)|סנטימטר|מטר|ס\"מ|מ\"מ)"
)
_WORD_IN_NAME = re.compile(r"((?:\d{1,3})?[^\W\d_]+)")
_LONGEST_STREET = 3  # words before "Avenue"
# "Ulmenweg 1912", "Kerkstraat 1620": the street's kind ends its name.
_STREET_ENDS = Sign(r"(?<![^\W\d_])[^\W\d_a-zà-ÿ][^\W\d_]+(?:<street_end>) $")
# "the survey of 1086 lists": what is known by its year, but "the sum of 1500 ducats".
_THE_OF = Sign(r"\b(?:<known_by_year>) $", re.IGNORECASE)
_NAMED_OF = Sign(
    r"[^\W\d_a-zà-ÿ][^\W\d_]{2,} (?:<named_of>) $"
)  # "the Discrimination in Employment Act of 1967"
_REPORTED = (  # "NJW 2015, 1234"
    Sign(r"(?<![\w.])[A-Z]{2,}[A-Za-z-]{0,6} $"),
    re.compile(r", (?:S\. ?|p\. ?|n° ?)?\d"),
)
_SHARE_AFTER = re.compile(r" \(\d{1,3}(?:[.,·]\d+)? ?%")  # "1842 women, of whom 1790 (97%)"
_RATE_AFTER = Sign(r" [^\W\d_]+ (?:<for_each>) [^\W\d_]+")  # "1790 Eimer je Stunde"
_FILE_AFTER = re.compile(r" (?:[A-Z] ?\d{2,}|[A-Z]{2,6} ?[¶§#])")  # "RCS 1998 B 02114", "2001 CPD ¶ 177"
_COMPANY_AFTER = re.compile(
    r",? (?:LTD|LLC|INC|PLC|LP|GmbH|(?i:ltd|inc|plc)\.)(?!\w)"
)  # "OCP CLO 2024-32, LTD."
_LATEST_END = 2040
_LONGEST_SPAN = 200  # years
_LONGEST_PLAN = 15  # years; "2016-44" is a file, "2030-45" a plan


def is_measured(draft: Draft, mention: Mention) -> bool:
    """Whether a unit follows: "in 2000 ha di bosco", but "nel 2013 ha vinto"."""
    unit = _MEASURED.match(draft.text, mention.end)
    if unit is None:
        return False
    if unit[0].strip() not in draft.language.cues.get("verb_like_unit", ()):
        return True
    following = _WORD_AFTER.match(draft.text, unit.end())
    return following is None or following[1] in draft.language.cues.get("of", ())


def names_thing(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number or range is no year by what stands beside it."""
    before = draft.spoken[max(0, mention.start - _REACH) : mention.start]
    after = draft.spoken[mention.end : mention.end + _REACH]
    language = draft.language
    led = is_led_in(draft, mention) or _THE_OF.of(language).search(before)
    led = led or _NAMED_OF.of(language).search(before)
    near = _FIGURE.search(before) is not None
    if not led and (_NUMBER_AFTER.match(after) or (near and _NUMBER_BEFORE.search(before))):
        return True
    signs = (
        near and _PAGES_OF.search(before),
        not led and _LETTER_BEFORE.search(before) and not INITIALS_BEFORE.search(before),
        is_coded(draft, mention) or (not led and is_named(draft, mention, before)),
        _SHELF_BEFORE.of(language).search(before, max(0, len(before) - _LONGEST_SHELF))
        or _MANUSCRIPT.of(language).search(before),
        _UNIT_AFTER.match(after),
        _LONG_UNIT_AFTER.match(after),
        _MEASURE_AFTER.match(after),
        not led and _SIDE_AFTER.of(language).match(after),
        _is_part_of(draft, mention, after) or is_whole(draft, mention, before),
        _FILE_AFTER.match(after),
        is_said_to_be(draft, mention, before, after),
        _COMPANY_AFTER.match(after),
        not led and _RATE_AFTER.of(language).match(after),
        not led and _SHARE_AFTER.match(after),
        _YEAR_AFTER_PAGES.match(after) and _PAGES_AFTER_VOLUME.search(before),
        near and _is_listed_with_numbered(draft, before),
        _STREET_ENDS.of(language).search(before),
    )
    if any(signs) or (not led and _is_in_street(draft, mention)) or _closes_street(draft, before):
        return True
    around = (_QUOTED, _NAMED, _HOUSE, _LISTED, _REPORTED)
    named = any(sign[1].match(after) and sign[0].of(language).search(before) for sign in around)
    if named and not is_reported(draft, mention):
        return True
    if mention.until is not None:
        year, end = mention.reading.year or 0, mention.until.year or 0
        # "scese da 2400 a 1850 anime" runs backwards
        return end < year or (end > _LATEST_END and end - year > _LONGEST_PLAN)
    return counts_noun(draft, mention, led=bool(led))


def _is_listed_with_numbered(draft: Draft, before: str) -> bool:
    """Whether it goes on a list of numbered parts of an act: "section 205(a), 1872 and 1875"."""
    listed = _NUMBERED_LIST.search(before)
    return listed is not None and listed[1].lower() in draft.language.cues.get("numbered_parts", ())


def _is_part_of(draft: Draft, mention: Mention, after: str) -> bool:
    """Whether it is so many of more: "1842 of 2100", not "founded 1894 by 37 farmers"."""
    whole = _PART_OF.of(draft.language).match(after)
    figures = re.sub(r"\D", "", whole[1]) if whole else ""
    return bool(figures) and int(figures) >= (mention.reading.year or 0)


def _is_in_street(draft: Draft, mention: Mention) -> bool:
    """Whether a street's name follows: "1848 rue des Tanneurs", "1600 Pennsylvania Avenue"."""
    streets = draft.language.cues.get("street", ())
    for step, found in enumerate(_WORD_IN_NAME.finditer(draft.text, mention.end, mention.end + _REACH)):
        if found[1] in streets:
            return True
        if step >= _LONGEST_STREET or draft.spoken[found.start(1)].islower():
            return False
        if draft.text[mention.end : found.start(1)].strip(" abcdefghijklmnopqrstuvwxyz0123456789'-,"):
            return False
    return False


def _closes_street(draft: Draft, before: str) -> bool:
    """Whether a street's name and a comma stand before: "calle Mayor, 1975", "via Roma 1920"."""
    streets = draft.language.cues.get("street_before", ())
    plain = _STREET_PLAIN.search(before)
    if plain is not None and plain[1] in streets:
        return True
    if _LIVES_IN_STREET.of(draft.language).search(before):
        return True
    named = _STREET_BEFORE.search(before) if "," in before else None
    if named is None and streets:
        named = _STREET_AND_NAMES.of(draft.language).search(before)  # "via Pignolo 1912"
    return named is not None and any(word in streets for word in named[1].lower().split())


def word_before(before: str) -> str:
    """The word before a number and its sign ("Nr. 12", "(12"); "" where none is."""
    if before[-1:] == " " and before[-2:-1].isalpha():
        word = words_of(before[before.rfind(" ", 0, -1) + 1 :])[-1]  # as nearly always
        if word not in _SIGNS_OF_NUMBER:
            return word
    found = _WORDS_BEFORE.search(before)
    return found[1] if found is not None else ""


def without_clitic(before: str, language: Language) -> str:
    """What stands before a number, without the clitic a hyphen ties to it ("ב-1948")."""
    if not before.endswith("-"):
        return before
    if _HEBREW_YEAR.search(before):
        return before[:-1]  # "חוק המכר, התשל״ג-1973"
    word = re.search(r"[^\W\d_]*$", before[:-1])
    return before[: word.start()] if word and word[0] in language.prefixes else before


def is_span(mention: Mention) -> bool:
    """Whether two years follow each other, as in "1908-1909"."""
    if mention.until is None:
        return False
    first, last = mention.reading.year, mention.until.year
    return first is not None and last is not None and 0 < last - first < _LONGEST_SPAN


def is_file_number(words: str) -> bool:
    """A year and one figure after a hyphen or stroke: "2021-4" is an article's or decree's number."""
    return re.fullmatch(r"\d{4} ?[-/] ?\d", words) is not None
