"""About: what the program is made of and under which licences, read with the keyboard, in each language."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reader import __version__
from reader.sentences import load_sentences
from reader.ui.dialogs import licensed_parts
from reader.ui.dialogs.about_dialog import AboutDialog

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A bundle's folder of licences."""
    rows = [
        {"name": "Timeleaf", "version": "9.9", "licence": "AGPL-3.0-or-later", "source": "", "texts": ["a"]},
        {
            "name": "Qt",
            "version": "6",
            "licence": "LGPL-3.0-only",
            "source": "the place",
            "texts": ["b", "c"],
        },
    ]
    (tmp_path / "parts.json").write_text(json.dumps(rows), encoding="utf-8")
    for name, text in {"a": "Affero", "b": "Lesser", "c": "General"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(licensed_parts, "licence_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def dialog(qtbot):
    made = AboutDialog(load_sentences("en"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.usefixtures("bundle")
def test_the_own_licence_and_where_the_source_is_come_first(dialog):
    assert dialog.list.currentItem().text() == "Timeleaf 9.9"
    assert f"timeleaf-{__version__}-source.tar.xz" in dialog.facts.text()
    assert dialog.text.toPlainText() == "Affero"


@pytest.mark.usefixtures("bundle")
def test_the_arrow_keys_show_each_part_with_all_its_texts_and_its_source(dialog, qtbot):
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.facts.text() == "Licence: LGPL-3.0-only\nSource: the place"
    assert dialog.text.toPlainText().split() == ["Lesser", "General"]
    assert dialog.text.accessibleName() == "Licence of Qt"
    assert dialog.text.accessibleDescription() == dialog.facts.text()


@pytest.mark.usefixtures("bundle")
def test_tab_leads_into_the_text_and_on_to_the_button(dialog):
    assert dialog.list.nextInFocusChain() is not None
    assert dialog.text.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert dialog.text.tabChangesFocus()
    assert dialog.text.isReadOnly()
    assert dialog.text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_in_a_checkout_it_says_where_the_texts_are(dialog):
    names = [dialog.list.item(row).text().partition(" ")[0] for row in range(dialog.list.count())]
    assert names[:2] == ["Timeleaf", "Noto"]
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    dialog.list.setCurrentRow(names.index("PyMuPDF"))
    assert str(licensed_parts.package_folder()) in dialog.text.toPlainText()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_language_has_all_its_sentences(language, qtbot):
    made = AboutDialog(load_sentences(language))
    qtbot.addWidget(made)
    for row in range(made.list.count()):
        made.list.setCurrentRow(row)
        assert made.text.toPlainText()


def test_every_package_the_program_asks_for_is_named_in_a_checkout():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {re.split(r"[<>=]", each)[0].lower() for each in pyproject["project"]["dependencies"]}
    assert asked <= {name.lower() for name, _ in licensed_parts.INSTALLED}
