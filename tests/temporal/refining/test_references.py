"""Entries of bibliographies as papers set them."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage, Role
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "[Shi14] | Y. Shih, “Style transfer,” Trans. on Graphics, vol. 33, no. 4, p. 148, 2014.",
            True,
        ),
        ("[TL05] P. Tresset and F. Leymarie, “Portraits,” in Proceedings of VSMM, 2005, pp. 739–748.", False),
        ("[12] P. Tresset, “Portraits,” in Proceedings of VSMM, 2005, pp. 739–748.", False),
        ("3. Blatt, R. & Wineland, D. Entangled ions. Nature 453, 1008–1015 (2008).", False),
        ("1. | de Azambuja, E.; Cardoso, F. Ki-67 as a marker. Br. J. Cancer 2007, 96, 1504–1513.", True),
        (
            "Jianlin Su. The magical effect of the bias term, 2023. URL https://spaces.ac.cn/archives/9577.",
            False,
        ),
        (
            "David Rein, Betty Li Hou, and Samuel R. Bowman. GPQA: A benchmark. CoRR, abs/2311.12022, 2023.",
            False,
        ),
        ("Costa, G. (2003), “Shift work and medicine: an overview”,", False),
        ("22. DiVincenzo, D. P. Fault-tolerant devices. Physica Scripta 9, 014020 (2009).", False),
    ],
)
def test_an_entry_with_its_label_is_a_source(text: str, row: bool) -> None:  # noqa: FBT001 - a case's column
    mentions = installed_tagger().recognise(Passage(text, "en", is_table_row=row)).mentions
    assert [mention.role for mention in mentions] == [Role.SOURCE]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        (
            "pt",
            "3 Cf. Adão, Áurea, O professor (1901-1951), Oeiras, Gulbenkian, 1984, p. 117.",
            ["1984"],
        ),
        (
            "it",
            "2 A. Small (ed.), Gravina. A Settlement, London 1992; Id., Vagnari, 2003, p. 9.",
            ["1992", "2003"],
        ),
        (
            "pt",
            "2 Arquivo Distrital, Governo Civil, cx. 1914, ofício de 20 de abril de 1916.",
            ["1916-04-20"],
        ),
        ("fr", "Voir « Le crime de Clermont, 1880-1890 », Revue historique, 49, 2002, p. 195.", ["2002"]),
        ("en", "It was dated anew: Radiocarbon 47:3 (2005) 367-375.", ["2005"]),
        (
            "pt",
            "SOUZA, R. Título do artigo. Revista X, São Paulo, v. 3, n. 1, p. 23-44, jan./mar. 2010.",
            ["2010-01/2010-03"],
        ),
        ("fr", "4. Lettre à Ernest Schüle, 18 mars 1956 (fonds Schüle, dossier 12).", ["1956-03-18"]),
        ("it", "Il Codice civile del 1942 abrogò la legge elettorale del 1882.", ["1942", "1882"]),
    ],
)
def test_a_note_has_the_years_of_its_works(language: str, text: str, years: list[str]) -> None:
    found = installed_tagger().tag(text, language, None)
    assert [(timex.edtf, timex.role) for timex in found] == [(year, Role.SOURCE) for year in years]


def test_an_entry_names_no_day_without_its_year() -> None:
    """Its title tells of a hundred years ago, its town is called Christmas."""
    text = "MEDEIROS, O. Caicó, cem anos atrás. Natal: Sebo Vermelho, 2004."
    assert [timex.text for timex in installed_tagger().tag(text, "pt", "2016-03-14")] == ["2004"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le règne dura longtemps. Cf. Braudel (1949), et le chapitre suivant."),
        ("fr", "Le règne dura longtemps (cf. Braudel (1949))."),
        ("en", "See Smith (1998) for more."),
        ("de", "Das war so, vgl. Müller (1998)."),
        ("ar", "انظر بروديل (1949)."),
    ],
)
def test_a_name_that_one_is_told_to_look_up_is_a_source(tagger: Tagger, language: str, text: str) -> None:
    (timex,) = tagger.tag(text, language)
    assert timex.role is Role.SOURCE


def test_a_town_that_was_seen_is_no_source(tagger: Tagger) -> None:
    (timex,) = tagger.tag("They came to see Paris (1998).", "en")
    assert timex.role is Role.EVENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Tintas e vernizes em oficinas da Beira. Viseu: Quartzo, 2011. ISBN 978-989-2010-11-4."),
        ("en", "Menzies and others (2009) have argued that such soils were manured."),
        ("de", "Rösler und andere (2014) haben die Böden untersucht."),
    ],
)
def test_a_press_and_others_than_the_first_author_cite(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.role for timex in tagger.tag(text, language)] == [Role.SOURCE]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Sources: for the people, World Bank, “World Atlas 1997”; for trade, Handbook 1998.",
            ["1997", "1998"],
        ),
        ("Source: Statistics Norland, 2006.", ["2006"]),
        ("Quelle: Statistisches Jahrbuch 1938.", ["1938"]),
    ],
)
def test_the_line_of_sources_under_a_table_cites(tagger: Tagger, text: str, years: list[str]) -> None:
    found = tagger.tag(text, "de" if text.startswith("Quelle") else "en")
    assert [(timex.edtf, timex.role) for timex in found] == [(year, Role.SOURCE) for year in years]


def test_a_sum_after_a_year_in_brackets_is_no_page(tagger: Tagger) -> None:
    text = "It earns 9-11 MEUR (2024: 8.8 MEUR) a year."
    assert [(timex.edtf, timex.role) for timex in tagger.tag(text, "en") if timex.edtf] == [
        ("2024", Role.EVENT)
    ]


def test_months_that_a_title_tells_of_date_no_work(tagger: Tagger) -> None:
    entry = (
        "Calado, R., Botelho, J., & Carreira, M. (2004). Portugal, August 2003 heat wave. Saúde, 22(2), 7–20."
    )
    assert [timex.edtf for timex in tagger.tag(entry, "en")] == ["2004"]


def test_a_month_behind_the_pages_is_the_works(tagger: Tagger) -> None:
    entry = (
        "[3] H. Lu and J. Walton, “Desalination,” IEEE Trans. Energy, vol. 136, no. 2, pp. 13–23, May 2001."
    )
    assert [(timex.edtf, timex.role) for timex in tagger.tag(entry, "en")] == [("2001-05", Role.SOURCE)]


def test_a_mister_and_his_day_open_no_entry(tagger: Tagger) -> None:
    text = "Mr. Brown, the U.S. envoy, left Washington, D.C. on 3 Feb. 1866. At 5 p.m. he was back."
    assert [(timex.edtf, timex.role) for timex in tagger.tag(text, "en")] == [
        ("1866-02-03", Role.EVENT),
        ("1866-02-03", Role.EVENT),
    ]


def test_the_year_behind_pages_that_look_like_years_is_the_works(tagger: Tagger) -> None:
    entry = "[2] R. Lindley, “Raised bogs of the coast,” J. Ecol., vol. 81, pp. 1903–1921, 1993."
    assert [(timex.edtf, timex.role) for timex in tagger.tag(entry, "en")] == [("1993", Role.SOURCE)]


@pytest.mark.parametrize("head", ["Feb. 3, 1811", "Jan. 14, 1811.", "Sept. 7, 1811"])
def test_the_stop_of_a_month_ends_no_name(tagger: Tagger, head: str) -> None:
    assert [one.role for one in tagger.tag(head, "en")] == [Role.ISSUE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A. Daly and B. Fenn. Received 4 May 2017; accepted 6 June 2017. doi:10.1000/ab.7"),
        ("fr", "A. Daly et B. Fenn. Reçu le 4 mai 2017 ; accepté le 6 juin 2017. doi:10.1000/ab.7"),
        (
            "de",
            "A. Daly und B. Fenn. Eingegangen am 4. Mai 2017; angenommen am 6. Juni 2017. doi:10.1000/ab.7",
        ),
        (
            "es",
            "A. Daly y B. Fenn. Recibido: 4 de mayo de 2017; aceptado: 6 de junio de 2017. doi:10.1000/ab.7",
        ),
        ("ar", "دالي، فين. تاريخ الاستلام: 4 مايو 2017؛ تاريخ القبول: 6 يونيو 2017؛ doi:10.1000/ab.7"),
    ],
)
def test_the_history_of_a_paper_beside_its_authors_is_no_reference(
    tagger: Tagger, language: str, text: str
) -> None:
    assert [one.role for one in tagger.tag(text, language)] == [Role.ISSUE, Role.ISSUE]


@pytest.mark.parametrize(
    "text",
    [
        "Gachet (H.), 1954. « Filigranes d'Auvergne », Bulletin du vieux papier, t. 20, p. 97-134.",
        "Zerdoun (M.) et Bat-Yehouda (S.), 1996. Les Papiers filigranés, Turnhout, Brepols.",
    ],
)
def test_first_names_may_stand_in_brackets(text: str) -> None:
    mentions = installed_tagger().recognise(Passage(text, "fr")).mentions
    assert [mention.role for mention in mentions] == [Role.SOURCE]
