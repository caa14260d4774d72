"""The door of the program: a command of `cli.py`, or the window.

    timeleaf [FILE…] [options]              the window
    timeleaf timeline|search|tag|explain …  the command line, without Qt
    timeleaf --selftest                     does this installation work?

Only what both need stands at the top: a child process is spawned by importing this file again, and every
module imported here would be imported there too. For the window that child is started before anything else is
imported, and the file is on its way to it, so that the engine and Qt load side by side.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing import freeze_support
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.arguments import WindowArguments
    from reader.worker.client import EngineClient
    from reader.worker.spawning import Spawned

COMMANDS = ("timeline", "search", "tag", "explain")
DATA_OPTION = "--data-dir"
MISUSED = 2
# One of them set, and Qt has something to draw on (X11, Wayland, or a platform chosen by hand).
DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Runs the program; its exit code."""
    freeze_support()  # first of all: in the frozen program a child goes no further than this line
    arguments = command_first(sys.argv[1:])
    if arguments and arguments[0] in COMMANDS:
        from reader.methods_later import compile_methods_later  # noqa: PLC0415 - see above

        compile_methods_later()  # before classes are made
        from reader import cli  # noqa: PLC0415 - see above

        return cli.main(arguments)
    if arguments in (["-h"], ["--help"]):
        return show_help()
    if "--selftest" in arguments:
        return run_selftest()
    return open_window(arguments)


def command_first(arguments: list[str]) -> list[str]:
    """The same, a command before the folder of data that was named first: "--data-dir DIR timeline FILE"."""
    if not arguments or arguments[0].partition("=")[0] != DATA_OPTION:
        return arguments
    at = 1 if "=" in arguments[0] else 2
    if arguments[at : at + 1] and arguments[at] in COMMANDS:
        return [arguments[at], *arguments[:at], *arguments[at + 1 :]]
    return arguments


def open_window(arguments: Sequence[str]) -> int:
    """Shows the window until it is closed; its exit code, 2 where it cannot be shown."""
    gc.disable()  # what is imported stays: to look through it again and again costs a tenth of the start
    spawned = _spawn_painter() if "--version" not in arguments else None
    from reader.interface_language import interface_language  # noqa: PLC0415 - see above
    from reader.sentences import load_sentences  # noqa: PLC0415 - see above
    from reader.standard_streams import complain  # noqa: PLC0415 - see above
    from reader.ui.arguments import parse_window_arguments  # noqa: PLC0415 - see above
    from reader.worker.client import EngineClient  # noqa: PLC0415 - see above

    client = EngineClient(spawned=spawned)
    if "--version" not in arguments:
        client.start()
    try:
        say = load_sentences(interface_language())
        command = _mistyped_command(arguments)
        if command is not None:
            complain(say("window.mistyped", word=arguments[0], command=command))
            return MISUSED
        chosen = parse_window_arguments(arguments, say)
        if not chosen.is_offscreen and not has_display(os.environ, sys.platform):
            complain(say("start.no_display"))
            return MISUSED
        _send_file_ahead(client, chosen)
        from reader.ui.qt_import import import_qt  # noqa: PLC0415 - Qt, 0.2 s: the engine loads meanwhile

        import_qt()
        from reader.ui.app import run_window  # noqa: PLC0415 - see above

        return run_window(client, chosen)
    except SystemExit as end:  # argparse's way to say "misused" (2) or "help was shown" (0)
        return int(end.code or 0)
    finally:
        gc.enable()
        client.stop()


def _mistyped_command(arguments: Sequence[str]) -> str | None:
    """The command that was meant by a first word which is no file: "timelin"."""
    word = arguments[0] if arguments else "-"
    if word.startswith("-") or "." in word or os.path.exists(word):  # noqa: PTH110 - a bare word of the user's
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    return next(iter(get_close_matches(word, COMMANDS, 1)), None)


def show_help() -> int:
    """Tells both uses, the window and the commands; exit code 0."""
    from reader import cli  # noqa: PLC0415 - see above
    from reader.interface_language import interface_language  # noqa: PLC0415 - see above
    from reader.sentences import load_sentences  # noqa: PLC0415 - see above
    from reader.standard_streams import run_command, tell  # noqa: PLC0415 - see above
    from reader.ui.arguments import build_window_parser  # noqa: PLC0415 - see above

    say = load_sentences(interface_language())
    parts = (build_window_parser(say).format_help(), cli.build_parser(say).format_help())

    def tell_both() -> int:
        tell("\n".join(parts), end="")
        return 0

    return run_command(tell_both, say)


def run_selftest() -> int:
    """Sees that this installation works; its exit code."""
    from reader import selftest  # noqa: PLC0415 - see above
    from reader.interface_language import interface_language  # noqa: PLC0415 - see above
    from reader.sentences import load_sentences  # noqa: PLC0415 - see above

    return selftest.main(load_sentences(interface_language()))


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere if a display is named."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(variable) for variable in DISPLAY_VARIABLES)


def _spawn_painter() -> Spawned | None:
    """Start the child that paints; 0.1 s of imports follow here, during which it loads the engine."""
    from reader.worker.mains import paint  # noqa: PLC0415, I001 - see above; before what imports much
    from reader.worker.limits import Limits  # noqa: PLC0415 - see above
    from reader.worker.pictures import PictureMemory  # noqa: PLC0415 - see above
    from reader.worker.spawning import start_first  # noqa: PLC0415 - see above

    with suppress(OSError):  # the client tries again, and says so
        return start_first("painting", paint, PictureMemory(), Limits())
    return None


def _send_file_ahead(client: EngineClient, chosen: WindowArguments) -> None:
    if chosen.files:
        client.open_ahead(chosen.files[0], page_index=(chosen.page or 1) - 1)


if __name__ == "__main__":
    sys.exit(main())
