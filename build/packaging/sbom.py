"""The bill of materials: a bundle's parts as CycloneDX 1.6 (JSON), the libraries inside the wheels included.

Tools that read an environment list what is installed, and none of the native libraries; this lists what is
shipped. The same bundle gives the same bytes: no clock, and a serial number drawn from the content.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from typing import Any

from build.packaging.parts import Part

# SPDX: these are single identifiers; anything longer ("A OR B", "A WITH x") is an expression.
IDENTIFIER = re.compile(r"[A-Za-z0-9.-]+")


def bill_of_materials(parts: Iterable[Part], version: str) -> str:
    """The JSON text, ended by a newline."""
    components = [_component(part) for part in parts if part.name != "Timeleaf"]
    content = json.dumps(components, sort_keys=True)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'timeleaf {version} {content}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": f"timeleaf@{version}",
                "name": "Timeleaf",
                "version": version,
                "licenses": [{"license": {"id": "AGPL-3.0-or-later"}}],
            }
        },
        "components": components,
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{part.name}@{part.version}",
        "name": part.name,
        "licenses": [_licence(part.licence)],
    }
    if part.version:
        component["version"] = part.version
    if part.source:
        component["externalReferences"] = [{"type": "vcs", "url": part.source}]
    return component


def _licence(licence: str) -> dict[str, Any]:
    if not IDENTIFIER.fullmatch(licence):
        return {"expression": licence}
    kind = "name" if licence.startswith("LicenseRef-") else "id"
    return {"license": {kind: licence}}
