"""A dated mention as the timex it becomes: its words, value, days, and how these were found.

In: a mention of a passage, what it was found to be, the document's own date. Out: its timex. Every assumption
is kept in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.calendars import registry
from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal import edtf, explanation
from reader.temporal.dating.before_reform import days_apart
from reader.temporal.dating.extent import clock_of, extent
from reader.temporal.dating.scope import Found
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import Alternative, DayInterval, DocumentDate, Grain, Span, Timex, TimexType
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading
from reader.temporal.story import own_days, planning


def timex_of(
    recognised: Recognised,
    index: int,
    mention: Mention,
    dated: tuple[Found, Found | None],
    own: DocumentDate | None,
) -> Timex:
    """The timex of a mention.

    Args:
        recognised: its passage.
        index: its place among the passage's mentions.
        mention: the same, as it was dated.
        dated: what it was found to be, and of a range its end.
        own: the document's own date.
    """
    text, (found, until) = recognised.passage.text, dated
    whole = _plain(recognised, mention, mention.reading, found, Span(mention.start, mention.end), own=own)
    if index != mention.twin and mention.twin >= 0:
        whole = replace(whole, group=min(index, mention.twin))
    if until is None or mention.until is None:
        return whole
    head = Span(mention.start, mention.first_end or mention.end)
    tail = Span(mention.second_start or mention.start, mention.end)
    first = _plain(recognised, mention, mention.reading, found, head, own=own)
    second = _plain(recognised, mention, mention.until, until, tail, own=own)
    if found.moment is None or until.moment is None:
        return replace(whole, parts=(first, second))
    interval = DayInterval(found.moment.first, until.moment.last)
    written = edtf.range_text(found.moment, until.moment)
    return replace(
        whole,
        text=text[mention.start : mention.end],
        edtf=edtf.uncertain(written) if mention.reserved else written,
        interval=interval,
        parts=(first, second),
        resolution=(*first.resolution[: -1 if mention.reserved else None], *second.resolution),
        assumed=tuple(dict.fromkeys((*found.assumed, *until.assumed))),
    )


def _plain(
    recognised: Recognised,
    mention: Mention,
    reading: Reading,
    found: Found,
    span: Span,
    *,
    own: DocumentDate | None,
) -> Timex:
    text = recognised.passage.text[span.start : span.end]
    moment = found.moment
    clock = clock_of(reading, moment)
    value = found.value or (moment.value + clock if moment else "")
    if moment is None and clock and not value:
        value = clock
    interval, written = extent(moment, reading.mod)
    resolution = explanation.chain(text, reading, found)
    if mention.reserved and written is not None:
        written, resolution = edtf.uncertain(written), (*resolution, explanation.RESERVATION)
    grain = moment.grain if moment else None
    if clock and moment is not None:
        grain = Grain.PART_OF_DAY if reading.hour is None and reading.part else Grain.MINUTE
    return Timex(
        span=span,
        text=text,
        type=_type(reading, moment, clock),
        value=value,
        language=mention.language or recognised.language,
        rule=mention.rule,
        mod=reading.mod,
        edtf=written,
        interval=interval,
        grain=grain,
        calendar=found.calendar,
        original=found.original,
        role=own_days.role_of(recognised.passage, mention, moment, own),
        planned=planning.is_planned(mention, moment, own.day if own else None),
        resolution=resolution,
        assumed=found.assumed,
        doubts=explanation.doubts(text, reading, found),
        alternatives=tuple(
            Alternative(
                edtf.moment_text(other), DayInterval(other.first, other.last), explanation.OTHER_READING
            )
            for other in found.others
        ),
        confidence=_confidence(found, reserved=mention.reserved),
        bound=mention.bound,
    )


def doubted(timex: Timex, timexes: Sequence[Timex]) -> Timex:
    """A day in two calendars that give two days says so."""
    twins = (one for one in timexes if one is not timex and one.group == timex.group)
    twin = next(twins, None) if timex.group >= 0 else None
    if twin is None or not timex.interval or not twin.interval:
        return timex
    first, second = timex.interval.first or 0, twin.interval.first or 0
    if twin.calendar == "gregorian":
        first, second = second, first
    moon = max(registry.by_key(one.calendar).uncertainty_days for one in (timex, twin))
    if timex.grain is not Grain.DAY or days_apart(first, second) <= moon:
        return timex
    return replace(timex, doubts=(*timex.doubts, Sentence("doubt.double_date", {"text": timex.text})))


def _type(reading: Reading, moment: Moment | None, clock: str) -> TimexType:
    if clock and moment is not None and reading.type is TimexType.DATE:
        return TimexType.TIME
    return reading.type


def _confidence(found: Found, *, reserved: bool) -> float:
    """What is left of certainty after each assumption; ranks only, the steps are by judgement."""
    sure = 0.3 if found.doubt else 0.45 if reserved else 1.0
    return round(max(0.2, sure - 0.15 * len(found.assumed)), 2)
