"""Bytes to str: never an exception, and a sentence about whatever was not clean."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

# What browsers do: these labels are in use for their supersets.
SUPERSETS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}

# Their text is plain ASCII to any other decoder, so only the declaration tells.
SEVEN_BIT: Final = frozenset({"iso2022_jp", "iso2022_kr", "hz"})

# utf-32 first: its little-endian mark begins with the one of utf-16.
BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

FILE_SIGNATURES: Final = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg media file"),
)

DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

HEAD_BYTES: Final = 4096  # where a declaration has to stand: the standard says 1,024, pages put it later
SAMPLE_BYTES: Final = 65_536  # enough for charset-normalizer, whose time grows with the length


@dataclass(frozen=True, slots=True)
class Decoded:
    """The input as text.

    Attributes:
        text: code points, without the byte order mark and without lone surrogates.
        warnings: what was not clean, one sentence each.
    """

    text: str
    warnings: tuple[str, ...] = ()


def decode(source: bytes | str) -> Decoded:
    """Read bytes, or a str that somebody else read, as clean text.

    A byte order mark decides, then valid UTF-8, then the declaration, then charset-normalizer. Valid UTF-8 goes before the
    declaration because pages that say iso-8859-1 and are UTF-8 are common, and text of another encoding that happens to be
    valid UTF-8 is not; only the seven-bit encodings have to be believed first.
    """
    if isinstance(source, str):
        return _without_lone_surrogates(source.removeprefix("\ufeff"), ())
    for mark, encoding in BYTE_ORDER_MARKS:
        if source.startswith(mark):
            return _decode_as(source[len(mark) :], encoding)
    kind = _binary_kind(source)
    if kind:
        return Decoded("", (f"The input is not text: it looks like {kind}.",))
    encoding = _declared_encoding(source)
    if encoding not in SEVEN_BIT:
        wide = _wide_encoding(source)
        if wide:
            return _decode_as(source, wide)
        try:
            return Decoded(source.decode("utf-8"))
        except UnicodeDecodeError:
            pass  # not UTF-8, so the declaration or the guess below decides
    return _decode_as(source, encoding or _guessed_encoding(source))


def _decode_as(source: bytes, encoding: str) -> Decoded:
    try:
        return _without_lone_surrogates(source.decode(encoding), ())
    except UnicodeDecodeError as error:
        text = source.decode(encoding, errors="replace")
        warning = f"Byte {error.start} is not valid {encoding}; what could not be read became U+FFFD."
        return _without_lone_surrogates(text, (warning,))


def _without_lone_surrogates(text: str, warnings: tuple[str, ...]) -> Decoded:
    if not LONE_SURROGATE.search(text):
        return Decoded(text, warnings)
    # One for one, so that spans still fit the caller's str.
    return Decoded(LONE_SURROGATE.sub("\ufffd", text), (*warnings, "Lone surrogates became U+FFFD."))


def _declared_encoding(source: bytes) -> str | None:
    """The encoding that the head of the page names, by the name that Python gives it; None if there is none it knows."""
    found = DECLARED.search(source[:HEAD_BYTES])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):  # it was read as ASCII just now, so it can't be
        return None
    return SUPERSETS.get(name, name) if _decodes_text(name) else None


def _decodes_text(name: str) -> bool:
    """Whether a codec turns bytes into text: 'rot13', 'zlib' and the like are codecs too, and 'idna' is no encoding of pages."""
    try:
        return isinstance(b"a".decode(name), str) and name not in {"idna", "punycode", "unicode_escape", "raw_unicode_escape"}
    except (LookupError, ValueError, OSError):
        return False


def _binary_kind(source: bytes) -> str | None:
    """What the bytes are if they are no text, as a phrase; None for text."""
    for signature, kind in FILE_SIGNATURES:
        if source.startswith(signature):
            return kind
    head = source[:HEAD_BYTES]
    controls = sum(head.count(byte) for byte in range(1, 9)) + head.count(0x7F)
    if controls * 10 > len(head) or (head.count(0) * 10 > len(head) and not _wide_encoding(source)):
        return "a binary file"
    return None


def _wide_encoding(source: bytes) -> str | None:
    """UTF-16 without a mark: in text of any Western page every second byte is zero, all on one side."""
    head = source[:HEAD_BYTES]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 10 > len(head) * 3 and even * 20 < len(head):
        return "utf-16-le"
    if even * 10 > len(head) * 3 and odd * 20 < len(head):
        return "utf-16-be"
    return None


def _guessed_encoding(source: bytes) -> str:
    """What charset-normalizer makes of it; windows-1252 where it makes nothing of it, since that reads any byte."""
    from charset_normalizer import from_bytes

    best = from_bytes(source[:SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
