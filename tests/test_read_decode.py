"""Bytes to text: what decides the encoding, what is no text, and what is said about the rest."""

import codecs
import struct
from typing import Final

import pytest

import newsclean
from newsclean.read.decode import Decoded, decode

GERMAN: Final = "Die Fähre nach Nordhafen läuft größtenteils pünktlich ein, über Nacht fällt sie aus."
RUSSIAN: Final = (
    "Паром в Северную гавань прибыл вовремя, сообщила во вторник портовая служба. Пассажиры ждали его на причале всю ночь, "
    "потому что лёд на реке ещё не сошёл."
)
JAPANESE: Final = (
    "北港行きの渡し船は火曜日の朝、定刻に到着した。川の氷がまだ解けていないため、乗客は一晩中桟橋で待っていたという。"
)
CHINESE: Final = "开往北港的渡轮星期二早上准时抵达。由于河上的冰还没有融化，乘客们在码头上等了整整一夜，港务局表示歉意。"
TRADITIONAL: Final = "開往北港的渡輪星期二早上準時抵達。由於河上的冰還沒有融化，乘客們在碼頭上等了整整一夜，港務局表示歉意。"
POLISH: Final = (
    "Prom do Północnej Przystani przypłynął we wtorek o świcie. Pasażerowie czekali całą noc, bo lód na rzece jeszcze nie zszedł."
)
FRENCH: Final = (
    "Le bac de Port-Nord est arrivé à l’heure mardi. Les passagers avaient été prévenus : la rivière était encore gelée, là-bas."
)
SPANISH: Final = (
    "El transbordador llegó a tiempo el martes. Según el práctico, mañana saldrá otro; los niños podrán viajar también."
)
TURKISH: Final = (
    "Kuzey Limanı'na giden vapur salı sabahı zamanında ulaştı. Yolcular bütün gece iskelede bekledi, çünkü buz erimemişti."
)
GREEK: Final = "Το πλοίο για το Βόρειο Λιμάνι έφτασε στην ώρα του την Τρίτη. Οι επιβάτες περίμεναν όλη τη νύχτα στην προβλήτα."
KOREAN: Final = (
    "북항으로 가는 나룻배가 화요일 아침 제시간에 도착했다. 강의 얼음이 아직 녹지 않아 승객들은 밤새 부두에서 기다렸다."
)


def page(text: str, declaration: str = "") -> str:
    """A page with so much markup around the text that the text is the smaller part."""
    menu = "".join(f'<li class="menu-item menu-item-{number}"><a href="/rubrik/{number}">Menu</a></li>' for number in range(40))
    return f"<html><head>{declaration}<title>t</title></head><body><ul>{menu}</ul><p>{text}</p></body></html>"


# What decides


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [GERMAN, page(JAPANESE, '<meta charset="windows-1251">'), ""])
def test_byte_order_mark_decides_and_is_left_out(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "windows-1251", "shift_jis", "iso-2022-jp", "no-such-codec", "utf-8%3csvg", "rot13", "UTF8"]
)
def test_valid_utf_8_goes_before_the_declaration(label: str) -> None:
    text = page(GERMAN, f'<meta charset="{label}">')
    assert decode(text.encode()) == Decoded(text)


def test_utf_8_is_handed_on_as_it_came() -> None:
    source = page(GERMAN).encode()
    assert decode(source).utf8 is source
    others = (source.decode(), codecs.BOM_UTF8 + source, page(GERMAN).encode("cp1252"), source + b"\xff")
    assert [decode(other).utf8 for other in others] == [None] * len(others)


@pytest.mark.parametrize(
    ("declaration", "encoding", "text"),
    [
        pytest.param('<meta charset="windows-1251">', "cp1251", RUSSIAN, id="Russian"),
        pytest.param("<META CHARSET = koi8-r >", "koi8-r", RUSSIAN, id="no quotes, spaces, capitals"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030", f"{CHINESE}镕", id="http-equiv"
        ),
        pytest.param("<?xml version='1.0' encoding='windows-1250'?>", "cp1250", POLISH, id="XML declaration"),
        pytest.param('<meta charset="shift_jis">', "cp932", f"{JAPANESE}①", id="superset of Shift_JIS"),
        pytest.param('<meta charset="x-mac-cyrillic">', "mac_cyrillic", RUSSIAN, id="label with x-"),
        pytest.param('<meta charset="gbk">', "gb18030", f"{CHINESE}𠮷", id="superset of GBK"),
        pytest.param('<meta charset="euc-kr">', "cp949", f"{KOREAN}똠", id="superset of EUC-KR"),
        pytest.param('<meta charset="iso-8859-1">', "cp1252", f"“{GERMAN}” – 3 €", id="superset of Latin-1"),
        pytest.param(
            '<meta charset="latin5">', "cp1254", "Vapur İğneada’ya salı günü ulaştı, yolcular bekledi.", id="superset of Latin-5"
        ),
        pytest.param('<meta charset="us-ascii">', "cp1252", GERMAN, id="superset of ASCII"),
        pytest.param('<meta charset="euc-jp">', "euc_jp", JAPANESE, id="EUC-JP"),
        pytest.param('<meta charset="big5">', "big5", TRADITIONAL, id="Big5"),
        pytest.param('<meta charset="iso-2022-jp">', "iso2022_jp", JAPANESE, id="seven bits: valid UTF-8, but not meant so"),
        pytest.param('<meta charset="hz-gb-2312">', "hz", CHINESE, id="seven bits, another"),
        *(
            pytest.param(
                f'<meta charset="{label}"><meta charset="iso-8859-5">',
                "iso8859-5",
                RUSSIAN,
                id=f"the second one, {label} cannot be meant",
            )
            for label in ("no-such", "zlib", "idna")
        ),
    ],
)
def test_declaration_is_believed(declaration: str, encoding: str, text: str) -> None:
    text = page(text, declaration)
    assert decode(text.encode(encoding)) == Decoded(text)


# 'cp037' is EBCDIC, in which these bytes could not say 'charset'; the codecs of Python are more than encodings of text.
@pytest.mark.parametrize(
    "label",
    "rot13 zlib hex base64 bz2 uu quopri idna punycode unicode_escape raw_unicode_escape undefined cp037 utf-16 utf-32 utf-7 "
    "no-such utf-8%3csvg . -- mbcs".split(),
)
def test_declaration_that_cannot_be_meant_is_passed_over(label: str) -> None:
    text = page(FRENCH, f'<meta charset="{label}">')
    assert decode(text.encode("cp1252")) == Decoded(text)


def test_declaration_far_down_is_none() -> None:
    text = f"{page(FRENCH)}{' ' * 5000}<meta charset='windows-1251'>"
    assert decode(text.encode("cp1252")) == Decoded(text)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("cp932", JAPANESE),
        ("euc_jp", JAPANESE),
        ("gb18030", CHINESE),
        ("big5", TRADITIONAL),
        ("cp949", KOREAN),
        ("cp1250", POLISH),
        ("iso8859_2", POLISH),
        ("cp1252", FRENCH),
        ("cp1252", SPANISH),
        ("cp1253", GREEK),
        ("cp1254", TURKISH),
    ],
)
@pytest.mark.parametrize("is_page", [True, False], ids=["page", "text"])
def test_undeclared_encoding_is_guessed(encoding: str, text: str, is_page: bool) -> None:
    text = page(" ".join([text] * 3)) if is_page else text
    assert decode(text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize("shift", [0, 1])
def test_long_text_is_guessed_from_whole_characters(shift: int) -> None:
    """A sample that ended inside a character would rule the right encoding out."""
    text = "x" * shift + "\n".join([CHINESE] * 1500)
    assert decode(text.encode("gb18030")) == Decoded(text)


def test_single_line_without_a_space_is_guessed() -> None:
    text = RUSSIAN.replace(" ", "_") * 800
    assert decode(text.encode("cp1251")) == Decoded(text)


def test_nothing_to_guess_from_is_windows_1252() -> None:
    assert decode(b"a" * 500_000 + b" caf\xe9") == Decoded("a" * 500_000 + " café")


# UTF-16 without a mark


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [GERMAN, page(CHINESE), f"{CHINESE}\nBericht der Nordhafener Zeitung\n{CHINESE}"])
def test_utf_16_is_told_by_its_zeros(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, b""], ids=["mark", "no mark"])
@pytest.mark.parametrize("text", [GERMAN, page(GERMAN)], ids=["text", "page"])
def test_half_a_utf_16_file_gives_its_text_and_a_warning(mark: bytes, text: str) -> None:
    source = (mark + text.encode("utf-16-le"))[: len(mark) + len(text) | 1]
    characters = (len(source) - len(mark)) // 2
    assert decode(source) == Decoded(
        text[:characters] + "\ufffd",
        (f"The input ends inside a character of utf-16-le, at byte {len(source) - 1}: it may have been cut off.",),
    )
    assert newsclean.clean(source).warnings[0].startswith("The input ends inside a character of utf-16-le")


# Broken


def test_cut_utf_8_stays_utf_8() -> None:
    source = f"{GERMAN} Für alle.".encode()
    cut = source.index("ü".encode(), len(GERMAN.encode())) + 1
    assert decode(source[:cut]) == Decoded(
        f"{GERMAN} F\ufffd", (f"The input ends inside a character of utf-8, at byte {cut - 1}: it may have been cut off.",)
    )


def test_stray_byte_in_utf_8_costs_one_character() -> None:
    source = f"{GERMAN} {GERMAN} ".encode() + b"caf\xe9 und Bar"
    at = source.index(b"\xe9")
    assert decode(source) == Decoded(
        f"{GERMAN} {GERMAN} caf\ufffd und Bar", (f"Byte {at} is not valid utf-8; what could not be read became U+FFFD.",)
    )


@pytest.mark.parametrize("declaration", ['<meta charset="utf-8">', ""])
def test_text_that_is_no_utf_8_is_not_read_as_such(declaration: str) -> None:
    text = page(GERMAN, declaration)
    assert decode(text.encode("cp1252")) == Decoded(text)


def test_single_letter_at_the_end_is_no_cut_utf_8() -> None:
    assert decode(b"Treffpunkt ist das Caf\xe9") == Decoded("Treffpunkt ist das Café")


def test_byte_that_the_declared_encoding_has_not_is_replaced() -> None:
    source = page(JAPANESE, '<meta charset="shift_jis">').encode("cp932").replace(b"</p>", b"\x81</p>")
    decoded = decode(source)
    assert decoded.text == page(f"{JAPANESE}\ufffd", '<meta charset="shift_jis">')
    at = source.index(b"\x81</p>")
    assert decoded.warnings == (f"Byte {at} is not valid cp932; what could not be read became U+FFFD.",)


def test_last_byte_that_the_declared_encoding_has_not_cuts_nothing_off() -> None:
    source = page(GERMAN, '<meta charset="windows-1252">').encode("cp1252") + b"\x81"
    assert decode(source).warnings == (f"Byte {len(source) - 1} is not valid cp1252; what could not be read became U+FFFD.",)


def test_byte_of_the_warning_is_counted_from_the_beginning_of_the_file() -> None:
    source = codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xdc" + "cd".encode("utf-16-le")
    assert decode(source) == Decoded("ab\ufffdcd", ("Byte 6 is not valid utf-16-le; what could not be read became U+FFFD.",))


# str


def test_text_of_the_caller_loses_its_byte_order_mark_only() -> None:
    assert decode("\ufeff\ufeffDie F\xe4hre\0") == Decoded("\ufeffDie F\xe4hre\0")


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert decode("a\ud800\udc00b\udfff😀") == Decoded("a\ufffd\ufffdb\ufffd😀", ("Lone surrogates became U+FFFD.",))


# No text


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image"),
        (b"GIF89a\x40\x01\xf0\0\xf7\0\0", "a GIF image"),
        (b"II*\0\x08\0\0\0", "a TIFF image"),
        (b"MM\0*\0\0\0\x08", "a TIFF image"),
        (b"RIFF\x24\x08\0\0WAVEfmt ", "a RIFF media file"),
        (b"RIFF\n\n\0\0WEBPVP8 ", "a RIFF media file"),
        (b"\0\0\0\x18ftypmp42", "an MP4 video or a HEIF image"),
        (b"\x1aE\xdf\xa3\x01\0", "a Matroska video"),
        (b"ID3\x03\0\0\0", "an MP3 sound"),
        (b"OggS\0\x02", "an Ogg media file"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (rb"{\rtf1\ansi Text}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"BZh91AY&SY", "a bzip2 archive"),
        (b"\xfd7zXZ\0", "an xz archive"),
        (b"\x28\xb5\x2f\xfd\x04", "a zstd archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"SQLite format 3\0\x10", "a database"),
        (b"\x7fELF\x02\x01\x01", "a program"),
        (b"\0" * 100, "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
        (struct.pack("<200h", *range(-9, 191)), "a binary file"),
        (struct.pack("<200h", *[3, 7, 12, 1, 30] * 40), "a binary file"),
        (GERMAN.encode("utf-32-le"), "a binary file"),
    ],
)
def test_files_that_are_no_text_are_named(source: bytes, kind: str) -> None:
    warning = f"The input is not text: it looks like {kind}."
    assert decode(source) == Decoded("", (warning,))
    article = newsclean.clean(source)
    assert (article.warnings, article.body, article.front, article.removed) == ((warning,), (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "GIF89a is a format of the last century, and it moves.",
        "RIFF RAFF, the band of the Nordhafen shipyard, is back.",
        "RIFF is a container. WAVE is what is in it.",
        "ID3 tags tell who sings.",
        "OggS is how such a file begins.",
        "BZh is how another one begins.",
        "%PDF files have a header.",
        "PK voted on Tuesday, and so did SQLite format 3.",
        "SQLite format 3 is older than the harbour office's computers.",
        "II* is a grade, MM* is another.",
        "7z archives are small.",
        r"{\rtfm} is advice.",
        "The word ftyp stands for a box.",
        "A few\0zeros\0make no binary file, for the text goes on and on around them.",
        "\x1b[1mBold\x1b[0m words from a terminal stay words",
        "",
        " ",
    ],
)
def test_text_that_begins_like_a_file_is_text(text: str) -> None:
    assert decode(text.encode()) == Decoded(text)
