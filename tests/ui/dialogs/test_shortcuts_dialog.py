"""The list of keys: read in every language as the keyboard bears them."""

from __future__ import annotations

from reader.sentences import load_sentences
from reader.ui.dialogs.shortcuts_dialog import key_table, plain


def test_keys_with_signs_read_from_left_to_right_beside_arabic_words() -> None:
    keys = [written for _, written in key_table(load_sentences("ar"))]
    larger = next(written for written in keys if "Ctrl++" in written)
    for shown in larger.split("   "):
        assert shown[0] == "\u2066"
        assert shown[-1] == "\u2069"
        assert "\u2066" not in shown[1:]
    assert all("\u2066" in written for written in keys)


def test_back_has_the_key_that_points_back() -> None:
    say = load_sentences("en")
    back = plain(say("action.back"))
    assert "Alt+Left" in dict(key_table(say))[back]
    assert "Alt+Right" in dict(key_table(say, mirrored=True))[back]
