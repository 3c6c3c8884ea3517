"""What may stand in a file that others open."""

import re
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def replace_forbidden(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 forbids.

    Control characters and lone surrogates cannot be escaped either: with one of them a TEI file is not well-formed, and
    a surrogate cannot be encoded at all.
    """
    return _NOT_XML.sub("\ufffd", text)
