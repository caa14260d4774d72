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
    assert explanation.date_in_words("2025-08-13", "fr") == "mercredi 13 août 2025"
    assert explanation.date_in_words("2025-08", "en") == "August 2025"
    assert explanation.date_in_words("-0043-03-15", "en") == "-0043-03-15"


def test_a_trace_line_names_words_and_step(tagger: Tagger) -> None:
    text = "Il part demain."
    lines = explanation.trace_lines(tagger.explain(text, "fr", "2024-05-15"), text, load_sentences("en"))
    assert lines[0] == "8–14 “demain” found by fr/deictic-day"
