"""A non-joiner drawn as a blank of no advance is one again; a blank with room stays a blank."""

from __future__ import annotations

from reader.document.text.drawn_joiners import with_drawn_joiners
from reader.document.text.glyphs import Glyphs


def _line(text: str, low: list[float], high: list[float]) -> Glyphs:
    return Glyphs(text, low, high, [False] * len(text), 0)


def test_a_blank_on_the_spot_where_letters_meet_is_a_non_joiner() -> None:
    line = _line("می\xa0شد", [30.0, 20.0, 20.0, 10.0, 4.0], [38.0, 30.0, 23.6, 20.0, 10.0])
    assert with_drawn_joiners(line).text == "می\u200cشد"


def test_a_blank_with_room_of_its_own_parts_words() -> None:
    line = _line("می\xa0شد", [30.0, 20.0, 16.4, 6.4, 0.4], [38.0, 30.0, 20.0, 16.4, 6.4])
    assert with_drawn_joiners(line).text == "می\xa0شد"


def test_a_blank_beside_a_figure_stays() -> None:
    line = _line("م\xa01", [30.0, 30.0, 24.0], [38.0, 33.6, 30.0])
    assert with_drawn_joiners(line).text == "م\xa01"
