"""Back and forward go where one was, as in a browser."""

from __future__ import annotations

from reader.ui.history import LONGEST, History, Place


def test_back_goes_where_one_left_not_where_one_arrived() -> None:
    history = History([Place(0)])
    history.jump(leaving=Place(0, 300), target=Place(7, 50))
    assert history.back(leaving=Place(9)) == Place(0, 300)
    assert history.forward(leaving=Place(0, 310)) == Place(9)
    assert history.back(leaving=Place(9)) == Place(0, 310)


def test_at_either_end_there_is_nowhere_to_go() -> None:
    history = History([Place(3)])
    assert not history.can_go_back
    assert history.back(Place(3)) is None
    assert not history.can_go_forward
    assert history.forward(Place(3)) is None


def test_a_jump_forgets_what_lay_forward() -> None:
    history = History([Place(0)])
    history.jump(Place(0), Place(1))
    history.jump(Place(1), Place(2))
    history.back(Place(2))
    history.jump(Place(1), Place(5))
    assert not history.can_go_forward
    assert history.places == [Place(0), Place(1), Place(5)]


def test_choosing_another_event_on_the_same_spot_is_no_step() -> None:
    history = History([Place(0)])
    history.jump(Place(4, 10.0, "a"), Place(4, 10.2, "b"))
    assert not history.can_go_back
    assert history.places == [Place(4, 10.0, "b")]


def test_a_run_of_steps_is_one_place_to_go_back_from() -> None:
    history = History([Place(0)])
    history.step(leaving=Place(0, 300), target=Place(1))
    history.step(leaving=Place(1), target=Place(2))
    history.step(leaving=Place(2), target=Place(3))
    assert history.back(leaving=Place(3)) == Place(0, 300)
    assert history.forward(leaving=Place(0, 300)) == Place(3)
    history.step(leaving=Place(3, 40), target=Place(4))
    assert history.back(leaving=Place(4)) == Place(3, 40)


def test_a_jump_ends_a_run() -> None:
    history = History([Place(0)])
    history.step(Place(0), Place(1))
    history.jump(Place(1), Place(5))
    history.step(Place(5), Place(6))
    assert history.places == [Place(0), Place(1), Place(5), Place(6)]


def test_a_step_that_leads_nowhere_else_begins_no_run() -> None:
    history = History([Place(0)])
    history.step(Place(4, 10.0, "a"), Place(4, 10.2, "b"))
    history.step(Place(4, 10.0, "b"), Place(7, 0.0, "c"))
    assert history.back(Place(7)) == Place(4, 10.0, "b")


def test_it_does_not_grow_without_end() -> None:
    history = History([Place(0)])
    for page in range(LONGEST * 2):
        history.jump(Place(page), Place(page + 1))
    assert len(history.places) == LONGEST
    assert history.back(Place(0)) == Place(LONGEST * 2 - 1)
