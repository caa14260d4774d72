"""What a bundle is made of: each of its files belongs to a part with a known licence, or the build stops.

In: the frozen folder, `parts.toml`, the environment it was built in. Out: `Part`s, for the licences that
travel along and for the bill of materials.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path
from typing import Any

from reader import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ROOT / "build" / "licence-texts"
OWN_FOLDERS = {"resources", "licences"}
LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|copyright", re.IGNORECASE)


class UnknownPartError(Exception):
    """A file without a part, a part without a text, or a licence that is not accepted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of software or data in the bundle: SPDX licence, its texts, where its source is had."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    source: str = ""


def read_table() -> dict[str, Any]:
    """`parts.toml` as it stands."""
    with (ROOT / "build" / "packaging" / "parts.toml").open("rb") as file:
        return tomllib.load(file)


def parts_of(bundle: Path) -> tuple[Part, ...]:
    """Every part of the frozen folder `bundle`, sorted by name.

    Raises:
        UnknownPartError: naming every file, licence and text that is missing.
    """
    table = read_table()
    content = bundle / "_internal"
    files = [path for path in content.rglob("*") if path.is_file() and not path.is_symlink()]
    names = {path.relative_to(content).as_posix() for path in files}
    parts, unknown = _claim(names, modules_of(bundle), table)
    parts |= {
        Part("Timeleaf", __version__, "AGPL-3.0-or-later", (ROOT / "LICENSE",)),
        Part("Noto Sans", "2.004", "OFL-1.1", (ROOT / "resources" / "fonts" / "OFL.txt",)),
        _distribution("pyinstaller", table),  # its starter is the executable itself
    }
    check(parts, unknown, table["accepted"])
    return tuple(sorted(parts, key=lambda part: part.name.lower()))


def check(parts: Iterable[Part], unknown: Iterable[str], accepted: list[str]) -> None:
    """Raise with everything that may not be shipped as it is."""
    faults = [f"no part claims the file {name}" for name in sorted(unknown)]
    for part in parts:
        if part.licence not in accepted:
            faults.append(f"the licence of {part.name} is not accepted: {part.licence or 'unknown'}")
        if not part.texts or not all(text.is_file() for text in part.texts):
            faults.append(f"{part.name} has no licence text")
    if faults:
        raise UnknownPartError("\n".join(faults))


def modules_of(bundle: Path) -> set[str]:
    """The names of the Python modules frozen into the program."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - not in the environment of the tests

    program = bundle / ("timeleaf.exe" if sys.platform == "win32" else "timeleaf")
    archive = CArchiveReader(str(program))
    return set(archive.open_embedded_archive("PYZ.pyz").toc)


def _claim(files: set[str], modules: set[str], table: dict[str, Any]) -> tuple[set[Part], set[str]]:
    """The parts that claim `files` and `modules`, and what none claims."""
    owners = {**metadata.packages_distributions(), "reader": [], "build": []}
    parts, unknown = set(), set()
    for package in {module.partition(".")[0] for module in modules}:
        if package in owners:
            parts |= {_distribution(name, table) for name in owners[package]}
        elif package not in sys.stdlib_module_names and not package.startswith("_"):
            unknown.add(f"module {package}")
    for file in files:
        claimed = _claim_file(file, owners, table)
        if claimed is None:
            unknown.add(file)
        else:
            parts |= claimed
    return parts, unknown


def _claim_file(file: str, owners: dict[str, list[str]], table: dict[str, Any]) -> set[Part] | None:
    """The parts a file belongs to: none for the program's own, None where nobody claims it."""
    top, name = file.partition("/")[0], file.rpartition("/")[2]
    if top in OWN_FOLDERS:
        return set()
    if pattern := _matching(name, table["libraries"]):
        return {_library(table["libraries"][pattern], table)}
    if top in owners or top.endswith(".dist-info"):
        return {_distribution(owner, table) for owner in owners.get(top, [top.partition("-")[0]])}
    if pattern := _matching(name, table["system"]):
        return {_system_library(name, table["system"][pattern])}
    if top.startswith("python3") or (top == name and name.endswith((".pyd", ".dll"))):
        return {_python()}
    return None


def _matching(name: str, patterns: Iterable[str]) -> str | None:
    return next((pattern for pattern in patterns if fnmatchcase(name, pattern)), None)


def _distribution(name: str, table: dict[str, Any]) -> Part:
    found = metadata.distribution(name)
    key = re.sub(r"[-_.]+", "-", found.name).lower()
    entry = table["distributions"].get(key, {})
    texts = tuple(_own_text(text) for text in entry.get("texts", ())) or _texts_in_wheel(found)
    return Part(found.name, found.version, entry.get("licence", ""), texts, entry.get("source", ""))


def _library(entry: dict[str, Any], table: dict[str, Any]) -> Part:
    carrier = entry.get("like", "Python")
    model = _python() if carrier == "Python" else _distribution(carrier, table)
    if "texts" in entry:
        texts = tuple(map(_own_text, entry["texts"]))
        return Part(entry["name"], "", entry["licence"], texts, entry.get("source", ""))
    # Qt, MuPDF and OpenBLAS are released and versioned with the wheel that carries them.
    return Part(
        entry["name"], model.version, entry["licence"], model.texts, entry.get("source", model.source)
    )


def _system_library(name: str, licence: str) -> Part:
    """The Debian package a library was taken from; its copyright file is the text."""
    asked = subprocess.run(["dpkg", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
    package = asked.stdout.partition(":")[0] or name
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True, check=False
    ).stdout.partition("\n")[0]
    return Part(package, version, licence, (Path("/usr/share/doc") / package / "copyright",))


def _python() -> Part:
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    text = tuple(place for place in places if place.is_file())[:1]
    return Part("Python", sys.version.split()[0], "PSF-2.0", text, "https://www.python.org/downloads/source/")


def _texts_in_wheel(found: metadata.Distribution) -> tuple[Path, ...]:
    # By the name of the file, or of the wheel's folder for them.
    named = [file for file in found.files or () if LICENCE_FILE.search(file.name) or "licenses" in file.parts]
    files = [Path(str(found.locate_file(file))) for file in named]
    return tuple(file for file in files if file.suffix not in (".py", ".pyc") and file.is_file())


def _own_text(name: str) -> Path:
    return ROOT / "LICENSE" if name == "LICENSE" else TEXTS / name
