"""What the window may be started with."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.sentences import load_sentences
from reader.ui.arguments import WindowArguments, parse_window_arguments

SAY = load_sentences("en")


def parse(line: str) -> WindowArguments:
    return parse_window_arguments(line.split(), SAY)


def test_nothing_is_said() -> None:
    assert parse("") == WindowArguments()


def test_everything_is_said() -> None:
    assert parse(
        "a.pdf b.pdf --page 3 --language fr --theme dark --date 2025-08-19 --offscreen-picture x.png "
        "--for-testing --data-dir there --portable"
    ) == WindowArguments(
        files=("a.pdf", "b.pdf"),
        page=3,
        language="fr",
        theme="dark",
        document_date="2025-08-19",
        offscreen_picture=Path("x.png"),
        for_testing=True,
        data_dir=Path("there"),
        portable=True,
    )
    assert parse("a.pdf --page-label iv").page_label == "iv"


@pytest.mark.parametrize(
    "line",
    [
        "--page 0",
        "--page x",
        "--page 2 --page-label ii",
        "--language tlh",
        "--date 19/8/2025",
        "--theme pink",
    ],
)
def test_a_wrong_word_is_misuse(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(line)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert "usage:" in said
    assert "fromisoformat" not in said
    assert "_page" not in said
