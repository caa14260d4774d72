"""Signs that begin a point of a list or a numbered paragraph: "1-", "a)", "§ 3", "Article 2", "•".

In: the text of a line. Out: whether, and with what, a point begins there.
"""

from __future__ import annotations

import re

_BULLETS = "•‣◦▪▫■□●○◆◇►▶➢➤✓✔❖∙·⁃"
# A number needs a sign after it: "1991 fut …" begins no point. "16/08/2025." at a line's start must not
# either, so no digit may follow the sign.
_POINT = (
    rf"[{_BULLETS}](?=\s|\w)"
    r"|[-–—−*\ue000-\uf8ff](?=\s+\S)"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,5})\)(?=\s|$)"
    r"|(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[a-zA-Z])(?:\s?[-–—](?=\s|$)|\.(?=\s|$)|[°º](?=\s|\)))"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s+[^\W\d_])"
    r"|[\u0660-\u0669\u06f0-\u06f9]{1,3}\s?[-–—.)](?=\s|$)"
    r"|[\u0621-\u064a]\s?[-–—)](?=\s|$)"
    r"|\[\d{1,3}\](?=\s+\S|$)"
    r"|[①-⑳㈠-㈩]"
    r"|[一二三四五六七八九十]{1,3}[、.]"
    r"|§{1,2}\s?\d+"
)
_NAMED = (
    r"(?:Art(?:icle|icolo|ículo|igo|ikel)?|Chapitre|Chapter|Kapitel|Section|Annexe|Annex|Titre|Considérant"
    r"|المادة|الفصل|Статья|Ст)"
    r"\.?\s(?:\d{1,4}|[IVXLC]{1,6}|premier|[ivxlc]{1,6})(?:er|re|º|°)?\b"
)
_MARKER = re.compile(rf"(?!M\.\s+[^\W\d_])(?:{_POINT})")  # "M. Dupont" is a man
_NAMED_MARKER = re.compile(_NAMED)
_DIGITS = re.compile(r"\d+")
_LONE = re.compile(rf"[{_BULLETS}–—−*\ue000-\uf8ff-]")
_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?|\[\d{1,3}\]|[\ue000-\uf8ff]")
# A day by itself, and a month with its year: a point may begin with a year, but none ends in "9.".
_DAY_LAST = re.compile(r"(?:^|[\s(*†])(?:0?[1-9]|[12]\d|3[01])\.$")
_REST_OF_DATE = re.compile(r"(?:0?[1-9]|1[0-2])\.\s?(?:1\d|20)\d\d\b")
_LONGEST_MARKER_ONLY = 6
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def marker_length(text: str) -> int:
    """How many characters of `text` are the sign of a point at its start; 0 for none."""
    match = _MARKER.match(text) or _NAMED_MARKER.match(text)
    return match.end() if match else 0


def kind_of_sign(text: str) -> str:
    """The sign of a point without its number: "3-" and "14-" begin points of one list."""
    return _DIGITS.sub("1", text[: marker_length(text)])


def number_of_sign(text: str) -> int | None:
    """The number of a point whose sign has one number: 12 of "12. …"; None for "a)" and "2.1"."""
    numbers = _DIGITS.findall(text[: marker_length(text)])
    return int(numbers[0]) if len(numbers) == 1 else None


def follows_sign(text: str, before: str) -> bool:
    """Whether a line begins with the sign after that of another: "(c)" after "(b)", "(iii)" after "(ii)".

    In brackets only: "B." may be a name.
    """
    one, two = (sign[: marker_length(sign)].lower() for sign in (before, text))
    if not (one.endswith(")") and two.endswith(")")) or one.startswith("(") != two.startswith("("):
        return False
    one, two = one.strip("()"), two.strip("()")
    if one in _ROMAN and two in _ROMAN and _ROMAN.index(two) == _ROMAN.index(one) + 1:
        return True
    return len(one) == len(two) == 1 and one.isalpha() and ord(two) == ord(one) + 1


def is_amid_date(before: str, text: str) -> bool:
    """Whether a line goes on with the date that the line before it begins: "gest. 9. | 2. 1635"."""
    return _REST_OF_DATE.match(text) is not None and _DAY_LAST.search(before) is not None


def begins_with_bullet(text: str) -> bool:
    """Whether a point of a list begins there that has a sign and no number."""
    return marker_length(text) == 1 and not text[0].isalnum()


def is_marker_only(text: str) -> bool:
    """Whether the line is nothing but the sign of a point ("1-", "•"), its text standing beside it."""
    bare = text.strip()
    if len(bare) > _LONGEST_MARKER_ONLY:
        return False
    match = _MARKER.match(bare)
    return (match is not None and match.end() == len(bare)) or _LONE.fullmatch(bare) is not None


def is_label(text: str) -> bool:
    """Whether it is the number of a section or an entry, "2.1", "[12]"; figures of a table look alike."""
    return _LABEL.fullmatch(text) is not None


def is_sign(text: str) -> bool:
    """Whether it may be the bullet of a font of signs, which reaches us as "!", "o" or a code."""
    return len(text) == 1 and not text.isdigit() and not text.isupper()
