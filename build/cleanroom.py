#!/usr/bin/env python3
"""The clean-room test: does what was built install, run and go again on systems that hold nothing else?

    sudo python3 build/cleanroom.py [FILE.pdf]        after: python3 build/dev.py package

Makes minimal Debian systems with debootstrap in `out/cleanroom/`, installs in each only the package with its
declared dependencies (or unpacks the archive), starts the program on Xvfb as an ordinary user in French and
in Arabic, keeps a screenshot of each, reads the program's own report, upgrades and downgrades it by one
version (or carries it about), removes it and looks for what is left and what was lost.
Needs root and debootstrap, xvfb, imagemagick; packages come from wherever this system gets its own.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build.user_files import lost, make_newer, make_own, remembered  # noqa: E402 - after its path

WORK = ROOT / "out" / "cleanroom"
SAMPLE = ROOT / "resources" / "sample" / "briefing-alaska.pdf"
USER = 1000
LANGUAGES = {"fr": "fr_FR.UTF-8", "ar": "ar_EG.UTF-8"}
START_SECONDS = 12  # time a cold program has on two busy cores before its picture is taken
REPORT_SECONDS = 90


@dataclass(frozen=True)
class System:
    """A Debian release, what is installed in it, and whether it can run the program at all."""

    release: str
    artefact: str  # "deb" or "tar.xz"
    supported: bool = True


SYSTEMS = (
    System("bookworm", "deb"),
    System("trixie", "deb"),
    System("bookworm", "tar.xz"),
    System("bullseye", "deb", supported=False),  # its C library is 2.31; apt has to refuse
)


class RoomError(Exception):
    """What a person in that system would run into."""


def main(arguments: list[str]) -> int:
    """Try every system; 0 when all behave as they should."""
    if os.geteuid() != 0:
        sys.exit("The clean-room test makes systems of its own and needs root.")
    document = Path(arguments[0]) if arguments else SAMPLE
    failed = []
    with display() as screen:
        for system in SYSTEMS:
            name = f"{system.release}, .{system.artefact}"
            print(f"── {name}", flush=True)
            try:
                with room(system) as root:
                    visit(system, root, screen, document)
            except (RoomError, subprocess.SubprocessError) as error:
                failed.append(name)
                print(f"   FAILED: {error}", flush=True)
    print(f"{len(SYSTEMS) - len(failed)} of {len(SYSTEMS)} systems passed. Pictures: {WORK}")
    return 1 if failed else 0


def visit(system: System, root: Path, screen: str, document: Path) -> None:
    """Install, use, remove."""
    if not system.supported:
        if install_deb(root).returncode == 0:
            raise RoomError("apt installed what cannot run there")
        print("   apt refuses it, as it should: the C library is too old")
        return
    before = files_of(root)
    program = install(system, root)
    home, fonts = root / "home" / "reader", root / "usr" / "share" / "fonts"
    shutil.copy(document, home / "document.pdf")
    shutil.copy(SAMPLE, home / "sample.pdf")
    hidden = fonts.rename(fonts.with_name("fonts-hidden"))  # the program has to bring its own letters
    passed = as_user(root, f"{program} --selftest").count("\n")
    print(f"   self-test: {passed} steps passed, with no font on the system", flush=True)
    for language, locale in LANGUAGES.items():
        window = ["env", f"DISPLAY={screen}", f"LANG={locale}", f"LANGUAGE={language}", program]
        report(root, window)
        picture = WORK / f"{system.release}-{system.artefact.partition('.')[0]}-{language}.png"
        photograph(root, window, screen, picture)
    hidden.rename(fonts)
    window = ["env", f"DISPLAY={screen}", "LANG=C.UTF-8", program]
    if system.artefact == "deb":
        change_versions(root, window)
    else:
        carry_about(root, window)
    remove(system, root)
    left = {path for path in files_of(root) - before if "timeleaf" in path.lower()}
    if left:
        raise RoomError(f"left after the removal: {sorted(left)[:5]}")
    print("   removed; only the user's own folders are left")


def report(root: Path, program: list[str]) -> None:
    """Read the window's own report: the page is painted, the timeline is there, Arabic dates are found.

    Raises:
        RoomError: one of them is not so.
    """
    for document in ("document.pdf", "sample.pdf"):
        said = as_user(
            root, shlex.join([*program, "--for-testing", "--offscreen-picture", "window.png", document])
        )
        facts = json.loads(said.strip().splitlines()[-1])
        arabic = document != "sample.pdf" or facts["arabic_events"]
        if not (facts["page_painted"] and facts["timeline_loaded"] and facts["events"] and arabic):
            raise RoomError(f"{document}: {facts}")
        print(f"   {program[3]}: {facts['pages']} pages, {facts['events']} events in {document}", flush=True)


def photograph(root: Path, program: list[str], screen: str, picture: Path) -> None:
    """Start the window on the display and keep what it shows."""
    with opened(root, program):
        subprocess.run(["import", "-display", screen, "-window", "root", str(picture)], check=True)


@contextmanager
def opened(root: Path, program: list[str]) -> Iterator[None]:
    """The window open on the document, loaded, and closed by the session's end.

    Raises:
        RoomError: it closes by itself.
    """
    command = user_command(root, "exec " + shlex.join([*program, "document.pdf"]))
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as window:
        time.sleep(START_SECONDS)
        yield
        if window.poll() is not None:
            raise RoomError(f"the window closed by itself with {window.returncode}")
        window.terminate()
        window.wait(timeout=10)


def change_versions(root: Path, program: list[str]) -> None:
    """Upgrade by a version and go back; the user keeps settings, documents, own files, both ways.

    The newer version is this very program under a higher number; what a newer one could leave (settings and
    columns this one does not know, a higher schema) is put into the user's files by hand.
    """
    home = root / "home" / "reader"
    as_user(root, "mkdir -p .config/timeleaf .local/share/timeleaf/languages")
    make_own(home)
    with opened(root, program):
        pass
    (deb,) = (ROOT / "dist").glob("*.deb")
    newer = with_higher_version(deb)
    before = remembered(home)
    if not before.documents:
        raise RoomError("the window remembered no document")
    for package in (newer, deb):
        if install_deb(root, package).returncode:
            raise RoomError(f"apt did not change to {package.name}")
        with opened(root, program):
            pass
        after = remembered(home)
        if gone := lost(before, after):
            raise RoomError(f"lost by {package.name}: {gone}")
        if package == newer:
            make_newer(home)
            subprocess.run(["chown", "-R", f"{USER}:{USER}", str(home)], check=True)
            before = remembered(home)
    print(f"   upgraded and downgraded: {len(after.documents)} documents, settings, own files are kept")


def carry_about(root: Path, program: list[str]) -> None:
    """With --portable everything stays beside the program, and nothing goes into the user's folders."""
    (root / "home" / "reader" / "elsewhere").mkdir()
    os.chown(root / "home" / "reader" / "elsewhere", USER, USER)
    with opened(root, ["env", "HOME=/home/reader/elsewhere", *program, "--portable"]):
        pass
    beside = next((root / "home" / "reader").rglob("timeleaf-data"), None)
    kept = {path.name for path in beside.rglob("*.sqlite")} if beside else set()
    outside = list((root / "home" / "reader" / "elsewhere").rglob("*timeleaf*"))
    if "library.sqlite" not in kept or outside:
        raise RoomError(f"portable: beside the program {sorted(kept)}, in the user's folders {outside}")
    print("   portable: settings and memory are beside the program and nowhere else")


# ── what is installed


def install(system: System, root: Path) -> str:
    """Install the artefact; the command that starts the program."""
    if system.artefact == "deb":
        installed = install_deb(root)
        if installed.returncode:
            raise RoomError(installed.stderr[-500:])
        return "timeleaf"
    # The archive declares nothing: its install script names the libraries it wants of the system.
    apt(root, "install", *depends())
    (archive,) = (ROOT / "dist").glob("timeleaf-*-linux-*.tar.xz")
    home = root / "home" / "reader"
    subprocess.run(["tar", "-xf", str(archive), "-C", str(home)], check=True)
    subprocess.run(["chown", "-R", f"{USER}:{USER}", str(home)], check=True)
    as_user(root, "./timeleaf-*/install.sh")
    return "/home/reader/.local/bin/timeleaf"


def remove(system: System, root: Path) -> None:
    """Undo the installation the way a user does."""
    if system.artefact == "deb":
        apt(root, "purge", "timeleaf")
    else:
        as_user(root, "./timeleaf-*/install.sh --remove; rm -r timeleaf-*")


def install_deb(root: Path, package: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Have apt install the package (the built one) with what it declares and nothing more."""
    package = package or next((ROOT / "dist").glob("*.deb"))
    inside = Path(shutil.copy(package, root / "srv"))
    try:
        return apt(root, "install", "--allow-downgrades", f"/srv/{package.name}", check=False)
    finally:
        inside.unlink()


def with_higher_version(deb: Path) -> Path:
    """The same package under the next version number, made once in `out/cleanroom/`."""
    tree, target = WORK / "newer", WORK / "timeleaf-newer.deb"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8")
    control.write_text(re.sub(r"^(Version: .*)$", r"\1+newer", text, flags=re.MULTILINE), encoding="utf-8")
    command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return target


def depends() -> list[str]:
    """The dependencies the Debian package declares; of alternatives the one for the older release."""
    (deb,) = (ROOT / "dist").glob("*.deb")
    asked = ["dpkg-deb", "-f", str(deb), "Depends"]
    declared = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return [re.sub(r"\(.*?\)", "", one).rpartition("|")[2].strip() for one in declared.split(",")]


def apt(root: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run apt-get inside."""
    command = ["chroot", str(root), "apt-get", "-y", "-qq", "--no-install-recommends", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=check)


# ── the systems


@contextmanager
def room(system: System) -> Iterator[Path]:
    """A fresh copy of a minimal system, with its kernel file systems, an ordinary user and the display."""
    base, root = WORK / f"{system.release}-base", WORK / "room"
    if not (base / "etc").is_dir():
        print("   making the system (a minute, once)", flush=True)
        command = ["debootstrap", "--variant=minbase", system.release, str(base), mirror()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    for settings in Path("/etc/apt/apt.conf.d").glob("*"):  # a proxy, for example
        if "Acquire" in settings.read_text(encoding="utf-8"):
            shutil.copy(settings, root / "etc" / "apt" / "apt.conf.d")
    shutil.copy("/etc/resolv.conf", root / "etc")
    display_sockets = "/tmp/.X11-unix"  # noqa: S108 - where X servers keep theirs
    mounts = {"proc": "/proc", "dev": "/dev", "tmp/.X11-unix": display_sockets}
    try:
        for inside, outside in mounts.items():
            (root / inside).mkdir(exist_ok=True)
            subprocess.run(["mount", "--rbind", "--make-rslave", outside, str(root / inside)], check=True)
        subprocess.run(["chroot", str(root), "useradd", "-m", "-u", str(USER), "reader"], check=True)
        apt(root, "update")
        yield root
    finally:
        for inside in mounts:
            subprocess.run(["umount", "-R", "-l", str(root / inside)], check=False)
        shutil.rmtree(root)


@contextmanager
def display() -> Iterator[str]:
    """A screen of our own; its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1360x860x24", "-ac", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
        server.terminate()


def mirror() -> str:
    """Where this system gets its own packages."""
    for source in [*Path("/etc/apt/sources.list.d").glob("*.sources"), Path("/etc/apt/sources.list")]:
        text = source.read_text(encoding="utf-8") if source.is_file() else ""
        if found := re.search(r"^(?:URIs:|deb(?: \[.*?\])?)\s+(\S+)", text, flags=re.MULTILINE):
            return found[1]
    raise RoomError("this system names no source of packages")


def user_command(root: Path, command: str) -> list[str]:
    """The command that runs `command` inside, as an ordinary user, with nothing of this system."""
    environment = ["env", "-i", "HOME=/home/reader", "PATH=/usr/bin:/bin"]
    return ["chroot", f"--userspec={USER}:{USER}", str(root), *environment, "sh", "-c", f"cd && {command}"]


def as_user(root: Path, command: str) -> str:
    """Run a command inside as an ordinary user; what it prints.

    Raises:
        RoomError: it failed.
    """
    asked = user_command(root, command)
    done = subprocess.run(asked, capture_output=True, text=True, timeout=REPORT_SECONDS, check=False)
    if done.returncode:
        raise RoomError(f"{command}: exit code {done.returncode}\n{done.stdout[-600:]}{done.stderr[-600:]}")
    return done.stdout


def files_of(root: Path) -> set[str]:
    """Every file that a package could have left: not the user's, not the kernel's, not apt's own records."""
    skipped = (
        "home/",
        "root/",
        "proc/",
        "dev/",
        "sys/",
        "tmp/",
        "var/cache/",
        "var/lib/apt/",
        "var/log/",
        "var/lib/dpkg/",
    )
    found = subprocess.run(["find", ".", "-xdev"], cwd=root, capture_output=True, text=True, check=True)
    return {path[2:] for path in found.stdout.splitlines() if not path[2:].startswith(skipped)}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
