"""`python3 build/dev.py package --twice`: does one commit give the same bytes, whoever builds it?

The commit (not what is changed and not committed) is built in two fresh clones, in folders of different names
and with different rights for new files; then every file of the bundles and every artefact is compared. Exit
code 0 when nothing differs, else 1 and the names of what does.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = {
    ROOT / "out" / "twice" / "first": 0o022,
    ROOT / "out" / "twice" / "in-another-place" / "second": 0o077,
}


def main() -> int:
    """Build twice, compare."""
    shutil.rmtree(ROOT / "out" / "twice", ignore_errors=True)
    builds = []
    for place, umask in PLACES.items():
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)
        os.umask(umask)
        subprocess.run([sys.executable, "-m", "build.packaging"], cwd=place, check=True)
        builds.append(fingerprints(place / "dist"))
    found = differences(*builds)
    print(
        f"{len(builds[0])} files built twice; " + ("all the same" if not found else f"{len(found)} differ:")
    )
    print("".join(f"  {line}\n" for line in found), end="")
    return 1 if found else 0


def fingerprints(folder: Path) -> dict[str, str]:
    """Path below `folder` -> what the file is: SHA-256 of its bytes, or where its link leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """What one build has that the other has not, or has otherwise; a line each, sorted."""
    lines = [f"{name}: only in the first" for name in first.keys() - second.keys()]
    lines += [f"{name}: only in the second" for name in second.keys() - first.keys()]
    lines += [f"{name}: other bytes" for name in first.keys() & second.keys() if first[name] != second[name]]
    return sorted(lines)


if __name__ == "__main__":
    raise SystemExit(main())
