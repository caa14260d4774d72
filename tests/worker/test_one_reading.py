"""What the command line gets of documents that are sound, slow, or bring the engine down."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from reader.worker.limits import Limits
from reader.worker.messages import ReadOptions
from reader.worker.one_reading import OneReading, RefusedError
from tests.worker import fakes
from tests.worker.small_pdf import FIRST_YEAR, write_pdf

# Long enough for a busy machine to get to its turn, short enough to wait for in a test.
SHORT = Limits(page_seconds=1.0)


def fake_reading() -> OneReading:
    return OneReading(SHORT, fakes.reading_main)


def test_several_documents_are_read_by_one_child() -> None:
    with fake_reading() as reading:
        counts = [len(reading.timeline(f"/fake?pages={pages}").timeline.events) for pages in (2, 5, 1)]
    assert counts == [2, 5, 1]


@pytest.mark.parametrize("fault", ["hang", "crash"])
def test_a_page_that_brings_the_child_down_is_left_out_and_named(fault: str) -> None:
    with fake_reading() as reading:
        found = reading.timeline(f"/fake?pages=4&{fault}=2")
    assert [event.id for event in found.timeline.events] == ["e0", "e1", "e3"]
    assert found.timeline.damaged_pages == (2,)
    ending = "hung" if fault == "hang" else "crashed"
    assert found.lost_pages[2].key == f"worker.page_reading_{ending}"
    assert found.lost_pages[2].slots["page"] == 3


@pytest.mark.parametrize("fault", ["hang", "crash"])
def test_a_file_that_brings_the_child_down_when_it_is_opened_is_refused_and_the_next_is_read(
    fault: str,
) -> None:
    with fake_reading() as reading:
        with pytest.raises(RefusedError) as refused:
            reading.timeline(f"/fake?{fault}=-1")
        assert refused.value.sentence.key == (
            "worker.file_hung" if fault == "hang" else "worker.file_crashed"
        )
        assert len(reading.timeline("/fake?pages=3").timeline.events) == 3


def test_what_the_engine_refuses_is_refused_in_its_sentence() -> None:
    with fake_reading() as reading, pytest.raises(RefusedError) as refused:
        reading.timeline("/fake?damaged=1")
    assert refused.value.sentence.key == "error.damaged"


def test_an_engine_that_dies_at_once_again_and_again_is_given_up() -> None:
    with OneReading(SHORT, fakes.dying_main) as reading, pytest.raises(RefusedError) as refused:
        reading.timeline("/fake")
    assert refused.value.sentence.key == "worker.reading_gave_up"


def test_of_a_document_that_is_given_up_what_was_found_is_kept() -> None:
    """Every second page hangs: after a dozen of them nobody waits for the rest."""
    hanging = ",".join(str(page) for page in range(1, 40, 2))
    with OneReading(Limits(page_seconds=0.5), fakes.reading_main) as reading:
        found = reading.timeline(f"/fake?pages=40&hang={hanging}")
    assert found.given_up is not None
    assert found.given_up.key == "worker.reading_gave_up"
    assert [event.id for event in found.timeline.events][:3] == ["e0", "e2", "e4"]
    assert len(found.lost_pages) > 10
    assert found.timeline.document.page_count == 40


def test_a_real_document_has_every_place_exact(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "long.pdf", 12)
    with OneReading() as reading:
        found = reading.timeline(path, options=ReadOptions("en"))
        texts = reading.paragraphs(path)
    assert [event.date.edtf[:4] for event in found.timeline.events] == [
        str(FIRST_YEAR + page) for page in range(12)
    ]
    width = pymupdf.get_text_length("On ", fontsize=14)
    for event in found.timeline.events:
        assert event.mentions[0].boxes[0].box.x0 == pytest.approx(72 + width, abs=0.5)
    assert texts[0] == f"On 12 March {FIRST_YEAR} the treaty was signed in Paris."
    assert len(texts) == 12


def test_paragraphs_of_what_is_no_pdf_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("words")
    with OneReading() as reading, pytest.raises(RefusedError) as refused:
        reading.paragraphs(str(path))
    assert refused.value.sentence.key == "error.not_a_pdf"
