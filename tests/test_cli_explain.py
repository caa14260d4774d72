"""What `explain` tells of a text."""

from __future__ import annotations

from typing import get_args

import pytest

from reader.cli import DONE, INCOMPLETE, main
from reader.sentences import available_languages, load_sentences
from reader.temporal.mention import Stage


def test_explain_names_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "He came on 3 May 1921.", "--language", "en"]) == DONE
    said = capsys.readouterr().out
    assert "en/" in said
    assert "resolution." not in said


def test_explain_says_which_language_it_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Le conseil s’est réuni le 3 mai 1921 à la mairie."
    assert main(["explain", text]) == DONE
    assert capsys.readouterr().out.splitlines()[0] == "The language was guessed: français (fr)"
    assert main(["explain", text, "--language", "fr"]) == DONE
    assert "guessed" not in capsys.readouterr().out


@pytest.mark.parametrize("language", available_languages())
def test_every_step_has_its_sentence(language: str) -> None:
    say = load_sentences(language)
    assert all(say(f"trace.{stage}", name="list", note="why") for stage in get_args(Stage))


def test_explain_tells_of_a_list_of_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "They met on 3 and 5 May 1921.", "--language", "en"]) == DONE
    assert "split by “day list”" in capsys.readouterr().out


def test_a_text_without_dates_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "nothing at all"]) == INCOMPLETE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "No dates" in printed.err
