"""An entry of a bibliography with a note under it: the work's dates cite, the note's are events."""

from __future__ import annotations

import pytest

from reader.temporal.model import Role
from reader.temporal.tagger import Tagger

_WORK = "Harding, P. (1998). The Blitz. London: Penguin."


@pytest.mark.parametrize(
    ("note", "events"),
    [
        ("The author was born on 3 May 1950 and died in March 2001.", ["1950-05-03", "2001-03"]),
        ("Reprinted in 2004. The book won a prize in 1999.", ["1999"]),
        ("Available at https://example.org (accessed 12 March 2019).", []),
        ("Accessed 12 March 2019.", []),
        ("Reprinted in 2004.", []),
    ],
)
def test_what_a_note_tells_happened(tagger: Tagger, note: str, events: list[str]) -> None:
    found = tagger.tag(f"{_WORK} {note}", "en")
    assert [one.edtf for one in found if one.role is Role.EVENT] == events
    assert found[0].role is Role.SOURCE


def test_a_title_is_no_note(tagger: Tagger) -> None:
    text = "Harding, P. (1998). How the coast was lost in 1953 and won in 1990. London: Penguin."
    assert [one.edtf for one in tagger.tag(text, "en")] == ["1998"]
