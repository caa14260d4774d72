"""The tense of a sentence tells which of several days is meant."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

WRITTEN = "2012-10-05"


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        (
            "es",
            "La carretera seguirá cerrada por el derrumbe del 18 de septiembre.",
            "18 de septiembre",
            "2012-09-18",
        ),
        ("es", "Estuve en Lima en marzo.", "marzo", "2012-03"),
        ("en", "They hope to close the breach on Monday.", "Monday", "2012-10-08"),
        ("en", "Please telephone before Monday if you wish to see them.", "Monday", "2012-10-08"),
        ("it", "L'appuntamento è per lunedì.", "lunedì", "2012-10-08"),
        ("es", "El plazo finaliza el 30 de abril.", "el 30 de abril", "2013-04-30"),
        ("it", "La schedatura, avviata tre anni fa, terminerà a marzo.", "marzo", "2013-03"),
        ("fr", "Le dossier, déposé en mars, sera examiné plus tard.", "mars", "2012-03"),
        ("fr", "Le pont doit être inauguré en mars.", "mars", "2013-03"),
        ("en", "2 May: cable inspection, begun in March", "March", "2012-03"),
        ("en", "They met more trouble than they had expected in March.", "March", "2012-03"),
        ("fr", "La mairie, saisie le 12 mars, attend.", "le 12 mars", "2012-03-12"),
        ("fr", "Le maire attend l'avis du préfet, saisi le 12 mars.", "le 12 mars", "2012-03-12"),
        ("de", "Miete und Lasten trägt er am 1. Dezember.", "1. Dezember", "2012-12-01"),
        ("fr", "Il expira le 3 mars.", "le 3 mars", "2012-03-03"),
        ("fr", "Le bail expirera le 3 mars.", "le 3 mars", "2013-03-03"),
        ("fr", "En avril je reviendrai.", "avril", "2013-04"),
        ("fr", "Tu descendras en avril.", "avril", "2013-04"),
        ("pt", "Compraste a casa? Comprei a casa em março.", "março", "2012-03"),
        ("pt", "As inscrições encerram a 30 de abril.", "30 de abril", "2013-04-30"),
        ("sv", "Butiken stängde i mars.", "i mars", "2012-03"),
        ("sv", "Huset brann i mars.", "i mars", "2012-03"),
        ("sv", "Butiken öppnar i mars.", "i mars", "2013-03"),
        ("da", "Hun købte gården i marts.", "i marts", "2012-03"),
        ("da", "Maskinerne sælges i marts.", "i marts", "2013-03"),
        ("no", "Kurset begynner i mars.", "i mars", "2013-03"),
        ("pl", "Prace zakończono w marcu.", "marcu", "2012-03"),
        ("he", "המועצה החליטה במרץ.", "במרץ", "2012-03"),
        ("nl", "De raad besloot dit in maart.", "in maart", "2012-03"),
        ("de", "Der Rat entschied im März.", "im März", "2012-03"),
        ("ro", "Podul va fi inaugurat în martie.", "în martie", "2013-03"),
        ("tr", "Köprü martta kapatılacak.", "mart", "2013-03"),
        ("fa", "انبار در اسفند سوخت.", "اسفند", "2012-02-20/2012-03-19"),
        (
            "en",
            "The road will stay closed because of the landslide of 18 September.",
            "18 September",
            "2012-09-18",
        ),
    ],
)
def test_a_verb_tells_whether_a_day_has_been(
    tagger: Tagger, language: str, text: str, words: str, day: str
) -> None:
    found = {timex.text: timex.edtf for timex in tagger.tag(text, language, WRITTEN)}
    assert next(edtf for said, edtf in found.items() if words in said or said in words) == day
