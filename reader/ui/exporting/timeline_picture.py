"""The timeline as it stands in the window, made into a picture: PNG, SVG or PDF.

In: the plot. Out: the bytes of a file. Lines and letters stay lines and letters in SVG and PDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView

SHARPNESS = 3  # pixels of a PNG for one of the window: 288 dots an inch where the screen has 96
DOTS_A_METRE = 11339  # as many as that
POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class PictureForm:
    """A kind of file: its name, its suffix, how it is made."""

    name: str
    suffix: str
    content: Callable[[QGraphicsView], bytes]


def png(plot: QGraphicsView) -> bytes:
    """A picture of dots."""
    image = QImage(plot.viewport().size() * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    _paint(plot, image)
    image.setDotsPerMeterX(DOTS_A_METRE)  # only now: letters are measured in points
    image.setDotsPerMeterY(DOTS_A_METRE)
    return _written(lambda file: QImageWriter(file, b"png").write(image))


def svg(plot: QGraphicsView) -> bytes:
    """A drawing for a page of the web or a program that draws."""

    def draw(file: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(file)
        generator.setSize(plot.viewport().size())
        generator.setViewBox(plot.viewport().rect())
        generator.setResolution(plot.logicalDpiX())
        _paint(plot, generator)

    return _written(draw)


def pdf(plot: QGraphicsView) -> bytes:
    """A page as large as the timeline."""

    def draw(file: QBuffer) -> None:
        writer = QPdfWriter(file)
        writer.setCreator("Timeleaf")
        writer.setResolution(plot.logicalDpiX())
        size = QSizeF(plot.viewport().size()) * (POINTS_AN_INCH / plot.logicalDpiX())
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF())
        _paint(plot, writer)

    return _written(draw)


FORMS = (PictureForm("png", ".png", png), PictureForm("svg", ".svg", svg), PictureForm("pdf", ".pdf", pdf))


def _paint(plot: QGraphicsView, device: QPaintDevice) -> None:
    """What the plot shows, over the whole of a device."""
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    shown = plot.viewport().rect()
    plot.render(painter, QRectF(shown), shown)
    painter.end()


def _written(draw: Callable[[QBuffer], object]) -> bytes:
    kept = QByteArray()
    file = QBuffer(kept)
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(file)
    file.close()
    return bytes(kept.data())
