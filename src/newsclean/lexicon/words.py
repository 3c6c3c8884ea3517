"""Words as the lexicon compares them: folded, punctuation left out."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# A run of letters and digits, apostrophes inside it included; a character each for the scripts without spaces.
WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+(?:'[^\W_]+)*")
APOSTROPHES: Final = "’‘ʼ`"
# What WORD makes of ASCII, as a table of bytes: letters in lower case, digits and apostrophes stay, all else parts them.
ASCII_WORDS: Final = bytes(
    ord("'") if code in b"'`" else ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(" ")
    for code in range(256)
)
# The same for the ASCII of other text, where no character is a word.
OTHER_WORDS: Final = bytes(ASCII_WORDS[code] if code < 128 else code for code in range(256))
PARTING: Final = "“”„«»–—•·©"  # signs that are common in such text
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def words_of(text: str) -> list[str]:
    """The words of a text as the lexicon compares them: folded, punctuation left out."""
    folded = text if text.isascii() else fold(text)
    if folded.isascii():
        printed = folded.encode().translate(ASCII_WORDS).decode()  # the table gives the same at a fifth of the time
    else:
        printed = _parted(folded)
        if not printed.replace(" ", "").replace("'", "").isalnum() or WITHOUT_SPACES.search(printed):
            return WORD.findall(folded)
    if "'" in printed:  # one is part of a word where it stands alone between two letters
        printed = printed.replace("''", "  ").replace(" '", "  ").replace("' ", "  ").strip("'")
    return printed.split()


def _parted(folded: str) -> str:
    """A folded text that is not ASCII, with spaces for what parts words in most texts."""
    for sign in PARTING:
        folded = folded.replace(sign, " ")
    return folded.encode("utf-8", "surrogatepass").translate(OTHER_WORDS).decode("utf-8", "surrogatepass")


def words_of_each(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of many texts."""
    return tuple([tuple(words_of(text)) for text in texts])


def fold(text: str) -> str:
    """A text as the lexicon compares it: NFKC, case folded, apostrophes straight, one i for the four of Turkish.

    Case folding makes an i and a dot of the Turkish capital İ, and leaves its dotless sister alone.
    """
    if text.isascii():
        return text.replace("`", "'").lower()
    text = unicodedata.normalize("NFKC", text)
    for apostrophe in APOSTROPHES:  # a table for `translate` takes ten times as long
        text = text.replace(apostrophe, "'")
    return text.casefold().replace("\u0307", "").replace("ı", "i")
