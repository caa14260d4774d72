"""The document's own day in its title and after its place."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage, Role
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger

TITLE = "Resolución de 6 de mayo de 2020, por la que se convocan ayudas para pozos"
TERM = "Segundo. El plazo termina el 30 de junio de 2020."


def roles(tagger: Tagger, language: str, *passages: Passage) -> list[Role]:
    recognised = [tagger.recognise(passage, language) for passage in passages]
    context = document_context(DocumentClues(recognised))
    return [timex.role for found in tagger.resolve(recognised, context) for timex in found]


def test_a_title_names_the_act_that_it_heads(tagger: Tagger) -> None:
    signed = Passage("Lugo, 6 de mayo de 2020. La Directora General, Marta Seoane")
    assert roles(tagger, "es", Passage(TITLE, is_heading=True), Passage(TERM), signed) == [
        Role.ISSUE,
        Role.EVENT,
        Role.ISSUE,
    ]


def test_a_title_that_names_another_days_act_cites_it(tagger: Tagger) -> None:
    signed = Passage("Lugo, 9 de julio de 2020")
    assert roles(tagger, "es", Passage(TITLE, is_heading=True), Passage(TERM), signed)[0] is Role.SOURCE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Soria, 3 de marzo de 2014. El Alcalde, Juan de la Peña Ruiz"),
        ("fr", "Gap, le 3 mars 2014. La directrice, Odile Le Goff"),
        ("it", "Susa, 3 marzo 2014. Il Sindaco, Aldo De Rossi"),
    ],
)
def test_who_signs_may_follow_the_day(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.ISSUE]
