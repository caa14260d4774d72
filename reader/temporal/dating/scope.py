"""What a reading is counted from, and what dating it gives: the two values between resolution and dating."""

from __future__ import annotations

from reader.frozen import frozen, replace
from reader.temporal import moments
from reader.temporal.model import Domain
from reader.temporal.moments import Moment

# Where a language's countries agree on it, the weekday that opens a week other than Monday (CLDR 45,
# weekData: Iran and Afghanistan; Israel). Arabic is written where weeks begin on Saturday, Sunday or Monday;
# its weeks are ISO's.
WEEK_BEGINS = {"fa": 6, "he": 7}


@frozen
class Scope:
    """What a reading is counted from.

    Attributes:
        present: the day of the text's present, None where unknown.
        said: the moment said before, None at the beginning.
        said_day: the last moment said that was one day.
        quoted: the day of the citation that closes the quotation, or of the entry; None outside.
        domain: how relative words count.
        tense: -1 past, 1 future, 0 unsaid.
        day_first: whether "3/4" is 3 April.
        time: the clock of the present, seconds of the day (specs only).
        calendar: key of the calendar the present was written in.
        week_begins: the weekday that opens a week, 1 for Monday.
        coming: dates to come that the paragraph has named.
        deadline: it is what something to come lasts until, or is to be done by.
        issued: the document says its own date.
        said_beside: the moment said before in the same sentence or in the one before it.
        century: the date said last, where it was a century: "the sixties" after it are its own.
        onward: it goes on from the label before it, as the entries of a diary do.
        quoted_name: what to call `quoted`: "citation", or "then" for the day of a row or an entry.
    """

    present: int | None
    said: Moment | None
    said_day: Moment | None
    quoted: int | None
    domain: Domain
    tense: int
    day_first: bool
    time: int | None = None
    coming: tuple[Moment, ...] = ()
    issued: bool = False
    deadline: bool = False
    quoted_name: str = "citation"
    calendar: str = "gregorian"
    week_begins: int = 1
    century: Moment | None = None
    said_beside: Moment | None = None
    onward: bool = False

    @property
    def now(self) -> int | None:
        """The day that "today" is."""
        if self.quoted is not None:
            return self.quoted
        return self.present

    def told(self, moment: Moment) -> Scope:
        """The scope of what comes after that moment in the same breath: the end of a stretch of days."""
        return replace(self, said=moment, said_day=moment, said_beside=moment)

    def base(self, kind: str) -> tuple[Moment | None, str]:
        """The moment to count from and its name: "now", "then" or "citation"."""
        if self.quoted is not None and kind != "then":
            return replace(moments.day_of(self.quoted), calendar=self.calendar), self.quoted_name
        present = None
        if self.present is not None:
            present = replace(moments.day_of(self.present), calendar=self.calendar)
        # "after three days": of what was just told in a sentence about the past, else from now.
        narrative = self.domain is Domain.NARRATIVE or (kind == "later" and self.tense < 0)
        if self.said is not None and (kind == "then" or (narrative and kind != "present")):
            return self.said, "then"
        if present is not None:
            return present, "now"
        return self.said, "then"


@frozen
class Found:
    """A dated reading.

    Attributes:
        moment: when; None where nothing says it.
        value: TIMEX3, when it is not the moment's own (durations, sets, references, "XXXX-06").
        assumed: names of what the text did not say.
        base: what it was counted from: "now", "then", "citation" or "".
        base_moment: that moment.
        calendar, original: of a date in another calendar.
        doubt: key of the sentence that says what does not fit.
        others: moments that were weighed.
    """

    moment: Moment | None
    value: str = ""
    assumed: tuple[str, ...] = ()
    base: str = ""
    base_moment: Moment | None = None
    calendar: str = "gregorian"
    original: str = ""
    doubt: str = ""
    others: tuple[Moment, ...] = ()
