"""Pages without text, read by Tesseract where it is installed.

In: an open document, a page, the languages wanted. Out: a `Page` marked as read by OCR, its lines with the
places of their words. The program is the system's own, called once a page with a picture on its standard
input; nothing is written to disk. It may take seconds, so it belongs in the background.
Source: Tesseract 5 manual, output format TSV (level 5 are words).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from reader.document.model import Box, Line, Page
from reader.document.pdf import OpenDocument
from reader.document.rendering import draw_page

# Tesseract's own advice is 300 dpi; below 200 accents and Arabic dots are lost, above 400 only time.
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
# Words it is less sure of than this are stains and rules.
_LEAST_CONFIDENCE = 30.0
_LONGEST = 60  # seconds a page
_WORD_LEVEL = "5"
# The share of a line's height that its letters' size is: ascender to descender is about 1.2 em.
_SIZE_OF_HEIGHT = 0.8
_SAME_SIZE = 0.3

# BCP 47 to the names of Tesseract's data (ISO 639-2/T, a few of its own).
_NAMES = {
    "fr": "fra", "en": "eng", "ar": "ara", "de": "deu", "es": "spa", "it": "ita", "pt": "por", "nl": "nld",
    "fa": "fas", "he": "heb", "tr": "tur", "ru": "rus", "uk": "ukr", "el": "ell", "pl": "pol", "ca": "cat",
    "sv": "swe", "da": "dan", "no": "nor", "ro": "ron", "zh": "chi_sim", "zh-Hans": "chi_sim",
    "zh-Hant": "chi_tra", "ja": "jpn", "ko": "kor", "hi": "hin",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OcrProgram:
    """Where Tesseract is and which language data it has."""

    path: str
    languages: frozenset[str]

    def missing(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Names of the language data that reading `tags` (BCP 47) needs and that is not installed."""
        names = (data_name(tag) for tag in tags)
        return tuple(dict.fromkeys(name for name in names if name and name not in self.languages))


def data_name(tag: str) -> str | None:
    """Tesseract's name for the data of a language, for example "fra" for "fr-CH"."""
    return _NAMES.get(tag) or _NAMES.get(tag.partition("-")[0])


def find_ocr() -> OcrProgram | None:
    """The Tesseract of this system, or None."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - the program found on the user's own path, fixed arguments
            [path, "--list-langs"], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return OcrProgram(
        path, frozenset(line.strip() for line in listed.stdout.splitlines()[1:] if line.strip())
    )


def read_by_ocr(document: OpenDocument, index: int, program: OcrProgram, tags: Sequence[str]) -> Page:
    """The page as Tesseract reads it.

    Args:
        document: open.
        index: of the page.
        program: from `find_ocr`.
        tags: languages (BCP 47) in order of likelihood; those without data are left out.

    Raises:
        DamagedPageError: the page cannot be drawn.
        OSError, subprocess.SubprocessError: Tesseract fails or takes too long.
    """
    names = [name for name in map(data_name, tags) if name in program.languages]
    names = list(dict.fromkeys(filter(None, names))) or sorted(program.languages & {"eng"})
    picture = draw_page(document, index, _DOTS_PER_INCH / _POINTS_PER_INCH)
    header = b"P6 %d %d 255\n" % (picture.width, picture.height)
    done = subprocess.run(  # noqa: S603 - as in `find_ocr`; languages come from the table above
        [program.path, "stdin", "stdout", "-l", "+".join(names), "--dpi", str(_DOTS_PER_INCH), "tsv"],
        input=header + _without_padding(picture.samples, picture.width, picture.height, picture.stride),
        capture_output=True,
        timeout=_LONGEST,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost more than they bring
    )
    lines = lines_of_tsv(done.stdout.decode("utf-8", "replace"), picture.scale)
    return Page(
        index,
        document.page_label(index),
        document.page_size(index),
        lines,
        has_text=bool(lines),
        from_ocr=True,
    )


def _without_padding(samples: bytes, width: int, height: int, stride: int) -> bytes:
    if stride == 3 * width:
        return samples
    return b"".join(samples[row * stride : row * stride + 3 * width] for row in range(height))


def lines_of_tsv(table: str, scale: float) -> tuple[Line, ...]:
    """Lines of Tesseract's TSV; `scale` is pixels a point."""
    words = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != _WORD_LEVEL or not cells[11].strip():  # noqa: PLR2004 - its columns
            continue
        if float(cells[10]) >= _LEAST_CONFIDENCE:
            words.append((tuple(cells[1:5]), [int(cell) / scale for cell in cells[6:10]], cells[11].strip()))
    lines = [
        _line([(box, text) for _, box, text in group])
        for _, group in groupby(words, key=lambda word: word[0])
    ]
    return _even_sizes(lines)


def _even_sizes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines about as large as most get the size of most: what was measured hangs on their letters."""
    if not lines:
        return ()
    usual = median(line.font_size for line in lines)
    return tuple(
        replace(line, font_size=usual) if abs(line.font_size - usual) < _SAME_SIZE * usual else line
        for line in lines
    )


def _line(words: Sequence[tuple[Sequence[float], str]]) -> Line:
    """Words with their left, top, width and height as a line; letters share a word's width evenly."""
    text = ""
    edges: list[float] = []
    right_to_left = len(words) > 1 and words[0][0][0] > words[-1][0][0]
    for (left, _, width, _), word in words:
        if text:
            text += " "
            edges += sorted(
                (edges[-2] if right_to_left else edges[-1], left + width if right_to_left else left)
            )
        step = width / len(word)
        places = reversed(range(len(word))) if right_to_left else range(len(word))
        edges += [edge for place in places for edge in (left + place * step, left + (place + 1) * step)]
        text += word
    top = min(box[1] for box, _ in words)
    bottom = max(box[1] + box[3] for box, _ in words)
    heights = sorted(box[3] for box, _ in words)
    left, right = min(box[0] for box, _ in words), max(box[0] + box[2] for box, _ in words)
    size = heights[len(heights) // 2] * _SIZE_OF_HEIGHT
    baseline = median(box[1] + box[3] for box, _ in words)
    return Line(text, Box(left, top, right, bottom), size, edges=tuple(edges), baseline=baseline)
