"""What the window is started with, as plain values; parsed before Qt is imported.

timeleaf [FILE…] [--page N | --page-label L] [--language TAG] [--theme light|dark|system] …
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader import __version__
from reader.argument_types import day, folder, new_file, page_number
from reader.sentences import Sentences, available_languages
from reader.written_file import PNG_SIGN


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """The options of the window.

    Attributes:
        files: documents to open; the first that can be opened is shown.
        page: number of the page to begin on, 1 for the first; None: where one left off.
        page_label: the same by what is printed on the page.
        language: tag of the interface language, None for the one set or the system's.
        theme: "light", "dark" or "system", None for the one set.
        document_date: ISO day from which relative dates count, None where the text is to tell.
        offscreen_picture: show no window; render it after the analysis, save it here as PNG and end.
        offscreen_print: show no window; print the first page into this PDF file after the analysis and end.
        for_testing: restore and save nothing; print one line of JSON when the analysis is done.
        data_dir: folder for settings and memory instead of the system's usual one.
        portable: keep settings beside the program.
    """

    files: tuple[str, ...] = ()
    page: int | None = None
    page_label: str = ""
    language: str | None = None
    theme: str | None = None
    document_date: str | None = None
    offscreen_picture: Path | None = None
    offscreen_print: Path | None = None
    for_testing: bool = False
    data_dir: Path | None = None
    portable: bool = False

    @property
    def is_offscreen(self) -> bool:
        """Whether files are wanted and no window."""
        return self.offscreen_picture is not None or self.offscreen_print is not None


def build_window_parser(say: Sentences) -> argparse.ArgumentParser:
    """The window's options, worded in the user's language."""
    parser = argparse.ArgumentParser(prog="timeleaf", description=say("window.about"))
    parser.add_argument("--version", action="version", version=f"timeleaf {__version__}")
    parser.add_argument("files", nargs="*", metavar="FILE", help=say("window.files"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--page", type=page_number(say), metavar="N", help=say("window.page"))
    where.add_argument("--page-label", default="", metavar="LABEL", help=say("window.page_label"))
    parser.add_argument(
        "--language", choices=available_languages(), metavar="TAG", help=say("window.language")
    )
    parser.add_argument("--theme", choices=("light", "dark", "system"), help=say("window.theme"))
    parser.add_argument("--date", type=day(say), metavar="YYYY-MM-DD", help=say("window.date"))
    picture, paper = new_file(say, ".png", PNG_SIGN), new_file(say, ".pdf")  # a PDF may be a document
    parser.add_argument("--offscreen-picture", type=picture, metavar="FILE.png", help=say("window.picture"))
    parser.add_argument("--offscreen-print", type=paper, metavar="FILE.pdf", help=say("window.print_page"))
    parser.add_argument("--for-testing", action="store_true", help=say("window.for_testing"))
    parser.add_argument("--data-dir", type=folder(say), metavar="FOLDER", help=say("window.data_dir"))
    parser.add_argument("--portable", action="store_true", help=say("window.portable"))
    # Carried out before the window's options are read (`__main__.py`); here so that --help lists it.
    parser.add_argument("--selftest", action="store_true", help=say("window.selftest"))
    return parser


def parse_window_arguments(arguments: Sequence[str], say: Sentences) -> WindowArguments:
    """Read the command line of the window.

    Raises:
        SystemExit: argparse's way to say "misused" (2) or "help was shown" (0).
    """
    if not any(argument.startswith("-") for argument in arguments):  # 8 ms less before the first page
        return WindowArguments(files=tuple(arguments))
    parser = build_window_parser(say)
    chosen = parser.parse_args(arguments)
    if chosen.offscreen_print is not None and not chosen.files:
        parser.error(say("argument.nothing_to_print"))
    return WindowArguments(
        files=tuple(chosen.files),
        page=chosen.page,
        page_label=chosen.page_label,
        language=chosen.language,
        theme=chosen.theme,
        document_date=chosen.date.isoformat() if chosen.date else None,
        offscreen_picture=chosen.offscreen_picture,
        offscreen_print=chosen.offscreen_print,
        for_testing=chosen.for_testing,
        data_dir=chosen.data_dir,
        portable=chosen.portable,
    )
