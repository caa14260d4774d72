"""Damages PDF files as accidents and attackers do: seeded, so that a case comes again.

In: the bytes of a PDF, a random generator, other files to splice from. Out: other bytes. Bytes are flipped
and chunks moved as a bad disk or a broken download does; numbers, names, references, dictionaries of
streams, objects and the cross-reference table are changed as a broken or hostile program does. Nothing here
parses: what is wanted stands in plain bytes once a file is unpacked (`unpacked`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

import pymupdf

MOST_BYTES = 400_000  # a seed unpacked; larger ones are used as they are, or not at all
_MOST_CHANGES = 12
_ALL_STREAMS = 255
_NUMBER = re.compile(rb"(?<![\d.])-?\d+(?:\.\d+)?(?![\d.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_OBJECT = re.compile(rb"\b\d+ 0 obj\b(.*?)\bendobj\b", re.DOTALL)
_ENTRY = re.compile(rb"\b\d{10} \d{5} [nf]\b")
_OPERATOR = re.compile(rb"(?<=\s)(?:BT|ET|q|Q|cm|Tf|Td|Tm|Tj|TJ|Do|re|W|n|f|S|BDC|EMC|sh|gs|Tr|Tz|TL)(?=\s)")

EXTREMES = (
    b"0", b"-1", b"1", b"2", b"255", b"256", b"65535", b"65536", b"1000000", b"2147483647", b"-2147483648",
    b"4294967296", b"9223372036854775807", b"99999999999999999999", b"0.00000001", b"-0.5", b"1e9", b"3.4e38",
    b"nan", b"null", b"true", b"()", b"<>", b"[]", b"<<>>", b"/X",
)  # fmt: skip
NAMES = tuple(
    b"/" + word
    for word in (
        b"Type Page Pages Catalog Kids Count Parent Contents Resources Font ToUnicode Encoding Identity-H "
        b"Identity-V Type0 Type1 Type3 TrueType CIDFontType2 DescendantFonts W W2 Widths FirstChar "
        b"LastChar Differences FlateDecode LZWDecode ASCII85Decode ASCIIHexDecode RunLengthDecode "
        b"DCTDecode JPXDecode JBIG2Decode CCITTFaxDecode Crypt Filter DecodeParms Predictor Columns Length "
        b"Rotate MediaBox CropBox UserUnit Annots Outlines First Next Title Dest A S D Names Nums "
        b"PageLabels St P StructTreeRoot ActualText MCID OC Encrypt XObject Form Matrix BBox Shading "
        b"Pattern Function ObjStm XRef Root Prev"
    ).split()
)
# What is put into the dictionary of a stream, before its end.
STREAM_ENTRIES = (
    b"/Length 0",
    b"/Length 999999999",
    b"/Length -1",
    b"/Filter/FlateDecode",
    b"/Filter/LZWDecode",
    b"/Filter[/ASCIIHexDecode/FlateDecode]",
    b"/Filter/JPXDecode",
    b"/Filter/DCTDecode",
    b"/Filter/CCITTFaxDecode",
    b"/Filter/JBIG2Decode",
    b"/Filter/RunLengthDecode",
    b"/Filter/Crypt",
    b"/Type/ObjStm/N 100/First 9",
    b"/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32/BitsPerComponent 16>>",
    b"/DecodeParms<</Predictor 2/Columns 1/Colors -1>>",
    b"/Type/XRef/W[1 8 8]/Size 99999999",
)
Mutation = Callable[[bytearray, random.Random, Sequence[bytes]], None]


def unpacked(pdf: bytes) -> bytes:
    """The file with its streams in the clear, if that stays small: a change then meets what they say."""
    try:
        with pymupdf.open("pdf", pdf) as document:
            plain = document.tobytes(expand=_ALL_STREAMS, no_new_id=True)
    except (RuntimeError, ValueError):
        return pdf
    return plain if len(plain) <= MOST_BYTES else pdf


def mutated(pdf: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The file after one to four mutations."""
    changed = bytearray(pdf)
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
        chance.choice(MUTATIONS)(changed, chance, others)
    return bytes(changed)


def _stretch(pdf: bytearray, chance: random.Random) -> tuple[int, int]:
    """A stretch of the file, mostly short."""
    start = chance.randrange(len(pdf) + 1)
    return start, min(len(pdf), start + int(2 ** chance.uniform(0, 14)))


def flip_bytes(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Single bytes, anywhere."""
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        if pdf:
            pdf[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)


def overwrite(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """A stretch becomes noise, zeros or spaces."""
    start, end = _stretch(pdf, chance)
    filler = chance.choice((b"\0", b" ", b"\xff", b""))
    pdf[start:end] = filler * (end - start) if filler else chance.randbytes(end - start)


def swap_chunks(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Two stretches change places."""
    (a, b), (c, d) = sorted((_stretch(pdf, chance), _stretch(pdf, chance)))
    if b <= c:
        pdf[a:d] = pdf[c:d] + pdf[b:c] + pdf[a:b]


def remove_chunk(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """A stretch is gone; all offsets after it are wrong."""
    start, end = _stretch(pdf, chance)
    del pdf[start:end]


def double_chunk(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """A stretch stands there twice."""
    start, end = _stretch(pdf, chance)
    pdf[end:end] = pdf[start:end]


def splice(pdf: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    """A stretch of another file."""
    other = bytearray(chance.choice(others))
    start, end = _stretch(other, chance)
    place = chance.randrange(len(pdf) + 1)
    pdf[place : place + chance.choice((0, end - start))] = other[start:end]


def cut_off(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """The download stopped."""
    del pdf[chance.randrange(len(pdf) + 1) :]


def _replace(pdf: bytearray, chance: random.Random, what: re.Pattern[bytes], by: Sequence[bytes]) -> None:
    places = [found.span() for found in what.finditer(pdf)]
    few = chance.sample(places, min(len(places), chance.randint(1, _MOST_CHANGES)))
    for start, end in sorted(few, reverse=True):
        pdf[start:end] = chance.choice(by)


def change_numbers(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Numbers become extremes, or what is no number."""
    _replace(pdf, chance, _NUMBER, EXTREMES)


def change_names(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Names become other names."""
    _replace(pdf, chance, _NAME, NAMES)


def change_references(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """References lead elsewhere: into circles, to objects of another kind, to none."""
    numbers = [found[1] for found in _REFERENCE.finditer(pdf)] or [b"1"]
    _replace(pdf, chance, _REFERENCE, [number + b" 0 R" for number in (*numbers, b"0", b"99999")])


def change_operators(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Operators of a page's content become others."""
    found = sorted({match[0] for match in _OPERATOR.finditer(pdf)})
    _replace(pdf, chance, _OPERATOR, [*found, b"", b"q q q q", b"Q Q Q Q"])


def swap_objects(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Two objects change their numbers, or one takes the other's place as well."""
    places = [found.span(1) for found in _OBJECT.finditer(pdf)]
    if len(places) > 1:
        (a, b), (c, d) = sorted(chance.sample(places, 2))
        first, second = pdf[a:b], pdf[c:d]
        pdf[c:d] = chance.choice((first, second))
        pdf[a:b] = second


def empty_object(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """An object becomes one of another kind."""
    places = [found.span(1) for found in _OBJECT.finditer(pdf)]
    if places:
        start, end = chance.choice(places)
        pdf[start:end] = b" " + chance.choice(EXTREMES) + b" "


def change_stream_dictionary(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """The dictionary of a stream tells something else about it."""
    places = [found.start() for found in re.finditer(rb">>\s*stream\b", pdf)]
    for place in sorted(chance.sample(places, min(len(places), chance.randint(1, 3))), reverse=True):
        pdf[place:place] = chance.choice(STREAM_ENTRIES)


def damage_references_table(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """The cross-reference table points elsewhere, or is not where it is said to be."""
    if chance.random() < 0.5:
        _replace(
            pdf, chance, _ENTRY, [b"%010d 00000 n" % chance.randrange(2 * len(pdf) + 1) for _ in range(4)]
        )
    else:
        wrong = (chance.randrange(len(pdf) + 1), 0, len(pdf) * 2, 4294967295)
        _replace(pdf, chance, re.compile(rb"startxref\s+\d+"), [b"startxref\n%d" % place for place in wrong])


def nest_deeply(pdf: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    """Brackets without end before some value."""
    places = [found.start() for found in _NUMBER.finditer(pdf)]
    if places:
        place = chance.choice(places)
        pdf[place:place] = chance.choice((b"[", b"<</A ", b"(", b"q ")) * chance.choice((3, 200, 20_000))


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes,
    overwrite,
    swap_chunks,
    remove_chunk,
    double_chunk,
    splice,
    cut_off,
    change_numbers,
    change_numbers,
    change_names,
    change_names,
    change_references,
    change_references,
    change_operators,
    swap_objects,
    empty_object,
    change_stream_dictionary,
    damage_references_table,
    nest_deeply,
)
