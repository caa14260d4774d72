"""How a frame of the timeline grows with the number of events, against a frame of an empty pyqtgraph plot.

Run: `python tests/benchmarks/bench_timeline.py [N …]`. A frame is a change of the days in view and one paint
of the plot into a picture, offscreen; the target is 6 empty frames at 100,000 events. A measurement, no test.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from reader.sentences import load_sentences
from reader.timeline.date_words import DateWords
from reader.timeline.model import Event, EventDate, EventKind
from reader.timeline.scale import TimeScale
from reader.ui.theme import Theme, system_hints
from reader.ui.timeline_view.event_plot import EventPlot

WIDTH, HEIGHT = 1200, 300
RUNS, FRAMES = 5, 8
LAST_DAY = 739_900  # in 2026
DAYS_A_YEAR = 365.2425


def made_events(count: int) -> tuple[Event, ...]:
    """Events as a history book has them: thick in the last two centuries, bunched at some years."""
    source = np.random.default_rng(1)
    bunches = np.array([1789.5, 1848.2, 1914.6, 1944.4, 1968.4]) * DAYS_A_YEAR
    days = np.concatenate(
        (
            source.uniform(1000 * DAYS_A_YEAR, 1800 * DAYS_A_YEAR, count // 5 + 1),
            LAST_DAY - source.exponential(70 * DAYS_A_YEAR, count * 3 // 5 + 1),
            source.choice(bunches, count // 5 + 1) + source.normal(0, 150, count // 5 + 1),
        )
    ).astype(int)[:count]
    lengths = source.choice([0, 0, 30, 364], count)
    return tuple(
        Event(
            id=f"e{index}",
            label=f"what happened as number {index} of the chronicle",
            kind=EventKind.EVENT,
            planned=False,
            date=EventDate("", day, day + length, "day", "gregorian", ""),
            mentions=(),
            language="en",
            resolution="",
        )
        for index, (day, length) in enumerate(zip(days.tolist(), lengths.tolist(), strict=True))
    )


Show = Callable[[TimeScale], object]
Plot = tuple[Show, Callable[[], object]]


def frame_times(plots: tuple[Plot, ...], years: float) -> list[float]:
    """The median frame of each plot while the view moves, in milliseconds.

    The plots take turns in short runs, so that what else the machine does meets all alike and none pays for
    the other's use of the processor's memory.
    """
    taken: list[list[float]] = [[] for _ in plots]
    for run in range(RUNS):
        for (show, grab), times in zip(plots, taken, strict=True):
            for frame in range(run * FRAMES, (run + 1) * FRAMES):
                middle = (1500 + 500 * frame / FRAMES / RUNS) * DAYS_A_YEAR
                half = years * DAYS_A_YEAR / 2 * (1 + 0.01 * frame)
                begin = time.perf_counter()
                show(TimeScale(middle - half, middle + half, WIDTH))
                grab()
                times.append((time.perf_counter() - begin) * 1000)
    return [statistics.median(times) for times in taken]


def main() -> None:
    """Print a line for each number of events."""
    application = QApplication([])
    empty = pg.PlotWidget()
    empty.resize(WIDTH, HEIGHT)
    empty.show()
    empty_plot = (lambda scale: empty.setXRange(scale.first, scale.last, padding=0), empty.grab)
    words = DateWords(load_sentences("en"))
    theme = Theme(system_hints(), "light")
    for count in [int(text) for text in sys.argv[1:]] or [100, 1_000, 10_000, 100_000]:
        plot = EventPlot(theme, words, application.font())
        plot.resize(WIDTH, HEIGHT)
        plot.show()
        events = made_events(count)
        begin = time.perf_counter()
        plot.set_events(events)
        taken_in = (time.perf_counter() - begin) * 1000
        ratios = []
        for years in (1030.0, 50.0):
            base, ours = frame_times((empty_plot, (plot.show_scale, plot.grab)), years)
            ratios.append(f"{years:5.0f} years {ours:6.1f} ms = {ours / base:4.1f} × empty ({base:.1f} ms)")
        print(f"{count:>9,} events  taken in {taken_in:7.1f} ms   " + "   ".join(ratios))  # noqa: T201 - printing is its work
        plot.close()


if __name__ == "__main__":
    main()
