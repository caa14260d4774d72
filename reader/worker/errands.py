"""What the painting child is still to do for the window: the newest wish first, stale ones dropped.

What concerns the pages in view comes first, then the outline of a document, then what can wait: small
pictures of pages that are not in view.
Plain values, no process: the client keeps the wishes and hands the child one at a time, so a wish that is no
longer wanted is dropped without a word, and a new child goes on where the last one stopped.
"""

from __future__ import annotations

from reader.worker.messages import AskOutline, AskPageText, PaintPage

Wish = PaintPage | AskPageText | AskOutline


class Errands:
    """A stack of wishes."""

    def __init__(self) -> None:
        self._wishes: list[Wish] = []

    def __len__(self) -> int:
        return len(self._wishes)

    def add(self, wish: Wish) -> None:
        """Put a wish on top."""
        self._wishes.append(wish)

    def keep(self, job_id: int, request_ids: frozenset[int]) -> None:
        """Drop the job's wishes to paint that are not among `request_ids`."""
        self._wishes = [
            wish
            for wish in self._wishes
            if wish.job_id != job_id or not isinstance(wish, PaintPage) or wish.request_id in request_ids
        ]

    def drop_job(self, job_id: int) -> None:
        """Drop all wishes of a job that was closed."""
        self._wishes = [wish for wish in self._wishes if wish.job_id != job_id]

    def take(self, jobs: frozenset[int], *, can_paint: bool) -> Wish | None:
        """The newest wish of one of `jobs`; none to paint where no picture memory is free to paint into."""
        fitting = [
            wish
            for wish in reversed(self._wishes)
            if wish.job_id in jobs and (can_paint or not isinstance(wish, PaintPage))
        ]
        wish = min(fitting, key=_urgency, default=None)
        if wish is not None:
            self._wishes.remove(wish)
        return wish


def _urgency(wish: Wish) -> int:
    """The lower, the sooner; of equal ones the newest."""
    if isinstance(wish, PaintPage) and wish.can_wait:
        return 2
    return 1 if isinstance(wish, AskOutline) else 0
