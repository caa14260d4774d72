"""Decisions as the courts of the common law cite them: "496 U.S. 384 (1990)", "[1965] IR 70".

In: a passage and the place of a bare year in it. Out: whether the year is that of a volume of reports or of a
decision. The abbreviations are endless; what tells is their form: volume, abbreviation and page before the
brackets, or the year in square brackets with a court or series and a number behind it.
Source: The Bluebook, 21st edition, rule 10; OSCOLA, 4th edition, 2.1.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft

_REACH = 80
# After "v. Roe,": "965 F.2d 597 (", "110 S. Ct. 2447, 2451 (8th Cir. ".
_VOLUME_AND_PAGE = re.compile(
    r"(?<![\d.,])\d{1,4} [A-Z](?=[^()\d]{0,12}\.)[\w.’' ]{0,20}[\w.] \d{1,5}"
    r"(?:,? (?:n\. ?)?\d{1,5}(?:[-–]\d{1,5})?){0,4}[, ]{1,2}"
    r"\((?:(?:\d{1,2}(?:st|nd|rd|th|d) )?[A-Z][\w.’' ]{0,20}\. ?)?$"
)
_SERIES_AND_NUMBER = re.compile(r"\] (?:\d{1,2} )?[A-Z][A-Za-z.]{1,8}(?: ?\([A-Z][A-Za-z]*\))? \d")


def is_reported(draft: Draft, mention: Mention) -> bool:
    """Whether a year is that of a decision or of a volume of reports."""
    opening = draft.spoken[mention.start - 1 : mention.start]
    if opening == "[":
        return _SERIES_AND_NUMBER.match(draft.spoken, mention.end) is not None
    if draft.spoken[mention.end : mention.end + 1] != ")":
        return False
    return _VOLUME_AND_PAGE.search(draft.spoken, max(0, mention.start - _REACH), mention.start) is not None
