"""Colours can be read, icons exist, and the system's change of mind is followed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.ui.style import style_sheet
from reader.ui.theme import Theme, paint_icon, read_palette, system_hints

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
GROUNDS = ("window", "surface", "surface_raised", "surface_sunken", "hover", "accent_soft")
INKS = ("text", "text_muted", "accent", "event", "source", "issue", "planned", "error", "warning", "info")


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG 2.2."""

    def luminance(color: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (color.redF(), color.greenF(), color.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    colors = read_palette(name)
    weak = [
        f"{ink} on {ground}: {contrast(colors[ink], colors[ground]):.2f}"
        for ink in INKS
        for ground in GROUNDS
        if contrast(colors[ink], colors[ground]) < TEXT_CONTRAST
    ]
    assert weak == []
    assert contrast(colors["accent_text"], colors["accent"]) >= TEXT_CONTRAST
    for level in ("info", "warning", "error"):
        assert contrast(colors["text"], colors[f"{level}_soft"]) >= TEXT_CONTRAST
        assert contrast(colors[level], colors[f"{level}_soft"]) >= MARK_CONTRAST


def test_both_themes_have_the_same_names() -> None:
    assert read_palette("light").keys() == read_palette("dark").keys()


def test_a_colour_may_be_clear() -> None:
    assert read_palette("light")["shadow"].alpha() == 0x30


def test_the_mode_is_held_or_the_system_followed(qtbot: QtBot) -> None:
    theme = Theme(system_hints(), "dark")
    assert theme.is_dark
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("light")
    assert not theme.is_dark
    theme.set_mode("system")
    assert theme.name in {"light", "dark"}
    with pytest.raises(ValueError, match="pink"):
        theme.set_mode("pink")


def test_the_style_sheet_names_only_colours_that_exist(theme: Theme) -> None:
    sheet = style_sheet(theme, 10)
    assert "$" not in sheet
    assert "rgba(" in sheet


ICONS = sorted(path.stem for path in Path(resource("icons")).glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_something_in_the_colour_it_is_given(name: str, qtbot: QtBot) -> None:  # noqa: ARG001 - pictures need an application
    picture = paint_icon(name, QColor("#ff0000"), 24)
    assert isinstance(picture, QPixmap)
    image = picture.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() > 200
    }
    assert inks == {"#ff0000"}
