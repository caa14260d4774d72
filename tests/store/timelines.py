"""A timeline in which every field of every value differs from its default, for tests that keep it."""

from __future__ import annotations

from reader.document.model import Box, DocumentInfo, PageBox, PageSize
from reader.timeline.model import (
    AlternativeDate,
    Event,
    EventDate,
    EventKind,
    EventMention,
    ParagraphPlace,
    Timeline,
    Unresolved,
)

SHA256 = "5e" * 32


def full_timeline(path: str = "/home/reader/accord.pdf", label: str = "Accord signé à Alger") -> Timeline:
    """One event with everything, two mentions in one paragraph."""
    day = EventDate("2025-08-19", 739482, 739482, "day", "gregorian", "19 août 2025")
    hijri = EventDate(
        "2025-08-19",
        739482,
        None,
        "day",
        "islamic-umalqura",
        "٢٥ صفر ١٤٤٧",
        original="1447-02-25",
        approximate=True,
    )
    box = PageBox(3, Box(72.0, 100.123456789, 523.5, 112.0))
    paragraph = ParagraphPlace(
        "p3.1", "Le 19 août 2025 (٢٥ صفر ١٤٤٧ هـ) \udcff 𝒳", 3, (box, PageBox(4, box.box))
    )
    mentions = (
        EventMention("19 août 2025", 3, 15, 3, "iv", (box,), paragraph),
        EventMention("٢٥ صفر ١٤٤٧", 17, 28, 3, "iv", (box,), paragraph),
    )
    event = Event(
        id="e1",
        label=label,
        kind=EventKind.SOURCE,
        planned=True,
        date=day,
        mentions=mentions,
        language="fr",
        resolution="écrit en toutes lettres",
        confidence=0.1 + 0.2,
        places=("Alger",),
        other_dates=(hijri,),
        agreement="les deux dates concordent",
        doubts=("un doute",),
        alternatives=(AlternativeDate(hijri, "l’autre lecture"),),
        assumed=("year",),
        order=(3, 1, 3),
    )
    info = DocumentInfo(
        path,
        SHA256,
        "L’accord",
        12,
        PageSize(595.28, 841.89),
        "2025-08-20",
        "2025-08-21",
        "A. Auteur",
        "pdfTeX",
    )
    return Timeline(
        info,
        (event,),
        ("fr", "ar"),
        "2025-08-20",
        "page 1",
        (Unresolved("jadis", 2, "iii", "p2.4", "trop vague"),),
        (5,),
        (6, 7),
    )
