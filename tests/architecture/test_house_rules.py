"""The house rules that a machine can hold: sizes, heads, names, marks, words, and what lies where."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, project_files, python_files, tree_of

MOST_LINES = 400
MOST_BYTES_OF_A_BINARY = 1_000_000

TOP_LEVEL = {"pyproject.toml", "reader", "resources", "tests", "build", "README.md", "LICENSE"}
REQUIRED = (
    ".ci/run",
    ".gitignore",
    "LICENSE",
    "README.md",
    "build/dev.py",
    "build/requirements.lock",
    "pyproject.toml",
    "reader/__main__.py",
    "reader/cli.py",
    "reader/pipeline.py",
    "resources/languages/ar.toml",
    "resources/languages/en.toml",
    "resources/languages/fr.toml",
    "resources/translations/ar.toml",
    "resources/translations/en.toml",
    "resources/translations/fr.toml",
)
TESTS_WITHOUT_A_ROOM = {
    "acceptance",
    "architecture",
    "benchmarks",
    "build",
    "corpora",
    "languages",
    "pages",
    "references",
}
NAMES_THAT_SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "misc",
    "data",
    "tools",
    "stuff",
}

# Written in halves, or this file would find itself.
UNFINISHED = ("TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK", "NotImplemented" + "Error")
FOREIGN_WORDS = (
    "/wo" + "rk/",
    "/ro" + "ot/",
    "farm" + "-bench",
    "py" + "pi.org",
    "python" + "hosted",
    "npm" + "js.",
    "deb.deb" + "ian.org",
    "hugging" + "face.co",
)
TEXT_SUFFIXES = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".lock",
    ".yml",
    ".yaml",
    ".sh",
    ".cfg",
    ".ini",
    ".nsi",
    ".xml",
    ".desktop",
}

every_python_file = pytest.mark.parametrize("path", python_files("reader", "build", "tests"), ids=str)


def text_files() -> list[Path]:
    return [path for path in project_files() if path.suffix in TEXT_SUFFIXES or path.parts[0] == ".ci"]


@every_python_file
def test_a_file_keeps_the_form_of_the_house(path: Path) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    tree = tree_of(path)
    assert len(source.splitlines()) <= MOST_LINES, "too long: what two things does it do?"
    assert ast.get_docstring(tree), (
        "a module's head says what it is for, what goes in and out, and the source"
    )
    assert "from __future__ import annotations" in source
    assert not NAMES_THAT_SAY_NOTHING & {part.removesuffix(".py") for part in path.parts}
    assert path.stem == path.stem.lower()


@every_python_file
def test_a_file_keeps_no_state_of_its_own(path: Path) -> None:
    tree = tree_of(path)
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] == [], "`global`"
    kept = []
    for node in tree.body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        value = getattr(node, "value", None)
        # A table that is written once in capitals is a constant; an empty one waits to be filled.
        filled_later = (isinstance(value, ast.List | ast.Set) and not value.elts) or (
            isinstance(value, ast.Dict) and not value.keys
        )
        made = (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Name)
            and value.func.id in ("list", "dict", "set")
        )
        if path.parts[0] == "reader" and (filled_later or (made and not getattr(value, "args", None))):
            kept += [ast.unparse(target) for target in targets]
    assert kept == []


@every_python_file
def test_an_exception_to_a_rule_has_its_reason(path: Path) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    bare = [
        number
        for number, line in enumerate(source.splitlines(), 1)
        if re.search(r"#\s*noqa(?!: [A-Z]+\d+(, ?[A-Z]+\d+)* - \S)", line)
        or re.search(r"#\s*type: ignore(?!\[[\w, -]+\] *# *\S)", line)
    ]
    if path != Path(__file__).relative_to(ROOT):
        assert bare == [], "write `# noqa: CODE - reason` and `# type: ignore[code] # reason`"


def test_tests_mirror_the_rooms() -> None:
    rooms = {path.parts[1] for path in python_files("reader") if len(path.parts) > 2}
    strays = [
        str(path)
        for path in python_files("tests")
        if len(path.parts) > 2 and path.parts[1] not in rooms | TESTS_WITHOUT_A_ROOM
    ]
    assert strays == []


def test_nothing_of_the_users_document_is_in_the_project() -> None:
    """No eight words in a row of the document that the project is measured on."""
    seed = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
    if not seed:
        pytest.skip("the document is kept beside the project and is not here")
    words_of_seed = [word for path in seed for word in words(path)]
    runs = {tuple(words_of_seed[at : at + 8]) for at in range(len(words_of_seed) - 7)}
    taken = []
    for path in text_files():
        own = words(ROOT / path)
        taken += [
            f"{path}: {' '.join(own[at : at + 8])}"
            for at in range(len(own) - 7)
            if tuple(own[at : at + 8]) in runs
        ]
    assert taken == []


def words(path: Path) -> list[str]:
    """The words of a text file, folded; numbers stand in too many texts to tell anything."""
    return re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8", errors="replace").casefold())


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{path}: {mark}"
        for path in text_files()
        for mark in UNFINISHED
        if re.search(rf"\b{mark}", (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{path}: {word}"
        for path in text_files()
        for word in FOREIGN_WORDS
        if word in (ROOT / path).read_text(encoding="utf-8").lower()
    ]
    assert found == []


def test_the_top_of_the_tree_is_as_designed() -> None:
    top = {path.parts[0] for path in project_files()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("name", REQUIRED)
def test_a_required_file_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_no_large_binary_and_no_document_of_a_user_is_kept() -> None:
    large = [str(path) for path in project_files() if (ROOT / path).stat().st_size > MOST_BYTES_OF_A_BINARY]
    assert large == []


def test_the_application_is_asked_for_only_where_it_is_made() -> None:
    asking = [
        f"{path}:{node.lineno}"
        for path in python_files("reader")
        if path.as_posix() != "reader/ui/app.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr == "instance"
        and isinstance(node.value, ast.Name)
        and node.value.id.endswith("Application")
    ]
    assert asking == []
