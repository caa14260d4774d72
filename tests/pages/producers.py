"""Programs that make PDFs, each behind one function: source in, bytes out.

A program that is not on the machine raises `MissingProducerError`; the caller says so and goes on. Dates and
identifiers that would change from run to run are taken out, so that the files change only with their text.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pymupdf

PAGE = (420.0, 595.0)  # A5 in points: small pages keep the files small
MARGIN = 48.0


class MissingProducerError(Exception):
    """The program is not installed here."""


def _program(*names: str) -> str:
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise MissingProducerError(names[0])


def _run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)  # noqa: S603 - fixed programs


def chromium(html: str, *, tagged: bool = True) -> bytes:
    """Print HTML with Chromium, headless; it tags its files unless told not to."""
    program = _program("chromium", "chromium-browser", "google-chrome")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(html, "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        options += [] if tagged else ["--disable-pdf-tagging"]
        _run(
            [program, *options, f"--user-data-dir={folder}/p", "--print-to-pdf=page.pdf", "page.html"], folder
        )
        return (folder / "page.pdf").read_bytes()


def libreoffice(flat_odt: str, *, tagged: bool = False) -> bytes:
    """Export a flat OpenDocument text with LibreOffice."""
    program = _program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.fodt").write_text(flat_odt, "utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        tags = ':writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' if tagged else ""
        _run([program, profile, "--headless", "--convert-to", "pdf" + tags, "page.fodt"], folder)
        return (folder / "page.pdf").read_bytes()


def typst(source: str, *, tagged: bool = True) -> bytes:
    """Compile Typst markup with the `typst` package from PyPI; it tags its files unless told not to."""
    try:
        import typst as compiler  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingProducerError("typst") from error
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "page.typ"
        path.write_text(source, "utf-8")
        made = compiler.compile(str(path)) if tagged else compiler.compile(str(path), pdf_tags=False)
        return made if isinstance(made, bytes) else made[0]


def pdftex(source: str) -> bytes:
    """Run pdfLaTeX."""
    program = _program("pdflatex")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.tex").write_text(source, "utf-8")
        for _ in range(2):
            _run([program, "-interaction=batchmode", "page.tex"], folder)
        return (folder / "page.pdf").read_bytes()


def story(html: str, css: str = "", frames: Sequence[tuple[float, float, float, float]] = ()) -> bytes:
    """Set HTML with MuPDF's own Story, into one frame a page or into the given frames of each page."""
    import io  # noqa: PLC0415 - only here

    buffer = io.BytesIO()
    writer = pymupdf.DocumentWriter(buffer)
    made = pymupdf.Story(html, user_css=css)
    places = [pymupdf.Rect(*frame) for frame in frames] or [
        pymupdf.Rect(MARGIN, MARGIN, PAGE[0] - MARGIN, PAGE[1] - MARGIN)
    ]
    more = True
    while more:
        device = writer.begin_page(pymupdf.Rect(0, 0, *PAGE))
        for place in places:
            if more:
                more, _ = made.place(place)
                made.draw(device)
        writer.end_page()
    writer.close()
    return buffer.getvalue()


def tidy(pdf: bytes) -> bytes:
    """The same file, small, without what changes from run to run."""
    with pymupdf.open("pdf", pdf) as document:
        document.set_metadata({})
        document.del_xml_metadata()
        saved = document.tobytes(garbage=4, deflate=True, deflate_fonts=True, no_new_id=True)
    return re.sub(rb"/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]", b"", saved)
