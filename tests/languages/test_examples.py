"""Every example of a language file finds its mention and value; no counterexample finds anything like it."""

from __future__ import annotations

import pytest

from reader.resources import resource
from reader.temporal import timex3
from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger, load_languages
from reader.temporal.words.language import Example, Rule

# A Wednesday; examples that say nothing else count from it, as a newspaper would.
DCT = "2024-05-15"
LANGUAGES = load_languages([resource("languages")])
TAGGER = Tagger(LANGUAGES)


def _cases() -> list[tuple[str, Rule, Example]]:
    return [
        (tag, rule, example)
        for tag in LANGUAGES.tags
        for rule in LANGUAGES.grammar(tag).language.rules
        for example in (*rule.examples, *(Example(text) for text in rule.counterexamples))
    ]


@pytest.mark.parametrize(
    ("tag", "rule", "example"), [pytest.param(*case, id=f"{case[0]}:{case[1].name}") for case in _cases()]
)
def test_a_rule_proves_itself(tag: str, rule: Rule, example: Example) -> None:
    timexes = TAGGER.tag(example.text, tag, DCT, Domain(example.domain))
    found = {(str(record["text"]), str(record["value"])) for record in timex3.records(timexes)} | {
        (timex.text, timex.edtf or "") for timex in timexes
    }
    if not example.mention:
        assert not any(timex.rule.startswith(rule.name) for timex in timexes), (example, found)
    elif example.value:
        assert (example.mention, example.value) in found
    else:
        assert example.mention in {text for text, _ in found}
