"""The value of a rule: which field of a `Reading` each slot fills, and what the rule adds.

Written as `key=…` pairs, blanks between: `shift=-{number} unit={unit} base=now`. A slot that bears the name
of a field fills it without being named; `{slot}` takes its value, `-{slot}` its negative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from reader.temporal.elsewhere import YEARS_FROM_CYRUS
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading

_FIELDS = frozenset(field.name for field in fields(Reading)) - {"of", "type", "pair", "lengths"}
_WHOLE = {
    "year", "short_year", "decade", "century", "millennium", "half", "quarter", "month", "week", "day",
    "weekday", "hour", "minute", "second", "direction", "nth",
}  # fmt: skip
_REAL = {"shift", "count"}
_HUNDRED = 100
_LAST_HOUR = 24
_HALF_MORE = "half_more"  # "two and a half hours": half a unit on top of the count
# Slots of the first year of a ruler or an era, from which the year named counts ("昭和20年"). Months of the
# moon are no months of ours: those of a "moon_reign" are left out, and in Japan those before 1873, when it
# took our calendar.
_REIGNS = ("reign", "moon_reign")
_FIRST_SOLAR_YEAR = 1873
_TRUTH = {"open", "every", _HALF_MORE}
# Slots whose value goes to a field of another name.
_OF_SLOT = {
    "anyyear": "year", "hijriyear": "year", "yearword": "year", "hanyear": "year",
    "earlyyear": "year",
    "dualyear": "year", "pointyear": "year",
    "gematria": "day", "gematriayear": "year",
    "yy": "short_year", "yyword": "short_year", "lastfigure": "short_year",
    "mm": "month", "dd": "day", "lonedd": "day",
    "direction_after": "direction",
    "month_full": "month", "month_short": "month", "weekday_full": "weekday", "weekday_short": "weekday",
    "weekno": "week", "number": "count", "numberword": "count", "ordinal": "nth",
    "digit": "", "roman": "", "han": "", "n": "", "m": "", "othermonth": "", "hhmm": "",
}  # fmt: skip
_PAIR = re.compile(r"([a-z_]+)=(\S+)")
_SLOT = re.compile(r"([-+]?)\{([a-z_]+\d*)\}")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


# Years that a calendar has not reached make no date of it ("mehr 1990" is German); but Ramadan 2024 is one.
_LATEST = {
    "islamic-umalqura": 1500,
    "persian": 1500,
    "french-republican": 250,
    "coptic": 1800,
    "ethiopic": 2100,
}
_WITH_OUR_YEARS = {"islamic-umalqura", "persian"}


class ValueSpecError(ValueError):
    """A value that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class RuleValue:
    """What a rule says.

    Attributes:
        type: the TIMEX3 type of its mentions.
        claims: it says that its text is no time at all (type "NONE") and keeps other rules off it.
        has_second: it uses its second slots itself, so that they make no range.
        constants: fields it always fills.
        taken: (field, slot, factor) that it fills from slots.
    """

    type: TimexType
    constants: Mapping[str, object]
    taken: tuple[tuple[str, str, int], ...]
    claims: bool = False
    has_second: bool = False

    def reading(self, found: Mapping[str, object]) -> Reading | None:
        """The value for slot values, None where they make no sense together."""
        values: dict[str, object] = dict(self.constants)
        silent = len(values)
        for name, slot, factor in self.taken:
            value = found.get(slot)
            if value is None:
                continue
            if factor != 1:
                value = -value if isinstance(value, int | float) else value
            values[name] = value
        _count_reign(values, found)
        clock = found.get("hhmm")
        if isinstance(clock, int):
            values["hour"], values["minute"] = divmod(clock, _HUNDRED)
        if "n" in found and "m" in found:
            values["pair"] = (found["n"], found["m"])
        other = found.get("othermonth")
        if isinstance(other, str):
            calendar, _, month = other.rpartition("/")
            values["calendar"], values["month"] = calendar, int(month)
            year = values.get("year")
            if isinstance(year, int | float | str) and _is_ours(int(year), calendar):
                if calendar not in _WITH_OUR_YEARS:
                    return None
                values["of"] = Reading(year=int(values.pop("year")))  # type: ignore[call-overload] # checked above
        if len(values) == silent and not silent:
            return None  # every slot that says something stayed empty
        return _made(self.type, values)


def _is_ours(year: int, calendar: str) -> bool:
    """Whether a year beside a month of another calendar is one of ours."""
    from_cyrus = calendar == "persian" and year in YEARS_FROM_CYRUS
    return not from_cyrus and year > _LATEST.get(calendar, year)


def _count_reign(values: dict[str, object], found: Mapping[str, object]) -> None:
    """Counts the year from the first of the ruler or era named beside it."""
    for name in _REIGNS:
        reign, year = found.get(name), values.get("year")
        if isinstance(reign, int) and isinstance(year, int | float):
            values["year"] = running = reign + int(year) - 1
            if name == "moon_reign" or running < _FIRST_SOLAR_YEAR:
                values.pop("month", None)
                values.pop("day", None)


def _made(kind: TimexType, values: dict[str, object]) -> Reading | None:
    checked: dict[str, object] = {}
    if values.pop(_HALF_MORE, False):
        for name in ("count", "shift"):
            amount = values.get(name)
            if isinstance(amount, int | float):
                values[name] = amount + (0.5 if amount > 0 else -0.5)
    for name, value in values.items():
        check = _CHECKS.get(name)
        try:
            checked[name] = check(value) if check else value
        except (TypeError, ValueError):
            return None
    return Reading(type=kind, **checked)  # type: ignore[arg-type] # each value went through its field's check


def _whole(value: object) -> int:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(value)
    return int(value)  # type: ignore[call-overload, no-any-return] # a str, int or float by construction


def _hour(value: object) -> int:
    found = _whole(value)
    if not 0 <= found <= _LAST_HOUR:
        raise ValueError(value)
    return found


_CHECKS: Mapping[str, Callable[[object], object]] = {
    **dict.fromkeys(_WHOLE, _whole),
    **dict.fromkeys(_REAL, lambda value: float(value)),  # type: ignore[arg-type] # noqa: PLW0108 - float is a type
    **dict.fromkeys(("part", "season", "unit", "mod", "ref", "era", "holiday", "meridiem", "zone"), str),
    "hour": _hour,
}


def read_value(spec: str, kind: str, slots: tuple[str, ...]) -> RuleValue:  # noqa: C901 - each branch refuses
    """Reads the value of a rule.

    Args:
        spec: `key=…` pairs.
        kind: TIMEX3 type.
        slots: the names of the slots its pattern has.

    Raises:
        ValueSpecError: an unknown key, slot or type.
    """
    if kind == "NONE":
        return RuleValue(TimexType.DATE, {}, (), claims=True)
    if kind not in TimexType.__members__:
        raise ValueSpecError(f"no such type: {kind!r}")
    constants: dict[str, object] = {}
    taken: list[tuple[str, str, int]] = []
    rest = _PAIR.sub("", spec).strip()
    if rest:
        raise ValueSpecError(f"cannot read {rest!r}; write key=value")
    for key, text in _PAIR.findall(spec):
        if key not in _FIELDS and key != _HALF_MORE:
            raise ValueSpecError(f"no such field: {key!r}")
        slot = _SLOT.fullmatch(text)
        if not slot:
            constants[key] = _constant(key, text)
            continue
        if slot[2] not in slots:
            raise ValueSpecError(f"the pattern has no slot {slot[2]!r}")
        taken.append((key, slot[2], -1 if slot[1] == "-" else 1))
        if key == "shift" and slot[2].startswith("number"):
            # A counted shift ("a month ago") is exact, "last month" is not.
            taken.append(("count", slot[2], 1))
    used = {slot for _, slot, _ in taken}
    for slot_name in slots:
        plain = slot_name.removesuffix("2")
        field = _OF_SLOT.get(plain, plain)
        row = (field, plain, 1)
        if not used & {slot_name, plain} and field in _FIELDS and field not in constants and row not in taken:
            taken.append(row)
    has_second = any(slot.endswith("2") for slot in used)
    return RuleValue(TimexType[kind], constants, tuple(taken), has_second=has_second)


def _constant(key: str, text: str) -> object:
    if key in _TRUTH:
        return text == "yes"
    if key not in _WHOLE and key not in _REAL:
        return text
    if not _NUMBER.fullmatch(text):
        raise ValueSpecError(f"{key} wants a number, not {text!r}")
    return float(text) if key in _REAL else int(text)
