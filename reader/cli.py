"""The command line, without Qt.

    timeleaf timeline FILE… [--format csv|json|table] [--date YYYY-MM-DD] [--language TAG] [--ocr]
                      [--password-stdin]
    timeleaf tag [--language TAG]                    JSON Lines in, JSON Lines out (TIMEX3)
    timeleaf search FILE WORDS… [--exact] [--whole-words] [--format json|table] [--ocr] [--language TAG]
                      [--password-stdin]
    timeleaf explain FILE|TEXT [--language TAG] [--date YYYY-MM-DD] [--password-stdin]
    each: [--data-dir FOLDER]                        the user's folders, with the languages of their own

Exit codes: 0 done; 1 nothing was found, or a part failed (one of several files, one of several lines),
the results could not be written; 2 the command was misused or no file could be read; 130 it was interrupted
(Ctrl+C). Results go to standard output, sentences to standard error (`standard_streams.py`).
"""

from __future__ import annotations

import argparse
import json
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reader import __version__
from reader.argument_types import day, folder, language
from reader.interface_language import interface_language
from reader.search.hits_json import hits_json
from reader.search.model import SearchWords
from reader.sentences import Sentence, Sentences, load_sentences
from reader.standard_streams import complain, run_command, tell
from reader.store.paths import user_folders
from reader.temporal import timex3
from reader.temporal.explanation import trace_lines
from reader.temporal.installed import installed_tagger
from reader.temporal.model import Domain
from reader.temporal.words.language import LanguageFileError
from reader.timeline.exports.csv_export import timeline_csv
from reader.timeline.exports.formats import FORMATS
from reader.timeline.exports.json_export import timeline_json
from reader.timeline.exports.table import timeline_table
from reader.timeline.model import Timeline

if TYPE_CHECKING:
    from reader.worker.messages import ReadOptions
    from reader.worker.one_reading import Found

DONE, INCOMPLETE, MISUSED, INTERRUPTED = 0, 1, 2, 130
SPREADSHEET_MARK = BOM_UTF8.decode()  # by which they know that it is UTF-8, as in the window's files
OWN_LANGUAGE_FILE = "worker.language_file"  # what the reading child says of it


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code."""
    say = load_sentences(interface_language())
    return run_command(partial(_carry_out, arguments, say), say)


def _carry_out(arguments: Sequence[str], say: Sentences) -> int:
    try:
        return _run(build_parser(say).parse_args(arguments), say)
    except SystemExit as end:  # argparse's way to say "misused" (2) or "help was shown" (0)
        return int(end.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except LanguageFileError as error:  # one of the user's own; the program's are tested
        complain(say("cli.language_file", reason=str(error)))
        return MISUSED


def _run(chosen: argparse.Namespace, say: Sentences) -> int:
    if chosen.command == "timeline":
        return show_timelines(chosen, say)
    if chosen.command == "search":
        return search_file(chosen, say)
    if chosen.command == "tag":
        return tag_lines(sys.stdin, sys.stdout, chosen.language, say, _own_languages(chosen))
    return explain(chosen, say)


def build_parser(say: Sentences) -> argparse.ArgumentParser:
    """The commands and their options, worded in the user's language."""
    codes = say("cli.exit_codes")
    parser = argparse.ArgumentParser(prog="timeleaf", description=say("cli.about"), epilog=codes)
    parser.add_argument("--version", action="version", version=f"timeleaf {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    timeline = commands.add_parser("timeline", help=say("cli.timeline"), epilog=codes)
    timeline.add_argument("files", nargs="+", metavar="FILE", help=say("cli.files"))
    formats = [form.name for form in FORMATS]
    timeline.add_argument("--format", choices=formats, default="table", help=say("cli.format"))
    timeline.add_argument("--date", type=day(say), metavar="YYYY-MM-DD", help=say("cli.date"))
    timeline.add_argument("--language", type=language(say), metavar="TAG", help=say("cli.language"))
    timeline.add_argument("--ocr", action="store_true", help=say("ocr.option"))
    timeline.add_argument("--password-stdin", action="store_true", help=say("cli.password"))

    search = commands.add_parser("search", help=say("cli.search"), epilog=codes)
    search.add_argument("file", metavar="FILE", help=say("cli.search_file"))
    search.add_argument("words", nargs="+", metavar="WORDS", help=say("cli.search_words"))
    search.add_argument("--exact", action="store_true", help=say("cli.search_exact"))
    search.add_argument("--whole-words", action="store_true", help=say("cli.search_whole_words"))
    search.add_argument("--ocr", action="store_true", help=say("ocr.option"))
    search.add_argument("--language", type=language(say), metavar="TAG", help=say("cli.language"))
    search.add_argument("--format", choices=("json", "table"), default="table", help=say("cli.format"))
    search.add_argument("--password-stdin", action="store_true", help=say("cli.password"))

    tag = commands.add_parser("tag", help=say("cli.tag"), epilog=codes)
    tag.add_argument("--language", type=language(say), metavar="TAG", help=say("cli.language"))

    why = commands.add_parser("explain", help=say("cli.explain"), epilog=codes)
    why.add_argument("subject", metavar="FILE|TEXT", help=say("cli.subject"))
    why.add_argument("--date", type=day(say), metavar="YYYY-MM-DD", help=say("cli.date"))
    why.add_argument("--language", type=language(say), metavar="TAG", help=say("cli.language"))
    why.add_argument("--password-stdin", action="store_true", help=say("cli.password"))
    for command in (timeline, search, tag, why):
        command.add_argument("--data-dir", type=folder(say), metavar="FOLDER", help=say("cli.data_dir"))
    return parser


def show_timelines(chosen: argparse.Namespace, say: Sentences) -> int:
    """Prints the timeline of each file: a JSON object; for several, an object a line; one CSV; or tables."""
    from reader.worker.one_reading import OneReading, RefusedError  # noqa: PLC0415 - `tag` reads no file

    with OneReading() as reading:
        options = _options(chosen, say)
        password = _password(chosen)
        refused = whole = printed = 0
        for path in chosen.files:
            try:
                read = reading.timeline(path, password=password, options=options)
            except RefusedError as error:
                if error.sentence.key == OWN_LANGUAGE_FILE:
                    return _tell_language_file(error.sentence, say)
                refused += 1
                _tell_refusal(error.sentence, say)
                continue
            hindered = None
            if chosen.ocr and read.timeline.pages_without_text:
                read, hindered = _with_pictures(read, password, options)
            whole += bool(read.timeline.events) and read.given_up is None
            _print_timeline(read.timeline, chosen.format, say, place=printed, several=len(chosen.files) > 1)
            printed += 1
            _tell_what_is_missing(read, hindered, say)
    if refused == len(chosen.files):
        return MISUSED
    return DONE if whole == len(chosen.files) else INCOMPLETE


def _with_pictures(read: Found, password: str | None, options: ReadOptions) -> tuple[Found, Sentence | None]:
    """The document with what its pictures tell; as it was, where that cannot be had, and why."""
    from reader.worker.one_reading import RefusedError  # noqa: PLC0415 - as above
    from reader.worker.one_recognition import timeline_with_pictures  # noqa: PLC0415 - as above

    path = read.timeline.document.path
    try:
        timeline, hindered = timeline_with_pictures(path, password=password, options=options)
    except RefusedError as error:
        return read, error.sentence
    return replace(read, timeline=timeline), hindered


def _password(chosen: argparse.Namespace) -> str | None:
    return sys.stdin.readline().rstrip("\r\n") if chosen.password_stdin else None


def _tell_refusal(sentence: Sentence, say: Sentences) -> int:
    """Why a file cannot be read; a password is given here in another way than in the window."""
    needs_password = sentence.key == "error.password_needed"
    complain(say("cli.password_needed", **sentence.slots) if needs_password else say.say(sentence))
    return MISUSED


def _options(chosen: argparse.Namespace, say: Sentences) -> ReadOptions:
    from reader.worker.messages import ReadOptions  # noqa: PLC0415 - as above

    date = getattr(chosen, "date", None)  # a search has none
    return ReadOptions(
        interface_language=say.language,
        language=chosen.language,
        document_date=date.isoformat() if date else None,
        own_languages=str(_own_languages(chosen)),
    )


def _own_languages(chosen: argparse.Namespace) -> Path:
    return user_folders(chosen.data_dir).languages


def _tell_what_is_missing(read: Found, hindered: Sentence | None, say: Sentences) -> None:
    timeline = read.timeline
    path = timeline.document.path
    if timeline.document.missing_part:
        complain(say(timeline.document.missing_part, path=path))
    for index in timeline.damaged_pages:
        lost = read.lost_pages.get(index)
        complain(say.say(lost) if lost else say("cli.page_damaged", path=path, page=index + 1))
    if read.given_up is not None:
        complain(say.say(read.given_up))
    if hindered is not None:  # that says why there are no dates, too
        complain(say.say(hindered))
    elif not timeline.events:
        complain(_why_empty(timeline, say))


def _tell_language_file(sentence: Sentence, say: Sentences) -> int:
    complain(say("cli.language_file", reason=sentence.slots["reason"]))
    return MISUSED


def _print_timeline(timeline: Timeline, name: str, say: Sentences, *, place: int, several: bool) -> None:
    """Print a timeline, the `place`-th that is printed; several make one table, or one object a line."""
    if name == "csv":
        is_first = place == 0
        tell(SPREADSHEET_MARK if is_first else "", end="")
        for line in timeline_csv(timeline, has_head=is_first):
            tell(line, end="")
    elif name == "json":
        indent = None if several else 1
        tell(json.dumps(timeline_json(timeline), ensure_ascii=False, indent=indent))
    else:
        tell(timeline_table(timeline, say))


def _why_empty(timeline: Timeline, say: Sentences) -> str:
    document = timeline.document
    empty = len(timeline.pages_without_text)
    is_unread = empty == document.page_count and not timeline.pages_by_ocr
    key = "cli.no_text" if is_unread else "cli.no_dates"
    return say(key, path=document.path)


def search_file(chosen: argparse.Namespace, say: Sentences) -> int:
    """Prints every hit of some words in a file: its page, and the line of text around it."""
    from reader.worker.hindrances import page_ranges  # noqa: PLC0415 - as above
    from reader.worker.one_reading import OneReading, RefusedError  # noqa: PLC0415 - as above

    words = SearchWords(" ".join(chosen.words), chosen.exact, chosen.whole_words)
    if not words.text.strip():
        complain(say("cli.search_no_words"))
        return MISUSED
    password = _password(chosen)
    try:
        with OneReading() as reading:
            found = reading.search(chosen.file, words, password=password)
        if chosen.ocr and found.pages_without_text:
            from reader.worker.one_recognition import search_with_pictures  # noqa: PLC0415 - as above

            options = _options(chosen, say)
            found = search_with_pictures(chosen.file, words, password=password, options=options)
    except RefusedError as error:
        return _tell_refusal(error.sentence, say)
    if chosen.format == "json":
        without_text = found.pages_without_text
        tell(
            json.dumps(hits_json(chosen.file, words, found.hits, without_text), ensure_ascii=False, indent=1)
        )
    else:
        for hit in found.hits:
            tell(say("cli.search_hit", page=hit.page_index + 1, text=hit.before + hit.text + hit.after))
    if not found.hits:
        complain(say("cli.search_none", path=chosen.file))
    if found.hindered is not None:
        complain(say.say(found.hindered))
    elif found.pages_without_text and not chosen.ocr:
        pages = page_ranges(found.pages_without_text)
        complain(say("cli.search_no_text", path=chosen.file, pages=pages))
    return DONE if found.hits else INCOMPLETE


def tag_lines(
    lines: TextIO, out: TextIO, language: str | None, say: Sentences, own_languages: Path | None = None
) -> int:
    """Tags texts given as JSON Lines; what is no such object is named on standard error and skipped."""
    tagger = installed_tagger([own_languages or user_folders().languages])
    failed = found = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            order = _tag_order(line, language)
        except BadOrderError as error:
            failed += 1
            known = ", ".join(Domain)
            complain(say(f"cli.bad_{error.part}", number=number, known=known))
            continue
        timexes = tagger.tag(order.text, order.language, order.dct, order.domain, time=order.time)
        found += bool(timexes)
        answer = {"id": order.name, "timexes": timex3.records(timexes)}
        tell(json.dumps(answer, ensure_ascii=False), out)
    return INCOMPLETE if failed or not found else DONE


@dataclass(frozen=True, slots=True)
class TagOrder:
    """One line of `tag`: a text, what to call it, and what is known of it."""

    name: object
    text: str
    language: str | None
    dct: str | None
    time: int | None  # seconds of the day, where `dct` tells the clock
    domain: Domain | None


class BadOrderError(ValueError):
    """A line of `tag` is none; `part` says which of it: "line", "dct" or "domain"."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def _tag_order(line: str, language: str | None) -> TagOrder:
    """Reads one line.

    Raises:
        BadOrderError: it is not JSON, not an object, or lacks what it must have.
    """
    try:
        entry = json.loads(line)
        name, text = entry["id"], str(entry["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadOrderError("line") from error
    written = entry.get("dct")
    try:
        moment = datetime.fromisoformat(written) if written else None
    except (ValueError, TypeError) as error:
        raise BadOrderError("dct") from error
    domain = entry.get("domain")
    if domain and domain not in set(Domain):
        raise BadOrderError("domain")
    clock = moment.time() if moment and len(written) > len("2013-02-12") else None
    return TagOrder(
        name,
        text,
        entry.get("lang") or language,
        moment.date().isoformat() if moment else None,
        clock.hour * 3600 + clock.minute * 60 + clock.second if clock else None,
        Domain(domain) if domain else None,
    )


def explain(chosen: argparse.Namespace, say: Sentences) -> int:
    """Prints which rule found each expression, which refinement dropped it, and which anchor dated it."""
    texts: Sequence[str] = (chosen.subject,)
    if Path(chosen.subject).suffix.lower() == ".pdf" or Path(chosen.subject).is_file():
        from reader.worker.one_reading import OneReading, RefusedError  # noqa: PLC0415 - as above

        try:
            with OneReading() as reading:
                texts = reading.paragraphs(chosen.subject, password=_password(chosen))
        except RefusedError as error:
            return _tell_refusal(error.sentence, say)
    tagger = installed_tagger([_own_languages(chosen)])
    day = chosen.date.isoformat() if chosen.date else None
    lines, guessed = [], ""
    for text in texts:
        found = trace_lines(tagger.explain(text, chosen.language, day), text, say)
        if found and not chosen.language and (tag := tagger.language_of(text, guessed)) != guessed:
            guessed = tag
            lines.append(
                say("cli.guessed_language", name=tagger.languages.grammar(tag).language.name, tag=tag)
            )
        lines += found
    if not lines:
        complain(say("cli.no_dates_in_text"))
        return INCOMPLETE
    tell("\n".join(lines))
    return DONE
