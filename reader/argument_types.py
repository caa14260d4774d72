"""What a word on the command line must be, said in the user's language when it is something else.

In: sentences. Out: functions for argparse's `type`; the command line and the window's arguments share them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reader.sentences import Sentences
from reader.written_file import may_be_replaced


def day(say: Sentences) -> Callable[[str], date]:
    """Reads a day, YYYY-MM-DD."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(say("argument.no_day", text=text)) from error

    return read


def folder(say: Sentences) -> Callable[[str], Path]:
    """Reads the name of a folder; no name at all would be the folder one happens to be in."""

    def read(text: str) -> Path:
        if not text.strip():
            raise argparse.ArgumentTypeError(say("argument.no_folder"))
        return Path(text)

    return read


def page_number(say: Sentences) -> Callable[[str], int]:
    """Reads the number of a page, 1 for the first."""

    def read(text: str) -> int:
        number = int(text) if text.isdecimal() else 0
        if number < 1:
            raise argparse.ArgumentTypeError(say("argument.no_page", text=text))
        return number

    return read


def language(say: Sentences) -> Callable[[str], str]:
    """Reads a language tag (BCP 47) that CLDR knows."""

    def read(text: str) -> str:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 0.1 s that only this option costs

        try:
            Locale.parse(text, sep="-")
        except (UnknownLocaleError, ValueError) as error:
            raise argparse.ArgumentTypeError(say("argument.no_language", text=text)) from error
        return text

    return read


def new_file(say: Sentences, suffix: str, sign: bytes | None = None) -> Callable[[str], Path]:
    """Reads the name of a file to be written; one that does not begin with `sign` keeps its place."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() != suffix:
            raise argparse.ArgumentTypeError(say("argument.wrong_suffix", text=text, suffix=suffix))
        if not may_be_replaced(path, sign):
            raise argparse.ArgumentTypeError(say("argument.other_file", text=text))
        return path

    return read
