"""The table of commands: no key twice, every sentence and icon there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reader.resources import resource
from reader.sentences import available_languages, load_sentences
from reader.ui.actions import COMMANDS, LAYOUT, MENUS, OTHER_KEYS, command


def test_no_key_means_two_things() -> None:
    keys = Counter(key for each in COMMANDS for key in each.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)


def test_no_key_takes_shift_with_a_sign() -> None:
    """On American and French keyboards "+" is typed with Shift, and Ctrl+Shift++ is Ctrl and +."""
    taken = [key.rpartition("Shift+")[2] for each in COMMANDS for key in each.shortcuts if "Shift+" in key]
    assert taken
    assert all(re.fullmatch(r"[A-Z]|F\d+", key) for key in taken), taken


def test_every_command_stands_in_a_menu_and_has_its_icon() -> None:
    for each in COMMANDS:
        assert each.menu in {*MENUS, LAYOUT}
        assert not each.icon or resource("icons", f"{each.icon}.svg").is_file(), each.icon


@pytest.mark.parametrize("language", available_languages())
def test_every_command_is_worded_in_every_language(language: str) -> None:
    say = load_sentences(language)
    assert all(say(f"action.{each.id}") for each in COMMANDS)
    assert all(say(f"shortcut.{name}") for name, _keys in OTHER_KEYS)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("menu", [*MENUS, LAYOUT])
def test_no_menu_letter_is_taken_twice_in_a_menu(language: str, menu: str) -> None:
    say = load_sentences(language)
    texts = [say(f"action.{each.id}") for each in COMMANDS if each.menu == menu]
    letters = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_an_unknown_command_is_a_mistake() -> None:
    assert command("open").shortcuts == ("Ctrl+O",)
    with pytest.raises(KeyError):
        command("dance")
