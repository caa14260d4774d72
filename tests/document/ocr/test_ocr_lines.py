"""Words that Tesseract found, made into lines, whichever way the page lies."""

from __future__ import annotations

import pytest

from reader.document.ocr.ocr_lines import confidence, lines_of_tsv

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def word(line: int, left: int, width: int, text: str, confidence: float = 95.0) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{100 * line}\t{width}\t40\t{confidence}\t{text}"


def test_words_become_lines_with_places() -> None:
    table = "\n".join([HEAD, word(1, 100, 80, "July"), word(1, 200, 80, "1789"), word(2, 100, 60, "next")])
    first, second = lines_of_tsv(table, scale=4.0)
    assert (first.text, second.text) == ("July 1789", "next")
    assert first.edges is not None
    start = first.text.index("1789")
    assert (first.edges[2 * start], first.edges[-1]) == (50.0, 70.0)


def test_words_from_the_right_keep_their_places() -> None:
    table = "\n".join([HEAD, word(1, 300, 80, "كتاب"), word(1, 200, 80, "جديد")])
    (line,) = lines_of_tsv(table, scale=1.0)
    assert line.text == "كتاب جديد"
    assert line.edges is not None
    assert line.edges[:2] == (360.0, 380.0)


def test_stains_are_no_words() -> None:
    assert lines_of_tsv("\n".join([HEAD, word(1, 0, 9, "~|", confidence=12.0)]), scale=1.0) == ()


LEFT, TOP, LETTER, HEIGHT = 100, 200, 10, 20  # of the first line, upright, in pixels
WIDTH, LENGTH = 1000, 1400  # of the page
LINES = ("signed on 14 July 1789", "and forgotten", "soon")
ARABIC = ("انعقد المؤتمر في 1963", "ثم صدر القرار", "أمس")


def turned(left: int, top: int, width: int, height: int, turn: int) -> tuple[int, int, int, int]:
    """A box of the upright page on the page turned clockwise."""
    match turn:
        case 90:
            return LENGTH - top - height, left, height, width
        case 180:
            return WIDTH - left - width, LENGTH - top - height, width, height
        case 270:
            return top, WIDTH - left - width, height, width
        case _:
            return left, top, width, height


def table_of(lines: tuple[str, ...], turn: int, *, from_right: bool = False) -> str:
    rows = [HEAD]
    for number, line in enumerate(lines):
        place = 0
        for one in line.split():
            width = LETTER * len(one)
            left = WIDTH - LEFT - place - width if from_right else LEFT + place
            box = turned(left, TOP + 30 * number, width, HEIGHT, turn)
            cells = "\t".join(map(str, box))
            rows.append(f"5\t1\t1\t1\t{number}\t1\t{cells}\t95.0\t{one}")
            place += width + LETTER
    return "\n".join(rows)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("from_right", [False, True])
def test_a_page_put_on_the_scanner_sideways_keeps_its_words_in_their_places(
    turn: int,
    from_right: bool,  # noqa: FBT001 - a parameter
) -> None:
    texts = ARABIC if from_right else LINES
    lines = lines_of_tsv(table_of(texts, turn, from_right=from_right), scale=1.0)
    assert [line.text for line in lines] == list(texts)
    assert [line.rotation for line in lines] == [turn] * len(lines)
    assert [line.vertical for line in lines] == [turn in (90, 270)] * len(lines)
    word = texts[0].split()[1]
    start = texts[0].index(word)
    left = WIDTH - LEFT - LETTER * (start + len(word)) if from_right else LEFT + LETTER * start
    x, y, width, height = turned(left, TOP, LETTER * len(word), HEIGHT, turn)
    edges = lines[0].edges
    assert edges is not None
    found = edges[2 * start : 2 * (start + len(word))]
    along = (y, y + height) if turn in (90, 270) else (x, x + width)
    assert (min(found), max(found)) == along
    assert {line.font_size for line in lines} == {0.8 * HEIGHT}


def test_a_line_with_a_foreign_end_lies_as_the_others_do() -> None:
    upright = table_of(ARABIC, 0, from_right=True)
    latin = f"5\t1\t1\t1\t9\t1\t700\t900\t80\t{HEIGHT}\t95.0\tGeneva"
    after = f"5\t1\t1\t1\t9\t2\t600\t900\t80\t{HEIGHT}\t95.0\tUN"
    lines = lines_of_tsv(f"{upright}\n{latin}\n{after}", scale=1.0)
    assert {line.rotation for line in lines} == {0}


def test_how_sure_it_is_counts_by_letters() -> None:
    rows = [HEAD, word(1, 0, 9, "certain", confidence=90.0), word(1, 20, 9, "rn", confidence=0.0)]
    assert confidence("\n".join(rows)) == 70.0
    assert confidence(HEAD) == 100.0, "nothing was misread"
