"""The project's own files as the guards see them. Out: paths, syntax trees, imports; nothing is run."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def project_files() -> tuple[Path, ...]:
    """Every file that belongs to the project, tracked or about to be, relative to its root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git from the path
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(
        sorted(path for name in listed.split("\0") if name and (ROOT / (path := Path(name))).is_file())
    )


def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files of these top folders."""
    return tuple(path for path in project_files() if path.suffix == ".py" and path.parts[0] in folders)


def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file of the project."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))


@dataclass(frozen=True, slots=True)
class Import:
    """One module that a file imports, as a dotted name, and the line it does so on."""

    file: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"


def imports_of(path: Path) -> Iterator[Import]:
    """All imports of a file, at any depth, under TYPE_CHECKING too.

    `from reader.store import paths` yields `reader.store.paths`: whether that is a module or a name in one
    makes no difference to the room it lies in.
    """
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (Import(path, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            stem = node.module or ""
            yield from (Import(path, node.lineno, f"{stem}.{alias.name}") for alias in node.names)
