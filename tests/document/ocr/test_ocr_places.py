"""Where Tesseract is looked for on systems that this machine is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.document.ocr.ocr import program_path
from reader.document.ocr.ocr_places import places

WINDOWS = {
    "PATH": r'C:\Windows;"D:\My tools";.;;bin;\tools;C:relative',
    "ProgramFiles": r"E:\Programme",
    "LOCALAPPDATA": r"C:\Users\ann\AppData\Local",
}


def test_on_windows_it_is_looked_for_on_the_path_and_where_its_installer_puts_it() -> None:
    assert places(WINDOWS, "win32") == (
        r"C:\Windows\tesseract.exe",
        r"D:\My tools\tesseract.exe",
        r"E:\Programme\Tesseract-OCR\tesseract.exe",
        r"C:\Users\ann\AppData\Local\Programs\Tesseract-OCR\tesseract.exe",
        r"C:\Users\ann\AppData\Local\Tesseract-OCR\tesseract.exe",
        r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    )


def test_on_macos_it_is_looked_for_where_homebrew_and_macports_put_it() -> None:
    assert places({"PATH": "/usr/bin:/bin"}, "darwin") == (
        "/usr/bin/tesseract",
        "/bin/tesseract",
        "/opt/homebrew/bin/tesseract",
        "/usr/local/bin/tesseract",
        "/opt/local/bin/tesseract",
    )


def program(folder: Path) -> str:
    path = folder / "tesseract"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="a program is made of a script")
def test_what_lies_beside_the_document_is_never_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "documents"
    installed = tmp_path / "programs"
    for folder in (beside, installed):
        folder.mkdir()
        program(folder)
    monkeypatch.chdir(beside)
    monkeypatch.setenv("PATH", f":.:../documents:{installed}")
    assert program_path() == str(installed / "tesseract")


@pytest.mark.skipif(os.name != "posix", reason="a program is made of a script")
def test_what_cannot_be_started_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("folder", "text", "real"):
        (tmp_path / name).mkdir()
    (tmp_path / "folder" / "tesseract").mkdir()
    (tmp_path / "text" / "tesseract").write_text("notes")
    real = program(tmp_path / "real")
    monkeypatch.setenv("PATH", ":".join(str(tmp_path / name) for name in ("folder", "text", "real")))
    assert program_path() == real
