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
        "a.pdf --offscreen-picture b.pdf",
        "a.pdf --offscreen-print b.png",
        "--offscreen-print b.pdf",
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


@pytest.mark.parametrize(
    ("option", "name", "content", "is_taken"),
    [
        ("--offscreen-picture", "new.png", None, True),
        ("--offscreen-picture", "empty.png", b"", True),
        ("--offscreen-picture", "older.PNG", b"\x89PNG\r\n\x1a\n", True),
        ("--offscreen-picture", "renamed.png", b"%PDF-1.7\n", False),
        ("--offscreen-picture", "notes.png", b"12 May 1990", False),
        ("--offscreen-print", "new.pdf", None, True),
        ("--offscreen-print", "older.pdf", b"%PDF-1.4\n", False),
        ("--offscreen-print", "notes.pdf", b"12 May 1990", False),
    ],
)
def test_a_file_of_another_kind_is_never_the_target_and_no_document_is(
    option: str,
    name: str,
    content: bytes | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_taken: bool,
) -> None:
    target = tmp_path / name
    if content is not None:
        target.write_bytes(content)
    arguments = ["a.pdf", option, str(target)]
    if is_taken:
        assert parse_window_arguments(arguments, SAY).is_offscreen
        return
    with pytest.raises(SystemExit):
        parse_window_arguments(arguments, SAY)
    assert f"“{target}” is there already" in capsys.readouterr().err


def test_a_folder_is_no_target(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "folder.png"
    folder.mkdir()
    with pytest.raises(SystemExit):
        parse_window_arguments(["a.pdf", "--offscreen-picture", str(folder)], SAY)
    assert "keeps its place" in capsys.readouterr().err


def test_a_folder_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse_window_arguments(["--data-dir", ""], load_sentences("en"))
    assert end.value.code == 2
    assert "A folder must be named" in capsys.readouterr().err
