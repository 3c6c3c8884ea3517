"""HTML or text? Told apart by looking at the beginning."""

import re
from typing import Final

LOOKED_AT: Final = 20_000  # code points; a page has shown its tags by then

DOCUMENT_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|div)\b",
    re.IGNORECASE | re.DOTALL,
)
LAYOUT_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|img|h[1-6]|li|ul|ol|td|tr|table|body|head|html|article|section|header|footer|nav|main|script|style|title|font|b|i|em|strong|center)"
    r"(?:\s[^<>]{0,2000})?\s*/?>",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """Whether the input is HTML.

    It is if it opens like a document, or if tags of layout are frequent in it: three at least, and one for every 400 characters.
    A text that quotes a tag or two, such as a programmer's blog, is text.
    """
    head = text[:LOOKED_AT]
    if DOCUMENT_START.match(head):
        return True
    tags = len(LAYOUT_TAG.findall(head))
    return tags >= 3 and tags * 400 >= len(head)
