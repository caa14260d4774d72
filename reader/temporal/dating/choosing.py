"""Of several days that words may mean, the one they mean: by tense, by nearness, by the way a story goes on.

In: the moments possible and the scope. Out: one of them. Tuned on MEANTIME, French TimeBank and WikiWars.
"""

from __future__ import annotations

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import moments
from reader.temporal.dating.before_reform import was_weekday
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.mention import BEFORE_PAST
from reader.temporal.model import Domain, Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

# A date against the tense of its sentence must be this many times nearer to be meant (MEANTIME, French
# TimeBank).
AGAINST_TENSE = 3  # by its square, where "will" says the tense
# In WikiWars (en, de) a month that lies more than this before the date said belongs to the next year.
_FAR_BACK = 200
_BEFORE_AUTUMN = 180  # days; May may lie in a southern autumn, February in none
_MONTH_DAYS = 32
_SPANS = frozenset({Grain.YEAR, Grain.SEASON})  # that a day of some month may lie in
LITTLE_BACK = 15  # days a story may go back from one date to the next
_LOOKS_BACK = 2  # so many times nearer a day ahead must be that is told in that tense
_JUST_BEFORE = 60  # days; a day of the year before so near is meant, not one at the year's other end


def nearest(options: list[Moment], base: Moment, reading: Reading, scope: Scope) -> Moment | None:
    """Of last year's, this year's and next year's, the one meant."""
    if not options:
        return None
    future = [option for option in options if option.last >= base.first]
    tense = scope.tense
    # "Thursday the 21st" comes round twice a year or so: in a command, too, the near one may be past.
    pinned = reading.weekday is not None and reading.day is not None and reading.month is None
    if reading.direction is not None:
        return _directed(options, base, reading.direction)
    if scope.domain is Domain.SPEC:
        if not pinned:
            return future[0] if future else options[-1]
        tense = tense or 1
    if scope.domain is Domain.NARRATIVE:
        found = _next_in_story(options, base)
        if scope.tense == BEFORE_PAST and reading.mod != "END":
            found = _before_story(found, options, base)
        if scope.tense > 1 and found.last < base.first and future:
            return future[0]  # "on 3 October she wrote that all would be ready by Easter"
        return not_ahead(found, options, scope)
    middle = (base.first + base.last) / 2

    def distance(option: Moment) -> float:
        away = (option.first + option.last) / 2 - middle
        against = tense * away < 0 and not option.first <= middle <= option.last
        return abs(away) * (AGAINST_TENSE ** abs(tense) if against else 1)

    # In October: "it will be built until the end of September"
    found = future[0] if scope.deadline and future else min(options, key=distance)
    return _beside(found, options, base, scope)


def _beside(found: Moment, options: list[Moment], base: Moment, scope: Scope) -> Moment:
    """Another than the nearest, where a season or a date to come was said before."""
    inside: list[Moment] = []
    said, is_foretold = scope.said, scope.tense > 0 and scope.issued
    if said is not None and said.grain is Grain.SEASON and not is_foretold:
        # "last winter they waited until January"
        inside = [one for one in options if said.first <= one.first and one.last <= said.last]
    elif scope.tense > 0 and scope.coming and found.first <= base.last:
        # "it begins in March and lasts until the autumn": what is to come goes on from what was.
        inside = [option for option in options if option.first > scope.coming[-1].first]
    return inside[0] if inside else found


def days_near(base: Moment, reading: Reading) -> list[Moment]:
    """The days of a number in the months about one; of those with the weekday said, for two years."""
    options = []
    span = (-1, 0, 1, 2) if reading.weekday is None else range(-12, 13)
    for offset in span:
        first = moments.add_months(moments.month(base.year, base.month).first, offset)
        try:
            start = moments.day_of(first)
            options.append(moments.day(start.year, start.month, reading.day or 1))
        except ImpossibleDateError:
            continue
    return on_weekday(options, reading) or options


def day_beside(options: list[Moment], beside: Moment, scope: Scope) -> Moment | None:
    """A day of the month, told beside another: back in its month a little, but from what was to what was."""
    month = moments.month(beside.year, beside.month)
    floor = max(month.first, beside.first - LITTLE_BACK)  # "the fair of 8 December is moved to the 6th"
    found = next((option for option in options if option.first >= floor), None)
    now = scope.present
    if found is None or now is None or scope.tense > 0 or not beside.first <= now < found.first:
        return found
    was = [option for option in options if option.first <= now]
    return was[-1] if was else found  # "the day before yesterday I had your letter of the 4th"


def day_in_story(options: list[Moment], base: Moment, scope: Scope) -> Moment:
    """A day of the month in a story: of the month it stands in, else the one nearest to it.

    The entries of a diary go on: "Wed. 2nd" after "Mon. 30th" is of the next month, "Sat. 29" under
    "August 1914" of that one.
    """
    if scope.onward and base.is_day:
        return next((option for option in options if option.first >= base.first), options[-1])
    month = moments.month(base.year, base.month)
    inside = base if base.grain in _SPANS and not base.is_day else month
    same = (option for option in options if inside.first <= option.first <= inside.last)
    return next(same, None) or min(options, key=lambda option: abs(option.first - base.first))


def _directed(options: list[Moment], base: Moment, direction: int) -> Moment:
    """The last before, the next after, or the one of the year."""
    if direction == 0:
        chosen = [option for option in options if option.year == base.year]
    elif direction < 0:
        chosen = [option for option in options if option.last < base.first][-1:]
    else:
        chosen = [option for option in options if option.first > base.last]
    return chosen[0] if chosen else options[0]


def not_ahead(found: Moment, options: list[Moment], scope: Scope) -> Moment:
    """What has happened has done so before the text was written, where it says when that was."""
    if scope.tense >= 0 or not scope.issued or scope.present is None or found.first <= scope.present:
        return found
    return max(
        (one for one in options if one.first <= scope.present), key=lambda one: one.first, default=found
    )


def _next_in_story(options: list[Moment], base: Moment) -> Moment:
    """The year said, or the next where that would lead a story far back ("in November … in March")."""
    same = [option for option in options if option.year == base.year] or options[:1]
    later = [option for option in options if option.year == base.year + 1]
    back = base.first - same[0].last
    if later and base.last - base.first < _MONTH_DAYS and back > _FAR_BACK:
        return later[0]
    if later and base.value.endswith("-FA") and back > _BEFORE_AUTUMN:
        return later[0]  # "she came in the autumn of 1955; in February she left"
    earlier = [option for option in options if option.year == base.year - 1 and option.is_day]
    if earlier and base.is_day and base.first - earlier[0].last <= _JUST_BEFORE:
        return earlier[0]  # "it fell on 8 January; he had put it off on Christmas Eve"
    return same[0]


def _before_story(found: Moment, options: list[Moment], base: Moment) -> Moment:
    """Of last year's and this year's, what a look back means: "on 4 May it failed; in October it had …"."""
    back = [option for option in options if option.year == base.year - 1]
    if not back or base.last - base.first >= _MONTH_DAYS or found.first <= base.last:
        return found
    return back[0] if _LOOKS_BACK * (found.first - base.last) > base.first - back[0].last else found


def on_weekday(options: list[Moment], reading: Reading) -> list[Moment]:
    """Those that are the weekday said; all where none is."""
    if reading.weekday is None or reading.day is None:
        return options
    weekday = reading.weekday
    return [
        option
        for option in options
        if gregorian.weekday(option.first) == weekday or was_weekday(option.first, weekday)
    ]


def bare_weekday(reading: Reading, scope: Scope) -> Found:
    """A bare weekday: before or after the present, as the sentence's tense tells."""
    weekday = reading.weekday or 1
    kind = "now" if scope.domain is not Domain.NARRATIVE else "either"
    base, name = scope.base("then" if reading.base == "then" else kind)
    if base is None:
        return Found(None, value=f"XXXX-WXX-{weekday}")
    day = base.first
    ahead = (weekday - gregorian.weekday(day)) % 7
    direction = reading.direction
    named = [one for one in scope.coming if one.is_day and gregorian.weekday(one.first) == weekday]
    if direction is None and scope.tense >= 0 and named:
        found = named[-1].first  # "open on 2 and 3 December … on Saturday"
    elif direction is not None and direction > 0:
        # "two Sundays from now" counts on; in a paper "next Friday" is not tomorrow.
        first = ahead + 7 if ahead == 1 and scope.domain is Domain.NEWS else ahead or 7
        found = day + first + 7 * (direction - 1)
    elif direction is not None and direction < 0:
        found = day - ((7 - ahead) % 7 or 7) - 7 * (-direction - 1)
    elif direction == 0:
        week = moments.week_of(day, scope.week_begins)
        found = week.first + (weekday - scope.week_begins) % 7
        if scope.tense > 0 and found < day:
            found += 7
        elif scope.tense < 0 and found > day:
            found -= 7
    elif (
        scope.tense > 0
        or (scope.coming and scope.tense == 0)
        or scope.domain is Domain.SPEC
        or (scope.domain is Domain.NARRATIVE and name == "then" and scope.quoted is None)
    ):
        found = day + ahead
    else:
        found = day - (7 - ahead) % 7
    others = (moments.day_of(found - 7), moments.day_of(found + 7))
    return Found(moments.day_of(found), assumed=("week",), base=name, base_moment=base, others=others)
