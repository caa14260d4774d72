"""Citations and lists of references: their years date sources, their other numbers are pages and volumes.

In: refined mentions with the passage's own letters. Out: entries of a bibliography without their pages; years
that cite within a sentence have a file of their own (`cited_years`). Styles: author–date (Harvard, APA),
Vancouver, numbered lists, notes of French and German use, GOST; names are told by their capitals, entries by
how they begin and what they name (pages, DOI, press).
"""

from __future__ import annotations

import re
from itertools import pairwise

from reader.temporal.mention import Mention
from reader.temporal.refining.acquisitions import tells_acquisition
from reader.temporal.refining.annotations import citation_end
from reader.temporal.refining.cited_years import BARE, YEAR, cites
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import INITIALS_BEFORE
from reader.temporal.words.signs import Sign

_NUMERAL = re.compile(r"^[IVX]{1,4}\.? ")
_AS_LATIN = str.maketrans("،؛۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", ",;01234567890123456789")
_NUMBERED = r"\s*(?:\[\d{1,4}\]|\(?\d{1,4}[.)])?\s*"
# "Braudel F.,", "Harding, P.", "Goubert, Pierre.", "Ostrom R, Pell T."
_SEE = r"(?:(?:<see>) )?"
_INITIALS = r"(?:[^\W\d_a-zà-ÿ][a-zà-ÿ]?\.[ -]?){1,3} ?"
_AUTHOR = Sign(
    rf"{_NUMBERED}{_SEE}"
    rf"(?:{_INITIALS}(?:(?:<name_particle>) )?[^\W\d_a-zà-ÿ][\w'’-]+"
    r"(?: [^\W\d_a-zà-ÿ][\w'’-]+)?(?:,| (?:<between_names>) |\.|:)"
    r"|(?:(?:<name_particle>)[ -])?[^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ][\w'’-]+){0,2}?"
    r"(?:,? (?:[^\W\d_a-zà-ÿ]\.? ?-?){1,3}(?=[,;.:(&]|\s|$)"
    r"|, [^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ]\.){0,3}[.,:;]?(?<=[.,:;])))"
)
# What editors are called: "A. Small (ed.), Gravina, London 1992".
_EDITORS = re.compile(r"(?<=[\w.]) \([A-Za-z]?[a-zà-ÿ]{1,5}\.?\)(?=,)")
# "Gachet (H.), 1954. « Filigranes », …": as French historians write first names.
_BRACKETED_INITIALS = re.compile(r"(?<=[^\W\d_]) \(((?:[^\W\d_a-zà-ÿ][a-zà-ÿ]?\.[ -]?){1,3})\)")
# Scripts without capitals: "آبراهامیان، یرواند (۱۳۷۷)."
_AUTHOR_CASELESS = re.compile(
    rf"{_NUMBERED}(?:[-–] )?[^\W\d_]\S*(?: \S+){{0,2}}?, \S+(?: [^\s,;(]+)?(?:[,;.(]| \(| و )"
)
# "تقی‌زاده، گاه‌شماری در ایران قدیم، تهران، ۱۳۱۶، ص ۱۶۸": commas up to a year and its page.
_NOTE_CASELESS = re.compile(r"[^.!?:;()]{8,200}, [12]\d{3}, (?:ج ?\d{1,2}, ?)?صص? ?\d")
_PUBLISHED = Sign(
    r"\bdoi\b|https?:|\barxiv|\bisbn|\bissn|\bet al\b|\bpp?\. ?\d|\bS\. ?\d|\bvol\. ?\d|\d ?\(\d+\)[,:]"
    r"|\d, ?[a-z]?\d{1,6}(?: ?[-–] ?\d{1,6})? \([12]\d{3}[a-h]?\)"  # "Nature 453, 1008–1015 (2008)"
    # As GOST has it: "М.: Наука, 2004. 204 с."
    r"|№ ?\d| // |\bс\. ?\d|\d ?с\.(?=\s*$)|(?<!\w)(?:м|л|к|спб|київ|минск)\.[:,] "
    r"|\b[12]\d{3}[a-h]?, ?\d{1,4}, ?[a-z]?\d"  # "J. Clin. Oncol. 2007, 25, 1504–1513"
    r"|, [12]\d{3}[a-h]?\.\s*$|\d+ ?p\.(?! ?m\b)|\d vol\b|;\s?\(?\d+\)?(?:\([^()]{1,12}\))?:[a-z]{0,2}\d"
    r"|\d[,:] ?\d{1,4} ?[-–] ?\d{1,4}\.?\s*$"
    r"|(?<!\w)(?:<imprint_begin>)|(?<!\w)(?:<place_of_press>)(?:: |, [^,]{2,25}, [12]\d{3})"
    r"|\bch(?:ap)?\. ?\d|\b(?:<imprint>)",
    re.IGNORECASE,
)
# A note of a page's foot: its number, then a title, an archive or a name, and where in it.
_LINK = r"(?:[a-zà-ÿ]{1,4}\.|<title_link>)"
_TITLED = r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*|\([A-Z]{2,8}\))"
_NOTE = Sign(
    rf"\s*(?:\d{{1,3}}[.)]?|\[\d{{1,3}}\])\s+{_SEE}[«“„\"'‘]?{_TITLED}(?: (?:{_TITLED}|{_LINK})){{0,9}}[,:] "
    r"(?:[^\W_a-zà-ÿ]|[(«“„\"'‘]|[a-zà-ÿ]{1,4}\.)"
)
_KEPT_AT = Sign(
    r"\b(?:<kept_under>)\.? ?\d|\b(?:<archive>)"
    r"|\([^()]{3,60}: [^()]{3,80}, [^()]*\d{4}\)"
    r"|[^\W\d_]{3,} [12]\d{3}[a-h]?\.?\s*$"
    r"|, ?(?:pp?\. ?|S\. ?)?\d{1,4}(?: ?[-–] ?\d{1,4})?\.?\s*$|\b[A-Z]{2,4} \d+/\d",
    re.IGNORECASE,
)
# "4 Commission on Safety. Preventing falls. Sydney: ACSQHC, 2009": what no person has written.
_FIGURE = re.compile(r"\s*(?:\d{1,3}[.)]?|\[\d{1,3}\]) +[“«\"'‘„]?[^\W\d_a-zà-ÿ]")
_IMPRINT = re.compile(r"[.,] [^\W\d_a-zà-ÿ][^\W\d_]+: [^\W\d_a-zà-ÿ][^,:;]{1,40}[,;]? \(?[12]\d{3}")
_IMPRINT_AFTER = re.compile(
    r"(?:[)»”\"]{1,2}[,.:]|,) [^\W\d_a-zà-ÿ][^\d;.]{2,70}, [12]\d{3}[,.;)]"
    r"| ?[»”’],? [^\W\d_a-zà-ÿ][\w ]{3,60}[,.]? \d"  # "‘Wages, 1890–1914’, Economic History Review, 30"
)
# "8 Leeds Mercury, 3 May 1831, p. 2": a note of names that closes with its day, where and on which page.
_LONGEST_NOTE = 260
_LEADS_DAY = re.compile(
    r"(?:[,;،(]|\b(?:n[ºr°]|no|núm|num|ش)\.? ?\d+ (?:vom|du|de|of|del)) ?$", re.IGNORECASE
)
_CLOSES_NOTE = re.compile(
    r"\)?(?: \([^()]{3,80}\))?"  # "18 mars 1956 (fonds Schüle)"
    r"(?:[,،] ?(?:in |en |dans )?"
    r"(?:(?i:pp?|s|cols?|ff?|fols?|bl|págs?|fls?|صص?)\.? ?\d[^.]*|[^\W\d_a-zà-ÿ].*))?\.?\s*$"
)
# A title in quotation marks, then its paper: "James Fallows, “The Age of Murdoch,” Atlantic Monthly (".
_QUOTED_TITLE = re.compile(r"(?:,[”\"]|[”»\"],) (?:[Tt]he |[Ll]['’ea] ?)?[^\W\d_a-zà-ÿ][^;]{3,60}[(,] ?$")
_IS_BRACKETED = re.compile(r"\(\d{4} ?[-/] ?\d{2,4}\)$")
_NEXT_WORK = re.compile(r"[;؛] [^\W\d_][^;؛]+")
_LONGEST_ENTRY = 600
# "Jianlin Su, Ada Lovelace, and Li Wei. Title. Venue, 2023. URL …": names in full, the year at the end.
_PART_OF_NAME = r"(?:[^\W\d_a-zà-ÿ][^\W\d_.,;:]*\.?|<name_particle>)"
_FULL_NAME = rf"{_PART_OF_NAME}(?:[ -]{_PART_OF_NAME}){{0,4}}"
_IN_FULL = Sign(
    rf"{_NUMBERED}{_FULL_NAME}(?:, {_FULL_NAME}){{0,60}}"
    rf"(?:,? (?:<between_names>|&) {_FULL_NAME}|,? et al)?\.\s"
)
_ENDS_WITH_YEAR = re.compile(
    rf"(?:(?:, |(?<!\d),)(?:[^\W\d_]{{3,9}}\.? )?{YEAR}|(?<!\bal\. )(?<!\bal )\({YEAR}\))\.?"
    r"(?:\s*(?:URL|doi|https?|arXiv|Available|Accessed|ISBN)\b.*)?\s*$",
    re.IGNORECASE,
)
_TITLE_OF_PART = re.compile(
    rf"{_NUMBERED}[^\W\d_]+\. .*\(", re.DOTALL
)  # "2. Methods. We followed Ray (1998)."
_LONGEST_IN_FULL = 1600  # sixty authors
# "Glaser, R.: Klimageschichte. Darmstadt 2001.": a title, its place and its year, as German libraries write.
_CLOSES_WITH_PLACE = re.compile(
    r"[.,] [^\W\d_a-zà-ÿ][^\W\d_]{2,}(?:[,/ ] ?[^\W\d_a-zà-ÿ][^\W\d_]{2,}){0,2}"
    rf" (?P<year>{YEAR})\.?\s*$"
)
# "Costa, G. (2003), “Shift work …": authors, their year in brackets, a title.
_AUTHOR_YEAR = re.compile(
    rf"^[^(]{{3,160}}\({YEAR}\)[,.:]? ?[“\"‘«„A-ZÀ-Ý]"
    # "Roodman, D. 2009. The …", "LE ROY LADURIE E., 1967, Histoire …"
    rf"|^[^(]{{3,120}}?(?:[.,] (?P<year>{YEAR})\.|\., (?P<told>{YEAR}),) [“\"‘«„A-ZÀ-Ý]"
)
_FOLLOWS_NAME = re.compile(r"^[^\d.]{3,60}\.,? \(?$")
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_OF_REACH = 12  # characters
# "[12] Knuth", and as BibTeX makes labels: "[Shi14] | Y. Shih", set like a table.
_LABELLED = re.compile(r"\s*\[(?:\d{1,4}|[^\W\d_][A-Za-z+]{0,8}\d{2}[a-h]?)\] ?\S")
# A list whose numbers stand in a column of their own: "12. | Knuth, D. E. …".
_NUMBER_CELL = re.compile(r"\s*\[?\d{1,4}[.)\]]? \| (?=[^|]*$)")
_CLOSED = re.compile(r"[a-h]? ?[;:]")  # "Lancet 1983;1:619", "2006;(29):211"
_LETTERED = re.compile(r"\d{4}[a-h]")
_NUMBER_OF = re.compile(r"\b(?:pp?|s|vol|no|nr|n°|bd|t|ch|pag|págs?|ص)[.:]? ?$", re.IGNORECASE)


def is_entry(draft: Draft) -> bool:
    """Whether a passage is an entry of a list of references."""
    text, language = draft.spoken, draft.language
    if ")," in text:  # as they are soon looked for
        text = _BRACKETED_INITIALS.sub(r" \1", _EDITORS.sub("", text))
    author = _AUTHOR.of(language)
    if "،" in text:
        text, author = text.translate(_AS_LATIN), _AUTHOR_CASELESS
        if _NOTE_CASELESS.match(text) and len(text) <= _LONGEST_NOTE:
            return True
    labelled = _LABELLED.match(text) is not None
    if draft.in_table:
        cell = _NUMBER_CELL.match(text)
        if cell is None and not labelled:
            return False
        text = text[cell.end() :] if cell is not None else text
    if _is_named_in_full(draft, text):
        return True
    if len(text) > _LONGEST_ENTRY:
        return False
    heading = draft.heading and language.folding(_NUMERAL.sub("", draft.heading.strip(" .:0123456789"))).text
    listed = heading in language.cues.get("reference_heading", ())
    begins = labelled or author.match(text) is not None
    begins = begins or (_FIGURE.match(text) is not None and _IMPRINT.search(text) is not None)
    sure = listed and heading not in language.cues.get("reference_heading_too", ())
    if sure or (begins and _is_published(draft, text)):
        return True
    return _is_note(draft, text)


def _is_named_in_full(draft: Draft, text: str) -> bool:
    """Whether an entry names its authors in full and closes with its year; a section's title is no name."""
    names = _IN_FULL.of(draft.language).match(text) if len(text) <= _LONGEST_IN_FULL else None
    if names is None or _is_in_month(draft, len(draft.spoken) - len(text) + names.end()):
        return False  # "Feb. 2, 1806"
    ends = _ENDS_WITH_YEAR.search(text)
    if ends is None or (ends[0].startswith("(") and _TITLE_OF_PART.match(text)):
        return False
    return not tells_acquisition(draft, len(draft.spoken) - len(text) + ends.start())


def _is_published(draft: Draft, text: str) -> bool:
    """Whether an entry says where or when it was printed."""
    if _PUBLISHED.of(draft.language).search(text) or _names_authors(draft, text):
        return True
    place = _CLOSES_WITH_PLACE.search(text)
    return place is not None and not _is_in_month(draft, place.start("year"))


def _names_authors(draft: Draft, text: str) -> bool:
    """Whether names and their year open an entry; "on 3 Feb. 1866. At noon …" closes a sentence."""
    found = _AUTHOR_YEAR.match(text)
    if found is None or (found["year"] or found["told"]) is None:
        return found is not None
    return not _is_in_month(draft, max(found.start("year"), found.start("told")))


def _is_in_month(draft: Draft, place: int) -> bool:
    """Whether what stands at a place, a year or a stop, belongs to a month or a day."""
    return any(one.start < place < one.end and one.reading.month for one in draft.mentions)


def _is_note(draft: Draft, text: str) -> bool:
    """Whether it is a note of a page's foot that cites."""
    if len(text) <= _LONGEST_NOTE and _FIGURE.match(text) and (_closes_with_day(draft) or _is_quoted(draft)):
        return True
    first = next((one.start for one in draft.mentions if one.reading.year is not None), 0)
    note = _NOTE.of(draft.language).match(text)
    if note is None or note.end() > first + 1:
        return False
    kept = _KEPT_AT.of(draft.language).search(text)
    return kept is not None or _PUBLISHED.of(draft.language).search(text) is not None


def _is_quoted(draft: Draft) -> bool:
    """Whether a note has a title in quotation marks, then where it was printed, and when."""
    first = next((one.start for one in draft.mentions if one.reading.year is not None), 0)
    return _QUOTED_TITLE.search(draft.spoken, 0, first) is not None


def _closes_with_day(draft: Draft) -> bool:
    """Whether a note names its one day as catalogues do, between commas, with little but a page after it."""
    days = [one for one in draft.mentions if one.reading.day and one.reading.year and one.until is None]
    if len(days) != 1:
        return False
    start, end = days[0].start, days[0].end
    if draft.spoken[start].islower():
        return False  # "Les parties se sont réunies à Lyon, le 14 juin 2012."
    before = draft.spoken[:start]
    return _LEADS_DAY.search(before) is not None and _CLOSES_NOTE.match(draft.spoken, end) is not None


def drop_pages(draft: Draft) -> None:
    """Leaves an entry of a bibliography its year and its whole dates; drops pages and volumes."""
    if not any(one.reading.year is not None for one in draft.mentions):
        return
    draft.is_entry = is_entry(draft)
    if not draft.is_entry:
        draft.mentions[:] = [
            one
            for one in draft.mentions
            if not _is_titled(draft, one) and (not _is_lettered(draft, one) or cites(draft, one))
        ]
        return
    draft.cited_to = citation_end(draft)
    told_beside = [one for one in draft.mentions if one.start >= draft.cited_to]
    draft.mentions[:] = [one for one in draft.mentions if one.start < draft.cited_to]
    _keep_years(draft)
    draft.mentions += told_beside


def _keep_years(draft: Draft) -> None:
    """Leaves a citation its year and its whole dates."""
    bare = [one for one in draft.mentions if BARE.fullmatch(draft.text, one.start, one.end)]
    plain = [one for one in bare if one.until is None and not _is_numbered(draft.spoken[: one.start])]
    ranges = [one for one in bare if one.until is not None and _is_between_commas(draft, one)]
    # "Child, Francis James. 1882–98. The …"
    ranges += [one for one in bare if one.until and _FOLLOWS_NAME.search(draft.spoken[: one.start])]
    # In brackets, as a journal's: "A Cidade de Évora, n.º 65-66 (1982-1983), pp. 45-60".
    ranges += [
        one for one in bare if one.until and _IS_BRACKETED.search(draft.text, one.end - 10, one.end + 1)
    ]
    years: list[Mention] = []
    # What a note cites besides: "…, Ariel, 1971, p. 12; Artola, La burguesía, Madrid, 1973".
    begins = [0, *(part.start() for part in _NEXT_WORK.finditer(draft.spoken)), len(draft.spoken)]
    for begin, end in pairwise(begins):
        found = _years_of_work(draft, [one for one in plain if begin <= one.start < end], lone=begin == 0)
        years += found or [one for one in ranges if begin < one.start < end][:1]
    # "الجنيد، خالد؛ الأشول، نبيل. 2010. …": a second author, no work.
    years = years or ranges[:1] or plain[:1]
    again = [one for one in plain if any(one.reading.year == year.reading.year for year in years)]
    # "Istat (2019), Annuario statistico italiano 2019, Roma": a title may have it too.
    years += [one for one in again if _stands_as_year(draft, one)]
    kept = []
    for mention in draft.mentions:
        told = mention in bare or mention.reading.century is not None or not _names_year(mention)
        told = told or (mention.until is not None and mention.reading.month is None)  # "w latach 1918–1939"
        told = told or (bool(years) and _is_month_of_title(draft, mention, years))
        if told and mention not in years:
            draft.note("drop", "page of a reference, or what its title is about", mention)
        else:
            kept.append(mention)
    draft.mentions[:] = kept


def _is_month_of_title(draft: Draft, mention: Mention, years: list[Mention]) -> bool:
    """Whether a title tells of a month: of another year than the work's, "the landslide of December 2013"."""
    reading = mention.reading
    if reading.month is None or reading.day is not None or reading.year is None:
        return False
    if mention.until is not None or all(reading.year != year.reading.year for year in years):
        return True
    before = _LAST_WORD.search(draft.text, max(0, mention.start - _OF_REACH), mention.start)
    return before is not None and before[1] in draft.language.cues.get("of", ())


def _names_year(mention: Mention) -> bool:
    """Whether it names its year; in an entry "cem anos atrás" belongs to a title, "Natal" is a town."""
    readings = (mention.reading, mention.reading.of or mention.reading)
    return any(one.year is not None or one.short_year is not None for one in readings)


def _years_of_work(draft: Draft, plain: list[Mention], *, lone: bool) -> list[Mention]:
    """The year of one work of bare ones: in brackets, before a volume, between commas, else the first."""
    told = [one for one in plain if _is_set_off(draft, one)]
    between = [one for one in plain if _is_between_commas(draft, one)]
    return (told or between or (plain if lone else []))[:1]


def _stands_as_year(draft: Draft, mention: Mention) -> bool:
    """Whether a year stands where publishers put theirs: in brackets, before a volume, between commas."""
    return _is_set_off(draft, mention) or _is_between_commas(draft, mention)


def _is_set_off(draft: Draft, mention: Mention) -> bool:
    """Whether a year stands in brackets or before a volume."""
    return draft.text.endswith("(", 0, mention.start) or _CLOSED.match(draft.text, mention.end) is not None


def _is_numbered(before: str) -> bool:
    """Whether a number is a page's or a volume's, or stands in a title in quotation marks."""
    low = before.count("„")  # „so“ in German, “so” elsewhere
    opened = low > before.count("“") if low else before.count("“") > before.count("”")
    opened = opened or before.count("«") > before.count("»") or before.count('"') % 2 == 1
    return opened or (_NUMBER_OF.search(before) is not None and INITIALS_BEFORE.search(before) is None)


def _is_between_commas(draft: Draft, mention: Mention) -> bool:
    """Whether a year stands as publishers write theirs: "Paris, 1998, p. 3", not "la crise de 1929"."""
    before, after = draft.text[: mention.start], draft.text[mention.end : mention.end + 1]
    return before.endswith(", ") and after in set(",.;)")


def _is_lettered(draft: Draft, mention: Mention) -> bool:
    return _LETTERED.fullmatch(draft.text, mention.start, mention.end) is not None


def _is_titled(draft: Draft, mention: Mention) -> bool:
    """Whether years are those a book is about: "O professor (1901-1951), Oeiras, Gulbenkian, 1984"."""
    bare = mention.until is not None and BARE.fullmatch(draft.text, mention.start, mention.end)
    return bool(bare) and _IMPRINT_AFTER.match(draft.spoken, mention.end) is not None
