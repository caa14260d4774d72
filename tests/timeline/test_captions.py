"""The few words under which an event is shown."""

from __future__ import annotations

import pytest

from reader.temporal.model import Span
from reader.timeline import captions
from reader.timeline.clauses import CAPTION_LENGTH
from reader.timeline.sentence_ends import sentence_ends


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentence_span(text: str, span: Span) -> Span:
    return captions.sentence_span(text, span, sentence_ends(text))


def caption(text: str, span: Span) -> str:
    return captions.caption(text, span, sentence_span(text, span))


def source_caption(text: str, span: Span) -> str:
    return captions.source_caption(text, span, sentence_span(text, span))


def test_a_short_sentence_is_its_own_caption() -> None:
    text = "Rain fell. The treaty was signed on 3 May 1921. Nobody noticed."
    assert caption(text, _span(text, "3 May 1921")) == "The treaty was signed on 3 May 1921"


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        ("The coin is of 44 BC. Between 1914 and 1918 it lay here.", "44 BC", "The coin is of 44 BC"),
        ("He gave it to us. In 1922 he died.", "1922", "In 1922 he died"),
        ("It expired in 1695.That law was a relief.", "1695", "It expired in 1695"),
        ("It has been so ever since.So it stood in 1702.", "1702", "So it stood in 1702"),
        (
            "See Smith v. Jones, no. 5 of 1902, pp. 3 and 4.",
            "1902",
            "See Smith v. Jones, no. 5 of 1902, pp. 3 and 4",
        ),
        ("In 1902 St. John met Dr. Fox.", "1902", "In 1902 St. John met Dr. Fox"),
        ("Am 12. Mai 1902 kam Dr. Fuchs.", "12. Mai 1902", "Am 12. Mai 1902 kam Dr. Fuchs"),
        ("L'an 52 av. J.-C. vit la fin du siège.", "52 av. J.-C.", "L'an 52 av. J.-C. vit la fin du siège"),
        ("أخذوا به. وفي عام 1948 رحلوا.", "1948", "وفي عام 1948 رحلوا"),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, date: str, shown: str) -> None:
    assert caption(text, _span(text, date)) == shown


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The court (Civ. App. 12 March 2015) held the lease void.", "12 March 2015"),
        ("La cour (Civ. 1re, 12 mars 2015, no 14) a jugé le bail nul.", "12 mars 2015"),
        ("Hers was vol. 2, shown in 1937 in Paris, with chap. IV.", "1937"),
        ("Selon l’art. 5 de la loi du 9 mai 1905, rien ne change.", "9 mai 1905"),
        ("With Gen. Hall and Mrs. Reed he left on 5 May 1943.", "5 May 1943"),
        ("The firm, Acme Inc. of Dover, was founded in 1976.", "1976"),
        ("A pact of approx. 1500 pages was signed in 1992.", "1992"),
        ("El núm. 5, de la calle, ardió en 1980.", "1980"),
        ("Der Satz (Art. 12 Abs. 3) gilt, vgl. Anhang, seit 1990.", "1990"),
        ("Anna Holm, geb. 17. 3. 1571 in Celle, kam unter Joh. Friedrich zurück.", "17. 3. 1571"),
    ],
)
def test_no_sentence_ends_after_an_abbreviation_or_in_brackets(text: str, date: str) -> None:
    assert caption(text, _span(text, date)) == text[:-1]


def test_whole_sentences_in_brackets_are_sentences() -> None:
    text = "It rained. (In 1902 he left. In 1904 he died.) Nobody came."
    assert caption(text, _span(text, "1904")) == "In 1904 he died"


def test_no_caption_ends_with_what_leads_to_a_number_that_was_cut() -> None:
    text = (
        "In 1901 the harbour board had the old quay and both its long sheds beside it repaired for the sum "
        "of c. 40,000 pounds by a firm of builders that came from the north of the county"
    )
    shown = caption(text, _span(text, "1901"))
    assert shown.endswith("…")
    assert not shown.removesuffix(" …").endswith((".", " c", " of"))


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        (
            "Il la prit en 79 de l’Hégire (698 apr. J.-C.). Le 9 mai, il partit.",
            "698 apr. J.-C.",
            "Il la prit en 79 de l’Hégire (698 apr. J.-C.)",
        ),
        (
            "Le 14 juil. 1789 Paris se leva. Le roi chassait.",
            "14 juil. 1789",
            "Le 14 juil. 1789 Paris se leva",
        ),
        ("Auguste la refonda en 29 av. J.-C.", "29 av. J.-C.", "Auguste la refonda en 29 av. J.-C."),
        (
            "Les travaux s'achèvent le 31/10/24. Un bilan suit.",
            "31/10/24",
            "Les travaux s'achèvent le 31/10/24",
        ),
        ("Am 12.05. Herr Fuchs kam.", "12.05.", "Am 12.05. Herr Fuchs kam"),
    ],
)
def test_a_date_s_own_stops_end_no_sentence(text: str, date: str, shown: str) -> None:
    span = _span(text, date)
    assert (
        captions.caption(text, span, captions.sentence_span(text, span, sentence_ends(text, [span]))) == shown
    )


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("18 brumaire an VIII", "Le 18 brumaire an VIII, Bonaparte renversa le Directoire …"),
        ("9 thermidor an II", "… le 9 thermidor an II tombait Robespierre"),
    ],
)
def test_what_stands_between_semicolons_tells_by_itself(date: str, shown: str) -> None:
    text = (
        "Le 18 brumaire an VIII, Bonaparte renversa le Directoire ; le 9 thermidor an II tombait Robespierre."
    )
    assert caption(text, _span(text, date)) == shown


def test_days_listed_between_semicolons_stay_together() -> None:
    text = "La fête : 14 juillet 1789 ; 14 juillet 1790."
    assert caption(text, _span(text, "14 juillet 1790")) == "La fête : 14 juillet 1789 ; 14 juillet 1790"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“In 1902,” he said, “we were poor.”", "“In 1902,” he said, “we were poor”"),
        ("“In 1902 we were poor.”", "In 1902 we were poor"),
        ("« En 1902, dit-il, nous étions pauvres »", "En 1902, dit-il, nous étions pauvres"),
        ("In 1902 he wrote “The Mill”.", "In 1902 he wrote “The Mill”"),
    ],
)
def test_quotation_marks_stay_in_pairs(text: str, shown: str) -> None:
    assert caption(text, _span(text, "1902")) == shown


def test_the_number_of_a_list_point_is_left_out() -> None:
    text = "4- Le traité fut signé en 1921."
    assert caption(text, _span(text, "1921")) == "Le traité fut signé en 1921"


def test_a_long_sentence_is_cut_at_a_clause_and_says_so() -> None:
    before = (
        "although nobody in the whole valley had expected it, least of all the miller and his seven sons, "
    )
    after = ", and for many years afterwards people would speak of that night in the inns along the road"
    text = f"It happened, {before}the dam broke in 1887{after}."
    shown = caption(text, _span(text, "1887"))
    assert "the dam broke in 1887" in shown
    assert shown.startswith("… ")
    assert len(shown) <= CAPTION_LENGTH + 4


def test_a_clause_without_commas_is_cut_between_words() -> None:
    text = "word " * 60 + "1887 " + "more " * 60
    shown = caption(text, _span(text, "1887"))
    assert "1887" in shown
    assert set(shown.replace("…", " ").split()) == {"word", "1887", "more"} or "word" in shown


def test_a_date_that_stands_alone_is_its_own_caption() -> None:
    assert caption("  3 May 1921 ", Span(2, 12)) == "3 May 1921"


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("He agreed. (The Herald, 3/5/1921) Then he left.", "3/5/1921", "The Herald"),
        ("كما قيل (الأهرام، 3/5/1921).", "3/5/1921", "الأهرام"),
        ("Loi du 29 juillet 1881 sur la presse.", "29 juillet 1881", "Loi du 29 juillet 1881 sur la presse"),
    ],
)
def test_a_source_is_named_by_what_shares_its_brackets(text: str, date: str, name: str) -> None:
    assert source_caption(text, _span(text, date)) == name


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two in 1900. Three.", "1900", "Two in 1900."),
        ("J. B. Fox died in 1900. Then.", "1900", "J. B. Fox died in 1900."),
        ("Le 3.5.1921 il partit. Fin.", "3.5.1921", "Le 3.5.1921 il partit."),
        ("انتهى. وقع ذلك عام 1900؟ نعم.", "1900", "وقع ذلك عام 1900؟"),
        ("كان هنا بستانًا. احترق عام 1900. ثم بني.", "1900", "احترق عام 1900."),
        ("終わり。1900年に起きた。次。", "1900年", "1900年に起きた。"),
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str, word: str, sentence: str) -> None:
    span = sentence_span(text, _span(text, word))
    assert text[span.start : span.end] == sentence


@pytest.mark.parametrize(
    ("row", "date", "words"),
    [
        ("12/03/1944 | Arrest of M. Blanc | Lyon", "12/03/1944", "Arrest of M. Blanc | Lyon"),
        ("3 May. | They met. Nobody spoke. | Geneva", "3 May", "They met"),
        ("12/03/1944 at noon | Arrest", "12/03/1944", "12/03/1944 at noon | Arrest"),
        ("Lyon | 12/03/1944 | Arrest", "12/03/1944", "Lyon | 12/03/1944 | Arrest"),
        ("12/03/1944 | –", "12/03/1944", "12/03/1944"),
        ("12/03/1944", "12/03/1944", "12/03/1944"),
        ("١٢ مارس ١٩٤٤ | توقيع الاتفاق | ليون", "١٢ مارس ١٩٤٤", "توقيع الاتفاق | ليون"),
    ],
)
def test_the_caption_of_a_row_does_not_begin_with_its_own_date(row: str, date: str, words: str) -> None:
    span = _span(row, date)
    assert captions.row_caption(row, span, sentence_span(row, span)).startswith(words)


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        (
            "The origins of printed cloth can be traced back to a dyer of this town in the mid-18th century.",
            "mid-18th century",
            "The origins of printed cloth can be traced back to a dyer of this town in the mid-18th century",
        ),
        (
            "In May 1902, three hundred pounds (a fortune in that valley) were given to the school.",
            "May 1902",
            "In May 1902, three hundred pounds (a fortune in that valley) were given to the school",
        ),
        ("The choir [4] sang in 1902,[5] then left.[6]", "1902", "The choir sang in 1902, then left"),
    ],
)
def test_a_sentence_of_two_lines_is_shown_whole(text: str, date: str, shown: str) -> None:
    assert caption(text, _span(text, date)) == shown


_FERRY = (
    "PORT LEE, March 19, 2025 — The island ferry will resume service to all three of the islands on Monday"
)
_UNTIL = "who spoke of the old mill beyond the wood and of its three ghosts until"


@pytest.mark.parametrize(
    ("text", "dates", "shown"),
    [
        (
            f"{_FERRY}, the owners said on Wednesday, five weeks after a fire on board.",
            ["March 19, 2025", "Monday", "Wednesday"],
            f"… {_FERRY[27:]}, the owners said on Wednesday …",
        ),
        (
            f"The miller was born on March 12, 1810 {_UNTIL} at last the old man died in 1863.",
            ["March 12, 1810", "1863"],
            f"… {_UNTIL} at last the old man died in 1863",
        ),
        (
            f"In 1863 he met nobody {_UNTIL} it fell on March 12, 1880 amid the night.",
            ["1863", "March 12, 1880"],
            f"In 1863 he met nobody {_UNTIL} it fell on March 12, 1880 …",
        ),
        (
            f"In 1863 they met nobody at all {_UNTIL} it fell on March 12, 1880 amid the night.",
            ["1863", "March 12, 1880"],
            f"In 1863 they met nobody at all {_UNTIL} it fell …",
        ),
    ],
)
def test_no_caption_begins_or_ends_inside_a_date(text: str, dates: list[str], shown: str) -> None:
    spans = [_span(text, date) for date in dates]
    span = spans[0] if text.startswith("In") else spans[-1]
    assert captions.caption(text, span, sentence_span(text, span), spans) == shown


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        ("He said: “I… was born in 1902.”", "1902", "He said: “I… was born in 1902”"),
        ("He paused... then left in 1902.", "1902", "He paused... then left in 1902"),
        ("He paused… In 1902 he left.", "1902", "In 1902 he left"),
    ],
)
def test_a_pause_ends_no_sentence(text: str, date: str, shown: str) -> None:
    assert caption(text, _span(text, date)) == shown


_TREATY = (
    "The treaty (signed in Rome on 3 March 1856, after long talks between envoys of seven powers, who had "
    "not been able to agree before the end of 1855) ended the war."
)


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        (
            _TREATY,
            "3 March 1856",
            "The treaty signed in Rome on 3 March 1856, after long talks between envoys of seven powers …",
        ),
        (_TREATY, "1855", f"… {_TREATY[44:-16]} …"),
        ("(In 1902 they met. They talked.)", "1902", "In 1902 they met"),
        ("It is said that b) he (the king) met them in 1902.", "1902", None),
    ],
)
def test_no_bracket_stays_without_its_other_half(text: str, date: str, shown: str | None) -> None:
    assert caption(text, _span(text, date)) == (shown or text.rstrip("."))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("-5 degrees were measured in 1963.", "-5 degrees were measured in 1963"),
        ("-1963: the great frost", "1963: the great frost"),
        ("- In 1963 it froze", "In 1963 it froze"),
    ],
)
def test_a_minus_sign_is_no_sign_of_a_list_point(text: str, shown: str) -> None:
    assert caption(text, _span(text, "1963")) == shown


_OF_THE = "and the grandsons of the miller and had been opened by the king and the queen."
_LONG = "which the old people of the valley still called the hardest they had ever seen there"


@pytest.mark.parametrize(
    ("text", "date", "shown"),
    [
        # A bracket that holds the date alone begins and ends no clause.
        (
            f"Her last play (1902) opened the new season of the royal theatre in the capital, {_LONG}.",
            "1902",
            "Her last play (1902) opened the new season of the royal theatre in the capital …",
        ),
        # A clause that says nothing but the date takes the words before it along.
        (
            f"The winter, {_LONG} and of which songs were made that are sung to this day, came in 1902.",
            "1902",
            f"… {_LONG[-49:]} and of which songs were made that are sung to this day, came in 1902",
        ),
        # What was cut amid a clause neither begins nor ends with the small words of one.
        (
            f"They told all the men who came to town that the dam of 1902 was built by sons {_OF_THE}",
            "1902",
            f"They told all the men who came to town that the dam of 1902 was built by sons {_OF_THE[:31]} …",
        ),
    ],
)
def test_the_caption_of_a_long_sentence_begins_and_ends_with_sense(text: str, date: str, shown: str) -> None:
    assert caption(text, _span(text, date)) == shown


def test_a_sentence_without_spaces_is_cut_at_its_commas() -> None:
    text = (
        "县政府组织召开会议,研究水库加固工程,各部门参加了会议,会议于2016年结束,"
        "代表们讨论了下一年度的预算安排,并决定继续加固,然后各自返回原单位。"
    )
    assert caption(text, _span(text, "2016年")) == (
        "县政府组织召开会议,研究水库加固工程,各部门参加了会议,会议于2016年结束 …"
    )


def test_the_sign_of_a_list_point_is_no_word() -> None:
    text = "\uf0b7 | Le traité fut signé en 1921."
    assert caption(text, _span(text, "1921")) == "Le traité fut signé en 1921"


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("So say some (Costa, 1996; Finn, 1981; Owen, 1985).", "1981", "Finn"),
        ("So say some (Costa, 1996; Finn, 1981; Owen, 1985).", "1985", "Owen"),
        ("Snyder, T. (2009, March). Digest of figures.", "2009", "Snyder, T. (2009, March)"),
        ("It is printed (Rossi, New York, 1991).", "1991", "Rossi, New York"),
    ],
)
def test_a_citation_is_named_by_its_own_words_among_several(text: str, date: str, name: str) -> None:
    assert source_caption(text, _span(text, date)) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Il ferma à 18 h 30. Le bruit cessa.", "18 h 30"),
        ("It closed on May 12. The noise ceased.", "May 12"),
        ("Er schloss um 18 Uhr 30. Dann war Ruhe.", "18 Uhr 30"),
    ],
)
def test_a_sentence_ends_after_a_date_that_ends_in_two_figures(text: str, date: str) -> None:
    span = _span(text, date)
    assert sentence_ends(text, [span])[0] == span.end + 1
