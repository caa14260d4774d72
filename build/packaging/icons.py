"""The program's icon in every form a system wants, painted from the one SVG.

Out: PNG bytes at a size, a Windows `.ico`, a macOS `.icns`; both of these are containers of PNGs (Microsoft's
ICO format since Vista; Apple's Icon Image format).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 48, 64, 256)
MAC_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def paint_icon(svg: Path, size: int) -> bytes:
    """The icon as a PNG of `size` × `size` pixels. Needs a running QGuiApplication."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know file names only
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon from PNGs by size in pixels, 256 at most."""
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, png in pictures.items():
        edge = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """A macOS icon from PNGs by Apple's four-letter type."""
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_icons(svg: Path, folder: Path) -> None:
    """Write `timeleaf-SIZE.png`, `timeleaf.ico` and `timeleaf.icns` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    for size in LINUX_SIZES:
        (folder / f"timeleaf-{size}.png").write_bytes(paint_icon(svg, size))
    (folder / "timeleaf.ico").write_bytes(ico({size: paint_icon(svg, size) for size in WINDOWS_SIZES}))
    (folder / "timeleaf.icns").write_bytes(
        icns({kind: paint_icon(svg, size) for kind, size in MAC_TYPES.items()})
    )
    application.shutdown()
