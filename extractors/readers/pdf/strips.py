"""Scanners that store a page as strips: pictures that lie on one another without a gap are one picture."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box
from extractors.readers.pdf.paths import Image

_TOUCH_PT = 1.5
_MOST_STRIPS = 400


def with_strips_joined(images: Sequence[Image]) -> tuple[Image, ...]:
    """The pictures, those of equal width that continue one another downwards as one, in the place of the first."""
    if len(images) < 2 or len(images) > _MOST_STRIPS:
        return tuple(images)
    joined: list[Image] = []
    for image in images:
        above = next((n for n, other in enumerate(joined) if _continues(other, image)), None)
        if above is None:
            joined.append(image)
        else:
            first = joined[above]
            box = first.box.union(image.box)
            joined[above] = Image(box, max(first.width_px, image.width_px), first.height_px + image.height_px)
    return tuple(joined)


def _continues(above: Image, image: Image) -> bool:
    one, other = above.box, image.box
    beside: tuple[tuple[float, float], ...] = ((one.x0, other.x0), (one.x1, other.x1), (one.bottom, other.top))
    return all(abs(a - b) <= _TOUCH_PT for a, b in beside) and _same_scale(above, image)


def _same_scale(one: Image, other: Image) -> bool:
    """Whether both have pixels of one size: strips do, a banner above a photo hardly ever."""
    return _px_per_pt(one.width_px, one.box) == _px_per_pt(other.width_px, other.box) > 0


def _px_per_pt(width_px: int, box: Box) -> int:
    return round(10 * width_px / box.width_pt)
