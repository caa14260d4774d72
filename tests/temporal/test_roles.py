"""What surrounds a date tells what it does: an event, a source, the document's own day."""

from __future__ import annotations

import pytest

from reader.temporal.model import Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Le sommet a échoué (Le Courrier, 16/8/2025).", Role.SOURCE),
        ("fr", "La loi du 29 juillet 1881 sur la presse s'applique.", Role.SOURCE),
        ("fr", "Fait à Paris, le 12 mai 2021.", Role.ISSUE),
        ("fr", "19 août 2025", Role.ISSUE),
        ("fr", "Le maire (élu le 3 mai 2020) a parlé.", Role.EVENT),
        ("en", "The act of 4 August 1914 was repealed.", Role.SOURCE),
        ("en", "The bridge opened on 4 August 1914.", Role.EVENT),
    ],
)
def test_a_date_has_the_role_its_surroundings_give_it(
    tagger: Tagger, language: str, text: str, role: Role
) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Voir page 1912, article 1984 et la salle 2012.",
        "Tél. 04 72 19 98 00, ISBN 978-2-07-036822-8.",
        "Il coûte 2000 euros et pèse 1500 kg.",
        "Le convoi comptait 1200 hommes.",
        "norme ISO 9001:2015 ; cotes 1815 à 1830",
        "doi:10.1000/1999 et https://example.org/2021/05",
        "version 2019.1 du modèle 2008",
    ],
)
def test_numbers_that_are_no_dates_never_come_through(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text, "fr", "2024-05-15") == ()
