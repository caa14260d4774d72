"""A page that waits for the end comes back as it was."""

from __future__ import annotations

from dataclasses import replace

from reader.document.model import Box, Fragment, Paragraph, ParagraphRole
from reader.temporal.context import DocumentContext
from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage
from reader.timeline.kept_page import KeptPassages, dating_digest, keep_page
from reader.timeline.page_mentions import pack_words

TAGGER = installed_tagger()
TEXTS = ("The bridge was opened on 12 March 1943.", "Three days later, between 9 and 11 May, it fell.")
ROLES = (ParagraphRole.BODY, ParagraphRole.TABLE_ROW)
PARAGRAPHS = [
    Paragraph(
        f"p7.{number}",
        text,
        (
            Fragment(0, 10, 7, Box(72.1, 100.0 + number, 523.5, 112.25), None, False, 2 * number, 0),  # noqa: FBT003 - as in the model
            Fragment(10, len(text), 8, Box(72.1, 0.1, 300.0, 12.0), None, True, 0, 4),  # noqa: FBT003 - as above
        ),
        role,
        "1943",
        from_ocr=number == 1,
    )
    for number, (text, role) in enumerate(
        zip(TEXTS, (ParagraphRole.BODY, ParagraphRole.TABLE_ROW), strict=True)
    )
]
RECOGNISED = [
    TAGGER.recognise(Passage(paragraph.text, context=paragraph.context)) for paragraph in PARAGRAPHS
]
WORDS = pack_words(tuple(RECOGNISED))


def test_paragraphs_and_mentions_come_back_equal() -> None:
    kept = keep_page(PARAGRAPHS, WORDS, (1, 2), measured=False)
    assert list(kept.recognised()) == RECOGNISED
    assert kept.paragraphs(kept.recognised()) == PARAGRAPHS
    assert (kept.count, kept.dated, kept.measured) == (2, (1, 2), False)


def test_a_page_without_dates_takes_no_room() -> None:
    kept = keep_page((), b"", (), measured=True)
    assert kept.recognised() == ()
    assert kept.paragraphs(()) == []
    assert not kept.words


def test_passages_can_be_walked_through_again_and_again() -> None:
    page, blank = (
        keep_page(PARAGRAPHS, WORDS, (1, 2), measured=False),
        keep_page((), b"", (), measured=False),
    )
    passages = KeptPassages([blank, page, blank, page])
    assert len(passages) == 4
    assert list(passages) == list(passages) == [*RECOGNISED, *RECOGNISED]
    assert RECOGNISED[1] in passages


def test_another_dating_has_another_digest_and_the_same_has_the_same() -> None:
    (dated, *_rest), again = (TAGGER.resolve(RECOGNISED, DocumentContext()) for _ in range(2))
    assert dating_digest(dated) == dating_digest(again[0])
    for changed in ({"planned": True}, {"edtf": "1944"}, {"confidence": 0.5}, {"resolution": ()}):
        assert dating_digest([replace(dated[0], **changed)]) != dating_digest(dated)
