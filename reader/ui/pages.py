"""The pages of the open document: how large each is and what is printed on it as its number. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.document.model import PageSize


@dataclass(frozen=True, slots=True)
class Pages:
    """Sizes in points and labels ("" where none is known), one of each a page."""

    sizes: tuple[PageSize, ...] = ()
    labels: tuple[str, ...] = ()

    @classmethod
    def alike(cls, count: int, size: PageSize) -> Pages:
        """Pages not measured yet: every one as large as the first."""
        return cls((size,) * count, ("",) * count)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.sizes)

    def with_sizes(self, first: int, sizes: Sequence[PageSize], labels: Sequence[str]) -> Pages:
        """The same with the pages from index `first` on measured; labels may be fewer than sizes."""
        stop = min(first + len(sizes), self.count)
        known = (*labels, *self.labels[first + len(labels) : stop])[: stop - first]
        shared: dict[PageSize, PageSize] = {self.sizes[0]: self.sizes[0]} if self.sizes else {}
        # Pages of one size share one value: to compare all of a long document is then to compare places.
        measured = (shared.setdefault(size, size) for size in sizes[: stop - first])
        return Pages(
            (*self.sizes[:first], *measured, *self.sizes[stop:]),
            (*self.labels[:first], *known, *self.labels[stop:]),
        )

    def label(self, index: int) -> str:
        """What is printed on the page, or its number where nothing is known."""
        return self.labels[index] or str(index + 1)

    def has_own_label(self, index: int) -> bool:
        """Whether the label says something else than the page's number."""
        return self.labels[index] not in {"", str(index + 1)}

    def index_of(self, label: str) -> int | None:
        """The first page of that label, letters' case aside; None where there is none."""
        wanted = label.strip().casefold()
        return next((i for i, name in enumerate(self.labels) if name.casefold() == wanted), None)
