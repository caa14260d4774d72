"""The style sheet: spacing, corners and lines on top of Qt's Fusion style and the theme's palette.

In: a theme, `resources/themes/form.qss`. Out: text for `QApplication.setStyleSheet`. The sheet holds no
colour; they are the theme's.
"""

from __future__ import annotations

from string import Template

from reader.resources import resource
from reader.ui.theme import Theme

SIZES = ("large", "huge")
LARGE, HUGE = 1.15, 2.2  # of the application's font


def style_sheet(theme: Theme, font_size: float) -> str:
    """The sheet in the colours of the theme; `font_size` in points is that of the application."""
    sheet = Template(resource("themes", "form.qss").read_text(encoding="utf-8"))
    colors = {name: theme.css(name) for name in sheet.get_identifiers() if name not in SIZES}
    return sheet.substitute(colors, large=round(font_size * LARGE, 1), huge=round(font_size * HUGE, 1))
