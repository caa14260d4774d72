"""Precision and recall may only rise: `scores.toml` holds the floors of our corpora and of those beside us.

`scores.toml`: `own` for `<tag>.jsonl` here, `beside` for the corpora of `../shared/eval/dev`; each a pair of
relaxed F1 and value F1 in percent. Raise a floor when the tagger gets better; never lower one.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader.resources import resource
from reader.temporal.tagger import Tagger, load_languages
from tests.corpora.scoring import score

HERE = Path(__file__).parent
BESIDE = HERE.parents[2] / "shared" / "eval" / "dev"
FLOORS = tomllib.loads((HERE / "scores.toml").read_text(encoding="utf-8"))
TAGGER = Tagger(load_languages([resource("languages")]))


def test_every_corpus_of_ours_has_a_floor() -> None:
    assert {path.stem for path in HERE.glob("*.jsonl")} == set(FLOORS["own"])


@pytest.mark.parametrize("tag", FLOORS["own"])
def test_our_own_corpus_does_not_fall(tag: str) -> None:
    found = score(TAGGER, HERE / f"{tag}.jsonl")
    relaxed, value = FLOORS["own"][tag]
    assert (found.relaxed_f1 >= relaxed, found.value_f1 >= value) == (True, True), found


@pytest.mark.parametrize("name", FLOORS["beside"])
def test_a_corpus_beside_us_does_not_fall(name: str) -> None:
    path = BESIDE / f"{name}.jsonl"
    if not path.exists():
        pytest.skip("the corpora are not beside this checkout")
    found = score(TAGGER, path)
    relaxed, value = FLOORS["beside"][name]
    assert (found.relaxed_f1 >= relaxed, found.value_f1 >= value) == (True, True), found
