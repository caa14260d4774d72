"""Calendars are found by key, each alone, and a Hijri year beyond the table goes to the tabular one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.calendars.registry import all_calendars, by_key, calendar_for, calendar_keys


def test_all_calendars_of_the_folder_are_found() -> None:
    assert tuple(calendar.key for calendar in all_calendars()) == calendar_keys()
    assert list(calendar_keys()) == [
        "ab-urbe-condita",
        "buddhist",
        "coptic",
        "ethiopic",
        "french-republican",
        "gregorian",
        "hebrew",
        "islamic-civil",
        "islamic-umalqura",
        "japanese",
        "julian",
        "persian",
        "roc",
    ]


@pytest.mark.parametrize(
    "key", ["", "mayan", "Gregorian", "gregorian.x", "registry", "calendar", "french_republican", ".."]
)
def test_a_key_nobody_has_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        by_key(key)


@pytest.mark.parametrize(
    ("year", "key"),
    [
        (1342, "islamic-civil"),
        (1343, "islamic-umalqura"),
        (1447, "islamic-umalqura"),
        (1500, "islamic-umalqura"),
        (1501, "islamic-civil"),
    ],
)
def test_a_hijri_year_beyond_the_table_is_counted_by_rule_and_the_key_says_so(year: int, key: str) -> None:
    assert calendar_for("islamic-umalqura", year).key == key


def test_a_calendar_that_nothing_carries_on_refuses_for_itself() -> None:
    assert calendar_for("french-republican", 79).key == "french-republican"


@pytest.mark.parametrize(
    "code", ["from reader.calendars.registry import by_key; by_key('gregorian')", "import reader.pipeline"]
)
def test_what_a_document_without_rare_calendars_needs_loads_no_library_of_them(code: str) -> None:
    # Their 30 ms came before the first event of every document.
    told = "; import sys; print(*{'convertdate', 'hijridate', 'pymeeus'}.intersection(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code + told], capture_output=True, text=True, check=True)  # noqa: S603 - our own lines
    assert done.stdout.split() == []
