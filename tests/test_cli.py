"""The command line as a person or a script uses it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pymupdf
import pytest

from reader.cli import DONE, INCOMPLETE, MISUSED, main, tag_lines
from reader.document.ocr.ocr import find_ocr
from reader.resources import resource
from reader.sentences import load_sentences
from reader.store.paths import user_folders

SAMPLE = resource("sample", "briefing-alaska.pdf")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def _tag(text: str) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    code = tag_lines(io.StringIO(text), out, None, load_sentences("en"))
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_sample_becomes_json_by_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(SAMPLE), "--format", "json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == 1
    assert found["document"]["path"] == str(SAMPLE)
    assert "2025-08-16" in {event["date"]["start"] for event in found["events"]}


def test_the_sample_becomes_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(SAMPLE)]) == DONE
    assert "2025-08-16" in capsys.readouterr().out


def test_several_files_become_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(SAMPLE), str(SAMPLE), "--format", "json"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == [1, 1]


def test_several_files_make_one_table_of_comma_separated_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(SAMPLE), str(SAMPLE), "--format", "csv"]) == DONE
    printed = capsys.readouterr().out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(printed, newline="")))
    assert [row[0] for row in rows].count("document") == 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) % 2 == 1


def test_one_bad_file_among_good_ones_is_named_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "gone.pdf"
    assert main(["timeline", str(missing), str(SAMPLE), "--format", "json"]) == INCOMPLETE
    printed = capsys.readouterr()
    assert json.loads(printed.out)["schema"] == 1
    assert str(missing) in printed.err


def test_words_are_found_with_their_page_and_the_line_around_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(SAMPLE), "alaska"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("p. 1: ")
    assert all("alaska" in line.casefold() for line in lines)
    assert main(["search", str(SAMPLE), "alaska", "--exact"]) == INCOMPLETE
    assert "Nothing was found" in capsys.readouterr().err


def test_hits_become_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(SAMPLE), "Alaska", "--exact", "--whole-words", "--format", "json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["words"], found["exact"], found["whole_words"]) == (
        1,
        "Alaska",
        True,
        True,
    )
    assert {hit["text"] for hit in found["hits"]} == {"Alaska"}
    assert found["hits"][0]["page"] == 1


def test_a_search_for_nothing_asks_for_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(SAMPLE), " "]) == MISUSED
    assert "no words to look for" in capsys.readouterr().err


def test_a_file_that_cannot_be_searched_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "gone.pdf"
    assert main(["search", str(missing), "word"]) == MISUSED
    assert str(missing) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no file"),
        (b"", "is empty"),
        (b"<html><body>12 May 1990</body></html>", "is not a PDF"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "damaged"),
    ],
    ids=["missing", "empty", "html", "cut off"],
)
def test_what_cannot_be_read_gets_a_sentence_and_code_2(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.pdf"
    if content is not None:
        path.write_bytes(content)
    assert main(["timeline", str(path)]) == MISUSED
    error = capsys.readouterr().err
    assert said in error
    assert str(path) in error


def test_of_a_file_that_was_cut_off_half_the_truth_is_said_to_be_half(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "half.pdf"
    with pymupdf.open() as document:
        for year in (1921, 1922):
            document.new_page().insert_text((72, 72), f"It was founded on 3 May {year}.")
        whole = document.tobytes()
    path.write_bytes(whole[: whole.rindex(b"endobj")])
    main(["timeline", str(path)])
    printed = capsys.readouterr()
    assert f"“{path}” is damaged: its end is missing." in printed.err


def test_of_a_portfolio_it_is_said_that_its_documents_are_not_among_the_dates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "portfolio.pdf"
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "It was founded on 3 May 1921.")
        document.xref_set_key(document.pdf_catalog(), "Collection", "<</View/D>>")
        document.save(path)
    main(["timeline", str(path)])
    assert f"“{path}” is a portfolio" in capsys.readouterr().err


def test_a_folder_is_refused_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(tmp_path)]) == MISUSED
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["timeline"], ["timeline", "a.pdf", "--date", "yesterday"], ["dance"]]
)
def test_wrong_use_ends_with_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == MISUSED
    assert "usage" in capsys.readouterr().err


def test_the_date_given_by_hand_dates_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    main(["timeline", str(SAMPLE), "--format", "json", "--date", "2020-02-29"])
    assert json.loads(capsys.readouterr().out)["document"]["date"] == "2020-02-29"


def test_texts_are_tagged_line_by_line() -> None:
    lines = [
        {"id": 1, "text": "He came on 3 May 1921.", "lang": "en"},
        {"id": "b", "text": "Il partit hier.", "lang": "fr", "dct": "2024-05-15", "domain": "news"},
    ]
    code, answers = _tag("\n".join(json.dumps(line) for line in lines))
    assert code == DONE
    assert answers[0] == {
        "id": 1,
        "timexes": [{"start": 11, "end": 21, "text": "3 May 1921", "type": "DATE", "value": "1921-05-03"}],
    }
    assert answers[1]["timexes"][0]["value"] == "2024-05-14"  # type: ignore[index] # JSON of a known shape


def test_offsets_count_code_points() -> None:
    _, answers = _tag(json.dumps({"id": 1, "text": "😀😀 le 3 mai 1921", "lang": "fr"}))
    timex = answers[0]["timexes"][0]  # type: ignore[index] # as above
    assert "😀😀 le 3 mai 1921"[timex["start"] : timex["end"]].endswith("3 mai 1921")


def test_a_clock_in_the_texts_date_dates_minutes() -> None:
    line = {"id": 1, "text": "in 2 minutes", "lang": "en", "dct": "2013-02-12T04:30", "domain": "spec"}
    _, answers = _tag(json.dumps(line))
    assert answers[0]["timexes"][0]["value"] == "2013-02-12T04:32"  # type: ignore[index] # as above


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": 1}', '{"text": "3 May 1921"}', "3"])
def test_a_line_that_is_no_text_is_named_and_the_next_is_read(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = _tag(line + '\n{"id": 2, "text": "3 May 1921"}\n')
    assert code == INCOMPLETE
    assert [answer["id"] for answer in answers] == [2]
    assert "Line 1" in capsys.readouterr().err


def test_an_unknown_domain_or_date_is_named_not_raised(capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = _tag('{"id": 1, "text": "Friday", "dct": "soon"}\n{"id": 2, "text": "x", "domain": "poem"}\n')
    assert code == INCOMPLETE
    said = capsys.readouterr().err
    assert "Line 1" in said
    assert "Line 2" in said


WOLFMONTH = """tag = "en"
name = "My English"
scripts = ["Latn"]
commonest = "the of and"
date_order = "dmy"
[words.month]
1 = ["wolfmonth"]
[[rules]]
name = "month-year"
pattern = "{month} {year}"
"""


def _own_language(text: str, data_dir: Path | None = None) -> None:
    folder = user_folders(data_dir).languages
    folder.mkdir(parents=True)
    (folder / "en.toml").write_text(text, "utf-8")


def test_a_language_file_of_ones_own_stands_in_for_the_programs() -> None:
    _own_language(WOLFMONTH)
    _, answers = _tag(json.dumps({"id": 1, "text": "in wolfmonth 1921", "lang": "en"}))
    assert answers[0]["timexes"][0]["value"] == "1921-01"  # type: ignore[index] # as above


def test_language_files_of_another_data_folder_are_tried_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _own_language(WOLFMONTH, tmp_path)
    text = "in wolfmonth 1921"
    there = ["--data-dir", str(tmp_path)]
    assert main(["explain", text, "--language", "en"]) == DONE
    assert "month-year" not in capsys.readouterr().out, "a year alone"
    assert main(["explain", text, "--language", "en", *there]) == DONE
    assert "month-year" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"id": 1, "text": text, "lang": "en"})))
    assert main(["tag", *there]) == DONE
    assert "1921-01" in capsys.readouterr().out
    assert main(["timeline", str(SAMPLE), "--language", "en"]) == DONE
    usual = capsys.readouterr().out
    assert main(["timeline", str(SAMPLE), "--language", "en", *there]) == DONE
    assert capsys.readouterr().out != usual, "its months have other names now"
    assert main(["search", str(SAMPLE), "Alaska", *there]) == DONE


def test_a_language_file_that_cannot_be_used_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _own_language('tag = "en"\n[words.month\n')
    assert main(["explain", "3 May 1921", "--language", "en"]) == MISUSED
    said = capsys.readouterr().err
    assert "en.toml" in said
    assert "Mend the file" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1, "text": "today", "dct": "nonsense"}', "2025-08-19"),
        ('{"id": 1, "text": "today", "domain": "foo"}', "news"),
        ('{"id": 1}', "“text”"),
        ("[]", "“text”"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _tag(line)[0] == INCOMPLETE
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "said"),
    [("--date 2025-13-01", "year-month-day"), ("--language xx", "no language")],
)
def test_a_wrong_option_is_told_what_is_wanted(
    option: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", str(SAMPLE), *option.split()]) == MISUSED
    assert said in capsys.readouterr().err


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A picture of a text, and a page with text."""
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as text, pymupdf.open() as document:
        text.new_page(width=300, height=100).insert_text((30, 50), "Signed on 14 July 1789.", fontsize=16)
        page = document.new_page(width=300, height=100)
        page.insert_image(page.rect, pixmap=text[0].get_pixmap(dpi=200))
        document.new_page(width=300, height=100).insert_text(
            (30, 50), "It was lost on 3 October 1923.", fontsize=16
        )
        document.save(path)
    return path


@pytest.fixture
def _tesseract() -> None:
    program = find_ocr()
    if program is None or "eng" not in program.languages:
        pytest.skip("Tesseract with English data is not on this machine")


@pytest.mark.usefixtures("_tesseract")
def test_with_ocr_pictures_of_text_are_read_too(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = scan
    assert main(["timeline", str(path), "--format", "json"]) == DONE
    without = json.loads(capsys.readouterr().out)
    assert main(["timeline", str(path), "--format", "json", "--ocr"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert [event["date"]["edtf"] for event in without["events"]] == ["1923-10-03"]
    assert without["pages_without_text"] == [1]
    assert "pages_by_ocr" not in without
    assert [event["date"]["edtf"] for event in found["events"]] == ["1789-07-14", "1923-10-03"]
    assert (found["pages_without_text"], found["pages_by_ocr"]) == ([], [1])
    recognised, printed = (event["mentions"][0]["paragraph"] for event in found["events"])
    assert recognised["by_ocr"]
    assert "by_ocr" not in printed
    assert found["events"][1]["mentions"] == without["events"][0]["mentions"]


@pytest.mark.usefixtures("_tesseract")
def test_with_ocr_pictures_of_text_are_searched_too(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(scan), "signed on", "--ocr"]) == DONE
    printed = capsys.readouterr()
    assert printed.out.splitlines() == ["p. 1: Signed on 14 July 1789."]
    assert printed.err == ""
    assert main(["search", str(scan), "on", "--ocr", "--format", "json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert [hit["page"] for hit in found["hits"]] == [1, 2]
    assert found["pages_without_text"] == []


def test_a_search_names_the_pages_it_could_not_look_into(
    scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", str(scan), "signed"]) == INCOMPLETE
    said = capsys.readouterr().err
    assert "not searched: 1." in said
    assert "--ocr" in said
    assert main(["search", str(scan), "lost", "--format", "json"]) == DONE
    assert json.loads(capsys.readouterr().out)["pages_without_text"] == [1]


@pytest.mark.parametrize("command", ["timeline", "search", "explain"])
def test_a_protected_file_is_read_with_the_password_from_standard_input(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.pdf"
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Signed on 14 July 1789.")
        document.save(path, encryption=5, user_pw="open", owner_pw="own")
    arguments = [command, str(path), *(["signed"] if command == "search" else [])]
    assert main(arguments) == MISUSED
    assert "--password-stdin" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("open\n"))
    assert main([*arguments, "--password-stdin"]) == DONE


def test_without_tesseract_one_sentence_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if find_ocr() is not None:
        pytest.skip("a Tesseract lies where it is always looked for")
    path = tmp_path / "scan.pdf"
    with pymupdf.open() as document:
        document.new_page().draw_rect(pymupdf.Rect(50, 50, 300, 400), fill=(0, 0, 0))
        document.save(path)
    for command in (["timeline"], ["search", "--whole-words"]):
        words = ["words"] if "search" in command else []
        main([*command, str(path), *words, "--ocr", "--language", "fr"])
        said = [line for line in capsys.readouterr().err.splitlines() if "Nothing was found" not in line]
        assert len(said) == 1
        assert "--ocr" not in said[0]
        assert "fra" in said[0]
