"""Where a document is being read, as it is remembered: page, place on it, zoom, turn.

In: the page view. Out: a `PlaceRead` for the library, and the view brought back to one.
"""

from __future__ import annotations

from reader.store.library import PlaceRead
from reader.ui.history import Place
from reader.ui.page_view.page_column import PageColumn
from reader.ui.page_view.page_layout import PIXELS_PER_POINT


def place_kept(pages: PageColumn) -> PlaceRead | None:
    """Where the reader is; None without pages."""
    layout = pages.layout_of_pages
    if layout is None:
        return None
    here = pages.place()
    # From the page's own edge: how wide the widest page of the column is may not be known yet next time.
    left = (pages.horizontalScrollBar().value() - layout.page_rect(here.page_index).x) / layout.scale
    return PlaceRead(here.page_index, here.top, left, pages.zoom_mode, layout.scale, pages.turn)


def take_up(pages: PageColumn, place: PlaceRead | None, first_zoom: str) -> None:
    """Go on there; a document without a place is shown from its beginning, as `first_zoom` says."""
    pages.turn_to(place.turn if place else 0)
    mode = place.zoom_mode if place else first_zoom
    if mode == "scale" and place:
        pages.zoom_to(place.scale)
    elif mode == "actual_size":
        pages.zoom_to(PIXELS_PER_POINT)
    else:
        pages.set_zoom_mode(mode)
    if place:
        pages.show_place(Place(place.page_index, place.top, turn=place.turn))
        layout = pages.layout_of_pages
        if layout and mode == "scale":
            edge = layout.page_rect(min(place.page_index, len(layout.sizes) - 1)).x
            pages.horizontalScrollBar().setValue(round(edge + place.left * layout.scale))
