"""A drawn page as a dark one: light letters on dark paper, hues kept, pictures as they are.

In: what a page draws, and its picture on white. Out: the same picture, darkened in place. Where a page has no
colour the picture has one byte a pixel, which makes it as fast as a white one; with colours the lightness of
every pixel is inverted, and its hue stays.

A page that is dark by itself, like many slides, stays as it is.

What is a picture: an image of the file, but neither one that is the paper itself, a scan of text, nor one on
clear ground, which would keep a white box around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from pymupdf import mupdf

# Not black and white: the contrast of the two is 13:1, and letters do not glare. As 0xRRGGBB, all grey.
PAPER, INK = 0x1E1E1E, 0xE4E4E4
# … where hues are kept: the engine leaves 4 of 255 of what was white, and so it is `PAPER` all the same.
PAPER_OF_COLORS = 0x1B1B1B
# Of the page: an image that covers more may be the page itself.
WHOLE_PAGE = 0.6
# Of an image in doubt, seen small: where more is as light as paper, it is paper with something drawn on it.
MOSTLY, LIGHT = 0.5, 190
# A page whose greater part is darker than this has light letters on dark ground by itself: a slide, say.
DARK_GROUND = 100
SAMPLE = 997  # every so many bytes of a picture are looked at; a prime, so that no pattern repeats in it
SEEN_SMALL = 96  # pixels across
COLOR_SEEN = 0.02  # how far from grey a colour is one, of 1
MOST_PICTURES = 400  # a page of more is a pattern made of images
BAND = 4  # rows of pixels looked at together; between two lines of print at 100 % there are as many
_ONE_BIT = 1


@dataclass(frozen=True, slots=True)
class _Image:
    """An image of the page: where it is seen, and whether it may be no picture at all."""

    area: mupdf.FzRect
    is_stencil: bool
    is_in_doubt: bool


class _Images(mupdf.FzDevice2):  # type: ignore[misc] # the engine's bindings have no types
    """Takes down the images that a page draws, as far as they are not clipped away."""

    def __init__(self) -> None:
        super().__init__()
        self.use_virtual_fill_image()
        self.found: list[_Image] = []

    def fill_image(self, _context: object, image: object, matrix: object, *_rest: object) -> None:
        """Called by the engine."""
        if len(self.found) >= MOST_PICTURES:
            return
        placed = mupdf.FzMatrix(matrix)
        area = mupdf.fz_transform_rect(mupdf.FzRect(0, 0, 1, 1), placed)
        seen = mupdf.FzRect(mupdf.ll_fz_device_current_scissor(self.m_internal))
        is_upright = abs(placed.b) + abs(placed.c) < 1 or abs(placed.a) + abs(placed.d) < 1
        self.found.append(
            _Image(
                mupdf.fz_intersect_rect(area, seen),
                is_stencil=image.bpc == _ONE_BIT,  # type: ignore[attr-defined] # a structure of the engine
                is_in_doubt=bool(image.mask) or not is_upright,  # type: ignore[attr-defined] # as above
            )
        )


def has_color(content: mupdf.FzDisplayList) -> bool:
    """Whether a page may draw anything that is not grey."""
    found = mupdf.ll_fz_new_test_device_outparams()
    device = mupdf.FzDevice(mupdf.ll_fz_new_test_device_outparams_fn(COLOR_SEEN, 0, None, found))
    with suppress(mupdf.FzErrorBase):  # it stops so at the first one; and see `_pictures`
        _run(content, device)
    return bool(found.is_color)


def _pictures(content: mupdf.FzDisplayList) -> tuple[mupdf.FzRect, ...]:
    """Where the pictures of a page lie, in its points, before it is turned."""
    images = _Images()
    with suppress(mupdf.FzErrorBase):  # what is damaged is met, and told, where the page is drawn
        _run(content, images)
    page = mupdf.fz_bound_display_list(content)
    whole = WHOLE_PAGE * _extent(page)
    certain: list[mupdf.FzRect] = []
    doubtful: list[mupdf.FzRect] = []
    for image in images.found:
        covers_all = _extent(image.area) > whole
        if not (covers_all and image.is_stencil):
            (doubtful if covers_all or image.is_in_doubt else certain).append(image.area)
    return (*certain, *_not_paper(content, page, doubtful))


def _is_dark_already(content: mupdf.FzDisplayList, pixmap: mupdf.FzPixmap) -> bool:
    """Whether a page has a dark ground of its own; one of which a light part was drawn is not looked at."""
    if not _is_mostly_dark(bytes(mupdf.fz_pixmap_samples_memoryview(pixmap)[::SAMPLE])):
        return False
    small, _ = _seen_small(content, mupdf.fz_bound_display_list(content))
    return _is_mostly_dark(bytes(mupdf.fz_pixmap_samples_memoryview(small)))


def _is_mostly_dark(samples: bytes) -> bool:
    return sum(value < DARK_GROUND for value in samples) > MOSTLY * len(samples)


def darken(pixmap: mupdf.FzPixmap, content: mupdf.FzDisplayList, matrix: mupdf.FzMatrix) -> None:
    """Make a picture of a page, or of a part of it, dark, in place.

    Args:
        pixmap: grey or RGB, without alpha.
        content: what the page draws.
        matrix: what takes its points to pixels.
    """
    if _is_dark_already(content, pixmap):
        return
    kept = [mupdf.fz_transform_rect(area, matrix) for area in _pictures(content)]
    samples = mupdf.fz_pixmap_samples_memoryview(pixmap)
    rows = [(at, bytes(samples[at:end])) for area in kept for at, end in _rows(pixmap, area)]
    for at, row in rows:
        samples[at : at + len(row)] = b"\xff" * len(row)  # blank: nothing is to be done there
    if pixmap.n() == 1:
        mupdf.fz_tint_pixmap(pixmap, INK, PAPER)  # black becomes ink, and white paper
    else:
        for part, has_hues in _drawn_on(pixmap, samples):
            inverted = _copy(part) if has_hues else part
            mupdf.fz_invert_pixmap_luminance(inverted)
            if has_hues:
                _take_lightness(part, inverted)
            mupdf.fz_tint_pixmap(part, PAPER_OF_COLORS, INK)
    for at, row in rows:
        samples[at : at + len(row)] = row


def _copy(pixmap: mupdf.FzPixmap) -> mupdf.FzPixmap:
    """The same picture once more; the engine's own way is right only where it begins at the corner."""
    frame = mupdf.fz_pixmap_bbox(pixmap)
    copy = mupdf.fz_new_pixmap_with_bbox(mupdf.fz_device_rgb(), frame, mupdf.FzSeparations(), 0)
    mupdf.fz_copy_pixmap_rect(copy, pixmap, frame, mupdf.FzDefaultColorspaces())
    return copy


def _take_lightness(pixmap: mupdf.FzPixmap, other: mupdf.FzPixmap) -> None:
    """Give every pixel the lightness it has in another picture, and leave it its hue.

    The engine's inversion cuts a channel off where it would overflow, and turns a strong pink into violet.
    What PDF calls the blend mode "Luminosity" takes colour away instead (ISO 32000-2, 11.3.5.3).
    """
    frame = mupdf.FzRect(mupdf.fz_pixmap_bbox(pixmap))
    whole = mupdf.FzMatrix(frame.x1 - frame.x0, 0, 0, frame.y1 - frame.y0, frame.x0, frame.y0)
    image = mupdf.fz_new_image_from_pixmap(other, mupdf.FzImage())
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap)
    mupdf.fz_begin_group(device, frame, mupdf.fz_device_rgb(), 1, 0, mupdf.FZ_BLEND_LUMINOSITY, 1.0)
    mupdf.fz_fill_image(device, image, whole, 1.0, mupdf.FzColorParams())
    mupdf.fz_end_group(device)
    mupdf.fz_close_device(device)


def _drawn_on(pixmap: mupdf.FzPixmap, samples: memoryview) -> Iterator[tuple[mupdf.FzPixmap, bool]]:
    """The parts of a picture with something on them, and whether in colours.

    The bands between them become dark paper at once.

    Half of a page of text is blank, and to see that takes a tenth of the time that its inversion would take.
    """
    band = pixmap.stride() * BAND
    blank, dark = b"\xff" * band, bytes([PAPER & 0xFF]) * band
    begin: int | None = None
    has_hues = False
    for at in range(0, len(samples) + band, band):
        end = min(at + band, len(samples))
        rows = bytes(samples[at:end])
        is_drawn_on = rows != blank[: end - at]
        if is_drawn_on and begin is None:
            begin, has_hues = at, False
        has_hues = has_hues or (is_drawn_on and not rows[0::3] == rows[1::3] == rows[2::3])
        if not is_drawn_on and begin is not None:
            first, last = (each // pixmap.stride() + pixmap.y() for each in (begin, min(at, len(samples))))
            area = mupdf.FzIrect(pixmap.x(), first, pixmap.x() + pixmap.w(), last)
            yield mupdf.fz_new_pixmap_from_pixmap(pixmap, area), has_hues
            begin = None
        if not is_drawn_on and at < end:
            samples[at:end] = dark[: end - at]


def _rows(pixmap: mupdf.FzPixmap, area: mupdf.FzRect) -> Iterator[tuple[int, int]]:
    """Where the rows of a part of a picture begin and end in its bytes."""
    frame = mupdf.fz_intersect_irect(mupdf.fz_round_rect(area), mupdf.fz_pixmap_bbox(pixmap))
    left, right = ((x - pixmap.x()) * pixmap.n() for x in (frame.x0, frame.x1))
    if right > left:
        for y in range(frame.y0 - pixmap.y(), frame.y1 - pixmap.y()):
            yield y * pixmap.stride() + left, y * pixmap.stride() + right


def _not_paper(
    content: mupdf.FzDisplayList, page: mupdf.FzRect, areas: list[mupdf.FzRect]
) -> list[mupdf.FzRect]:
    """Of parts of a page those that are not mostly paper, seen from afar: alike for all tiles of a page."""
    if not areas:
        return []
    pixmap, matrix = _seen_small(content, page)
    samples = mupdf.fz_pixmap_samples_memoryview(pixmap)
    chosen = []
    for area in areas:
        rows = _rows(pixmap, mupdf.fz_transform_rect(area, matrix))
        seen = b"".join(bytes(samples[at:end]) for at, end in rows)
        if sum(value >= LIGHT for value in seen) <= MOSTLY * len(seen):
            chosen.append(area)
    return chosen


def _seen_small(content: mupdf.FzDisplayList, page: mupdf.FzRect) -> tuple[mupdf.FzPixmap, mupdf.FzMatrix]:
    """A small grey picture of a page, and what takes its points there."""
    width = max(page.x1 - page.x0, 1.0)
    matrix = mupdf.fz_scale(SEEN_SMALL / width, SEEN_SMALL / width)
    frame = mupdf.fz_round_rect(mupdf.fz_transform_rect(page, matrix))
    pixmap = mupdf.fz_new_pixmap_with_bbox(mupdf.fz_device_gray(), frame, mupdf.FzSeparations(), 0)
    mupdf.fz_clear_pixmap_with_value(pixmap, 0xFF)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap)
    mupdf.fz_run_display_list(content, device, matrix, mupdf.FzRect(frame), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return pixmap, matrix


def _run(content: mupdf.FzDisplayList, device: mupdf.FzDevice) -> None:
    everywhere = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(content, device, mupdf.FzMatrix(), everywhere, mupdf.FzCookie())
    mupdf.fz_close_device(device)


def _extent(area: mupdf.FzRect) -> float:
    return float(max(area.x1 - area.x0, 0) * max(area.y1 - area.y0, 0))
