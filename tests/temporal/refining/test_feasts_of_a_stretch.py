"""From one feast to another, with the year at the end: a winter begins in one year and ends in the next."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Between Christmas and New Year 1962 the snow lay deep.", "1962-12-25/1963-01-01"),
        ("fr", "Entre Noël et le Nouvel An 1962, la neige tomba sans cesse.", "1962-12-25/1963-01-01"),
        ("de", "Zwischen Weihnachten und Neujahr 1962 fiel viel Schnee.", "1962-12-25/1963-01-01"),
        ("es", "Entre Navidad y Año Nuevo de 1962 nevó mucho.", "1962-12-25/1963-01-01"),
        ("it", "Tra Natale e Capodanno 1962 nevicò molto.", "1962-12-25/1963-01-01"),
        ("nl", "Tussen Kerst en Nieuwjaar 1962 lag er veel sneeuw.", "1962-12-25/1963-01-01"),
        ("ar", "بين عيد الميلاد ورأس السنة 1962 تساقطت الثلوج.", "1962-12-25/1963-01-01"),
        ("en", "From Christmas to Easter 1963 the mill stood still.", "1962-12-25/1963-04-14"),
        ("en", "Between Easter and Christmas 1962 he built a barn.", "1962-04-22/1962-12-25"),
        ("en", "Between Christmas and 6 January 1963 nobody came.", "1962-12-25/1963-01-06"),
    ],
)
def test_the_year_at_the_end_dates_both_feasts(tagger: Tagger, language: str, text: str, edtf: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None, Domain.NARRATIVE)] == [edtf]
