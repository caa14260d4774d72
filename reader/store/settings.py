"""Every option of the program once: name, type, default and limits.

In: settings.json in the config folder. Out: `Settings`, frozen. The file holds only what differs from the
defaults; keys this version does not know, and values it cannot use, stay in it untouched, so that a newer
version finds them again after a downgrade. Most have their place in a menu; how many documents and how much
disk are for the file alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader.sentences import available_languages
from reader.store.private_file import set_aside, write_private

FILE_NAME = "settings.json"
# The version of the file's meaning; raised when an option changes its meaning, which needs a new name anyway.
FORMAT = 1

log = logging.getLogger(__name__)

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Option:
    """One option.

    Attributes:
        name: of the field in `Settings`.
        default: its value where the user said nothing; its type is the option's type.
        lowest, highest: limits of a number, both included.
        choices: what a text may be, asked when needed; None for a switch or a number.
    """

    name: str
    default: Value
    lowest: int = 0
    highest: int = 0
    choices: Callable[[], tuple[str, ...]] | None = None

    def allows(self, value: object) -> bool:
        """Whether the option can have this value. True is no number here, though Python says so."""
        if type(value) is not type(self.default):
            return False
        if self.choices is not None:
            return value in self.choices()
        return isinstance(value, bool) or not isinstance(value, int) or self.lowest <= value <= self.highest


def _number(default: int, lowest: int, highest: int) -> Any:
    return field(default=default, metadata={"lowest": lowest, "highest": highest})


def _choice(*fixed: str, more: Callable[[], tuple[str, ...]] = tuple) -> Any:
    """A text out of some; the first is the default."""
    return field(default=fixed[0], metadata={"choices": lambda: fixed + more()})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    Attributes:
        language: tag of the interface language, "system" for that of the system.
        theme: "system", "light" or "dark".
        remember_documents: keep recent documents, places and timelines between runs.
        recent_documents: how many recent documents the start page shows.
        restore_place: open a known document where it was left.
        first_zoom: how a document without a remembered place is first shown.
        timeline_side: where the timeline stands beside the page.
        page_layout: whether one page stands in a row, or two, the first alone or not.
        page_order: from which side two pages are read; "as_document": as its text runs.
        dark_pages: show pages with light letters on dark paper.
        recognise_text: read pages that are pictures with Tesseract, where it is installed.
        show_timeline: whether the timeline is shown.
        show_list: whether the list of dates is.
        show_contents: whether the contents stand beside the pages of a document that has some.
        show_thumbnails: whether small pictures of the pages stand there.
        show_sources: whether dates of cited sources are on the timeline.
        show_issue_date: whether the document's own date is on the timeline.
        cache_megabytes: how much disk the remembered timelines may take.
    """

    language: str = _choice("system", more=available_languages)
    theme: str = _choice("system", "light", "dark")
    restore_place: bool = True
    first_zoom: str = _choice("fit_width", "fit_page", "actual_size")
    timeline_side: str = _choice("below", "right")
    page_layout: str = _choice("single", "two", "two_with_cover")
    page_order: str = _choice("as_document", "from_left", "from_right")
    dark_pages: bool = False
    recognise_text: bool = True
    show_timeline: bool = True
    show_list: bool = True
    show_contents: bool = False
    show_thumbnails: bool = False
    show_sources: bool = False
    show_issue_date: bool = True
    remember_documents: bool = True
    recent_documents: int = _number(12, 0, 50)
    cache_megabytes: int = _number(200, 0, 4000)


def options() -> tuple[Option, ...]:
    """Every option, in the order in which they are shown."""
    initial = Settings()
    return tuple(
        Option(
            name=each.name,
            default=getattr(initial, each.name),
            **each.metadata,
        )
        for each in fields(Settings)
    )


def changed(settings: Settings, **values: Value) -> Settings:
    """The settings with some values changed.

    Raises:
        ValueError: an option does not exist or cannot have the value.
    """
    known = {option.name: option for option in options()}
    for name, value in values.items():
        if name not in known or not known[name].allows(value):
            raise ValueError(f"no such setting: {name} = {value!r}")
    return replace(settings, **values)  # type: ignore[arg-type] # each value was allowed by its option


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The file in which settings are kept."""

    path: Path

    def load(self) -> Settings:
        """What the file says, defaults for what it does not say or says wrongly (a line in the log)."""
        kept = self._read()
        good: dict[str, Value] = {}
        for option in options():
            if option.name not in kept:
                continue
            value = kept[option.name]
            if option.allows(value):
                good[option.name] = value
            else:
                log.warning("setting %s cannot be %r; the default stands in", option.name, value)
        return replace(Settings(), **good)  # type: ignore[arg-type] # each value was allowed by its option

    def save(self, settings: Settings) -> bool:
        """Write what differs from the defaults over what the file holds; False where it cannot be written."""
        kept = self._read()
        for option in options():
            value = getattr(settings, option.name)
            present = kept.get(option.name, option.default)
            if value != option.default:
                kept[option.name] = value
            elif option.allows(present):
                kept.pop(option.name, None)
        try:
            write_private(self.path, _as_json({"format": FORMAT} | kept))
        except OSError as error:
            log.warning("the settings cannot be saved: %s", error)
            return False
        return True

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.warning("the settings cannot be read: %s", error)
            return {}
        except ValueError as error:  # no JSON, no UTF-8
            return self._give_up(str(error))
        return kept if isinstance(kept, dict) else self._give_up("it is no table")

    def _give_up(self, reason: str) -> dict[str, Any]:
        try:
            log.warning("the settings are damaged (%s) and lie now in %s", reason, set_aside(self.path))
        except OSError as error:
            log.warning("the settings are damaged (%s) and stay so: %s", reason, error)
        return {}


def _as_json(kept: Mapping[str, Any]) -> bytes:
    return (json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
