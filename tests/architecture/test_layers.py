"""Who may import whom: one table for the rooms, one for the libraries, two rules inside the window.

A room imports rooms on lower floors only; two rooms of one floor are strangers. Read from the source with
`ast`, so an import inside a function or under TYPE_CHECKING counts like any other.
"""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Import, imports_of, python_files

FLOORS = (
    ("resources", "frozen", "written_file", "text_direction"),
    ("sentences", "calendars", "later", "methods_later"),
    ("interface_language", "argument_types", "standard_streams"),
    ("temporal", "document"),
    ("timeline", "search"),
    ("pipeline", "store"),
    ("worker",),
    ("ui", "cli", "selftest"),
    ("__main__",),
)

# The folders of a room, in the order of the data's way; what lies beside them may know all of them.
STAGES = {
    "temporal": ("words", "matching", "refining", "surroundings", "dating", "story"),
    "document": ("text", "file", "layout", "tagged"),
}

# Library -> the only files of reader/ that may import it.
LIBRARIES = {
    "PySide6": ("ui/**",),
    "shiboken6": ("ui/**",),
    "pyqtgraph": ("ui/**",),
    # the engine: the document, its pages as pictures and as text, glyph names, labels, outline, links, tags
    "pymupdf": tuple(
        f"document/{name}.py"
        for name in (
            "file/pdf",
            "file/rendering",
            "file/dark_page",
            "text/text_layer",
            "text/glyphs",
            "text/glyph_names",
            "text/drawn_glyphs",
            "file/labels",
            "file/outline",
            "file/links",
            "file/breakage",
            "file/metadata",
            "file/rescue",
            "file/cover",
            "file/rules",
            "text/structure",
            "text/marked_content",
        )
    ),
    "pypdfium2": ("document/**",),
    "dateutil": ("temporal/**",),
    "convertdate": ("calendars/**",),
    "pymeeus": ("temporal/holidays.py",),
    "hijridate": ("calendars/**",),
    "sqlite3": ("store/database.py",),
    "platformdirs": ("store/paths.py",),
    "multiprocessing": ("worker/**", "__main__.py"),
    # restricted to the messages' own values; nothing unpickles a file
    "pickle": ("worker/wire.py",),
    # nothing opens a socket
    **dict.fromkeys(("fitz", "shelve", "marshal", "asyncio"), ()),
    **dict.fromkeys(("http", "urllib.request", "ftplib", "smtplib", "ssl", "requests", "webbrowser"), ()),
    "socket": (),
}

# In the window: who else may know the process that reads, and who may know more than one view.
VIEWS = (
    *("page_view", "timeline_view", "event_list", "start_page", "search", "panels", "contents", "thumbnails"),
    "dialogs",
)
KNOWS_ALL_VIEWS = ("ui/main_window.py", "ui/app.py", "ui/offscreen.py")
KNOWS_THE_WORKER = ("ui/worker_bridge.py", "ui/app.py")

READER = tuple(found for path in python_files("reader") for found in imports_of(path))


def inside(found: Import) -> str:
    """The importing file, relative to reader/."""
    return found.file.relative_to("reader").as_posix()


def room_of(module_or_file: str) -> str:
    """The room of "store/paths.py" or of "reader.store.paths"."""
    parts = module_or_file.removeprefix("reader.").removesuffix(".py").replace("/", ".").split(".")
    return parts[0]


def floor_of(room: str) -> int | None:
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), None)


def is_ours(found: Import) -> bool:
    return found.module.startswith("reader.")


def test_every_room_has_its_floor() -> None:
    rooms = {room_of(inside(found)) for found in READER} - {"__init__"}
    assert {room for room in rooms if floor_of(room) is None} == set()


def test_a_room_imports_only_rooms_on_lower_floors() -> None:
    wrong = []
    for found in READER:
        source, target = room_of(inside(found)), room_of(found.module)
        above, below = floor_of(source), floor_of(target)
        if is_ours(found) and source != target and above is not None and below is not None and below >= above:
            wrong.append(str(found))
    assert wrong == []


@pytest.mark.parametrize("room", STAGES)
def test_a_stage_of_a_room_imports_no_later_one(room: str) -> None:
    order = {stage: number for number, stage in enumerate(STAGES[room])}
    wrong = []
    for found in READER:
        (*_, home, source, _), (*_, target) = ("", *found.file.parts), found.module.split(".")[:3]
        if home == room == room_of(found.module) and order.get(target, -1) > order.get(source, len(order)):
            wrong.append(str(found))
    assert wrong == []


def test_a_library_is_imported_only_where_it_belongs() -> None:
    wrong = [
        str(found)
        for found in READER
        for library, places in LIBRARIES.items()
        if f"{found.module}.".startswith(f"{library}.")
        and not any(fnmatch(inside(found), place.replace("**", "*")) for place in places)
    ]
    assert wrong == []


def test_relative_imports_are_not_used() -> None:
    assert [str(found) for found in READER if found.module.startswith(".") or not found.module] == []


def test_a_model_imports_no_other_file_of_its_room() -> None:
    wrong = [
        str(found)
        for found in READER
        if found.file.name == "model.py"
        and is_ours(found)
        and room_of(found.module) == room_of(inside(found))
    ]
    assert wrong == []


def test_views_know_each_other_only_in_the_main_window() -> None:
    wrong = []
    for found in READER:
        if room_of(inside(found)) != "ui" or not found.module.startswith("reader.ui."):
            continue
        if inside(found) in KNOWS_ALL_VIEWS:
            continue
        target, source = found.module.split(".")[2], found.file.parts[2]
        if target in VIEWS and source != target:
            wrong.append(str(found))
    assert wrong == []


def test_only_the_bridge_knows_the_worker() -> None:
    wrong = [
        str(found)
        for found in READER
        if found.module.startswith("reader.worker")
        and room_of(inside(found)) == "ui"
        and inside(found) not in KNOWS_THE_WORKER
    ]
    assert wrong == []


def test_imports_run_in_no_circle() -> None:
    modules = {".".join(path.with_suffix("").parts) for path in python_files("reader")}
    edges: dict[str, set[str]] = {module: set() for module in modules}
    for found in READER:
        source = ".".join(found.file.with_suffix("").parts)
        target = found.module if found.module in modules else found.module.rpartition(".")[0]
        if target in modules:
            edges[source].add(target)
    while free := {module for module, targets in edges.items() if not targets & edges.keys()}:
        edges = {module: targets for module, targets in edges.items() if module not in free}
    assert {module: targets & edges.keys() for module, targets in edges.items()} == {}


CHILDREN = {
    "reader.cli": ("PySide6", "pyqtgraph"),
    "reader.ui.app": ("pymupdf", "fitz", "pypdfium2"),
    "reader.worker.messages": ("PySide6", "pyqtgraph", "pymupdf", "numpy"),
    "reader.pipeline": ("PySide6", "pyqtgraph"),
}


@pytest.mark.parametrize("module", CHILDREN)
def test_a_fresh_interpreter_loads_no_more_than_it_should(module: str) -> None:
    path = Path(*module.split(".")).with_suffix(".py")
    assert (ROOT / path).exists()
    code = f"import sys, {module}; print(*(name for name in {CHILDREN[module]!r} if name in sys.modules))"
    done = subprocess.run(  # noqa: S603 - our own line
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
