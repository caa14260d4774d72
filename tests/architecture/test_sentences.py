"""The catalogues: complete in every language, with the same slots and the right plurals, and none in vain."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Mapping

import pytest
from babel import Locale

from reader.sentences import FALLBACK, PLURAL_RULES, available_languages, read_catalogue
from tests.architecture.source import python_files, tree_of

LANGUAGES = available_languages()
DATE_FORMS = frozenset({"document_day.locale", "document_day.read_in", "document_day.format"})
Text = str | Mapping[str, str]

# A key has a table and a name; only strings of that shape are taken for keys.
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)+")
# … unless they end like a file.
FILE = re.compile(r".*\.(json|toml|sqlite|log|svg|png|pdf|ttf|py|txt|csv)")
# What the holes of an f-string may be filled with.
HOLE = "[a-z0-9_-]+"

# One number said two ways; a language takes whichever it writes (French centuries in Roman numerals).
SAME_VALUE = {"roman": "number"}


def slots_of(text: Text) -> set[str]:
    """The names of all slots, over all plural forms: a form for "one" need not show the number."""
    forms = [text] if isinstance(text, str) else text.values()
    return {
        SAME_VALUE.get(name, name)
        for form in forms
        for _, name, _, _ in string.Formatter().parse(form)
        if name
    }


def literals() -> list[tuple[str, str]]:
    """Every string in the code as (place, pattern): an f-string's holes match one part of a key."""
    found = []
    for path in python_files("reader"):
        tree = tree_of(path)
        of_f_strings = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            place = f"{path}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.JoinedStr):
                parts = (
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else HOLE
                    for part in node.values
                )
                found.append((place, "".join(parts)))
            elif (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in of_f_strings
            ):
                found.append((place, re.escape(node.value)))
    return found


def shape_of(pattern: str) -> str:
    """A pattern as a key might look: its holes filled."""
    return pattern.replace(HOLE, "x").replace("\\", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_all_that_english_says(language: str) -> None:
    assert set(read_catalogue(language)) == set(read_catalogue(FALLBACK))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_have_the_slots_of_the_english_ones(language: str) -> None:
    english = read_catalogue(FALLBACK)
    wrong = {
        key: (slots_of(text), slots_of(english[key]))
        for key, text in read_catalogue(language).items()
        if key in english and slots_of(text) != slots_of(english[key])
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_their_forms(language: str) -> None:
    """CLDR: English one, other; French one, many, other; Arabic zero, one, two, few, many, other."""
    categories = {*Locale.parse(language, sep="-").plural_form.tags, "other"}
    english = read_catalogue(FALLBACK)
    for key, text in read_catalogue(language).items():
        assert isinstance(text, str) == isinstance(english.get(key, text), str), (
            f"{key}: plural in one language only"
        )
        if not isinstance(text, str):
            assert set(text) == categories, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_frayed(language: str) -> None:
    for key, text in read_catalogue(language).items():
        for form in [text] if isinstance(text, str) else text.values():
            assert form.strip(), key
            assert "  " not in form, key
            assert "\n" not in form.strip("\n"), key


def test_french_signs_keep_to_their_words() -> None:
    """A plain space before them lets a line begin with a semicolon."""
    for key, text in read_catalogue("fr").items():
        for form in [text] if isinstance(text, str) else text.values():
            assert not re.search(r" [;:?!»]|« ", form), key


def test_arabic_texts_are_written_in_arabic() -> None:
    """A text without an Arabic letter was forgotten, unless it has no words or only signs such as PDF.

    How Qt is to show a date is no text.
    """
    forgotten = {}
    texts = {key: text for key, text in read_catalogue("ar").items() if key not in DATE_FORMS}
    for key, text in texts.items():
        for form in [text] if isinstance(text, str) else text.values():
            words = re.findall(r"[^\W\d_]+", re.sub(r"\{[^}]*\}", "", form))
            if (
                words
                and not re.search(r"[\u0600-\u06ff]", form)
                and not all(word.isupper() for word in words)
            ):
                forgotten[key] = form
    assert forgotten == {}


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    keys = read_catalogue(FALLBACK)
    tables = {key.partition(".")[0] for key in keys}
    unknown = [
        f"{place}: {shape_of(pattern)}"
        for place, pattern in literals()
        if KEY.fullmatch(shape_of(pattern))
        and not FILE.fullmatch(shape_of(pattern))
        and shape_of(pattern).partition(".")[0] in tables
        and not any(re.fullmatch(pattern, key) for key in keys)
    ]
    assert unknown == []


def test_every_sentence_is_said_somewhere() -> None:
    patterns = {pattern for _, pattern in literals() if KEY.fullmatch(shape_of(pattern))}
    made = [re.compile(pattern) for pattern in patterns if HOLE in pattern]
    unsaid = [
        key
        for key in read_catalogue(FALLBACK)
        if re.escape(key) not in patterns and not any(pattern.fullmatch(key) for pattern in made)
    ]
    assert unsaid == []


@pytest.mark.parametrize("tag", sorted(PLURAL_RULES))
def test_the_plural_rules_say_what_cldr_says(tag: str) -> None:
    known = Locale.parse(tag).plural_form
    counts = [*range(1_200), 10_000, 1_000_000, 1_000_001, 3_000_000]
    assert [PLURAL_RULES[tag](count) for count in counts] == [known(count) for count in counts]


def test_every_language_of_the_program_has_its_plural_rule() -> None:
    assert set(PLURAL_RULES) == set(available_languages())
