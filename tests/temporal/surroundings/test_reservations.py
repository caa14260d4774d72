"""A date that the text gives with a reservation is uncertain: EDTF's "?"."""

from __future__ import annotations

import pytest

from reader.sentences import load_sentences
from reader.temporal import explanation
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "Er starb vermutlich am 3. Mai 1850 in Rom.", "1850-05-03?"),
        ("de", "Er wurde wohl um 1850 geboren.", "1850%"),
        ("en", "He probably died in 1850.", "1850?"),
        ("en", "It was built perhaps as early as May 1850.", "1850-05?"),
        ("en", "He may have been born in 1850.", "1850?"),
        ("en", "Anna Reed (1850?), painter", "1850?"),
        ("en", "Anna Reed was born in 1850 (?) at Cork.", "1850?"),
        ("fr", "Il mourut sans doute le 3 mai 1850.", "1850-05-03?"),
        ("fr", "Le pont, construit probablement entre 1850 et 1860, tient.", "1850?/1860?"),
        ("es", "Murió quizás el 3 de mayo de 1850.", "1850-05-03?"),
        ("it", "Morì forse nel 1850.", "1850?"),
        ("pt", "Morreu talvez a 3 de maio de 1850.", "1850-05-03?"),
        ("nl", "Hij stierf vermoedelijk op 3 mei 1850.", "1850-05-03?"),
        ("ru", "Он умер, вероятно, 3 мая 1850 года.", "1850-05-03?"),
        ("ar", "توفي على الأرجح في 3 مايو 1850.", "1850-05-03?"),
        ("ar", "ربما ولد سنة 1800.", "1800?"),
        ("fa", "احتمالاً در ۳ مه ۱۸۵۰ درگذشت.", "1850-05-03?"),
        ("tr", "Muhtemelen 3 Mayıs 1850'de öldü.", "1850-05-03?"),
        ("ca", "Va morir probablement el 3 de maig de 1850.", "1850-05-03?"),
        ("pl", "Zmarł prawdopodobnie 3 maja 1850 r.", "1850-05-03?"),
        ("uk", "Він помер, ймовірно, 3 травня 1850 року.", "1850-05-03?"),
        ("sv", "Han dog troligen den 3 maj 1850.", "1850-05-03?"),
        ("da", "Han døde formentlig den 3. maj 1850.", "1850-05-03?"),
        ("no", "Han døde trolig 3. mai 1850.", "1850-05-03?"),
        ("el", "Πέθανε πιθανώς στις 3 Μαΐου 1850.", "1850-05-03?"),
        ("ro", "A murit probabil la 3 mai 1850.", "1850-05-03?"),
        ("cs", "Zemřel pravděpodobně 3. května 1850.", "1850-05-03?"),
        ("he", "הוא נפטר כנראה ב-3 במאי 1850.", "1850-05-03?"),
    ],
)
def test_a_date_said_with_a_reservation_is_uncertain(
    tagger: Tagger, language: str, text: str, edtf: str
) -> None:
    (timex,) = tagger.tag(text, language)
    assert timex.edtf == edtf
    assert timex.confidence < 0.5
    assert timex.resolution[-1].key == "resolution.reservation"
    assert explanation.say(timex, load_sentences("en"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was probably ill. In 1850 he died."),
        ("en", "Was it in 1850? He did not know."),
        ("de", "Er fühlte sich wohl, als er 1850 ankam."),
        ("fr", "Sans doute aimait-il la mer, mais en 1850 il partit."),
    ],
)
def test_what_is_presumed_of_something_else_leaves_a_date_certain(
    tagger: Tagger, language: str, text: str
) -> None:
    assert tagger.tag(text, language)[0].edtf == "1850"
