"""HTML or text? Told apart by looking at the beginning."""

import re
from typing import Final

LOOKED_AT: Final = 20_000  # code points; a page has shown its tags by then
TAG_EVERY: Final = 400  # code points; prose about tags has fewer of them

DOCUMENT: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!--|(?:!doctype\s+html|html|head|body)\b)",
    re.IGNORECASE,
)
FRAGMENT: Final = re.compile(
    r"\s*<(?:article|div|link|main|meta|p|script|section|style|table|title)(?:>|(?P<attribute>\s+[\w-]+\s*=))",
    re.IGNORECASE,
)
LAYOUT_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|img|h[1-6]|li|ul|ol|td|tr|table|body|head|html|article|section|header|footer|nav|main|script|"
    r"style|title|font|b|i|em|strong|center)(?:[\s/][^<>]{0,2000})?>",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """Whether the input is HTML.

    It is if it opens like a document; if it opens like a fragment, with an attribute or with something that closes; or if tags of
    layout are frequent in it, three at least and one for every 400 characters. A text that quotes a tag or two, such as a
    programmer's blog, is text, and so is one that opens with the word `<title>`.
    """
    head = text[:LOOKED_AT]
    if DOCUMENT.match(head):
        return True
    fragment = FRAGMENT.match(head)
    if fragment and (fragment["attribute"] or "</" in head):
        return True
    tags = len(LAYOUT_TAG.findall(head))
    return tags >= 3 and tags * TAG_EVERY >= len(head)
