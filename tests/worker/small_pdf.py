"""Small PDFs for the children: so many pages, each with a line that speaks of a year of its own."""

from __future__ import annotations

import zlib
from pathlib import Path

FIRST_YEAR = 1100


def write_pdf(path: Path, pages: int, *, content: bytes = b"") -> str:
    """Write a PDF; page i says "On 12 March <1100 + i> the treaty was signed." The path, as a string.

    Args:
        path: where to.
        pages: how many.
        content: drawing operators that every page begins with.
    """
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()]
    for index in range(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{font}"
            f"/Contents {4 + 2 * index} 0 R>>".encode()
        )
        words = f"On 12 March {FIRST_YEAR + index} the treaty was signed in Paris."
        data = zlib.compress(content + f"BT /F 14 Tf 72 700 Td ({words}) Tj ET".encode())
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(data), data))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(out)
    return str(path)
