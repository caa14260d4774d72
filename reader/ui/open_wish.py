"""A file that is being opened: which, where, and whether it is the open one anew."""

from __future__ import annotations

from dataclasses import dataclass

from reader.ui.history import Place


@dataclass(frozen=True, slots=True)
class OpenWish:
    """A file being opened: nothing of the present document is let go before it is known to be readable.

    Attributes:
        path: of the file.
        place: where it is to be shown first.
        page_label: what is printed on the page to be shown, once that is known; "" for `place`.
        password: as a person entered it.
        renews: the open file is opened anew.
        only_if_changed: and nothing is done if it is still the same.
        job_id: the number under which it is answered, -1 before it is sent.
    """

    path: str
    place: Place
    page_label: str = ""
    password: str | None = None
    renews: bool = False
    only_if_changed: bool = False
    job_id: int = -1
