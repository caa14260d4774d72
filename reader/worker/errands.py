"""What the painting child is still to do for the pages in view: the newest wish first, stale ones dropped.

Plain values, no process: the client keeps the wishes and hands the child one at a time, so a wish that is no
longer wanted is dropped without a word, and a new child goes on where the last one stopped.
"""

from __future__ import annotations

from reader.worker.messages import AskPageText, PaintPage

Wish = PaintPage | AskPageText


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
        """The newest wish of one of `jobs`; only texts where no picture memory is free to paint into."""
        for place in range(len(self._wishes) - 1, -1, -1):
            wish = self._wishes[place]
            if wish.job_id in jobs and (can_paint or isinstance(wish, AskPageText)):
                return self._wishes.pop(place)
        return None
