"""The whole program, children and all, on the bundled sample, on a machine without a screen."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.store.paths import folders_under
from reader.ui.app import Program
from reader.ui.arguments import WindowArguments
from reader.ui.dialogs.password_dialog import PasswordDialog
from reader.ui.memory import Memory
from reader.worker.messages import Opened
from tests.ui.conftest import Desk, info, settle

SAMPLE = str(next(iter(sorted(resource("sample").glob("*.pdf")))))
ROOT = Path(__file__).resolve().parent.parent.parent
AES_256 = 5  # as PyMuPDF counts ways to encrypt


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


def test_the_document_given_as_the_picture_stays_as_it_is(tmp_path: Path) -> None:
    document = tmp_path / "a.pdf"
    document.write_bytes(Path(SAMPLE).read_bytes())
    done = start(str(document), "--offscreen-picture", str(document))
    assert done.returncode == 2
    assert "must end in .png" in done.stderr
    assert document.read_bytes() == Path(SAMPLE).read_bytes()


def test_the_first_page_is_printed_without_a_picture_or_a_window(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    done = start(SAMPLE, "--offscreen-print", str(paper))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with pymupdf.open(paper) as printed:
        assert printed.page_count == 1


@pytest.mark.parametrize(
    ("file", "options", "said"),
    [
        ("missing.pdf", ("--offscreen-print", "paper.pdf"), "There is no file"),
        ("missing.pdf", ("--offscreen-picture", "window.png"), "There is no file"),
        ("locked.pdf", ("--offscreen-print", "paper.pdf"), "protected by a password"),
        (SAMPLE, ("--offscreen-print", "nowhere/paper.pdf"), "could not be printed"),
        (SAMPLE, ("--offscreen-picture", "nowhere/window.png"), "could not be written"),
    ],
)
def test_what_fails_without_a_window_is_said_and_the_program_ends(
    file: str, options: tuple[str, str], said: str, tmp_path: Path
) -> None:
    with pymupdf.open(SAMPLE) as document:
        document.save(tmp_path / "locked.pdf", encryption=AES_256, owner_pw="o", user_pw="u")
    option, target = options
    done = start(str(tmp_path / file), option, str(tmp_path / target))
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "paper.pdf").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-", "2>&- >&-"])
def test_a_report_that_cannot_be_written_ends_the_program_too(redirection: str) -> None:
    line = f"{shlex.quote(sys.executable)} -m reader {shlex.quote(SAMPLE)} --for-testing {redirection}"
    done = subprocess.run(  # noqa: S602 - our own program
        line, shell=True, cwd=ROOT, stderr=subprocess.PIPE, check=False, timeout=100
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


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


SAVES_A_FILE = """
from PySide6.QtWidgets import QFileDialog
from reader.ui.app import make_application

application = make_application()
dialog = QFileDialog()
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
dialog.show()
dialog.selectFile("table.csv")
dialog.accept()
assert dialog.history()
del dialog
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own dialog is shown")
def test_a_file_dialog_leaves_no_names_of_folders_behind(own_home: Path, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", SAVES_A_FILE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [path for path in own_home.rglob("*") if path.is_file()] == []


@pytest.fixture
def program(qapp: QApplication, desk: Desk) -> Iterator[Program]:
    """The program around a client that the test answers for; the application is given back as it was."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    made = Program(
        qapp, desk.client, Memory(None, lambda: 0.0), WindowArguments(language="en", theme="light")
    )
    made.show_window()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.release()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    settle()


def test_another_language_is_another_window_on_the_same_page(program: Program, desk: Desk) -> None:
    english = program.window
    english.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, info()))
    english.pages.zoom_to(2.0)
    english.pages.show_page(3)
    english.menus.language_wanted.emit("ar")
    settle()
    arabic = program.window
    assert arabic is not english
    assert desk.client.opened[-1] == ("chronicle.pdf", None, 3)
    assert desk.client.closed == [1]
    desk.answer(Opened(2, info()))
    assert arabic.session.page_index == 3
    assert arabic.pages.layout_of_pages is not None
    assert arabic.pages.layout_of_pages.scale == 2.0
    assert arabic.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert arabic.pages.layoutDirection() == Qt.LayoutDirection.LeftToRight, "pages are never mirrored"
    assert arabic.commands["open"].text().startswith("&فتح")
    assert arabic.commands["back"].shortcuts()[0].toString() == "Alt+Right"


def test_qts_own_buttons_speak_the_language_too(program: Program, qtbot: QtBot) -> None:
    program.window.menus.language_wanted.emit("fr")
    program.window.dialogs.ask_for_password("secret.pdf", was_wrong=False)
    dialog = program.window.dialogs.shown
    assert isinstance(dialog, PasswordDialog)
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Ouvrir", "Annuler"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_colours_change_while_one_reads(program: Program, desk: Desk) -> None:
    program.window.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, info()))
    before = program.window.grab().toImage().pixelColor(3, 3)
    program.window.theme.set_mode("dark")
    settle()
    after = program.window.grab().toImage().pixelColor(3, 3)
    assert before.lightness() > 200
    assert after.lightness() < 60


def test_a_folder_that_keeps_nothing_is_told_once_and_whatever_is_opened(
    qapp: QApplication, desk: Desk, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("a user folder cannot be made")
    (tmp_path / "file").touch()
    memory = Memory(folders_under(tmp_path / "file" / "folder"), lambda: 0.0)
    sheet, palette = qapp.styleSheet(), qapp.palette()
    made = Program(
        qapp, desk.client, memory, WindowArguments(("chronicle.pdf",), language="en", theme="light")
    )
    made.show_window(awaits_document=True)
    made.open_files()
    bar = made.window.message
    desk.answer(Opened(1, info()))
    assert "Nothing will be remembered" in bar.text.text()
    assert str(tmp_path / "file" / "folder") in bar.text.text()
    made.window.session.close()
    assert bar.isVisible()
    bar.dismiss()
    made.window.door.open_file("another.pdf")
    assert not bar.isVisible()
    made.window.close()
    made.window.deleteLater()
    made.release()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    settle()
