"""A language file is read with its words and rules; what is wrong is named with file and rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.temporal.model import Passage
from reader.temporal.tagger import DocumentContext, Tagger, load_languages
from reader.temporal.words.language import LanguageFileError, read_language

HEAD = 'tag = "xx"\nscripts = ["Latn"]\ncommonest = "lo"\n[words.month]\n5 = ["maius"]\n'
RULE = '[[rules]]\nname = "day"\npattern = "{pattern}"\nvalue = "{value}"\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "xx.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD + RULE.format(pattern="{day} {moonth}", value=""), r"xx\.toml: rule 'day': no such slot"),
        (
            HEAD + RULE.format(pattern="{day} {month}", value="era=x foo=1"),
            "no such field: 'foo'",
        ),
        (HEAD + RULE.format(pattern="{day} {month}", value="month=x"), "wants a number"),
        (HEAD + '[[rules]]\nname = "day"\n', "'pattern' is missing"),
        ("[words.month]\n5 = []\n", "'tag' is missing"),
        ('tag = "xx"\n[sounds]\n', "unknown section 'sounds'"),
        ("tag = \n", r"xx\.toml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LanguageFileError, match=reason):
        read_language(write(tmp_path, text))


def test_a_file_of_ones_own_is_a_language_at_once(tmp_path: Path) -> None:
    write(tmp_path, HEAD + RULE.format(pattern="{day} {month} {year}", value=""))
    tagger = Tagger(load_languages([tmp_path]))
    found = tagger.resolve([tagger.recognise(Passage("lo 3 Maius 1912.", "xx"))], DocumentContext())
    assert [(timex.text, timex.edtf) for timex in found[0]] == [("3 Maius 1912", "1912-05-03")]


def test_a_later_folder_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    write(first, HEAD)
    own = write(second, HEAD)
    assert load_languages([first, second]).paths["xx"] == own
