"""Colours and icons by name: light and dark palettes from `resources/themes`, recoloured `resources/icons`.

In: the mode the user wants ("system", "light", "dark") and the system's own scheme, followed live.
Out: `color("accent")`, `icon("open")` and the signal `changed` after which every view repaints. The names
stand in `resources/themes/light.toml`; groups there are for the human reader, names are unique.
"""

from __future__ import annotations

import tomllib

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QStyleHints
from PySide6.QtSvg import QSvgRenderer

from reader.resources import resource

MODES = ("system", "light", "dark")
ICON_SIZE = 24
ICON_SCALES = (1, 2, 3)  # pictures made of each icon, for screens of up to 300 %


class Theme(QObject):
    """The colours in force. `changed` is emitted after the mode or the system's scheme has changed."""

    changed = Signal()

    def __init__(self, hints: QStyleHints, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._mode = mode
        self._colors = read_palette(self.name)
        self._icons: dict[tuple[str, str, bool], QIcon] = {}
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def mode(self) -> str:
        """What the user wants: "system", "light" or "dark"."""
        return self._mode

    @property
    def name(self) -> str:
        """The palette in force: "light" or "dark"."""
        if self._mode != "system":
            return self._mode
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    @property
    def is_dark(self) -> bool:
        """Whether the palette in force is the dark one."""
        return self.name == "dark"

    def set_mode(self, mode: str) -> None:
        """Follow the system, or hold one palette whatever the system says.

        Raises:
            ValueError: no such mode.
        """
        if mode not in MODES:
            raise ValueError(f"no theme mode {mode!r}")
        self._mode = mode
        self._follow()

    def color(self, name: str) -> QColor:
        """The colour of that name.

        Raises:
            KeyError: the palette has no such name.
        """
        return QColor(self._colors[name])

    def css(self, name: str) -> str:
        """The colour of that name as a style sheet writes it."""
        color = self._colors[name]
        return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"

    def icon(self, name: str, color: str = "text_muted", mirrored: bool = False) -> QIcon:  # noqa: FBT001, FBT002 - Qt's own form
        """The line icon `resources/icons/<name>.svg` in a colour of the theme, greyed where disabled."""
        known = self._icons.get((name, color, mirrored))
        if known is not None:
            return known
        icon = self._icons[name, color, mirrored] = QIcon()
        lines = line_art(name)
        for scale in ICON_SCALES:
            shape = paint_shape(lines, ICON_SIZE * scale, mirrored=mirrored)
            icon.addPixmap(tinted(shape, self.color(color)), QIcon.Mode.Normal)
            icon.addPixmap(tinted(shape, self.color("text_disabled")), QIcon.Mode.Disabled)
        return icon

    def palette(self) -> QPalette:
        """The same colours as Qt's standard widgets want them."""
        roles = QPalette.ColorRole
        named = {
            roles.Window: "window",
            roles.WindowText: "text",
            roles.Base: "surface",
            roles.AlternateBase: "surface_sunken",
            roles.Text: "text",
            roles.PlaceholderText: "text_muted",
            roles.Button: "window",
            roles.ButtonText: "text",
            roles.BrightText: "error",
            roles.ToolTipBase: "surface_raised",
            roles.ToolTipText: "text",
            roles.Highlight: "accent",
            roles.HighlightedText: "accent_text",
            roles.Accent: "accent",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.Light: "surface_raised",
            roles.Midlight: "hover",
            roles.Mid: "border",
            roles.Dark: "border_strong",
            roles.Shadow: "text",
        }
        palette = QPalette()
        for role, name in named.items():
            palette.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text_disabled"))
        return palette

    def _follow(self) -> None:
        self._colors = read_palette(self.name)
        self._icons.clear()
        self.changed.emit()


def read_palette(name: str) -> dict[str, QColor]:
    """The colours of `resources/themes/<name>.toml`, groups flattened."""
    with resource("themes", f"{name}.toml").open("rb") as file:
        groups = tomllib.load(file)
    return {key: _color(value) for group in groups.values() for key, value in group.items()}


def _color(text: str) -> QColor:
    """A colour from "#rrggbb" or "#rrggbbaa" (Qt itself reads alpha first)."""
    color = QColor(text[:7])
    if len(text) > len("#rrggbb"):
        color.setAlpha(int(text[7:], 16))
    return color


def paint_icon(name: str, color: QColor, pixels: int) -> QPixmap:
    """An SVG of `resources/icons` drawn in one colour on clear ground, `pixels` wide and high."""
    return tinted(paint_shape(line_art(name), pixels), color)


def line_art(name: str) -> QSvgRenderer:
    """An SVG of `resources/icons`, ready to be drawn."""
    return QSvgRenderer(str(resource("icons", f"{name}.svg")))


def paint_shape(lines: QSvgRenderer, pixels: int, *, mirrored: bool = False) -> QPixmap:
    """Line art on clear ground, `pixels` wide and high."""
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    lines.render(painter)
    painter.end()
    return picture


def tinted(shape: QPixmap, color: QColor) -> QPixmap:
    """A shape in one colour."""
    picture = QPixmap(shape)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), color)
    painter.end()
    return picture


def system_hints() -> QStyleHints:
    """The hints of the running application."""
    return QGuiApplication.styleHints()
