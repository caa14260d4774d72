"""The parts of pyqtgraph without the whole: as they are in it, and nothing beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def said_by(code: str) -> list[str]:
    """What a Python of its own prints."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.split()


def test_the_timeline_imports_neither_the_rest_of_pyqtgraph_nor_opengl() -> None:
    code = (
        "import sys, reader.ui.timeline_view.timeline_view\n"
        "print(*(name for name in sys.modules if name.startswith(('pyqtgraph', 'PySide6'))))"
    )
    imported = said_by(code)
    assert "pyqtgraph.graphicsItems.AxisItem" in imported
    assert {"PySide6.QtOpenGL", "pyqtgraph.colormap", "pyqtgraph.graphicsItems.PlotItem"}.isdisjoint(imported)
    assert len([name for name in imported if name.startswith("pyqtgraph")]) < 35


def test_the_settings_are_those_of_pyqtgraph() -> None:
    code = (
        "import pyqtgraph\n"
        "from reader.ui.timeline_view.plot_parts import OPTIONS\n"
        "print(*(name for name in OPTIONS if pyqtgraph.getConfigOption(name) != OPTIONS[name]), 'told')"
    )
    assert said_by(code) == ["told"]


def test_who_has_imported_all_of_pyqtgraph_keeps_it() -> None:
    code = (
        "import pyqtgraph\n"
        "from reader.ui.timeline_view.plot_parts import ViewBox\n"
        "print(pyqtgraph.ViewBox is ViewBox, hasattr(pyqtgraph, 'PlotWidget'))"
    )
    assert said_by(code) == ["True", "True"]
