"""Which language a passage is written in: by script, then by its commonest words.

In: a text, the function words of each language and its names of months and weekdays. Out: a tag. Never an
exception: a text without a letter is in the language of its document. A dozen words suffice to tell two
languages apart, and the lists are short.
Source of scripts: Unicode 15 block names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat

from reader.temporal.words.tokens import without_signs, words_of

# A passage must show two more words of another language to be taken for it: short ones share "a", "de", "le".
_HOME = 2.5
# Letters of its own tell a language as well as words do, but foreign names bring one or two.
_MOST_LETTERS = 3
_GENERIC = 0.5
# The name of a month or a weekday that one language alone has outweighs the home of a text that shows no
# other word: "Mardi 6" is French in an English document, "on Mardi Gras the parade" is not.
_DATE_WORD = 3
_PLAIN = "en"  # what Latin letters are that tell nothing among those of another script
_SHORTEST_DATE_WORD = 3
# What stands before a passage that shows no word at all is nearer than the document: "Demain, pluie." goes
# with the French line before it, "Left on 3 May" does not.
_BESIDE = 3.0
_INITIAL = re.compile(r"[A-Z]\.(?<!\w..)")  # "Giacometti, A., et E. Negre" says nothing of "a" and "e"
_SAMPLE = 600  # characters; enough for a hundred words, and a long passage costs no more
# A passage of another script than its neighbours' is told by one run of letters.
_SCRIPTS = (
    ("Arab", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("Hebr", re.compile("[\u0590-\u05ff]")),
    ("Cyrl", re.compile("[\u0400-\u04ff]")),
    ("Grek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("Hang", re.compile("[\uac00-\ud7af]")),
    ("Kana", re.compile("[\u3040-\u30ff]")),
    ("Hani", re.compile("[\u4e00-\u9fff]")),
    ("Deva", re.compile("[\u0900-\u097f]")),
    ("Geor", re.compile("[\u10a0-\u10ff]")),
    ("Latn", re.compile("[A-Za-z\u00c0-\u024f]")),
)


_LATIN = dict(_SCRIPTS)["Latn"]
# Most passages are in Latin letters alone, and one search tells.
_FOREIGN = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\uffef\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells a language: its scripts and its commonest words, in lower case."""

    tag: str
    scripts: frozenset[str]
    words: frozenset[str]
    letters: frozenset[str] = frozenset()
    date_words: frozenset[str] = frozenset()  # of months and weekdays, in lower case
    generic: bool = False  # its rules are CLDR's: of two that fit alike, the other is taken


@dataclass(frozen=True, slots=True)
class _Rivals:
    """The languages of one script: scores to begin with, words, letters of their own."""

    start: Mapping[str, float]
    rows_of: Mapping[str, int]  # the row of each word that tells
    rows: tuple[tuple[str, ...], ...]  # tags, each as often as its words count for it; the first is empty
    letters: tuple[tuple[str, frozenset[str]], ...]
    any_letters: re.Pattern[str]


def _rivals(profiles: list[Profile]) -> _Rivals:
    tags_of: dict[str, tuple[str, ...]] = {}
    for profile in profiles:
        for word in profile.words:
            tags_of[word] = (*tags_of.get(word, ()), profile.tag)
    shared = Counter(word for profile in profiles for word in profile.date_words)
    for profile in profiles:
        for word in profile.date_words:
            if shared[word] == 1 and len(word) >= _SHORTEST_DATE_WORD:
                tags_of[word] = (*tags_of.get(word, ()), *[profile.tag] * _DATE_WORD)
    rows = {tags: row for row, tags in enumerate(dict.fromkeys(((), *tags_of.values())))}
    own = sorted(frozenset[str]().union(*(profile.letters for profile in profiles)))
    return _Rivals(
        {profile.tag: -_GENERIC * profile.generic for profile in profiles},
        {word: rows[tags] for word, tags in tags_of.items()},
        tuple(rows),
        tuple((profile.tag, profile.letters) for profile in profiles if profile.letters),
        re.compile(f"[{''.join(map(re.escape, own))}]" if own else "(?!)"),
    )


class Detector:
    """Tells languages apart; made once for a set of languages."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._rivals = {
            script: _rivals([one for one in profiles.values() if script in one.scripts])
            for script in ("", *dict(_SCRIPTS))
        }

    def __call__(self, text: str, default: str, beside: str = "") -> str:
        """The language of a text.

        Args:
            text: any text.
            default: the answer where nothing tells, usually the document's language; "" for none.
            beside: the language of the passage before it, "" for none.
        """
        sample = without_signs(_INITIAL.sub("", text[:_SAMPLE])).lower()
        script = _script(sample)
        rivals = self._rivals[script]
        if not rivals.start:
            return default
        scores = dict(rivals.start)
        told = Counter(map(rivals.rows_of.get, words_of(sample), repeat(0)))
        for row, times in told.items():
            for tag in rivals.rows[row]:
                scores[tag] += times
        if rivals.any_letters.search(sample):
            letters = frozenset(sample)
            for tag, own in rivals.letters:
                scores[tag] += min(_MOST_LETTERS, len(own & letters))
        if default in scores:
            # Its own names are not in its file where CLDR has them: another's do not tell against it.
            is_generic = rivals.start[default] < 0
            scores[default] += _HOME + is_generic * _DATE_WORD
            if beside != default and beside in scores:
                scores[beside] += _BESIDE
        best = max(scores, key=scores.__getitem__)
        if scores[best] > 0 or script != "Latn":
            return best
        # "August 1448" in an Arabic document: its months are not those of Arabic.
        return _PLAIN if default and default not in scores and _PLAIN in scores else default


def _script(sample: str) -> str:
    """The script most letters of a text are of; "" where it has none."""
    if sample.isascii() or not _FOREIGN.search(sample):
        return "Latn" if _LATIN.search(sample) else ""
    counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS}
    if counts["Kana"] and counts["Kana"] + counts["Hani"] >= max(counts.values()):
        return "Kana"  # Japanese is written in both
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] else ""
