"""The slimmer CLDR of the bundle gives the program what the whole one gives: languages, places, words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import babel.localedata
import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton

from build.packaging.locale_data import is_regional, write_slim
from reader.resources import resource
from reader.temporal.words.generic import generic_language
from reader.temporal.words.language import read_toml
from reader.timeline.places import place_names

LOCALES = Path(babel.localedata.__file__).parent / "locale-data"
# Languages with and without a file of their own, a script apart, other plurals, other digits.
TAGS = ("fi", "hu", "cs", "sw", "th", "zh-Hant", "sr-Latn", "ar", "fa", "cy", "is", "en", "fr")


def test_a_language_is_kept_and_its_regions_are_not():
    assert not is_regional("ar.dat")
    assert not is_regional("sr_Latn.dat")
    assert is_regional("sr_Latn_RS.dat")
    assert is_regional("es_419.dat")


@pytest.fixture
def slim_folder(tmp_path):
    for path in LOCALES.glob("*.dat"):
        if not is_regional(path.name):
            write_slim(path, tmp_path / path.name)
    return tmp_path


@pytest.fixture
def fresh(monkeypatch):
    """Babel without what other tests have made it remember, and the others without this one's."""

    def forget() -> None:
        monkeypatch.setattr(babel.localedata, "_cache", {})
        monkeypatch.setattr(Locale, "_Locale__cache", {}, raising=False)

    return forget


def gathered() -> dict[str, Any]:
    """What the program asks of CLDR, for each language."""
    return {tag: asked_of(tag) for tag in TAGS}


def asked_of(tag: str) -> tuple[Any, ...]:
    locale = Locale.parse(tag, sep="-")
    day = date(2025, 8, 16)
    spoken = (
        format_date(day, "full", locale=locale),
        format_date(day, "EEEE", locale=locale),
        format_skeleton("yMMMM", day, locale=locale),
        [locale.plural_form(count) for count in range(120)],
        [locale.ordinal_form(count) for count in range(120)],
    )
    language = generic_language(tag, read_toml(resource("languages", "base.toml")))
    rules = [(rule.name, rule.template.nodes) for rule in language.rules]
    return spoken, language.tables, rules, dict(place_names(tag))


def test_the_program_asks_for_nothing_that_was_left_out(slim_folder, fresh, monkeypatch):
    fresh()
    whole = gathered()
    monkeypatch.setattr(babel.localedata, "_dirname", str(slim_folder))
    fresh()
    slim = gathered()
    for tag in TAGS:
        assert slim[tag] == whole[tag], tag


def test_the_slim_tables_are_small(slim_folder):
    files = list(slim_folder.glob("*.dat"))
    assert len(files) > 300
    assert sum(path.stat().st_size for path in files) < 5_000_000
