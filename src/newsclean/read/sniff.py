"""HTML or text? Told apart by looking at the beginning."""

import re
from typing import Final

LOOKED_AT: Final = 20_000  # code points; a page has shown its tags by then

DOCUMENT_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div)\b",
    re.IGNORECASE | re.DOTALL,
)
CLOSING_TAG: Final = re.compile(
    r"</(?:p|div|span|a|h[1-6]|li|ul|ol|td|tr|table|body|head|html|article|section|header|footer|nav|main|script|style|title)\s*>",
    re.IGNORECASE,
)
PARAGRAPH_TAG: Final = re.compile(r"(?:^|\n)\s*<(?:p|br|h[1-6])\b[^>]*>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether the input is HTML.

    It is if it opens like a document, or if closing tags of layout are frequent in it. A text that quotes a tag or two, such as
    a programmer's blog, is text: three closing tags, and one for every 400 characters, are asked for. Tags that are never
    closed count where lines begin with them.
    """
    head = text[:LOOKED_AT]
    if DOCUMENT_START.match(head):
        return True
    tags = len(CLOSING_TAG.findall(head)) + len(PARAGRAPH_TAG.findall(head))
    return tags >= 3 and tags * 400 >= len(head)
