"""Drives folders of hostile PDFs through the client, as the window would, and says what became of each.

    python -m tests.benchmarks.hostile_files FOLDER… [--pages 3] [--seconds 10] [--only WORD]

For each file: opened or refused (the key of the sentence), pages painted and failed, whether it was read to
the end, how often a child had to be replaced, how long all that took. Exit code 1 if a file was left without
an answer, or if the client's own process passed 1 GB.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reader.document.model import PageSize
from reader.worker.child import REAL_MAINS
from reader.worker.client import EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import (
    Answer,
    Opened,
    PageFailed,
    PagePainted,
    PaintPage,
    ReadingFinished,
    Refused,
    WorkerDied,
)
from tests.worker.answers import Answers, running

LONGEST_SIDE = 1600  # pixels, as a window on a large screen would ask for
LARGEST_CLIENT = 1_000_000_000  # bytes
# A hang costs its limit for each child and page, and a new child a second.
LONGEST_WAIT = 150.0
SILENT = "no answer"


def try_file(client: EngineClient, answers: Answers, path: Path, pages: int) -> tuple[str, list[Answer]]:
    """Open, paint the first pages, read to the end: what came of it in a word, and all answers."""
    answers.all.clear()
    job = client.open(str(path))
    try:
        answers.wait_until(lambda: bool(answers.of(Opened) or answers.of(Refused)), LONGEST_WAIT)
        if answers.of(Refused):
            return answers.of(Refused)[0].sentence.key, []
        info = answers.of(Opened)[0].info
        wanted = range(min(pages, info.page_count))
        for index in wanted:
            client.paint(PaintPage(job, index, index, _scale(info.first_size)))
        answers.wait_until(_is_complete(answers, set(wanted)), LONGEST_WAIT)
    except AssertionError:
        return SILENT, list(answers.all)
    finally:
        client.close_job(job)
    return "opened", list(answers.all)


def _scale(size: PageSize) -> float:
    return LONGEST_SIDE / max(size.width, size.height, 1.0)


def _is_complete(answers: Answers, wanted: set[int]) -> Callable[[], bool]:
    """Whether every page wanted was painted or failed, and the reading finished or was given up."""

    def complete() -> bool:
        pictures = {answer.request_id for answer in answers.of(PagePainted)}
        failures = {answer.request_id for answer in answers.of(PageFailed)}
        died = [answer for answer in answers.of(WorkerDied) if answer.worker == "reading"]
        given_up = any("restarted" not in answer.sentence.key for answer in died)
        return wanted <= pictures | failures and (given_up or bool(answers.of(ReadingFinished)))

    return complete


def summary(answers: list[Answer]) -> str:
    """One line on what was answered for a file that opened."""
    painted = sum(isinstance(answer, PagePainted) for answer in answers)
    replaced = sum(isinstance(answer, WorkerDied) for answer in answers)
    events = [len(answer.timeline.events) for answer in answers if isinstance(answer, ReadingFinished)]
    failed = Counter(answer.sentence.key for answer in answers if isinstance(answer, PageFailed))
    read = f"{events[0]} events" if events else "not read to the end"
    failures = ", ".join(f"{count} × {key}" for key, count in failed.items())
    return f"painted {painted}, replaced {replaced}, {read}{', ' if failures else ''}{failures}"


def main() -> int:
    """Run it; see the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=Limits().page_seconds)
    parser.add_argument("--only", default="", help="a part of the file's name")
    chosen = parser.parse_args()
    files = [path for folder in chosen.folders for path in sorted(folder.glob("*.pdf"))]
    counts: Counter[str] = Counter()
    with running(Limits(page_seconds=chosen.seconds), REAL_MAINS) as (client, answers):
        for path in files:
            if chosen.only not in path.name:
                continue
            began = time.monotonic()
            outcome, said = try_file(client, answers, path, chosen.pages)
            counts[outcome] += 1
            line = f"{time.monotonic() - began:6.1f} s  {path.name}: {outcome}; {summary(said)}\n"
            sys.stdout.write(line)
            sys.stdout.flush()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(f"{dict(counts)}; the client's own peak {peak / 1e6:.0f} MB\n")
    return int(counts[SILENT] > 0 or peak > LARGEST_CLIENT)


if __name__ == "__main__":
    sys.exit(main())
