"""The chain from the words to the day is a sentence, in the language of the reader."""

from __future__ import annotations

import pytest

from reader.sentences import available_languages, load_sentences
from reader.temporal import explanation
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize("language", available_languages())
def test_every_kind_of_chain_can_be_said(tagger: Tagger, language: str) -> None:
    sentences = load_sentences(language)
    text = "Le 31/12/98 hier, mardi, le 25 Safar 1447 AH, lundi 14 juillet 1789, le 31 avril 2021, 3/4/2021."
    for timex in tagger.tag(text, "fr", "2024-05-15"):
        assert "{" not in explanation.say(timex, sentences)
        for sentence in (*timex.doubts, *(other.reason for other in timex.alternatives)):
            assert explanation.worded(sentence, sentences)


def test_a_day_is_written_out_as_readers_write_it() -> None:
    assert explanation.date_in_words("2025-08-13", load_sentences("fr")) == "mercredi 13 août 2025"


@pytest.mark.parametrize(
    ("edtf", "english", "french", "arabic"),
    [
        ("2024-05-01", "Wednesday, May 1, 2024", "mercredi 1er mai 2024", "الأربعاء، 1 مايو 2024"),
        ("-0043-03-01", "March 1, 44 BCE", "1er mars 44 av. J.-C.", "1 مارس 44 ق.م"),
        ("2025-08", "August 2025", "août 2025", "أغسطس 2025"),
        ("0044", "44", "44", "44"),
        ("-0043", "44 BCE", "44 av. J.-C.", "44 ق.م"),
        ("-0043-03-15", "March 15, 44 BCE", "15 mars 44 av. J.-C.", "15 مارس 44 ق.م"),
        ("-0043-03", "March 44 BCE", "mars 44 av. J.-C.", "مارس 44 ق.م"),
        ("07XX", "8th century", "VIIIe siècle", "القرن 8"),
        ("198X", "1980s", "années 1980", "عقد 1980"),
        ("-0399/-0300", "4th century BCE", "IVe siècle av. J.-C.", "القرن 4 ق.م"),
        ("1801/1820", "early 19th century", "début du XIXe siècle", "أوائل القرن 19"),
        ("1881/1900", "late 19th century", "fin du XIXe siècle", "أواخر القرن 19"),
        ("1914/1918", "1914 – 1918", "1914 – 1918", "1914 – 1918"),
        ("1801/1850", "1801 – 1850", "1801 – 1850", "1801 – 1850"),
        ("2017-22", "summer 2017", "été 2017", "صيف 2017"),
        ("2013-34", "Q2 2013", "T2 2013", "الربع 2 من 2013"),
    ],
)
def test_every_grain_is_said_in_words(edtf: str, english: str, french: str, arabic: str) -> None:
    said = [explanation.date_in_words(edtf, load_sentences(tag)) for tag in ("en", "fr", "ar")]
    assert said == [english, french, arabic]


def test_a_trace_line_names_words_and_step(tagger: Tagger) -> None:
    text = "Il part demain."
    lines = explanation.trace_lines(tagger.explain(text, "fr", "2024-05-15"), text, load_sentences("en"))
    assert lines[0] == "8–14 “demain” found by fr/deictic-day"
