"""Opening files, good and bad."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

import pymupdf
import pytest

from reader.document.errors import (
    DamagedDocumentError,
    DamagedPageError,
    DocumentError,
    EmptyFileError,
    LinkLoopError,
    LockedByOtherError,
    MissingFileError,
    NoPagesError,
    NotAFileError,
    NotAPdfError,
    NotKeptError,
    PasswordNeededError,
    TooManyPagesError,
    WrongPasswordError,
)
from reader.document.file import pdf
from reader.document.file.pdf import open_document
from reader.document.model import Cover
from reader.document.paragraph_reader import ParagraphReader, read_paragraphs
from reader.sentences import load_sentences

AES_256 = 5  # as PyMuPDF counts ways to encrypt
TEXT = "Signed on 14 July 1789 in Paris."


def pdf_of(*texts: str) -> pymupdf.Document:
    document = pymupdf.open()
    for text in texts:
        document.new_page(width=300, height=200).insert_text((40, 60), text)
    return document


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.pdf"
    with pdf_of(TEXT) as document:
        document.set_metadata({"title": "A treaty", "creationDate": "D:20250819120000Z"})
        document.set_language("fr")
        document.save(path)
    return path


def refusal(path: Path, password: str | None = None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        open_document(str(path), password)
    return caught.value


def test_a_plain_file_tells_what_it_is(plain: Path) -> None:
    with open_document(str(plain)) as document:
        info = document.info
        assert (info.title, info.page_count, info.created) == ("A treaty", 1, "2025-08-19")
        assert info.language == "fr"
        assert len(info.sha256) == 64
        assert [part.text for part in read_paragraphs(document)] == [TEXT]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b"<!DOCTYPE html><html><body>12 March 1943</body></html>", NotAPdfError),
        (b"PK\x03\x04 a word processor's file", NotAPdfError),
        (b"%PDF-1.7\n%%EOF\n", DamagedDocumentError),
    ],
)
def test_what_is_no_pdf_is_refused_in_words(
    tmp_path: Path, content: bytes, error: type[DocumentError]
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    refused = refusal(path)
    assert type(refused) is error
    for language in ("en", "fr", "ar"):
        assert "letter.pdf" in load_sentences(language).say(refused.sentence)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert type(refusal(tmp_path / "nowhere.pdf")) is MissingFileError
    assert type(refusal(tmp_path)) is NotAFileError


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_back_to_itself_is_told_as_one(tmp_path: Path) -> None:
    loop, other = tmp_path / "loop.pdf", tmp_path / "other.pdf"
    loop.symlink_to(other)
    other.symlink_to(loop)
    assert type(refusal(loop)) is LinkLoopError
    for language in ("en", "fr", "ar"):
        assert "loop.pdf" in load_sentences(language).say(refusal(loop).sentence)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_is_refused_before_it_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert type(refusal(pipe)) is NotKeptError


def test_a_password_is_asked_for_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "secret.pdf"
    with pdf_of(TEXT) as document:
        document.save(path, encryption=AES_256, user_pw="été")
    assert type(refusal(path)) is PasswordNeededError
    assert type(refusal(path, "hiver")) is WrongPasswordError
    # Typed on a Mac, the accents come apart; the password is the same.
    with open_document(str(path), "e\u0301te\u0301") as document:
        assert document.page_count == 1


def test_only_the_attachments_are_locked(tmp_path: Path) -> None:
    # ISO 32000-2, 7.6.6: /StmF /Identity leaves pages as they are, /EFF is for embedded files alone.
    path = tmp_path / "attachment.pdf"
    with pdf_of(TEXT) as document:
        document.save(path)
    key = b"<" + b"5a" * 32 + b">"
    filters = b"/CF<</StdCF<</AuthEvent/EFOpen/CFM/AESV2/Length 16>>>>/StmF/Identity/StrF/Identity/EFF/StdCF"
    lock = b"/Encrypt<</Filter/Standard/V 4/R 4/Length 128/P -4/O " + key + b"/U " + key + filters + b">>"
    path.write_bytes(path.read_bytes().replace(b"trailer\n<<", b"trailer\n<<" + lock))
    with open_document(str(path)) as document:
        assert [part.text for part in read_paragraphs(document)] == [TEXT]
    assert type(refusal(path, "hiver")) is WrongPasswordError


def test_a_file_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, plain: Path) -> None:
    whole = plain.read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(whole[: whole.index(b"xref\n0")])
    with open_document(str(path)) as document:
        assert [part.text for part in read_paragraphs(document)] == [TEXT]


@pytest.mark.parametrize("count", [b"/Count -1", b"/Count 0", b"/Count 999999", b"/Cnt 1"])
def test_a_wrong_page_count_does_not_hide_the_pages(tmp_path: Path, plain: Path, count: bytes) -> None:
    path = tmp_path / "count.pdf"
    path.write_bytes(plain.read_bytes().replace(b"/Count 1", count))
    with open_document(str(path)) as document:
        assert document.page_count == 1
        assert [part.text for part in read_paragraphs(document)] == [TEXT]


def test_a_file_without_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"
    path.write_bytes(
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n"
    )
    assert type(refusal(path)) is NoPagesError


def test_a_title_is_one_line_of_bounded_length(tmp_path: Path) -> None:
    path = tmp_path / "title.pdf"
    with pdf_of("a") as document:
        document.set_metadata({"title": "A\ttitle\n\u202eof\x07 ten\u200c megabytes " + "a" * 10_000_000})
        document.save(path)
    with open_document(str(path)) as document:
        assert document.info.title.startswith("A title of ten\u200c megabytes aaa")
        assert len(document.info.title) < 1_000


@pytest.mark.parametrize("handler", ["Adobe.PubSec", "FOPN_fLock", "MicrosoftIRMServices"])
def test_a_file_locked_for_another_program_is_not_called_damaged(plain: Path, handler: str) -> None:
    """No password opens it here; who is told to get a fresh copy gets the same once more."""
    whole = plain.read_bytes()
    locked = whole.replace(b"/Root", b"/Encrypt<</Filter/%b/V 1>>/Root" % handler.encode(), 1)
    assert locked != whole
    plain.write_bytes(locked)
    error = refusal(plain)
    assert type(error) is LockedByOtherError
    sentence = load_sentences("en").say(error.sentence)
    assert str(plain) in sentence
    assert "copy without this lock" in sentence


def test_a_document_of_a_million_pages_out_of_few_objects_is_refused(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pdf_of(*"abc") as document:
        document.save(plain)
    error = refusal(plain)
    assert type(error) is TooManyPagesError
    assert "3 pages" in load_sentences("en").say(error.sentence)


def test_a_file_says_whether_its_pages_are_a_cover(plain: Path) -> None:
    """ "Please wait" is no document: the dates are attached to it, or made by another program."""
    for key, value, cover in (
        ("Collection", "<</View/D>>", Cover.OF_PORTFOLIO),
        ("NeedsRendering", "true", Cover.OF_FORM),
        ("NeedsRendering", "false", Cover.NONE),
    ):
        with pdf_of(TEXT) as document:
            document.xref_set_key(document.pdf_catalog(), key, value)
            document.save(plain)
        with open_document(str(plain)) as opened:
            assert opened.info.cover is cover


def test_a_first_page_without_a_size_refuses_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by the fuzzer: a page that names itself as its parent has no size for the engine."""
    path = tmp_path / "parents.pdf"
    with pdf_of("First", "Second") as document:
        document.save(path)
    measured = pymupdf.mupdf.fz_bound_page
    sizes: list[object] = []

    def bound(page: object) -> object:
        sizes.append(page)
        if len(sizes) == 1:
            raise pymupdf.mupdf.FzErrorArgument("not a dict (null)")
        return measured(page)

    with open_document(str(path)) as document:
        monkeypatch.setattr(pymupdf.mupdf, "fz_bound_page", bound)
        with pytest.raises(DamagedPageError):
            document.page_size(0)
        sizes.clear()
        assert (document.info.first_size.width, document.info.first_size.height) == (300, 200)


def test_a_page_whose_unit_of_length_is_zero_is_as_large_as_a_sheet(tmp_path: Path) -> None:
    """A window that fits a page of no size to itself divides by zero."""
    path = tmp_path / "unit.pdf"
    with pdf_of("First", "Second") as document:
        document.xref_set_key(document.page_xref(0), "UserUnit", "0")
        document.save(path)
    with open_document(str(path)) as document:
        with pytest.raises(DamagedPageError):
            document.page_size(0)
        assert document.info.first_size == document.page_size(1)


def test_a_large_file_that_goes_while_it_is_opened_is_missing(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "HELD_BYTES", 0)  # read from the disk as it is needed
    with open_document(str(plain)) as document:
        plain.unlink()
        with pytest.raises(MissingFileError):
            _ = document.info


def test_a_page_that_does_not_exist_is_damaged_not_a_crash(plain: Path) -> None:
    with open_document(str(plain)) as document, pytest.raises(DamagedPageError):
        document.read_page(7)


def test_a_page_without_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    with pdf_of(TEXT, "") as document:
        document.save(path)
    with open_document(str(path)) as document:
        assert [document.read_page(index).has_text for index in range(2)] == [True, False]


def test_a_bad_page_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "three.pdf"
    with pdf_of("One in 1901.", "Two in 1902.", "Three in 1903.") as document:
        document.save(path)
    with open_document(str(path)) as document:
        reader = ParagraphReader(document, bad_pages=[1])
        assert [part.text for part in reader.read(0).paragraphs] == ["One in 1901."]
        with pytest.raises(DamagedPageError):
            reader.read(1)
        assert [part.text for part in reader.read(2).paragraphs] == ["Three in 1903."]


def test_an_outline_of_any_depth_is_walked(tmp_path: Path) -> None:
    path = tmp_path / "deep.pdf"
    with pdf_of(TEXT) as document:
        document.set_toc([[min(level, 90), f"Level {level}", 1] for level in range(1, 91)])
        document.save(path)
    with open_document(str(path)) as document:
        entries = document.outline()
    assert entries[0].title == "Level 1"
    assert [entry.depth for entry in entries] == list(range(len(entries)))
    assert entries[0].page_index == 0


def test_an_outline_says_how_far_down_the_page_it_leads_however_the_page_is_turned(tmp_path: Path) -> None:
    path = tmp_path / "places.pdf"
    with pdf_of(TEXT, "Second", "Third") as document:
        whole, turned, cut = document
        turned.set_rotation(90)
        cut.set_cropbox(pymupdf.Rect(0, 30, 300, 200))
        document.set_toc([[1, "Whole", 1], [1, "Turned", 2], [1, "Cut", 3]])
        for entry, page, place in zip(
            document.get_toc(simple=False),
            (whole, turned, cut),
            ("XYZ 40 150", "XYZ 40 150", "FitH 100"),
            strict=True,
        ):
            document.xref_set_key(entry[3]["xref"], "A", "null")
            document.xref_set_key(entry[3]["xref"], "Dest", f"[{page.xref} 0 R /{place} 0]")
        document.save(path)
    with open_document(str(path)) as document:
        assert document.info.has_outline
        entries = document.outline()
    assert [(entry.page_index, round(entry.top)) for entry in entries] == [(0, 50), (1, 40), (2, 70)]


def test_a_file_without_an_outline_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    with pdf_of(TEXT) as document:
        document.save(path)
    with open_document(str(path)) as document:
        assert not document.info.has_outline
        assert document.outline() == ()


def test_links_say_where_they_lead_and_launch_nothing(tmp_path: Path) -> None:
    path = tmp_path / "links.pdf"
    with pdf_of(TEXT, "Second") as document:
        page = document[0]
        place = pymupdf.Rect(10, 10, 60, 30)
        page.insert_link({"kind": pymupdf.LINK_URI, "from": place, "uri": "https://example.org/1789"})
        page.insert_link({"kind": pymupdf.LINK_GOTO, "from": place, "page": 1, "to": pymupdf.Point(0, 90)})
        page.insert_link({"kind": pymupdf.LINK_LAUNCH, "from": place, "file": "calc.exe"})
        document.save(path)
    with open_document(str(path)) as document:
        found = {(link.page_index, link.top, link.address) for link in document.links(0)}
    assert found == {(None, 0, "https://example.org/1789"), (1, 90, "")}


def many_pages(path: Path, word: str) -> None:
    with pdf_of(*(f"{word} {number}" for number in range(40))) as document:
        document.save(path)


def test_what_is_open_stays_whole_while_another_program_writes_the_file_anew(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    many_pages(path, "first")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with open_document(str(path)) as document:
        path.write_bytes(b"%PDF-1.7 begun")
        assert document.exact_lines(39)[0].text == "first 39"
        many_pages(path, "second")
        assert document.exact_lines(20)[0].text == "first 20"
        path.unlink()
        assert document.exact_lines(3)[0].text == "first 3"
        assert document.info.sha256 == digest


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
def test_no_handle_is_kept_that_would_hinder_who_writes_the_file(plain: Path) -> None:
    with open_document(str(plain)) as document:
        document.exact_lines(0)
        held = [each.readlink() for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
        assert plain not in held


@pytest.mark.skipif(os.name != "posix", reason="other systems name files in Unicode")
def test_a_file_named_before_there_was_unicode_opens(plain: Path, tmp_path: Path) -> None:
    old = os.fsdecode(os.fsencode(tmp_path) + b"/trait\xe9.pdf")
    try:
        shutil.copyfile(plain, old)
    except OSError:
        pytest.skip("this file system takes Unicode only")
    with open_document(old) as document:
        assert [part.text for part in read_paragraphs(document)] == [TEXT]
