"""The licences that travel with the bundle, in a folder the program shows under About.

In: the parts of a bundle. Out: `licences/NOTICE.txt`, which names every part with its licence and the place
of its source, and every text once, as AGPL and LGPL ask; `licences/parts.json` says the same to About
(`reader/ui/dialogs/licensed_parts.py`), the program itself first.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from build.packaging.parts import Part

HEAD = """\
Timeleaf is free software under the GNU Affero General Public License, version 3 or later
(Timeleaf/LICENSE).

Its complete corresponding source, with the scripts that build this bundle, is the archive
timeleaf-{version}-source.tar.xz that is published beside it. The sources of the parts below are had
where each names its place, in the version named. The libraries of Qt stand in this bundle as separate
files and may be replaced by your own builds. Parts from the build system's packages are Debian's, whose
source archive holds the versions named.

"""


def write_licences(parts: Iterable[Part], folder: Path, version: str) -> None:
    """Write the notice, the table and the texts of all parts into `folder`, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    notice, rows, written = [HEAD.format(version=version)], [], dict[bytes, Path]()
    for part in sorted(parts, key=lambda part: part.name != "Timeleaf"):
        notice.append(f"{part.name} {part.version}".rstrip() + "\n")
        notice.append(f"    licence: {part.licence}\n")
        if part.source:
            notice.append(f"    source: {part.source}\n")
        places = []
        for text in part.texts:
            content = text.read_bytes()
            if content not in written:  # several parts have the very same text
                written[content] = _free_name(folder / part.name / text.name)
                written[content].parent.mkdir(exist_ok=True)
                written[content].write_bytes(content)
            places.append(written[content].relative_to(folder).as_posix())
        notice += [f"    text: {place}\n" for place in places]
        facts = {"name": part.name, "version": part.version, "licence": part.licence, "source": part.source}
        rows.append({**facts, "texts": places})
    (folder / "parts.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False), encoding="utf-8")
    (folder / "NOTICE.txt").write_text("".join(notice), encoding="utf-8")


def _free_name(path: Path) -> Path:
    """`path`, numbered where a wheel has several texts of one name."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
