"""Marks as ink: what is not known is not drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.timeline.lanes import Extent
from reader.timeline.model import Event
from reader.ui.timeline_view.marks import Ink, draw_mark
from tests.timeline.chronicle import day_event, day_number, event, year_event

WIDTH, HEIGHT = 100, 20
MIDDLE = HEIGHT // 2
PAPER, INK = QColor("white"), QColor("black")


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Painting wants an application."""


def drawn(what: Event, mark: Extent, *, is_block: bool = False) -> QImage:
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(PAPER)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, what, mark, QRectF(0, 0, WIDTH, HEIGHT), Ink(INK, PAPER), is_block=is_block)
    painter.end()
    return picture


def darkness(picture: QImage, x: int, y: int = MIDDLE) -> int:
    return 255 - picture.pixelColor(x, y).lightness()


def inked_columns(picture: QImage) -> list[int]:
    return [x for x in range(WIDTH) if any(darkness(picture, x, y) > 20 for y in range(HEIGHT))]


def test_a_day_is_a_filled_dot_and_a_planned_one_is_hollow():
    dot = Extent(45, 55)
    assert darkness(drawn(day_event("told", 2025, 8, 16), dot), 50) > 200
    planned = drawn(day_event("planned", 2025, 8, 16, planned=True), dot)
    assert darkness(planned, 50) < 20
    assert darkness(planned, 46) > 100


def test_a_year_is_a_bar_from_its_beginning_to_its_end():
    columns = inked_columns(drawn(year_event("2019", 2019), Extent(20, 80)))
    assert columns[0] in (19, 20)
    assert columns[-1] in (79, 80)


@pytest.mark.parametrize(("bound", "known", "tip"), [("before", 79, 20), ("since", 20, 79)])
def test_a_year_that_bounds_is_an_arrow_and_no_bar(bound: str, known: int, tip: int):
    year = year_event("1789", 1789)
    picture = drawn(replace(year, date=replace(year.date, bound=bound)), Extent(20, 80))
    assert darkness(picture, known, MIDDLE - 4) > 100, "a stroke across where it begins"
    assert darkness(picture, 50, MIDDLE - 3) < 20, "and a line from there"
    assert darkness(picture, tip) > 20


def test_a_day_that_bounds_stays_a_dot():
    day = day_event("the third of May", 1990, 5, 3)
    assert darkness(drawn(replace(day, date=replace(day.date, bound="before")), Extent(45, 55)), 50) > 200


def test_a_rough_year_fades_at_both_ends():
    picture = drawn(year_event("1945", 1945, approximate=True), Extent(20, 80))
    assert darkness(picture, 50) > 200
    assert darkness(picture, 17) < darkness(picture, 20) < darkness(picture, 24)
    assert darkness(picture, 83) < darkness(picture, 80) < darkness(picture, 76)


def test_an_open_end_is_no_bar_but_an_arrow_with_a_stroke_at_the_known_end():
    picture = drawn(event("until", None, day_number(2031) - 1, "year"), Extent(40, 62))
    assert darkness(picture, 62, MIDDLE - 4) > 80
    assert darkness(picture, 50, MIDDLE - 4) < 20
    assert inked_columns(picture)[0] in (38, 39, 40)


def test_between_two_bounds_is_a_bracket():
    between = event("between", day_number(1940), day_number(1945), "year", edtf="[1940..1945]")
    picture = drawn(between, Extent(20, 80))
    assert darkness(picture, 20, MIDDLE - 4) > 80
    assert darkness(picture, 80, MIDDLE - 4) > 80
    assert darkness(picture, 50, MIDDLE - 4) < 20


def test_what_was_partly_assumed_is_fainter():
    sure = day_event("sure", 2025, 8, 16)
    dot = Extent(45, 55)
    faint = darkness(drawn(replace(sure, assumed=("year",)), dot), 50)
    assert 60 < faint < darkness(drawn(sure, dot), 50) - 60


def test_a_bar_with_its_label_in_it_is_a_light_ground_with_a_strong_foot():
    picture = drawn(year_event("2019", 2019), Extent(10, 90), is_block=True)
    assert 10 < darkness(picture, 50) < 90
    assert darkness(picture, 50, HEIGHT - 2) > 180
