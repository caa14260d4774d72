"""What the program is made of and under which licences: what About shows. No Qt.

In: the folder `licences` that the build lays into the bundle (its table: `build/packaging/licences.py`); in a
checkout, where there is none, the installed packages. Out: `LicensedPart`s, the program itself first.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from reader import __version__
from reader.resources import licence_folder, resource_folder

TABLE = "parts.json"
# In a checkout: the distribution, and its licence (SPDX) where it does not say so itself in that form.
INSTALLED = (
    ("PySide6_Essentials", "LGPL-3.0-only"),
    ("PyMuPDF", "AGPL-3.0-only"),
    ("pypdfium2", "BSD-3-Clause AND Apache-2.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("python-dateutil", "Apache-2.0 OR BSD-3-Clause"),
    ("convertdate", "MIT"),
    ("PyMeeus", "LGPL-3.0-or-later"),
    ("hijridate", "MIT"),
    ("python-bidi", "LGPL-3.0-or-later"),
    ("babel", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
)


@dataclass(frozen=True, slots=True)
class LicensedPart:
    """A piece of software or data.

    Attributes:
        name, version: as its makers call it.
        licence: SPDX expression.
        source: where its source is had, "" where its name says it.
        texts: the files of its licence; in a checkout of most parts none.
    """

    name: str
    version: str
    licence: str
    source: str = ""
    texts: tuple[Path, ...] = ()

    def text(self) -> str:
        """Its licence, all files after one another; "" where there are none."""
        read = [path.read_text(encoding="utf-8", errors="replace").strip() for path in self.texts]
        return "\n\n\n".join(read)


def licensed_parts() -> tuple[LicensedPart, ...]:
    """Every part of this program: of the bundle, else of the checkout."""
    folder = licence_folder()
    return bundled_parts(folder) if folder else checkout_parts()


def bundled_parts(folder: Path) -> tuple[LicensedPart, ...]:
    """The parts that the table in `folder` names."""
    rows = json.loads((folder / TABLE).read_text(encoding="utf-8"))
    return tuple(
        LicensedPart(
            row["name"],
            row["version"],
            row["licence"],
            row["source"],
            tuple(folder / text for text in row["texts"]),
        )
        for row in rows
    )


def checkout_parts() -> tuple[LicensedPart, ...]:
    """The program, its letters, and the packages it is run with here."""
    root = resource_folder().parent
    own = LicensedPart("Timeleaf", __version__, "AGPL-3.0-or-later", texts=(root / "LICENSE",))
    letters = LicensedPart("Noto Sans", "", "OFL-1.1", texts=(resource_folder() / "fonts" / "OFL.txt",))
    installed = (LicensedPart(name, _version(name), licence) for name, licence in INSTALLED)
    return (own, letters, *installed)


def package_folder() -> Path:
    """Where the installed packages of a checkout keep their licences."""
    return Path(sys.prefix)


def _version(name: str) -> str:
    try:
        return distribution(name).version
    except PackageNotFoundError:  # a checkout run with packages of another make
        return ""
