"""How clearly a mention counts from the day of writing: "Friday", "tomorrow", "the 3rd of this month"."""

from __future__ import annotations

from reader.temporal.mention import Mention
from reader.temporal.model import TimexType

_DAY_OF_THE_WEEK = 2  # a bare weekday or "yesterday" weighs like two dates: stories have hardly any


def points_at_now(mention: Mention) -> int:
    """How clearly it counts from the day of writing: "Friday", "tomorrow" 2, "last year" 1, else 0."""
    reading = mention.reading
    if reading.base == "then":
        return 0
    if reading.weekday is not None:
        dated = reading.day or reading.of is not None or reading.nth is not None
        return 0 if dated or reading.type not in {TimexType.DATE, TimexType.TIME} else _DAY_OF_THE_WEEK
    if reading.base == "now" and reading.day:
        return 1  # "the 3rd of this month"
    if reading.base == "now" and bool(reading.shift):
        return _DAY_OF_THE_WEEK if reading.unit == "D" and reading.count is None else 1
    whole = reading.of  # "May of last year"
    return 1 if reading.direction or (whole is not None and whole.base == "now" and whole.shift) else 0
