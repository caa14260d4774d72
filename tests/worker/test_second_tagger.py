"""The process beside the reading child: it finds what the child would find, and its end costs nothing."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage
from reader.timeline.page_mentions import MentionFinder, PagePassages, find_mentions
from reader.worker import second_tagger
from reader.worker.second_tagger import (
    MOST_GIVEN,
    MOST_UNDER_WAY,
    SHORT_DOCUMENT,
    SecondTagger,
    mention_finder,
)

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux", reason="only Linux forks safely: elsewhere there is no second tagger"
    ),
    # The reading child has one thread; the process of these tests may have more.
    pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning"),
]
TAGGER = installed_tagger()


def _sections(count: int) -> list[list[PagePassages]]:
    """Sections of two pages each."""
    return [
        [(Passage(f"On {day + 1} May {1990 + number} the council met."),) for day in range(2)]
        for number in range(count)
    ]


@pytest.fixture
def second() -> Iterator[SecondTagger]:
    finder = SecondTagger(TAGGER)
    yield finder
    finder.close()


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_finds_what_this_process_would_find(second: SecondTagger) -> None:
    sections = _sections(MOST_GIVEN)
    for section in sections:
        second.give(section, "en")
    assert [second.take() for _ in sections] == [find_mentions(TAGGER, section, "en") for section in sections]
    assert not second.is_ready


def test_sections_too_long_for_the_pipe_block_nobody(second: SecondTagger) -> None:
    """What is asked does not fit into the pipe, nor what is answered: both sides would wait for ever."""
    # What hardly packs, so that the answer is long as well.
    text = " ".join(
        f"in May {1400 + number % 600} {sha256(bytes([number % 256, number >> 8])).hexdigest()}"
        for number in range(4_500)
    )
    section: list[PagePassages] = [(Passage(text),)]
    for _ in range(MOST_GIVEN):
        second.give(section, "en")
    taken = [second.take() for _ in range(MOST_GIVEN)]
    assert len(taken[0][0].packed) > MOST_UNDER_WAY
    assert taken == [find_mentions(TAGGER, section, "en")] * MOST_GIVEN


def test_it_is_ready_once_the_answer_is_there_or_enough_was_given(second: SecondTagger) -> None:
    assert not second.is_ready
    os.kill(second.process_id, signal.SIGSTOP)
    for section in _sections(MOST_GIVEN):
        assert not second.is_ready
        second.give(section, "en")
    assert second.is_ready  # to be waited for, before one gives more
    os.kill(second.process_id, signal.SIGCONT)


@pytest.mark.parametrize("given_before", [0, 1, 2])
def test_when_it_is_killed_nothing_is_lost(second: SecondTagger, given_before: int) -> None:
    sections = _sections(2)
    for section in sections[:given_before]:
        second.give(section, "en")
    os.kill(second.process_id, signal.SIGKILL)
    for section in sections[given_before:]:
        second.give(section, "en")
    assert [second.take() for _ in sections] == [find_mentions(TAGGER, section, "en") for section in sections]


def test_what_is_found_here_after_its_end_is_watched_page_by_page() -> None:
    watched: list[int] = []

    @contextmanager
    def watch(index: int) -> Iterator[None]:
        watched.append(index)
        yield
        watched.append(-index)

    finder = SecondTagger(TAGGER, watch)
    os.kill(finder.process_id, signal.SIGKILL)
    (section,) = _sections(1)
    finder.give(section, "en", [7, 9])
    assert finder.take() == find_mentions(TAGGER, section, "en")
    finder.close()
    assert watched == [7, -7, 9, -9]


def test_when_it_hangs_the_work_is_done_here(second: SecondTagger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_tagger, "PATIENCE", 0.05)
    os.kill(second.process_id, signal.SIGSTOP)
    (section,) = _sections(1)
    second.give(section, "en")
    assert second.take() == find_mentions(TAGGER, section, "en")
    assert not _is_alive(second.process_id)


def test_a_fault_in_it_shows_where_the_parent_of_the_child_sees_it(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("this is no language")
    second = SecondTagger(installed_tagger([tmp_path]))
    second.give(_sections(1)[0], "en")
    with pytest.raises(ValueError, match=r"en\.toml"):
        second.take()


def test_closing_ends_it_and_what_comes_after_is_found_here(second: SecondTagger) -> None:
    second.close()
    assert not _is_alive(second.process_id)
    (section,) = _sections(1)
    second.give(section, "en")
    assert second.take() == find_mentions(TAGGER, section, "en")


def test_it_ends_when_the_reading_child_is_gone() -> None:
    """A parent that is killed closes nothing; the system ends the fork."""
    ours, theirs = os.pipe()
    parent = os.fork()
    if parent == 0:
        os.write(theirs, SecondTagger(TAGGER).process_id.to_bytes(8, "little"))
        time.sleep(60)
        os._exit(0)
    fork = int.from_bytes(os.read(ours, 8), "little")
    time.sleep(0.2)  # it asks the system to be ended as the first thing it does
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    deadline = time.monotonic() + 5
    while _is_running(fork) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _is_running(fork)
    os.close(ours)
    os.close(theirs)


def _is_running(process_id: int) -> bool:
    """Whether a process is there and no zombie that nobody has counted yet."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize(
    ("pages", "processors", "kind"),
    [(SHORT_DOCUMENT, 2, MentionFinder), (400, 1, MentionFinder), (400, 2, SecondTagger)],
)
def test_short_documents_and_single_processors_have_none(
    monkeypatch: pytest.MonkeyPatch, pages: int, processors: int, kind: type[MentionFinder]
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(processors)))
    finder = mention_finder(TAGGER, pages)
    assert type(finder) is kind
    finder.close()


def test_where_no_process_is_to_be_had_the_child_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert type(mention_finder(TAGGER, 400)) is MentionFinder
