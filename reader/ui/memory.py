"""What the window remembers between runs: settings, recent documents, where each was left, its own shape.

A thin seam over `store/`: the window asks here and nowhere else. `for_testing` remembers nothing: neither
reads nor writes a file. No Qt; the clock is an argument.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.document.model import DocumentInfo
from reader.store.library import Library, PlaceRead, RecentDocument
from reader.store.paths import UserFolders
from reader.store.settings import FILE_NAME, Settings, SettingsFile, Value, changed


class Memory:
    """The window's memory."""

    def __init__(self, folders: UserFolders | None, clock: Callable[[], float]) -> None:
        """Open it.

        Args:
            folders: where it lies, None to remember nothing.
            clock: seconds since 1970.
        """
        self._clock = clock
        self._folders = folders
        usable = folders is not None and folders.create()
        keeps = folders is None or folders.may_be_written
        self.refusing = None if folders is None or keeps else folders.state  # the folder that keeps nothing
        self._file = SettingsFile(folders.config / FILE_NAME) if folders and usable else None
        self.settings: Settings = self._file.load() if self._file else Settings()
        self._library = Library(folders) if folders and usable else None

    def close(self) -> None:
        """Let the files go."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def change(self, **values: Value) -> None:
        """Change settings and keep them.

        Raises:
            ValueError: an option does not exist or cannot have the value.
        """
        self.settings = changed(self.settings, **values)
        if self._file is not None:
            self._file.save(self.settings)

    @property
    def _documents(self) -> Library | None:
        return self._library if self.settings.remember_documents else None

    def recent(self) -> tuple[RecentDocument, ...]:
        """The documents opened last, latest first."""
        library = self._documents
        return library.recent_documents(self.settings.recent_documents) if library else ()

    def page_left(self, path: str) -> int:
        """The page a file was left at, 0 where that is not known: which page to paint first."""
        if not self.settings.restore_place:
            return 0
        known = (each.page_index for each in self.recent() if each.path == _absolute(path))
        return next(known, 0)

    def opened(self, info: DocumentInfo) -> PlaceRead | None:
        """Remember that a document was opened; where it was left."""
        library = self._documents
        if library is None or not info.sha256:
            return None
        place = library.document_opened(
            info.sha256, _absolute(info.path), info.title, info.page_count, int(self._clock())
        )
        return place if self.settings.restore_place else None

    def date_set(self, path: str) -> str | None:
        """The day (ISO) from which a person has the dates of the file at a path counted; None: as it says."""
        library = self._documents
        return library.date_at(_absolute(path)) if library else None

    def date_set_for(self, info: DocumentInfo) -> str | None:
        """As `date_set`, for a document wherever it lies now."""
        library = self._documents
        return library.date_by_hand(info.sha256) if library else None

    def set_date(self, info: DocumentInfo, day: str | None) -> None:
        """Remember from which day a document's dates are to be counted; None for what its text says."""
        library = self._documents
        if library is not None and info.sha256:
            library.remember_date(info.sha256, day)

    def left(self, info: DocumentInfo, place: PlaceRead) -> None:
        """Remember where a document is being read."""
        library = self._documents
        if library is not None and info.sha256:
            library.remember_place(info.sha256, place)

    def forget(self, info: DocumentInfo) -> None:
        """Leave no trace of a document: its place, its timeline, its name in the list and in the log."""
        from reader.store.cache import TimelineCache  # noqa: PLC0415 - 10 ms; the first page does not wait

        if self._library is not None and self._folders is not None:
            with TimelineCache(self._folders, self.settings.cache_megabytes) as cache:
                self._library.forget(info.sha256, cache)

    def forget_all(self) -> None:
        """Leave no trace of any document."""
        from reader.store.cache import TimelineCache  # noqa: PLC0415 - see above

        if self._library is not None and self._folders is not None:
            with TimelineCache(self._folders, self.settings.cache_megabytes) as cache:
                self._library.forget_all(cache)

    def window_state(self, name: str) -> str | None:
        """What was kept of the window's shape under a name."""
        return self._library.window_state(name) if self._library else None

    def keep_window_state(self, name: str, content: str) -> None:
        """Keep a part of the window's shape."""
        if self._library is not None:
            self._library.remember_window_state(name, content)


def _absolute(path: str) -> str:
    """A path that means the same file when the program is started in another folder."""
    return str(Path(path).absolute())
