"""Bytes to str: never an exception, and a sentence about whatever was not clean."""

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# What browsers do: these labels are in use for their supersets.
SUPERSETS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}

# Their text is plain ASCII to any other decoder, so only the declaration tells.
SEVEN_BIT: Final = frozenset(("hz", "iso2022_jp", "iso2022_kr"))

# Codecs that leave a word of ASCII as it is and are no encodings of pages all the same.
NO_PAGE: Final = frozenset(("idna", "raw-unicode-escape", "unicode-escape", "utf-7", "utf-8"))

# What pages without a declaration are guessed to be in; the earlier one where two fit as well.
GUESSED: Final = (
    "cp1252 cp1251 cp1250 iso8859_2 cp1254 cp1253 cp1257 cp1256 cp1255 koi8_r cp932 euc_jp gb18030 big5 cp949".split()
)

# utf-32 first: its little-endian mark begins with the one of utf-16.
BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# With enough of what follows that no text begins so: 'RIFF', 'ID3' and 'GIF89a' are words of articles too.
FILE_SIGNATURES: Final = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb"\x89PNG\r\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a.[\x00-\x1f]", "a GIF image"),
        (rb"II\*\x00|MM\x00\*", "a TIFF image"),
        (rb"RIFF.{4}(?:WAVE|WEBP|AVI )", "a RIFF media file"),
        (rb".{4}ftyp", "an MP4 video or a HEIF image"),
        (rb"\x1aE\xdf\xa3", "a Matroska video"),
        (rb"ID3[\x02-\x04]", "an MP3 sound"),
        (rb"OggS\x00", "an Ogg media file"),
        (rb"%PDF-\d", "a PDF document"),
        (rb"\{\\rtf\d", "an RTF document"),
        (rb"\xd0\xcf\x11\xe0", "an old office document"),
        (rb"PK\x03\x04", "a ZIP archive or an office document"),
        (rb"\x1f\x8b", "a gzip archive"),
        (rb"BZh\d1AY&SY", "a bzip2 archive"),
        (rb"\xfd7zXZ", "an xz archive"),
        (rb"\x28\xb5\x2f\xfd", "a zstd archive"),
        (rb"7z\xbc\xaf", "a 7z archive"),
        (rb"SQLite format 3\x00", "a database"),
        (rb"\x7fELF", "a program"),
    )
)

DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
TAG: Final = re.compile(rb"<[^<>]*>")
CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

HEAD_BYTES: Final = 4096  # where a declaration has to stand: the standard says 1,024, pages put it later
SAMPLED_BYTES: Final = 400_000  # where text to guess from is looked for
SAMPLE_BYTES: Final = 65_536  # enough to guess from; the time it takes grows with the length


@dataclass(frozen=True, slots=True)
class Decoded:
    """The input as text.

    Attributes:
        text: code points, without the byte order mark and without lone surrogates.
        warnings: what was not clean, one sentence each.
        utf8: the text in UTF-8, if that is what the input was.
    """

    text: str
    warnings: tuple[str, ...] = ()
    utf8: bytes | None = field(default=None, compare=False, repr=False)  # it says nothing that the text does not


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
            return _decode_as(encoding, source, len(mark))
    kind = _binary_kind(source)
    if kind:
        return Decoded("", (f"The input is not text: it looks like {kind}.",))
    return _decode_unmarked(source)


def _decode_unmarked(source: bytes) -> Decoded:
    if source.isascii() and (declared := _declared_encoding(source)) in SEVEN_BIT:
        return _decode_as(declared, source)
    wide = _wide_encoding(source)
    if wide:
        return _decode_as(wide, source)
    try:
        return Decoded(source.decode("utf-8"), utf8=source)
    except UnicodeDecodeError as error:
        encoding = _broken_utf8(source, error) or _declared_encoding(source) or _guessed_encoding(source)
        return _decode_as(encoding, source)


def _decode_as(encoding: str, source: bytes, start: int = 0) -> Decoded:
    """Decode what begins after so many bytes; what can't be read becomes U+FFFD, with a warning."""
    text = source[start:]
    try:
        return _without_lone_surrogates(text.decode(encoding), ())
    except UnicodeDecodeError as error:
        at = start + error.start
        if encoding.startswith("utf-") and error.end == len(text):
            warning = f"The input ends inside a character of {encoding}, at byte {at}: it may have been cut off."
        else:
            warning = f"Byte {at} is not valid {encoding}; what could not be read became U+FFFD."
        return _without_lone_surrogates(text.decode(encoding, errors="replace"), (warning,))


def _without_lone_surrogates(text: str, warnings: tuple[str, ...]) -> Decoded:
    try:
        text.encode("utf-8")  # it refuses them and nothing else, and finds them sooner than a search would
    except UnicodeEncodeError:
        # One for one, so that spans still fit the caller's str.
        return Decoded(LONE_SURROGATE.sub("\ufffd", text), (*warnings, "Lone surrogates became U+FFFD."))
    return Decoded(text, warnings)


def _declared_encoding(source: bytes) -> str | None:
    """The first encoding that the head of the page names and that can be meant, by the name that Python gives it."""
    for found in DECLARED.finditer(source[:HEAD_BYTES]):
        label = found.group(1).decode("ascii").lower().removeprefix("x-")
        try:
            name = codecs.lookup(label).name
            # The declaration was read as ASCII just now, which rules out UTF-16, EBCDIC and all that is no encoding of text.
            if label.encode().decode(name) == label and name not in NO_PAGE:
                return SUPERSETS.get(name, name)
        except (LookupError, ValueError):
            continue
    return None


def _binary_kind(source: bytes) -> str | None:
    """What the bytes are if they are no text, as a phrase; None for text."""
    for signature, kind in FILE_SIGNATURES:
        if signature.match(source):
            return kind
    is_text = _is_text(source[:HEAD_BYTES].decode("latin-1")) or _wide_encoding(source)
    return None if is_text else "a binary file"


def _is_text(text: str) -> bool:
    return len(CONTROL.findall(text)) * 10 <= len(text)


def _wide_encoding(source: bytes) -> str | None:
    """UTF-16 without a mark: in tags and Latin letters every second byte is zero, and what comes out is text."""
    head = source[:HEAD_BYTES]
    for side, encoding in ((head[1::2], "utf-16-le"), (head[0::2], "utf-16-be")):
        if side.count(0) * 5 >= len(side) > 0 and _is_text(head.decode(encoding, "replace")):
            return encoding
    return None


def _broken_utf8(source: bytes, error: UnicodeDecodeError) -> str | None:
    """'utf-8' if most of what is not ASCII is that after all: a page that was cut off, or that quotes another one."""
    text = source.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    is_cut = error.end == len(source) and good > 0
    return "utf-8" if is_cut or bad * 10 <= good else None


def _guessed_encoding(source: bytes) -> str:
    """What charset-normalizer makes of the text between the tags; windows-1252 where it makes nothing of it.

    Only pieces that are not all ASCII are shown to it, since markup and scripts drown them. Its own ranking puts windows-1250
    before windows-1252 where both fit; of 147 pages in many languages, written in these encodings, this one reads 137 and that
    one, with the whole page before it, 87.
    """
    from charset_normalizer import from_bytes

    pieces = [piece for piece in TAG.split(source[:SAMPLED_BYTES]) if not piece.isascii()]
    sample = b" ".join(b" ".join(pieces).split())
    if len(sample) > SAMPLE_BYTES:
        sample = sample[: sample.rfind(b" ", 0, SAMPLE_BYTES)]  # whole characters, most of it if there is no space
    matches = [match for match in from_bytes(sample, cp_isolation=GUESSED) if match.encoding in GUESSED]
    best = min(matches, key=_misfit, default=None)
    return best.encoding if best else "cp1252"


def _misfit(match: "CharsetMatch") -> tuple[float, int]:
    return match.chaos - match.coherence / 5, GUESSED.index(match.encoding)
