"""What the paragraphs of a page speak of, found a section of pages at a time.

In: the passages of some pages. Out: `PageMentions` for each. Whoever dates them hands sections in and takes
them back in the same order, so that another process may find the mentions meanwhile. The form in which they
cross is the one in which they are kept, so they are packed once, where they are found.
"""

from __future__ import annotations

import zlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import chain, repeat

from reader.document.model import Paragraph, ParagraphRole
from reader.temporal.mention import Recognised
from reader.temporal.model import Passage
from reader.temporal.tagger import Tagger
from reader.timeline.codec import Codec

# The longest passage of an invoice is a row of part numbers; three passages name the language.
_TELLING = 3
_OF_EACH = 200  # characters: as much together as the detector looks at
_ENOUGH = 150  # characters that tell a page's language; "Fig. 3: Mai 1945" is of the document's
COMPRESSION = 1  # level 6 takes three times as long for a tenth less

PagePassages = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PageMentions:
    """What speaks of time on a page.

    Attributes:
        numbers: which of the page's passages have mentions.
        recognised: those passages.
        languages: how many characters of running text the page has in each language, in order of appearance.
        packed: `recognised` as they are kept, b"" for none.
    """

    numbers: tuple[int, ...]
    recognised: tuple[Recognised, ...]
    languages: tuple[tuple[str, int], ...]
    packed: bytes


def passages_of(paragraphs: Iterable[Paragraph], language: str | None = None) -> PagePassages:
    """The paragraphs of a page as texts to be tagged; `language` where it was set by hand."""
    return tuple(
        Passage(
            paragraph.text,
            language=language,
            context=paragraph.context,
            is_furniture=paragraph.role is ParagraphRole.FURNITURE,
            is_heading=paragraph.role is ParagraphRole.HEADING,
            is_table_row=paragraph.role is ParagraphRole.TABLE_ROW,
            date_columns=paragraph.date_columns,
        )
        for paragraph in paragraphs
    )


def find_mentions(
    tagger: Tagger,
    pages: Sequence[PagePassages],
    default: str = "",
    watches: Iterable[AbstractContextManager[None]] = (),
) -> list[PageMentions]:
    """The mentions of some pages.

    Args:
        tagger: finds them.
        pages: the passages of each.
        default: the language of pages that tell none; "" where nothing is known of the document.
        watches: one a page, entered while its page is at work; or none.
    """
    found: list[PageMentions] = []
    nobody: AbstractContextManager[None] = nullcontext()
    for passages, watch in zip(pages, chain(watches, repeat(nobody)), strict=False):
        with watch:
            found.append(_mentions_of(tagger, passages, _language_of_page(tagger, passages, default)))
    return found


def _language_of_page(tagger: Tagger, passages: PagePassages, default: str) -> str:
    """What its longest passages tell, since a title, a letterhead and a cell of a table tell too little.

    It is the page's own, not that of the pages read before it: these depend on where one opens the file.
    """
    longest = nlargest(_TELLING, (passage.text for passage in passages), key=len)
    sample = " ".join(text[:_OF_EACH] for text in longest)
    return default if default and len(sample) < _ENOUGH else tagger.language_of(sample, default)


def _mentions_of(tagger: Tagger, passages: PagePassages, default: str) -> PageMentions:
    """The mentions of one page."""
    recognised: list[Recognised] = []
    for passage in passages:
        beside = recognised[-1].language if recognised else ""
        recognised.append(tagger.recognise(passage, default, beside=beside))
    languages: Counter[str] = Counter()
    for one in recognised:
        if not one.passage.is_furniture:
            languages[one.language] += len(one.passage.text)
    numbers = tuple(number for number, one in enumerate(recognised) if one.mentions)
    speaking = tuple(recognised[number] for number in numbers)
    return PageMentions(numbers, speaking, tuple(languages.items()), pack_words(speaking))


def pack_words(recognised: tuple[Recognised, ...]) -> bytes:
    """Passages with their mentions in few bytes."""
    return zlib.compress(_words_codec().dumps(recognised), COMPRESSION) if recognised else b""


def unpack_words(packed: bytes) -> tuple[Recognised, ...]:
    """What `pack_words` was given."""
    return _words_codec().loads(zlib.decompress(packed)) if packed else ()


@cache
def _words_codec() -> Codec[tuple[Recognised, ...]]:
    return Codec(tuple[Recognised, ...])


WatchOfPage = Callable[[int], AbstractContextManager[None]]


def nobody_watches(_page_index: int) -> AbstractContextManager[None]:
    """For who finds mentions where no page need be blamed."""
    return nullcontext()


class MentionFinder:
    """Finds mentions where it is asked: sections go in, and come out in the same order.

    `watch` is entered with the index of the page whose mentions are being found here.
    """

    def __init__(self, tagger: Tagger, watch: WatchOfPage = nobody_watches) -> None:
        self._tagger = tagger
        self._watch = watch
        self._found: deque[list[PageMentions]] = deque()

    @property
    def is_ready(self) -> bool:
        """Whether the oldest section can be had without waiting, or no further one should be given first."""
        return bool(self._found)

    def give(self, pages: Sequence[PagePassages], default: str, indices: Sequence[int] = ()) -> None:
        """Hand in a section, and the indices of its pages if they are to be watched; see `find_mentions`."""
        self._found.append(find_mentions(self._tagger, pages, default, map(self._watch, indices)))

    def take(self) -> list[PageMentions]:
        """The oldest section that was given."""
        return self._found.popleft()

    def close(self) -> None:
        """All has been read: give back what the finding took."""
