"""Pages as pictures.

In: an open document, a page, a scale and perhaps a part of the page. Out: RGB bytes, three a pixel, top row
first; the page turned upright, or as a reader turns it, with its annotations, on white, or dark. Scripts are
never run (the engine's are not switched on) and nothing is fetched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from pymupdf import mupdf

from reader.document.errors import DamagedPageError
from reader.document.file.pdf import OpenDocument
from reader.document.model import Box

# 16 million pixels are 48 MB; more than four screens, and less than what a worker may hold.
MOST_PIXELS = 16_000_000
BYTES_A_PIXEL = 3
DEGREES_A_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: size in pixels, bytes a row, the scale really used (smaller where the cap bites).

    `samples` is empty where the bytes were written into memory given by the caller. A dark page without
    colours `is_grey`: one byte a pixel.
    """

    width: int
    height: int
    stride: int
    scale: float
    samples: bytes = b""
    is_grey: bool = False


def draw_page(
    document: OpenDocument,
    index: int,
    scale: float,
    clip: Box | None = None,
    into: memoryview | None = None,
    *,
    turn: int = 0,
    dark: bool = False,
) -> Picture:
    """Draw a page, or the part `clip` of it.

    Args:
        document: open.
        index: of the page.
        scale: pixels a point; lowered where the picture would have more than `MOST_PIXELS`.
        clip: in points of the page as it is drawn; None: all of it.
        into: memory for the bytes; it must hold the picture.
        turn: quarters clockwise by which the upright page is turned.
        dark: light letters on dark paper, pictures as they are.

    Raises:
        DamagedPageError: the engine can draw nothing of it.
        ValueError: `into` is too small, or `scale` is not positive.
    """
    if not scale > 0:
        raise ValueError(f"a page cannot be drawn at scale {scale}")
    try:
        content = document.display_list(index)
        bounds = mupdf.fz_bound_display_list(content)
        turning = mupdf.fz_rotate(DEGREES_A_QUARTER * turn)
        pixmap, scale = _drawn(
            content, mupdf.fz_transform_rect(bounds, turning), turning, scale, clip, dark=dark
        )
    except mupdf.FzErrorBase as error:
        raise DamagedPageError(document.path, page=index + 1) from error
    samples = mupdf.fz_pixmap_samples_memoryview(pixmap)
    width, height, stride, is_grey = pixmap.w(), pixmap.h(), pixmap.stride(), pixmap.n() == 1
    if into is None:
        return Picture(width, height, stride, scale, bytes(samples), is_grey)
    if len(into) < len(samples):
        raise ValueError(f"a picture of {len(samples)} bytes does not fit into {len(into)}")
    into[: len(samples)] = samples
    return Picture(width, height, stride, scale, is_grey=is_grey)


def picture_bytes(width: float, height: float, scale: float) -> int:
    """An upper bound of the bytes of a picture of `width` × `height` points at `scale`, cap included."""
    scale = _capped(width, height, scale)
    return BYTES_A_PIXEL * (math.ceil(width * scale) + 1) * (math.ceil(height * scale) + 1)


def _capped(width: float, height: float, scale: float) -> float:
    pixels = max(1.0, width * scale) * max(1.0, height * scale)
    return scale * math.sqrt(MOST_PIXELS / pixels) if pixels > MOST_PIXELS else scale


def _drawn(
    content: mupdf.FzDisplayList,
    bounds: mupdf.FzRect,
    turning: mupdf.FzMatrix,
    scale: float,
    clip: Box | None,
    *,
    dark: bool,
) -> tuple[mupdf.FzPixmap, float]:
    # The turned page begins at (0, 0) for us; the engine's box may begin elsewhere.
    area = mupdf.FzRect(bounds)
    if clip is not None:
        wanted = mupdf.FzRect(
            bounds.x0 + clip.x0, bounds.y0 + clip.y0, bounds.x0 + clip.x1, bounds.y0 + clip.y1
        )
        area = mupdf.fz_intersect_rect(area, wanted)
    scale = _capped(area.x1 - area.x0, area.y1 - area.y0, scale)
    matrix = mupdf.fz_scale(scale, scale)
    frame = mupdf.fz_round_rect(mupdf.fz_transform_rect(area, matrix))
    matrix = mupdf.fz_concat(turning, matrix)
    space = mupdf.fz_device_rgb()
    if dark:
        from reader.document.file.dark_page import darken, has_color  # noqa: PLC0415 - white pages go without

        space = space if has_color(content) else mupdf.fz_device_gray()
    pixmap = mupdf.fz_new_pixmap_with_bbox(space, frame, mupdf.FzSeparations(), 0)
    mupdf.fz_clear_pixmap_with_value(pixmap, 0xFF)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap)
    mupdf.fz_run_display_list(content, device, matrix, mupdf.FzRect(frame), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    if dark:
        darken(pixmap, content, matrix)
    return pixmap, scale
