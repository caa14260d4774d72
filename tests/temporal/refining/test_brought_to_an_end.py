"""What ended on a day ended then: the noun of the verb is no "end of" before its date."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "La grève a pris fin le 4 mai 2017.", "2017-05-04"),
        ("fr", "Il fut mis fin en mars 1822 à la quarantaine.", "1822-03"),
        ("de", "Der Streik nahm ein Ende im März 1822.", "1822-03"),
        ("de", "Die Haft ging zu Ende am 4. Mai 2017.", "2017-05-04"),
        ("it", "La lite ebbe fine il 4 maggio 2017.", "2017-05-04"),
        ("es", "Puso fin el 4 de mayo de 2017 al pleito.", "2017-05-04"),
        ("nl", "De staking nam een einde in maart 1822.", "1822-03"),
        ("en", "The strike came to an end in March 1822.", "1822-03"),
        ("ar", "وضع الاتفاق نهاية في مايو 2017 للحرب.", "2017-05"),
        ("fr", "Le bail a pris fin fin 2017.", "2017~"),
        ("fr", "La visite est prévue fin mars 2017.", "2017-03~"),
        ("de", "Der Streik ging Ende März 1822 zu Ende.", "1822-03~"),
    ],
)
def test_an_end_that_a_verb_brings_is_no_part_of_its_date(
    tagger: Tagger, language: str, text: str, edtf: str
) -> None:
    assert [one.edtf for one in tagger.tag(text, language, "2020-01-01")] == [edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'armistice est signé."),
        ("fr", "Ils demandèrent l'armistice."),
    ],
)
def test_an_armistice_is_no_feast(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language, "1871-01-28") == ()
