"""Linux: the bundle with its desktop entry, icons and manual, as .deb, .rpm and .tar.xz from one tree.

In: the frozen folder `dist/timeleaf`. Out: files in `dist/`. Every time in them is the commit's and every
owner root, so the same commit gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from build.packaging.version import source_date
from reader import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "build" / "linux"
ID = "org.timeleaf.Timeleaf"
COMPRESSION = 9  # of xz: 1 MB less than 6 for a minute more; unpacking takes 65 MB of memory
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

# What the bundle leaves to the system: the C and C++ libraries its own were linked to (their versions decide
# where it runs), graphics drivers' front ends, X, Wayland, descriptions of fonts and keyboards.
DEPENDS = (
    "libc6 (>= 2.35), libstdc++6 (>= 12), libgcc-s1, zlib1g, libexpat1, libegl1, libgl1, libxcb1, libx11-6, "
    "libx11-xcb1, libfontconfig1, libfreetype6, libdbus-1-3, libglib2.0-0t64 | libglib2.0-0, "
    "libwayland-client0, libwayland-cursor0, libwayland-egl1, xkb-data"
)
RPM_LIBRARIES = (
    "libstdc++.so.6",
    "libEGL.so.1",
    "libGL.so.1",
    "libxcb.so.1",
    "libX11.so.6",
    "libX11-xcb.so.1",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libdbus-1.so.3",
    "libglib-2.0.so.0",
)
SUMMARY = "PDF reader with a timeline made from the text"
DESCRIPTION = """\
Timeleaf opens a PDF, finds the dates its text speaks of in French, English,
Arabic and more, and shows them on a timeline beside the pages. A click on an
event leads to its paragraph. It works offline and never changes the file."""


def share_folder(share: Path, icons: Path) -> None:
    """Lay out `share`: desktop entry, metainfo, icons and manual page, with version and date filled in."""
    day = datetime.fromtimestamp(source_date(), UTC).date().isoformat()

    def filled(name: str) -> str:
        text = (TEMPLATES / name).read_text(encoding="utf-8")
        return text.replace("@VERSION@", __version__).replace("@DATE@", day)

    _write(share / "applications" / f"{ID}.desktop", filled(f"{ID}.desktop").encode())
    _write(share / "metainfo" / f"{ID}.metainfo.xml", filled(f"{ID}.metainfo.xml").encode())
    _write(share / "man" / "man1" / "timeleaf.1.gz", _gzipped(filled("timeleaf.1")))
    for size in ICON_SIZES:
        picture = (icons / f"timeleaf-{size}.png").read_bytes()
        _write(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{ID}.png", picture)
    svg = (ROOT / "resources" / "icons" / "timeleaf.svg").read_bytes()
    _write(share / "icons" / "hicolor" / "scalable" / "apps" / f"{ID}.svg", svg)


def system_tree(root: Path, bundle: Path, icons: Path) -> None:
    """Lay out what a system package installs below `root`."""
    shutil.copytree(bundle, root / "usr" / "lib" / "timeleaf", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "timeleaf").symlink_to("../lib/timeleaf/timeleaf")
    share_folder(root / "usr" / "share", icons)
    _settle(root)


def write_deb(tree: Path, work: Path, target: Path) -> None:
    """A Debian package from a system tree, by dpkg-deb. Debian's triggers do what scripts would."""
    root = work / "deb"
    shutil.copytree(tree, root, symlinks=True)
    documents = root / "usr" / "share" / "doc" / "timeleaf"
    day = datetime.fromtimestamp(source_date(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    changes = f"timeleaf ({__version__}) stable; urgency=medium\n\n  * See the project's history.\n\n"
    _write(documents / "changelog.gz", _gzipped(f"{changes} -- {_maintainer()}  {day}\n"))
    _write(documents / "copyright", (TEMPLATES / "debian-copyright").read_bytes())
    overrides = (TEMPLATES / "lintian-overrides").read_bytes()
    _write(root / "usr" / "share" / "lintian" / "overrides" / "timeleaf", overrides)
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    long_description = "\n".join(f" {line}" for line in DESCRIPTION.splitlines())
    control = f"""\
Package: timeleaf
Version: {__version__}
Architecture: amd64
Maintainer: {_maintainer()}
Installed-Size: {size}
Section: text
Priority: optional
Depends: {DEPENDS}
Recommends: xdg-desktop-portal, libcups2t64 | libcups2, libssl3t64 | libssl3
Description: {SUMMARY}
{long_description}
"""
    _write(root / "DEBIAN" / "control", control.encode())
    _settle(root)
    target.unlink(missing_ok=True)
    # One thread: with more the archive falls into blocks and is larger.
    packed = ["-Zxz", f"-z{COMPRESSION}", "--threads-max=1"]
    _run(["dpkg-deb", "--root-owner-group", *packed, "--build", str(root), str(target)])


def write_rpm(tree: Path, work: Path, target: Path) -> None:
    """An RPM package from the same tree, by rpmbuild."""
    top = work / "rpm"
    requires = "\n".join(f"Requires: {name}()(64bit)" for name in RPM_LIBRARIES)
    specification = f"""\
Name: timeleaf
Version: {__version__}
Release: 1
Summary: {SUMMARY}
License: AGPL-3.0-or-later
AutoReqProv: no
{requires}
%global __os_install_post %{{nil}}
%global _build_id_links none
%global source_date_epoch_from_changelog 0
%global clamp_mtime_to_source_date_epoch 1
%global use_source_date_epoch_as_buildtime 1
%global _buildhost timeleaf
%global _binary_payload w{COMPRESSION}.xzdio
%description
{DESCRIPTION}
%install
cp -a "{tree}/." "%{{buildroot}}/"
%files
/usr/bin/timeleaf
/usr/lib/timeleaf
/usr/share/applications/{ID}.desktop
/usr/share/metainfo/{ID}.metainfo.xml
/usr/share/man/man1/timeleaf.1.gz
/usr/share/icons/hicolor/*/apps/{ID}.*
"""
    _write(top / "timeleaf.spec", specification.encode())
    _run(["rpmbuild", "-bb", "--quiet", "--define", f"_topdir {top}", str(top / "timeleaf.spec")])
    (built,) = (top / "RPMS").rglob("*.rpm")
    shutil.move(built, target)


def write_tarball(bundle: Path, work: Path, target: Path, icons: Path) -> None:
    """The self-contained archive with its per-user install script."""
    folder = work / "tar" / target.name.removesuffix(".tar.xz")
    shutil.copytree(bundle, folder / "timeleaf", symlinks=True)
    share_folder(folder / "share", icons)
    shutil.copy(TEMPLATES / "install.sh", folder)
    shutil.copy(ROOT / "LICENSE", folder)
    _settle(folder)
    pack(folder, target)


def write_flatpak_manifest(archive: Path, target: Path) -> None:
    """The Flatpak's recipe, beside the archive it takes and with that archive's sum."""
    text = (TEMPLATES / f"{ID}.flatpak.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    _write(target, text.replace("@ARCHIVE@", archive.name).replace("@SHA256@", digest).encode())


def pack(folder: Path, target: Path) -> None:
    """`folder` as a .tar.xz with sorted names, root as owner, plain rights and one time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        entry.mtime = source_date()
        return entry

    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": COMPRESSION}]
    with (
        lzma.open(target, "wb", filters=filters) as file,
        tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.add(folder, folder.name, filter=plain)


def check(tree: Path, deb: Path) -> None:
    """Have the distributions' own tools judge the result; the first that objects stops the build."""
    _run(["desktop-file-validate", str(tree / "usr" / "share" / "applications" / f"{ID}.desktop")])
    _run(["appstreamcli", "validate-tree", "--no-net", str(tree)])
    _run(["lintian", "--fail-on", "error", str(deb)])


def _maintainer() -> str:
    return "The Timeleaf developers <developers@timeleaf.invalid>"


def _gzipped(text: str) -> bytes:
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _settle(root: Path) -> None:
    """The rights and times a package should have, whatever the umask and the clock here."""
    for path in [*sorted(root.rglob("*"), reverse=True), root]:  # a folder after what is in it
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (source_date(), source_date()), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    return path.name in ("timeleaf", "install.sh") and os.access(path, os.X_OK)


def _run(command: list[str]) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date())}
    subprocess.run(command, env=environment, check=True)
