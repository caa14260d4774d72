"""`timeleaf --selftest`: does this installation work? It walks the whole way on the bundled sample.

In: nothing. Out: one line a step on standard output; exit code 0 when all went well, else 1. Frozen programs
fail in their data files and in their child processes, so the build runs this on every bundle before it calls
it built, and a user may run it after installing. No Qt here: the window is tried as a program of its own.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from reader.resources import resource
from reader.search.model import SearchWords
from reader.sentences import Sentences
from reader.store.cache import Reading, TimelineCache
from reader.store.library import Library
from reader.store.paths import folders_under
from reader.timeline.exports.json_export import timeline_json
from reader.timeline.model import Timeline
from reader.worker.client import EngineClient
from reader.worker.messages import (
    Answer,
    Opened,
    PagePainted,
    PaintPage,
    ReadingFinished,
    WorkerDied,
)
from reader.worker.search_messages import HitsCounted, SearchText

SAMPLE = ("sample", "briefing-alaska.pdf")
EXPECTED_DAY = "2025-08-16"
ARABIC_MONTH = "أغسطس"
WORD_ON_SECOND_PAGE = "istanbul"  # small, as people type it
LONGEST_WAIT = 60.0  # seconds: ten times the slowest step on a cold start of a machine with two cores

AnswerType = TypeVar("AnswerType", bound=Answer)


class StepFailedError(Exception):
    """A step did not give what it must; the message says what came instead."""


@dataclass
class Trial:
    """One run: the engine under test, its answers, and what the steps hand on."""

    client: EngineClient
    answers: queue.Queue[Answer] = field(default_factory=queue.Queue)
    job_id: int = 0
    timeline: Timeline | None = None
    paper: bytes = b""

    def wait_for(self, kind: type[AnswerType]) -> AnswerType:
        """The next answer of a kind.

        Raises:
            StepFailedError: it does not come.
        """
        end = time.monotonic() + LONGEST_WAIT
        while (left := end - time.monotonic()) > 0:
            try:
                answer = self.answers.get(timeout=left)
            except queue.Empty:
                break
            if isinstance(answer, kind):
                return answer
        raise StepFailedError(f"no {kind.__name__} within {LONGEST_WAIT:.0f} s")


def main(say: Sentences) -> int:
    """Runs all steps in order; the first that fails ends the run."""
    trial = Trial(EngineClient())
    trial.client.deliver_to(trial.answers.put)
    trial.client.start()
    steps: dict[str, Callable[[Trial], None]] = {
        "selftest.open": open_sample,
        "selftest.read": read_timeline,
        "selftest.paint": paint_page,
        "selftest.search": find_word,
        "selftest.export": export_timeline,
        "selftest.forget": forget_document,
        "selftest.survive": survive_a_killed_child,
        "selftest.window": show_window,
        "selftest.print": print_page,
        "selftest.end": end_children,
    }
    try:
        for key, step in steps.items():
            step(trial)
            _tell(say("selftest.passed", step=say(key)))
    except (StepFailedError, OSError, ValueError, subprocess.SubprocessError) as error:
        _tell(say("selftest.failed", step=say(key), reason=str(error)))
        return 1
    finally:
        trial.client.stop()
    return 0


def open_sample(trial: Trial) -> None:
    """The sample opens and has its pages."""
    trial.job_id = trial.client.open(str(resource(*SAMPLE)))
    opened = trial.wait_for(Opened)
    _demand(opened.info.page_count > 1, f"{opened.info.page_count} page")


def read_timeline(trial: Trial) -> None:
    """The analysis ends with the sample's main day, in French and in Arabic."""
    trial.timeline = trial.wait_for(ReadingFinished).timeline
    days = {event.date.edtf for event in trial.timeline.events}
    _demand(EXPECTED_DAY in days, f"days: {sorted(days)}")
    paragraphs = {mention.paragraph.text for event in trial.timeline.events for mention in event.mentions}
    _demand(any(ARABIC_MONTH in text for text in paragraphs), "no event in the Arabic line")


def paint_page(trial: Trial) -> None:
    """A page becomes a picture with ink on it."""
    trial.client.paint(PaintPage(trial.job_id, request_id=1, page_index=0, scale=1.0))
    picture = trial.wait_for(PagePainted)
    pixels = bytes(trial.client.attach(picture.memory_name)[: picture.stride * picture.height])
    trial.client.release_picture(picture.memory_name)
    _demand(min(pixels) < max(pixels), "the picture is of one colour")


def find_word(trial: Trial) -> None:
    """A word is found where it is printed, in the text of the whole document."""
    trial.client.want_text(trial.job_id)
    trial.client.search(SearchText(trial.job_id, 1, SearchWords(WORD_ON_SECOND_PAGE)))
    pages: set[int] = set()
    searched, count = 0, 1
    while searched < count:
        answer = trial.wait_for(HitsCounted)
        pages |= {page.index for page in answer.found}
        searched, count = answer.pages_searched, answer.page_count
    _demand(1 in pages, f"found on pages {sorted(pages)} of {count}")


def export_timeline(trial: Trial) -> None:
    """The timeline is written and read back as JSON."""
    timeline = trial.timeline
    if timeline is None:
        raise StepFailedError("no timeline")
    count = len(json.loads(json.dumps(timeline_json(timeline)))["events"])
    _demand(count == len(timeline.events), f"{count} events")


def forget_document(trial: Trial) -> None:
    """What is remembered of a document can be forgotten without a trace."""
    timeline = trial.timeline
    if timeline is None:
        raise StepFailedError("no timeline")
    digest, now = timeline.document.sha256, int(time.time())
    with tempfile.TemporaryDirectory() as folder:
        folders = folders_under(Path(folder))
        folders.create()
        with TimelineCache(folders, limit_megabytes=10) as cache, Library(folders) as library:
            library.document_opened(digest, str(resource(*SAMPLE)), "", 2, now)
            cache.keep(Reading(digest, "rules"), timeline, now)
            _demand(bool(library.recent_documents(1)), "nothing was remembered")
            library.forget(digest, cache)
        kept = [path for path in Path(folder).rglob("*") if path.is_file()]
        traces = [path.name for path in kept if _names(path.read_bytes(), digest, SAMPLE[-1])]
        _demand(bool(kept) and not traces, f"named in {traces}")


def survive_a_killed_child(trial: Trial) -> None:
    """The painting child is killed, said to be dead, and its successor paints."""
    os.kill(trial.client.process_ids["painting"], getattr(signal, "SIGKILL", signal.SIGTERM))
    trial.wait_for(WorkerDied)
    paint_page(trial)


def show_window(trial: Trial) -> None:
    """The window opens on the sample, offscreen; once all is read it is painted, and prints a page."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "window.png"
        paper = Path(folder) / "paper.pdf"
        options = ["--offscreen-picture", str(picture), "--offscreen-print", str(paper)]
        options += ["--for-testing", "--data-dir", folder]
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.run(  # noqa: S603 - this very program
            [*program, *options, str(resource(*SAMPLE))],
            env=environment,
            capture_output=True,
            timeout=LONGEST_WAIT,
            check=False,
        )
        said = window.stderr.decode(errors="replace").strip()
        _demand(window.returncode == 0, said or f"exit code {window.returncode}")
        _demand(picture.is_file() and picture.stat().st_size > 0, "no picture of the window")
        _demand(paper.is_file(), "nothing was printed")
        trial.paper = paper.read_bytes()


def print_page(trial: Trial) -> None:
    """What the window has printed is one page with ink on it."""
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "paper.pdf"
        paper.write_bytes(trial.paper)
        trial.job_id = trial.client.open(str(paper))
        count = trial.wait_for(Opened).info.page_count
        _demand(count == 1, f"{count} pages were printed")
        paint_page(trial)
        trial.client.close_job(trial.job_id)


def end_children(trial: Trial) -> None:
    """No child is left."""
    trial.client.stop()
    left = trial.client.process_ids
    _demand(not left, f"still running: {left}")


def _names(content: bytes, *words: str) -> bool:
    return any(word.encode() in content for word in words)


def _demand(condition: bool, instead: str) -> None:  # noqa: FBT001 - a condition is what it demands
    if not condition:
        raise StepFailedError(instead)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
