"""The whole program, children and all, on the bundled sample, on a machine without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from reader.resources import resource

SAMPLE = str(next(iter(sorted(resource("sample").glob("*.pdf")))))
ROOT = Path(__file__).resolve().parent.parent.parent


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "reader", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_the_sample_is_read_and_shown_with_its_timeline(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = start(
        SAMPLE, "--page", "2", "--language", "ar", "--offscreen-picture", str(picture), "--for-testing"
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["page"] == 2
    assert report["events"] > 5
    assert report["sources"] > 0
    assert report["issue_dates"] == 1
    assert report["arabic_events"] > 0
    assert report["timeline_loaded"]
    assert report["page_painted"]
    assert report["message"] == ""
    image = QImage(str(picture))
    assert image.width() >= 1000
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colors) > 30, "an empty window has a handful of colours"


def test_nothing_is_written_when_testing(own_home: Path) -> None:
    start(SAMPLE, "--for-testing")
    written = [path for path in own_home.rglob("*") if path.is_file() and "timeleaf" in str(path)]
    assert written == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.pdf", None, "no file"),
        ("empty.pdf", b"", "is empty"),
        ("letter.pdf", b"Dear Sir or Madam, this is no PDF at all.\n" * 40, "is not a PDF"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "“"),
    ],
)
def test_bad_input_is_a_sentence(tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = start(str(path), "--for-testing", "--language", "en")
    assert done.returncode == 2, done.stderr
    report = json.loads(done.stdout)
    assert name in report["message"]
    assert words in report["message"]
    assert report["document"] is None
    assert "Traceback" not in done.stderr


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    done = start(str(tmp_path), "--for-testing", "--language", "en")
    assert "is a folder" in json.loads(done.stdout)["message"]


def test_the_windows_process_never_loads_the_engine() -> None:
    code = "import reader.ui.app, sys; print('pymupdf' in sys.modules, 'pyqtgraph' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["False", "False"]
