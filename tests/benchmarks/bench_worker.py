"""What the two child processes cost, as ratios to the engine's own work in the same run.

    python tests/benchmarks/bench_worker.py FILE.pdf [--pages 60] [--until-read]

- start: from the client's start to the first picture of FILE, against a process that imports the engine
  whole, opens FILE and draws the same page
- page turn at 2x: asked, drawn, in the window's memory; against the engine's draw alone (target 3, aim 2);
  white, and dark
- a page far off against the first one
- with --until-read: first events after the first picture, the whole timeline against the raw text of all
  pages (target 2.5, aim 1.8), and the memory (PSS) of the client and its children

A measurement, no test. The engine's own work is done in a process of its own, in turn with ours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.worker.child import REAL_MAINS
from reader.worker.client import EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import (
    EventsFound,
    Opened,
    PagePainted,
    PageSizes,
    PaintPage,
    ReadingFinished,
    WorkerDied,
)
from tests.worker import fakes
from tests.worker.answers import Answers, running

SCALE = 2.0
RUNS = 5
HOUR = 3600.0

# Run by a plain interpreter: time to the first picture, or draws of pages, or the text of all pages.
ENGINE_START = "import sys, pymupdf; pymupdf.open(sys.argv[1])[0].get_pixmap(dpi=144)"
ENGINE_DRAWS = """
import sys, time, pymupdf
document = pymupdf.open(sys.argv[1])
for index in map(int, sys.argv[2:]):
    began = time.perf_counter()
    document[index].get_pixmap(dpi=144)
    print(time.perf_counter() - began)
"""
ENGINE_TEXT = """
import sys, time, pymupdf
document = pymupdf.open(sys.argv[1])
began = time.perf_counter()
for page in document:
    page.get_text()
print(time.perf_counter() - began)
"""


def engine(program: str, *arguments: str) -> list[float]:
    """What a program of the engine alone prints, as numbers."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own programs
    return [float(line) for line in done.stdout.split()]


def engine_start(path: str) -> float:
    """Seconds until the engine alone has drawn the first page, its process's start included."""
    began = time.perf_counter()
    engine(ENGINE_START, path)
    return time.perf_counter() - began


def our_start(path: str) -> float:
    """Seconds from the client's start until the first picture is in the client's memory."""
    mains = replace(REAL_MAINS, reading=fakes.idle_main)
    began = time.perf_counter()
    with running(Limits(), mains) as (client, answers):
        client.paint(PaintPage(client.open(path), 1, 0, SCALE))
        answers.wait_for(PagePainted)
        return time.perf_counter() - began


def turns(
    client: EngineClient, answers: Answers, job: int, pages: Iterable[int], *, dark: bool = False
) -> list[float]:
    """Seconds of each page turn: from the wish to the picture."""
    took = []
    for index in pages:
        request = 1000 + index
        began = time.perf_counter()
        client.paint(PaintPage(job, request, index, SCALE, dark=dark))
        answers.wait_for(PagePainted, lambda painted, wanted=request: painted.request_id == wanted)  # type: ignore[misc] # the default binds
        took.append(time.perf_counter() - began)
        answers.all.clear()
    return took


def memory(process_ids: Iterable[int]) -> float:
    """PSS of the processes in MB: shared pages are counted once (Linux)."""
    total = 0
    for process_id in process_ids:
        for line in Path(f"/proc/{process_id}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1000


def report_start(path: str) -> None:
    pairs = [(our_start(path), engine_start(path)) for _ in range(RUNS)]
    ratio = statistics.median(ours / engines for ours, engines in pairs)
    say(f"start to first picture: {statistics.median(p[0] for p in pairs) * 1e3:.0f} ms", ratio)


def report_turns(path: str, pages: int) -> None:
    with running(Limits(), replace(REAL_MAINS, reading=fakes.idle_main)) as (client, answers):
        job = client.open(path)
        count = answers.wait_for(Opened).info.page_count
        answers.wait_for(PageSizes, lambda sizes: sizes.first_index + len(sizes.sizes) == count)
        step = max(1, count // pages)
        chosen = list(range(0, count, step))[:pages]
        turns(client, answers, job, chosen[:3])
        ours = turns(client, answers, job, chosen)
        darkened = turns(client, answers, job, chosen, dark=True)
        far = turns(client, answers, job, [count - 1])
    engines = engine(ENGINE_DRAWS, path, *map(str, chosen))
    ratio, dark = (statistics.median(each) / statistics.median(engines) for each in (ours, darkened))
    say(f"page turn at 2x: {statistics.median(ours) * 1e3:.1f} ms, slowest {max(ours) * 1e3:.1f}", ratio)
    say(f"… dark: {statistics.median(darkened) * 1e3:.1f} ms, slowest {max(darkened) * 1e3:.1f}", dark)
    say(f"the last of {count} pages: {far[0] * 1e3:.1f} ms", far[0] / statistics.median(engines))


def report_reading(path: str) -> None:
    with running(Limits(), REAL_MAINS) as (client, answers):
        client.paint(PaintPage(client.open(path), 1, 0, SCALE))
        answers.wait_for(PagePainted)
        painted = time.perf_counter()
        answers.wait_until(lambda: bool(answers.of(EventsFound)), HOUR)
        say(f"first events after the first picture: {(time.perf_counter() - painted) * 1e3:.0f} ms")
        answers.wait_until(lambda: bool(answers.of(ReadingFinished) or answers.of(WorkerDied)), HOUR)
        took = time.perf_counter() - painted
        events = len(answers.of(ReadingFinished)[0].timeline.events)
        answers.all.clear()
        used = memory([os.getpid(), *client.process_ids.values()])
    [raw] = engine(ENGINE_TEXT, path)
    say(f"timeline of {events} events complete: {took:.1f} s, raw text {raw:.1f} s", took / raw)
    say(f"memory of client and children, this script included: {used:.0f} MB")


def say(what: str, ratio: float | None = None) -> None:
    sys.stdout.write(what + (f"  = {ratio:.2f} × the engine's own" if ratio is not None else "") + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run it; see the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", metavar="FILE.pdf")
    parser.add_argument("--pages", type=int, default=60, help="how many page turns to measure")
    parser.add_argument("--until-read", action="store_true", help="also wait for the whole timeline")
    chosen = parser.parse_args()
    report_start(chosen.path)
    report_turns(chosen.path, chosen.pages)
    if chosen.until_read:
        report_reading(chosen.path)


if __name__ == "__main__":
    main()
