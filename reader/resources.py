"""Where data files lie: the only file that knows.

In a checkout they stand in `resources/` beside the package; in the frozen program PyInstaller lays the
same folder beside the executable's library. The user's own additions are asked for by `store/paths.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path


def resource_folder() -> Path:
    """The folder that holds languages, themes, icons, translations and the sample."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"


def resource(*parts: str) -> Path:
    """The path of one data file, for example `resource("languages", "fr.toml")`."""
    return resource_folder().joinpath(*parts)


def licence_folder() -> Path | None:
    """Where the frozen program keeps the licences of its parts; None in a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    folder = Path(frozen) / "licences" if frozen else None
    return folder if folder and folder.is_dir() else None
