"""What users install: nothing unknown in it, valid for each system, gone again without a trace."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build.packaging import contents, installers, licences, linux, parts, sbom
from build.packaging.parts import Part, UnknownPartError
from reader import __version__, cli
from reader.sentences import load_sentences
from reader.ui.arguments import build_window_parser

ROOT = Path(__file__).resolve().parent.parent.parent


def entry(destination: str, kind: str = "BINARY") -> contents.Entry:
    return (destination, f"/from/{destination}", kind)


@pytest.mark.parametrize(
    "destination",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/translations/qtbase_ar.qm",
        "babel/locale-data/zh_Hant.dat",
        "resources/languages/fr.toml",
        "libxcb-cursor.so.0",
    ],
)
def test_what_the_reader_needs_is_in_the_bundle(destination):
    assert contents.is_wanted(destination)


@pytest.mark.parametrize(
    "destination",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/fr_CA.dat",
        "libstdc++.so.6",
        "libfontconfig.so.1",
        "numpy/_core/include/numpy/ndarrayobject.h",
        "numpy/_core/_umath_tests.cpython-311-x86_64-linux-gnu.so",
        "pyqtgraph/icons/peegee/peegee_128px.png",
        "resources/screenshots/timeleaf.png",
    ],
)
def test_what_it_does_not_need_stays_out(destination):
    assert not contents.is_wanted(destination)


def test_what_stands_in_for_a_module_is_there_in_its_place():
    assert set(contents.STAND_INS) <= set(contents.EXCLUDED_MODULES)
    assert all((ROOT / source).is_file() for source in contents.STAND_INS.values())


def test_the_timeline_is_painted_without_opengl():
    code = """
import importlib.util, sys
from build.packaging.contents import EXCLUDED_MODULES, STAND_INS
for name in EXCLUDED_MODULES:
    if name.startswith(("numpy.", "pyqtgraph.", "PySide6.", "pydoc", "_pydecimal")):
        sys.modules[name] = None  # as in the bundle: not to be found
for name, source in STAND_INS.items():
    spec = importlib.util.spec_from_file_location(name, source)
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
from PySide6.QtWidgets import QApplication
application = QApplication(["test", "-platform", "offscreen"])
import pyqtgraph
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], [3, 1, 2])
plot.show()
application.processEvents()
assert not plot.grab().toImage().isNull()
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603 - the lines above


def test_a_library_goes_with_the_plugin_that_asked_for_it():
    needs = {"/from/app.cpython-311.so": ["libA.so.1"], "/from/libA.so.1": ["libB.so.1"]}
    entries = [entry(name) for name in ("app.cpython-311.so", "libA.so.1", "libB.so.1", "libgtk-3.so.0")]
    kept = contents.without_unreached(entries, lambda file: needs.get(file, []))
    assert [name for name, _, _ in kept] == ["app.cpython-311.so", "libA.so.1", "libB.so.1"]


def test_a_link_goes_with_its_target():
    link = ("libA.so", "PySide6/Qt/lib/libA.so", "SYMLINK")
    assert contents.without_dangling_links([link], {"PySide6/Qt/lib/libA.so"}) == [link]
    assert contents.without_dangling_links([link], set()) == []


MIT = Part("small", "1.0", "MIT", (ROOT / "LICENSE",))


@pytest.mark.parametrize(
    ("part", "unknown", "reason"),
    [
        (Part("odd", "1", "Proprietary", (ROOT / "LICENSE",)), [], "licence of odd is not accepted"),
        (Part("bare", "1", "MIT", ()), [], "bare has no licence text"),
        (MIT, ["libforeign.so"], "no part claims the file libforeign.so"),
    ],
)
def test_nothing_of_unknown_licence_is_shipped(part, unknown, reason):
    with pytest.raises(UnknownPartError, match=reason):
        parts.check([part], unknown, ["MIT"])


def test_every_licence_in_the_table_is_an_accepted_one():
    table = parts.read_table()
    named = {entry["licence"] for kind in ("distributions", "libraries") for entry in table[kind].values()}
    assert named | set(table["system"].values()) <= set(table["accepted"])


def test_every_runtime_requirement_stands_in_the_table_of_licences():
    lock = (ROOT / "build" / "requirements-package.lock").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0] for line in lock.splitlines() if "==" in line and line[0].isalpha()}
    only_build = {"altgraph", "macholib", "pefile", "pywin32-ctypes"}
    # What dateutil asks for on some systems; PyInstaller does not find it used.
    assert pinned - only_build - set(parts.read_table()["distributions"]) <= {"six", "tzdata"}


def test_the_notice_names_each_part_its_licence_its_source_and_its_text(tmp_path):
    own, wheel = tmp_path / "own" / "LICENSE", tmp_path / "wheel" / "LICENSE"
    for place, text in ((own, "ours"), (wheel, "theirs")):
        place.parent.mkdir()
        place.write_text(text, encoding="utf-8")
    engine = Part("MuPDF", "1.28.2", "AGPL-3.0-only", (own, wheel), "https://mupdf.com")
    binding = Part("pymupdf", "1.28.2", "AGPL-3.0-only", (own,))
    licences.write_licences([engine, binding], tmp_path / "licences", "0.1.0")
    notice = (tmp_path / "licences" / "NOTICE.txt").read_text(encoding="utf-8")
    assert "MuPDF 1.28.2\n    licence: AGPL-3.0-only\n    source: https://mupdf.com" in notice
    assert "timeleaf-0.1.0-source.tar.xz" in notice
    assert notice.endswith("pymupdf 1.28.2\n    licence: AGPL-3.0-only\n    text: MuPDF/LICENSE\n")
    texts = {path.read_text(encoding="utf-8") for path in (tmp_path / "licences" / "MuPDF").iterdir()}
    assert texts == {"ours", "theirs"}


def test_the_bill_of_materials_is_cyclonedx_and_always_the_same():
    expression = Part("dbus", "1.14", "AFL-2.1 OR GPL-2.0-or-later", (ROOT / "LICENSE",))
    bill = sbom.bill_of_materials([MIT, expression], "0.1.0")
    assert bill == sbom.bill_of_materials([MIT, expression], "0.1.0")
    read = json.loads(bill)
    assert read["bomFormat"] == "CycloneDX"
    assert read["components"][0]["licenses"] == [{"license": {"id": "MIT"}}]
    assert read["components"][1]["licenses"] == [{"expression": "AFL-2.1 OR GPL-2.0-or-later"}]


@pytest.fixture
def icons(tmp_path):
    for size in linux.ICON_SIZES:
        (tmp_path / f"timeleaf-{size}.png").write_bytes(b"PNG")
    (tmp_path / "timeleaf.ico").write_bytes(b"")
    return tmp_path


def test_the_desktop_entry_opens_pdfs_without_seizing_them(icons, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    linux.share_folder(tmp_path / "share", icons)
    entry_text = (tmp_path / "share" / "applications" / f"{linux.ID}.desktop").read_text(encoding="utf-8")
    assert "MimeType=application/pdf;" in entry_text
    assert "Exec=timeleaf %F" in entry_text
    assert not list((tmp_path / "share").rglob("mimeapps.list"))
    metainfo = (tmp_path / "share" / "metainfo" / f"{linux.ID}.metainfo.xml").read_text(encoding="utf-8")
    assert f'<release version="{__version__}" date="2023-11-14"/>' in metainfo


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktop_entry_is_valid():
    subprocess.run(["desktop-file-validate", linux.TEMPLATES / f"{linux.ID}.desktop"], check=True)  # noqa: S603, S607 - the tool under test, found by name


@pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not installed")
def test_the_windows_installer_compiles(tmp_path):
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "timeleaf.exe").write_bytes(b"MZ")
    (bundle / "_internal" / "part.dll").write_bytes(b"MZ")
    icon = tmp_path / "timeleaf.ico"
    icon.write_bytes(SMALLEST_ICON)
    target = tmp_path / "Timeleaf-0.1.0-setup.exe"
    subprocess.run(installers.nsis_command(bundle, target, icon), check=True)  # noqa: S603 - the script under test
    assert target.read_bytes()[:2] == b"MZ"


# One pixel of 32 bits: header, entry, BITMAPINFOHEADER (twice the height, for the mask), colour, mask.
SMALLEST_ICON = (
    b"\x00\x00\x01\x00\x01\x00"
    b"\x01\x01\x00\x00\x01\x00\x20\x00\x30\x00\x00\x00\x16\x00\x00\x00"
    b"\x28\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00\x01\x00\x20\x00"
    + bytes(24)
    + b"\xff\xff\xff\xff"
    + bytes(4)
)


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
def test_a_user_can_install_and_remove_the_archive_and_keeps_what_is_his(tmp_path):
    unpacked, home = tmp_path / "unpacked", tmp_path / "home"
    (unpacked / "timeleaf").mkdir(parents=True)
    (unpacked / "timeleaf" / "timeleaf").write_text("#!/bin/sh\n")
    for folder in ("icons/hicolor/16x16/apps", "metainfo", "man/man1", "applications"):
        (unpacked / "share" / folder).mkdir(parents=True)
    (unpacked / "share" / "man" / "man1" / "timeleaf.1.gz").write_bytes(b"")
    (unpacked / "share" / "icons" / "hicolor" / "16x16" / "apps" / f"{linux.ID}.png").write_bytes(b"")
    for name in (f"metainfo/{linux.ID}.metainfo.xml", f"applications/{linux.ID}.desktop"):
        shutil.copy(linux.TEMPLATES / Path(name).name, unpacked / "share" / name)
    shutil.copy(linux.TEMPLATES / "install.sh", unpacked)
    home.mkdir()
    environment = {"HOME": str(home), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    environment |= {"PREFIX": str(home / "opt"), "DATA": str(home / "share"), "BIN": str(home / "bin")}

    def install(*arguments: str) -> None:
        script = ["sh", str(unpacked / "install.sh"), *arguments]
        subprocess.run(script, env=environment, check=True, capture_output=True)  # noqa: S603 - the script under test

    install()
    install()
    assert (home / "bin" / "timeleaf").resolve() == home / "opt" / "timeleaf" / "timeleaf"
    entry_text = (home / "share" / "applications" / f"{linux.ID}.desktop").read_text(encoding="utf-8")
    assert f"Exec={home}/bin/timeleaf %F" in entry_text
    (home / "opt" / "timeleaf" / "timeleaf-data").mkdir()
    install("--remove")
    assert [
        path for path in home.rglob("*") if (path.is_file() or path.is_symlink()) and path.suffix != ".cache"
    ] == []
    assert (home / "opt" / "timeleaf" / "timeleaf-data").is_dir()


def test_the_flatpak_takes_the_archive_beside_it_and_has_no_network(tmp_path):
    archive, target = tmp_path / "timeleaf-9.tar.xz", tmp_path / "manifest.yml"
    archive.write_bytes(b"the archive")
    linux.write_flatpak_manifest(archive, target)
    manifest = target.read_text(encoding="utf-8")
    assert "        path: timeleaf-9.tar.xz\n" in manifest
    assert f"        sha256: {hashlib.sha256(b'the archive').hexdigest()}" in manifest
    assert "@" not in manifest
    assert not re.search(r"^\s*- --share=network", manifest, flags=re.MULTILINE)
    assert f"app-id: {linux.ID}" in manifest


def test_the_manual_names_every_option_and_every_command():
    manual = (linux.TEMPLATES / "timeleaf.1").read_text(encoding="utf-8").replace("\\-", "-")
    say = load_sentences("en")
    help_text = build_window_parser(say).format_help()
    commands = re.findall(r"^    ([a-z]+)  ", cli.build_parser(say).format_help(), flags=re.MULTILINE)
    assert {option for option in re.findall(r"--[a-z-]+", help_text) if option not in manual} == set()
    assert len(commands) > 2
    assert [name for name in commands if f".B timeleaf {name}\n" not in manual] == []


def test_the_version_stands_in_one_place_only():
    places = [ROOT / "pyproject.toml", *(ROOT / ".github").rglob("*.yml")]
    places += [path for path in (ROOT / "build").rglob("*") if path.suffix in (".py", ".yml", ".xml", ".nsi")]
    places += [ROOT / "build" / "timeleaf.spec", *(ROOT / "build" / "linux").iterdir()]
    number = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    assert [path.name for path in places if number.search(path.read_text(encoding="utf-8"))] == []


def test_an_archive_is_the_same_whoever_packs_it_and_when(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    packed = []
    for build, rights in (("first", 0o775), ("second", 0o700)):
        folder = tmp_path / build / "timeleaf"
        folder.mkdir(parents=True)
        for name in ("b", "a", "program") if build == "first" else ("program", "a", "b"):
            (folder / name).write_bytes(name.encode())
            (folder / name).chmod(rights if name == "program" else rights & 0o666)
        os.utime(folder / "a", (1, 1) if build == "first" else (2_000_000_000, 2_000_000_000))
        linux.pack(folder, tmp_path / f"{build}.tar.xz")
        packed.append((tmp_path / f"{build}.tar.xz").read_bytes())
    assert packed[0] == packed[1]
    listed = subprocess.run(  # noqa: S603 - the archive above
        ["tar", "-tvf", str(tmp_path / "first.tar.xz")],  # noqa: S607 - by name: what users unpack it with
        capture_output=True, text=True, check=True, env={**os.environ, "TZ": "UTC"},
    ).stdout.splitlines()  # fmt: skip
    assert [line.split()[0] for line in listed] == ["drwxr-xr-x", "-rw-r--r--", "-rw-r--r--", "-rwxr-xr-x"]
    assert all("root/root" in line and "2023-11-14" in line for line in listed)
