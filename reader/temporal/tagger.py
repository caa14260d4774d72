"""The face of the room: text in, dated mentions out.

    languages = load_languages([resource("languages")])
    tagger = Tagger(languages)
    recognised = tagger.recognise(Passage(text))
    timexes = tagger.resolve([recognised], DocumentContext(...))

`recognise` looks at one passage alone and may be called in any order; `resolve` walks the whole document and
is cheap enough to be repeated whenever more of it is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from reader.frozen import replace
from reader.temporal.context import DocumentContext
from reader.temporal.languages import LanguageSet, load_languages
from reader.temporal.matching.recognition import recognise
from reader.temporal.mention import Mention, Recognised, Trace
from reader.temporal.model import Domain, Passage, Timex
from reader.temporal.refining import refinement
from reader.temporal.refining.capitals import drop_small
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.note_figures import without_note_figures
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.story.walk import Walk, resolve
from reader.temporal.surroundings import roles

# Typewritten and e-mailed text is wrapped at 65–100 characters; a line under two thirds of the longest ends
# early.
_WIDEST_COLUMN = 130
_FULL_LINE = 0.66
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


class Tagger:
    """Finds and dates mentions with the languages it was given."""

    def __init__(self, languages: LanguageSet) -> None:
        self.languages = languages

    def recognise(
        self, passage: Passage, default: str = "en", *, beside: str = "", traced: bool = False
    ) -> Recognised:
        """The mentions of one passage, undated.

        Args:
            passage: a paragraph.
            default: its language, when nothing in it tells.
            beside: the language of the passage before it, as far as there is one.
            traced: keep what each step did.
        """
        tag = passage.language or self.languages.detector(passage.text, default, beside)
        grammar = self.languages.grammar(tag)
        folded = grammar.language.folding(without_note_figures(passage.text, grammar.language))
        trace: list[Trace] | None = [] if traced else None
        spoken = _same_length(passage.text, folded.origins)
        draft = Draft(folded.text, spoken, grammar.language, recognise(folded, grammar, trace), trace)
        draft.in_table, draft.date_columns = passage.is_table_row, passage.date_columns
        draft.context = grammar.language.folding(passage.context).text if passage.is_table_row else ""
        draft.heading, draft.is_heading = passage.context, passage.is_heading
        refinement.refine(draft)
        roles.note_surroundings(draft)
        drop_small(draft)
        mentions = tuple(_placed(mention, folded.place) for mention in draft.mentions)
        day_first = not grammar.language.date_order.startswith("m")
        lines = tuple(_traced(line, folded.place) for line in trace or ())
        return Recognised(passage, grammar.language.tag, mentions, day_first, lines)

    def resolve(
        self, recognised: Sequence[Recognised], context: DocumentContext
    ) -> tuple[tuple[Timex, ...], ...]:
        """The timexes of a document, one tuple per passage, in document order."""
        return resolve(recognised, context)

    def walk(self, recognised: Collection[Recognised], context: DocumentContext, sources: int) -> Walk:
        """As `resolve`, passage by passage; `sources`: how many mentions cite."""
        return Walk(recognised, context, sources)

    def language_of(self, text: str, default: str = "") -> str:
        """The language of a text by itself; where it tells nothing the default, where that is "" English."""
        return self.languages.detector(text, "") or default or "en"

    def tag(
        self,
        text: str,
        language: str | None = None,
        dct: str | None = None,
        domain: Domain | None = None,
        *,
        time: int | None = None,
    ) -> tuple[Timex, ...]:
        """Finds and dates the mentions of a text; spans are places in the whole text.

        Args:
            text: one or more paragraphs, a blank line between two.
            language: BCP 47 tag; None to detect it by paragraph.
            dct: its own date as an ISO day; None where unknown.
            domain: how relative words count; None to guess it.
            time: clock of its present, seconds of the day.
        """
        starts, recognised = self._paragraphs(text, language)
        timexes = self.resolve(recognised, _context(recognised, dct, domain, time))
        return tuple(
            _moved(timex, start) for start, found in zip(starts, timexes, strict=True) for timex in found
        )

    def explain(
        self, text: str, language: str | None = None, dct: str | None = None, domain: Domain | None = None
    ) -> tuple[Trace, ...]:
        """What every step did to a text: which rule found, which step dropped, which anchor dated."""
        starts, recognised = self._paragraphs(text, language, traced=True)
        timexes = self.resolve(recognised, _context(recognised, dct, domain, None))
        lines: list[Trace] = []
        for start, passage, found in zip(starts, recognised, timexes, strict=True):
            lines += (replace(line, start=line.start + start, end=line.end + start) for line in passage.trace)
            for timex in found:
                note = f"{timex.type} {timex.value} {timex.role} {timex.edtf or ''}".rstrip()
                low, high = timex.span.start + start, timex.span.end + start
                lines.append(Trace("anchor", timex.rule, low, high, note, timex.resolution))
        return tuple(lines)

    def _paragraphs(
        self, text: str, language: str | None, *, traced: bool = False
    ) -> tuple[list[int], list[Recognised]]:
        starts, ends = [], []
        for start, end in _blocks(text):
            starts.append(start)
            ends.append(end)
        default = language or self.language_of(text)
        recognised = [
            self.recognise(Passage(text[start:end], language), default, traced=traced)
            for start, end in zip(starts, ends, strict=True)
        ]
        return starts, recognised


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs of a plain text: parted by blank lines; by every line where lines are not wrapped."""
    start = 0
    for match in (*_PARAGRAPH.finditer(text), None):
        end = match.start() if match else len(text)
        lines = text[start:end].split("\n")
        if len(lines) == 1 or _is_wrapped(lines):
            yield start, end
        else:
            for line in lines:
                yield start, start + len(line)
                start += len(line) + 1
        start = match.end() if match else len(text)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end where the column ends rather than where a sentence does."""
    longest = max(map(len, lines))
    return longest <= _WIDEST_COLUMN and all(len(line) >= _FULL_LINE * longest for line in lines[:-1])


def _context(
    recognised: Sequence[Recognised], dct: str | None, domain: Domain | None, time: int | None
) -> DocumentContext:
    context = document_context(DocumentClues(recognised, by_hand=dct), domain)
    return replace(context, time=time)


def _same_length(text: str, origins: tuple[int, ...] | None) -> str:
    return text if origins is None else "".join(text[index] for index in origins)


def _placed(mention: Mention, place: Callable[[int, int], tuple[int, int]]) -> Mention:
    start, end = place(mention.start, mention.end)
    if (start, end) == (mention.start, mention.end):
        return mention
    if mention.until is None:
        return replace(mention, start=start, end=end)
    _, first_end = place(mention.start, mention.first_end or mention.end)
    second_start, _ = place(mention.second_start, mention.end)
    return replace(mention, start=start, end=end, first_end=first_end, second_start=second_start)


def _traced(line: Trace, place: Callable[[int, int], tuple[int, int]]) -> Trace:
    """A line of the trace as it lies in the text; the folded one lacks kashidas and vowel signs."""
    start, end = place(line.start, line.end)
    return replace(line, start=start, end=end)


def _moved(timex: Timex, by: int) -> Timex:
    if not by:
        return timex
    span = replace(timex.span, start=timex.span.start + by, end=timex.span.end + by)
    return replace(timex, span=span, parts=tuple(_moved(part, by) for part in timex.parts))


__all__ = ["DocumentContext", "LanguageSet", "Tagger", "load_languages"]
