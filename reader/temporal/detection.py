"""Which language a passage is written in: by script, then by its commonest words.

In: a text and the function words of each language. Out: a tag. Never an exception: a text without a letter is
in the language of its document. A dozen words suffice to tell two languages apart, and the lists are short.
Source of scripts: Unicode 15 block names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# A passage must show two more words of another language to be taken for it: short ones share "a", "de", "le".
_HOME = 1.5
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters; enough for a hundred words, and a long passage costs no more
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


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells a language: its scripts and its commonest words, in lower case."""

    tag: str
    scripts: frozenset[str]
    words: frozenset[str]
    letters: frozenset[str] = frozenset()


def detect(text: str, profiles: Mapping[str, Profile], default: str) -> str:
    """The language of a text.

    Args:
        text: any text.
        profiles: of the languages to choose from, by tag.
        default: the answer where nothing tells, usually the document's language.
    """
    sample = text[:_SAMPLE].lower()
    counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS}
    most = max(counts.values())
    if not most:
        return default
    script = next(name for name, count in counts.items() if count == most)
    if script in {"Hani", "Kana"} and counts["Kana"]:
        script = "Kana"
    rivals = [profile for profile in profiles.values() if script in profile.scripts]
    if not rivals:
        return default
    words = _WORD.findall(sample)
    best, score = "", -1.0
    for profile in rivals:
        hits = sum(word in profile.words for word in words)
        hits += (
            sum(any(letter in sample for letter in profile.letters) for _ in range(1))
            if profile.letters
            else 0
        )
        weighted = hits + (_HOME if profile.tag == default else 0.0)
        if weighted > score:
            best, score = profile.tag, weighted
    return best
