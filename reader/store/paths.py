"""The user's folders on each system: settings, data, state, cache. Each is the user's alone (0700).

In: the options `--data-dir` and `--portable`. Out: `UserFolders`. Sources: XDG Base Directory Specification
0.8, Apple's File System Programming Guide, Microsoft's Known Folders, all through platformdirs.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from reader.resources import resource_folder

APPLICATION = "timeleaf"
PORTABLE_FOLDER = "timeleaf-data"
OWNER_ONLY_FOLDER = 0o700
# Bytes. Memory with its journal, cache and log take 0.15 MB when the first page of a document is seen.
LEAST_ROOM = 1_000_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class UserFolders:
    """Where what is kept between runs lies.

    Attributes:
        config: the settings, which a user may carry to another machine.
        data: what the user made or added (languages, corrections).
        state: what the program remembers by itself (documents, places, window, log).
        cache: what can be made again (timelines).
    """

    config: Path
    data: Path
    state: Path
    cache: Path

    @property
    def languages(self) -> Path:
        """Language files of the user's own."""
        return self.data / "languages"

    def create(self) -> bool:
        """Make the folders that are missing; False, and a line in the log, where one cannot be made.

        The program works without: it forgets when it ends.
        """
        try:
            for folder in (self.config, self.data, self.state, self.cache):
                _make(folder)
        except OSError as error:
            log.warning("a user folder cannot be made, nothing will be remembered: %s", error)
            return False
        return True

    @property
    def may_be_written(self) -> bool:
        """Whether something can be kept in all of them: another's may be read at best, a disk may be full."""
        folders = (self.config, self.data, self.state, self.cache)
        effective = os.access in os.supports_effective_ids
        return all(
            os.access(folder, os.W_OK, effective_ids=effective) and _has_room(folder) for folder in folders
        )


def user_folders(data_dir: Path | None = None, *, portable: bool = False) -> UserFolders:
    """The folders to use: those under `data_dir`, else those beside the program, else the system's.

    Beside the program they are taken when asked for (`portable`) or when the folder is already there, so that
    a program on a stick stays portable however it is started.
    """
    if data_dir is not None:
        return folders_under(data_dir)
    beside = program_folder() / PORTABLE_FOLDER
    if portable or beside.is_dir():
        return folders_under(beside)
    system = PlatformDirs(APPLICATION, appauthor=False, roaming=False)
    return UserFolders(
        config=system.user_config_path,
        data=system.user_data_path,
        state=system.user_state_path,
        cache=system.user_cache_path,
    )


def folders_under(root: Path) -> UserFolders:
    """All four in one folder of the user's choice."""
    root = root.expanduser().absolute()
    return UserFolders(config=root / "config", data=root / "data", state=root / "state", cache=root / "cache")


def program_folder() -> Path:
    """The folder of the executable, of the macOS bundle around it, or the checkout."""
    if not getattr(sys, "frozen", False):
        return resource_folder().parent
    program = Path(sys.executable).resolve()
    bundle = next((parent for parent in program.parents if parent.suffix == ".app"), program)
    return bundle.parent


def _has_room(folder: Path) -> bool:
    size = shutil.disk_usage(folder)
    return size.free >= LEAST_ROOM or size.total == 0  # a system of files that does not tell


def _make(folder: Path) -> None:
    # Each missing parent too: Python gives the mode of `mkdir` to the last folder only.
    for parent in reversed((folder, *folder.parents)):
        if not parent.exists():
            parent.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(OWNER_ONLY_FOLDER)
