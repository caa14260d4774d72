"""What goes into the bundle and what stays out. Read by `build/timeleaf.spec`.

In: PyInstaller's lists of entries (destination, source, kind). Out: the same lists, shorter. Qt's plugins are
named one by one, since each draws libraries of the build machine along; a library that nothing kept needs any
more is dropped with the plugin that asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from build.packaging.locale_data import is_regional

Entry = tuple[str, str, str]  # destination in the bundle, source file (for a SYMLINK: its target), kind

EXCLUDED_MODULES = (
    # An offline reader: no TLS and no HTTP client is in the bundle.
    *("ssl", "_ssl", "http", "ftplib", "urllib.request", "xmlrpc", "smtplib", "asyncio"),
    # Tools of developers, dragged in by numpy, pyqtgraph and pydoc.
    *("tkinter", "doctest", "pdb", "lib2to3", "readline", "curses", "setuptools", "pkg_resources", "pip"),
    *("pydoc_data", "_pydecimal"),  # help texts; arithmetic for Pythons built without the C one
    *("numpy.f2py", "numpy.testing", "numpy.random", "numpy.polynomial", "numpy.fft"),
    *("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.console", "pyqtgraph.flowchart"),
    *("pyqtgraph.canvas", "pyqtgraph.jupyter", "pyqtgraph.dockarea"),
    # Optional partners that a fat build environment might offer.
    *("scipy", "matplotlib", "pandas", "OpenGL", "cupy", "numba", "IPython", "h5py", "PIL", "fontTools"),
    *("pymupdf_fonts", "pymupdf.layout", "pymupdf4llm", "onnxruntime", "networkx", "yaml"),
    # Modules of Qt that a program of widgets does not use; for two of them see `STAND_INS`.
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDBus"),
    *("PySide6.QtTest", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql"),
    *("PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtConcurrent", "PySide6.QtXml"),
    *("PyQt5", "PyQt6", "PySide2"),
)

# Modules that are asked for and not used: name in the bundle, source in the checkout.
STAND_INS = dict.fromkeys(
    ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"), "build/packaging/stand_ins/opengl.py"
)

# What PyInstaller would run before the program, in its child processes too. The first imports Qt (PySide6
# finds its plugins without), the second reads a whole archive for the sake of source text that is not there:
# 0.1 s a process, and the engine would start after Qt instead of beside it. The third serves nobody here.
# Left out where that was tried: on Linux.
UNWANTED_HOOKS = ("pyi_rth_pyside6", "pyi_rth_inspect", "pyi_rth_pyqtgraph_multiprocess")

KEPT_PLUGINS = re.compile(
    r"plugins/("
    r"platforms/(libqxcb|libqwayland[\w-]*|libqoffscreen|qwindows|qoffscreen|libqcocoa)\."
    r"|platformthemes/libqxdgdesktopportal\."
    r"|platforminputcontexts/(libcompose|libibus)"  # é and Arabic are typed through these
    r"|imageformats/(lib)?(qsvg|qjpeg|qico)\.|iconengines/"
    r"|xcbglintegrations/libqxcb-glx"
    r"|wayland-shell-integration/libxdg-shell|wayland-decoration-client/"
    r"|styles/|printsupport/)"
)
KEPT_TRANSLATIONS = re.compile(r"translations/(qt|qtbase)_(fr|ar|en)\.qm$")
UNWANTED = re.compile(
    r"PySide6/.*(opengl32sw|d3dcompiler_47)\.dll$"  # a software renderer of 20 MB for widgets that need none
    r"|pyqtgraph/.*(examples|peegee|/canvas/|/opengl/|colors/maps/)"
    r"|numpy/_core/include/|numpy/.*/tests/|numpy/_core/_[a-z_]+_tests\.|resources/screenshots/"
    r"|\.(pyi|pxd|h|a|lib)$"
)
# Left to the system. Graphics drivers load its newer libstdc++; a bundled older one would break them, and
# raise the C library the bundle needs from 2.35 to 2.36. The others stand on every desktop, which keeps them
# safe and sets them up (fonts); with what they draw along they weigh 10 MiB. libcrypto sums a file up four
# times as fast as Python (12 MB: 8 ms for 39 before the first page); where it is missing, Python does it.
HOST_LIBRARIES = re.compile(
    r"^(libcrypto|libstdc\+\+|libgcc_s|libexpat|libz|libX11|libX11-xcb|libXau|libXdmcp|libfontconfig|libfreetype"
    r"|libcups|libdbus-1|libglib-2\.0|libgthread-2\.0)\.so"
)


def is_wanted(destination: str) -> bool:
    """Whether a file belongs into the bundle, by its place there."""
    path = destination.replace("\\", "/")
    if "PySide6/" in path and "plugins/" in path:
        return bool(KEPT_PLUGINS.search(path))
    if "PySide6/" in path and "translations/" in path:
        return bool(KEPT_TRANSLATIONS.search(path))
    if "babel/locale-data/" in path:
        return not is_regional(PurePosixPath(path).name)
    return not (HOST_LIBRARIES.match(path) or UNWANTED.search(path))


def without_unreached(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Drop the shared libraries that no kept file needs, following `needed_by` (source file -> names).

    Only plain libraries may go: programs, plugins and Python's extension modules are roots.
    """
    entries = list(entries)
    roots = [entry for entry in entries if not _is_plain_library(entry)]
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(PurePosixPath(entry[0]).name, []).append(entry)
    reached: set[str] = set()
    waiting = [source for _, source, kind in roots if kind != "SYMLINK"]
    while waiting:
        for name in needed_by(waiting.pop()):
            if name not in reached:
                reached.add(name)
                waiting += [source for _, source, kind in by_name.get(name, ()) if kind != "SYMLINK"]
    return [
        entry for entry in entries if not _is_plain_library(entry) or PurePosixPath(entry[0]).name in reached
    ]


def without_dangling_links(entries: Iterable[Entry], kept: set[str]) -> list[Entry]:
    """Drop symbolic links whose target is not among the `kept` destinations."""
    return [entry for entry in entries if entry[2] != "SYMLINK" or _link_target(entry) in kept]


def _link_target(entry: Entry) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(entry[0]).parent / entry[1]).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _is_plain_library(entry: Entry) -> bool:
    destination, _, kind = entry
    name = PurePosixPath(destination).name
    is_extension = (
        name.endswith(".abi3.so") or ".cpython-" in name or name == "_mupdf.so" or kind == "EXTENSION"
    )
    return (
        ".so" in name
        and kind in ("BINARY", "SYMLINK")
        and not is_extension
        and "plugins/" not in destination
        and not destination.startswith("pypdfium2_raw/")  # loaded by its path
        and not name.startswith("libpython3")
    )
