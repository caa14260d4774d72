"""The four parts of pyqtgraph that the timeline stands on, without the rest of it.

In: nothing. Out: `AxisItem`, `GraphicsObject`, `GraphicsView`, `ViewBox`. `import pyqtgraph` imports 190
modules (colour maps, images, OpenGL, tables, consoles) and copies every name of Qt, for which PySide6 makes
all of its 1,200 classes. Measured beside these parts alone: 105 ms of a processor against 16, in one piece in
which the window answers nobody, and 16 MB of memory. So its head is left out, and stood in for by what the
parts ask of it. Where somebody has imported all of pyqtgraph, its parts are taken as they are.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from reader.later import import_later

PACKAGE = "pyqtgraph"
# What the parts ask for of pyqtgraph's settings, as they stand in its version 0.14.
OPTIONS = {
    "useOpenGL": False,
    "leftButtonPan": True,
    "foreground": "d",
    "background": "k",
    "crashWarning": False,
    "mouseRateLimit": 100,
    "enableExperimental": False,
    "useCupy": False,
    "useNumba": False,
}


def _stand_in(spec: ModuleSpec, **names: object) -> ModuleType:
    """A package of this name with these names in it, and its modules where they are."""
    package = ModuleType(spec.name)
    package.__spec__ = spec
    package.__path__ = list(spec.submodule_search_locations or ())
    vars(package).update(names)
    sys.modules[spec.name] = package
    return package


def _leave_out_the_head() -> None:
    spec = None if PACKAGE in sys.modules else find_spec(PACKAGE)
    if spec is None:  # it is there already, or not at all, which the import says best
        return
    head = _stand_in(
        spec, CONFIG_OPTIONS=OPTIONS, getConfigOption=OPTIONS.__getitem__, _connectCleanup=_nothing_to_end
    )
    qt_spec = find_spec(f"{PACKAGE}.Qt")
    if qt_spec is not None:
        of_qt = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}
        vars(head)["Qt"] = _stand_in(qt_spec, QT_LIB="PySide6", isQObjectAlive=shiboken6.isValid, **of_qt)
        for name, module in of_qt.items():
            sys.modules[f"{qt_spec.name}.{name}"] = module
        import_later(f"{qt_spec.name}.OpenGLHelpers")  # 4 MB of libraries; the plot is painted without


def _nothing_to_end() -> None:
    """Stand in for what pyqtgraph does at a program's end for view boxes that have names; ours has none."""


_leave_out_the_head()

from pyqtgraph.graphicsItems.AxisItem import AxisItem  # noqa: E402 - after what it asks for stands there
from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject  # noqa: E402 - see above
from pyqtgraph.graphicsItems.ViewBox import ViewBox  # noqa: E402 - see above
from pyqtgraph.widgets.GraphicsView import GraphicsView  # noqa: E402 - see above

__all__ = ["AxisItem", "GraphicsObject", "GraphicsView", "ViewBox"]
